/**
 * A transaction is a read snapshot of LMDB and, over it, what it has written so far. It owns the documents and unique
 * keys that it writes until it ends; whoever meets them is told to try again.
 */
import type { Transaction as Snapshot } from 'lmdb';
import { applyToDisk } from './change.ts';
import type { Collection } from './collection.ts';
import { noSuchTransaction } from './fault.ts';
import { type Owner, release, type Store, write } from './store.ts';
import type { Doc } from './value.ts';

/** What a transaction has made of a document; without bytes it is deleted. */
export interface Pending {
  key: Buffer;
  bytes: Buffer | undefined;
  /** Before the transaction, and now. */
  base: Doc | undefined;
  doc: Doc | undefined;
}

export interface Overlay {
  collection: Collection;
  documents: Map<string, Pending>;
  /** The document that took a unique key last, by index and key. It may have given the key up since. */
  holders: Map<string, string>;
}

export interface Transaction extends Owner {
  snapshot: Snapshot;
  /** By the id of the collection. */
  overlays: Map<number, Overlay>;
  state: 'open' | 'committing' | 'committed' | 'aborted';
  startedAt: number;
  /** As the store counts them. */
  moment: number;
  /** Run at the end: cursors must let go of the snapshot, or LMDB keeps its pages. */
  atEnd: Set<() => void>;
  resolve(): void;
}

/** MongoDB's default: after a minute an open transaction is aborted. */
export const transactionLifetime = 60_000;

export function beginTransaction(store: Store): Transaction {
  store.env.resetReadTxn();
  let resolve = (): void => {};
  const transaction: Transaction = {
    done: new Promise((settle) => {
      resolve = settle;
    }),
    snapshot: store.env.useReadTransaction(),
    overlays: new Map(),
    owned: new Set(),
    state: 'open',
    startedAt: Date.now(),
    moment: store.moment,
    atEnd: new Set(),
    resolve: () => resolve(),
  };
  store.transactions.add(transaction);
  return transaction;
}

export async function commitTransaction(store: Store, transaction: Transaction): Promise<void> {
  transaction.state = 'committing';
  const overlays = [...transaction.overlays.values()];
  try {
    if (overlays.length) await write(store, () => flush(store, overlays));
    end(store, transaction, 'committed');
  } catch (error) {
    end(store, transaction, 'aborted');
    throw error;
  }
}

function flush(store: Store, overlays: readonly Overlay[]): void {
  for (const { collection, documents } of overlays)
    for (const { key, base, doc, bytes } of documents.values())
      if (base || doc) applyToDisk(store, collection, { key, before: base, after: doc, bytes });
}

export function abortTransaction(store: Store, transaction: Transaction): void {
  if (transaction.state === 'open') end(store, transaction, 'aborted');
}

function end(store: Store, transaction: Transaction, state: 'committed' | 'aborted'): void {
  transaction.state = state;
  release(store, transaction);
  for (const close of transaction.atEnd) close();
  transaction.snapshot.done();
  store.transactions.delete(transaction);
  transaction.resolve();
}

export function requireOpen(transaction: Transaction): void {
  if (transaction.state !== 'open') throw noSuchTransaction('The transaction has been aborted.');
}

export function abortExpired(store: Store, now: number): void {
  for (const transaction of [...store.transactions])
    if (now - transaction.startedAt > transactionLifetime) abortTransaction(store, transaction);
}
