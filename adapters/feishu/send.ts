/**
 * What the bot sends. The outbox key is the message's `uuid`: within an hour Feishu makes at most one message of it, so
 * an unknown outcome is asked again under the same; after that nobody can find out, and it is `unsure`.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Card } from '../../src/core/card.ts';
import { type Address, type NamedFile, PlatformError, type Receipt } from '../../src/core/platform.ts';
import type { Client } from './client.ts';
import type { Drawing } from './drawing.ts';
import type { Json } from './elements.ts';
import type { Keeping, Kept, OpenForm } from './kept.ts';
import { drawn } from './pages.ts';
import type { Recording } from './records.ts';

export interface SendParts {
  client: Client;
  kept: Keeping;
  records: Recording;
  drawing: Drawing;
  /** The form that stands there, drawn once more. */
  formAgain(place: Kept, open: OpenForm): Promise<Json>;
  now(): Date;
}

const sentShape = z.object({ message_id: z.string().min(1), chat_id: z.string().min(1) });
const imageShape = z.object({ image_key: z.string().min(1) });
const fileShape = z.object({ file_key: z.string().min(1) });

/** Feishu remembers a uuid for an hour; the margin is for slow calls and clocks. */
const rememberedMs = 55 * 60_000;

/** At most 50 characters. */
export const uuidOf = (key: string): string => createHash('sha256').update(key).digest('base64url');

export const isChat = (channel: string): boolean => channel.startsWith('oc_');
export const accountAt = ({ channel }: Address): string | undefined =>
  isChat(channel) ? undefined : channel;

type Content = { type: 'interactive' | 'text' | 'image' | 'file'; content: unknown };

/** @throws PlatformError when it may be there, and too much time has passed to find out */
async function once({ records }: SendParts, uuid: string, again: boolean): Promise<void> {
  if (!again) return records.tried(uuid);
  const first = await records.firstTry(uuid);
  // Every call is noted before it is made: without a note the process ended before the call, and nothing can be there.
  if (!first) return records.tried(uuid);
  if (Date.now() - first.getTime() > rememberedMs)
    throw new PlatformError('unsure', 'it may have arrived, and Feishu no longer tells');
}

async function post(
  { client, now }: SendParts,
  to: Address,
  { type, content }: Content,
  uuid: string,
): Promise<Receipt> {
  const sent = await client.call(
    {
      method: 'POST',
      path: '/im/v1/messages',
      params: { receive_id_type: isChat(to.channel) ? 'chat_id' : 'open_id' },
      data: { receive_id: to.channel, msg_type: type, content: JSON.stringify(content), uuid },
    },
    sentShape,
  );
  const at = { platform: to.platform, tenant: to.tenant, channel: sent.chat_id };
  return { at, messageId: sent.message_id, sentAt: now() };
}

async function sendCard(parts: SendParts, to: Address, card: Card, key: string, again: boolean) {
  const account = accountAt(to);
  const { json } = drawn(card, await parts.drawing.scene(card, to.tenant, account));
  const uuid = uuidOf(key);
  await once(parts, uuid, again);
  const receipt = await post(parts, to, { type: 'interactive', content: json }, uuid);
  const { messageId: id, at } = receipt;
  const place = { id, tenant: at.tenant, channel: at.channel, account };
  // An answer that was cut came late: somebody may have opened a form on the card by then.
  await parts.kept.news(place, card, 0);
  return receipt;
}

async function editCard(parts: SendParts, { at, messageId: id }: Receipt, card: Card): Promise<void> {
  const { kept, drawing, client } = parts;
  const place = { id, tenant: at.tenant, channel: at.channel };
  // In the card's place somebody fills a form: the news stand there when it is closed.
  if (await kept.behindForm(place, card)) return;
  const before = await kept.get(id);
  const scene = await drawing.scene(card, at.tenant, before?.account);
  const { json, page } = drawn(card, scene, before?.page ?? 0);
  await patch(client, id, json);
  if (!(await kept.news(place, card, page))) await putBack(parts, id);
}

/** What waited behind a form that is gone. */
async function raise(parts: SendParts, { id, tenant, channel, card }: Kept): Promise<void> {
  if (!card) return parts.kept.given(id);
  const at = { platform: 'feishu', tenant, channel };
  try {
    await editCard(parts, { at, messageId: id, sentAt: parts.now() }, card);
  } catch (e) {
    const again = e instanceof PlatformError && (e.kind === 'retry' || e.kind === 'unknown');
    if (!again) await parts.kept.given(id);
    throw e;
  }
}

/** A form was opened while the edit was on its way: nobody knows which of the two the client shows now. */
async function putBack({ kept, client, formAgain }: SendParts, id: string): Promise<void> {
  const now = await kept.get(id);
  if (!now?.form) return;
  try {
    await patch(client, id, await formAgain(now, now.form));
  } catch {
    // Then it is the card that stands there, and its button opens the form anew.
    await kept.drop(id, now.form.n);
  }
}

async function upload({ client }: SendParts, file: NamedFile): Promise<Content> {
  const blob = new Blob([new Uint8Array(file.bytes)], { type: file.type });
  if (isPicture(file)) {
    const form = () => formOf({ image_type: 'message' }, 'image', blob, file.name);
    const { image_key } = await client.call({ method: 'POST', path: '/im/v1/images', form }, imageShape);
    return { type: 'image', content: { image_key } };
  }
  const file_type = fileTypes[file.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'stream';
  const form = () => formOf({ file_type, file_name: file.name }, 'file', blob, file.name);
  const { file_key } = await client.call({ method: 'POST', path: '/im/v1/files', form }, fileShape);
  return { type: 'file', content: { file_key } };
}

function formOf(fields: Record<string, string>, part: string, blob: Blob, name: string): FormData {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.set(field, value);
  data.set(part, blob, name);
  return data;
}

export const sending = (parts: SendParts) => ({
  send: (to: Address, card: Card, key: string, again = false): Promise<Receipt> =>
    sendCard(parts, to, card, key, again),
  edit: (sent: Receipt, card: Card): Promise<void> => editCard(parts, sent, card),
  raise: (waiting: Kept): Promise<void> => raise(parts, waiting),
  async attach(to: Address, file: NamedFile, key: string, again = false): Promise<Receipt> {
    const uuid = uuidOf(key);
    await once(parts, uuid, again);
    return post(parts, to, await upload(parts, file), uuid);
  },
  /** A form in a message of its own. */
  form: (to: Address, json: Json, key: string): Promise<Receipt> =>
    post(parts, to, { type: 'interactive', content: json }, uuidOf(key)),
  /** One sentence, best effort: nothing depends on it. Its text has tags, too, so none of ours may look like one. */
  async word(to: Address, text: string, key: string): Promise<void> {
    await post(parts, to, { type: 'text', content: { text: text.replace(/</g, '＜') } }, uuidOf(key));
  },
});

export type Sending = ReturnType<typeof sending>;

export const patch = (client: Client, id: string, card: unknown): Promise<unknown> =>
  client.call(
    { method: 'PATCH', path: `/im/v1/messages/${id}`, data: { content: JSON.stringify(card) } },
    z.unknown(),
  );

const isPicture = ({ type, bytes }: NamedFile) =>
  /^image\/(png|jpe?g|gif|webp|bmp)$/.test(type) && bytes.length < 10_000_000;
const fileTypes: Readonly<Record<string, string>> = {
  pdf: 'pdf',
  doc: 'doc',
  docx: 'doc',
  xls: 'xls',
  xlsx: 'xls',
  csv: 'xls',
  ppt: 'ppt',
  pptx: 'ppt',
};
