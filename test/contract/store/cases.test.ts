import type mongoose from 'mongoose';
import { onEachBackend } from '../../kit/database.ts';
import { aggregateCases } from './cases/aggregations.ts';
import { arrayCases } from './cases/arrays.ts';
import type { AggregateCase, Doc, FindCase, Index, RefusalCase, UpdateCase } from './cases/case.ts';
import { filterCases } from './cases/filters.ts';
import { pipelineCases } from './cases/pipelines.ts';
import { refusalCases } from './cases/refusals.ts';
import { resultCases } from './cases/results.ts';
import { updateCases } from './cases/updates.ts';

type Db = mongoose.mongo.Db;
type Collection = mongoose.mongo.Collection<Doc>;
let made = 0;

async function prepared(db: Db, one: { given: Doc[]; indexes?: Index[] }): Promise<Collection> {
  const collection = db.collection<Doc>(`c${++made}`);
  for (const { key, options } of one.indexes ?? []) await collection.createIndex(key, options);
  if (one.given.length) await collection.insertMany(one.given.map((doc) => ({ ...doc })));
  return collection;
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
const inAnyOrder = (list: readonly unknown[]): unknown[] => [...list].sort(byText);

async function checkFind(db: Db, one: FindCase): Promise<void> {
  const collection = await prepared(db, one);
  const found = await collection.find(one.filter, one.options).toArray();
  const got = one.options?.projection ? found : found.map(({ _id }) => _id);
  const wanted = one.finds.map((value) => (isIdOf(value) ? value._id : value));
  if (one.options?.sort) expect(got).toEqual(wanted);
  else expect(inAnyOrder(got)).toEqual(inAnyOrder(one.options?.projection ? one.finds : wanted));
}

/** A case may name a document instead of its id. */
const isIdOf = (value: unknown): value is { _id: unknown } =>
  typeof value === 'object' && value !== null && '_id' in value;

interface Reply extends Doc {
  writeErrors?: { code: number }[];
}

async function update(
  db: Db,
  collection: Collection,
  one: { filter: Doc; update: unknown; options?: Doc },
): Promise<Reply> {
  const { many, ...options } = one.options ?? {};
  const statement = { q: one.filter, u: one.update, multi: many === true, ...options };
  return (await db.command({ update: collection.collectionName, updates: [statement] })) as Reply;
}

async function checkUpdate(db: Db, one: UpdateCase): Promise<void> {
  const collection = await prepared(db, one);
  expect((await update(db, collection, one)).writeErrors).toBeUndefined();
  const left = await collection.find().sort({ _id: 1 }).toArray();
  expect(left).toEqual(one.leaves);
  expect(left.map((doc) => Object.keys(doc))).toEqual(one.leaves.map((doc) => Object.keys(doc)));
}

async function checkAggregate(db: Db, one: AggregateCase): Promise<void> {
  const collection = await prepared(db, one);
  const got = await collection.aggregate(one.pipeline).toArray();
  expect(inAnyOrder(got)).toEqual(inAnyOrder(one.gives));
}

async function refused(db: Db, one: RefusalCase): Promise<Reply> {
  const collection = await prepared(db, one);
  const filter = one.find ?? {};
  if (one.update)
    return update(db, collection, {
      filter,
      update: one.update,
      ...(one.options && { options: one.options }),
    });
  if (one.pipeline) await collection.aggregate(one.pipeline).toArray();
  else if (one.command) return (await db.command({ ...one.command })) as Reply;
  else await collection.find(filter, one.projection ? { projection: one.projection } : {}).toArray();
  return {};
}

async function codeOf(db: Db, one: RefusalCase): Promise<unknown> {
  try {
    return (await refused(db, one)).writeErrors?.[0]?.code;
  } catch (error) {
    return (error as { code?: number }).code;
  }
}

await onEachBackend('contract_cases', (connection, backend) => {
  const db = connection.db as Db;
  const on = <T extends { embeddedOnly?: boolean }>(cases: readonly T[]): T[] =>
    cases.filter((one) => backend === 'embedded' || !one.embeddedOnly);

  beforeAll(() => db.collection<{ _id: number }>('c').insertOne({ _id: 1 }));
  test.each(on([...filterCases, ...arrayCases, ...resultCases]))('$name', (one) => checkFind(db, one));
  test.each(on([...updateCases, ...pipelineCases]))('$name', (one) => checkUpdate(db, one));
  test.each(on(aggregateCases))('$name', (one) => checkAggregate(db, one));
  test.each(on(refusalCases))('$name', async (one) => expect(await codeOf(db, one)).toBe(one.code));
});
