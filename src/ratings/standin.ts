/**
 * A confidential group enters the score as it was published: a mean rounded to 0.5 and a band. The vectors' format wants
 * answers; these are made up so that they publish to exactly that value and band. They are nobody's.
 */
import { cmp, fraction, parse, whole } from '../core/fraction.ts';

export interface PublishedMean {
  /** '3.5' */
  value: string;
  givers: '3-4' | '5+';
}

const LEAST = { '3-4': 3, '5+': 5 } as const;

/** `k`: the least answers that the scheme wants of a group. */
export function standIns({ value, givers }: PublishedMean, k: number): number[] {
  const n = Math.max(k, LEAST[givers]);
  const mean = parse(value);
  const low = Number(mean.n / mean.d);
  const isWhole = cmp(mean, fraction(low)) === 0;
  const high = isWhole ? 0 : Number(whole(fraction(n, 2)));
  return [...Array.from({ length: n - high }, () => low), ...Array.from({ length: high }, () => low + 1)];
}
