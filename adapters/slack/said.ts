/** What somebody said in a conversation, as the core hears it. */
import type { z } from 'zod';
import type { FileRef, Inbound } from '../../src/core/platform.ts';
import type { Install } from './installs.ts';
import { momentOf } from './looking.ts';
import { typed } from './mrkdwn.ts';
import type { Message, said } from './payload.ts';
import { arrived, type Parts } from './turn.ts';

/** Said by a person, now; what else happens to messages is no news. */
const spoken = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message', 'message_changed']);
const asCommand = /^\s*[/／]?(perf|绩效)(?=\s|$)/i;
const mentions = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g;

/** A command names people by their accounts; what is said to the bot keeps their names. */
async function wording({ ports }: Parts, text: string, tenant: string): Promise<string> {
  const plain = typed(text);
  if (asCommand.test(plain)) return plain;
  const accounts = [...new Set([...plain.matchAll(mentions)].map((m) => m[1] ?? ''))];
  if (accounts.length === 0) return plain;
  const of = { platform: 'slack', tenant };
  const ids = await ports.personIds(of, accounts);
  const people = await ports.persons(of, [...ids.values()]);
  return plain.replace(mentions, (whole, account: string) => {
    const name = people.get(ids.get(account) ?? '')?.name;
    return name ? `@${name}` : whole;
  });
}

type Said = z.infer<typeof said>;

/** The message itself, when a person of flesh wrote or changed it. */
function written(message: Message, { botUserId }: Install): (Said & { user: string }) | undefined {
  const edited = message.subtype === 'message_changed';
  const now: Said | undefined = edited ? message.message : message;
  const { user } = now ?? {};
  if (!now || !user || now.bot_id || user === botUserId || !spoken.has(now.subtype)) return undefined;
  // Slack “changes” a message, too, when it unfolds a link.
  return edited && now.text === message.previous_message?.text ? undefined : { ...now, user };
}

export async function inboundOf(
  parts: Parts,
  install: Install,
  eventId: string,
  message: Message,
): Promise<(Inbound & { kind: 'message' }) | undefined> {
  const now = written(message, install);
  if (!now) return undefined;
  const { tenant } = install;
  const { user, ts, thread_ts: thread, edited, files } = now;
  const direct = message.channel_type === 'im';
  if (direct) await parts.conversations.note(tenant, message.channel, user);
  return {
    ...arrived(eventId, momentOf(edited?.ts ?? ts), user, tenant, message.channel),
    kind: 'message',
    text: await wording(parts, now.text, tenant),
    messageId: ts,
    direct,
    edited: message.subtype === 'message_changed',
    ...(thread && thread !== ts && { replyTo: thread }),
    ...(files && { files: files.map((file) => fileRef(tenant, file)) }),
  };
}

const fileRef = (
  tenant: string,
  { id, name, mimetype, size }: NonNullable<Said['files']>[number],
): FileRef => ({
  id: `${tenant}:${id}`,
  name: name ?? 'file',
  type: mimetype ?? 'application/octet-stream',
  size: size ?? 0,
});
