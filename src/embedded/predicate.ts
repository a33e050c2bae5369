/** Tests of one value, without paths and arrays. */
import type { BSONRegExp } from 'bson';
import { badValue, Fault } from './fault.ts';
import { keyText } from './keys.ts';
import { compare, equal, rank, rankOf } from './order.ts';
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

/** A pattern of `^` and a text; any other could mean to JavaScript something else than to MongoDB's PCRE. */
const prefixed = /^\^((?:[^\\^$.*+?()[\]{}|]|\\\W)*)$/;

export function begins({ pattern, options }: BSONRegExp): Test {
  const text = options === '' ? prefixed.exec(pattern)?.[1]?.replace(/\\(\W)/g, '$1') : undefined;
  if (text === undefined)
    throw new Fault(
      51091,
      'Location51091',
      `Regular expression is invalid: the embedded store takes ^ and a text only, not ${pattern}`,
    );
  return (value) => typeof value === 'string' && value.startsWith(text);
}

const fewMembers = 8;

export function member(wanted: readonly unknown[]): Test {
  if (wanted.length <= fewMembers) {
    const tests = wanted.map(equals);
    return (value) => tests.some((test) => test(value));
  }
  const keys = new Set(wanted.map(keyText));
  return (value) => keys.has(keyText(value));
}
