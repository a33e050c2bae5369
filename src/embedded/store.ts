/**
 * The data on disk: three tables of one LMDB environment (catalogue, documents, index entries), and in memory what only
 * the one owner of the directory needs to know: the catalogue, and who holds which document or unique key.
 */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import type { Collection } from './collection.ts';
import type { Transaction } from './transaction.ts';

type Table = Database<Buffer, Buffer>;

/** Holds documents and unique keys until `done`: an open transaction, or a plain write on its way to the disk. */
export interface Owner {
  readonly done: Promise<void>;
  readonly owned: Set<string>;
}

export function release(store: Store, owner: Owner): void {
  for (const lock of owner.owned) if (store.owners.get(lock) === owner) store.owners.delete(lock);
}

export interface Store {
  env: RootDatabase<Buffer, Buffer>;
  catalogue: Table;
  documents: Table;
  entries: Table;
  collections: Map<string, Collection>;
  nextId: number;
  transactions: Set<Transaction>;
  owners: Map<string, Owner>;
  /** How often something was found by an index, or by reading a collection. */
  plans: { index: number; collection: number };
  /** Counts the indexes published: a transaction reads by those that were there when it began. */
  moment: number;
}

// Every open transaction and cursor is a reader of LMDB; its default is 126.
const maxReaders = 4096;

export function openStore(dir: string): Store {
  const binary = { keyEncoding: 'binary', encoding: 'binary' } as const;
  const env = open<Buffer, Buffer>({ path: dir, noSubdir: false, maxDbs: 4, maxReaders, ...binary });
  for (const file of ['data.mdb', 'lock.mdb']) chmodSync(join(dir, file), 0o600);
  return {
    env,
    catalogue: env.openDB({ name: 'catalogue', ...binary }),
    documents: env.openDB({ name: 'documents', ...binary }),
    entries: env.openDB({ name: 'entries', ...binary }),
    collections: new Map(),
    nextId: 1,
    transactions: new Set(),
    owners: new Map(),
    plans: { index: 0, collection: 0 },
    moment: 1,
  };
}

/** Thrown by a plain write that meets a document of an open transaction: it tries again when that has ended. */
export class Wait extends Error {
  readonly until: Promise<void>;

  constructor(owner: Owner) {
    super('waits for a transaction');
    this.until = owner.done;
  }
}

/**
 * Runs `action` inside LMDB's write transaction, alone and at once, and resolves when it is on the disk. Actions of the
 * same moment share one commit. LMDB cannot take back a single one of them, so an action checks all before it writes.
 */
export async function write<T>(store: Store, action: (writer: Owner) => T): Promise<T> {
  for (;;) {
    try {
      return await attempt(store, action);
    } catch (error) {
      if (!(error instanceof Wait)) throw error;
      await error.until;
    }
  }
}

async function attempt<T>(store: Store, action: (writer: Owner) => T): Promise<T> {
  let settle = (): void => {};
  const done = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const writer: Owner = { done, owned: new Set() };
  let result: { value: T } | { error: unknown } | undefined;
  try {
    await store.env.transaction(() => {
      try {
        result = { value: action(writer) };
      } catch (error) {
        result = { error };
      }
    });
  } finally {
    store.env.resetReadTxn();
    release(store, writer);
    settle();
  }
  if (!result) throw new Error('the write did not run');
  if ('error' in result) throw result.error;
  return result.value;
}

export async function closeStore(store: Store): Promise<void> {
  await store.env.flushed;
  await store.env.close();
}
