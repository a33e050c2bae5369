/** The manager's one card for the whole team, and the goals of one person opened from it. Pure. */

import { dayIn } from '../core/calendar.ts';
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords, listWords } from '../core/i18n.ts';
import type { Cycle } from '../cycles/model.ts';
import { agreeClean, reviewGoals } from './actions.ts';
import { buttons, labelled, note, shutNote, text } from './blocks.ts';
import { team } from './messages-team.ts';
import type { Goal } from './model.ts';
import { bareOf, waitsForManager } from './rules.ts';
import { hasHints, percentWords } from './sentence.ts';
import { isOpen, planningDue, type Sheet, shutBy } from './sheet.ts';
import { counted, isWhole, sumWanted } from './weights.ts';

/** A manager's people in a cycle. */
export interface Team {
  cycle: Cycle;
  manager: string;
  sheets: Sheet[];
}

export const teamKey = (cycle: string, manager: string): string => `goals.team:${cycle}:${manager}`;

/** What a manager may see: not what is still being written. */
export const shownToManager = (goal: Goal): boolean => goal.state !== 'draft';

export const waitingOf = (sheet: Sheet): Goal[] =>
  sheet.goals.filter((g) => waitsForManager(g) && !g.pending?.agreed);

/** Proposed for the first time, 100 %, and nothing to hint at: needs no closer look. */
export function isClean(sheet: Sheet): boolean {
  const waiting = waitingOf(sheet);
  return (
    waiting.length > 0 &&
    isWhole(sumWanted(sheet.goals)) &&
    waiting.every((g) => !g.pending && bareOf(g).length === 0 && !hasHints(g, sheet.cycle.period))
  );
}

const hasProposed = ({ goals }: Sheet): boolean =>
  goals.some((g) => g.state === 'proposed' || g.state === 'agreed');

export const teamCard =
  ({ cycle, sheets }: Team): Draw =>
  (view) => {
    const words = team(view.locale);
    const due = sheets[0] && planningDue(sheets[0]);
    return {
      title: words.title(String(sheets.filter(hasProposed).length), String(sheets.length)),
      blocks: [
        ...(due ? [text(words.about(cycle.name, dayWords(view.locale, due, view.now)))] : []),
        {
          type: 'table',
          columns: [
            { label: words.name },
            { label: words.goals, align: 'right' },
            { label: words.weights, align: 'right' },
            { label: words.hints, align: 'right' },
            { label: words.state },
          ],
          rows: sheets.map((s) => row(s, view)),
        },
        ...openOne(cycle, sheets, view),
        ...cleanButton(cycle, sheets, view),
        ...lastNote(sheets, view),
      ],
    };
  };

/** Nobody is left to open when the last of a team was withdrawn. */
const openOne = (cycle: Cycle, sheets: readonly Sheet[], { locale }: View): Block[] =>
  sheets.length === 0
    ? []
    : [
        {
          type: 'choices',
          label: team(locale).open,
          token: reviewGoals.token({ cycle: cycle._id }),
          options: sheets.map((s) => ({ label: labelled(s.person.name), value: s.person._id })),
        },
      ];

function row(sheet: Sheet, view: View): string[] {
  const { person, cycle } = sheet;
  const live = counted(sheet.goals).filter(shownToManager);
  const hinted = live.filter((g) => hasHints(g, cycle.period)).length;
  const shown = live.length > 0;
  return [
    person.name,
    String(live.length),
    shown ? percentWords(view.locale, sumWanted(live)) : '–',
    shown ? String(hinted) : '–',
    stateOf(sheet, view),
  ];
}

/** What a press does, that there is nothing to press, or why nothing can be pressed. */
function lastNote(sheets: readonly Sheet[], view: View): Block[] {
  const words = team(view.locale);
  const [first] = sheets;
  if (first && !sheets.some((s) => isOpen(s, view.now))) return shutNote(first, view);
  const waiting = sheets.some((s) => waitingOf(s).length > 0 && isOpen(s, view.now));
  return [note(waiting ? words.after : words.allDone)];
}

function stateOf(sheet: Sheet, { locale, now }: View): string {
  const words = team(locale);
  const { goals, contract } = sheet;
  const waiting = waitingOf(sheet);
  if (waiting.length > 0 && shutBy(sheet, now) === 'locked') return words.lapsed;
  if (waiting.length > 0)
    return (waiting.some((g) => isLateWork(g, sheet)) ? words.waitingLate : words.waiting)(
      String(waiting.length),
    );
  if (goals.some((g) => g.pending?.agreed)) return words.withHr;
  if (goals.length === 0) return words.notStarted;
  if (goals.every((g) => g.state === 'draft')) return words.drafting;
  if (goals.some((g) => g.state !== 'agreed' || g.pending)) return words.withThem;
  if (contract.state === 'confirmed') return words.confirmed;
  return contract.waiver ? words.waived : words.agreed;
}

/** Proposed for the first time after the due day. */
export function isLateWork(goal: Goal, sheet: Sheet): boolean {
  const due = planningDue(sheet);
  const sent = goal.version === 0 ? goal.proposedAt : undefined;
  return due !== undefined && sent !== undefined && dayIn(sheet.place.zone, sent) > due;
}

function cleanButton(cycle: Cycle, sheets: readonly Sheet[], { locale, now }: View): Block[] {
  const words = team(locale);
  const clean = sheets.filter((s) => isClean(s) && isOpen(s, now));
  if (clean.length === 0) return [];
  const names = listWords(
    locale,
    clean.map((s) => s.person.name),
  );
  return buttons([
    {
      label: words.agreeClean,
      token: agreeClean.token({ cycle: cycle._id, until: now.getTime() }),
      style: 'primary',
      confirm: words.agreeCleanSure(names),
    },
  ]);
}
