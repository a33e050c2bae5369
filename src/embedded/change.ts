/** One document written: first everything is checked and its owner noted, then it is applied. */

import { saveCollection } from './catalogue.ts';
import { type Collection, type Index, notYet } from './collection.ts';
import { duplicateKey } from './duplicate.ts';
import { entriesOf } from './entries.ts';
import { Fault, writeConflict } from './fault.ts';
import { after as keyAfter } from './keys.ts';
import { type Owner, type Store, Wait } from './store.ts';
import type { Pending, Transaction } from './transaction.ts';
import type { Doc } from './value.ts';

/** Who writes: a transaction, or the plain write that runs in LMDB's. */
export type Writer = Transaction | Owner;

/** A document before and after; no `before` is an insert, no `after` and no bytes a delete. */
export interface Change {
  key: Buffer;
  before: Doc | undefined;
  after: Doc | undefined;
  bytes: Buffer | undefined;
}

interface Entry {
  index: Index;
  key: Buffer;
  text: string;
}

export interface Prepared extends Change {
  added: readonly Entry[];
}

export const isTransaction = (owner: Owner): owner is Transaction => 'snapshot' in owner;

const documentLock = (collection: Collection, key: Buffer): string =>
  `${collection.id}:${key.toString('latin1')}`;
const uniqueLock = ({ index, text }: Entry): string => `${index.id}:${text}`;
const maxBytes = 16 * 1024 * 1024;

function difference(collection: Collection, from: Doc | undefined, to: Doc | undefined): Entry[] {
  const entries: Entry[] = [];
  for (const index of collection.indexes) {
    const known = from ? entriesOf(index, from).keys : undefined;
    const wanted = to ? entriesOf(index, to).keys : new Map<string, Buffer>();
    for (const [text, key] of wanted) if (!known?.has(text)) entries.push({ index, key, text });
  }
  return entries;
}

/** Throws what speaks against the change; nothing is written yet. */
export function prepare(store: Store, collection: Collection, change: Change, writer: Writer): Prepared {
  if (isTransaction(writer)) {
    // Whether a unique key is taken cannot be seen before the entries of a new index are on the disk.
    if (collection.indexes.some(({ usableFrom }) => usableFrom === notYet)) throw writeConflict();
    store.env.resetReadTxn();
  }
  claim(store, documentLock(collection, change.key), writer);
  if (change.bytes && change.bytes.length > maxBytes)
    throw new Fault(
      10334,
      'BSONObjectTooLarge',
      `BSONObj size: ${change.bytes.length} is invalid (over 16 MB)`,
    );
  const added = difference(collection, change.before, change.after);
  for (const entry of added) if (entry.index.unique) claim(store, uniqueLock(entry), writer);
  if (isTransaction(writer)) refuseStale(store, collection, change, writer);
  return { ...change, added };
}

/** A plain write sees other plain writes and need not wait for them; a transaction's snapshot does not. */
function claim(store: Store, lock: string, writer: Writer): void {
  const owner = store.owners.get(lock);
  if (!owner || owner === writer) return;
  if (isTransaction(writer)) throw writeConflict();
  if (isTransaction(owner)) throw new Wait(owner);
}

/** A document that somebody changed after the snapshot was taken is a conflict. */
function refuseStale(store: Store, collection: Collection, change: Change, transaction: Transaction): void {
  if (transaction.overlays.get(collection.id)?.documents.has(change.key.toString('latin1'))) return;
  const key = Buffer.concat([collection.prefix, change.key]);
  const latest = store.documents.get(key);
  const seen = store.documents.get(key, { transaction: transaction.snapshot });
  if (latest === undefined ? seen === undefined : seen && latest.equals(seen)) return;
  if (latest && !seen && change.after) throw duplicateKey(collection, idIndex, change.after);
  throw writeConflict();
}

const idIndex = { name: '_id_', spec: { key: { _id: 1 } } };

