import mongoose from 'mongoose';
import { onEachBackend, uriOf } from '../../kit/database.ts';

interface Row {
  _id: number;
  n?: number;
  x?: string;
  t?: Date;
}

const { Int32, Long, Double } = mongoose.mongo;
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: { code?: number }) => error.code,
  );

await onEachBackend('contract_protocol', (connection, backend) => {
  const db = connection.db as mongoose.mongo.Db;
  const rows = db.collection<Row>('rows');
  beforeAll(() => rows.insertMany(Array.from({ length: 1000 }, (_, i) => ({ _id: i, n: i % 10 }))));

  test('a replica set that knows sessions', async () => {
    const hello = await db.admin().command({ hello: 1 });
    expect(hello).toMatchObject({ isWritablePrimary: true, logicalSessionTimeoutMinutes: 30, ok: 1 });
    expect(typeof hello.setName).toBe('string');
    expect((await db.admin().ping()).ok).toBe(1);
  });

  test('batches give everything once', async () => {
    const seen: number[] = [];
    for await (const { _id } of rows.find().sort({ _id: 1 })) seen.push(_id);
    expect(seen).toEqual(Array.from({ length: 1000 }, (_, i) => i));
    expect(await rows.find().limit(212).toArray()).toHaveLength(212);
    expect(await rows.aggregate([{ $match: { n: { $lt: 3 } } }]).toArray()).toHaveLength(300);
  });

  test('a cursor reads on while others write', async () => {
    const own = db.collection<Row>('reading');
    await own.insertMany(Array.from({ length: 300 }, (_, i) => ({ _id: i })));
    const cursor = own.find().sort({ _id: 1 });
    const seen = [(await cursor.next())?._id];
    await own.deleteMany({ _id: { $gte: 290 } });
    await own.insertOne({ _id: 1000 });
    for await (const { _id } of cursor) seen.push(_id);
    expect(seen.slice(0, 290)).toEqual(Array.from({ length: 290 }, (_, i) => i));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('a cursor that was closed is gone', async () => {
    const reply = await db.command({ find: 'rows' });
    const id = Long.fromString(String(reply.cursor.id));
    expect(reply.cursor.firstBatch).toHaveLength(101);
    expect((await db.command({ killCursors: 'rows', cursors: [id] })).cursorsKilled).toHaveLength(1);
    expect(await codeOf(db.command({ getMore: id, collection: 'rows' }))).toBe(43);
    const single = await db.command({ find: 'rows', singleBatch: true });
    expect(Number(single.cursor.id)).toBe(0);
  });

  test('counts', async () => {
    expect(await rows.countDocuments()).toBe(1000);
    expect(await rows.countDocuments({ n: { $lt: 2 } })).toBe(200);
    expect(await db.collection('nothing').countDocuments()).toBe(0);
  });

  test('distinct goes into arrays and sorts', async () => {
    const lists = db.collection('lists');
    await lists.insertMany([{ a: [3, 'x', 1] }, { a: 1 }, { a: null }, {}, { a: [{ b: 2 }] }]);
    expect(await lists.distinct('a')).toEqual([null, 1, 3, 'x', { b: 2 }]);
    expect(await lists.distinct('a.b')).toEqual([2]);
    expect(await lists.distinct('a', { a: { $gt: 1 } })).toEqual([1, 3, 'x']);
  });

  test('types of numbers survive an update of something else', async () => {
    const typed = db.collection('typed');
    await typed.insertOne({ i: new Int32(1), l: Long.fromNumber(2), d: new Double(3), s: 'x' });
    await typed.updateOne({}, { $set: { s: 'y' }, $inc: { i: 1 } });
    await typed.updateOne({}, [{ $set: { copy: '$l', sum: { $add: ['$l', 1] }, d2: { $add: ['$d', 1] } } }]);
    const doc = await typed.findOne({}, { promoteValues: false });
    expect(doc?.i).toBeInstanceOf(Int32);
    for (const long of [doc?.l, doc?.copy, doc?.sum]) expect(long).toBeInstanceOf(Long);
    for (const double of [doc?.d, doc?.d2]) expect(double).toBeInstanceOf(Double);
  });

  test('L4 $$NOW is one moment for a whole update', async () => {
    await rows.updateMany({}, [{ $set: { t: '$$NOW' } }]);
    expect(await rows.distinct('t')).toHaveLength(1);
  });

  test('what an update says it did', async () => {
    const own = db.collection<Row>('counts');
    await own.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
    ]);
    expect(await own.updateMany({}, { $set: { n: 1 } })).toMatchObject({ matchedCount: 2, modifiedCount: 0 });
    expect(await own.updateMany({}, { $inc: { n: 1 } })).toMatchObject({ matchedCount: 2, modifiedCount: 2 });
    expect(await own.replaceOne({ _id: 1 }, { n: 2 })).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await own.updateOne({ _id: 3 }, { $set: { n: 3 } }, { upsert: true })).toMatchObject({
      matchedCount: 0,
      upsertedCount: 1,
      upsertedId: 3,
    });
    expect(await own.deleteMany({ n: 2 })).toMatchObject({ deletedCount: 2 });
    expect(await own.deleteOne({ n: 2 })).toMatchObject({ deletedCount: 0 });
  });

  test('findOneAndUpdate and findOneAndReplace', async () => {
    const own = db.collection<Row>('modify');
    await own.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ]);
    const inc = { $inc: { n: 10 } };
    expect(await own.findOneAndUpdate({ _id: 1 }, inc)).toEqual({ _id: 1, n: 1 });
    expect(await own.findOneAndUpdate({ _id: 1 }, inc, { returnDocument: 'after' })).toEqual({
      _id: 1,
      n: 21,
    });
    expect(await own.findOneAndUpdate({}, inc, { sort: { n: 1 } })).toEqual({ _id: 2, n: 2 });
    expect(await own.findOneAndUpdate({ _id: 9 }, inc)).toBeNull();
    const upsert = { upsert: true, returnDocument: 'after' } as const;
    expect(await own.findOneAndUpdate({ _id: 9 }, inc, upsert)).toEqual({ _id: 9, n: 10 });
    expect(await own.findOneAndUpdate({ _id: 10 }, inc, { upsert: true })).toBeNull();
    expect(await own.findOneAndReplace({ _id: 1 }, { n: 5 }, { returnDocument: 'after' })).toEqual({
      _id: 1,
      n: 5,
    });
    expect(await own.countDocuments()).toBe(4);
  });

  test('a write that is sent again with its number is done once', async () => {
    const own = db.collection<Row>('retried');
    // A client of its own: its session's numbers are no longer in order afterwards.
    const client = await new mongoose.mongo.MongoClient(uriOf(backend)).connect();
    const session = client.startSession();
    const update = { update: 'retried', updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } }, upsert: true }] };
    const send = (txnNumber: number): Promise<unknown> =>
      client
        .db('contract_protocol')
        .command({ ...update, txnNumber: Long.fromNumber(txnNumber) }, { session });
    await send(1);
    await Promise.all([send(2), send(2)]);
    await send(2);
    expect(await own.findOne({ _id: 1 })).toEqual({ _id: 1, n: 2 });
    expect(await codeOf(send(1))).toBe(225);
    await session.endSession();
    await client.close();
  });

  test('D4 an answer that is too large is an error, not a lost connection', async () => {
    const own = db.collection('large');
    for (let i = 0; i < 9; i++) await own.insertOne({ x: `${i}${'x'.repeat(2_000_000)}` });
    expect([10334, 17217]).toContain(await codeOf(own.distinct('x')));
    expect(await codeOf(own.insertOne({ x: 'x'.repeat(17_000_000) }))).not.toBe(undefined);
    expect(await own.find().toArray()).toHaveLength(9); // in several batches
  }, 30_000);

  test('names that are none are refused, and harm nothing (D1)', async () => {
    expect(await codeOf(db.command({ insert: 5, documents: [{ a: 1 }] }))).toBe(73);
    expect(await codeOf(db.command({ find: 'a$b' }))).toBe(73);
    expect((await db.listCollections().toArray()).length).toBeGreaterThan(0);
  });

  test('an _id may not be a list', async () => {
    expect(await codeOf(db.collection('ids').insertOne({ _id: [1] as never }))).toBe(53);
    expect(await codeOf(db.collection('ids').insertOne({ _id: { $x: 1 } as never }))).toBe(52);
  });
});
