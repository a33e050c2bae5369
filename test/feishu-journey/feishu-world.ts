/**
 * The world of the journeys, on Feishu: the real adapter between the real router and the strict fake, people who click,
 * fill in and type as they do in Feishu. `as` speaks the same verbs as everywhere, so a journey runs here unchanged.
 */
import { feishuAdapter } from '../../adapters/feishu/index.ts';
import { dayIn } from '../../src/core/calendar.ts';
import type { Reply } from '../../src/core/card.ts';
import { silent } from '../../src/core/log.ts';
import type { Adapter, Bot, Inbound } from '../../src/core/platform.ts';
import { sealingOf } from '../../src/core/seal.ts';
import { type Person, people } from '../../src/people/model.ts';
import { aboutPeople } from '../../src/people/platform-ports.ts';
import { createSample } from '../../src/people/sample.ts';
import { application, type Listening, listen } from '../../src/server.ts';
import { type HandClock, handClock } from '../kit/fake-feishu/clock.ts';
import { type FakeFeishu, fakeFeishu } from '../kit/fake-feishu/index.ts';
import { type Side, travel } from '../kit/side.ts';
import { type Disturbance, type Someone, type World, world } from '../kit/world.ts';
import { onFeishu } from './someone.ts';

export interface FeishuWorld extends World {
  feishu: FakeFeishu;
  /** What the core answered, by event; and what the adapter reported as flushed. */
  answered: Map<string, Reply>;
  acked: Set<string>;
  /** Presses that found their button on a card, and those that were made by hand because a card showed none. */
  found: { real: number; forged: string[] };
  account(person: string): string;
  side: Side;
}

interface Placing {
  mode: 'webhook' | 'socket';
}

export interface FeishuWorldOptions extends Omit<Disturbance, 'twice'>, Placing {
  database: string;
  start?: string;
  seed?: string;
  /** Every event comes once more after each of these. */
  again?: readonly number[];
}

const health = { ready: async () => [], metrics: async () => '' };

/** Feishu before the bot is there, with a time of its own that follows the product's. */
export interface FeishuGround {
  feishu: FakeFeishu;
  hand: HandClock;
  /** Accounts by person. */
  known: Map<string, string>;
  follow(clock: World['clock']): void;
}

export async function feishuGround(start: string, again: readonly number[] = []): Promise<FeishuGround> {
  let now = () => 0;
  const hand = handClock(Date.parse(start), () => now());
  const feishu = await fakeFeishu({ clock: hand, pace: 'none', again, wire: Date.now });
  return {
    ...{ feishu, hand, known: new Map() },
    follow: (clock) => {
      now = () => clock.now().getTime();
    },
  };
}

/** They have an account here, and none elsewhere. */
export async function employed({ feishu, known }: FeishuGround, those: readonly Person[]): Promise<void> {
  const { tenantKey } = feishu.app;
  for (const p of those) {
    const language = p.locale === 'zh' ? 'zh_cn' : 'en_us';
    const { openId } = feishu.user({
      name: p.name,
      language,
      zone: p.zone,
      ...(p.email && { email: p.email }),
    });
    known.set(p._id, openId);
    await people.change(
      { _id: p._id },
      { $set: { accounts: [`feishu:${tenantKey}:${openId}`] }, $inc: { rev: 1 } },
    );
  }
}

export async function feishuWorld(options: FeishuWorldOptions): Promise<FeishuWorld> {
  const { again, database, abortEvery, seed, start = '2027-01-04T01:00:00Z' } = options;
  const ground = await feishuGround(start, again);
  const inner = await world({
    database,
    start,
    ...(seed && { seed }),
    ...(abortEvery && { abortEvery }),
    arrange: async () => {
      await createSample(dayIn('Europe/Berlin', new Date(start)));
      await employed(ground, await people.find({}, { sort: { _id: 1 } }));
    },
  });
  return onGround(inner, ground, options);
}

/** The bot of this world works there. */
export async function onGround(inner: World, ground: FeishuGround, { mode }: Placing): Promise<FeishuWorld> {
  const { feishu, hand, known } = ground;
  ground.follow(inner.clock);
  const { bot, answered, acked } = overheard(inner);
  const adapter = feishuAdapter(
    { ...optionsOf(feishu), mode },
    {
      connection: inner.store.connection,
      log: silent,
      now: inner.clock.now,
      sealing: sealingOf(inner.store),
      ...aboutPeople(inner.store.within, inner.clock.now),
    },
  );
  // Nobody waits for a pace in a journey (bench and faults measure it), and messages go out one by one, so that Feishu
  // numbers them alike in every run.
  const can = { ...adapter.can, perMinute: Number.POSITIVE_INFINITY, gapMs: 0, atOnce: 1 };
  (inner.parts.adapters as Map<string, Adapter>).set('feishu', { ...adapter, can });
  const server = adapter.routes
    ? await listen(application(adapter.routes, health, silent), '127.0.0.1', 0)
    : undefined;
  if (server) feishu.push.to(addresses(server));
  await adapter.start(bot);
  const found = { real: 0, forged: [] as string[] };
  const account = (person: string) => known.get(person) ?? '';
  const seats = new Map<string, Someone>();
  const side: Side = {
    next: hand.next,
    moveTo: hand.moveTo,
    async leave() {
      await adapter.stop();
      await server?.stop();
      await feishu.close();
    },
  };
  const self: FeishuWorld = {
    ...inner,
    ...{ feishu, answered, acked, found, account, side },
    as(person) {
      const seat = seats.get(person) ?? onFeishu(self, person);
      seats.set(person, seat);
      return seat;
    },
    until: (iso) => travel(inner, [side], Date.parse(iso)),
    async end() {
      await side.leave();
      await inner.end();
    },
  };
  return self;
}

export const optionsOf = ({ app, url }: FakeFeishu) => ({
  appId: app.id,
  appSecret: app.secret,
  encryptKey: app.encryptKey,
  verificationToken: app.verificationToken,
  domain: url,
});

export const addresses = ({ port }: Listening) => ({
  events: `http://127.0.0.1:${port}/feishu/events`,
  cards: `http://127.0.0.1:${port}/feishu/cards`,
});

/**
 * Ids of events carry the stamps of drawings, which no two runs share; what is stored derives from them. Here they are
 * numbered as they come, the same one under the same number again, so that two runs can be compared.
 */
function overheard({ bot }: World) {
  const answered = new Map<string, Reply>();
  const acked = new Set<string>();
  const numbers = new Map<string, string>();
  const numbered = <E extends Inbound>(e: E): E => {
    const id = numbers.get(e.id) ?? `e${numbers.size + 1}`;
    numbers.set(e.id, id);
    return { ...e, id };
  };
  const own: Bot = {
    opens: bot.opens,
    changed: bot.changed,
    async receive(e: Inbound) {
      const event = numbered(e);
      const reply = await bot.receive(event);
      answered.set(event.id, reply);
      return reply;
    },
    acked(e) {
      const event = numbered(e);
      acked.add(event.id);
      void bot.acked(event);
    },
  };
  return { bot: own, answered, acked };
}
