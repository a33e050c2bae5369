/** What a ruling makes of a result. Pure; a rating is never lowered by it unless the scheme says so. */
import { exact, parse } from '../core/fraction.ts';
import type { Grade } from '../cycles/model.ts';
import { grades } from '../cycles/scheme.ts';
import { attainment, type KeyResult } from '../goals/attainment.ts';
import { type Basis, type CountedGoal, type Scored, scored, withLevels } from '../ratings/index.ts';
import type { Result } from '../results/model.ts';
import type { Correction, Ruling } from './model.ts';

/** S is 0; no grade at all is worse than any. */
export const rank = (grade: Grade | null): number => (grade === null ? grades.length : grades.indexOf(grade));

export const better = (a: Grade | null, b: Grade | null): Grade | null => (rank(b) < rank(a) ? b : a);

export interface Settled {
  grade: Grade | null;
  /** The sum done again; absent where it stays as it was. */
  scored?: Scored | undefined;
  goals: CountedGoal[];
  /** Is there anything that differs from the result as it stands? */
  changes: boolean;
  /** What would be lowered although the scheme forbids it. */
  lower?: 'score' | 'grade' | undefined;
}

type Whole = Pick<Result, 'basis' | 'final' | 'grade' | 'goals' | 'scheme'>;

const mayLower = ({ scheme }: Pick<Result, 'scheme'>): boolean => scheme.rewards.appeals.mayLower === true;

export const lowersScore = (before: string | null, after: string | null): boolean =>
  before !== null && (after === null || Number(after) < Number(before));

function corrected(kr: KeyResult, by: Correction): KeyResult {
  const { excluded: _, ...counted } = kr;
  if (counted.kind === 'milestone' && by.state)
    return { ...counted, done: by.state !== 'open', stretched: by.state === 'stretched' };
  if (counted.kind === 'rated' && by.level !== undefined) return { ...counted, level: by.level };
  if ('target' in counted && by.actual !== undefined) return { ...counted, actual: by.actual };
  return kr;
}

const at = (numbers: readonly Correction[], goal: number, keyResult: number): Correction | undefined =>
  numbers.find((n) => n.goal === goal && n.keyResult === keyResult);

export function withNumbers(basis: Basis, numbers: readonly Correction[]): Basis {
  const goals = basis.participant.goals.map((goal, g) => ({
    ...goal,
    keyResults: goal.keyResults.map((kr, k) => {
      const by = at(numbers, g, k);
      return by ? corrected(kr, by) : kr;
    }),
  }));
  return { ...basis, participant: { ...basis.participant, goals } };
}

/** The goals as the result shows them, with what the corrected key results came to. */
function goalsWith(goals: readonly CountedGoal[], basis: Basis, numbers: readonly Correction[]) {
  const cap = parse(basis.scheme.cap);
  return goals.map((goal, g) => ({
    ...goal,
    keyResults: goal.keyResults.map((shown, k) => {
      const kr = basis.participant.goals[g]?.keyResults[k];
      if (!kr || !at(numbers, g, k)) return shown;
      const reached = attainment(kr, cap);
      const { exclusion: _, ...counted } = shown;
      return { ...counted, ...(reached && { attainment: exact(reached) }) };
    }),
  }));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a panel's own corrections come to. Whether it lowers something is for the caller to refuse. */
export function settle(result: Whole, ruling: Pick<Ruling, 'levels' | 'numbers' | 'grade'>): Settled {
  const basis = result.basis && withLevels(withNumbers(result.basis, ruling.numbers), ruling.levels);
  const sum = basis && !same(basis, result.basis) ? scored(basis) : undefined;
  const may = mayLower(result);
  const recomputed = may && sum ? sum.grade : better(result.grade, sum?.grade ?? null);
  const grade = ruling.grade ?? recomputed;
  const lower = lowered(result, grade, sum);
  return {
    grade,
    goals: basis && sum ? goalsWith(result.goals, basis, ruling.numbers) : result.goals,
    changes: sum !== undefined || grade !== result.grade,
    ...(sum && { scored: sum }),
    ...(!may && lower && { lower }),
  };
}

function lowered(result: Whole, grade: Grade | null, sum: Scored | undefined): Settled['lower'] {
  if (rank(grade) > rank(result.grade)) return 'grade';
  return sum && lowersScore(result.final, sum.final) ? 'score' : undefined;
}

/**
 * What somebody else's rating comes to: of grade and score the better ones stay, unless the scheme allows lower ones. Who
 * rates as it was rated before confirms the rating: a calibrated grade is no answer to that, and stays.
 */
export function settleAnew(result: Whole, basis: Basis, goals: CountedGoal[] = result.goals): Settled {
  if (same(basis, result.basis)) return { grade: result.grade, goals: result.goals, changes: false };
  const sum = scored(basis);
  if (mayLower(result)) return { grade: sum.grade, goals, scored: sum, changes: true };
  const grade = better(result.grade, sum.grade);
  const keeps = lowersScore(result.final, sum.final);
  return {
    grade,
    goals: keeps ? result.goals : goals,
    changes: !keeps || grade !== result.grade,
    ...(!keeps && { scored: sum }),
  };
}
