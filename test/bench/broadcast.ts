/** A kick-off for many: from [Start] until every personal card waits in the outbox. Nothing is sent meanwhile. */
import type { Form, Reply } from '../../src/core/card.ts';
import { outbox } from '../../src/core/outbox.ts';
import type { Inbound } from '../../src/core/platform.ts';
import { runDueJobs } from '../../src/core/work.ts';
import { modules } from '../../src/modules.ts';
import { people } from '../../src/people/model.ts';
import { aPerson, small } from '../kit/someone.ts';
import { type BenchWorld, benchWorld, memoryMb } from './bench-world.ts';
import type { Figure } from './main.ts';

const many = Number(process.env.BENCH_PEOPLE ?? 100_000);

async function arrange(): Promise<void> {
  await small({ _id: 'hanna', roles: ['hr', 'hrHead'] });
  for (let i = 0; i < many - 1; i += 1000) {
    const count = Math.min(1000, many - 1 - i);
    const batch = Array.from({ length: count }, (_, n) => `p${String(i + n).padStart(6, '0')}`);
    await people.insertAll(batch.map((_id) => aPerson({ _id, name: _id, manager: 'hanna' })));
  }
}

function hands(w: BenchWorld) {
  const where = { platform: 'web', tenant: 'local', channel: 'dm:hanna' };
  let n = 0;
  const send = (event: Record<string, unknown>): Promise<Reply> => {
    n += 1;
    return w.bot.receive({ id: `h${n}`, at: new Date(), from: 'hanna', where, ...event } as Inbound);
  };
  return send;
}

const filled = (form: Form | undefined) =>
  Object.fromEntries((form?.fields ?? []).flatMap((f) => (f.value === undefined ? [] : [[f.name, f.value]])));

async function startCycle(w: BenchWorld): Promise<string> {
  const send = hands(w);
  const { open } = await send({ kind: 'command', name: 'perf', text: 'kickoff' });
  await send({ kind: 'submit', token: open?.token, values: filled(open) });
  while ((await runDueJobs(w.parts, 'bench')) > 0);
  const cycle = await w.store.connection.collection<{ _id: string; rev: number }>('cycles').findOne({});
  await send({
    kind: 'press',
    token: `cycles.start ${JSON.stringify({ cycle: cycle?._id, rev: cycle?.rev })}`,
  });
  return cycle?._id ?? '';
}

export async function broadcast(): Promise<Figure[]> {
  const w = await benchWorld(modules, arrange);
  const cycle = await startCycle(w);
  const key = `cycles.welcome:${cycle}`;
  const before = memoryMb();
  let peak = before;
  const from = performance.now();
  const written = () => w.store.within(() => outbox.count({ key }));
  for (;;) {
    const ran = await runDueJobs(w.parts, 'bench');
    const now = memoryMb();
    peak = { own: Math.max(peak.own, now.own), all: Math.max(peak.all, now.all) };
    if (ran === 0 || (await written()) >= many) break;
  }
  const seconds = (performance.now() - from) / 1000;
  const rows = await written();
  await w.end();
  return [
    { what: 'personal cards in the outbox', value: String(rows), unit: `of ${many}` },
    { what: 'from [Start] to the last of them (goal < 60)', value: seconds, unit: 's' },
    { what: 'more memory of its own (goal < 150)', value: peak.own - before.own, unit: 'MB' },
    { what: 'more memory with the store’s mapped file', value: peak.all - before.all, unit: 'MB' },
  ];
}
