/**
 * The database, through mongoose. Inside `transact` every repository joins the transaction by itself; a run that
 * conflicts with another is repeated, so it must have no effect but on the store.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type ClientSession, type Connection, createConnection } from 'mongoose';
import type { Entity } from './entity.ts';
import { Stale } from './errors.ts';
import { type Keyring, keyring, type WrappedKey } from './seal.ts';

export interface Scope {
  readonly connection: Connection;
  readonly keyring: Keyring;
  readonly session?: ClientSession;
}

export interface Store {
  readonly connection: Connection;
  readonly keyring: Keyring;
  /** Runs in one transaction; all or nothing. */
  transact<R>(run: () => Promise<R>): Promise<R>;
  /** Runs with the store at hand, each write on its own. */
  within<R>(run: () => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

const current = new AsyncLocalStorage<Scope>();

export function scope(): Scope {
  const found = current.getStore();
  if (!found) throw new Error('No store at hand: call this inside store.transact() or store.within().');
  return found;
}

export async function openStore(uri: string, master: Buffer): Promise<Store> {
  const connection = await createConnection(uri, {
    autoCreate: false,
    autoIndex: false,
    ignoreUndefined: true,
    ...(!uri.includes('serverSelectionTimeoutMS') && { serverSelectionTimeoutMS: 8000 }),
    writeConcern: { w: 'majority' },
  }).asPromise();
  const keys = keyring(master, shelf(connection));
  return {
    connection,
    keyring: keys,
    transact: (run) => transact({ connection, keyring: keys }, run),
    within: (run) => current.run({ connection, keyring: keys }, run),
    close: () => connection.close(),
  };
}

/** A document that changed under a run (`Stale`) means: run again, a few times. */
async function transact<R>(at: Scope, run: () => Promise<R>, tries = 8): Promise<R> {
  const session = await at.connection.startSession();
  try {
    return await session.withTransaction(() => current.run({ ...at, session }, run));
  } catch (e) {
    if (e instanceof Stale && tries > 1) return await transact(at, run, tries - 1);
    throw e;
  } finally {
    await session.endSession();
  }
}

function shelf(connection: Connection) {
  const keys = connection.collection<WrappedKey>('keys');
  return {
    get: (id: string) => keys.findOne({ _id: id }),
    some: (ids: readonly string[]) => keys.find({ _id: { $in: [...ids] } }).toArray(),
    async put(made: readonly WrappedKey[]) {
      if (made.length > 0) await keys.insertMany([...made], { ordered: false }).catch(firstStays);
    },
    async remove(id: string) {
      await keys.deleteOne({ _id: id });
    },
  };
}

/** Creates collections and indexes; what is there already stays. */
export async function prepare(store: Store, entities: readonly Entity[]): Promise<void> {
  const there = new Set((await store.connection.listCollections()).map((c) => c.name));
  await Promise.all(
    entities.map(async (entity) => {
      if (!there.has(entity.name)) await store.connection.createCollection(entity.name);
      await index(store, entity);
    }),
  );
}

async function index(store: Store, { name, indexes }: Entity): Promise<void> {
  if (indexes.length === 0) return;
  await store.connection.collection(name).createIndexes(
    indexes.map(({ keys, unique, where, ttlSeconds }) => ({
      key: keys,
      ...(unique && { unique }),
      ...(where && { partialFilterExpression: where }),
      ...(ttlSeconds !== undefined && { expireAfterSeconds: ttlSeconds }),
    })),
  );
}

function firstStays(e: unknown) {
  if (!duplicate(e)) throw e;
}

export const duplicate = (e: unknown): boolean => (e as { code?: unknown })?.code === 11000;
