/** Is a message there already? Slack lets some apps ask once a minute, so it is looked for only as far back as it can be. */
import { type Address, PlatformError, type Receipt } from '../../src/core/platform.ts';
import type { Client, Clients } from './clients.ts';
import { isAccount } from './conversations.ts';

export const momentOf = (ts: string): Date => new Date(Math.round(Number(ts) * 1000));
export const receiptAt = (tenant: string, channel: string, ts: string, thread?: string): Receipt => ({
  at: { platform: 'slack', tenant, channel, ...(thread && { thread }) },
  messageId: ts,
  sentAt: momentOf(ts),
});

export interface Message {
  ts?: string | undefined;
  metadata?: unknown;
  files?: { id?: string }[] | undefined;
}

export interface Search {
  isIt(message: Message): boolean;
  /** Nothing of it can be older. */
  since?: Date | undefined;
  /** The page at which an earlier search had to wait. */
  cursor?: string | undefined;
  /** Slack asks to wait before this page. @throws what is to be thrown instead, if anything */
  waits?(cursor: string): Promise<void>;
}

const perPage = 100;
const mostPages = 5;
/** Slack's clock and ours. */
const marginMs = 60_000;

/**
 * @throws PlatformError unsure when Slack does not let us look; a rate limit says when to come back.
 */
export async function searched(clients: Clients, to: Address, search: Search): Promise<Receipt | undefined> {
  try {
    return await lookedThrough(clients, to, search);
  } catch (e) {
    if (e instanceof PlatformError && ['retry', 'gone', 'unknown', 'unsure'].includes(e.kind)) throw e;
    throw new PlatformError('unsure', e instanceof PlatformError ? e.message : 'could not be looked up');
  }
}

async function lookedThrough(
  clients: Clients,
  { tenant, channel: to, thread }: Address,
  search: Search,
): Promise<Receipt | undefined> {
  const channel = isAccount(to) ? await opened(clients, tenant, to) : to;
  const oldest = Math.max(0, (search.since?.getTime() ?? 0) - marginMs) / 1000;
  let cursor = search.cursor ?? '';
  for (let n = 0; n < mostPages; n += 1) {
    const what = {
      channel,
      limit: perPage,
      include_all_metadata: true,
      ...(oldest > 0 && { oldest: String(oldest) }),
      ...(cursor && { cursor }),
    };
    const page = await clients
      .call(tenant, 'conversations.history', (client) => listing(client, what, thread))
      .catch(async (e: PlatformError) => {
        if (e.retryAt) await search.waits?.(cursor);
        throw e;
      });
    const found = ((page.messages ?? []) as Message[]).find(search.isIt);
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
  oldest?: string;
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
