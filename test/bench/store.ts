/**
 * How fast the embedded store is: `node dist/test/bench/store.js`. Every write is on the disk when it is answered. The
 * figures depend on the machine, the ratios less so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { type ClientSession } from 'mongoose';
import { startEmbedded } from '../../src/embedded/index.ts';

type Work = (i: number) => Promise<unknown>;
const seconds = Number(process.env.BENCH_SECONDS ?? 3);

const dir = mkdtempSync(join(tmpdir(), 'growloop-bench-'));
const store = await startEmbedded({ dir });
const uri = process.env.BENCH_URI ?? store.uri;
const db = await mongoose.createConnection(uri, { dbName: 'bench', maxPoolSize: 64 }).asPromise();
await db.dropDatabase();
const rows = db.collection<{ _id: string; by?: string; n?: number }>('rows');
const inbox = db.collection<{ _id: string; at: Date }>('inbox');
await rows.createIndex({ by: 1 });
await rows.insertMany(Array.from({ length: 10_000 }, (_, i) => ({ _id: `r${i}`, by: `p${i}`, n: 0 })));

let unique = 0;
const id = (): string => `x${process.pid}-${++unique}`;

async function small(session: ClientSession, i: number): Promise<void> {
  await rows.findOne({ _id: `r${i % 10_000}` }, { session });
  await inbox.insertOne({ _id: id(), at: new Date() }, { session });
  await rows.insertOne({ _id: id(), by: 'new' }, { session });
}

/** What one event of the product does. */
async function event(session: ClientSession, i: number): Promise<void> {
  await rows.findOne({ by: `p${i % 10_000}` }, { session });
  await inbox.insertOne({ _id: id(), at: new Date() }, { session });
  for (let k = 0; k < 4; k++) await rows.insertOne({ _id: id(), by: `new${k}`, n: k }, { session });
  await rows.updateOne({ _id: `r${i % 10_000}` }, { $inc: { n: 1 } }, { session });
}

const inTransaction =
  (work: (session: ClientSession, i: number) => Promise<void>): Work =>
  (i) =>
    db.transaction((session) => work(session, i));

const works: Record<string, Work> = {
  'insert one': () => rows.insertOne({ _id: id(), by: 'b' }),
  'find by index': (i) => rows.findOne({ by: `p${(i * 7919) % 10_000}` }),
  'transaction of 1 read, 2 writes': inTransaction(small),
  'event: 1 read, 5 inserts, 1 update': inTransaction(event),
};

async function measure(work: Work, clients: number): Promise<{ rate: number; p99: number }> {
  const end = performance.now() + seconds * 1000;
  const times: number[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    for (let now = performance.now(); now < end; ) {
      await work(next++);
      const after = performance.now();
      times.push(after - now);
      now = after;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  times.sort((a, b) => a - b);
  return { rate: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

for (const [name, work] of Object.entries(works)) {
  await measure(work, 4);
  let alone = 0;
  for (const clients of [1, 4, 16, 50]) {
    const { rate, p99 } = await measure(work, clients);
    alone ||= rate;
    const line = `${name.padEnd(36)} ${String(clients).padStart(3)} clients ${rate.toFixed(0).padStart(6)}/s`;
    process.stdout.write(`${line}  x${(rate / alone).toFixed(1)}  p99 ${p99.toFixed(1)} ms\n`);
  }
}
await db.close();
await store.stop();
rmSync(dir, { recursive: true, force: true });
