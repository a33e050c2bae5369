/**
 * Exact rational numbers. Scores are sums of thirds and tenths, compared with bounds such as 3.75: floating point would sometimes
 * fall on the wrong side, and nobody could redo the sum by hand. Rounding happens where a number is shown, and only there.
 */
export interface Fraction {
  readonly n: bigint;
  /** Positive; n and d have no common divisor, so equal numbers are equal objects. */
  readonly d: bigint;
}

/** Longer than any double, short enough that hostile input stays cheap. */
const LONGEST = 400;

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const [over, under] = [BigInt(n), BigInt(d)];
  if (under === 0n) throw new RangeError('division by zero');
  const sign = under < 0n ? -1n : 1n;
  const common = gcd(over, under * sign) * sign;
  return { n: over / common, d: under / common };
}

export const ZERO: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };

/** The decimal as it is written: 0.1 is one tenth, '3.40' is 17/5, 1e-7 is one ten-millionth. */
export function parse(written: string | number): Fraction {
  const text = String(written);
  const found = text.length > LONGEST ? null : /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  if (!found) throw new RangeError(`not a decimal number: ${text.slice(0, 40)}`);
  const [, sign, whole, decimals = '', power = '0'] = found;
  const exponent = Number(power) - decimals.length;
  if (Math.abs(exponent) > 2 * LONGEST) throw new RangeError(`not a decimal number: ${text.slice(0, 40)}`);
  const digits = BigInt(`${whole}${decimals}`) * (sign === '-' ? -1n : 1n);
  const scale = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? fraction(digits, scale) : fraction(digits * scale);
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function sub(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function mul(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

export function div(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/** −1, 0 or 1. */
export function cmp(a: Fraction, b: Fraction): number {
  const [left, right] = [a.n * b.d, b.n * a.d];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function min(a: Fraction, b: Fraction): Fraction {
  return cmp(a, b) <= 0 ? a : b;
}

export function max(a: Fraction, b: Fraction): Fraction {
  return cmp(a, b) >= 0 ? a : b;
}

export function clip(f: Fraction, low: Fraction, high: Fraction): Fraction {
  return max(low, min(high, f));
}

export function sum(all: readonly Fraction[]): Fraction {
  return all.reduce(add, ZERO);
}

/** Of at least one number. */
export function mean(all: readonly Fraction[]): Fraction {
  return div(sum(all), fraction(all.length));
}

export interface Weighted {
  weight: Fraction;
  value: Fraction;
}

/** Σ weight · value / Σ weight, of at least one positive weight. */
export function weightedMean(all: readonly Weighted[]): Fraction {
  return div(sum(all.map(({ weight, value }) => mul(weight, value))), sum(all.map(({ weight }) => weight)));
}

/** The nearest whole number; a half goes up (2.5 → 3, −2.5 → −2). */
export function whole(f: Fraction): bigint {
  const [over, under] = [2n * f.n + f.d, 2n * f.d];
  const cut = over / under;
  return over % under < 0n ? cut - 1n : cut;
}

/** The nearest multiple of 0.5; a quarter goes up. */
export function halfSteps(f: Fraction): Fraction {
  return fraction(whole(mul(f, fraction(2))), 2);
}

/** '3.42': rounded half-up, always with that many decimals. */
export function roundHalfUp(f: Fraction, decimals: number): string {
  const scaled = whole(mul(f, fraction(10n ** BigInt(decimals))));
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  if (decimals === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Nothing lost: '3.25' where the decimals end, else '10/3'. */
export function exact(f: Fraction): string {
  let [rest, twos, fives] = [f.d, 0, 0];
  for (; rest % 2n === 0n; twos += 1) rest /= 2n;
  for (; rest % 5n === 0n; fives += 1) rest /= 5n;
  return rest === 1n ? roundHalfUp(f, Math.max(twos, fives)) : `${f.n}/${f.d}`;
}

/** What `exact` wrote. */
export function readExact(text: string): Fraction {
  const [over = '', under = '1'] = text.split('/');
  return div(parse(over), parse(under));
}
