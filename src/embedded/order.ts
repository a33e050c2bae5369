/** BSON's order of values of any types, as sorting, ranges and equality use it. */
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { type Doc, isObject, numeric } from './value.ts';

/** What an index and a sort hold for an empty array: below null, above MinKey. */
export const emptyArray = Object.freeze(Object.create({ kind: 'empty array' })) as object;

export const rank = {
  minKey: 1,
  emptyArray: 4,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  timestamp: 50,
  regex: 55,
  code: 60,
  maxKey: 100,
} as const;

export function rankOf(value: unknown): number {
  if (value === undefined || value === null) return rank.null;
  if (typeof value === 'string') return rank.string;
  if (typeof value === 'number') return rank.number;
  if (typeof value === 'boolean') return rank.boolean;
  if (isObject(value)) return rank.object;
  if (Array.isArray(value)) return rank.array;
  if (value instanceof Date) return rank.date;
  return rankOfClass(value);
}

const classes: readonly (readonly [abstract new (...args: never[]) => object, number])[] = [
  [Int32, rank.number],
  [ObjectId, rank.objectId],
  [Double, rank.number],
  [Timestamp, rank.timestamp], // before Long, which it extends
  [Long, rank.number],
  [Binary, rank.binary],
  [Uint8Array, rank.binary],
  [Decimal128, rank.number],
  [BSONRegExp, rank.regex],
  [BSONSymbol, rank.string],
  [Code, rank.code],
  [MinKey, rank.minKey],
  [MaxKey, rank.maxKey],
];

function rankOfClass(value: unknown): number {
  if (value === emptyArray) return rank.emptyArray;
  for (const [type, order] of classes) if (value instanceof type) return order;
  return rank.object;
}

export function compare(a: unknown, b: unknown): number {
  const order = rankOf(a);
  const other = rankOf(b);
  if (order !== other) return order - other;
  return sameRank[order]?.(a, b) ?? 0;
}

export const equal = (a: unknown, b: unknown): boolean => compare(a, b) === 0;

type Compare = (a: never, b: never) => number;
const three = (a: string | number | bigint, b: string | number | bigint): number =>
  a < b ? -1 : a > b ? 1 : 0;

const sameRank: Record<number, (a: unknown, b: unknown) => number> = Object.assign(Object.create(null), {
  [rank.number]: compareNumbers,
  [rank.string]: (a: unknown, b: unknown) => compareStrings(String(a), String(b)),
  [rank.object]: compareObjects,
  [rank.array]: compareArrays,
  [rank.binary]: compareBinary,
  [rank.objectId]: (a: ObjectId, b: ObjectId) => Buffer.compare(a.id, b.id),
  [rank.boolean]: (a: boolean, b: boolean) => Number(a) - Number(b),
  [rank.date]: (a: Date, b: Date) => three(a.getTime(), b.getTime()),
  [rank.timestamp]: (a: Timestamp, b: Timestamp) => a.comp(b),
  [rank.regex]: (a: BSONRegExp, b: BSONRegExp) => three(a.pattern, b.pattern) || three(a.options, b.options),
  [rank.code]: (a: Code, b: Code) => three(a.code, b.code),
} satisfies Record<number, Compare>);

/** NaN is the lowest number and equal to itself. */
function compareNumbers(a: unknown, b: unknown): number {
  const x = numeric(a) ?? 0;
  const y = numeric(b) ?? 0;
  if (Number.isNaN(x)) return Number.isNaN(y) ? 0 : -1;
  return Number.isNaN(y) ? 1 : three(x, y);
}

// By code unit is by UTF-8 byte, except where surrogates meet the characters above them.
const plain = /^[^\ud800-\uffff]*$/;

function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  if (plain.test(a) && plain.test(b)) return three(a, b);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function compareObjects(a: Doc, b: Doc): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const x = left[i] as string;
    const y = right[i] as string;
    const order = rankOf(a[x]) - rankOf(b[y]) || compareStrings(x, y) || compare(a[x], b[y]);
    if (order) return order;
  }
  return left.length - right.length;
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compare(a[i], b[i]);
    if (order) return order;
  }
  return a.length - b.length;
}

/** Subtype and bytes of binary data. */
export function binaryParts(value: unknown): readonly [number, Uint8Array] {
  if (value instanceof Binary) return [value.sub_type, value.buffer.subarray(0, value.position)];
  return [0, value as Uint8Array];
}

function compareBinary(a: unknown, b: unknown): number {
  const [type, bytes] = binaryParts(a);
  const [other, others] = binaryParts(b);
  return bytes.length - others.length || type - other || Buffer.compare(bytes, others);
}
