/**
 * Repositories: plain objects in, plain objects out. `save` checks the revision; fields that hold sensitive text are
 * sealed on the way in and opened on the way out, so nobody else needs to know.
 */
import { type Model, Schema, type SchemaDefinition } from 'mongoose';
import { Refusal, Stale } from './errors.ts';
import { say } from './messages.ts';
import { seal, unseal } from './seal.ts';
import { scope } from './store.ts';

export interface Doc {
  _id: string;
  rev: number;
}

export interface Index {
  keys: Record<string, 1 | -1>;
  unique?: true;
  where?: Record<string, unknown>;
  ttlSeconds?: number;
}

export type Filter = Record<string, unknown>;

interface Range {
  sort?: Record<string, 1 | -1>;
  limit?: number;
  skip?: number;
}

export interface Entity<T extends Doc = Doc> {
  readonly name: string;
  readonly indexes: readonly Index[];
  /** Its rows belong to a cycle, and go with it. */
  readonly ofCycle: boolean;
  get(id: string): Promise<T | undefined>;
  /** Like `get`; what is not there is refused with a sentence. */
  must(id: string): Promise<T>;
  one(filter: Filter, sort?: Range['sort']): Promise<T | undefined>;
  find(filter: Filter, range?: Range): Promise<T[]>;
  count(filter: Filter): Promise<number>;
  insert(doc: Omit<T, 'rev'>): Promise<T>;
  insertAll(docs: Omit<T, 'rev'>[]): Promise<void>;
  /** Replaces the document if nobody else changed it since it was read. @throws Stale */
  save(doc: T): Promise<T>;
  /** Changes fields without reading (never sealed ones); says how many documents it met. */
  change(filter: Filter, update: Record<string, unknown>): Promise<number>;
  remove(filter: Filter): Promise<number>;
  /** Counts by a field or several: `[{ _id: { unit, state }, n }]`. */
  tally<K extends string>(filter: Filter, by: readonly K[]): Promise<{ _id: Record<K, string>; n: number }[]>;
}

interface Spec<T> {
  fields: SchemaDefinition;
  indexes?: readonly Index[];
  /** Paths of sensitive text; `*` stands for every element or key. */
  sealed?: { paths: readonly string[]; subject(doc: T): string };
}

/** A field of any shape; its type stands in the TypeScript interface. */
export const Any = Schema.Types.Mixed;

export function entity<T extends Doc>(name: string, spec: Spec<T>): Entity<T> {
  const schema = new Schema(
    { _id: String, rev: Number, ...spec.fields },
    { collection: name, strict: 'throw', minimize: false, versionKey: false, id: false },
  );
  const shelf: Shelf<T> = {
    name,
    model: () => {
      const { connection } = scope();
      return (connection.models[name] ?? connection.model(name, schema)) as Model<Doc>;
    },
    session: () => ({ session: scope().session ?? null }) as { session: never },
    subject: spec.sealed?.subject,
    shut: (doc) => turned(spec, name, doc, seal as Turn),
    open: (doc) => turned(spec, name, doc, (key, about, text) => unseal(key, about, text).toString()),
  };
  const about = { name, indexes: spec.indexes ?? [], ofCycle: 'cycle' in spec.fields };
  return { ...about, ...reading(shelf), ...writing(shelf) };
}

interface Shelf<T> {
  name: string;
  model(): Model<Doc>;
  session(): { session: never };
  subject: ((doc: T) => string) | undefined;
  shut(doc: T): Promise<T>;
  open(doc: T): Promise<T>;
}

type Reading = 'get' | 'must' | 'one' | 'find' | 'count' | 'tally';

function reading<T extends Doc>({ model, session, open, subject }: Shelf<T>): Pick<Entity<T>, Reading> {
  const find = async (filter: Filter, range: Range = {}) => {
    const found = await model().find(filter as never, null, { ...range, ...session(), lean: true });
    if (subject) await scope().keyring.warm((found as unknown as T[]).map(subject));
    return Promise.all((found as unknown as T[]).map(open));
  };
  const one = async (filter: Filter, sort?: Range['sort']) =>
    (await find(filter, { limit: 1, ...(sort && { sort }) }))[0];
  return {
    find,
    one,
    get: (id) => one({ _id: id }),
    async must(id) {
      const found = await one({ _id: id });
      if (!found) throw new Refusal((l) => say(l).gone);
      return found;
    },
    count: (filter) => model().countDocuments(filter as never, session()),
    tally: (filter, by) => {
      const group = { _id: Object.fromEntries(by.map((k) => [k, `$${k}`])), n: { $sum: 1 } };
      return model().aggregate([{ $match: filter }, { $group: group }] as never, session());
    },
  };
}

type Writing = 'insert' | 'insertAll' | 'save' | 'change' | 'remove';

function writing<T extends Doc>({ name, model, session, shut, subject }: Shelf<T>): Pick<Entity<T>, Writing> {
  const insertAll = async (docs: Omit<T, 'rev'>[]) => {
    if (docs.length === 0) return;
    if (subject && docs.length > 1)
      await scope().keyring.warm(docs.map((doc) => subject(doc as unknown as T)));
    const rows = await Promise.all(docs.map((doc) => shut({ ...doc, rev: 1 } as unknown as T)));
    // Straight to the driver: every event inserts rows into four collections, and casting would cost more than the rest.
    await model().collection.insertMany(rows as never, session());
  };
  return {
    insertAll,
    async insert(doc) {
      await insertAll([doc]);
      return { ...doc, rev: 1 } as unknown as T;
    },
    async save(doc) {
      const next = { ...doc, rev: doc.rev + 1 };
      const done = await model().replaceOne(
        { _id: doc._id, rev: doc.rev },
        (await shut(next)) as never,
        session(),
      );
      if (done.matchedCount !== 1) throw new Stale(`${name} ${doc._id} changed since revision ${doc.rev}`);
      return next;
    },
    change: async (filter, update) =>
      (await model().updateMany(filter as never, update as never, session())).matchedCount,
    remove: async (filter) => (await model().deleteMany(filter as never, session())).deletedCount,
  };
}

type Turn = (key: Buffer, about: string, text: string) => string;

async function turned<T extends Doc>(spec: Spec<T>, name: string, doc: T, turn: Turn): Promise<T> {
  if (!spec.sealed) return doc;
  const key = await scope().keyring.keyOf(spec.sealed.subject(doc));
  let out: unknown = doc;
  for (const path of spec.sealed.paths)
    out = at(out, path.split('.'), `${name}/${doc._id}/${path}`, key, turn);
  return out as T;
}

function at(value: unknown, path: string[], about: string, key: Buffer, turn: Turn): unknown {
  if (value === undefined || value === null) return value;
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' ? turn(key, about, value) : value;
  if (step !== '*') {
    const own = value as Record<string, unknown>;
    return Object.hasOwn(own, step) ? { ...own, [step]: at(own[step], rest, about, key, turn) } : value;
  }
  if (Array.isArray(value)) return value.map((v) => at(v, rest, about, key, turn));
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, at(v, rest, about, key, turn)]));
}
