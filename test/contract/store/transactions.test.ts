import type mongoose from 'mongoose';
import { onEachBackend } from '../../kit/database.ts';

interface Row {
  _id: number | string;
  n?: number;
  key?: string;
  a?: number;
}

type Collection = mongoose.mongo.Collection<Row>;
type Session = mongoose.ClientSession;

interface Failure {
  code?: number;
  hasErrorLabel?(label: string): boolean;
}

const failure = (work: Promise<unknown>): Promise<Failure> =>
  work.then(
    () => ({}),
    (error: Failure) => error,
  );

await onEachBackend('contract_transactions', (connection, backend) => {
  const db = connection.db as mongoose.mongo.Db;
  let c: Collection;
  let number = 0;
  const sessions: Session[] = [];

  async function begin(): Promise<Session> {
    const session = await connection.startSession();
    session.startTransaction({ writeConcern: { w: 'majority' } });
    sessions.push(session);
    return session;
  }

  beforeEach(async () => {
    c = db.collection<Row>(`c${++number}`);
    await c.createIndex({ key: 1 }, { unique: true, partialFilterExpression: { key: { $exists: true } } });
    await c.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ]);
  });
  afterEach(async () => {
    for (const session of sessions.splice(0)) await session.endSession();
  });

  test('nobody sees what is not committed, then everybody does', async () => {
    const session = await begin();
    await c.insertOne({ _id: 3, n: 3 }, { session });
    await c.updateOne({ n: 1 }, { $inc: { n: 10 } }, { session });
    await c.deleteOne({ n: 2 }, { session });
    expect(await c.find({}, { session }).sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 11 },
      { _id: 3, n: 3 },
    ]);
    expect(await c.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ]);
    await session.commitTransaction();
    expect(await c.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 11 },
      { _id: 3, n: 3 },
    ]);
  });

  test('an abort leaves everything as it was', async () => {
    const session = await begin();
    await c.insertOne({ _id: 'x', key: 'x' }, { session });
    await c.updateMany({}, { $set: { n: 0 } }, { session });
    await c.deleteOne({ _id: 1 }, { session });
    await session.abortTransaction();
    expect(await c.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ]);
    await c.insertOne({ _id: 'x', key: 'x' });
  });

  test('it reads one moment, whatever others commit', async () => {
    const session = await begin();
    expect(await c.findOne({ _id: 1 }, { session })).toEqual({ _id: 1, n: 1 });
    await c.updateOne({ _id: 1 }, { $set: { n: 5 } });
    await c.insertOne({ _id: 9, n: 9 });
    expect(await c.findOne({ _id: 1 }, { session })).toEqual({ _id: 1, n: 1 });
    expect(await c.countDocuments({}, { session })).toBe(2);
    expect(await c.distinct('n', {}, { session })).toEqual([1, 2]);
    await session.commitTransaction();
    expect(await c.countDocuments()).toBe(3);
  });

  test('it finds its own writes by index, sort and aggregation', async () => {
    await c.createIndex({ n: 1 });
    const session = await begin();
    await c.insertOne({ _id: 3, n: 0 }, { session });
    await c.updateOne({ _id: 1 }, { $set: { n: 7 } }, { session });
    expect((await c.find({ n: { $gt: 2 } }, { session }).toArray()).map(({ n }) => n)).toEqual([7]);
    expect((await c.find({}, { session }).sort({ n: -1 }).limit(2).toArray()).map(({ n }) => n)).toEqual([
      7, 2,
    ]);
    expect(await c.aggregate([{ $group: { _id: null, n: { $sum: '$n' } } }], { session }).toArray()).toEqual([
      { _id: null, n: 9 },
    ]);
    await session.commitTransaction();
  });

  test('two that write one document: the second is told to try again', async () => {
    const [first, second] = [await begin(), await begin()];
    await c.findOne({}, { session: second });
    await c.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: first });
    const error = await failure(c.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: second }));
    expect(error.code).toBe(112);
    expect(error.hasErrorLabel?.('TransientTransactionError')).toBe(true);
    expect((await failure(c.findOne({}, { session: second }))).code).toBe(251);
    await first.commitTransaction();
    expect(await c.findOne({ _id: 1 })).toEqual({ _id: 1, n: 2 });
  });

  test('a document that was changed after the snapshot is a conflict', async () => {
    const session = await begin();
    await c.findOne({}, { session });
    await c.updateOne({ _id: 1 }, { $set: { n: 5 } });
    const error = await failure(c.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session }));
    expect(error.code).toBe(112);
    expect(error.hasErrorLabel?.('TransientTransactionError')).toBe(true);
  });

  test('two that insert one key: one gets it', async () => {
    const [first, second] = [await begin(), await begin()];
    await c.insertOne({ _id: 'k1', key: 'k' }, { session: first });
    const error = await failure(c.insertOne({ _id: 'k2', key: 'k' }, { session: second }));
    expect(error.code).toBe(112);
    expect(error.hasErrorLabel?.('TransientTransactionError')).toBe(true);
    await first.commitTransaction();
    expect((await failure(c.insertOne({ _id: 'k3', key: 'k' }))).code).toBe(11000);
  });

  test('a redelivery clashes on its _id and aborts everything', async () => {
    await c.insertOne({ _id: 'event' });
    const session = await begin();
    await c.updateOne({ _id: 1 }, { $set: { n: 100 } }, { session });
    expect((await failure(c.insertOne({ _id: 'event' }, { session }))).code).toBe(11000);
    await failure(session.abortTransaction());
    expect(await c.findOne({ _id: 1 })).toEqual({ _id: 1, n: 1 });
  });

  test('a unique key may move within a transaction', async () => {
    await c.insertOne({ _id: 5, key: 'a' });
    const session = await begin();
    await c.updateOne({ _id: 5 }, { $set: { key: 'b' } }, { session });
    await c.insertOne({ _id: 6, key: 'a' }, { session });
    expect((await failure(c.insertOne({ _id: 'k4', key: 'b' }, { session }))).code).toBe(11000);
    const again = await begin();
    await c.updateOne({ _id: 5 }, { $set: { key: 'b' } }, { session: again });
    await c.insertOne({ _id: 6, key: 'a' }, { session: again });
    await again.commitTransaction();
    expect(
      await c
        .find({ key: { $in: ['a', 'b'] } })
        .sort({ key: 1 })
        .toArray(),
    ).toEqual([
      { _id: 6, key: 'a' },
      { _id: 5, key: 'b' },
    ]);
  });

  test('a plain write waits for the transaction that has the document', async () => {
    const session = await begin();
    await c.updateOne({ _id: 1 }, { $inc: { n: 10 } }, { session });
    let done = false;
    const waiting = c.updateOne({ _id: 1 }, { $inc: { n: 100 } }).then(() => {
      done = true;
    });
    await c.updateOne({ _id: 2 }, { $inc: { n: 100 } });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(done).toBe(false);
    await session.commitTransaction();
    await waiting;
    expect(await c.findOne({ _id: 1 })).toEqual({ _id: 1, n: 111 });
  });

  test('an insert makes the collection, an index is refused', async () => {
    const session = await begin();
    const fresh = db.collection<Row>(`fresh${number}`);
    await fresh.insertOne({ _id: 1, a: 1 }, { session });
    await session.commitTransaction();
    expect(await fresh.countDocuments()).toBe(1);
    if (backend !== 'embedded') return; // MongoDB makes an index on a collection that is new
    const second = await begin();
    await fresh.findOne({}, { session: second });
    const error = await failure(fresh.createIndex({ a: 1 }, { session: second } as never));
    expect(error.code).toBe(263);
  });

  test('a commit asked for twice is answered twice', async () => {
    const session = await begin();
    await c.insertOne({ _id: 3 }, { session });
    await session.commitTransaction();
    await session.commitTransaction();
    expect(await c.countDocuments()).toBe(3);
  });

  test('C15 an ended session ends its transaction', async () => {
    const session = await begin();
    await c.updateOne({ _id: 1 }, { $inc: { n: 10 } }, { session });
    await db.admin().command({ endSessions: [session.id] });
    expect((await failure(session.commitTransaction())).code).toBe(251);
    await c.updateOne({ _id: 1 }, { $inc: { n: 1 } });
    expect(await c.findOne({ _id: 1 })).toEqual({ _id: 1, n: 2 });
  });

  test('withTransaction tries again until it is through', async () => {
    const add = (): Promise<unknown> =>
      connection.transaction(async (session) => {
        const doc = await c.findOne({ _id: 1 }, { session });
        await c.updateOne({ _id: 1 }, { $set: { n: Number(doc?.n) + 1 } }, { session });
      });
    await Promise.all(Array.from({ length: 8 }, add));
    expect(await c.findOne({ _id: 1 })).toEqual({ _id: 1, n: 9 });
  }, 30_000);
});
