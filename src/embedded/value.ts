/**
 * BSON values as the store holds them. Numbers stay Int32, Double and Long from reading to writing, so an update never
 * turns a long into a double; `_bsontype` is never asked of a plain object, because data may have a field of that name.
 */
import { Decimal128, Double, deserialize, Int32, Long, serialize, Timestamp } from 'bson';
import { badValue } from './fault.ts';

export interface Doc {
  [field: string]: unknown;
}

// bsonRegExp: js-bson would turn the flag `s` into a stateful `g`.
const lossless = {
  promoteValues: false,
  promoteLongs: false,
  bsonRegExp: true,
  validation: { utf8: false },
} as const;

export function decode(bytes: Uint8Array): Doc {
  return deserialize(bytes, lossless);
}

export function encode(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A plain document: neither array nor any BSON class. */
export function isObject(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false;
  const proto = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === null;
}

export function own(doc: Doc, field: string): unknown {
  return Object.hasOwn(doc, field) ? doc[field] : undefined;
}

/** Writes a field of any name: assigning `__proto__` would change the prototype instead. */
export function put(doc: Doc, field: string, value: unknown): void {
  if (field !== '__proto__') {
    doc[field] = value;
    return;
  }
  Object.defineProperty(doc, field, { value, enumerable: true, writable: true, configurable: true });
}

/** The first field of a document, or '' for an empty one. */
export function firstField(doc: Doc): string {
  return Object.keys(doc)[0] ?? '';
}

export type BsonNumber = number | Int32 | Double | Long | Decimal128;

/** The value of a number of any BSON type; a bigint only for longs that a double cannot hold. */
export function numeric(value: unknown): number | bigint | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof Int32 || value instanceof Double) return Number(value.value);
  if (value instanceof Timestamp) return undefined; // it extends Long
  if (value instanceof Long) {
    const n = value.toNumber();
    return Number.isSafeInteger(n) ? n : value.toBigInt();
  }
  return value instanceof Decimal128 ? Number(value.toString()) : undefined;
}

/** Sizes and limits as the server reads them: cut, not rounded. */
export function whole(value: unknown): number | undefined {
  const n = numeric(value);
  return n === undefined || Number.isNaN(Number(n)) ? undefined : Math.trunc(Number(n));
}

/** What a flag or an expression counts as: null, missing, false and zero are false. */
export function isTruthy(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  const n = numeric(value);
  return n === undefined || Number(n) !== 0;
}

type NumberKind = 'int' | 'long' | 'double';
const minLong = -(2n ** 63n);
const maxLong = 2n ** 63n - 1n;

function kindOf(value: unknown): NumberKind | undefined {
  if (value instanceof Int32) return 'int';
  if (value instanceof Long) return 'long';
  if (value instanceof Double) return 'double';
  if (typeof value === 'number') return Number.isInteger(value) && value === (value | 0) ? 'int' : 'double';
  if (value instanceof Decimal128)
    throw badValue('Decimal128 arithmetic is not supported by the embedded store');
  return undefined;
}

export function isNumber(value: unknown): value is BsonNumber {
  return numeric(value) !== undefined;
}

/** Adds as MongoDB does: int32 grows to long, anything with a double is a double; `null` when a long overflows. */
export function addNumbers(a: unknown, b: unknown): Int32 | Long | Double | null {
  const kinds = [kindOf(a), kindOf(b)];
  const x = numeric(a) ?? 0;
  const y = numeric(b) ?? 0;
  if (kinds.includes('double')) return new Double(Number(x) + Number(y));
  const sum = BigInt(x) + BigInt(y);
  if (!kinds.includes('long') && sum === BigInt.asIntN(32, sum)) return new Int32(Number(sum));
  return sum < minLong || sum > maxLong ? null : Long.fromBigInt(sum);
}
