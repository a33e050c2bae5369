import type mongoose from 'mongoose';
import { onEachBackend } from '../../kit/database.ts';

interface Job {
  _id: string;
  state: string;
  runAt: Date;
  tries?: number;
  lease?: { owner: string; until: Date };
}

const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const codes = (results: PromiseSettledResult<unknown>[]): unknown[] =>
  results.flatMap((result) =>
    result.status === 'rejected' ? [(result.reason as { code?: number }).code] : [],
  );

await onEachBackend('contract_races', (connection) => {
  const db = connection.db as mongoose.mongo.Db;

  const claim = (jobs: mongoose.mongo.Collection<Job>, owner: string): Promise<Job | null> =>
    jobs.findOneAndUpdate(
      { state: 'ready', runAt: { $lte: new Date() } },
      [{ $set: { state: 'running', lease: { owner, until: { $add: ['$$NOW', 60_000] } } } }],
      { sort: { runAt: 1 }, returnDocument: 'after' },
    );

  test('80 claims of 50 jobs are 50 claims', async () => {
    const jobs = db.collection<Job>('jobs');
    await jobs.createIndex({ state: 1, runAt: 1 });
    await jobs.insertMany(times(50, (i) => ({ _id: `j${i}`, state: 'ready', runAt: new Date(i) })));
    const before = Date.now();
    const claimed = await Promise.all(times(80, (i) => claim(jobs, `w${i}`)));
    const got = claimed.filter((job) => job !== null);
    expect(new Set(got.map(({ _id }) => _id)).size).toBe(50);
    expect(got).toHaveLength(50);
    expect(await jobs.countDocuments({ state: 'running' })).toBe(50);
    for (const { lease } of got) {
      expect(Math.abs((lease?.until.getTime() ?? 0) - before - 60_000)).toBeLessThan(30_000);
    }
  });

  test('a lease that has ended is taken over by one', async () => {
    const jobs = db.collection<Job>('leases');
    await jobs.insertOne({
      _id: 'a',
      state: 'running',
      runAt: new Date(),
      lease: { owner: 'dead', until: new Date(0) },
    });
    const take = (owner: string): Promise<Job | null> =>
      jobs.findOneAndUpdate(
        { _id: 'a', $expr: { $lt: ['$lease.until', '$$NOW'] } },
        [{ $set: { lease: { owner, until: { $add: ['$$NOW', 60_000] } } } }],
        { returnDocument: 'after' },
      );
    const won = (await Promise.all(times(20, (i) => take(`w${i}`)))).filter((job) => job !== null);
    expect(won).toHaveLength(1);
    const late = await jobs.updateOne({ _id: 'a', 'lease.owner': 'dead' }, { $set: { state: 'done' } });
    expect(late.matchedCount).toBe(0);
  });

  test('one of many inserts of a key goes through, in and out of transactions', async () => {
    const keys = db.collection<{ _id: number; key: string }>('keys');
    await keys.createIndex({ key: 1 }, { unique: true });
    const plain = times(20, (i) => keys.insertOne({ _id: i, key: 'k' }));
    const within = times(10, (i) =>
      connection.transaction((session) => keys.insertOne({ _id: 100 + i, key: 'k' }, { session })),
    );
    const results = await Promise.allSettled([...plain, ...within]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(new Set(codes(results))).toEqual(new Set([11000]));
    expect(await keys.countDocuments()).toBe(1);
  }, 30_000);

  test('upserts of one _id make one document', async () => {
    const counters = db.collection<{ _id: string; n: number }>('upserts');
    const results = await Promise.allSettled(
      times(30, () => counters.updateOne({ _id: 'x' }, { $inc: { n: 1 } }, { upsert: true })),
    );
    expect(codes(results)).toEqual([]);
    expect(await counters.findOne({ _id: 'x' })).toEqual({ _id: 'x', n: 30 });
  });

  test('plain increments and transactions on one document lose nothing', async () => {
    const counters = db.collection<{ _id: string; n: number }>('counters');
    await counters.insertOne({ _id: 'x', n: 0 });
    const plain = times(40, () => counters.updateOne({ _id: 'x' }, { $inc: { n: 1 } }));
    const within = times(10, () =>
      connection.transaction(async (session) => {
        const doc = await counters.findOne({ _id: 'x' }, { session });
        await counters.updateOne({ _id: 'x' }, { $set: { n: (doc?.n ?? 0) + 100 } }, { session });
      }),
    );
    await Promise.all([...plain, ...within]);
    expect(await counters.findOne({ _id: 'x' })).toEqual({ _id: 'x', n: 1040 });
  }, 60_000);

  test('transactions on different documents do not hold each other up', async () => {
    const rows = db.collection<{ _id: string; n: number }>('rows');
    await rows.insertOne({ _id: 'held', n: 0 });
    const holder = await connection.startSession();
    holder.startTransaction();
    await rows.updateOne({ _id: 'held' }, { $inc: { n: 1 } }, { session: holder });
    await Promise.all(
      times(20, (i) =>
        connection.transaction(async (session) => {
          await rows.insertOne({ _id: `r${i}`, n: i }, { session });
          await rows.updateOne({ _id: `r${i}` }, { $inc: { n: 1 } }, { session });
        }),
      ),
    );
    expect(await rows.countDocuments()).toBe(21);
    await holder.abortTransaction();
    await holder.endSession();
    expect(await rows.findOne({ _id: 'held' })).toEqual({ _id: 'held', n: 0 });
  });

  test('of two transactions that move money in a ring, none is lost', async () => {
    const accounts = db.collection<{ _id: number; n: number }>('accounts');
    await accounts.insertMany(times(4, (i) => ({ _id: i, n: 100 })));
    await Promise.all(
      times(24, (i) =>
        connection.transaction(async (session) => {
          await accounts.updateOne({ _id: i % 4 }, { $inc: { n: -1 } }, { session });
          await accounts.updateOne({ _id: (i + 1) % 4 }, { $inc: { n: 1 } }, { session });
        }),
      ),
    );
    const all = await accounts.find().sort({ _id: 1 }).toArray();
    expect(all.map(({ n }) => n)).toEqual([100, 100, 100, 100]);
  }, 60_000);
});
