/**
 * A process that the bench measures: the product behind Slack's adapter, a bare Bolt that answers by the same routing, or
 * the product without an adapter. `speed` makes its clocks run faster, those of the lanes' pace, too.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { slackAdapter } from '../../adapters/slack/index.ts';
import { type Running, running } from '../../src/core/bot.ts';
import type { Clock } from '../../src/core/clock.ts';
import type { Parts } from '../../src/core/context.ts';
import { randomEntropy } from '../../src/core/entropy.ts';
import { silent } from '../../src/core/log.ts';
import { registry } from '../../src/core/module.ts';
import type { Adapter } from '../../src/core/platform.ts';
import { openStore, prepare, type Store } from '../../src/core/store.ts';
import { modules } from '../../src/modules.ts';
import { directory } from '../../src/people/directory.ts';
import { platformPorts } from '../../src/platforms.ts';
import { application, listen } from '../../src/server.ts';

export interface ChildSettings {
  /** `respond` is `echo` that also replaces the pressed message, as the product does. */
  mode: 'product' | 'echo' | 'respond' | 'core';
  uri: string;
  key: string;
  apiUrl: string;
  botToken: string;
  signingSecret: string;
  speed: number;
  /** Sends what waits in the outbox, looking for it every second of its clock. */
  sends: boolean;
}

export interface Used {
  cpuMs: number;
  rssMb: number;
}

const settings = JSON.parse(process.argv[2] ?? '{}') as ChildSettings;
const { speed } = settings;
const from = Date.now();
const machine = performance.now.bind(performance);
performance.now = () => machine() * speed;
const clock: Clock = { now: () => new Date(from + (Date.now() - from) * speed) };

async function parts(): Promise<{ store: Store; parts: Parts; adapters: Map<string, Adapter> }> {
  const store = await openStore(settings.uri, Buffer.from(settings.key, 'base64'));
  const adapters = new Map<string, Adapter>();
  const all: Parts = {
    store,
    clock,
    entropy: randomEntropy,
    registry: registry(modules),
    directory: directory({ console: false, clock }),
    adapters,
    log: silent,
  };
  await prepare(store, all.registry.entities);
  return { store, parts: all, adapters };
}

/** As the product's own poll does, by its clock. */
async function sending(bot: Running): Promise<void> {
  for (;;) {
    await bot.settle();
    await new Promise((done) => setTimeout(done, 1000 / speed));
  }
}

async function product(): Promise<number> {
  const { store, parts: all, adapters } = await parts();
  const { apiUrl, botToken, signingSecret } = settings;
  const adapter = slackAdapter({ apiUrl, botToken, signingSecret }, platformPorts(store, clock, silent));
  adapters.set(adapter.name, adapter);
  const bot = running(all, `bench-${process.pid}`);
  const health = { ready: async () => [], metrics: async () => '' };
  const { port } = await listen(application(adapter.routes, health, silent), '127.0.0.1', 0);
  await adapter.start(bot);
  if (settings.sends) void sending(bot);
  return port;
}

/** Bolt alone, with the routing that its own measurements recommend: one listener and a Map. */
async function echo(): Promise<number> {
  const receiver = new HTTPReceiver({ signingSecret: settings.signingSecret, processBeforeResponse: true });
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: settings.botToken, botId: 'B1', botUserId: 'U1' }),
    convoStore: false,
    ignoreSelf: false,
  });
  type Given = { ack(): Promise<void>; respond(what: object): Promise<unknown>; body: { type?: string } };
  const routes = new Map([
    [
      'block_actions',
      async ({ ack, respond }: Given) => {
        await ack();
        if (settings.mode === 'respond') await respond({ replace_original: true, text: 'pressed' });
      },
    ],
  ]);
  app.use(async (args) => {
    const given = args as unknown as Given;
    await routes.get(given.body.type ?? '')?.(given);
  });
  const server = createServer((request, response) => receiver.requestListener(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

/** The same presses handed to the core directly, with what is read to draw an answer: what remains without the adapter. */
async function core(): Promise<(token: string, person: string, many: number) => Promise<void>> {
  const { store, parts: all } = await parts();
  const bot = running(all, `bench-${process.pid}`);
  const ports = platformPorts(store, clock, silent);
  const of = { platform: 'slack', tenant: 'T1' };
  return async (token, person, many) => {
    for (let n = 0; n < many; n += 1) {
      await ports.localeOf(of, person);
      await ports.personIds(of, [person]);
      await bot.receive({
        id: `slack:core${process.pid}.${machine()}.${n}`,
        at: clock.now(),
        from: person,
        where: { platform: 'slack', tenant: 'T1', channel: person },
        kind: 'press',
        token,
      });
    }
  };
}

const used = (): Used => {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 1_048_576 };
};

const direct = settings.mode === 'core' ? await core() : undefined;
const port = direct ? 0 : await (settings.mode === 'product' ? product() : echo());
process.on('message', (asked: { used?: boolean; run?: { token: string; person: string; many: number } }) => {
  if (asked.used) process.send?.({ used: used() });
  if (asked.run && direct)
    void direct(asked.run.token, asked.run.person, asked.run.many).then(() => process.send?.({ ran: true }));
});
process.send?.({ port });
