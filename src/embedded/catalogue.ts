/** The catalogue: which collections and indexes there are, in memory and on disk. */
import { deserialize, UUID } from 'bson';
import { type Collection, type Index, notYet, readIndex } from './collection.ts';
import { duplicateKey } from './duplicate.ts';
import { entriesOf } from './entries.ts';
import { Fault } from './fault.ts';
import { after, numberKey } from './keys.ts';
import { equal } from './order.ts';
import { type Owner, type Store, Wait } from './store.ts';
import { type Doc, decode, encode, own } from './value.ts';

interface Saved {
  id: number;
  uuid: string;
  indexes: { id: number; multikey: boolean }[];
}

export function loadCatalogue(store: Store): void {
  for (const { key, value } of store.catalogue.getRange({})) {
    const saved = deserialize(value) as Saved;
    const specs = decode(value).indexes as { spec: Doc }[];
    const indexes = saved.indexes.map((index, i) =>
      readIndex(index.id, specs[i]?.spec as Doc, index.multikey, 0),
    );
    const collection = newCollection(key.toString(), saved.id, new UUID(saved.uuid));
    store.collections.set(collection.ns, { ...collection, indexes });
    store.nextId = Math.max(store.nextId, saved.id + 1, ...indexes.map(({ id }) => id + 1));
  }
}

function newCollection(ns: string, id: number, uuid: UUID): Collection {
  return { ns, id, uuid, prefix: numberKey(id), indexes: [] };
}

/** Only inside LMDB's write transaction, as all that follows. */
export function saveCollection(store: Store, { ns, id, uuid, indexes }: Collection): void {
  const saved = indexes.map((index) => ({ id: index.id, multikey: index.multikey, spec: index.spec }));
  store.catalogue.putSync(Buffer.from(ns), encode({ id, uuid: uuid.toHexString(), indexes: saved }));
}

export function createCollection(store: Store, ns: string): Collection {
  const known = store.collections.get(ns);
  if (known) return known;
  const collection = newCollection(ns, store.nextId++, new UUID());
  store.collections.set(ns, collection);
  saveCollection(store, collection);
  return collection;
}

/** An index or a collection does not change under an open transaction that has written to it. */
function waitForWriters(store: Store, collection: Collection): void {
  for (const transaction of store.transactions) {
    const owner: Owner = transaction;
    if (transaction.overlays.has(collection.id)) throw new Wait(owner);
  }
}

function removeAll(table: Store['entries'], prefix: Buffer): void {
  for (const key of [...table.getKeys({ start: prefix, end: after(prefix) })]) table.removeSync(key);
}

export function dropCollection(store: Store, collection: Collection): void {
  waitForWriters(store, collection);
  removeAll(store.documents, collection.prefix);
  for (const index of collection.indexes) removeAll(store.entries, index.prefix);
  store.catalogue.removeSync(Buffer.from(collection.ns));
  store.collections.delete(collection.ns);
}

/** Nobody reads by it before `publishIndexes`. */
export function createIndex(store: Store, collection: Collection, spec: Doc): void {
  if (isKnown(collection, spec)) return;
  waitForWriters(store, collection);
  const index = readIndex(store.nextId++, spec, false, notYet);
  try {
    fill(store, collection, index);
  } catch (error) {
    removeAll(store.entries, index.prefix);
    throw error;
  }
  collection.indexes = [...collection.indexes, index];
  saveCollection(store, collection);
}

/** To be called when the write that made them is on the disk. */
export function publishIndexes(store: Store, collection: Collection): void {
  store.moment++;
  for (const index of collection.indexes) if (index.usableFrom === notYet) index.usableFrom = store.moment;
}

/** What tells two indexes apart; the rest are options of one index. */
const signature = ['key', 'unique', 'partialFilterExpression'] as const;

function isKnown(collection: Collection, spec: Doc): boolean {
  const same = (index: Index, field: string): boolean => equal(own(index.spec, field), own(spec, field));
  const alike = (index: Index): boolean => signature.every((field) => same(index, field));
  const named = collection.indexes.find(({ name }) => name === spec.name);
  if (named && !alike(named))
    throw new Fault(
      86,
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Requested index: ${spec.name}`,
    );
  const other = named ?? collection.indexes.find(alike);
  if (other && !(named && same(named, 'expireAfterSeconds')))
    throw new Fault(
      85,
      'IndexOptionsConflict',
      `An equivalent index already exists with a different name or different options. Requested index: ${spec.name}, existing index: ${other.name}`,
    );
  return named !== undefined;
}

function fill(store: Store, collection: Collection, index: Index): void {
  const { prefix } = collection;
  for (const { key, value } of store.documents.getRange({ start: prefix, end: after(prefix) })) {
    const doc = decode(value);
    const { keys, multikey } = entriesOf(index, doc);
    index.multikey ||= multikey;
    for (const entry of keys.values()) {
      const start = Buffer.concat([index.prefix, entry]);
      if (index.unique && hasEntry(store, start)) throw duplicateKey(collection, index, doc);
      const document = key.subarray(prefix.length);
      store.entries.putSync(Buffer.concat([start, document]), Buffer.from(document));
    }
  }
}

function hasEntry(store: Store, start: Buffer): boolean {
  for (const _ of store.entries.getRange({ start, end: after(start), limit: 1 })) return true;
  return false;
}
