import { UUID } from 'bson';
import type mongoose from 'mongoose';
import { type Collection as Known, readIndex } from '../../../src/embedded/collection.ts';
import { numberKey } from '../../../src/embedded/keys.ts';
import { plan } from '../../../src/embedded/planner.ts';
import { sortSpec } from '../../../src/embedded/sort.ts';
import { onEachBackend } from '../../kit/database.ts';
import type { Doc } from './cases/case.ts';

type Db = mongoose.mongo.Db;
type Collection = mongoose.mongo.Collection<Doc>;

/** As the store knows a collection with these indexes. */
function known(specs: readonly { key: Doc; name: string; multikey?: boolean; only?: Doc }[]): Known {
  const indexes = specs.map(({ key, name, multikey = false, only }, id) =>
    readIndex(id, { key, name, ...(only && { partialFilterExpression: only }) }, multikey, 0),
  );
  return { ns: 'x.y', id: 9, uuid: new UUID(), prefix: numberKey(9), indexes };
}

/** What the store chooses to read: indexes by their names, `_id_`, or everything. */
function chosen(collection: Known, filter: Doc, sort: Doc = {}): { reads: string[]; sorted: boolean } {
  const { sorted, ...found } = plan(collection, { filter, sort: sortSpec(sort), moment: 1 });
  if (found.kind === 'ids' || (found.kind === 'collection' && found.range))
    return { reads: ['_id_'], sorted };
  if (found.kind === 'collection') return { reads: ['everything'], sorted };
  const reads = found.ranges.map(([start]) => collection.indexes[start.readUInt32BE(0)]?.name ?? 'none');
  return { reads: [...new Set(reads)], sorted };
}

const rows = known([
  { key: { org: 1, at: -1 }, name: 'org' },
  { key: { tags: 1 }, name: 'tags', multikey: true },
  { key: { name: 1 }, name: 'name' },
]);

test('a sort that an index does not serve is made', () => {
  expect(chosen(rows, { org: 'o1' }, { at: -1 }).sorted).toBe(true);
  expect(chosen(rows, { org: 'o1' }, { at: 1 }).sorted).toBe(true);
  expect(chosen(rows, { org: 'o1' }, { name: 1 }).sorted).toBe(false);
  expect(chosen(rows, { name: 'n1' }, { at: 1 }).sorted).toBe(false);
});

test('an id is looked up, what no index knows is searched', () => {
  expect(chosen(rows, { _id: 3 }).reads).toEqual(['_id_']);
  expect(chosen(rows, { _id: { $in: [3, 4] }, other: 1 }).reads).toEqual(['_id_']);
  expect(chosen(rows, { other: 1 }).reads).toEqual(['everything']);
  expect(chosen(rows, { $or: [{ name: 'n1' }, { other: 1 }] }).reads).toEqual(['everything']);
});

test('a partial index serves a filter that asks for no more than it holds', () => {
  const partial = known([
    { key: { at: 1 }, name: 'due', only: { state: 'ready' } },
    { key: { n: 1 }, name: 'there', only: { n: { $exists: true } } },
  ]);
  expect(chosen(partial, { state: 'ready', at: { $lte: 9 } }).reads).toEqual(['due']);
  expect(chosen(partial, { at: { $lte: 9 } }).reads).toEqual(['everything']);
  expect(chosen(partial, { n: { $gt: 3 } }).reads).toEqual(['there']);
  expect(chosen(partial, { n: { $ne: 3 } }).reads).toEqual(['everything']);
});

test('an index that came after a transaction began is not read by it', () => {
  const later = { ...rows, indexes: rows.indexes.map((index) => ({ ...index, usableFrom: 2 })) };
  expect(chosen(later, { name: 'n1' }).reads).toEqual(['everything']);
});

await onEachBackend('contract_plans', (connection) => {
  const db = connection.db as Db;

  let c: Collection;
  beforeAll(async () => {
    c = db.collection<Doc>('plans');
    await c.createIndex({ org: 1, at: -1 }, { name: 'org' });
    await c.createIndex({ tags: 1 }, { name: 'tags' });
    await c.createIndex({ name: 1 }, { name: 'name' });
    await c.insertMany(
      Array.from({ length: 200 }, (_, i) => ({
        _id: i as never,
        org: `o${i % 5}`,
        at: i,
        name: `n${i}`,
        tags: [`t${i % 7}`, `t${i % 3}`],
      })),
    );
  });

  const cases: [string, Doc, Doc, string, number][] = [
    ['equality', { name: 'n7' }, {}, 'name', 1],
    ['a range of ids', { _id: { $gt: 150 } as never }, { sort: { _id: 1 } }, '_id_', 49],
    [
      'ids from one to another, backwards',
      { _id: { $gte: 7, $lt: 9 } as never },
      { sort: { _id: -1 } },
      '_id_',
      2,
    ],
    ['$in', { name: { $in: ['n7', 'n8', 'none'] } }, {}, 'name', 2],
    ['a range', { name: { $gte: 'n19', $lt: 'n2' } }, {}, 'name', 11],
    ['an element of an array', { tags: 't1' }, {}, 'tags', 86],
    ['a compound prefix', { org: 'o1' }, {}, 'org', 40],
    ['a compound prefix and a range', { org: 'o1', at: { $gt: 150 } }, {}, 'org', 10],
    ['a prefix and a sort by the rest', { org: 'o1' }, { sort: { at: -1 } }, 'org', 40],
    ['a sort backwards', { org: 'o1' }, { sort: { at: 1 } }, 'org', 40],
    ['$and', { $and: [{ org: 'o1' }, { at: { $lt: 11 } }] }, {}, 'org', 2],
    ['$or of indexed fields', { $or: [{ name: 'n1' }, { org: 'o2', at: 2 }] }, {}, 'name', 2],
  ];

  test.each(cases)('%s', async (_, filter, options, index, count) => {
    const { reads, sorted } = chosen(rows, filter, options.sort as Doc | undefined);
    expect(reads).toContain(index);
    expect(reads).not.toContain('everything');
    expect(sorted).toBe(true);
    expect(await c.find(filter, options).toArray()).toHaveLength(count);
  });

  test('the order of an index is the order of the sort', async () => {
    const down = await c.find({ org: 'o1' }).sort({ at: -1 }).limit(3).toArray();
    const up = await c.find({ org: 'o1' }).sort({ at: 1 }).limit(3).toArray();
    expect(down.map(({ at }) => at)).toEqual([196, 191, 186]);
    expect(up.map(({ at }) => at)).toEqual([1, 6, 11]);
  });

  test('a partial index keeps nothing back', async () => {
    const c = db.collection<Doc>('partial');
    await c.createIndex({ at: 1 }, { name: 'due', partialFilterExpression: { state: 'ready' } });
    await c.insertMany(Array.from({ length: 50 }, (_, i) => ({ at: i, state: i % 2 ? 'ready' : 'done' })));
    expect(await c.find({ state: 'ready', at: { $lte: 9 } }).toArray()).toHaveLength(5);
    expect(await c.find({ at: { $lte: 9 } }).toArray()).toHaveLength(10);
  });
});
