/**
 * Feishu, against the strict fake over real HTTP: a signed and encrypted callback until its answer is there, and a broadcast
 * beside the limit of 1000 a minute. The broadcast runs `BENCH_SPEED` times as fast as the machine's clock (1 without it: five minutes):
 * Feishu's window, the lane's pace and the product's time are sped up alike, calls and the store are not.
 */
import { feishuAdapter } from '../../adapters/feishu/index.ts';
import { system } from '../../src/core/actor.ts';
import type { Clock } from '../../src/core/clock.ts';
import { silent } from '../../src/core/log.ts';
import { outbox, outboxRow } from '../../src/core/outbox.ts';
import type { Adapter } from '../../src/core/platform.ts';
import { sealingOf } from '../../src/core/seal.ts';
import { modules } from '../../src/modules.ts';
import { people } from '../../src/people/model.ts';
import { aboutPeople } from '../../src/people/platform-ports.ts';
import { application, listen } from '../../src/server.ts';
import { interact } from '../kit/fake-feishu/hands.ts';
import { type FakeFeishu, type FakeOptions, fakeFeishu } from '../kit/fake-feishu/index.ts';
import { addMessage, p2pOf } from '../kit/fake-feishu/state.ts';
import { notes, notesModule } from '../kit/notes.ts';
import { aPerson, small } from '../kit/someone.ts';
import { type BenchWorld, benchWorld, quantile } from './bench-world.ts';
import type { Figure } from './main.ts';

const many = Number(process.env.BENCH_MESSAGES ?? 5000);
const speed = Number(process.env.BENCH_SPEED ?? 1);
const presses = Number(process.env.BENCH_PRESSES ?? 300);
const health = { ready: async () => [], metrics: async () => '' };

interface OnFeishu {
  w: BenchWorld;
  feishu: FakeFeishu;
  end(): Promise<void>;
}

const idOf = (n: number) => `p${String(n).padStart(5, '0')}`;

async function onFeishu(count: number, fake: FakeOptions, clock?: Clock): Promise<OnFeishu> {
  const feishu = await fakeFeishu(fake);
  const w = await benchWorld(
    [...modules, notesModule],
    async () => {
      await small({ _id: 'hanna', roles: ['hr', 'hrHead'] });
      for (let i = 0; i < count; i += 1000) {
        const ids = Array.from({ length: Math.min(1000, count - i) }, (_, n) => idOf(i + n));
        await people.insertAll(
          ids.map((_id) => aPerson({ _id, name: _id, accounts: [`feishu:tenant1:ou_${_id}`] })),
        );
        await notes.insertAll(
          ids.slice(0, 50).map((_id) => ({ _id: `n-${_id}`, person: _id, text: 'x', count: 0 })),
        );
      }
    },
    clock,
  );
  for (let n = 0; n < count; n += 1) feishu.user({ name: idOf(n), openId: `ou_${idOf(n)}` });
  const { app } = feishu;
  const { id: appId, secret: appSecret, encryptKey, verificationToken } = app;
  const adapter = feishuAdapter(
    { appId, appSecret, encryptKey, verificationToken, domain: feishu.url, mode: 'webhook' },
    {
      connection: w.store.connection,
      log: silent,
      now: w.parts.clock.now,
      sealing: sealingOf(w.store),
      ...aboutPeople(w.store.within, w.parts.clock.now),
    },
  );
  (w.parts.adapters as Map<string, Adapter>).set('feishu', adapter);
  const server = await listen(application(adapter.routes ?? [], health, silent), '127.0.0.1', 0);
  const url = `http://127.0.0.1:${server.port}/feishu`;
  feishu.push.to({ events: `${url}/events`, cards: `${url}/cards` });
  await adapter.start(w.bot);
  const end = async () => {
    await adapter.stop();
    await server.stop();
    await feishu.close();
    await w.end();
  };
  return { w, feishu, end };
}

