/** How numbers stand on a card that can be reckoned again: exact, and what does not end as a fraction. Pure. */
import { div, exact, type Fraction, fraction, mul, readExact, roundHalfUp, sum } from '../core/fraction.ts';
import type { Locale } from '../core/i18n.ts';
import { why } from './messages-why.ts';

const hundred = fraction(100);

/** Of a whole, in percent: exact. */
export const share = (weight: string, total: Fraction): string =>
  exact(div(mul(readExact(weight), hundred), total));

/** '2.6', or '7/3 ≈ 2.3333' where it does not end. */
export const valued = (value: string, l: Locale): string =>
  value.includes('/') ? why(l).about(value, roundHalfUp(readExact(value), 4)) : value;

/** (70 × 2.6 + 30 × 4) ÷ 100 */
export function sumOf(parts: readonly { weight: string; value: string }[]): string {
  const products = parts.map(({ weight, value }) => `${weight} × ${value}`).join(' + ');
  return `(${products}) ÷ ${exact(sum(parts.map(({ weight }) => readExact(weight))))}`;
}
