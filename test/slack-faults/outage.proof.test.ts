/** The store is gone for half a minute; two bots share one store and one of them dies. Nothing lost, nothing doubled. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outbox } from '../../src/core/outbox.ts';
import { accountOf, team } from '../kit/fake-slack/company.ts';
import { encoded } from '../kit/fake-slack/deliver.ts';
import type { FakeSlack } from '../kit/fake-slack/index.ts';
import { eventBody } from '../kit/fake-slack/payloads.ts';
import { manualTime } from '../kit/fake-slack/time.ts';
import { startProcess } from '../kit/process.ts';
import {
  companyOf,
  ended,
  fillStore,
  keysOf,
  looking,
  productOn,
  staff,
  timesOf,
  within,
} from './processes.ts';

const many = 40;
const outageMs = Number(process.env.OUTAGE_MS ?? 30_000);
const dirs: string[] = [];
const newDir = () => {
  const dir = mkdtempSync(join(tmpdir(), 'growloop-slack-out-'));
  dirs.push(dir);
  return dir;
};
afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

/** The keys of the answers to all messages that were said. */
const answers = (slack: FakeSlack): string[] => {
  const ids = slack.ledger.events.filter((e) => e.type === 'message').map((e) => e.id);
  return [...new Set(ids)].map((id) => `answer:slack:${id}`);
};

const says = (slack: FakeSlack, person: string) => slack.user(accountOf(person)).says('/perf help');

const sums = (times: readonly number[]) => ({
  wanted: times.length,
  lost: times.filter((n) => n === 0).length,
  doubled: times.filter((n) => n > 1).length,
});

async function unfinished(uri: string): Promise<Record<string, number>> {
  return looking(uri, async () => ({
    unsure: await outbox.count({ state: 'unsure' }),
    dead: await outbox.count({ state: 'dead' }),
    waiting: await outbox.count({ state: { $in: ['ready', 'running'] } }),
  }));
}

test(`the store is gone for ${outageMs / 1000} s`, async () => {
  const time = manualTime(Date.now());
  const slack = await companyOf(many, { time });
  const dir = newDir();
  let store = await startProcess(dir);
  const uri = store.line;
  await fillStore(uri, many, many);
  const bot = await productOn(slack, { MONGODB_URI: uri });
  await within(20_000, () => slack.posts().size > 5);
  await store.kill('SIGKILL');
  const from = Date.now();
  const asked: Promise<unknown>[] = [];
  for (const person of staff(8)) asked.push(says(slack, person));
  const press = slack.user(accountOf('hanna')).types('/perf status');
  await new Promise((r) => setTimeout(r, outageMs - (Date.now() - from)));
  const ready = await bot.call('/readyz');
  store = await startProcess(dir);
  expect(store.line).toBe(uri);
  expect(ready.status).toBe(503);
  const during = await press;
  await Promise.all(asked);
  // Slack comes again: at once was in vain, after a minute it is not.
  for (const ms of [1, 60_000, 300_000]) {
    await time.advance(ms);
    await within(20_000, () => timesOf(slack, answers(slack)).every((n) => n > 0));
  }
  await within(120_000, () => timesOf(slack, keysOf(many)).every((n) => n > 0));
  await within(90_000, async () => (await unfinished(uri)).waiting === 0);
  const figures = {
    events: sums(timesOf(slack, answers(slack))),
    messages: sums(timesOf(slack, keysOf(many))),
    ...(await unfinished(uri)),
    taken: slack.ledger.deliveries.filter((d) => d.status === 200).length,
    refused: slack.ledger.deliveries.filter((d) => d.status !== 200).length,
  };
  process.stdout.write(`slack outage of ${outageMs} ms: ${JSON.stringify(figures)}\n`);
  await bot.stop();
  await store.kill('SIGTERM');
  await slack.stop();
  expect('status' in during ? during.status : 500).toBeGreaterThanOrEqual(500);
  expect(figures).toMatchObject({
    events: { wanted: 8, lost: 0, doubled: 0 },
    messages: { wanted: many, lost: 0, doubled: 0 },
    unsure: 0,
    dead: 0,
    waiting: 0,
  });
}, 400_000);

test('two bots on one store: each event to both at once, one of them killed', async () => {
  const slack = await companyOf(many);
  const dir = newDir();
  const store = await startProcess(dir);
  const uri = store.line;
  await fillStore(uri, many, many);
  const one = await productOn(slack, { MONGODB_URI: uri });
  const two = await productOn(slack, { MONGODB_URI: uri });
  const ids: string[] = [];
  const toBoth = async (person: string): Promise<void> => {
    const user = accountOf(person);
    const channel = slack.user(user).direct();
    const said = {
      type: 'message',
      user,
      channel,
      channel_type: 'im',
      text: '/perf help',
      ts: slack.state.ts(),
    };
    const body = eventBody(slack.core, { team, user }, said);
    ids.push(`answer:slack:${String(body.event_id)}`);
    const { raw, type } = encoded('event', body);
    const to = [one, two].map((bot) => slack.delivery.post(raw, { type, to: `${bot.url}/slack/events` }));
    await Promise.allSettled(to);
  };
  const all = staff(20);
  await Promise.all(all.slice(0, 10).map(toBoth));
  await within(20_000, () => slack.posts().size > 10);
  one.process.kill('SIGKILL');
  await ended(one);
  await Promise.all(all.slice(10).map(toBoth));
  // The lane of the dead one is free after 15 s, the row it held after 60 s.
  await within(150_000, () => timesOf(slack, [...ids, ...keysOf(many)]).every((n) => n > 0));
  await within(90_000, async () => (await unfinished(uri)).waiting === 0);
  const figures = {
    events: sums(timesOf(slack, ids)),
    messages: sums(timesOf(slack, keysOf(many))),
    ...(await unfinished(uri)),
  };
  process.stdout.write(`slack two bots: ${JSON.stringify(figures)}\n`);
  await two.stop();
  await store.kill('SIGTERM');
  await slack.stop();
  expect(figures).toEqual({
    events: { wanted: 20, lost: 0, doubled: 0 },
    messages: { wanted: many, lost: 0, doubled: 0 },
    unsure: 0,
    dead: 0,
    waiting: 0,
  });
}, 400_000);
