/**
 * One WebClient for each installation, replaced when its token is renewed. It neither retries nor waits: the outbox does
 * both. `headers` are never given: the SDK would carry one workspace's token over into another's calls.
 */
import { webApi } from '@slack/bolt';
import { PlatformError } from '../../src/core/platform.ts';
import { codeOf, platformError } from './errors.ts';
import { quiet } from './log.ts';

export type Client = webApi.WebClient;

export const timeoutMs = 10_000;

export function newClient(token: string | undefined, apiUrl: string | undefined): Client {
  return new webApi.WebClient(token, {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logger: quiet,
    ...(apiUrl && { slackApiUrl: apiUrl }),
  });
}

/** Expired, or replaced by another process. `account_inactive` is said of a recipient, too, and no new token helps there. */
const ended = new Set(['token_expired', 'token_revoked', 'invalid_auth']);

export interface Tokens {
  /** The bot's token there; `renewed` when the one at hand is said to be worn out. */
  tokenOf(tenant: string, wornOut?: string): Promise<string | undefined>;
}

export interface Clients {
  /** Runs one call; what goes wrong comes out as a PlatformError that names the method. */
  call<T>(tenant: string, method: string, run: (client: Client) => Promise<T>): Promise<T>;
  of(tenant: string): Promise<Client>;
  /** Slack asked this workspace's sender to wait: what the outbox will do anyway is not tried beside it. */
  isBlocked(tenant: string): boolean;
  forget(tenant: string): void;
}

/** What the outbox sends by; windows and lists of members have limits of their own. */
const ofSending = /^(chat|conversations|files)\./;

export function clientsOf(tokens: Tokens, apiUrl: string | undefined, now: () => Date): Clients {
  const clients = new Map<string, { token: string; client: Client }>();
  const blocked = new Map<string, Date>();

  async function at(tenant: string, wornOut?: string): Promise<{ token: string; client: Client }> {
    const token = await tokens.tokenOf(tenant, wornOut);
    if (!token) throw new PlatformError('denied', 'not installed in this workspace');
    const known = clients.get(tenant);
    if (known?.token === token) return known;
    const made = { token, client: newClient(token, apiUrl) };
    clients.set(tenant, made);
    return made;
  }

  /** With a token that is no more nothing was accepted, so the call may be made again with a newer one, if there is. */
  async function once<T>(tenant: string, run: (client: Client) => Promise<T>): Promise<T> {
    const { token, client } = await at(tenant);
    try {
      return await run(client);
    } catch (e) {
      if (!ended.has(codeOf(e) ?? '')) throw e;
      const renewed = await at(tenant, token);
      if (renewed.token === token) throw e;
      return run(renewed.client);
    }
  }

  return {
    async call(tenant, method, run) {
      try {
        return await once(tenant, run);
      } catch (e) {
        const trouble = platformError(e, method, now);
        if (trouble.retryAt && ofSending.test(method)) blocked.set(tenant, trouble.retryAt);
        throw trouble;
      }
    },
    isBlocked: (tenant) => (blocked.get(tenant)?.getTime() ?? 0) > now().getTime(),
    of: async (tenant) => (await at(tenant)).client,
    forget: (tenant) => void clients.delete(tenant),
  };
}
