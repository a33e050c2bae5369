/** Weights of a person's goals in basis points. What is agreed changes only by agreement: its new weight waits beside it. */
import { equalWeights, WHOLE } from './attainment.ts';
import { latest } from './change.ts';
import type { Goal } from './model.ts';

/** Goals that have a weight: all but those that were only offered or are to be dropped. */
export const counted = (goals: readonly Goal[]): Goal[] =>
  goals.filter((g) => g.state !== 'offered' && g.state !== 'dropped' && !isLeaving(g));

/** The owner wants to drop it. */
export const isLeaving = (goal: Goal): boolean => goal.pending !== undefined && !goal.pending.content;

/** With the changes that the owner wants. */
export const weightWanted = (goal: Goal): number => latest(goal).weight;

export const sumWanted = (goals: readonly Goal[]): number =>
  counted(goals).reduce((sum, g) => sum + weightWanted(g), 0);

/** Of what is agreed now. */
export const sumAgreed = (goals: readonly Goal[]): number =>
  goals.filter((g) => g.state === 'agreed').reduce((sum, g) => sum + g.weight, 0);

export const isWhole = (sum: number): boolean => sum === WHOLE;

/** Percent as it is written, 33.34; exact, since weights are whole basis points. */
export const percentOf = (weight: number): number => weight / 100;

/** Goals whose weight the owner can set now: in place, or as a change. */
export const isAdjustable = (goal: Goal): boolean =>
  goal.state === 'draft' ||
  goal.state === 'returned' ||
  (goal.state === 'agreed' && !goal.pending?.proposed && !isLeaving(goal));

/** Gives goals these weights, by id; returns those that changed. */
export function weighted(goals: readonly Goal[], weights: ReadonlyMap<string, number>, now: Date): Goal[] {
  return goals
    .filter((g) => weights.has(g._id) && weights.get(g._id) !== weightWanted(g))
    .map((g) => reweighed(g, weights.get(g._id) ?? 0, now));
}

function reweighed(goal: Goal, weight: number, now: Date): Goal {
  if (goal.state !== 'agreed') return { ...goal, weight };
  const content = { ...latest(goal), weight };
  return { ...goal, pending: { by: goal.person, at: now, proposed: false, content } };
}

/** An equal share for each goal that counts; those that cannot be set keep theirs and the others share the rest. */
export function evenShares(goals: readonly Goal[]): Map<string, number> {
  const all = counted(goals);
  const free = all.filter(isAdjustable);
  const fixed = all.filter((g) => !isAdjustable(g)).reduce((sum, g) => sum + weightWanted(g), 0);
  return new Map(shares(WHOLE - fixed, free.length).map((share, i) => [free[i]?._id ?? '', share]));
}

/** Largest remainder: whole numbers that differ by at most one and sum to the total. */
export function shares(total: number, n: number): number[] {
  if (n === 0 || total <= 0) return Array.from({ length: n }, () => 0);
  const share = Math.floor(total / n);
  const rest = total - share * n;
  return Array.from({ length: n }, (_, i) => share + (i < rest ? 1 : 0));
}

/** Nobody has set weights by hand: they are what an equal split gives, so a new goal may be split in. */
export function isEven(goals: readonly Goal[]): boolean {
  const all = counted(goals);
  if (!all.every((g) => g.state === 'draft' || g.state === 'returned')) return false;
  const even = all.length > 0 ? [...equalWeights(all.length)].sort() : [];
  return JSON.stringify(all.map(weightWanted).sort()) === JSON.stringify(even);
}
