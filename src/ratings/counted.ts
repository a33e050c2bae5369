/** What a score was made of, as it is frozen with a submission. */
import type { Participant as Answered, Scheme as Weighed } from './sources.ts';

/** One key result as it counted. Percent texts are exact: '73.333…' is kept as '220/3'. */
export interface CountedKeyResult {
  id: string;
  title: string;
  /** Exact, 1 is 100 %; absent when it was left out. */
  attainment?: string | undefined;
  exclusion?: { reason: string; by: string; at: Date } | undefined;
  confirmed?: { by: string; at: Date } | undefined;
  /** Attainment by the target that held before it was lowered after the middle of the period. */
  before?: string | undefined;
}

/** A goal as it counted, in the order of `computed`'s goal lines. */
export interface CountedGoal {
  id: string;
  /** Of the goal. */
  version: number;
  title: string;
  /** Basis points. */
  weight: number;
  keyResults: CountedKeyResult[];
}

/** HR let agreed weights of less than 100 % pass. */
export interface Waiver {
  reason: string;
  by: string;
  at: Date;
  /** Basis points. */
  sum: number;
}

/** All that the score was computed from, in the shape of the worked vectors. */
export interface Basis {
  scheme: Weighed;
  participant: Answered;
}
