/**
 * What Slack's SDK throws, as what it means for a message. The message names method and code, never a text: it ends in
 * HR's list and in logs. The platform's classes are told apart by their code: another version of the SDK may be about.
 */
import { PlatformError, type PlatformTrouble } from '../../src/core/platform.ts';

const codes: Record<Exclude<PlatformTrouble, 'unsure'>, readonly string[]> = {
  gone: [
    'message_not_found',
    'cant_update_message',
    'edit_window_closed',
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'user_not_found',
    'users_not_found',
    'user_disabled',
    'user_not_visible',
    'cannot_dm_bot',
    'messages_tab_disabled',
    'thread_not_found',
    'file_not_found',
    'file_deleted',
    'team_not_found',
  ],
  denied: [
    'account_inactive',
    'invalid_auth',
    'not_authed',
    'token_revoked',
    'token_expired',
    'missing_scope',
    'no_permission',
    'access_denied',
    'not_allowed_token_type',
    'ekm_access_denied',
    'org_login_required',
    'team_access_not_granted',
    'accesslimited',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'restricted_action_non_threadable_channel',
    'restricted_action_thread_locked',
    'app_not_installed',
  ],
  retry: ['ratelimited', 'rate_limited', 'request_timeout', 'team_added_to_org', 'service_unavailable'],
  unknown: ['internal_error', 'fatal_error', 'server_error'],
  broken: [],
};

const kinds = new Map<string, PlatformTrouble>(
  Object.entries(codes).flatMap(([kind, all]) => all.map((code) => [code, kind as PlatformTrouble] as const)),
);

/** The request never left, so nothing can have been accepted. */
const unsent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

interface Thrown {
  code?: string;
  data?: { error?: string };
  retryAfter?: number;
  statusCode?: number;
  original?: unknown;
  cause?: unknown;
}

/** Slack's own code of what went wrong. */
export const codeOf = (e: unknown): string | undefined => (e as Thrown | null)?.data?.error;

/** How long Slack asked us to wait, in seconds. */
export const waitOf = (e: unknown): number | undefined => (e as Thrown | null)?.retryAfter;

function causes(e: unknown): Thrown[] {
  const seen: Thrown[] = [];
  for (let at = e as Thrown | undefined; at && seen.length < 5; at = (at.original ?? at.cause) as Thrown)
    seen.push(at);
  return seen;
}

export function platformError(e: unknown, method: string, now: () => Date): PlatformError {
  if (e instanceof PlatformError) return e;
  const { code, retryAfter, statusCode } = (e ?? {}) as Thrown;
  const said = (kind: PlatformTrouble, what: string, at?: Date) =>
    new PlatformError(kind, `${method}: ${what}`, at);
  if (code === 'slack_webapi_rate_limited_error')
    return said('retry', 'rate limited', new Date(now().getTime() + Math.max(1, retryAfter ?? 1) * 1000));
  const slack = codeOf(e);
  if (slack) return said(kinds.get(slack) ?? 'broken', slack);
  if (statusCode !== undefined)
    return said(statusCode >= 500 || statusCode < 400 ? 'unknown' : 'broken', `HTTP ${statusCode}`);
  const low = causes(e).find((cause) => typeof cause.code === 'string' && unsent.has(cause.code))?.code;
  return low ? said('retry', low) : said('unknown', 'no answer');
}
