/** A result for tests of rules and cards, made from a case of the worked vectors or anything like it. */
import type { Scheme as Frozen } from '../../src/cycles/model.ts';
import { standard } from '../../src/cycles/schemes.ts';
import { scored } from '../../src/ratings/rescore.ts';
import type { Participant, Scheme } from '../../src/ratings/sources.ts';
import type { Receipt, Result } from '../../src/results/model.ts';

export const at = new Date('2027-04-26T07:00:00Z');

export function aResult(over: Partial<Result> = {}): Result {
  return {
    _id: 'q1:ann:1',
    rev: 1,
    cycle: 'q1',
    person: 'ann',
    version: 1,
    source: 'rating',
    at,
    by: 'hanna',
    unit: 'Product',
    rater: 'bo',
    name: 'Ann Miller',
    cycleName: '2027 Q1',
    title: 'Product designer',
    scheme: standard,
    ratingVersion: 1,
    goals: [],
    final: null,
    computedGrade: null,
    grade: null,
    self: {},
    reasons: {},
    code: 'AAAA-BBBB-CCCC-DDDD',
    ...over,
  };
}

export function computedResult(scheme: Scheme, participant: Participant, frozen: Frozen = standard): Result {
  const sum = scored({ scheme, participant });
  return aResult({
    scheme: frozen,
    basis: sum.basis,
    computed: sum.computed,
    final: sum.final,
    computedGrade: sum.grade,
    grade: sum.grade,
  });
}

export const aReceipt = (over: Partial<Receipt> = {}): Receipt => ({
  _id: 'q1:ann',
  rev: 1,
  cycle: 'q1',
  person: 'ann',
  unit: 'Product',
  rater: 'bo',
  version: 1,
  grade: 'B',
  releasedAt: at,
  state: 'open',
  ...over,
});
