import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startProcess } from '../../kit/process.ts';

interface Row {
  _id: string;
  person: string;
  cycle: string;
  state: string;
  at: Date;
}

const batch = 10_000;
const row = (i: number): Row => ({
  _id: `r${i}`,
  person: `p${i}`,
  cycle: `c${i % 50}`,
  state: i % 1000 === 0 ? 'ready' : 'done',
  at: new Date(i * 1000),
});

export interface Scans {
  /** Reads of whole collections while the questions were asked. */
  collection: number;
  index: number;
  /** Milliseconds of the slowest question. */
  slowest: number;
}

/** Asks indexed questions of a store with `count` documents, which has counted how it found them. */
export async function askIndexed(count: number): Promise<Scans> {
  const dir = mkdtempSync(join(tmpdir(), 'growloop-scans-'));
  const store = await startProcess(dir);
  const db = await mongoose.createConnection(store.line).asPromise();
  const rows = db.collection<Row>('rows');
  await rows.createIndex({ person: 1 }, { unique: true });
  await rows.createIndex({ cycle: 1, at: -1 });
  await rows.createIndex({ at: 1 }, { name: 'due', partialFilterExpression: { state: 'ready' } });
  for (let from = 0; from < count; from += batch)
    await rows.insertMany(Array.from({ length: Math.min(batch, count - from) }, (_, i) => row(from + i)));
  const before = await plans(db);
  let slowest = 0;
  for (const ask of questions(rows, count)) {
    const start = performance.now();
    await ask();
    slowest = Math.max(slowest, performance.now() - start);
  }
  const after = await plans(db);
  await db.close();
  await store.kill('SIGTERM');
  rmSync(dir, { recursive: true, force: true });
  return { collection: after.collection - before.collection, index: after.index - before.index, slowest };
}

async function plans(db: mongoose.Connection): Promise<{ collection: number; index: number }> {
  const status = await (db.db as mongoose.mongo.Db).admin().command({ serverStatus: 1 });
  return status.plans as { collection: number; index: number };
}

function questions(rows: mongoose.mongo.Collection<Row>, count: number): (() => Promise<void>)[] {
  const last = count - 1;
  return [
    async () => expect(await rows.findOne({ person: `p${last}` })).toMatchObject({ _id: `r${last}` }),
    async () => expect(await rows.find({ person: { $in: ['p1', 'p2', 'none'] } }).toArray()).toHaveLength(2),
    async () => expect(await rows.findOne({ _id: 'r5' })).toMatchObject({ person: 'p5' }),
    async () => {
      const newest = await rows.find({ cycle: 'c7' }).sort({ at: -1 }).limit(3).toArray();
      expect(newest.map(({ _id }) => _id)).toEqual([last - 42, last - 92, last - 142].map((i) => `r${i}`));
    },
    async () => {
      const due = await rows.find({ state: 'ready', at: { $lte: new Date(5_000_000) } }).toArray();
      expect(due).toHaveLength(6);
    },
    async () =>
      expect((await rows.updateOne({ person: 'p3' }, { $set: { state: 'x' } })).modifiedCount).toBe(1),
    async () =>
      expect(
        (await rows.findOneAndUpdate({ state: 'ready', at: new Date(0) }, { $set: { state: 'y' } }))?._id,
      ).toBe('r0'),
    async () => expect((await rows.deleteOne({ person: 'p4' })).deletedCount).toBe(1),
    async () => expect(await rows.countDocuments({ cycle: 'c1', at: { $lt: new Date(1_000_000) } })).toBe(20),
  ];
}
