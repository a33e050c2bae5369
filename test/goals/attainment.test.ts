import fc from 'fast-check';
import { cmp, exact, type Fraction, fraction, parse, roundHalfUp, ZERO } from '../../src/core/fraction.ts';
import {
  attainment,
  equalWeights,
  goalAttainment,
  type KeyResult,
  ratingOf,
  weightsSum,
} from '../../src/goals/attainment.ts';
import { problems } from '../../src/goals/validity.ts';

const cap = parse('1.2');
const far = fraction(1_000_000);

const reached = (kr: KeyResult) => {
  const found = attainment(kr, cap);
  return found && exact(found);
};

describe('attainment by example', () => {
  test.each<[string, KeyResult, string | null]>([
    ['increase', { kind: 'increase', baseline: 0, target: 100, actual: 88 }, '0.88'],
    ['increase from below zero', { kind: 'increase', baseline: -20, target: 30, actual: 5 }, '0.5'],
    ['increase, below its baseline', { kind: 'increase', baseline: 10, target: 20, actual: 5 }, '0'],
    ['increase, beyond the cap', { kind: 'increase', baseline: 0, target: 100, actual: 150 }, '1.2'],
    ['increase of tenths', { kind: 'increase', baseline: 0, target: 0.3, actual: 0.1 }, '1/3'],
    ['decrease', { kind: 'decrease', baseline: 40, target: 10, actual: 16 }, '0.8'],
    ['decrease below zero', { kind: 'decrease', baseline: 5, target: -5, actual: '-5.50' }, '1.05'],
    ['atLeast, missed', { kind: 'atLeast', target: 95, actual: 88 }, '88/95'],
    ['atLeast, exceeded without a stretch', { kind: 'atLeast', target: 90, actual: 99 }, '1'],
    ['atLeast with a stretch', { kind: 'atLeast', target: 90, stretch: 98, actual: 96 }, '1.15'],
    ['atMost, missed', { kind: 'atMost', target: 10, actual: 12.5 }, '0.8'],
    ['atMost with a stretch', { kind: 'atMost', target: 10, stretch: 5, actual: 7.5 }, '1.1'],
    ['atMost zero, missed', { kind: 'atMost', target: 0, actual: 1 }, '0'],
    ['atMost zero, kept', { kind: 'atMost', target: 0, actual: 0 }, '1'],
    ['milestone open', { kind: 'milestone', done: false }, '0'],
    ['milestone done', { kind: 'milestone', done: true }, '1'],
    ['milestone stretched', { kind: 'milestone', done: true, stretched: true }, '1.2'],
    ['rated 1', { kind: 'rated', level: 1 }, '0'],
    ['rated 4', { kind: 'rated', level: 4 }, '1.1'],
    ['no number yet', { kind: 'increase', baseline: 0, target: 1 }, null],
    ['nobody said whether', { kind: 'milestone' }, null],
    ['no level yet', { kind: 'rated' }, null],
  ])('%s', (_, kr, expected) => {
    expect(problems(kr)).toEqual([]);
    expect(reached(kr)).toBe(expected);
  });

  test('the cap is the scheme’s', () => {
    expect(attainment({ kind: 'milestone', done: true, stretched: true }, fraction(1))).toEqual(fraction(1));
  });
});

const decimal = fc.integer({ min: -100_000, max: 100_000 }).map((n) => roundHalfUp(fraction(n, 100), 2));
const positive = fc.integer({ min: 1, max: 100_000 }).map((n) => roundHalfUp(fraction(n, 100), 2));
const change = fc
  .record({
    kind: fc.constantFrom('increase' as const, 'decrease' as const),
    baseline: decimal,
    target: decimal,
  })
  .filter(({ baseline, target }) => baseline !== target);
const hold = fc
  .record(
    { kind: fc.constantFrom('atLeast' as const, 'atMost' as const), target: positive, stretch: positive },
    { requiredKeys: ['kind', 'target'] },
  )
  .filter((kr) => problems(kr).length === 0);

