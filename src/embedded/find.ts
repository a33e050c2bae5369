/** Reads the documents of a query, in order, from the disk or from a transaction's view. */

import { current } from './change.ts';
import type { Collection } from './collection.ts';
import { after } from './keys.ts';
import { compileFilter } from './match.ts';
import { type IndexPlan, type Plan, plan, type Question, type Range } from './planner.ts';
import { sorted } from './sort.ts';
import type { Store } from './store.ts';
import type { Transaction } from './transaction.ts';
import { type Doc, decode } from './value.ts';

export interface Query extends Question {
  skip: number;
  /** 0 for all. */
  limit: number;
  now: Date;
}

/** A document as it is stored, not yet decoded. */
interface Stored {
  key: Buffer;
  bytes: Buffer;
}

export interface Row extends Stored {
  doc: Doc;
}

export function find(
  store: Store,
  collection: Collection | undefined,
  query: Query,
  transaction: Transaction | undefined,
): Iterable<Row> {
  const matches = compileFilter(query.filter, query.now);
  if (!collection) return [];
  const chosen = plan(collection, query);
  store.plans[chosen.kind === 'collection' && !chosen.range ? 'collection' : 'index']++;
  const overlay = transaction?.overlays.get(collection.id);
  const stored = read(store, collection, chosen, transaction);
  const rows = matching(overlay ? overlaid(stored, overlay.documents) : stored, matches);
  const { skip, limit } = query;
  if (!query.sort.length || (chosen.sorted && !overlay)) return slice(rows, skip, limit);
  return slice(
    lazily(() => sorted(rows, query.sort, ({ doc }) => doc, limit && skip + limit)),
    skip,
    limit,
  );
}

function* lazily<T>(make: () => Iterable<T>): Generator<T> {
  yield* make();
}

function* matching(stored: Iterable<Stored>, matches: (doc: Doc) => boolean): Generator<Row> {
  for (const { key, bytes } of stored) {
    const doc = decode(bytes);
    if (matches(doc)) yield { key, bytes, doc };
  }
}

function* slice<T>(rows: Iterable<T>, skip: number, limit: number): Generator<T> {
  let count = 0;
  for (const row of rows) {
    if (count++ < skip) continue;
    yield row;
    if (limit && count >= skip + limit) return;
  }
}

/** What the transaction wrote takes the place of what is stored; documents of its own come last. */
function* overlaid(
  stored: Iterable<Stored>,
  documents: ReadonlyMap<string, { key: Buffer; bytes: Buffer | undefined }>,
): Generator<Stored> {
  for (const row of stored) if (!documents.has(row.key.toString('latin1'))) yield row;
  for (const { key, bytes } of documents.values()) if (bytes) yield { key, bytes };
}

function read(
  store: Store,
  collection: Collection,
  chosen: Plan,
  transaction: Transaction | undefined,
): Iterable<Stored> {
  if (chosen.kind === 'ids') return readIds(store, collection, chosen.keys, transaction);
  if (chosen.kind === 'index') return readIndex(store, collection, chosen, transaction);
  return readAll(store, collection, chosen, transaction);
}

function* readIds(
  store: Store,
  collection: Collection,
  keys: readonly Buffer[],
  transaction: Transaction | undefined,
): Generator<Stored> {
  for (const key of unique(keys)) {
    const bytes = current(store, collection, key, transaction);
    if (bytes) yield { key, bytes };
  }
}

function* readIndex(
  store: Store,
  collection: Collection,
  { ranges, reverse, repeats }: IndexPlan,
  transaction: Transaction | undefined,
): Generator<Stored> {
  const options = transaction ? { transaction: transaction.snapshot } : {};
  const keys = entryValues(store, ranges, reverse, options);
  for (const key of repeats ? unique(keys) : keys) {
    const bytes = store.documents.get(Buffer.concat([collection.prefix, key]), options);
    if (bytes) yield { key, bytes };
  }
}

function* entryValues(
  store: Store,
  ranges: readonly Range[],
  reverse: boolean,
  options: { transaction?: Transaction['snapshot'] },
): Generator<Buffer> {
  for (const [low, high] of ranges) {
    const [start, end] = reverse ? [high, low] : [low, high];
    for (const { value } of store.entries.getRange({ start, end, reverse, ...options })) yield value;
  }
}

/** An array, or two ranges that overlap, lead to the same document several times. */
function* unique(keys: Iterable<Buffer>): Generator<Buffer> {
  const seen = new Set<string>();
  for (const key of keys) {
    const text = key.toString('latin1');
    if (!seen.has(text)) yield key;
    seen.add(text);
  }
}

function* readAll(
  store: Store,
  { prefix }: Collection,
  { reverse, range }: Pick<Plan & { kind: 'collection' }, 'reverse' | 'range'>,
  transaction: Transaction | undefined,
): Generator<Stored> {
  const low = range ? Buffer.concat([prefix, range[0]]) : prefix;
  const high = range ? Buffer.concat([prefix, range[1]]) : after(prefix);
  const [start, end] = reverse ? [high, low] : [low, high];
  const options = transaction ? { transaction: transaction.snapshot } : {};
  for (const { key, value } of store.documents.getRange({
    start,
    end,
    reverse,
    inclusiveEnd: reverse,
    ...options,
  }))
    yield { key: key.subarray(prefix.length), bytes: value };
}
