/**
 * Chooses how to find the documents of a filter: by id, by an index, or through the whole collection. What it finds may
 * be too much, never too little: every document is checked against the filter again.
 */
import { type Bounds, boundsOf } from './bounds.ts';
import type { Collection, Index, IndexField } from './collection.ts';
import { after, documentKey, fieldKey, inverted, keyOf } from './keys.ts';
import { rankOf } from './order.ts';
import { implies } from './partial.ts';
import type { SortSpec } from './sort.ts';
import { type Doc, isObject, own } from './value.ts';

export type Range = readonly [start: Buffer, end: Buffer];

export type Plan =
  | { kind: 'ids'; keys: readonly Buffer[]; sorted: boolean }
  | IndexPlan
  /** All documents, in the order of their ids, or those of a range of ids. */
  | { kind: 'collection'; reverse: boolean; sorted: boolean; range?: Range };

export interface IndexPlan {
  kind: 'index';
  ranges: readonly Range[];
  reverse: boolean;
  sorted: boolean;
  /** The same document may be met more than once. */
  repeats: boolean;
}

export interface Question {
  filter: Doc;
  sort: SortSpec;
  /** Indexes that became usable later are not used. */
  moment: number;
}

type Candidate = IndexPlan & { score: number };

/** More lookups than this are not cheaper than a longer range. */
const maxLookups = 5000;

export function plan(collection: Collection, question: Question): Plan {
  const bounds = boundsOf(question.filter);
  const ids = bounds.get('_id')?.equals;
  if (ids) return { kind: 'ids', keys: ids.map(idKey), sorted: ids.length === 1 };
  return (
    byIndex(collection, question, bounds) ??
    byBranches(collection, question) ??
    byAll(question, bounds.get('_id'))
  );
}

/** An id that is too long to be stored is not found. */
const idKey = (id: unknown): Buffer => (keyOf(id).length > 512 ? keyOf(null) : documentKey(id));

function byAll({ sort }: Question, ids: Bounds | undefined): Plan {
  const [first] = sort;
  const byId = first?.[0] === '_id' && sort.length === 1;
  const range = ids && idRange(ids);
  return {
    kind: 'collection',
    sorted: !first || byId,
    reverse: byId && first[1] < 0,
    ...(range && { range }),
  };
}

function idRange({ low, high }: Bounds): Range | undefined {
  if (low === undefined && high === undefined) return undefined;
  const type = Buffer.from([rankOf(low ?? high)]);
  return [low === undefined ? type : keyOf(low), after(high === undefined ? type : keyOf(high))];
}

function byIndex(collection: Collection, question: Question, bounds: Map<string, Bounds>): Plan | undefined {
  let best: Candidate | undefined;
  for (const index of collection.indexes) {
    if (index.usableFrom > question.moment) continue;
    const found = candidate(index, question, bounds);
    if (found && (!best || found.score > best.score)) best = found;
  }
  return best;
}

/** A disjunction of which every branch has an index. */
function byBranches(collection: Collection, { filter, sort, moment }: Question): Plan | undefined {
  const branches = own(filter, '$or');
  if (!Array.isArray(branches) || !branches.every(isObject)) return undefined;
  const plans = branches.map((branch) =>
    byIndex(collection, { filter: branch, sort: [], moment }, boundsOf(branch)),
  );
  if (!plans.length || !plans.every((found): found is IndexPlan => found?.kind === 'index')) return undefined;
  const ranges = plans.flatMap((found) => found.ranges);
  return { kind: 'index', ranges, reverse: false, sorted: !sort.length, repeats: true };
}

interface Prefix {
  /** The beginnings of the entries wanted. */
  keys: readonly Buffer[];
  fields: number;
}

function candidate(index: Index, question: Question, bounds: Map<string, Bounds>): Candidate | undefined {
  if (index.partial && !implies(question.filter, index.partial.filter)) return undefined;
  const prefix = equalPrefix(index, bounds);
  const tail = tailOf(index, prefix, bounds);
  const order = orderOf(index, question.sort, prefix);
  const score = prefix.fields * 10 + (tail ? tail.score : 0) + (question.sort.length && order.sorted ? 5 : 0);
  if (score === 0) return undefined;
  const ranges = prefix.keys.map((key): Range => {
    if (!tail) return [key, after(key)];
    return [Buffer.concat([key, tail.start]), after(Buffer.concat([key, tail.end]))];
  });
  const repeats = index.multikey || ranges.length > 1;
  return { kind: 'index', ranges, ...order, repeats, score };
}

function tailOf(index: Index, { fields }: Prefix, bounds: Map<string, Bounds>): Tail | undefined {
  const field = index.fields[fields];
  const usable = field && !sharesArray(index, fields) ? bounds.get(field.name) : undefined;
  return field && usable && rangeOf(index, field, usable);
}

/** The leading fields that the filter sets equal to something. */
function equalPrefix(index: Index, bounds: Map<string, Bounds>): Prefix {
  let keys: Buffer[] = [index.prefix];
  let fields = 0;
  for (const field of index.fields) {
    const equals = bounds.get(field.name)?.equals;
    if (!equals || keys.length * equals.length > maxLookups || sharesArray(index, fields)) break;
    const parts = equals.map((value) => fieldKey(value, field.descending, index.room));
    keys = keys.flatMap((key) => parts.map((part) => Buffer.concat([key, part])));
    fields++;
  }
  return { keys, fields };
}

/** Two fields below one array may be met by different elements, so only the first of them narrows. */
function sharesArray(index: Index, at: number): boolean {
  const root = index.fields[at]?.path[0];
  return index.multikey && index.fields.slice(0, at).some(({ path }) => path[0] === root);
}

interface Tail {
  start: Buffer;
  /** Its last entries begin with this. */
  end: Buffer;
  score: number;
}

function rangeOf(index: Index, field: IndexField, bounds: Bounds): Tail | undefined {
  const { low, high } = bounds;
  if (low === undefined && high === undefined) return undefined;
  const type = Buffer.from([rankOf(low ?? high)]);
  const short = (value: unknown): Buffer => keyOf(value).subarray(0, index.room);
  const both = low !== undefined && high !== undefined;
  const start = low === undefined ? type : short(low);
  const end = high === undefined || (both && index.multikey) ? type : short(high);
  return directed(field, start, end, both ? 6 : 4);
}

function directed({ descending }: IndexField, start: Buffer, end: Buffer, score: number): Tail {
  return descending ? { start: inverted(end), end: inverted(start), score } : { start, end, score };
}

/** Whether the entries come in the order that is asked for, forwards or backwards. */
function orderOf(index: Index, sort: SortSpec, prefix: Prefix): { sorted: boolean; reverse: boolean } {
  if (!sort.length) return { sorted: true, reverse: false };
  if (index.multikey || prefix.keys.length > 1) return { sorted: false, reverse: false };
  const fixed = new Set(index.fields.slice(0, prefix.fields).map(({ name }) => name));
  const wanted = sort.filter(([field]) => !fixed.has(field));
  const rest = index.fields.slice(prefix.fields);
  const turns = wanted.map(([field, direction], i) =>
    rest[i]?.name === field ? direction * (rest[i]?.descending ? -1 : 1) : 0,
  );
  const sorted = turns.every((turn) => turn !== 0 && turn === turns[0]);
  return { sorted, reverse: sorted && turns[0] === -1 };
}
