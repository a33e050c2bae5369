/** Inserting, updating and deleting documents, on behalf of a plain write or a transaction. */
import { type Call, namespace, queryOf } from './call.ts';
import { createCollection } from './catalogue.ts';
import { apply, isTransaction, type Prepared, prepare, type Writer } from './change.ts';
import type { Collection } from './collection.ts';
import { dollarField, Fault } from './fault.ts';
import { find, type Row } from './find.ts';
import { documentKey } from './keys.ts';
import { rank, rankOf } from './order.ts';
import { compileUpdate, idFirst, isReplacement } from './update.ts';
import { upsertSeed } from './upsert.ts';
import { type Doc, decode, encode, isObject, own } from './value.ts';

export interface Outcome {
  matched: number;
  modified: number;
  /** The id that an upsert inserted. */
  upserted?: unknown;
  before?: Doc | undefined;
  after?: Doc | undefined;
}

export interface UpdateStatement {
  filter: Doc;
  /** Where the sort stands. */
  options: Doc;
  update: unknown;
  multi: boolean;
  upsert: boolean;
}

const collectionFor = (call: Call): Collection => createCollection(call.server.store, namespace(call));

function requireId(id: unknown): void {
  const type = rankOf(id);
  if (id === undefined || type === rank.array || type === rank.regex)
    throw new Fault(53, 'InvalidIdField', "The '_id' value cannot be an array, a regex or undefined");
  const dollar = isObject(id) && Object.keys(id).find((field) => field.startsWith('$'));
  if (dollar)
    throw dollarField(`_id fields may not contain '$'-prefixed fields: ${dollar} is not valid for storage.`);
}

export function insertDocument(call: Call, writer: Writer, bytes: Buffer): Doc {
  const given = decode(bytes);
  const doc = idFirst(given);
  requireId(own(doc, '_id'));
  const collection = collectionFor(call);
  const stored = doc === given ? Buffer.from(bytes) : encode(doc);
  const change = { key: documentKey(doc._id), before: undefined, after: doc, bytes: stored };
  const { store } = call.server;
  apply(store, collection, prepare(store, collection, change, writer), writer);
  return doc;
}

function found(call: Call, writer: Writer, filter: Doc, options: Doc, limit: number): Row[] {
  const { store } = call.server;
  const transaction = isTransaction(writer) ? writer : undefined;
  const query = queryOf(call, filter, options, limit);
  return [...find(store, store.collections.get(namespace(call)), query, transaction)];
}

export function updateDocuments(call: Call, writer: Writer, statement: UpdateStatement): Outcome {
  const { filter, options, multi } = statement;
  const update = compileUpdate(statement.update, multi, call.now);
  const rows = found(call, writer, filter, options, multi ? 0 : 1);
  const [first] = rows;
  if (!first) return statement.upsert ? upsert(call, writer, statement) : { matched: 0, modified: 0 };
  // MongoDB counts a replacement as a change even when it changes nothing.
  const always = isReplacement(statement.update);
  const after = changeAll(call, writer, rows, (doc) => update(doc, false), always);
  return { matched: rows.length, modified: after.length, before: first.doc, after: after[0] ?? first.doc };
}

function upsert(call: Call, writer: Writer, { filter, update: spec }: UpdateStatement): Outcome {
  const equalities = upsertSeed(filter);
  const id = own(equalities, '_id');
  const seed = isReplacement(spec) ? (id === undefined ? {} : { _id: id }) : equalities;
  const doc = insertDocument(call, writer, encode(compileUpdate(spec, false, call.now)(seed, true)));
  return { matched: 1, modified: 0, upserted: doc._id, after: doc };
}

/** Prepares all changes before it applies the first: a statement that waits or fails has changed nothing. */
function changeAll(
  call: Call,
  writer: Writer,
  rows: readonly Row[],
  next: (doc: Doc) => Doc | undefined,
  always = false,
): Doc[] {
  const { store } = call.server;
  const collection = collectionFor(call);
  const prepared: Prepared[] = [];
  for (const { key, doc, bytes } of rows) {
    const after = next(doc);
    const stored = after && encode(after);
    if (!always && stored?.equals(bytes)) continue;
    prepared.push(prepare(store, collection, { key, before: doc, after, bytes: stored }, writer));
  }
  for (const change of prepared) apply(store, collection, change, writer);
  return prepared.flatMap(({ after }) => (after ? [after] : []));
}

export function deleteDocuments(call: Call, writer: Writer, filter: Doc, limit: number): Outcome {
  const rows = found(call, writer, filter, {}, limit);
  if (rows.length) changeAll(call, writer, rows, () => undefined);
  return { matched: rows.length, modified: 0, before: rows[0]?.doc };
}
