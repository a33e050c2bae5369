/** One command on its way: what was sent, and what it may use. */

import type { Collection } from './collection.ts';
import type { Cursors } from './cursors.ts';
import { Fault } from './fault.ts';
import type { Query } from './find.ts';
import type { Sessions } from './sessions.ts';
import { sortSpec } from './sort.ts';
import type { Store } from './store.ts';
import type { CommandName } from './supported.ts';
import type { Transaction } from './transaction.ts';
import { type Doc, encode, isObject, own, whole } from './value.ts';

export interface Server {
  store: Store;
  cursors: Cursors;
  sessions: Sessions;
  /** Where clients reach it: the path of the socket. */
  address: string;
}

export interface Call {
  server: Server;
  name: CommandName;
  /** What the command's own field holds: for most the name of a collection. */
  target: unknown;
  body: Doc;
  db: string;
  /** The same for all documents of the command: `$$NOW`. */
  now: Date;
  /** The documents of an insert, as they came. */
  documents: readonly Buffer[] | undefined;
  session: string | undefined;
  transaction: Transaction | undefined;
}

export type Reply = Doc | Buffer;
export type Handler = (call: Call) => Reply | Promise<Reply>;

export function namespace(call: Call): string {
  const name = call.target;
  if (typeof name !== 'string')
    throw new Fault(73, 'InvalidNamespace', `collection name has invalid type ${typeof name}`);
  if (!name || !call.db || /[$\0]/.test(name))
    throw new Fault(73, 'InvalidNamespace', `Invalid namespace specified '${call.db}.${name}'`);
  return `${call.db}.${name}`;
}

export function collectionOf(call: Call): Collection | undefined {
  return call.server.store.collections.get(namespace(call));
}

export function documentArg(body: Doc, field: string): Doc {
  const value = own(body, field) ?? {};
  if (!isObject(value))
    throw new Fault(14, 'TypeMismatch', `BSON field '${field}' is the wrong type, expected type 'object'`);
  return value;
}

export function arrayArg(body: Doc, field: string): readonly unknown[] {
  const value = own(body, field);
  if (!Array.isArray(value))
    throw new Fault(40414, 'Location40414', `BSON field '${field}' is missing or no array`);
  return value;
}

export function countArg(body: Doc, field: string): number {
  const value = own(body, field);
  if (value === undefined || value === null) return 0;
  const count = whole(value);
  if (count === undefined) throw new Fault(14, 'TypeMismatch', `BSON field '${field}' must be a number`);
  if (count < 0) throw new Fault(51024, 'Location51024', `BSON field '${field}' value must be >= 0`);
  return count;
}

/** Drivers always send a `cursor`; what it may hold they send only when asked to. */
export function requireEmptyCursor(body: Doc): void {
  const [unknown] = Object.keys(documentArg(body, 'cursor'));
  if (unknown) throw new Fault(40415, 'Location40415', `BSON field 'cursor.${unknown}' is an unknown field.`);
}

/** Inputs of a query that reads or writes; `limit` 0 is all. */
export function queryOf(call: Call, filter: Doc, from: Doc, limit = 0, skip = 0): Query {
  const { now, transaction } = call;
  const moment = transaction?.moment ?? Number.MAX_SAFE_INTEGER;
  return { filter, sort: sortSpec(own(from, 'sort')), skip, limit, now, moment };
}

/** A cursor over documents that are made, not stored. */
export function* encoded(docs: Iterable<Doc>): Generator<Buffer> {
  for (const doc of docs) yield encode(doc);
}
