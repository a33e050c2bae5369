/** Deletes what a TTL index says is over. */
import { apply, prepare } from './change.ts';
import type { Collection, Index } from './collection.ts';
import { Fault } from './fault.ts';
import { find, type Query } from './find.ts';
import { type Store, Wait, write } from './store.ts';
import type { Doc } from './value.ts';

/** In one write: the rest comes with the next round. */
const atOnce = 1000;

export async function deleteExpired(store: Store, now: Date): Promise<void> {
  for (const collection of [...store.collections.values()])
    for (const index of collection.indexes)
      if (index.expireAfterSeconds !== undefined) await sweep(store, collection, index, now);
}

async function sweep(store: Store, collection: Collection, index: Index, now: Date): Promise<void> {
  const field = index.fields[0]?.name as string;
  const before = new Date(now.getTime() - (index.expireAfterSeconds ?? 0) * 1000);
  const query: Query = {
    filter: { $and: [index.partial?.filter ?? {}, { [field]: { $lte: before } }] },
    sort: [],
    skip: 0,
    limit: atOnce,
    now,
    moment: store.moment,
  };
  const isOver = (): boolean => [...find(store, collection, { ...query, limit: 1 }, undefined)].length === 0;
  while (!isOver()) {
    const deleted = await write(store, (writer) => {
      if (store.collections.get(collection.ns) !== collection) return 0;
      const rows = [...find(store, collection, query, undefined)];
      return rows.filter((row) => tryDelete(store, collection, row, writer)).length;
    });
    if (!deleted) return;
  }
}

/** A document that an open transaction holds is left for the next round. */
function tryDelete(
  store: Store,
  collection: Collection,
  { key, doc }: { key: Buffer; doc: Doc },
  writer: Parameters<typeof prepare>[3],
): boolean {
  try {
    const change = { key, before: doc, after: undefined, bytes: undefined };
    apply(store, collection, prepare(store, collection, change, writer), writer);
    return true;
  } catch (error) {
    if (error instanceof Wait || error instanceof Fault) return false;
    throw error;
  }
}
