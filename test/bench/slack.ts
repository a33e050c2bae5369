/** Slack: a signed press to its 200, beside a bare Bolt; and a broadcast against limits that nobody tells. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outbox } from '../../src/core/outbox.ts';
import { accountOf } from '../kit/fake-slack/company.ts';
import type { FakeSlack } from '../kit/fake-slack/index.ts';
import { usualLimits } from '../kit/fake-slack/limits.ts';
import { fastTime } from '../kit/fake-slack/time.ts';
import { type StoreProcess, startProcess } from '../kit/process.ts';
import { companyOf, fillStore, looking, secretsKey, staff } from '../slack-faults/processes.ts';
import { quantile } from './bench-world.ts';
import type { Figure } from './main.ts';
import type { ChildSettings } from './slack-child.ts';
import { child, type Loaded, load, pressedToken, presses, send } from './slack-load.ts';

const many = Number(process.env.BENCH_PRESSES ?? 1000);
const employees = Number(process.env.BENCH_PEOPLE ?? 5000);
/** How much faster than real Slack's clock, the product's and its pace run in the broadcast. */
const speed = Number(process.env.BENCH_SPEED ?? 3);
/** What Slack takes to answer, in milliseconds of its clock. */
const latency = Number(process.env.BENCH_LATENCY ?? 100);
const hidden = (process.env.BENCH_LIMITS ?? '300,525').split(',').map(Number);
const concurrencies = [1, 10, 50];

const settingsFor = (slack: FakeSlack, uri: string, more: Partial<ChildSettings>): ChildSettings => ({
  mode: 'product',
  uri,
  key: secretsKey.toString('base64'),
  apiUrl: slack.apiUrl,
  botToken: slack.env('http').SLACK_BOT_TOKEN ?? '',
  signingSecret: slack.app.signingSecret,
  speed: 1,
  sends: false,
  ...more,
});

async function onStore<R>(run: (store: StoreProcess) => Promise<R>): Promise<R> {
  const dir = mkdtempSync(join(tmpdir(), 'growloop-bench-slack-'));
  const store = await startProcess(dir);
  try {
    return await run(store);
  } finally {
    await store.kill('SIGTERM');
    rmSync(dir, { recursive: true, force: true });
  }
}

async function measured(slack: FakeSlack, settings: ChildSettings): Promise<Map<number, Loaded>> {
  const to = await child(settings);
  const persons = staff(50);
  await load(to, presses(slack, persons, 200), 10);
  const results = new Map<number, Loaded>();
  for (const atOnce of concurrencies)
    results.set(atOnce, await load(to, presses(slack, persons, many), atOnce));
  to.end();
  return results;
}

/** What the core and its driver take for the same press, without an adapter before them. */
async function coreAlone(settings: ChildSettings): Promise<number> {
  const to = await child({ ...settings, mode: 'core' });
  const what = { token: pressedToken, person: accountOf('p001') };
  await to.run({ ...what, many: 100 });
  const before = await to.used();
  await to.run({ ...what, many });
  const after = await to.used();
  to.end();
  return (after.cpuMs - before.cpuMs) / many;
}

async function pressing(): Promise<Figure[]> {
  return onStore(async (store) => {
    const slack = await companyOf(50);
    await fillStore(store.line, 50, 0);
    const settings = settingsFor(slack, store.line, {});
    const echo = await measured(slack, { ...settings, mode: 'echo' });
    const respond = await measured(slack, { ...settings, mode: 'respond' });
    const product = await measured(slack, settings);
    const core = await coreAlone(settings);
    await slack.stop();
    const rows = (name: string, all: Map<number, Loaded>) =>
      [...all].map(([atOnce, r]) => ({
        what: `${name}, ${atOnce} at once`,
        value: `${r.perSecond.toFixed(0)}/s  p50 ${r.p50.toFixed(1)}  p99 ${r.p99.toFixed(1)} ms  CPU ${r.cpuMs.toFixed(2)} ms  RSS ${r.rssMb.toFixed(0)} MB${r.others ? `  not 200: ${r.others}` : ''}`,
      }));
    const against = (name: string, bolt: Map<number, Loaded>) =>
      concurrencies.map((c) => ({
        what: `CPU less core and store ÷ ${name}, ${c} at once`,
        value: Math.max(0, (product.get(c)?.cpuMs ?? 0) - core) / (bolt.get(c)?.cpuMs ?? Number.NaN),
      }));
    return [
      ...rows('bare Bolt', echo),
      ...rows('bare Bolt that answers, too', respond),
      ...rows('signed press → 200', product),
      { what: 'the same press in the core, with the store’s driver', value: core, unit: 'ms CPU' },
      ...against('bare Bolt (goal ≤ 2)', echo),
      ...against('Bolt that answers, too', respond),
    ];
  });
}

