/** What a ruling makes of a result: recomputed exactly, and never lower unless the scheme says so. */
import fc from 'fast-check';
import type { Correction } from '../../src/appeals/model.ts';
import { better, lowersScore, rank, settle, settleAnew, withNumbers } from '../../src/appeals/settle.ts';
import type { Grade, Scheme } from '../../src/cycles/model.ts';
import { grades } from '../../src/cycles/scheme.ts';
import { standard } from '../../src/cycles/schemes.ts';
import { weighed } from '../../src/ratings/basis.ts';
import { type Basis, scored, withLevels } from '../../src/ratings/index.ts';
import type { Level } from '../../src/ratings/model.ts';
import type { Result } from '../../src/results/model.ts';

type Whole = Pick<Result, 'basis' | 'final' | 'grade' | 'goals' | 'scheme'>;

const names = standard.dimensions.map((d) => d.name);
const lowering: Scheme = {
  ...standard,
  rewards: { ...standard.rewards, appeals: { window: 10, mayLower: true } },
};

const basisWith = (levels: readonly number[]): Basis => ({
  scheme: weighed(standard),
  participant: {
    goals: [
      {
        weight: 6000,
        agreed: true,
        keyResults: [{ kind: 'decrease', baseline: 120, target: 40, actual: 56 }],
      },
      { weight: 4000, agreed: true, keyResults: [{ kind: 'milestone', done: false }] },
    ],
    answers: Object.fromEntries(names.map((name, i) => [name, { manager: [levels[i] ?? 3] }])),
  },
});

function resultWith(levels: readonly number[], over: Partial<Whole> = {}): Whole {
  const sum = scored(basisWith(levels));
  return {
    basis: sum.basis,
    final: sum.final,
    grade: sum.grade,
    scheme: standard,
    goals: [
      {
        id: 'g1',
        version: 1,
        title: 'Backlog',
        weight: 6000,
        keyResults: [{ id: 'k', title: 'open', attainment: '0.8' }],
      },
      {
        id: 'g2',
        version: 1,
        title: 'Book',
        weight: 4000,
        keyResults: [{ id: 'k', title: 'book', attainment: '0' }],
      },
    ],
    ...over,
  };
}

const none = { levels: {}, numbers: [] };

test('a corrected level is the same sum from another basis', () => {
  const result = resultWith([2, 2, 2]);
  const settled = settle(result, { ...none, levels: { competencies: 4 } });
  const by = scored(withLevels(result.basis as Basis, { competencies: 4 }));
  expect(settled).toMatchObject({ changes: true, scored: by });
  expect(settled.lower).toBeUndefined();
});

test('a corrected number shows in its goal, and the exclusion of it is gone', () => {
  const result = resultWith([3, 3, 3]);
  const numbers: Correction[] = [
    { goal: 0, keyResult: 0, actual: 40 },
    { goal: 1, keyResult: 0, state: 'stretched' },
  ];
  const settled = settle(result, { ...none, numbers });
  expect(settled.goals.map((g) => g.keyResults[0]?.attainment)).toEqual(['1', '1.2']);
  expect(Number(settled.scored?.final)).toBeGreaterThan(Number(result.final));
  const excluded = withNumbers(
    {
      ...basisWith([3]),
      participant: {
        ...basisWith([3]).participant,
        goals: [
          { weight: 10_000, agreed: true, keyResults: [{ kind: 'milestone', done: false, excluded: true }] },
        ],
      },
    },
    [{ goal: 0, keyResult: 0, state: 'done' }],
  );
  expect(excluded.participant.goals[0]?.keyResults[0]).toEqual({
    kind: 'milestone',
    done: true,
    stretched: false,
  });
});

test('nothing corrected, nothing changed', () => {
  expect(settle(resultWith([3, 3, 3]), none)).toMatchObject({ changes: false });
  const outside = { ...none, numbers: [{ goal: 7, keyResult: 0, actual: 1 }] };
  expect(settle(resultWith([3, 3, 3]), outside)).toMatchObject({ changes: false });
});

