/** A press, from the event to its answer (inbox row, document, card, fact, job; all committed), beside an empty transaction. */
import { modules } from '../../src/modules.ts';
import { notes, notesModule } from '../kit/notes.ts';
import { small } from '../kit/someone.ts';
import { type BenchWorld, benchWorld, quantile } from './bench-world.ts';
import type { Figure } from './main.ts';

const usual = 400;

export interface Timing {
  p50: number;
  p99: number;
  cpuMs: number;
}

export async function timed(run: (n: number) => Promise<unknown>, runs = usual): Promise<Timing> {
  for (let n = 0; n < 50; n += 1) await run(-1 - n);
  const times = [];
  const cpu = process.cpuUsage();
  for (let n = 0; n < runs; n += 1) {
    const from = performance.now();
    await run(n);
    times.push(performance.now() - from);
  }
  const { user, system } = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), cpuMs: (user + system) / 1000 / runs };
}

/** The least a change can cost on this store: begin, write one row, commit. */
export async function emptyTransaction(w: BenchWorld): Promise<Timing> {
  const rows = w.store.connection.collection<{ _id: string; n: number }>('empty');
  await w.store.connection.createCollection('empty');
  return timed(async (n) => {
    const session = await w.store.connection.startSession();
    await session.withTransaction(() =>
      rows.updateOne({ _id: 'one' }, { $set: { n } }, { upsert: true, session }),
    );
    await session.endSession();
  });
}

async function press(w: BenchWorld, n: number, rev: number): Promise<void> {
  const where = { platform: 'web', tenant: 'local', channel: 'dm:ann' };
  await w.bot.receive({
    id: `press${n}`,
    at: new Date(),
    from: 'ann',
    where,
    kind: 'press',
    token: `notes.add ${JSON.stringify({ note: 'n1', rev })}`,
  });
}

export async function events(): Promise<Figure[]> {
  const w = await benchWorld([...modules, notesModule], async () => {
    await small({ _id: 'ann' }, { _id: 'bo' });
    await notes.insert({ _id: 'n1', person: 'ann', text: 'x', count: 0 });
  });
  const empty = await emptyTransaction(w);
  let rev = 0;
  const event = await timed((n) => {
    rev += 1;
    return press(w, n, rev);
  });
  await w.end();
  return [
    { what: 'empty transaction, p50', value: empty.p50, unit: 'ms' },
    { what: 'empty transaction, p99', value: empty.p99, unit: 'ms' },
    { what: 'empty transaction, CPU', value: empty.cpuMs, unit: 'ms' },
    { what: 'event → committed → reply, p50', value: event.p50, unit: 'ms' },
    { what: 'event → committed → reply, p99', value: event.p99, unit: 'ms' },
    { what: 'event → committed → reply, CPU', value: event.cpuMs, unit: 'ms' },
    { what: 'event ÷ empty transaction (p50; goal ≤ 3)', value: event.p50 / empty.p50, unit: '×' },
  ];
}