/** Somebody presses something twice a second of ours while the broadcast runs. */
async function pressingMeanwhile(slack: FakeSlack, port: number, over: () => boolean): Promise<number[]> {
  const times: number[] = [];
  const persons = staff(employees);
  for (let n = 0; !over(); n += 1) {
    const [press] = presses(slack, [persons[(n * 37) % persons.length] ?? ''], 1);
    if (!press) break;
    const before = slack.core.urls.used();
    const from = performance.now();
    await send(port, press);
    while (slack.core.urls.used() === before && performance.now() - from < 10_000 && !over())
      await new Promise((done) => setTimeout(done, 2));
    times.push(performance.now() - from);
    await new Promise((done) => setTimeout(done, 500));
  }
  return times.sort((a, b) => a - b);
}

async function broadcastAgainst(perMinute: number): Promise<Figure[]> {
  return onStore(async (store) => {
    const time = fastTime(speed);
    const limits = { ...usualLimits, postsPerMinute: perMinute, tiers: false, retryAfter: () => 10 };
    const slack = await companyOf(employees, { time, limits });
    slack.faults(({ method }) => (method === 'chat.postMessage' ? { kind: 'late', ms: latency } : undefined));
    await fillStore(store.line, employees, employees);
    const started = time.now();
    const to = await child(settingsFor(slack, store.line, { sends: true, speed }));
    const sent = () => slack.calls('chat.postMessage').filter((c) => c.ok);
    let over = false;
    const meanwhile = pressingMeanwhile(slack, to.port, () => over);
    while (sent().length < employees && time.now() - started < 3 * (employees / perMinute) * 60_000)
      await new Promise((done) => setTimeout(done, 200));
    over = true;
    const times = await meanwhile;
    to.end();
    const posts = sent();
    const minutes = ((posts.at(-1)?.at ?? 0) - (posts[0]?.at ?? 0)) / 60_000;
    const burst = (perMinute / 60) * limits.burstSeconds;
    const limitMinutes = (employees - burst) / perMinute;
    const left = await looking(store.line, () =>
      outbox.count({ state: { $in: ['ready', 'dead', 'unsure'] } }),
    );
    const refused = slack.calls('chat.postMessage').filter((c) => c.status === 429).length;
    const at = `limit ${perMinute}/min`;
    await slack.stop();
    return [
      {
        what: `${at}: ${posts.length} of ${employees} sent`,
        value: `${left} left, ${posts.length - slack.posts().size} doubled`,
      },
      {
        what: `${at}: time at the limit ÷ time taken (goal ≥ 0.9)`,
        value: limitMinutes / minutes,
        unit: `(${limitMinutes.toFixed(1)} of ${minutes.toFixed(1)} min of Slack’s clock, ×${speed}, ${latency} ms an answer)`,
      },
      {
        what: `${at}: refused with 429, in a time of waiting`,
        value: `${refused} refused, ${slack.limiter.inWindow()} in it`,
      },
      { what: `${at}: press → card meanwhile, p50`, value: quantile(times, 0.5), unit: 'ms' },
      {
        what: `${at}: press → card meanwhile, p99 (goal < 2000)`,
        value: quantile(times, 0.99),
        unit: `ms (${times.length} presses)`,
      },
    ];
  });
}

export async function slack(): Promise<Figure[]> {
  const figures = many > 0 ? await pressing() : [];
  for (const perMinute of hidden) figures.push(...(await broadcastAgainst(perMinute)));
  return figures;
}
