import fc from 'fast-check';
import {
  add,
  clip,
  cmp,
  div,
  exact,
  type Fraction,
  fraction,
  halfSteps,
  max,
  mean,
  min,
  mul,
  parse,
  roundHalfUp,
  sub,
  sum,
  weightedMean,
  whole,
  ZERO,
} from '../../src/core/fraction.ts';

const big = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const any: fc.Arbitrary<Fraction> = fc
  .tuple(
    big,
    big.filter((d) => d !== 0n),
  )
  .map(([n, d]) => fraction(n, d));
const notZero = any.filter((f) => f.n !== 0n);

describe('arithmetic', () => {
  test('the laws of a field, with equal numbers as equal objects', () => {
    fc.assert(
      fc.property(any, any, any, notZero, (a, b, c, d) => {
        expect(add(a, add(b, c))).toEqual(add(add(a, b), c));
        expect(mul(a, add(b, c))).toEqual(add(mul(a, b), mul(a, c)));
        expect(sub(add(a, b), b)).toEqual(a);
        expect(div(mul(a, d), d)).toEqual(a);
        expect(a.d > 0n).toBe(true);
      }),
    );
  });

  test('order', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(cmp(a, b)).toBe(cmp(sub(a, b), ZERO));
        expect(cmp(a, b)).toBe(cmp(b, a) === 0 ? 0 : -cmp(b, a));
        expect(cmp(min(a, b), max(a, b))).toBeLessThanOrEqual(0);
        expect(add(min(a, b), max(a, b))).toEqual(add(a, b));
        expect(clip(a, min(a, b), max(a, b))).toEqual(a);
      }),
    );
  });

  test('means lie within, and equal weights are the plain mean', () => {
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), (all) => {
        expect(sum(all.map((f) => sub(f, mean(all))))).toEqual(ZERO);
        expect(weightedMean(all.map((value) => ({ weight: fraction(3333), value })))).toEqual(mean(all));
      }),
    );
  });

  test('no division by zero', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => div(fraction(1), ZERO)).toThrow(RangeError);
  });
});

describe('decimals as written', () => {
  test.each([
    [0.1, 1n, 10n],
    ['3.40', 17n, 5n],
    [-0.25, -1n, 4n],
    [1e21, 10n ** 21n, 1n],
    [5e-324, 5n, 10n ** 324n],
    ['1.5e2', 150n, 1n],
    ['+007', 7n, 1n],
    ['-0', 0n, 1n],
    [-0, 0n, 1n],
  ])('%p', (written, n, d) => {
    const found = parse(written);
    expect(cmp(found, fraction(n, d))).toBe(0);
    expect(found).toEqual(fraction(n, d));
  });

  test.each([
    '',
    ' 1',
    '1 ',
    '1,5',
    '.5',
    '1.',
    '0x10',
    'NaN',
    '1/3',
    '1e9999',
    '１',
    '1\n',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '9'.repeat(401),
  ])('%p is refused', (written) => {
    expect(() => parse(written)).toThrow(RangeError);
  });

  test('digits, point and exponent', () => {
    fc.assert(
      fc.property(big, fc.integer({ min: 0, max: 20 }), (n, decimals) => {
        const expected = fraction(n, 10n ** BigInt(decimals));
        expect(parse(`${n}e-${decimals}`)).toEqual(expected);
        expect(parse(roundHalfUp(expected, decimals))).toEqual(expected);
      }),
    );
  });

  test('any number a JavaScript program holds', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (x) => {
        fc.pre(Math.abs(x) > 1e-200);
        const { n, d } = parse(x);
        expect(Math.abs(Number(n) / Number(d) / x - 1)).toBeLessThan(4 * Number.EPSILON);
      }),
    );
  });
});

describe('rounding', () => {
  test.each([
    ['2.125', 2, '2.13'],
    ['3.7449', 2, '3.74'],
    ['3.745', 2, '3.75'],
    ['-0.004', 2, '0.00'],
    ['-2.5', 0, '-2'],
    ['2.5', 0, '3'],
    ['-0.125', 2, '-0.12'],
    ['-12.126', 2, '-12.13'],
    ['0.05', 1, '0.1'],
    ['7', 3, '7.000'],
  ])('%s to %i decimals is %s', (text, decimals, shown) => {
    expect(roundHalfUp(parse(text), decimals)).toBe(shown);
  });

  test('steps of a half', () => {
    const halves = ['3.67', '3.75', '3.74', '1', '4.25', '4.2499'].map((text) =>
      exact(halfSteps(parse(text))),
    );
    expect(halves).toEqual(['3.5', '4', '3.5', '1', '4.5', '4']);
  });

  test('at most half a step away, and a half goes up', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 6 }), (f, decimals) => {
        const off = mul(sub(parse(roundHalfUp(f, decimals)), f), fraction(2n * 10n ** BigInt(decimals)));
        expect(cmp(off, fraction(-1))).toBe(1);
        expect(cmp(off, fraction(1))).toBeLessThanOrEqual(0);
        expect(whole(f)).toBe(parse(roundHalfUp(f, 0)).n);
      }),
    );
  });

  test('exact loses nothing', () => {
    expect(['3.250', '-0.1', '12'].map((text) => exact(parse(text)))).toEqual(['3.25', '-0.1', '12']);
    expect(exact(fraction(-10, 3))).toBe('-10/3');
    fc.assert(
      fc.property(any, (f) => {
        const [n, d = '1'] = exact(f).split('/');
        expect(div(parse(n!), parse(d))).toEqual(f);
      }),
    );
  });
});