/** Applies what was prepared, to the transaction or to the disk. */
export function apply(store: Store, collection: Collection, change: Prepared, writer: Writer): void {
  const transaction = isTransaction(writer) ? writer : undefined;
  if (!change.before && change.after && current(store, collection, change.key, transaction))
    throw duplicateKey(collection, idIndex, change.after);
  for (const entry of change.added)
    if (entry.index.unique && isTaken(store, collection, entry, change, transaction))
      throw duplicateKey(collection, entry.index, change.after as Doc);
  own(store, collection, change, writer);
  if (transaction) addPending(collection, change, transaction);
  else applyToDisk(store, collection, change);
}

function own(store: Store, collection: Collection, change: Prepared, writer: Writer): void {
  const unique = change.added.filter(({ index }) => index.unique);
  for (const lock of [documentLock(collection, change.key), ...unique.map(uniqueLock)]) {
    store.owners.set(lock, writer);
    writer.owned.add(lock);
  }
}

/** The document as the writer sees it. */
export function current(
  store: Store,
  collection: Collection,
  key: Buffer,
  transaction: Transaction | undefined,
): Buffer | undefined {
  const pending = transaction?.overlays.get(collection.id)?.documents.get(key.toString('latin1'));
  if (pending) return pending.bytes;
  const options = transaction ? { transaction: transaction.snapshot } : {};
  return store.documents.get(Buffer.concat([collection.prefix, key]), options);
}

/** Whether another document has the unique key: on disk, unless this transaction moved it away, or in this transaction. */
function isTaken(
  store: Store,
  collection: Collection,
  entry: Entry,
  change: Change,
  transaction: Transaction | undefined,
): boolean {
  const overlay = transaction?.overlays.get(collection.id);
  const pending = overlay?.documents;
  const has = (doc: Doc | undefined): boolean => !!doc && entriesOf(entry.index, doc).keys.has(entry.text);
  const start = Buffer.concat([entry.index.prefix, entry.key]);
  for (const { value } of store.entries.getRange({ start, end: keyAfter(start) })) {
    if (value.equals(change.key)) continue;
    const moved = pending?.get(value.toString('latin1'));
    if (!moved || has(moved.doc)) return true;
  }
  const holder = overlay?.holders.get(uniqueLock(entry));
  return holder !== undefined && holder !== change.key.toString('latin1') && has(pending?.get(holder)?.doc);
}

function addPending(collection: Collection, change: Prepared, transaction: Transaction): void {
  const overlay = transaction.overlays.get(collection.id) ?? {
    collection,
    documents: new Map<string, Pending>(),
    holders: new Map<string, string>(),
  };
  transaction.overlays.set(collection.id, overlay);
  const text = change.key.toString('latin1');
  for (const entry of change.added) if (entry.index.unique) overlay.holders.set(uniqueLock(entry), text);
  const base = overlay.documents.has(text) ? overlay.documents.get(text)?.base : change.before;
  overlay.documents.set(text, { key: change.key, bytes: change.bytes, base, doc: change.after });
}

/** Writes a document and its entries; only inside LMDB's write transaction. */
export function applyToDisk(store: Store, collection: Collection, change: Change): void {
  for (const index of collection.indexes) updateEntries(store, collection, index, change);
  const key = Buffer.concat([collection.prefix, change.key]);
  if (change.bytes) store.documents.putSync(key, change.bytes);
  else store.documents.removeSync(key);
}

function updateEntries(store: Store, collection: Collection, index: Index, change: Change): void {
  const before = change.before ? entriesOf(index, change.before).keys : undefined;
  const after = change.after ? entriesOf(index, change.after) : undefined;
  for (const [text, key] of before ?? [])
    if (!after?.keys.has(text)) store.entries.removeSync(entryKey(index, key, change.key));
  for (const [text, key] of after?.keys ?? [])
    if (!before?.has(text)) store.entries.putSync(entryKey(index, key, change.key), change.key);
  if (!after?.multikey || index.multikey) return;
  index.multikey = true;
  saveCollection(store, collection);
}

export function entryKey(index: Index, key: Buffer, document: Buffer): Buffer {
  return Buffer.concat([index.prefix, key, document]);
}