test('a lower score or grade is named, unless the scheme allows it', () => {
  const result = resultWith([4, 4, 4]);
  expect(settle(result, { ...none, levels: { results: 1 } }).lower).toBe('score');
  expect(settle(result, { ...none, grade: 'D' }).lower).toBe('grade');
  const may = { ...result, scheme: lowering };
  expect(settle(may, { ...none, levels: { results: 1 } }).lower).toBeUndefined();
  expect(settle(may, { ...none, grade: 'D' })).toMatchObject({ grade: 'D', changes: true });
});

test('a calibrated grade that is better than the recomputed one stays', () => {
  const result = resultWith([2, 2, 2], { grade: 'A' });
  expect(settle(result, { ...none, levels: { results: 3 } }).grade).toBe('A');
  const down = resultWith([3, 3, 3], { grade: 'D' });
  expect(settle(down, { ...none, levels: { results: 4 } }).grade).toBe('C');
});

test('nobody had rated: a grade can be given, and a first rating is no lowering', () => {
  const { basis: _, ...bare } = resultWith([3], { final: null, grade: null });
  expect(settle(bare as Whole, { ...none, grade: 'B' })).toMatchObject({ grade: 'B', changes: true });
  const settled = settleAnew(bare as Whole, basisWith([1, 1, 1]));
  expect(settled).toMatchObject({ changes: true, grade: scored(basisWith([1, 1, 1])).grade });
});

test('a new rating that is no better leaves the result alone', () => {
  const result = resultWith([4, 4, 4]);
  expect(settleAnew(result, basisWith([2, 2, 2]))).toMatchObject({ changes: false, grade: result.grade });
  expect(settleAnew(result, basisWith([5, 5, 5]))).toMatchObject({ changes: true });
  const may = settleAnew({ ...result, scheme: lowering }, basisWith([1, 1, 1]));
  expect(Number(may.scored?.final)).toBeLessThan(Number(result.final));
});

test.each([standard, lowering])('the same levels again leave a calibrated grade as it is', (scheme) => {
  for (const grade of ['S', 'D'] as const) {
    const result = resultWith([4, 4, 4], { grade, scheme });
    expect(settleAnew(result, basisWith([4, 4, 4]))).toMatchObject({ grade, changes: false });
    expect(settleAnew(result, basisWith([4, 4, 5])).changes).toBe(true);
  }
});

describe('whatever is ruled', () => {
  const level = fc.integer({ min: 1, max: 5 });
  const grade = fc.constantFrom<Grade | null>(...grades, null);
  const ruling = fc.record({
    levels: fc.dictionary(fc.constantFrom(...names), level as fc.Arbitrary<Level>),
    numbers: fc.array(
      fc.oneof(
        fc.record({
          goal: fc.constant(0),
          keyResult: fc.constant(0),
          actual: fc.integer({ min: 0, max: 200 }),
        }),
        fc.record({
          goal: fc.constant(1),
          keyResult: fc.constant(0),
          state: fc.constantFrom('open' as const, 'done' as const, 'stretched' as const),
        }),
      ),
      { maxLength: 2 },
    ),
    grade: fc.option(fc.constantFrom<Grade>(...grades), { nil: undefined }),
  });
  const before = fc.tuple(level, level, level);

  test('what is not called lower is not lower; with leave it is called lower never', () => {
    fc.assert(
      fc.property(before, grade, ruling, (levels, was, { grade: to, ...rest }) => {
        const result = resultWith(levels, { grade: was });
        const given = { ...rest, ...(to && { grade: to }) };
        const settled = settle(result, given);
        const lower =
          rank(settled.grade) > rank(was) || lowersScore(result.final, settled.scored?.final ?? result.final);
        expect(settled.lower !== undefined).toBe(lower);
        expect(settle({ ...result, scheme: lowering }, given).lower).toBeUndefined();
      }),
    );
  });

  test('a new rating never ends lower than the one before', () => {
    fc.assert(
      fc.property(before, before, grade, (levels, others, was) => {
        const result = resultWith(levels, { grade: was });
        const settled = settleAnew(result, basisWith(others));
        expect(rank(settled.grade)).toBeLessThanOrEqual(rank(was));
        expect(lowersScore(result.final, settled.scored ? settled.scored.final : result.final)).toBe(false);
        const same = JSON.stringify(levels) === JSON.stringify(others);
        expect(settled.grade).toBe(same ? was : better(was, scored(basisWith(others)).grade));
        if (same) expect(settled.changes).toBe(false);
      }),
    );
  });
});
