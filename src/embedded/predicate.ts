/** Tests of one value, without paths and arrays. */
import type { BSONRegExp } from 'bson';
import { badValue } from './fault.ts';
import { keyText } from './keys.ts';
import { compare, equal, rank, rankOf } from './order.ts';
import { compileRegex } from './regex.ts';
import { numeric } from './value.ts';

export type Test = (value: unknown) => boolean;

const isNull: Test = (value) => value === undefined || value === null;
const isNaNumber: Test = (value) => Number.isNaN(numeric(value));

export function equals(wanted: unknown): Test {
  if (isNull(wanted)) return isNull;
  if (typeof wanted === 'string') return (value) => value === wanted;
  return (value) => value !== undefined && equal(value, wanted);
}

/** `$gt` and its kin: only values of the same type compare, except with MinKey and MaxKey; NaN only equals itself. */
export function comparison(wanted: unknown, direction: 1 | -1, orEqual: boolean): Test {
  const type = rankOf(wanted);
  if (type === rank.regex) throw badValue("Can't have RegEx as arg to a comparison.");
  if (type === rank.null) return orEqual ? isNull : () => false;
  if (isNaNumber(wanted)) return orEqual ? isNaNumber : () => false;
  const anyType = type === rank.minKey || type === rank.maxKey;
  return (value) => {
    if (value === undefined || isNaNumber(value)) return false;
    if (!anyType && rankOf(value) !== type) return false;
    const order = compare(value, wanted) * direction;
    return orEqual ? order >= 0 : order > 0;
  };
}

export function matchesRegex(wanted: BSONRegExp): Test {
  const regex = compileRegex(wanted.pattern, wanted.options);
  return (value) =>
    typeof value === 'string' ? regex.test(value) : rankOf(value) === rank.regex && equal(value, wanted);
}

const fewMembers = 8;

export function member(wanted: readonly unknown[]): Test {
  const isRegex: Test = (value) => rankOf(value) === rank.regex;
  const patterns = wanted.filter(isRegex).map((value) => matchesRegex(value as BSONRegExp));
  const values = wanted.filter((value) => !isRegex(value));
  const inPatterns: Test = (value) => patterns.some((matches) => matches(value));
  if (values.length <= fewMembers) {
    const tests = values.map(equals);
    return (value) => tests.some((test) => test(value)) || inPatterns(value);
  }
  const keys = new Set(values.map(keyText));
  return (value) => keys.has(keyText(value)) || inPatterns(value);
}
