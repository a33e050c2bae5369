import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startProcess } from '../kit/process.ts';

/** Rows come alone, or in pairs by one transaction that also moves the writer's counter. */
interface Row {
  _id: string;
  writer: number;
  step: number;
  half?: number;
}

interface Counter {
  _id: number;
  step: number;
}

const kills = Number(process.env.KILLS ?? 100);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const writers = 8;
/** Milliseconds from a round's first acknowledged write to its kill, at most. */
const longestRound = 120;

/** A small generator of numbers between 0 and 1, so that a seed repeats a run's moments. */
function random(from: number): () => number {
  let state = from;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What the driver does not give up by then on a server that is gone says nothing about the store. */
const patience = 10_000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const connect = (uri: string): Promise<mongoose.Connection> =>
  mongoose.createConnection(uri, { retryWrites: false, serverSelectionTimeoutMS: 2000 }).asPromise();

/** Writes until the store is killed; adds what was acknowledged. */
async function write(
  db: mongoose.Connection,
  writer: number,
  from: number,
  acknowledged: string[],
): Promise<void> {
  const rows = db.collection<Row>('rows');
  const counters = db.collection<Counter>('counters');
  for (let step = from; ; step++) {
    const _id = `${writer}-${step}`;
    if (step % 2) {
      await rows.insertOne({ _id, writer, step });
      await counters.updateOne({ _id: writer }, { $set: { step } }, { upsert: true });
    } else await pair(db, writer, step);
    acknowledged.push(_id);
  }
}

async function pair(db: mongoose.Connection, writer: number, step: number): Promise<void> {
  const session = await db.startSession();
  session.startTransaction();
  for (const half of [1, 2])
    await db
      .collection<Row>('rows')
      .insertOne({ _id: `${writer}-${step}-${half}`, writer, step, half }, { session });
  await db
    .collection<Counter>('counters')
    .updateOne({ _id: writer }, { $set: { step } }, { session, upsert: true });
  await session.commitTransaction();
}

const closing: Promise<void>[] = [];

async function round(dir: string, number: number, after: number): Promise<string[]> {
  const store = await startProcess(dir);
  const db = await connect(store.line);
  if (number === 0)
    await db.collection<Row>('rows').createIndex({ writer: 1, step: 1, half: 1 }, { unique: true });
  const acknowledged: string[] = [];
  const writing = Array.from({ length: writers }, (_, writer) =>
    write(db, writer, number * 10_000, acknowledged),
  );
  const ends = Promise.allSettled(writing);
  // A writer ends at its first error; when all have ended there is nothing to wait for.
  let over = false;
  void ends.then(() => {
    over = true;
  });
  while (!acknowledged.length && !over) await sleep(2);
  await sleep(after);
  await store.kill('SIGKILL');
  await Promise.race([ends, sleep(patience)]);
  closing.push(db.close(true)); // it looks for the server for a while, which need not hold up the next round
  return acknowledged;
}

interface Damage {
  lost: string[];
  /** Of a transaction's pair only one is there. */
  halves: string[];
  /** The counter is behind what was acknowledged. */
  behind: string[];
}

async function damage(dir: string, acknowledged: readonly string[]): Promise<Damage> {
  const store = await startProcess(dir);
  const db = await connect(store.line);
  const all = await db.collection<Row>('rows').find().toArray();
  const byIndex = await db
    .collection<Row>('rows')
    .find({ writer: { $gte: 0 } })
    .toArray();
  const counters = await db.collection<Counter>('counters').find().toArray();
  await db.close();
  await store.kill('SIGKILL');
  expect(byIndex.map(({ _id }) => _id).sort()).toEqual(all.map(({ _id }) => _id).sort());
  const ids = new Set(all.map(({ _id }) => _id));
  const steps = new Map(counters.map(({ _id, step }) => [_id, step]));
  const has = (id: string): boolean => ids.has(id) || (ids.has(`${id}-1`) && ids.has(`${id}-2`));
  return {
    lost: acknowledged.filter((id) => !has(id)),
    halves: all.flatMap(({ _id, half }) =>
      half && !ids.has(_id.replace(/.$/, String(3 - half))) ? _id : [],
    ),
    behind: acknowledged.filter(
      (id) => (steps.get(Number(id.split('-')[0])) ?? 0) < Number(id.split('-')[1]),
    ),
  };
}

test(`${kills} kills -9 under ${writers} writers`, async () => {
  const next = random(seed);
  const dir = mkdtempSync(join(tmpdir(), 'growloop-kill-'));
  const acknowledged: string[] = [];
  for (let i = 0; i < kills; i++) acknowledged.push(...(await round(dir, i, next() * longestRound)));
  const { lost, halves, behind } = await damage(dir, acknowledged);
  await Promise.race([Promise.allSettled(closing), sleep(patience)]);
  rmSync(dir, { recursive: true, force: true });
  process.stdout.write(
    `${lost.length} acknowledged writes lost in ${kills} kills (seed ${seed}), of ${acknowledged.length}\n`,
  );
  expect({ lost, halves, behind }).toEqual({ lost: [], halves: [], behind: [] });
}, 300_000);
