/** The person's own card: what they wrote, what could be better, what is asked now and what happens after. Pure. */
import type { Block, Button, Card } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords, listWords, numberWords } from '../core/i18n.ts';
import {
  carryOver,
  openContract,
  openOne,
  openProgress,
  proposeGoals,
  readLesson,
  setWeights,
  splitEvenly,
  takeBackGoals,
  writeGoal,
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
import { goalSteps } from './goal-card.ts';
import { card } from './messages-card.ts';
import type { Goal } from './model.ts';
import { isUnsent, waitsForManager, waitsForOwner } from './rules.ts';
import { isOpen, planningDue, type Sheet, today } from './sheet.ts';
import { counted, isAdjustable, isWhole, percentOf, sumWanted } from './weights.ts';

export const goalsKey = (cycle: string): string => `goals:${cycle}`;

export const goalsCard =
  (sheet: Sheet): Draw =>
  (view) => {
    const whole = ownBlocks(sheet, view, false);
    const blocks = isTight(whole) ? ownBlocks(sheet, view, true) : whole;
    return { title: card(view.locale).title(sheet.cycle.name), blocks } satisfies Card;
  };

function ownBlocks(sheet: Sheet, view: View, short: boolean): Block[] {
  const open = isOpen(sheet, view.now);
  return [
    ...introBlocks(sheet, view, open),
    ...sheet.goals.flatMap((goal) =>
      short ? [shortGoal(goal, view, 'owner')] : ownGoalBlocks(goal, sheet, view, open),
    ),
    ...(short ? [pickGoal(sheet, view)] : []),
    ...weightBlocks(sheet, view),
    ...stepBlocks(sheet, view, open),
    ...(short ? [] : versionBlocks(sheet.goals, sheet, view, 'owner')),
  ];
}

function introBlocks(sheet: Sheet, view: View, open: boolean): Block[] {
  const { goals, contract, company, cycle } = sheet;
  const words = card(view.locale);
  const blocks: Block[] = shutNote(sheet, view);
  const settled = goals.length > 0 && goals.every((g) => g.state === 'agreed' && !g.pending);
  if (!open) return blocks;
  if (!settled) blocks.push(...dueBlocks(sheet, view));
  if (company.length > 0 && !settled) {
    const titles = company.map((g) => words.quoted(g.title));
    blocks.push(note(words.company(listWords(view.locale, titles))));
  }
  if (!contract.lessonRead && goals.length === 0) {
    blocks.push(note(words.lesson));
    blocks.push(...buttons([{ label: words.lessonRead, token: readLesson.token({ cycle: cycle._id }) }]));
  }
  return blocks;
}

function dueBlocks(sheet: Sheet, view: View): Block[] {
  const words = card(view.locale);
  const due = planningDue(sheet);
  if (due === undefined) return [];
  const day = dayWords(view.locale, due, view.now);
  if (today(sheet, view.now) > due) return [note(words.overdue(day))];
  return [text(sheet.goals.length === 0 ? words.start(day) : words.due(day))];
}

function ownGoalBlocks(goal: Goal, sheet: Sheet, view: View, open: boolean): Block[] {
  const hints = isUnsent(goal) || waitsForOwner(goal);
  return [...goalBlocks(goal, sheet, view, 'owner', hints), ...(open ? goalSteps(goal, view) : [])];
}

const pickGoal = (sheet: Sheet, { locale }: View): Block => ({
  type: 'choices',
  label: card(locale).openOne,
  token: openOne.token({ cycle: sheet.cycle._id }),
  options: sheet.goals.map((g) => ({ label: labelled(g.title), value: g._id })),
});

function weightBlocks({ goals, contract, names }: Sheet, view: View): Block[] {
  const words = card(view.locale);
  const { waiver } = contract;
  const accepted = waiver
    ? [note(words.waived(numberWords(view.locale, percentOf(waiver.sum)), names(waiver.by), waiver.reason))]
    : [];
  if (counted(goals).length === 0) return accepted;
  const sum = sumWanted(goals);
  return [
    { type: 'divider' },
    { type: 'progress', label: words.weights, done: percentOf(sum), of: 100 },
    ...(isWhole(sum) ? [] : [note(words.weightsOff(numberWords(view.locale, percentOf(sum))))]),
    ...accepted,
  ];
}

function stepBlocks(sheet: Sheet, view: View, open: boolean): Block[] {
  const { goals, cycle, leftOver } = sheet;
  const words = card(view.locale);
  if (!open) return [];
  const id = { cycle: cycle._id };
  const unsent = goals.some(isUnsent);
  const all = counted(goals);
  const adjustable = all.some(isAdjustable);
  const carry: Block[] =
    leftOver.length > 0
      ? [
          {
            type: 'choices',
            label: words.leftOver,
            token: carryOver.token(id),
            options: leftOver.map((g) => ({ label: labelled(g.title), value: g._id })),
          },
        ]
      : [];
  return [
    ...carry,
    ...afterNotes(sheet, view),
    ...buttons([
      unsent && { label: words.propose, token: proposeGoals.token(id), style: 'primary' },
      {
        label: words.write,
        token: writeGoal.token(id),
        ...(!unsent && all.length === 0 && { style: 'primary' as const }),
      },
      adjustable && all.length > 1 && { label: words.split, token: splitEvenly.token(id) },
      adjustable && { label: words.setWeights, token: setWeights.token(id) },
      goals.some((g) => waitsForManager(g) && !g.pending?.agreed) && {
        label: words.takeBack,
        token: takeBackGoals.token(id),
      },
      ...agreedButtons(sheet, view),
    ]),
  ];
}

function agreedButtons({ goals, cycle, participant, contract }: Sheet, view: View): Button[] {
  const words = card(view.locale);
  if (!goals.some((g) => g.state === 'agreed')) return [];
  const mine = { cycle: cycle._id, person: participant.person };
  return [
    { label: words.progress, token: openProgress.token({ cycle: cycle._id }) },
    ...(contract.state === 'forming' ? [] : [{ label: words.contract, token: openContract.token(mine) }]),
  ];
}

function afterNotes({ goals }: Sheet, view: View): Block[] {
  const words = card(view.locale);
  const live = counted(goals);
  if (live.length > 0 && goals.every((g) => g.state === 'agreed' && !g.pending))
    return [note(words.allAgreed)];
  if (goals.some(waitsForManager) && !goals.some(isUnsent)) return [note(words.withManager)];
  const many = live.length > 0 && (live.length < 3 || live.length > 7);
  return [...(many ? [note(words.few)] : []), note(words.after)];
}
