/** The adapter between the strict fake Feishu and a scripted bot, over real HTTP. */
import type { Connection } from 'mongoose';
import { can } from '../../../adapters/feishu/can.ts';
import { type FeishuOptions, feishuAdapter } from '../../../adapters/feishu/index.ts';
import { fitted } from '../../../src/core/fit.ts';
import { logger, silent } from '../../../src/core/log.ts';
import type { Adapter, PlatformPorts } from '../../../src/core/platform.ts';
import { application, listen } from '../../../src/server.ts';
import { type FakeFeishu, type FakeOptions, fakeFeishu } from '../../kit/fake-feishu/index.ts';
import type { NewUser } from '../../kit/fake-feishu/state.ts';
import { type ScriptedBot, scriptedBot } from '../../web-server/kit/bot.ts';
import { sealing } from '../../web-server/kit/console.ts';

export interface Desk {
  feishu: FakeFeishu;
  adapter: Adapter;
  bot: ScriptedBot;
  ports: PlatformPorts;
  /** Where the webhook listens. */
  url: string;
  /** The adapter as after a restart: nothing of its memory is left. */
  restarted(): Promise<Adapter>;
  end(): Promise<void>;
}

/** Person ids are the account's without its `ou_`; whoever has no `ou_` is their own. */
export const personOf = (account: string): string => account.replace(/^ou_/, '');

export interface DeskOptions {
  people?: NewUser[];
  mode?: 'webhook' | 'socket';
  fake?: FakeOptions;
  now?: () => Date;
}

export function portsOn(connection: Connection, feishu: FakeFeishu, now = () => new Date()): PlatformPorts {
  return {
    connection,
    log: process.env.SHOW_LOG ? logger('debug') : silent,
    now,
    sealing,
    persons: async (_, ids) =>
      new Map(
        ids.flatMap((id) => {
          const user = feishu.state.users.get(`ou_${id}`) ?? feishu.state.users.get(id);
          return user ? [[id, { name: user.name, account: user.openId }] as const] : [];
        }),
      ),
    personIds: async (_, accounts) => new Map(accounts.map((a) => [a, personOf(a)])),
    elsewhere: async () => [],
    localeOf: async (_, account) =>
      feishu.state.users.get(account ?? '')?.language === 'zh_cn' ? 'zh' : 'en',
  };
}

export async function desk(connection: Connection, options: DeskOptions = {}): Promise<Desk> {
  const { mode = 'webhook', people = [] } = options;
  const feishu = await fakeFeishu({ pace: 'none', ...options.fake });
  for (const person of people) feishu.user({ language: 'en_us', ...person });
  const { id: appId, secret: appSecret, encryptKey, verificationToken } = feishu.app;
  const settings: FeishuOptions = {
    appId,
    appSecret,
    encryptKey,
    verificationToken,
    domain: feishu.url,
    mode,
  };
  const ports = portsOn(connection, feishu, options.now);
  const bot = scriptedBot();
  let adapter = feishuAdapter(settings, ports);
  const health = { ready: async () => [], metrics: async () => '' };
  const current = (adapter.routes ?? []).map((route) => ({
    ...route,
    handle: (request: Request) =>
      adapter.routes?.find((r) => r.path === route.path)?.handle(request) ??
      new Response('', { status: 404 }),
  }));
  const server = await listen(application(current, health, silent), '127.0.0.1', 0);
  const url = `http://127.0.0.1:${server.port}`;
  if (mode === 'webhook') feishu.push.to({ events: `${url}/feishu/events`, cards: `${url}/feishu/cards` });
  await adapter.start(bot);
  const self: Desk = {
    feishu,
    adapter,
    bot,
    ports,
    url,
    async restarted() {
      await adapter.stop();
      adapter = feishuAdapter(settings, ports);
      await adapter.start(bot);
      self.adapter = adapter;
      return adapter;
    },
    async end() {
      await adapter.stop();
      await server.stop();
      await feishu.close();
    },
  };
  return self;
}

export const fit = (card: Parameters<typeof fitted>[0]) => fitted(card, can.limits);
