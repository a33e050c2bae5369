/** The rater's card about the whole team. Pure. */
import { dayIn } from '../core/calendar.ts';
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import type { Fraction } from '../core/fraction.ts';
import { dayWords } from '../core/i18n.ts';
import type { Cycle } from '../cycles/model.ts';
import { note, text } from '../goals/blocks.ts';
import type { Goal } from '../goals/model.ts';
import { percentReached, totalReached } from '../goals/reached.ts';
import { openPack } from './actions.ts';
import { labelled } from './cards-goals.ts';
import { say } from './messages.ts';
import { team } from './messages-team.ts';
import type { Rating } from './model.ts';
import { isOpen } from './rules.ts';
import type { Numbers } from './scene.ts';

/** One person of the team. */
export interface Row {
  rating: Rating;
  name: string;
  goals: Goal[];
  cap: Fraction;
  numbers: Numbers;
}

export interface Team {
  cycle: Cycle;
  rater: string;
  /** Of the rater. */
  zone: string;
  /** By name. */
  rows: Row[];
}

export const teamKey = (cycle: string, rater: string): string => `ratings.team:${cycle}:${rater}`;

/** Options of one choice: more than a hundred are a second one. */
const mostOptions = 90;

export const teamCard =
  ({ cycle, rows, zone }: Team): Draw =>
  (view) => {
    const words = team(view.locale);
    const open = rows.filter((r) => isOpen(r.rating));
    const due = open.map((r) => r.rating.due).sort((a, b) => a.getTime() - b.getTime())[0];
    const sent = rows.length - open.length;
    return {
      title: words.title(cycle.name),
      blocks: [
        due
          ? text(words.about(sent, rows.length, dayWords(view.locale, dayIn(zone, due), view.now)))
          : text(words.allSent),
        {
          type: 'table',
          columns: [
            { label: words.colName },
            { label: words.colGoals, align: 'right' },
            { label: words.colNumbers },
            { label: words.colState },
          ],
          rows: rows.map((r) => row(r, view)),
        },
        ...choices(cycle, rows, view),
        ...(open.length > 0 ? [note(words.lesson)] : []),
      ],
    };
  };

function row({ rating, name, goals, cap, numbers }: Row, { locale }: View): string[] {
  const words = team(locale);
  const reached = totalReached(goals, cap);
  const state = say(locale).state(rating.state);
  const asked = isOpen(rating) && rating.waiting.length > 0;
  return [
    name,
    reached ? percentReached(locale, reached) : '–',
    numberState(numbers, locale),
    asked ? words.waitsForAnswer : state,
  ];
}

function numberState({ missing, provisional }: Numbers, locale: View['locale']): string {
  const words = team(locale);
  if (missing.length > 0) return words.numbersMissing(missing.length);
  return provisional.length > 0 ? words.numbersOpen(provisional.length) : words.numbersFine;
}

function choices(cycle: Cycle, rows: readonly Row[], { locale }: View): Block[] {
  const options = rows.map(({ name, rating }) => ({ label: labelled(name), value: rating.person }));
  const parts = Array.from({ length: Math.ceil(options.length / mostOptions) }, (_, i) =>
    options.slice(i * mostOptions, (i + 1) * mostOptions),
  );
  return parts.map((part) => ({
    type: 'choices',
    label: team(locale).open,
    token: openPack.token({ cycle: cycle._id }),
    options: part,
  }));
}

/** At the opening of the assessment: what will come, and what helps until then. */
export const comingCard =
  (cycle: Pick<Cycle, 'name'>, n: number, day: string): Draw =>
  ({ locale, now }) => ({
    title: team(locale).comingTitle(cycle.name),
    blocks: [text(team(locale).coming(n, dayWords(locale, day, now))), note(team(locale).lesson)],
  });
