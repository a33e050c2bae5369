/** The explanation of a score as it is kept: the same lines, every fraction as an exact text ('3.25', '10/3'). */
import { exact, type Fraction } from '../core/fraction.ts';
import type { Score } from './score.ts';

/** The shape with texts in the place of fractions, and without what is not there. */
export type Told<T> = T extends Fraction
  ? string
  : T extends readonly (infer U)[]
    ? Told<U>[]
    : T extends object
      ? { [K in keyof T]: Told<T[K]> }
      : T;

export type Explanation = Told<Score>;

const isFraction = (value: object): value is Fraction =>
  'n' in value && 'd' in value && typeof value.n === 'bigint';

function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== 'object' || value === null) return value;
  if (isFraction(value)) return exact(value);
  const kept = Object.entries(value).filter(([, v]) => v !== undefined);
  return Object.fromEntries(kept.map(([key, v]) => [key, told(v)]));
}

export const explain = (score: Score): Explanation => told(score) as Explanation;
