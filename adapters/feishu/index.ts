/**
 * Feishu and Lark: events and card callbacks by webhook or long connection, cards of JSON 2.0, forms as cards. For the core
 * it is a platform like the others.
 */
import { z } from 'zod';
import type { Form } from '../../src/core/card.ts';
import {
  type Adapter,
  type Address,
  type Bot,
  type FileRef,
  PlatformError,
  type PlatformPorts,
} from '../../src/core/platform.ts';
import { calendarOf } from './calendar.ts';
import type { Press } from './callback.ts';
import { can } from './can.ts';
import { type Client, clientOf } from './client.ts';
import { directoryOf } from './directory.ts';
import { drawingFor } from './drawing.ts';
import { botInfo, botShape, examined } from './examine.ts';
import { formsOf } from './forms.ts';
import { keeping } from './kept.ts';
import { entriesOf } from './members.ts';
import { fileOf } from './message.ts';
import { type ReceiveParts, receiving, webhooks } from './receive.ts';
import { type Recording, recording } from './records.ts';
import { roomsOf } from './rooms.ts';
import { patch, sending } from './send.ts';
import { socketOf } from './socket.ts';

export interface FeishuOptions {
  appId: string;
  appSecret: string;
  encryptKey?: string;
  verificationToken?: string;
  /** https://open.feishu.cn, https://open.larksuite.com, or a test server; without a trailing slash. */
  domain: string;
  mode: 'webhook' | 'socket';
}

const tenantShape = z.object({ tenant: z.object({ tenant_key: z.string().min(1) }) });
const flushEveryMs = 5000;
const sweepEveryMs = 600_000;

function assembled(options: FeishuOptions, ports: PlatformPorts, bot: () => Bot) {
  const records = recording(ports.connection);
  const kept = keeping(ports);
  const drawing = drawingFor(ports);
  const now = () => ports.now();
  const { appId, appSecret } = options;
  const domain = options.domain.replace(/\/+$/, '');
  const client = clientOf({ appId, appSecret, domain, now, counted: records.counted });
  const entries = () => entriesOf(client, records.zones);
  const directory = directoryOf(entries, ports, ports.log);
  const forms = formsOf({ kept, drawing, directory, ports });
  const send = sending({ client, kept, records, drawing, now, formAgain: forms.again });
  const self: { id?: string } = {};

  /** A form that belongs to one person, asked for on a card that several see. */
  function privately(press: Press, form: Form, key: string): void {
    const to = { platform: 'feishu', tenant: press.tenant, channel: press.from };
    const place = { tenant: press.tenant, channel: press.from, account: press.from };
    const post = async (card: Record<string, unknown>) => {
      const { messageId, at } = await send.form(to, card, `form:${key}`);
      return { id: messageId, channel: at.channel };
    };
    forms.sendWith(place, form, post).catch((err) => ports.log.warn({ err }, 'a form was not delivered'));
  }

  const parts: ReceiveParts = {
    ...{ ports, bot, now, kept, forms, drawing, records, send, privately },
    self: () => self.id,
    stale: () => directory.stale(),
    patch: (message, card) => patch(client, message, card),
    raise: send.raise,
  };
  return { client, records, kept, directory, entries, send, self, receive: receiving(parts), domain };
}

/** An own app has one tenant. Feishu is asked; where it does not say, those are served that events have named. */
async function tenantsOf(client: Client, records: Recording, log: PlatformPorts['log']): Promise<string[]> {
  const known = await records.tenants();
  try {
    const { tenant } = await client.call({ method: 'GET', path: '/tenant/v2/tenant/query' }, tenantShape);
    const { tenant_key: own } = tenant;
    // Those of an app that was used before are nobody's any more.
    await records.onlyTenant(own);
    if (known.some((key) => key !== own)) log.warn({ own }, 'another tenant than before is served');
    return [own];
  } catch (err) {
    if (known.length === 0) log.warn({ err }, 'Feishu does not tell the tenant; its first event will');
    return known;
  }
}

async function fetched(client: Client, ref: FileRef): Promise<Buffer> {
  const file = fileOf(ref.id);
  if (!file) throw new PlatformError('gone', 'there is no such file');
  const path = `/im/v1/messages/${file.message}/resources/${file.key}`;
  return client.bytes({ method: 'GET', path, params: { type: file.kind } });
}

type Parts = ReturnType<typeof assembled>;

/** Whoever leaves a form open for a day does not keep the news from standing there. */
async function sweep({ kept, send }: Parts, log: PlatformPorts['log']): Promise<void> {
  try {
    for (const waiting of await kept.overdue())
      await send.raise(waiting).catch((err) => log.warn({ err }, 'a card that waited was not shown'));
  } catch (err) {
    log.warn({ err }, 'cards that wait behind forms could not be read');
  }
}

/** Who the bot is, and who there is: in the background, since Feishu may be away when the product starts. */
async function meet({ client, self, directory }: Parts, log: PlatformPorts['log']): Promise<void> {
  try {
    self.id = (await client.call(botInfo, botShape)).bot.open_id;
    await directory.read();
  } catch (err) {
    log.warn({ err }, 'Feishu does not tell who the bot is; npm run doctor says more');
  }
}

const outward = ({ client, records, send, entries }: Parts, log: PlatformPorts['log']) => ({
  send: send.send,
  edit: send.edit,
  attach: send.attach,
  direct: async (account: string, tenant: string): Promise<Address> => ({
    platform: 'feishu',
    tenant,
    channel: account,
  }),
  ...roomsOf({ client, records, log }),
  book: calendarOf({ client, records }),
  fetchFile: (ref: FileRef) => fetched(client, ref),
  tenants: () => tenantsOf(client, records, log),
  members: async () => (await entries()).map((e) => e.member),
});

export function feishuAdapter(options: FeishuOptions, ports: PlatformPorts): Adapter {
  const { mode, encryptKey = '', verificationToken } = options;
  if (mode === 'webhook' && !encryptKey)
    throw new Error('FEISHU_ENCRYPT_KEY is missing: without it anybody could pretend to be Feishu.');
  let connected: Bot | undefined;
  const timers: NodeJS.Timeout[] = [];
  const bot = () => {
    if (!connected) throw new PlatformError('retry', 'the Feishu adapter has not been started');
    return connected;
  };
  const parts = assembled(options, ports, bot);
  const { records, kept, receive } = parts;
  const socket =
    mode === 'socket' ? socketOf({ ...options, domain: parts.domain }, receive, ports.log) : undefined;
  const flush = () => records.flush().catch((err) => ports.log.warn({ err }, 'calls were not counted'));
  return {
    name: 'feishu',
    can,
    async start(to) {
      await kept.open();
      await records.open();
      connected = to;
      timers.push(
        setInterval(() => void flush(), flushEveryMs).unref(),
        setInterval(() => void sweep(parts, ports.log), sweepEveryMs).unref(),
      );
      void sweep(parts, ports.log);
      void meet(parts, ports.log);
      await socket?.start();
    },
    async stop() {
      socket?.stop();
      receive.stop();
      connected = undefined;
      for (const timer of timers.splice(0)) clearInterval(timer);
      await flush();
    },
    ...outward(parts, ports.log),
    examine: () => examined(parts.client, options, records, socket?.state),
    callsLeft: () => records.callsLeft(),
    ...(!socket && { routes: webhooks({ encryptKey, verificationToken }, receive, ports.log) }),
  };
}
