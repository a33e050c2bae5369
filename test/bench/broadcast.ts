/** A kick-off: from [Start] until every participant and every personal card is written, beside inserting as many rows. */

import { jobRow, jobs } from '../../src/core/job.ts';
import { outbox } from '../../src/core/outbox.ts';
import { openRoom } from '../../src/core/room.ts';
import { runDueJobs } from '../../src/core/work.ts';
import { launch } from '../../src/cycles/launch.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { modules } from '../../src/modules.ts';
import { calendars, organisations, type Person, people } from '../../src/people/model.ts';
import { aCycle } from '../cycles/sample-cycle.ts';
import { benchWorld } from './bench-world.ts';
import type { Figure } from './main.ts';

const size = Number(process.env.BENCH_PEOPLE ?? 100_000);
const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York'];

const somebody = (i: number): Omit<Person, 'rev'> => ({
  _id: `p${String(i).padStart(6, '0')}`,
  name: `Person Number ${i}`,
  email: `p${i}@example.com`,
  unit: `Unit ${i % 200}`,
  title: 'Engineer',
  ...(i > 0 && { manager: `p${String(Math.floor((i - 1) / 8)).padStart(6, '0')}` }),
  hired: '2020-01-01',
  zone: zones[i % zones.length] ?? 'UTC',
  locale: i % 2 === 0 ? 'en' : 'zh',
  calendar: 'none',
  roles: [],
  quiet: { from: '20:00', to: '08:00' },
  accounts: [`web:local:p${i}`],
});

async function arrange(): Promise<void> {
  for (let i = 0; i < size; i += 5000)
    await people.insertAll(Array.from({ length: Math.min(5000, size - i) }, (_, k) => somebody(i + k)));
  await calendars.insert({ _id: 'none', name: 'none', off: [], work: [] });
  await openRoom('company', 'company', ['p000000'], 'web:local');
  await organisations.insert({
    _id: 'organisation',
    name: 'Large',
    locale: 'en',
    zone: 'Europe/Berlin',
    calendar: 'none',
    announce: { room: 'company', name: 'company' },
  });
}

const megabytes = (bytes: number) => bytes / 1024 / 1024;

export async function broadcast(): Promise<Figure[]> {
  const w = await benchWorld(modules, arrange);
  const cycle = aCycle({ state: 'scheduled', by: 'p000000', startedBy: 'p000000', startedAt: new Date() });
  await w.store.within(async () => {
    await cycles.insert(cycle);
    await jobs.insert(jobRow(launch, { cycle: cycle._id, after: '' }, new Date(), 'cycles.launch:bench'));
  });
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 100);
  const from = performance.now();
  const laps: number[] = [];
  let rows = 0;
  while (rows < size) {
    await runDueJobs(w.parts, 'bench');
    rows = await w.store.within(() => outbox.count({ key: `cycles.welcome:${cycle._id}` }));
    const there = await w.store.within(() => participants.count({ cycle: cycle._id }));
    if (there === size && laps.length === 0) laps.push(performance.now() - from);
  }
  const all = performance.now() - from;
  clearInterval(watch);
  await w.end();
  return [
    { what: 'people', value: size },
    { what: 'participants written', value: (laps[0] ?? 0) / 1000, unit: 's' },
    { what: 'all cards written (goal ≤ 60 s)', value: all / 1000, unit: 's' },
    { what: 'memory above the start (goal ≤ 150 MB)', value: megabytes(most - before), unit: 'MB' },
  ];
}
