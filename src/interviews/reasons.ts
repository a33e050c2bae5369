/** When they have to meet (domain.md §10), from the result as it is given out. Pure. */
import type { Grade } from '../cycles/model.ts';
import type { Result } from '../results/model.ts';
import type { Reason } from './model.ts';

export type Case = Pick<Result, 'grade' | 'override' | 'version' | 'scheme'>;

const low: readonly (Grade | null)[] = ['C', 'D'];

/**
 * `before`: the version that an appeal changed. `last`: the grade of the cycle before this one. Being asked for stands beside
 * these: it does not come from the result.
 */
export function reasonsFor(
  result: Case,
  { before, last }: { before?: Pick<Result, 'grade'> | undefined; last?: Grade | null | undefined } = {},
): Reason[] {
  const { grade, override, scheme } = result;
  const { once, twice } = scheme.rewards.plan;
  const moved = override !== undefined || (before !== undefined && before.grade !== grade);
  const again = grade !== null && last === grade && twice.includes(grade);
  const found: Record<Exclude<Reason, 'asked'>, boolean> = {
    unrated: grade === null,
    grade: low.includes(grade),
    changed: moved,
    plan: grade !== null && (once.includes(grade) || again),
  };
  return (['unrated', 'grade', 'changed', 'plan'] as const).filter((reason) => found[reason]);
}
