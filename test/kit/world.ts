/**
 * A small world for journeys: the real router, the real store, a clock that stands still and a platform that remembers
 * what everybody sees. `const w = await world(); await w.as('ann').types('/perf goals')`.
 */

import { mongo } from 'mongoose';
import { type Running, running } from '../../src/core/bot.ts';
import { dayIn } from '../../src/core/calendar.ts';
import type { Card, Form, Reply } from '../../src/core/card.ts';
import { frozenClock, type MovableClock } from '../../src/core/clock.ts';
import type { Parts } from '../../src/core/context.ts';
import { seededEntropy } from '../../src/core/entropy.ts';
import { silent } from '../../src/core/log.ts';
import { type Module, registry } from '../../src/core/module.ts';
import type { Inbound } from '../../src/core/platform.ts';
import { openStore, prepare, type Store } from '../../src/core/store.ts';
import { modules } from '../../src/modules.ts';
import { directory } from '../../src/people/directory.ts';
import { createSample } from '../../src/people/sample.ts';
import { type FakePlatform, fakePlatform, type Message } from './platform.ts';
import { transcript } from './transcript.ts';

export interface World {
  parts: Parts;
  store: Store;
  bot: Running;
  clock: MovableClock;
  platform: FakePlatform;
  as(person: string): Someone;
  /** Moves on, stopping at every due moment. */
  until(iso: string): Promise<void>;
  /** Runs something with the store at hand: for arranging and for looking. */
  inside<R>(run: () => Promise<R>): Promise<R>;
  end(): Promise<void>;
}

export interface Disturbance {
  /** Every event is delivered twice. */
  twice?: boolean;
  /** Every n-th run in a transaction is aborted once, just before its commit. */
  abortEvery?: number;
}

interface Options extends Disturbance {
  database: string;
  start?: string;
  seed?: string;
  /** Beside the product's own. */
  more?: readonly Module[];
  /** Fills the store before the bot starts; the sample company without it. */
  arrange?: () => Promise<void>;
}

const master = Buffer.alloc(32, 7);

export async function world(options: Options): Promise<World> {
  const base = process.env.TEST_STORE_URI ?? '';
  const uri = base.replace(/\/[^/?]*\?/, `/${options.database}?`);
  const store = await openStore(uri, master);
  await store.connection.dropDatabase();
  const clock = frozenClock(new Date(options.start ?? '2027-01-04T01:00:00Z'));
  const platform = fakePlatform(clock);
  const parts: Parts = {
    store: disturbed(store, options.abortEvery),
    clock,
    entropy: seededEntropy(options.seed ?? 'test'),
    registry: registry([...modules, ...(options.more ?? [])]),
    directory: directory({ console: true, clock }),
    adapters: new Map([[platform.name, platform]]),
    log: silent,
  };
  await prepare(store, parts.registry.entities);
  const sample = () => createSample(dayIn('Europe/Berlin', clock.now()));
  await store.within(options.arrange ?? sample);
  const bot = running(parts, 'test');
  const events = { n: 0 };
  await store.within(async () => bot.settle());
  return {
    parts,
    store,
    bot,
    clock,
    platform,
    as: (person) => someone({ bot, clock, platform, person, twice: options.twice ?? false, events }),
    until: async (iso) => {
      await bot.travel(clock, new Date(iso));
    },
    inside: store.within,
    end: async () => {
      await store.connection.dropDatabase();
      await store.close();
    },
  };
}

function disturbed(store: Store, every: number | undefined): Store {
  if (!every) return store;
  let runs = 0;
  return {
    ...store,
    transact: (run) =>
      store.transact(async () => {
        const result = await run();
        runs += 1;
        if (runs % every === 0) throw aborted();
        return result;
      }),
  };
}

function aborted(): Error {
  const e = new mongo.MongoError('aborted by the test');
  e.addErrorLabel('TransientTransactionError');
  return e;
}

export interface Someone {
  types(text: string, files?: string[]): Promise<Reply>;
  says(text: string, how?: { replyTo?: string; edits?: string; at?: Date }): Promise<Reply>;
  /** Presses the newest live button with that label, or choice option; `on` narrows by the card's title. */
  presses(label: string, on?: string): Promise<Reply>;
  submits(values: Record<string, unknown>, form?: Form): Promise<Reply>;
  /** A raw event: stale, forged or repeated ones. */
  sends(event: Partial<Inbound> & Pick<Inbound, 'kind'>): Promise<Reply>;
  home(): Promise<Card>;
  /** Everything this person sees, as text. */
  sees(): string;
  messages(): Message[];
  /** The form that the last reply opened. */
  form(): Form;
  reply(): Reply;
}

interface Seat {
  bot: Running;
  clock: MovableClock;
  platform: FakePlatform;
  person: string;
  twice: boolean;
  /** How many events there were in this world. */
  events: { n: number };
}

function someone({ bot, clock, platform, person, twice, events }: Seat): Someone {
  let last: Reply = {};
  const where = { platform: 'web', tenant: 'local', channel: `dm:${person}` };
  const send = async (event: Record<string, unknown>): Promise<Reply> => {
    events.n += 1;
    const e = {
      id: `e${events.n}-${person}`,
      at: clock.now(),
      from: person,
      where,
      ...(event.kind === 'message' && { direct: true }),
      ...event,
    } as Inbound;
    last = await bot.receive(e);
    if (twice) {
      const again = await bot.receive(e);
      if (JSON.stringify(again) !== JSON.stringify(last))
        throw new Error(`a redelivery was answered differently: ${JSON.stringify(again)}`);
    }
    platform.answered(e, last);
    await bot.acked(e);
    await bot.settle();
    return last;
  };
  const self: Someone = {
    types: (text, files = []) =>
      send({
        kind: 'command',
        name: 'perf',
        text: text.replace(/^\/perf\s*/, ''),
        files: files.map((id) => platform.file(id)),
      }),
    says: (text, how = {}) => {
      const messageId = how.edits ?? platform.heard(person, text);
      return send({
        kind: 'message',
        text,
        messageId,
        edited: how.edits !== undefined,
        ...(how.replyTo && { replyTo: how.replyTo }),
        ...(how.at && { at: how.at }),
      });
    },
    presses(label, on) {
      const { button, value, message } = platform.find(person, label, on);
      return send({ kind: 'press', token: button.token, ...(value && { value }), on: message.receipt });
    },
    submits(values, form) {
      const open = form ?? last.open;
      if (!open) throw new Error(`no form is open for ${person}`);
      return send({ kind: 'submit', token: open.token, values });
    },
    sends: (event) => send(event),
    async home() {
      const reply = await send({ kind: 'home' });
      if (!reply.card) throw new Error('home has no card');
      return reply.card;
    },
    sees: () =>
      platform
        .seenBy(person)
        .map((m) => transcript(m.card))
        .join('\n\n'),
    messages: () => platform.seenBy(person),
    form() {
      if (!last.open) throw new Error(`no form was opened; the answer was ${JSON.stringify(last)}`);
      return last.open;
    },
    reply: () => last,
  };
  return self;
}
