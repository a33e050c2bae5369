import fc from 'fast-check';
import { fraction, parse } from '../../src/core/fraction.ts';
import {
  biasHints,
  centralTendency,
  goingThroughTheMotions,
  halo,
  isRecent,
  leniency,
  meanOfCounts,
  mismatch,
  recency,
} from '../../src/ratings/bias.ts';

const q1 = { from: '2027-01-01', to: '2027-03-31' };
const five = (...levels: number[]) => levels.map((l) => [l]);

describe('leniency and severity: half a level from the organisation, five people', () => {
  test('exactly half a level is one', () => {
    expect(leniency(five(4, 4, 4, 4, 4), parse('3.5'))).toEqual([
      { kind: 'lenient', mean: '4.00', organisation: '3.50', n: 5 },
    ]);
    expect(leniency(five(3, 3, 3, 3, 3), parse('3.5'))).toMatchObject([{ kind: 'severe' }]);
    expect(leniency(five(4, 4, 4, 4, 4), parse('3.501'))).toEqual([]);
  });
  test('four people are too few; nor is there a hint without an organisation', () => {
    expect(leniency(five(5, 5, 5, 5), parse('2'))).toEqual([]);
    expect(leniency(five(5, 5, 5, 5, 5), undefined)).toEqual([]);
    expect(leniency([...five(5, 5, 5, 5), []], parse('2'))).toEqual([]);
  });
});

describe('central tendency: standard deviation below 0.35', () => {
  test('one of seven a level off is 0.3499, one of five 0.4', () => {
    expect(centralTendency(five(3, 3, 3, 3, 3, 3, 4))).toEqual([
      { kind: 'central', deviation: '0.35', n: 7 },
    ]);
    expect(centralTendency(five(3, 3, 3, 3, 4))).toEqual([]);
    expect(centralTendency(five(3, 3, 3, 3, 3))).toMatchObject([{ deviation: '0.00' }]);
    expect(centralTendency(five(3, 3, 3, 3))).toEqual([]);
  });
});

describe('halo: hardly any range over the dimensions for 80 %', () => {
  const alike = [3, 3, 3];
  const differs = [3, 4, 3];
  test('four of five', () => {
    expect(halo([alike, alike, alike, alike, differs])).toEqual([{ kind: 'halo', alike: 4, n: 5 }]);
    expect(halo([alike, alike, alike, differs, differs])).toEqual([]);
    expect(halo([alike, alike, alike, alike])).toEqual([]);
  });
  test('one dimension says nothing', () => expect(halo(five(3, 3, 3, 3, 3))).toEqual([]));
});

describe('recency: more than 70 % from the last quarter of the period', () => {
  test('the last quarter of 90 days begins on day 68', () => {
    expect(isRecent('2027-03-09', q1)).toBe(false);
    expect(isRecent('2027-03-10', q1)).toBe(true);
  });
  test('seven of ten are not more than 70 %', () => {
    const days = (late: number) =>
      Array.from({ length: 10 }, (_, i) => (i < late ? '2027-03-20' : '2027-01-20'));
    expect(recency(days(7), q1)).toEqual([]);
    expect(recency(days(8), q1)).toEqual([{ kind: 'recency', recent: 8, n: 10 }]);
    expect(recency([], q1)).toEqual([]);
  });
});

describe('mismatch 老好人: below 80 % reached, 70 % of the ratings at 4 or more', () => {
  const high = [4, 4, 4, 4, 4, 5, 5, 3, 3, 3];
  test('both have to hold', () => {
    expect(mismatch([fraction(7, 10), fraction(8, 10)], high)).toEqual([
      { kind: 'mismatch', percent: '75', high: 7, n: 10 },
    ]);
    expect(mismatch([fraction(8, 10)], high)).toEqual([]);
    expect(mismatch([fraction(7, 10)], [...high.slice(1), 3])).toEqual([]);
    expect(mismatch([], high)).toEqual([]);
  });
});

test('流于形式 is for HR: copied check-ins, silent interviews', () => {
  expect(goingThroughTheMotions({ held: 6, copied: 0, interviews: 2, silent: 0 })).toEqual([]);
  expect(goingThroughTheMotions({ held: 6, copied: 2, interviews: 2, silent: 1 })).toEqual([
    { kind: 'motions', copied: 2, held: 6, silent: 1, interviews: 2 },
  ]);
});

describe('over all ratings', () => {
  const level = fc.integer({ min: 1, max: 5 });
  const team = fc.array(fc.array(level, { minLength: 1, maxLength: 4 }), { maxLength: 12 });

  test('fewer than five people never give a hint about the rater; every hint has its n', () => {
    fc.assert(
      fc.property(team, fc.integer({ min: 100, max: 500 }), (all, mean) => {
        const seen = {
          organisation: fraction(mean, 100),
          cited: [],
          period: q1,
          unit: { attained: [], given: [] },
        };
        const hints = biasHints({ team: all, ...seen });
        if (all.length < 5) expect(hints).toEqual([]);
        for (const h of hints) expect('n' in h && h.n >= 5 && h.n <= all.length).toBe(true);
      }),
    );
  });

  test('nobody is both mild and severe; who rates as the organisation does is neither', () => {
    fc.assert(
      fc.property(team, (all) => {
        const values = all.map((levels) =>
          fraction(
            levels.reduce((a, b) => a + b, 0),
            levels.length,
          ),
        );
        const organisation = meanOfCounts(values.map((value) => ({ value, n: 1 })));
        expect(leniency(all, organisation)).toEqual([]);
      }),
    );
  });

  test('the mean of counts is the mean of the single ones', () => {
    const counted = fc.array(fc.record({ l: level, n: fc.integer({ min: 1, max: 9 }) }), { minLength: 1 });
    fc.assert(
      fc.property(counted, (all) => {
        const single = all.flatMap(({ l, n }) =>
          Array.from({ length: n }, () => ({ value: fraction(l), n: 1 })),
        );
        const counts = all.map(({ l, n }) => ({ value: fraction(l), n }));
        expect(meanOfCounts(counts)).toEqual(meanOfCounts(single));
      }),
    );
  });

  test('the deviation that is shown is the rounded root', () => {
    fc.assert(
      fc.property(fc.array(level, { minLength: 5, maxLength: 9 }), (levels) => {
        const [hint] = centralTendency(five(...levels));
        const middle = levels.reduce((a, b) => a + b, 0) / levels.length;
        const sd = Math.sqrt(levels.reduce((a, b) => a + (b - middle) ** 2, 0) / levels.length);
        expect(hint !== undefined).toBe(sd < 0.35);
        if (hint?.kind === 'central')
          expect(Math.abs(Number(hint.deviation) - sd)).toBeLessThanOrEqual(0.0051);
      }),
    );
  });
});
