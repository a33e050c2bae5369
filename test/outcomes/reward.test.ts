/** From a result to what follows from it: exact, rounded once. */
import fc from 'fast-check';
import { addDays, daysBetween } from '../../src/core/calendar.ts';
import { cmp, fraction, readExact } from '../../src/core/fraction.ts';
import { grades } from '../../src/cycles/scheme.ts';
import { rewards } from '../../src/cycles/schemes.ts';
import {
  againstPool,
  coefficientOf,
  eligibleMonths,
  holds,
  hundredths,
  outcomeBy,
  outsideBand,
  planFor,
  pointsOf,
  shareOf,
  signed,
  trainingFor,
} from '../../src/outcomes/reward.ts';

const q1 = { from: '2027-01-01', to: '2027-03-31' };
const always = { hired: '2020-01-01' };
const scored = (name: string, shown: string) =>
  ({
    name,
    state: 'scored',
    shown,
    score: shown,
    weight: '1',
    optional: false,
    sources: [],
    share: null,
  }) as never;

describe('eligible months', () => {
  test.each([
    ['there all the time', always, '3'],
    ['came in the middle of February', { hired: '2027-02-15' }, '1.5'],
    ['left on 10 March', { ...always, left: '2027-03-10' }, '72/31'],
    ['on leave in February', { ...always, leave: { from: '2027-02-01', to: '2027-02-28' } }, '2'],
    ['on leave from 1 March, open-ended', { ...always, leave: { from: '2027-03-01' } }, '2'],
    ['on leave before coming', { hired: '2027-03-01', leave: { from: '2027-01-01', to: '2027-01-31' } }, '1'],
    ['came after the period', { hired: '2027-04-01' }, '0'],
  ])('%s', (_, dates, eligible) => {
    expect(eligibleMonths(dates, q1)).toEqual({ eligible, of: '3' });
  });

  test('a period that begins and ends within months counts their parts, of 29 days in a leap year', () => {
    const period = { from: '2028-01-16', to: '2028-02-29' };
    expect(eligibleMonths(always, period)).toEqual({ eligible: '47/31', of: '47/31' });
    expect(eligibleMonths({ hired: '2028-02-01' }, period)).toEqual({ eligible: '1', of: '47/31' });
  });

  test('over the turn of a year', () => {
    expect(eligibleMonths(always, { from: '2026-12-01', to: '2027-01-31' }).of).toBe('2');
  });

  const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2026-01-01', n));

  test('never below zero or above the whole; two people who split the time come to it together', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, cut) => {
        const period = a <= b ? { from: a, to: b } : { from: b, to: a };
        const first = eligibleMonths({ hired: '2020-01-01', left: addDays(cut, -1) }, period);
        const second = eligibleMonths({ hired: cut }, period);
        const [x, y, whole] = [first.eligible, second.eligible, first.of].map((t) => readExact(t));
        expect(cmp(x!, fraction(0)) >= 0 && cmp(x!, whole!) <= 0).toBe(true);
        expect(cmp({ n: x!.n * y!.d + y!.n * x!.d, d: x!.d * y!.d }, whole!)).toBe(0);
      }),
    );
  });

  test('a day more is never less', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (hired, more) => {
        const earlier = eligibleMonths({ hired: addDays(hired, -more) }, q1);
        expect(cmp(shareOf(earlier), shareOf(eligibleMonths({ hired }, q1)))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('coefficients', () => {
  test.each([
    ['S', '3', '1.50'],
    ['A', '3', '1.20'],
    ['B', '1.5', '0.50'],
    ['C', '72/31', '0.46'],
    ['D', '3', '0.00'],
    // 0.60 · 2.525/3 = 0.505: a half goes up.
    ['C', '2.525', '0.51'],
  ] as const)('%s for %s of 3 months is %s', (grade, eligible, coefficient) => {
    expect(coefficientOf(grade, { eligible, of: '3' }, rewards)).toBe(coefficient);
  });

  test('within half a hundredth of the exact value, and the total is the sum of what is read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...grades), fc.integer({ min: 0, max: 90 }), (grade, days) => {
        const text = coefficientOf(grade, { eligible: `${days}/30`, of: '3' }, rewards);
        expect(text).toMatch(/^\d\.\d\d$/);
        expect(Math.abs(Number(text) - (rewards.bonus[grade] * days) / 9000)).toBeLessThanOrEqual(
          0.005 + 1e-9,
        );
        expect(hundredths(pointsOf({ coefficient: text }))).toBe(text);
      }),
    );
    expect(daysBetween(q1.from, q1.to)).toBe(89);
  });
});

describe('what else follows', () => {
  const months = { eligible: '3', of: '3' };

  test('by grade', () => {
    expect(outcomeBy(rewards, { grade: 'S', months })).toEqual({
      grade: 'S',
      coefficient: '1.50',
      raise: { from: '8', to: '12' },
      promotion: true,
      certificate: true,
      incentive: true,
      training: [],
    });
    expect(outcomeBy(rewards, { grade: 'B', months })).toMatchObject({
      promotion: false,
      certificate: false,
    });
    expect(outcomeBy(rewards, { grade: 'D', months })).toMatchObject({ coefficient: '0.00', plan: 'once' });
  });

  test('no grade, nothing by the rules', () => {
    const none = outcomeBy(rewards, { grade: null, months, last: 'C' });
    expect(none).toMatchObject({ coefficient: null, raise: null, promotion: false });
    expect(none.plan).toBeUndefined();
    expect(pointsOf(none)).toBe(0);
  });

  test.each([
    ['C', 'C', 'twice'],
    ['C', 'B', undefined],
    ['C', undefined, undefined],
    ['C', null, undefined],
    ['D', 'S', 'once'],
    ['B', 'C', undefined],
  ] as const)('%s after %s: plan %s', (grade, last, plan) => {
    expect(planFor(grade, last, rewards)).toBe(plan);
  });

  test('training where the score that the person reads is below 3', () => {
    const dimensions = [
      scored('results', '2.99'),
      scored('competencies', '3.00'),
      { name: 'x', state: 'dropped' },
    ];
    expect(trainingFor({ dimensions } as never, rewards)).toEqual(['results']);
    expect(trainingFor(undefined, rewards)).toEqual([]);
  });
});

describe('exceptions and sums', () => {
  const rule = outcomeBy(rewards, { grade: 'B', months: { eligible: '3', of: '3' } });
  const made = { reason: 'x', by: 'hanna', at: new Date(0) };

  test('what HR decided holds, the rest stays', () => {
    const exception = { ...made, coefficient: '1.10', promotion: true };
    expect(holds({ rule, exception })).toEqual({ ...rule, coefficient: '1.10', promotion: true });
    expect(holds({ rule })).toBe(rule);
    expect(holds({ rule, exception: { ...made, raise: '6.5' } }).raise).toEqual({ from: '6.5', to: '6.5' });
  });

  test.each([
    ['2', false],
    ['5', false],
    ['1.99', true],
    ['5.01', true],
  ])('a raise of %s in the band 2 to 5 is outside: %s', (raise, outside) => {
    expect(outsideBand({ rule, exception: { ...made, raise } })).toBe(outside);
  });

  test('the pool is only compared with', () => {
    expect(againstPool(1260, 1200)).toEqual({ pool: 1200, left: -60, percent: '105.0' });
    expect(againstPool(1260, undefined)).toBeUndefined();
    expect([signed(20), signed(-40), signed(0)]).toEqual(['+0.20', '−0.40', '0.00']);
  });
});