describe('attainment in general', () => {
  test('stays within 0 and the cap', () => {
    fc.assert(
      fc.property(fc.oneof(change, hold), positive, (kr, actual) => {
        const found = attainment({ ...kr, actual }, cap)!;
        expect(cmp(found, ZERO)).toBeGreaterThanOrEqual(0);
        expect(cmp(found, cap)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('a better number never counts less', () => {
    fc.assert(
      fc.property(fc.oneof(change, hold), positive, positive, (kr, a, b) => {
        const up =
          kr.kind === 'atLeast' || ('baseline' in kr && cmp(parse(kr.target), parse(kr.baseline)) > 0);
        const [worse, better] = cmp(parse(a), parse(b)) < 0 === up ? [a, b] : [b, a];
        const [low, high] = [worse, better].map((actual) => attainment({ ...kr, actual }, far)!);
        expect(cmp(low!, high!)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('the target is 100 %, the baseline 0 %, the stretch 120 %', () => {
    fc.assert(
      fc.property(fc.oneof(change, hold), (kr) => {
        expect(attainment({ ...kr, actual: kr.target }, cap)).toEqual(fraction(1));
        if ('baseline' in kr) expect(attainment({ ...kr, actual: kr.baseline }, cap)).toEqual(ZERO);
        if ('stretch' in kr) expect(attainment({ ...kr, actual: kr.stretch }, cap)).toEqual(cap);
      }),
    );
  });

  test('a change keeps its attainment when its unit changes', () => {
    const scale = (text: string) => roundHalfUp(fraction(parse(text).n * 1000n, parse(text).d), 3);
    fc.assert(
      fc.property(change, decimal, (kr, actual) => {
        const other = {
          ...kr,
          baseline: scale(kr.baseline),
          target: scale(kr.target),
          actual: scale(actual),
        };
        expect(attainment(other, cap)).toEqual(attainment({ ...kr, actual }, cap));
      }),
    );
  });
});

describe('a goal', () => {
  const done: KeyResult = { kind: 'milestone', done: true };
  const open: KeyResult = { kind: 'milestone', done: false };
  const unknown: KeyResult = { kind: 'increase', baseline: 0, target: 5 };

  test('is the mean of its key results', () => {
    expect(goalAttainment({ keyResults: [done, done, open] }, cap)).toEqual({
      state: 'reached',
      value: fraction(2, 3),
    });
  });

  test('leaves out what is excluded, also what has no number', () => {
    const keyResults = [done, { ...open, excluded: true }, { ...unknown, excluded: true }];
    expect(goalAttainment({ keyResults }, cap)).toEqual({ state: 'reached', value: fraction(1) });
  });

  test('is dropped when nothing is left, blocked while a number is missing', () => {
    expect(goalAttainment({ keyResults: [{ ...open, excluded: true }] }, cap)).toEqual({ state: 'dropped' });
    expect(goalAttainment({ keyResults: [] }, cap)).toEqual({ state: 'dropped' });
    expect(goalAttainment({ keyResults: [done, unknown] }, cap)).toEqual({
      state: 'missing',
      keyResults: [1],
    });
  });
});

describe('attainment → rating', () => {
  test.each([
    ['-1', '1'],
    ['0', '1'],
    ['0.35', '1.5'],
    ['0.7', '2'],
    ['0.88', '2.6'],
    ['1', '3'],
    ['1.05', '3.5'],
    ['1.1', '4'],
    ['1.15', '4.5'],
    ['1.2', '5'],
    ['9', '5'],
  ])('%s is %s', (attained, rating) => {
    expect(exact(ratingOf(parse(attained)))).toBe(rating);
  });

  test('more is never less, and 1 to 5 it stays', () => {
    const any: fc.Arbitrary<Fraction> = fc
      .tuple(fc.integer({ min: -100, max: 300 }), fc.integer({ min: 1, max: 100 }))
      .map(([n, d]) => fraction(n, d));
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [x, y] = [ratingOf(a), ratingOf(b)];
        expect(cmp(a, b) * cmp(x, y)).toBeGreaterThanOrEqual(0);
        expect(cmp(x, fraction(1)) >= 0 && cmp(x, fraction(5)) <= 0).toBe(true);
      }),
    );
  });
});

describe('what is refused', () => {
  test.each<[KeyResult, string]>([
    [{ kind: 'increase', baseline: 1, target: '1.00' }, 'target targetIsBaseline'],
    [{ kind: 'decrease', baseline: 'many', target: 1 }, 'baseline notANumber'],
    [{ kind: 'decrease', baseline: 2, target: 1, actual: Number.NaN }, 'actual notANumber'],
    [{ kind: 'atLeast', target: 0 }, 'target targetNotPositive'],
    [{ kind: 'atMost', target: -1 }, 'target negative'],
    [{ kind: 'atMost', target: 1, actual: -1 }, 'actual negative'],
    [{ kind: 'atLeast', target: 5, stretch: 5 }, 'stretch stretchNotBeyondTarget'],
    [{ kind: 'atMost', target: 5, stretch: 6 }, 'stretch stretchNotBeyondTarget'],
    [{ kind: 'atMost', target: 5, stretch: -1 }, 'stretch negative'],
    [{ kind: 'milestone', done: false, stretched: true }, 'stretched stretchedNotDone'],
    [{ kind: 'rated', level: 6 }, 'level levelOutOfRange'],
    [{ kind: 'rated', level: 2.5 }, 'level levelOutOfRange'],
  ])('%p: %s', (kr, expected) => {
    expect(problems(kr).map(({ field, code }) => `${field} ${code}`)).toEqual([expected]);
  });
});

describe('weights', () => {
  test('equal ones sum to the whole and differ by one at most', () => {
    expect(equalWeights(3)).toEqual([3334, 3333, 3333]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (n) => {
        const weights = equalWeights(n);
        expect(weightsSum(weights.map((weight) => ({ weight })))).toBe(10_000);
        expect(weights).toHaveLength(n);
        expect(Math.max(...weights) - Math.min(...weights)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
