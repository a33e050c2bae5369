/** One goal with what its owner can do about it. Pure. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import {
  addKeyResult,
  agreeGoal,
  declineOffer,
  deleteGoal,
  editGoal,
  editKeyResult,
  forgetChange,
  raiseConcern,
  removeKeyResult,
  returnGoal,
  sharePartners,
  takeOnGoal,
  writeAnchors,
} from './actions.ts';
import { buttons, goalBlocks, labelled, shutNote, versionBlocks } from './blocks.ts';
import { latest } from './change.ts';
import { card } from './messages-card.ts';
import type { Goal } from './model.ts';
import { bareOf, isUnsent, proposal, waitsForManager, waitsForOwner } from './rules.ts';
import { isOpen, type Sheet } from './sheet.ts';

export const oneKey = (goal: Goal): string => `goals.one:${goal._id}`;

/** One goal with its buttons, opened from a card with many. */
export const oneGoalCard =
  (sheet: Sheet, goal: Goal): Draw =>
  (view) => ({
    title: labelled(goal.title),
    blocks: [
      ...goalBlocks(goal, sheet, view, 'owner', isUnsent(goal) || waitsForOwner(goal)),
      ...(isOpen(sheet, view.now) ? goalSteps(goal, view) : shutNote(sheet, view)),
      ...versionBlocks([goal], sheet, view, 'owner'),
    ],
  });

export function goalSteps(goal: Goal, view: View): Block[] {
  const words = card(view.locale);
  const { _id } = goal;
  if (waitsForOwner(goal)) return answerButtons(goal, view);
  if (waitsForManager(goal)) return [];
  const shared = { label: words.share, token: sharePartners.token({ goal: _id }) };
  const steps = buttons([
    { label: words.edit, token: editGoal.token({ goal: _id }) },
    { label: words.addKeyResult, token: addKeyResult.token({ goal: _id }) },
    ...levelButtons(goal, view),
    shared,
    goal.state === 'agreed' && !goal.pending && concernButton(goal, view),
    goal.pending
      ? { label: words.forget, token: forgetChange.token({ goal: _id }) }
      : {
          label: words.remove,
          token: deleteGoal.token({ goal: _id }),
          style: 'danger',
          confirm: goal.state === 'agreed' ? words.dropSure : words.removeSure,
        },
  ]);
  return [...steps, ...keyResultChoice(goal, view)];
}

const concernButton = (goal: Goal, view: View): Button | false =>
  !goal.concern?.open && {
    label: card(view.locale).concern,
    token: raiseConcern.token({ goal: goal._id }),
  };

function answerButtons(goal: Goal, view: View): Block[] {
  const words = card(view.locale);
  const { _id } = goal;
  if (goal.state === 'offered')
    return buttons([
      { label: words.takeOn, token: takeOnGoal.token({ goal: _id }), style: 'primary' },
      { label: words.decline, token: declineOffer.token({ goal: _id }) },
    ]);
  const seen = proposal(goal);
  return buttons([
    bareOf(goal).length === 0 && {
      label: words.accept,
      token: agreeGoal.token({ goal: _id, seen }),
      style: 'primary',
    },
    { label: words.keepMine, token: returnGoal.token({ goal: _id, seen }) },
  ]);
}

const levelButtons = (goal: Goal, view: View): Button[] =>
  latest(goal)
    .keyResults.filter((kr) => kr.kind === 'rated')
    .map((kr) => ({
      label: card(view.locale).writeLevels,
      token: writeAnchors.token({ goal: goal._id, keyResult: kr.id }),
    }));

/** With one key result [Edit] shows it too. */
function keyResultChoice(goal: Goal, view: View): Block[] {
  const { keyResults } = latest(goal);
  if (keyResults.length < 2) return [];
  const options = keyResults.map((kr) => ({ label: labelled(kr.title), value: kr.id }));
  return [
    {
      type: 'choices',
      label: card(view.locale).editKeyResult,
      token: editKeyResult.token({ goal: goal._id }),
      options,
    },
    {
      type: 'choices',
      label: card(view.locale).removeKeyResult,
      token: removeKeyResult.token({ goal: goal._id }),
      options,
    },
  ];
}
