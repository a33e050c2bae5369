/**
 * The final numbers of a goal: confirmed by whoever verifies them, entered where there is none, or left out with a reason
 * that every card shows. Pure: the goal as it was read, what is wanted; a new goal or a refusal.
 */
import { Refusal } from '../core/errors.ts';
import type { Reading } from './history.ts';
import { say } from './messages.ts';
import { type Goal, type GoalKeyResult, keyResultOf } from './model.ts';
import { progressed } from './progress.ts';

interface By {
  by: string;
  now: Date;
}

/** Does this key result say how far it got? One that was left out does not. */
export const hasNumber = (kr: GoalKeyResult): boolean => {
  if (kr.kind === 'milestone') return kr.done !== undefined;
  return (kr.kind === 'rated' ? kr.level : kr.actual) !== undefined;
};

export const isMissing = (kr: GoalKeyResult): boolean => !kr.excluded && !hasNumber(kr);

/** It has a number that nobody has confirmed yet. */
export const isProvisional = (kr: GoalKeyResult): boolean =>
  !kr.excluded && hasNumber(kr) && kr.confirmed === undefined;

const withKeyResult = (goal: Goal, after: GoalKeyResult): Goal => ({
  ...goal,
  keyResults: goal.keyResults.map((kr) => (kr.id === after.id ? after : kr)),
});

/** Those of the key results that still wait for it; the others stay as they are. */
export function confirmed(goal: Goal, ids: readonly string[], { by, now }: By): Goal {
  const keyResults = goal.keyResults.map((kr) =>
    ids.includes(kr.id) && isProvisional(kr) ? { ...kr, confirmed: { by, at: now } } : kr,
  );
  return { ...goal, keyResults };
}

/** A final number; it counts again if it was left out. @throws Refusal when the number cannot be */
export function settled(goal: Goal, id: string, reading: Reading, { by, now }: By): Goal {
  const next = progressed(goal, { keyResult: id, ...reading }, now);
  const { excluded: _, exclusion: __, ...kr } = there(next, id);
  return withKeyResult(next, { ...kr, confirmed: { by, at: now } } as GoalKeyResult);
}

/** Left out of the mean. */
export function leftOut(goal: Goal, id: string, reason: string, { by, now }: By): Goal {
  const kr = there(goal, id);
  return withKeyResult(goal, { ...kr, excluded: true, exclusion: { reason, by, at: now } });
}

function there(goal: Goal, id: string): GoalKeyResult {
  const kr = keyResultOf(goal, id);
  if (!kr) throw new Refusal((l) => say(l).keyResultGone);
  return kr;
}
