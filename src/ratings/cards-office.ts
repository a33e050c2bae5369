/** HR's view of ratings: counts by unit, hints with their numbers, one rating at a time; the manager's overview. Pure. */

import type { Day } from '../core/calendar.ts';
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import type { Cycle } from '../cycles/model.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { openTeam, openUnit, readRating, turnUnit } from './actions.ts';
import type { BiasHint } from './bias.ts';
import { resultIn } from './cards-decide.ts';
import { labelled } from './cards-goals.ts';
import { hintLines } from './cards-hints.ts';
import { say } from './messages.ts';
import { office } from './messages-office.ts';
import type { Rating } from './model.ts';

export interface UnitCounts {
  unit: string;
  open: number;
  sent: number;
  approved: number;
  none: number;
}

export const officeKey = (cycle: string): string => `ratings.office:${cycle}`;

const mostUnits = 90;

export const officeCard =
  (cycle: Cycle, units: readonly UnitCounts[]): Draw =>
  ({ locale }) => {
    const words = office(locale);
    const options = units.map(({ unit }) => ({ label: labelled(unit), value: unit }));
    const parts = Array.from({ length: Math.ceil(options.length / mostUnits) }, (_, i) =>
      options.slice(i * mostUnits, (i + 1) * mostUnits),
    );
    return {
      title: words.title(cycle.name),
      blocks: [
        note(words.about),
        {
          type: 'table',
          columns: [
            { label: words.colUnit },
            ...[words.colOpen, words.colSent, words.colApproved, words.colNone].map((label) => ({
              label,
              align: 'right' as const,
            })),
          ],
          rows: units.map((u) => [u.unit, ...[u.open, u.sent, u.approved, u.none].map(String)]),
        },
        ...parts.map(
          (part): Block => ({
            type: 'choices',
            label: words.openUnit,
            token: openUnit.token({ cycle: cycle._id }),
            options: part,
          }),
        ),
      ],
    };
  };

export interface UnitPage {
  cycle: Cycle;
  unit: string;
  page: number;
  more: boolean;
  rows: { rating: Rating; name: string; rater: string }[];
  hints: { rater: string; hints: BiasHint[] }[];
}

export const unitKey = (cycle: string): string => `ratings.unit:${cycle}`;

export const unitCard =
  (at: UnitPage): Draw =>
  (view) => {
    const words = office(view.locale);
    const about = { cycle: at.cycle._id };
    return {
      title: words.unitTitle(at.unit, at.cycle.name),
      blocks: [
        ...hintBlocks(at, view),
        {
          type: 'table',
          columns: [
            { label: words.colName },
            { label: words.colRater },
            { label: words.colScore },
            { label: words.colState },
          ],
          rows: at.rows.map(({ rating, name, rater }) => [
            name,
            rater,
            rating.version > 0 ? resultIn(rating, view.locale) : '–',
            say(view.locale).state(rating.state),
          ]),
        },
        ...readers(at, view.locale, about),
        ...buttons([
          at.more && {
            label: words.next,
            token: turnUnit.token({ ...about, unit: at.unit, page: at.page + 1 }),
          },
        ]),
      ],
    };
  };

function readers(
  { rows }: UnitPage,
  locale: View['locale'],
  about: Parameters<typeof readRating.token>[0],
): Block[] {
  const options = rows.map(({ rating, name }) => ({ label: labelled(name), value: rating.person }));
  if (options.length === 0) return [];
  return [{ type: 'choices', label: office(locale).read, token: readRating.token(about), options }];
}

function hintBlocks({ hints, page }: UnitPage, { locale }: View): Block[] {
  const words = office(locale);
  if (page > 0) return [];
  const found = hints.filter((h) => h.hints.length > 0);
  if (found.length === 0) return [note(words.noHints)];
  return found.flatMap((h) => [
    text(words.hintsOf(h.rater)),
    ...hintLines(h.hints, locale, 'office').map(note),
  ]);
}

/** A manager's overview of their team in the cycle: no word about who has yet to review whom. */
export interface Overview {
  cycle: Cycle;
  rows: { name: string; goals: number; reached?: string; lastCheckIn?: Day; rating?: Rating }[];
  /** The manager has ratings to open. */
  rates: boolean;
}

export const overviewCard =
  ({ cycle, rows, rates }: Overview): Draw =>
  ({ locale, now }) => {
    const words = office(locale);
    return {
      title: words.overviewTitle(cycle.name),
      blocks: [
        {
          type: 'table',
          columns: [
            { label: words.colName },
            { label: words.colGoals, align: 'right' },
            { label: words.colReached, align: 'right' },
            { label: words.colCheckIn },
            { label: words.colRating },
          ],
          rows: rows.map((r) => [
            r.name,
            String(r.goals),
            r.reached ?? '–',
            r.lastCheckIn ? dayWords(locale, r.lastCheckIn, now) : words.never,
            r.rating ? say(locale).state(r.rating.state) : '–',
          ]),
        },
        ...buttons([
          rates && { label: words.rate, token: openTeam.token({ cycle: cycle._id }), style: 'primary' },
        ]),
        note(words.overviewAbout),
      ],
    };
  };
