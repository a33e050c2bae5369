/** What Slack tells of by itself: messages, Home being opened, members who change, the app being taken away. */
import type { z } from 'zod';
import type { FileRef, Inbound } from '../../src/core/platform.ts';
import { admitted } from './admitted.ts';
import type { Homes } from './homes.ts';
import type { Install } from './installs.ts';
import { escaped, typed } from './mrkdwn.ts';
import { event, homeOpened, type Message, message, revoked, tenantOf } from './payload.ts';
import { type Handler, handler, Unwanted } from './receiver.ts';
import { momentOf } from './send.ts';
import { arrived, type Parts, type Turn } from './turn.ts';

type Event = z.infer<typeof event>;

interface Told {
  body: Event;
  install: Install;
  turn: Turn;
}

/** Said by a person, now; what else happens to messages is no news. */
const spoken = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message', 'message_changed']);
const asCommand = /^\s*[/／]?(perf|绩效)(?=\s|$)/i;
const mentions = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g;

export function events(parts: Parts, homes: Homes): Handler {
  /** A command names people by their accounts; what is said to the bot keeps their names. */
  async function wording(text: string, tenant: string): Promise<string> {
    const plain = typed(text);
    if (asCommand.test(plain)) return plain;
    const accounts = [...new Set([...plain.matchAll(mentions)].map((m) => m[1] ?? ''))];
    if (accounts.length === 0) return plain;
    const of = { platform: 'slack', tenant };
    const ids = await parts.ports.personIds(of, accounts);
    const people = await parts.ports.persons(of, [...ids.values()]);
    return plain.replace(mentions, (whole, account: string) => {
      const name = people.get(ids.get(account) ?? '')?.name;
      return name ? `@${name}` : whole;
    });
  }

  async function inboundOf(said: Message, { body, install }: Told): Promise<Inbound | undefined> {
    const edited = said.subtype === 'message_changed';
    const now = edited ? said.message : said;
    const { tenant, botUserId } = install;
    if (!now?.user || now.bot_id || now.user === botUserId || !spoken.has(now.subtype)) return undefined;
    // Slack “changes” a message, too, when it unfolds a link.
    if (edited && now.text === said.previous_message?.text) return undefined;
    const { user: account, ts, thread_ts: thread } = now;
    const direct = said.channel_type === 'im';
    if (direct) await parts.conversations.note(tenant, said.channel, account);
    return {
      ...arrived(body.event_id, momentOf(now.edited?.ts ?? ts), account, tenant, said.channel, undefined),
      kind: 'message',
      text: await wording(now.text, tenant),
      messageId: ts,
      direct,
      edited,
      ...(thread && thread !== ts && { replyTo: thread }),
      ...(now.files && { files: now.files.map((file) => fileRef(tenant, file)) }),
    };
  }

  async function hear(told: Told): Promise<void> {
    const read = message.safeParse(told.body.event);
    const e = read.success ? await inboundOf(read.data, told) : undefined;
    if (!e) return;
    const reply = await parts.bot().receive(e);
    told.turn.then(async () => {
      parts.bot().acked(e);
      if (reply.toast && e.kind === 'message' && e.direct) await toStranger(e, reply.toast);
    });
  }

  const greeted = new Set<string>();

  /** The outbox knows no address of somebody it does not know; said once, and not again when that fails. */
  async function toStranger({ where, from }: Inbound, text: string): Promise<void> {
    const key = `${where.tenant}:${from}`;
    if (greeted.has(key)) return;
    if (greeted.size > 10_000) greeted.clear();
    greeted.add(key);
    await parts.clients.call(where.tenant, 'chat.postMessage', (client) =>
      client.chat.postMessage({
        channel: where.channel,
        text: escaped(text),
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
  }

  async function openedHome({ body, install, turn }: Told): Promise<void> {
    const read = homeOpened.safeParse(body.event);
    if (!read.success || read.data.tab !== 'home') return;
    turn.then(() => homes.refresh(install.tenant, read.data.user));
  }

  const membersChanged = ({ body, install }: Told) =>
    parts.bot().changed({ platform: 'slack', tenant: install.tenant }, `slack:${body.event_id}`);

  async function uninstalled({ install }: Told): Promise<void> {
    await parts.installs.remove(install.tenant);
    parts.clients.forget(install.tenant);
    parts.log.info({ tenant: install.tenant }, 'the app was taken out of a Slack workspace');
  }

  /** Somebody's own token is none of ours. */
  async function tokensRevoked(told: Told): Promise<void> {
    const read = revoked.safeParse(told.body.event);
    if (read.success && (read.data.tokens?.bot?.length ?? 0) > 0) await uninstalled(told);
  }

  const routes = new Map<string, (told: Told) => Promise<void>>([
    ['message', hear],
    ['app_home_opened', openedHome],
    ['user_change', membersChanged],
    ['team_join', membersChanged],
    ['app_uninstalled', uninstalled],
    ['tokens_revoked', tokensRevoked],
  ]);

  return handler(event, async (body, turn) => {
    const by = body.authorizations?.[0];
    const tenant = tenantOf(by?.is_enterprise_install, by?.enterprise_id, by?.team_id, body.team_id);
    const leaving = /^(app_uninstalled|tokens_revoked)$/.test(body.event.type);
    const install = await admitted(parts, tenant, body.api_app_id).catch((e) => {
      // The second of the two that an uninstallation sends comes to nobody.
      if (leaving && e instanceof Unwanted) return undefined;
      throw e;
    });
    if (install) await routes.get(body.event.type)?.({ body, install, turn });
    await turn.ack();
  });
}

function fileRef(
  tenant: string,
  {
    id,
    name,
    mimetype,
    size,
  }: {
    id: string;
    name?: string | null | undefined;
    mimetype?: string | null | undefined;
    size?: number | null | undefined;
  },
): FileRef {
  return {
    id: `${tenant}:${id}`,
    name: name ?? 'file',
    type: mimetype ?? 'application/octet-stream',
    size: size ?? 0,
  };
}
