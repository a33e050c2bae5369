/** The manager's one card for the whole team, and the goals of one person opened from it. Pure. */

import { dayIn } from '../core/calendar.ts';
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords, listWords, numberWords } from '../core/i18n.ts';
import type { Cycle } from '../cycles/model.ts';
import {
  agreeClean,
  agreeGoal,
  agreePerson,
  counterGoal,
  offerGoal,
  openContract,
  returnGoal,
  reviewGoals,
  undoDecision,
  writeSupport,
} from './actions.ts';
import { buttons, goalBlocks, hintBlock, note, text, versionBlocks } from './blocks.ts';
import { latest } from './change.ts';
import { team } from './messages-team.ts';
import type { Goal } from './model.ts';
import { canUndo, proposal, waitsForManager } from './rules.ts';
import { hasHints, percentWords } from './sentence.ts';
import { isOpen, planningDue, type Sheet } from './sheet.ts';
import { counted, isLeaving, isWhole, percentOf, sumWanted } from './weights.ts';

/** A manager's people in a cycle. */
export interface Team {
  cycle: Cycle;
  manager: string;
  sheets: Sheet[];
}

export const teamKey = (cycle: string, manager: string): string => `goals.team:${cycle}:${manager}`;
export const reviewKey = (cycle: string, person: string): string => `goals.review:${cycle}:${person}`;

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
    waiting.every((g) => !g.pending && !hasHints(g, sheet.cycle.period))
  );
}

const hasProposed = ({ goals }: Sheet): boolean =>
  goals.some((g) => g.state === 'proposed' || g.state === 'agreed');

export const teamCard =
  ({ cycle, sheets }: Team): Draw =>
  (view) => {
    const words = team(view.locale);
    const due = sheets[0] && planningDue(sheets[0]);
    const waiting = sheets.some((s) => waitingOf(s).length > 0);
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
        {
          type: 'choices',
          label: words.open,
          token: reviewGoals.token({ cycle: cycle._id }),
          options: sheets.map((s) => ({ label: s.person.name, value: s.person._id })),
        },
        ...cleanButton(cycle, sheets, view),
        note(waiting ? words.after : words.allDone),
      ],
    };
  };

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

function stateOf(sheet: Sheet, { locale }: View): string {
  const words = team(locale);
  const { goals, contract } = sheet;
  const waiting = waitingOf(sheet);
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
  const clean = sheets.filter(isClean);
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

/** `reader`: HR and the skip level read, only the manager decides. */
export const reviewCard =
  (sheet: Sheet, reader: 'manager' | 'reader' = 'manager'): Draw =>
  (view) => {
    const words = team(view.locale);
    const { goals, person, cycle } = sheet;
    const shown = goals.filter(shownToManager);
    const hidden = goals.length - shown.length;
    const decides = reader === 'manager' && isOpen(sheet, view.now);
    const sum = numberWords(view.locale, percentOf(sumWanted(shown)));
    return {
      title: words.reviewTitle(person.name, cycle.name),
      blocks: [
        shown.length === 0 ? note(words.noGoals) : text(words.weightsSum(sum)),
        ...(hidden > 0 ? [note(words.draftsHidden(String(hidden)))] : []),
        ...(decides ? allButtons(sheet, view) : []),
        ...shown.flatMap((g) => reviewed(g, sheet, view, decides)),
        { type: 'divider' },
        ...(decides ? footButtons(sheet, view) : []),
        ...versionBlocks(shown, sheet, view, 'other'),
      ],
    };
  };

function reviewed(goal: Goal, sheet: Sheet, view: View, decides: boolean): Block[] {
  const waits = waitsForManager(goal) && !goal.pending?.agreed;
  return [
    { type: 'divider' },
    ...goalBlocks(goal, sheet, view, 'other'),
    ...(waits && !isLeaving(goal) ? [hintBlock(latest(goal), sheet, view)] : []),
    ...(decides ? buttons(waits ? decisionButtons(goal, view) : laterButtons(goal, sheet, view)) : []),
  ];
}

function decisionButtons(goal: Goal, { locale }: View): Button[] {
  const words = team(locale);
  const about = { goal: goal._id, seen: proposal(goal) };
  return [
    {
      label: words.agree,
      token: agreeGoal.token(about),
      style: 'primary',
      ...(isLeaving(goal) && { confirm: words.agreeDropSure }),
    },
    { label: words.giveBack, token: returnGoal.token(about) },
    ...(goal.pending ? [] : [{ label: words.counter, token: counterGoal.token({ goal: goal._id }) }]),
  ];
}

/** When the contract was last confirmed by one of them: what is built on the goals. */
export function nextStep({ contract }: Sheet): Date | undefined {
  const steps = [contract.self, contract.lead?.at].filter((d) => d !== undefined);
  return steps.sort((a, b) => b.getTime() - a.getTime())[0];
}

function laterButtons(goal: Goal, sheet: Sheet, { locale, now }: View): (Button | false)[] {
  const words = team(locale);
  const { participant, cycle } = sheet;
  const undoable = canUndo(goal, participant.manager ?? '', now, nextStep(sheet));
  const made = { [goal._id]: goal.decision?.at.getTime() ?? 0 };
  return [
    undoable && {
      label: words.undo,
      token: undoDecision.token({ cycle: cycle._id, person: participant.person, made }),
    },
    goal.state === 'agreed' &&
      !goal.pending && { label: words.counter, token: counterGoal.token({ goal: goal._id }) },
  ];
}

function allButtons(sheet: Sheet, { locale }: View): Block[] {
  const waiting = waitingOf(sheet).filter((g) => !isLeaving(g));
  if (waiting.length < 2) return [];
  const seen = Object.fromEntries(waiting.map((g) => [g._id, proposal(g)]));
  const about = { cycle: sheet.cycle._id, person: sheet.participant.person, seen };
  return buttons([
    {
      label: team(locale).agreeAll(String(waiting.length)),
      token: agreePerson.token(about),
      style: 'primary',
    },
  ]);
}

function footButtons({ cycle, participant, contract }: Sheet, { locale }: View): Block[] {
  const words = team(locale);
  const about = { cycle: cycle._id, person: participant.person };
  return buttons([
    { label: words.offer, token: offerGoal.token(about) },
    { label: words.support, token: writeSupport.token(about) },
    contract.state !== 'forming' && { label: words.contract, token: openContract.token(about) },
  ]);
}
