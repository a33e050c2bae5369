/** The goals of one person, as their manager decides on them and as others read them. Pure. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { numberWords } from '../core/i18n.ts';
import {
  agreeGoal,
  agreePerson,
  answerConcern,
  counterGoal,
  offerGoal,
  openContract,
  pickLevel,
  returnGoal,
  reviewOne,
  undoDecision,
  writeSupport,
  writeTheirLevels,
} from './actions.ts';
import {
  buttons,
  goalBlocks,
  isTight,
  labelled,
  note,
  shortGoal,
  shutNote,
  text,
  versionBlocks,
} from './blocks.ts';
import { bareOfManager } from './levels.ts';
import { card } from './messages-card.ts';
import { going } from './messages-progress.ts';
import { team } from './messages-team.ts';
import type { Goal } from './model.ts';
import { bareOf, canUndo, proposal, waitsForManager } from './rules.ts';
import { isOpen, type Sheet } from './sheet.ts';
import { shownToManager, waitingOf } from './team-cards.ts';
import { isLeaving, percentOf, sumWanted } from './weights.ts';

export const reviewKey = (cycle: string, person: string): string => `goals.review:${cycle}:${person}`;

export const oneReviewKey = (goal: Goal): string => `goals.reviewOne:${goal._id}`;

export type By = 'manager' | 'reader';

/** `reader`: HR and the skip level read, only the manager decides. */
export const reviewCard =
  (sheet: Sheet, reader: By = 'manager'): Draw =>
  (view) => {
    const whole = reviewBlocks(sheet, reader, view, false);
    const blocks = isTight(whole) ? reviewBlocks(sheet, reader, view, true) : whole;
    return { title: team(view.locale).reviewTitle(sheet.person.name, sheet.cycle.name), blocks };
  };

function reviewBlocks(sheet: Sheet, reader: By, view: View, short: boolean): Block[] {
  const words = team(view.locale);
  const shown = sheet.goals.filter(shownToManager);
  const hidden = sheet.goals.length - shown.length;
  const decides = reader === 'manager' && isOpen(sheet, view.now);
  const sum = numberWords(view.locale, percentOf(sumWanted(shown)));
  return [
    shown.length === 0 ? note(words.noGoals) : text(words.weightsSum(sum)),
    ...(reader === 'manager' ? shutNote(sheet, view) : []),
    ...(hidden > 0 ? [note(words.draftsHidden(String(hidden)))] : []),
    ...(decides ? allButtons(sheet, view) : []),
    ...(short
      ? [...shown.map((g) => shortGoal(g, view, 'other')), pickGoal(sheet, shown, view)]
      : shown.flatMap((g) => reviewed(g, sheet, view, decides))),
    ...(decides && !short ? levels(shown, view) : []),
    ...(decides ? footButtons(sheet, view) : []),
    ...(short ? [] : versionBlocks(shown, sheet, view, 'other')),
  ];
}

const pickGoal = ({ cycle, participant }: Sheet, goals: readonly Goal[], { locale }: View): Block => ({
  type: 'choices',
  label: team(locale).openOne,
  token: reviewOne.token({ cycle: cycle._id, person: participant.person }),
  options: goals.map((g) => ({ label: labelled(g.title), value: g._id })),
});

/** One goal with all its words, opened from a card with many. */
export const oneReviewCard =
  (sheet: Sheet, goal: Goal, reader: By): Draw =>
  (view) => {
    const decides = reader === 'manager' && isOpen(sheet, view.now);
    return {
      title: team(view.locale).reviewTitle(sheet.person.name, sheet.cycle.name),
      blocks: [
        ...reviewed(goal, sheet, view, decides),
        ...(decides ? levels([goal], view) : []),
        ...(reader === 'manager' ? shutNote(sheet, view) : []),
        ...versionBlocks([goal], sheet, view, 'other'),
      ],
    };
  };

function reviewed(goal: Goal, sheet: Sheet, view: View, decides: boolean): Block[] {
  const waits = waitsForManager(goal) && !goal.pending?.agreed;
  return [
    ...goalBlocks(goal, sheet, view, 'other', waits && !isLeaving(goal)),
    ...(decides ? buttons(waits ? decisionButtons(goal, view) : laterButtons(goal, sheet, view)) : []),
  ];
}

/** Qualitative key results: the manager picks one of the written levels. */
const levels = (goals: readonly Goal[], { locale }: View): Block[] =>
  goals
    .filter((g) => g.state === 'agreed')
    .flatMap((g) => g.keyResults.map((kr) => ({ goal: g, kr })))
    .flatMap(({ goal, kr }): Block[] => {
      if (kr.kind !== 'rated' || !kr.anchors) return [];
      return [
        {
          type: 'choices',
          label: labelled(going(locale).pickLevel(kr.title)),
          token: pickLevel.token({ goal: goal._id, keyResult: kr.id }),
          options: kr.anchors.map((hint, i) => ({ label: String(i + 1), value: String(i + 1), hint })),
          ...(kr.level !== undefined && { value: String(kr.level) }),
        },
      ];
    });

function decisionButtons(goal: Goal, { locale }: View): (Button | false)[] {
  const words = team(locale);
  const about = { goal: goal._id, seen: proposal(goal) };
  return [
    bareOf(goal).length === 0 && {
      label: words.agree,
      token: agreeGoal.token(about),
      style: 'primary' as const,
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

function laterButtons(goal: Goal, sheet: Sheet, { locale, now }: View): (Button | false | undefined)[] {
  const words = team(locale);
  const { participant, cycle } = sheet;
  const undoable = canUndo(goal, participant.manager ?? '', now, nextStep(sheet));
  const made = { [goal._id]: goal.decision?.at.getTime() ?? 0 };
  const bare = bareOfManager(goal);
  return [
    bare && {
      label: card(locale).writeLevels,
      token: writeTheirLevels.token({ goal: goal._id, keyResult: bare.id }),
      style: 'primary' as const,
    },
    undoable && {
      label: words.undo,
      token: undoDecision.token({ cycle: cycle._id, person: participant.person, made }),
    },
    goal.concern?.open === true && { label: words.answer, token: answerConcern.token({ goal: goal._id }) },
    goal.state === 'agreed' &&
      !goal.pending && { label: words.counter, token: counterGoal.token({ goal: goal._id }) },
  ];
}

function allButtons(sheet: Sheet, { locale }: View): Block[] {
  const waiting = waitingOf(sheet).filter((g) => !isLeaving(g) && bareOf(g).length === 0);
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
