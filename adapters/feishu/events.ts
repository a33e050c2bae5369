/**
 * What happened becomes an `Inbound`, received before Feishu gets its 200: an event that was not kept is repeated. An event
 * that we do not know, or that says nothing to the bot, is taken and forgotten.
 */
import { z } from 'zod';
import type { Address, Bot, FileRef, Inbound, PlatformPorts } from '../../src/core/platform.ts';
import { type Envelope, momentOf } from './envelope.ts';
import type { Forms } from './forms.ts';
import type { Keeping } from './kept.ts';
import { messageEvent, saidIn } from './message.ts';
import { say } from './messages.ts';
import type { Recording } from './records.ts';
import type { Sending } from './send.ts';
import { Unwelcome } from './verify.ts';

export interface EventParts {
  ports: PlatformPorts;
  bot(): Bot;
  /** The bot's own account, once it is known. */
  self(): string | undefined;
  kept: Keeping;
  forms: Forms;
  records: Recording;
  send: Sending;
  /** Members changed: what was read of them is old. */
  stale(): void;
}

const operator = z.object({ open_id: z.string().min(1).max(200) });
const menuEvent = z.object({
  operator: z.object({ operator_id: operator }),
  event_key: z.string().min(1).max(100),
  timestamp: z.union([z.string(), z.number()]).nullish(),
});
const enteredEvent = z.object({ chat_id: z.string().min(1).max(200), operator_id: operator });

const known = <S extends z.ZodType>(shape: S, event: unknown): z.infer<S> => {
  const read = shape.safeParse(event);
  if (!read.success) throw new Unwelcome(400, 'not as Feishu documents this event');
  return read.data;
};

type Handler = (parts: EventParts, e: Envelope) => Promise<void>;

const membersChanged: Handler = async (parts, { tenant, id }) => {
  parts.stale();
  await parts.bot().changed({ platform: 'feishu', tenant }, `feishu:${id}`);
};

const handlers: Readonly<Record<string, Handler>> = {
  'im.message.receive_v1': heard,
  'application.bot.menu_v6': chosen,
  'im.chat.access_event.bot_p2p_chat_entered_v1': entered,
  'contact.user.created_v3': membersChanged,
  'contact.user.updated_v3': membersChanged,
  'contact.user.deleted_v3': membersChanged,
  'contact.department.updated_v3': membersChanged,
  'contact.scope.updated_v3': membersChanged,
};

/** What a menu entry has for a key that stands for "/perf" alone. */
export const homeKey = 'home';
export const handled: readonly string[] = Object.keys(handlers);

/** @throws Unwelcome when it is not as documented; anything else was not kept and is to be repeated. */
export async function happened(parts: EventParts, e: Envelope): Promise<void> {
  const handler = Object.hasOwn(handlers, e.type) ? handlers[e.type] : undefined;
  if (!handler) return parts.ports.log.debug({ event: e.id, type: e.type }, 'an event that nobody asked for');
  if (e.tenant) await parts.records.met(e.tenant);
  await handler(parts, e);
}

const addressOf = (tenant: string, channel: string): Address => ({ platform: 'feishu', tenant, channel });

async function heard(parts: EventParts, e: Envelope): Promise<void> {
  const { sender, message } = known(messageEvent, e.event);
  // Apps talk, too; ours is one of them.
  if (sender.sender_type && sender.sender_type !== 'user') return;
  const { text, files } = saidIn(message, parts.self());
  if (!text.trim() && files.length === 0) return;
  const from = sender.sender_id.open_id;
  const direct = message.chat_type === 'p2p';
  const left = direct ? await notForForms(parts, e, from, files) : files;
  // What was written beside the files is for the core.
  if (left.length === 0 && !text.trim()) return;
  await told(parts, {
    kind: 'message',
    // Feishu tells of one message under several event ids.
    id: `feishu:${message.message_id}`,
    at: momentOf(message.create_time, e.at),
    from,
    where: addressOf(e.tenant, message.chat_id),
    text,
    messageId: message.message_id,
    direct,
    ...(message.mentions?.some((m) => m.id?.open_id === parts.self()) && { addressed: true }),
    edited: false,
    ...(message.parent_id && { replyTo: message.parent_id }),
    ...(left.length > 0 && { files: left }),
  });
}

/** What no form waits for. */
async function notForForms(
  parts: EventParts,
  e: Envelope,
  from: string,
  files: readonly FileRef[],
): Promise<FileRef[]> {
  const left: FileRef[] = [];
  // One after another: each changes the form that the next one goes to.
  for (const file of files) if (!(await takenByForm(parts, e, from, file))) left.push(file);
  return left;
}

/** A form asked for it: it goes along when the form is sent. */
async function takenByForm(parts: EventParts, e: Envelope, from: string, file: FileRef): Promise<boolean> {
  const open = await parts.kept.awaiting(from);
  if (!open?.form) return false;
  const place = { id: open.id, tenant: open.tenant, channel: open.channel, account: from };
  if (!(await parts.forms.takeFile(place, open.form, file))) return false;
  const locale = await parts.ports.localeOf({ platform: 'feishu', tenant: e.tenant }, from);
  await word(parts, addressOf(e.tenant, from), say(locale).fileTaken(file.name), `file:${file.id}`);
  return true;
}

/** A menu entry's key is the command that it stands for; a key cannot be empty, so one says "/perf" alone. */
async function chosen(parts: EventParts, e: Envelope): Promise<void> {
  const { operator: who, event_key } = known(menuEvent, e.event);
  await commanded(
    parts,
    e,
    who.operator_id.open_id,
    who.operator_id.open_id,
    event_key === homeKey ? '' : event_key,
  );
}

/** Feishu tells of every entry; only the first is a welcome. */
async function entered(parts: EventParts, e: Envelope): Promise<void> {
  const { operator_id, chat_id } = known(enteredEvent, e.event);
  if (!(await parts.records.welcomes(`${e.tenant}:${operator_id.open_id}`, e.id))) return;
  await commanded(parts, e, operator_id.open_id, chat_id, '');
}

const commanded = (parts: EventParts, e: Envelope, from: string, channel: string, typed: string) =>
  told(parts, {
    kind: 'message',
    id: `feishu:${e.id}`,
    at: e.at,
    from,
    where: addressOf(e.tenant, channel),
    text: `/perf ${typed}`.trim(),
    messageId: e.id,
    direct: true,
    edited: false,
  });

async function told(parts: EventParts, e: Inbound & { kind: 'message' }): Promise<void> {
  const bot = parts.bot();
  const { toast } = await bot.receive(e);
  bot.acked(e);
  // What is to be said goes out by itself; only a stranger, whom nothing can be sent to, is told so here.
  if (toast && e.direct) await word(parts, addressOf(e.where.tenant, e.from), toast, `word:${e.id}`);
}

async function word({ send, ports }: EventParts, to: Address, text: string, key: string): Promise<void> {
  await send.word(to, text, key).catch((err) => ports.log.warn({ err }, 'a word was not delivered'));
}
