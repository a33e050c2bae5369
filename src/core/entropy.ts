/**
 * Ids and randomness. A source belongs to one event or job run, so that a run that was aborted and repeated makes the
 * same ids when the source is seeded (tests), and unguessable ones otherwise.
 */
import { createHash, randomBytes } from 'node:crypto';

export interface Entropy {
  /** `goal_7k3m…`: a readable prefix and 80 random bits. */
  id(prefix: string): string;
  /** A whole number from 0 to below `n`. */
  below(n: number): number;
}

export type EntropyOf = (scope: string) => Entropy;

const letters = '0123456789abcdefghjkmnpqrstvwxyz';

function from(bytes: (n: number) => Buffer): Entropy {
  return {
    id: (prefix) => `${prefix}_${[...bytes(16)].map((b) => letters[b & 31]).join('')}`,
    below: (n) => Number(bytes(8).readBigUInt64BE() % BigInt(n)),
  };
}

export const randomEntropy: EntropyOf = () => from(randomBytes);

export function seededEntropy(seed: string): EntropyOf {
  return (scope) => {
    let count = 0;
    return from((n) => createHash('sha256').update(`${seed}/${scope}/${count++}`).digest().subarray(0, n));
  };
}
