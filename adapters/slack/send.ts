/**
 * What the outbox sends. Slack has no key that makes a message one: it travels in the message's metadata, and before a
 * second try the conversation is searched for it.
 */
import type { Card } from '../../src/core/card.ts';
import { type Address, PlatformError, type PlatformPorts, type Receipt } from '../../src/core/platform.ts';
import type { Client, Clients } from './clients.ts';
import { type Conversations, isAccount } from './conversations.ts';
import type { Drawing } from './drawing.ts';
import { codeOf } from './errors.ts';
import { type Message, receiptAt, searched } from './looking.ts';
import type { Collections, TryRow } from './model.ts';
import type { Page } from './pages.ts';
import { type Tries, triesOf } from './tries.ts';

export interface SendParts {
  clients: Clients;
  conversations: Conversations;
  drawing: Drawing;
  collections: Pick<Collections, 'tries'>;
  ports: Pick<PlatformPorts, 'now'>;
}

type Post = Parameters<Client['chat']['postMessage']>[0];

export const metadataType = 'growloop';
const metadataOf = (key: string) => ({ event_type: metadataType, event_payload: { key } });

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

/** Nothing was accepted. */
const surelyNot = new Set<PlatformError['kind']>(['retry', 'gone', 'denied', 'broken']);
/** Then a person looks for it: it stands in the list of failures. */
const mostWaits = 10;

interface Tried {
  to: Address;
  key: string;
  id: string;
  before: TryRow | undefined;
}

/** Tried before, and nobody knows what came of it. */
const foundAgain = (clients: Clients, tries: Tries, { to, key, id, before }: Tried) =>
  searched(clients, to, {
    isIt: (message) => keyIn(message) === key,
    since: before?.at,
    cursor: before?.cursor,
    async waits(cursor) {
      if ((await tries.waits(id, cursor)) > mostWaits)
        throw new PlatformError('unsure', 'it may be there, and Slack lets nobody look');
    },
  });

function posting({ clients, conversations }: Pick<SendParts, 'clients' | 'conversations'>) {
  return async (to: Address, page: Page, key: string): Promise<Receipt> => {
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
  };
}

export function sending({ clients, conversations, drawing, collections, ports }: SendParts) {
  const tries = triesOf(collections, ports.now);
  const pageFor = async ({ tenant, channel }: Address, card: Card) =>
    drawing.page(
      { tenant, account: await conversations.accountOf(tenant, channel), mayWait: true },
      'message',
      card,
    );

  const posted = posting({ clients, conversations });

  return {
    async send(to: Address, card: Card, key: string, again = false): Promise<Receipt> {
      const id = `${to.tenant}:${key}`;
      const before = await tries.begin(id, again);
      const there = before || again ? await foundAgain(clients, tries, { to, key, id, before }) : undefined;
      if (there) return there;
      try {
        return await posted(to, await pageFor(to, card), key);
      } catch (e) {
        if (e instanceof PlatformError && surelyNot.has(e.kind)) await tries.forget(id);
        throw e;
      }
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

const keyIn = ({ metadata }: Message): unknown =>
  (metadata as { event_payload?: { key?: unknown } } | undefined)?.event_payload?.key;
