/**
 * What the outbox sends. Slack has no key that makes a message one: it travels in the message's metadata, and before a
 * second try the conversation is searched for it.
 */
import type { Card } from '../../src/core/card.ts';
import { type Address, PlatformError, type Receipt } from '../../src/core/platform.ts';
import type { Client, Clients } from './clients.ts';
import { type Conversations, isAccount } from './conversations.ts';
import type { Drawing } from './drawing.ts';
import { codeOf } from './errors.ts';
import type { Page } from './pages.ts';

export interface SendParts {
  clients: Clients;
  conversations: Conversations;
  drawing: Drawing;
}

type Post = Parameters<Client['chat']['postMessage']>[0];

export const metadataType = 'growloop';
const metadataOf = (key: string) => ({ event_type: metadataType, event_payload: { key } });

export const momentOf = (ts: string): Date => new Date(Math.round(Number(ts) * 1000));
export const receiptAt = (tenant: string, channel: string, ts: string, thread?: string): Receipt => ({
  at: { platform: 'slack', tenant, channel, ...(thread && { thread }) },
  messageId: ts,
  sentAt: momentOf(ts),
});

/** Slack prepares an uploaded picture for a moment, and until then knows no such file. */
const pictureWaitsMs = [500, 1000, 2000];

/** Sends what the page says; a picture that does not become ready leaves its sentence behind. */
export async function withPictures<T>(page: Page, send: (blocks: Page['blocks']) => Promise<T>): Promise<T> {
  const pictured = page.blocks.some((block) => block.type === 'image');
  if (!pictured) return send(page.blocks);
  for (const wait of pictureWaitsMs)
    try {
      return await send(page.blocks);
    } catch (e) {
      if (!(codeOf(e) ?? (e as Error).message).includes('invalid_blocks')) throw e;
      await new Promise((done) => setTimeout(done, wait));
    }
  return send(page.blocks.map((block) => (block.type === 'image' ? inWords(block) : block)));
}

const inWords = (block: Page['blocks'][number]) => ({
  type: 'context',
  elements: [{ type: 'plain_text', text: String(block.alt_text), emoji: false }],
});

export function sending({ clients, conversations, drawing }: SendParts) {
  const pageFor = async ({ tenant, channel }: Address, card: Card) =>
    drawing.page({ tenant, account: await conversations.accountOf(tenant, channel) }, 'message', card);

  async function posted(to: Address, page: Page, key: string): Promise<Receipt> {
    const { tenant, channel, thread } = to;
    const sent = await clients.call(tenant, 'chat.postMessage', (client) =>
      withPictures(page, (blocks) =>
        client.chat.postMessage({
          channel,
          text: page.text,
          blocks,
          metadata: metadataOf(key),
          unfurl_links: false,
          unfurl_media: false,
          ...(thread && { thread_ts: thread }),
        } as unknown as Post),
      ),
    );
    if (!sent.channel || !sent.ts) throw new PlatformError('unknown', 'chat.postMessage: no receipt');
    if (isAccount(channel)) await conversations.note(tenant, sent.channel, channel);
    return receiptAt(tenant, sent.channel, sent.ts, thread);
  }

  return {
    async send(to: Address, card: Card, key: string, again = false): Promise<Receipt> {
      const before = again ? await searched(clients, to, (message) => keyIn(message) === key) : undefined;
      return before ?? posted(to, await pageFor(to, card), key);
    },
    async edit(sent: Receipt, card: Card): Promise<void> {
      const { tenant, channel } = sent.at;
      const page = await pageFor(sent.at, card);
      await clients.call(tenant, 'chat.update', (client) =>
        withPictures(page, (blocks) =>
          client.chat.update({
            channel,
            ts: sent.messageId,
            text: page.text,
            blocks,
          } as unknown as Parameters<Client['chat']['update']>[0]),
        ),
      );
    },
    direct: async (account: string, tenant: string): Promise<Address> => ({
      platform: 'slack',
      tenant,
      channel: account,
    }),
  };
}

interface Message {
  ts?: string | undefined;
  metadata?: unknown;
  files?: { id?: string }[] | undefined;
}

const keyIn = ({ metadata }: Message): unknown =>
  (metadata as { event_payload?: { key?: unknown } } | undefined)?.event_payload?.key;

const perPage = 100;
const mostPages = 5;

/**
 * Is it there already? Looks through the newest messages of the conversation.
 * @throws PlatformError unsure when Slack does not let us look; a rate limit says when to come back.
 */
export async function searched(
  clients: Clients,
  to: Address,
  isIt: (message: Message) => boolean,
): Promise<Receipt | undefined> {
  try {
    return await lookedThrough(clients, to, isIt);
  } catch (e) {
    if (e instanceof PlatformError && ['retry', 'gone', 'unknown'].includes(e.kind)) throw e;
    throw new PlatformError('unsure', e instanceof PlatformError ? e.message : 'could not be looked up');
  }
}

async function lookedThrough(
  clients: Clients,
  { tenant, channel: to, thread }: Address,
  isIt: (message: Message) => boolean,
): Promise<Receipt | undefined> {
  const channel = isAccount(to) ? await opened(clients, tenant, to) : to;
  let cursor = '';
  for (let n = 0; n < mostPages; n += 1) {
    const what = { channel, limit: perPage, include_all_metadata: true, ...(cursor && { cursor }) };
    const page = await clients.call(tenant, 'conversations.history', (client) =>
      listing(client, what, thread),
    );
    const found = ((page.messages ?? []) as Message[]).find(isIt);
    if (found?.ts) return receiptAt(tenant, channel, found.ts, thread);
    cursor = page.response_metadata?.next_cursor ?? '';
    if (!cursor) break;
  }
  return undefined;
}

interface Listing {
  channel: string;
  limit: number;
  include_all_metadata: boolean;
  cursor?: string;
}

const listing = (client: Client, what: Listing, thread: string | undefined) =>
  thread ? client.conversations.replies({ ...what, ts: thread }) : client.conversations.history(what);

export async function opened(clients: Clients, tenant: string, account: string): Promise<string> {
  const { channel } = await clients.call(tenant, 'conversations.open', (client) =>
    client.conversations.open({ users: account }),
  );
  if (!channel?.id) throw new PlatformError('unknown', 'conversations.open: no channel');
  return channel.id;
}