/** Each of so many people presses again as soon as the answer is there. */
async function pressed({ feishu }: OnFeishu, atOnce: number, revs: Map<string, number>): Promise<number[]> {
  const { state, push } = feishu;
  const times: number[] = [];
  let left = presses;
  const person = async (n: number): Promise<void> => {
    const user = state.users.get(`ou_${idOf(n)}`);
    if (!user) throw new Error('nobody there');
    const card = { schema: '2.0', config: { update_multi: true }, body: { elements: [] } };
    const message = addMessage(state, {
      chat: p2pOf(state, user.openId).id,
      from: 'bot',
      type: 'interactive',
      content: '',
      card,
    });
    while (left-- > 0) {
      const rev = (revs.get(user.openId) ?? 0) + 1;
      revs.set(user.openId, rev);
      const value = { t: `notes.add ${JSON.stringify({ note: `n-${idOf(n)}`, rev })}` };
      const from = performance.now();
      const { error } = await interact({ state, push, user, beside: false }, message, {
        tag: 'button',
        value,
      });
      times.push(error ? Number.POSITIVE_INFINITY : performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, n) => person(n)));
  return times.sort((a, b) => a - b);
}

async function callbacks(): Promise<Figure[]> {
  const f = await onFeishu(50, { pace: 'none' });
  const revs = new Map<string, number>();
  await pressed(f, 1, revs);
  const figures: Figure[] = [];
  for (const atOnce of [1, 10, 50]) {
    const from = performance.now();
    const times = await pressed(f, atOnce, revs);
    const perSecond = (times.length / (performance.now() - from)) * 1000;
    figures.push(
      { what: `callback → response, ${atOnce} at once, p50`, value: quantile(times, 0.5), unit: 'ms' },
      { what: `callback → response, ${atOnce} at once, p99`, value: quantile(times, 0.99), unit: 'ms' },
      { what: `callbacks a second, ${atOnce} at once`, value: perSecond, unit: '/s' },
      {
        what: `without an answer in 3 s, ${atOnce} at once (goal 0)`,
        value: String(times.filter((t) => t > 3000).length),
      },
    );
  }
  await f.end();
  return figures;
}

async function waiting({ w }: OnFeishu): Promise<void> {
  const now = w.parts.clock.now();
  const card = {
    title: 'The cycle begins',
    blocks: [{ type: 'text' as const, text: 'What it means for you.' as never }],
  };
  const cause = { id: 'bench', actor: system, now } as Parameters<typeof outboxRow>[0]['cause'];
  for (let i = 0; i < many; i += 1000)
    await w.store.within(() =>
      outbox.insertAll(
        Array.from({ length: Math.min(1000, many - i) }, (_, n) =>
          outboxRow({
            ...{ cause, card, lane: 'feishu:tenant1', reach: undefined, answered: undefined },
            message: { kind: 'tell', key: 'bench', to: { person: idOf(i + n) }, file: undefined },
            options: { priority: 'broadcast' },
          }),
        ),
      ),
    );
}

/** The pace of a lane and Feishu's window are measured by this clock: all of it runs faster, or none. */
function hurried(): () => void {
  const own = performance.now.bind(performance);
  const from = own();
  performance.now = () => from + (own() - from) * speed;
  return () => {
    performance.now = own;
  };
}

async function broadcast(): Promise<Figure[]> {
  const start = Date.now();
  const calm = hurried();
  const began = performance.now();
  const passed = () => performance.now() - began;
  const clock: Clock = { now: () => new Date(start + passed()) };
  const f = await onFeishu(many, { pace: passed }, clock);
  await waiting(f);
  const from = passed();
  while (f.feishu.sent().length < many) {
    await f.w.bot.settle();
    await new Promise((done) => setTimeout(done, 20));
  }
  const minutes = (passed() - from) / 60_000;
  const refused = f.feishu.log.filter((l) => l.status === 429).length;
  const inside = f.feishu.limits.inside();
  await f.end();
  calm();
  return [
    { what: `messages sent (clocks ${speed} × the machine’s)`, value: String(many) },
    { what: 'minutes by Feishu’s clock', value: minutes, unit: 'min' },
    { what: 'limit time ÷ actual (goal ≥ 0.95)', value: many / 1000 / minutes },
    { what: 'refused for the rate', value: String(refused), unit: `of ${f.feishu.log.length} calls` },
    { what: 'sent inside a block window (goal 0)', value: String(inside) },
  ];
}

export const feishu = async (): Promise<Figure[]> => [...(await callbacks()), ...(await broadcast())];
