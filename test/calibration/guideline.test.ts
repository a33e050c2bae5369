/** The arithmetic of the guideline: caps round down, small teams are pooled upward. */
import fc from 'fast-check';
import {
  addCounts,
  capOf,
  countGrades,
  isOver,
  measured,
  noCounts,
  pooledUnits,
  sizeOf,
  type UnitSize,
  unitSizes,
} from '../../src/calibration/guideline.ts';
import type { Grade } from '../../src/cycles/model.ts';

const guideline = { s: 10, sa: 35, team: 10 };
const of = (grades: string) => countGrades([...grades] as Grade[]);

test.each([
  [9, 0, 3],
  [10, 1, 3],
  [19, 1, 6],
  [20, 2, 7],
  [29, 2, 10],
])('%i people: at most %i S, %i S and A', (people, s, sa) => {
  const [first, second] = measured({ ...noCounts, B: people }, guideline);
  expect([first.most, second.most]).toEqual([s, sa]);
});

test('S counts for both caps; one more than the cap is over, the cap is not', () => {
  const [s, sa] = measured(of('SSAABBBBBB'), guideline);
  expect(s).toEqual({ of: 's', count: 2, most: 1, percent: 10 });
  expect(sa).toEqual({ of: 'sa', count: 4, most: 3, percent: 35 });
  expect(measured(of('SAABBBBBBB'), guideline).map(isOver)).toEqual([false, false]);
  expect([s, sa].map(isOver)).toEqual([true, true]);
});

test('a cap is never more than its percentage, and never a whole person less', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 100 }), (people, percent) => {
      const cap = capOf(people, percent);
      return cap * 100 <= people * percent && (cap + 1) * 100 > people * percent;
    }),
  );
});

test('nobody without a grade is counted; sums add up', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('S', 'A', 'B', 'C', 'D', null)), fc.nat(20), (grades, n) => {
      const counts = countGrades(grades as (Grade | null)[]);
      expect(sizeOf(counts)).toBe(grades.filter((g) => g !== null).length);
      expect(sizeOf(addCounts(counts, { C: n }))).toBe(sizeOf(counts) + n);
    }),
  );
});

describe('pooled upward', () => {
  const units = new Map<string, UnitSize>([
    ['Board', { people: 2 }],
    ['Product', { people: 12, parent: 'Board' }],
    ['Design', { people: 3, parent: 'Product' }],
    ['Sales', { people: 4, parent: 'Board' }],
    ['Office', { people: 1, parent: 'Sales' }],
  ]);

  test('large enough alone', () => expect(pooledUnits(units, ['Product'], 10)).toEqual(['Product']));
  test('a small one with all below the unit above it', () =>
    expect(pooledUnits(units, ['Design'], 10)).toEqual(['Design', 'Product']));
  test('as far up as it takes', () =>
    expect(pooledUnits(units, ['Office'], 10)).toEqual(['Board', 'Design', 'Office', 'Product', 'Sales']));
  test('several units of a session count together', () =>
    expect(pooledUnits(units, ['Design', 'Sales'], 7)).toEqual(['Design', 'Sales']));
  test('the whole organisation when there is nothing above, also when that is too small', () => {
    expect(pooledUnits(units, ['Board'], 10)).toHaveLength(5);
    expect(pooledUnits(units, ['Office'], 1000)).toHaveLength(5);
  });

  test('ends on every tree and circle; holds the start; is large enough or everything', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const unit = fc.record({
      people: fc.integer({ min: 1, max: 8 }),
      parent: fc.option(name, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.dictionary(name, unit, { minKeys: 1 }), fc.integer({ min: 1, max: 30 }), (all, team) => {
        const map = new Map(Object.entries(all));
        const start = [...map.keys()].slice(0, 1);
        const pool = pooledUnits(map, start, team);
        const people = pool.reduce((sum, u) => sum + (map.get(u)?.people ?? 0), 0);
        expect(pool).toEqual(expect.arrayContaining(start));
        expect(people >= team || [...map.keys()].every((u) => pool.includes(u))).toBe(true);
      }),
    );
  });
});

test('the unit above is where the managers are who are not in it themselves', () => {
  const unitOf = new Map([
    ['bo', 'Product'],
    ['chen', 'Board'],
    ['zhao', 'Support'],
  ]);
  const lines = [
    { unit: 'Product', manager: 'bo', n: 8 },
    { unit: 'Product', manager: 'chen', n: 1 },
    { unit: 'Design', manager: 'bo', n: 3 },
    { unit: 'Design', manager: 'zhao', n: 1 },
    { unit: 'Board', n: 1 },
  ];
  expect([...unitSizes(lines, (id) => unitOf.get(id))]).toEqual([
    ['Product', { people: 9, parent: 'Board' }],
    ['Design', { people: 4, parent: 'Product' }],
    ['Board', { people: 1, parent: undefined }],
  ]);
});
