/**
 * Values as bytes whose byte order is BSON's order, for document keys and index entries. An encoding never is the
 * beginning of another one, so encodings can be strung together.
 */
import { createHash } from 'node:crypto';
import type { BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { Fault } from './fault.ts';
import { binaryParts, rank, rankOf } from './order.ts';
import { type Doc, numeric } from './value.ts';

/** LMDB takes keys of 1,978 bytes: 4 for the index, this for the document's id, the rest for the index fields. */
const idBytes = 512;
const fieldsBytes = 1978 - 4 - idBytes - 8;
const hashBytes = 32;

let bytes = Buffer.allocUnsafe(1 << 12);
let end = 0;

function room(count: number): void {
  if (end + count <= bytes.length) return;
  const larger = Buffer.allocUnsafe((end + count) * 2);
  bytes.copy(larger, 0, 0, end);
  bytes = larger;
}

function writeByte(value: number): void {
  room(1);
  bytes[end++] = value;
}

function writeBytes(value: Uint8Array): void {
  room(value.length);
  bytes.set(value, end);
  end += value.length;
}

/** What ends a text: two zeros, because a zero inside is followed by 255, which UTF-8 never has. */
const textEndBytes = 2;

function writeText(text: string): void {
  room(text.length * 6 + textEndBytes);
  if (text.includes('\0')) {
    for (const byte of Buffer.from(text)) {
      bytes[end++] = byte;
      if (byte === 0) bytes[end++] = 255;
    }
  } else end += bytes.write(text, end);
  bytes.fill(0, end, end + textEndBytes);
  end += textEndBytes;
}

function writeBigInt(value: bigint): void {
  room(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value), end);
  end += 8;
}

const float = new Float64Array(1);
const floatBits = new BigInt64Array(float.buffer);

function nextBelow(value: number): number {
  float[0] = value;
  floatBits[0] = (floatBits[0] as bigint) + (value > 0 ? -1n : 1n);
  return float[0] as number;
}

/** The largest double that is not above the number, and beyond 2^53 the distance to it (at most 1,023). */
function writeNumber(value: unknown): void {
  const n = numeric(value) ?? 0;
  let double = Number(n);
  if (typeof n === 'bigint' && BigInt(double) > n) double = nextBelow(double);
  float[0] = double === 0 ? 0 : double; // -0 equals 0
  const bits = floatBits[0] as bigint;
  if (Number.isNaN(double)) writeBigInt(0n);
  else writeBigInt(bits < 0n ? ~bits : bits | (1n << 63n));
  if (!(Math.abs(double) >= 2 ** 53)) return;
  const rest = typeof n === 'bigint' ? Number(n - BigInt(double)) : 0;
  writeByte(rest >> 8);
  writeByte(rest & 255);
}

function writeObject(doc: Doc): void {
  for (const field of Object.keys(doc)) {
    writeByte(rankOf(doc[field]));
    writeText(field);
    write(doc[field]);
  }
  writeByte(0);
}

function writeArray(values: readonly unknown[]): void {
  for (const value of values) write(value);
  writeByte(0);
}

function writeBinary(value: unknown): void {
  const [type, data] = binaryParts(value);
  room(5);
  bytes.writeUInt32BE(data.length, end);
  end += 4;
  writeByte(type);
  writeBytes(data);
}

function writeTimestamp(value: Timestamp): void {
  writeBigInt(BigInt.asUintN(64, value.toBigInt()));
}

function writeDate(value: Date): void {
  const time = value.getTime();
  // A date that JavaScript cannot hold sorts as the epoch; the document itself is kept as it came.
  writeBigInt((Number.isNaN(time) ? 0n : BigInt(time)) + (1n << 63n));
}

function writeRegex(value: BSONRegExp): void {
  writeText(value.pattern);
  writeText(value.options);
}

const writers: Record<number, (value: never) => void> = Object.assign(Object.create(null), {
  [rank.number]: writeNumber,
  [rank.string]: (value: unknown) => writeText(String(value)),
  [rank.object]: writeObject,
  [rank.array]: writeArray,
  [rank.binary]: writeBinary,
  [rank.objectId]: (value: ObjectId) => writeBytes(value.id),
  [rank.boolean]: (value: boolean) => writeByte(value ? 1 : 0),
  [rank.date]: writeDate,
  [rank.timestamp]: writeTimestamp,
  [rank.regex]: writeRegex,
  [rank.code]: (value: Code) => writeText(value.code),
});

function write(value: unknown): void {
  const order = rankOf(value);
  writeByte(order);
  writers[order]?.(value as never);
}

/** A key without a limit in length: equal keys are equal values. */
export function keyOf(value: unknown): Buffer {
  end = 0;
  write(value);
  return Buffer.from(bytes.subarray(0, end));
}

/** As `keyOf`, as a string for maps and sets. */
export function keyText(value: unknown): string {
  end = 0;
  write(value);
  return bytes.toString('latin1', 0, end);
}

export function documentKey(id: unknown): Buffer {
  const key = keyOf(id);
  if (key.length > idBytes)
    throw new Fault(17280, 'KeyTooLong', `_id is too long: its key takes ${key.length} of ${idBytes} bytes`);
  return key;
}

/** The bytes that one of `fields` fields of an index may take before the rest is hashed. */
export function fieldRoom(fields: number): number {
  return Math.min(512, Math.floor(fieldsBytes / fields)) - hashBytes;
}

/** One field of an index entry. A long value keeps its beginning and the hash of all of it: equality stays exact. */
export function fieldKey(value: unknown, descending: boolean, limit: number): Buffer {
  const key = keyOf(value);
  if (key.length <= limit) return descending ? inverted(key) : key;
  const hash = createHash('sha256').update(key).digest();
  const short = Buffer.concat([key.subarray(0, limit), hash]);
  return descending ? inverted(short) : short;
}

export function inverted(key: Uint8Array): Buffer {
  const result = Buffer.allocUnsafe(key.length);
  for (let i = 0; i < key.length; i++) result[i] = ~(key[i] as number);
  return result;
}

/** The first key after all that begin with `prefix`. */
export function after(prefix: Buffer): Buffer {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 255) length--;
  const result = Buffer.from(prefix.subarray(0, length));
  if (length > 0) result[length - 1] = (result[length - 1] as number) + 1;
  return result;
}

export function numberKey(value: number): Buffer {
  const key = Buffer.allocUnsafe(4);
  key.writeUInt32BE(value);
  return key;
}
