import type mongoose from 'mongoose';
import { onEachBackend } from '../../kit/database.ts';
import type { Doc } from './cases/case.ts';

type Db = mongoose.mongo.Db;
type Collection = mongoose.mongo.Collection<Doc>;
let made = 0;

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: { code?: number }) => error.code,
  );

await onEachBackend('contract_indexes', (connection) => {
  const db = connection.db as Db;
  const collection = (): Collection => db.collection<Doc>(`c${++made}`);

  describe('unique', () => {
    test('E11000 names the index, the key and the value', async () => {
      const c = collection();
      await c.createIndex({ who: 1, 'at.day': -1 }, { unique: true, name: 'once' });
      await c.insertOne({ who: 'ann', at: { day: 3 } });
      await expect(c.insertOne({ who: 'ann', at: { day: 3 } })).rejects.toMatchObject({
        code: 11000,
        keyPattern: { who: 1, 'at.day': -1 },
        keyValue: { who: 'ann', 'at.day': 3 },
        message: expect.stringMatching(/E11000 duplicate key error collection: .*index: once dup key: /),
      });
      expect(await c.countDocuments()).toBe(1);
    });

    test('a second _id is refused the same way', async () => {
      const c = collection();
      await c.insertOne({ _id: 'x' as never });
      await expect(c.insertOne({ _id: 'x' as never })).rejects.toMatchObject({
        code: 11000,
        keyPattern: { _id: 1 },
        keyValue: { _id: 'x' },
      });
    });

    test('missing is one value, null the same', async () => {
      const c = collection();
      await c.createIndex({ a: 1 }, { unique: true });
      await c.insertOne({ b: 1 });
      expect(await codeOf(c.insertOne({ a: null }))).toBe(11000);
    });

    test('C14 an empty array is not null', async () => {
      const c = collection();
      await c.createIndex({ a: 1 }, { unique: true });
      await c.insertOne({ a: [] });
      await c.insertOne({ a: null });
      expect(await codeOf(c.insertOne({ a: [] }))).toBe(11000);
    });

    test('two documents share no element of an array, one may repeat it', async () => {
      const c = collection();
      await c.createIndex({ a: 1 }, { unique: true });
      await c.insertOne({ a: [1, 1, 2] });
      expect(await codeOf(c.insertOne({ a: [3, 2] }))).toBe(11000);
      await c.insertOne({ a: [3] });
    });

    test('fields of one element belong together', async () => {
      const c = collection();
      await c.createIndex({ 'a.x': 1, 'a.y': 1 }, { unique: true });
      await c.insertOne({
        a: [
          { x: 1, y: 1 },
          { x: 2, y: 2 },
        ],
      });
      await c.insertOne({ a: [{ x: 1, y: 2 }] });
      expect(await codeOf(c.insertOne({ a: [{ x: 2, y: 2 }] }))).toBe(11000);
    });

    test('an update into a clash changes nothing', async () => {
      const c = collection();
      await c.createIndex({ a: 1 }, { unique: true });
      await c.insertMany([
        { _id: 1 as never, a: 1 },
        { _id: 2 as never, a: 2 },
      ]);
      expect(await codeOf(c.updateOne({ a: 2 }, { $set: { a: 1, b: 1 } }))).toBe(11000);
      expect(await c.find().sort({ _id: 1 }).toArray()).toEqual([
        { _id: 1, a: 1 },
        { _id: 2, a: 2 },
      ]);
      await c.updateOne({ a: 1 }, { $set: { a: 3 } });
      await c.updateOne({ a: 2 }, { $set: { a: 1 } });
    });

    test('unordered inserts keep the good ones and number the bad ones', async () => {
      const c = collection();
      await c.createIndex({ a: 1 }, { unique: true });
      const work = c.insertMany([{ a: 1 }, { a: 1 }, { a: 2 }, { a: 2 }, { a: 3 }], { ordered: false });
      const error = (await work.catch((caught: unknown) => caught)) as {
        code: number;
        writeErrors: { index: number }[];
      };
      expect(error.code).toBe(11000);
      expect(error.writeErrors.map(({ index }) => index)).toEqual([1, 3]);
      expect(await c.countDocuments()).toBe(3);
    });

    test('an index over documents that clash is not made', async () => {
      const c = collection();
      await c.insertMany([{ a: 1 }, { a: 1 }]);
      expect(await codeOf(c.createIndex({ a: 1 }, { unique: true }))).toBe(11000);
      expect(await c.indexes()).toHaveLength(1);
      await c.createIndex({ a: 1 });
      expect(await c.find({ a: 1 }).toArray()).toHaveLength(2);
    });

    test('a long value is told from another that begins like it', async () => {
      const c = collection();
      await c.createIndex({ a: 1 }, { unique: true });
      const long = 'x'.repeat(3000);
      await c.insertMany([{ a: `${long}1` }, { a: `${long}2` }]);
      expect(await codeOf(c.insertOne({ a: `${long}2` }))).toBe(11000);
      expect(await c.find({ a: `${long}1` }).toArray()).toHaveLength(1);
      expect(await c.find({ a: { $gte: `${long}2` } }).toArray()).toHaveLength(1);
      expect(
        (
          await c
            .find({ a: { $gt: 'a' } })
            .sort({ a: -1 })
            .toArray()
        ).map(({ a }) => String(a).at(-1)),
      ).toEqual(['2', '1']);
    });
  });

  describe('partial', () => {
    test('a partial unique index counts only what it holds', async () => {
      const c = collection();
      await c.createIndex({ person: 1 }, { unique: true, partialFilterExpression: { state: 'asking' } });
      await c.insertMany([
        { person: 'ann', state: 'done' },
        { person: 'ann', state: 'done' },
        { person: 'ann', state: 'asking' },
      ]);
      expect(await codeOf(c.insertOne({ person: 'ann', state: 'asking' }))).toBe(11000);
      expect(await codeOf(c.updateOne({ state: 'done' }, { $set: { state: 'asking' } }))).toBe(11000);
      await c.updateOne({ state: 'asking' }, { $set: { state: 'parked' } });
      await c.updateOne({ state: 'done' }, { $set: { state: 'asking' } });
    });

    test('by $exists it leaves out what has no such field', async () => {
      const c = collection();
      await c.createIndex({ a: 1 }, { unique: true, partialFilterExpression: { a: { $exists: true } } });
      await c.insertMany([{}, {}, { a: null }]);
      expect(await codeOf(c.insertOne({ a: null }))).toBe(11000);
      expect(await c.find({ a: null }).toArray()).toHaveLength(3);
      expect(await c.find({}).sort({ a: 1 }).toArray()).toHaveLength(3);
    });
  });

  describe('making', () => {
    test('the same index is made once, another of its name is refused', async () => {
      const c = collection();
      await c.createIndex({ a: 1 }, { name: 'x' });
      await c.createIndex({ a: 1 }, { name: 'x' });
      expect(await codeOf(c.createIndex({ b: 1 }, { name: 'x' }))).toBe(86);
      expect(await codeOf(c.createIndex({ a: 1 }, { name: 'x', unique: true }))).toBe(86);
      expect(await codeOf(c.createIndex({ a: 1 }, { name: 'y' }))).toBe(85);
      expect((await c.indexes()).map(({ name }) => name)).toEqual(['_id_', 'x']);
    });

    const refused: [string, Doc, Doc, number][] = [
      ['C11 a TTL below zero', { a: 1 }, { expireAfterSeconds: -1 }, 67],
      ['a TTL over two fields', { a: 1, b: 1 }, { expireAfterSeconds: 1 }, 67],
      ['an option nobody knows', { a: 1 }, { foo: 1 }, 197],
      ['no fields', {}, { name: 'none' }, 67],
    ];
    test.each(refused)('refuses %s', async (_, key, options, code) => {
      const { name = 'x', ...rest } = options;
      const command = { createIndexes: 'refused', indexes: [{ key, name, ...rest }] };
      expect(await codeOf(db.command(command))).toBe(code);
    });

    test('C13 two arrays in one compound index', async () => {
      const c = collection();
      await c.createIndex({ a: 1, b: 1 });
      expect(await codeOf(c.insertOne({ a: [1, 2], b: [1, 2] }))).toBe(171);
      await c.insertOne({ a: [1, 2], b: 1 });
      expect(await c.find({ a: 2, b: 1 }).toArray()).toHaveLength(1);
    });

    test('collections are listed, and dropped with their database', async () => {
      const other = connection.useDb('contract_indexes_dropped').db as Db;
      const c = other.collection<Doc>('c');
      await c.insertOne({});
      await c.createIndex({ a: 1 });
      const names = async (): Promise<string[]> =>
        (await other.listCollections().toArray()).map(({ name }) => name);
      expect(await names()).toEqual(['c']);
      await other.dropDatabase();
      expect(await names()).toEqual([]);
      await c.insertOne({});
      expect(await c.indexes()).toHaveLength(1);
      expect(await c.countDocuments()).toBe(1);
      await other.dropDatabase();
    });
  });

  test('a TTL index deletes what is over, and only that', async () => {
    const c = collection();
    await c.createIndex({ at: 1 }, { expireAfterSeconds: 1 });
    await c.insertMany([{ at: new Date(0) }, { at: new Date('2999-01-01') }, { at: 'never' }, {}]);
    for (const end = Date.now() + 90_000; Date.now() < end && (await c.countDocuments()) > 3; )
      await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await c.countDocuments()).toBe(3);
  }, 100_000);
});
