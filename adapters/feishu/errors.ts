/**
 * What Feishu's codes mean for the outbox: the only place that knows them. The text of an error names the code and never
 * what was sent; Feishu's own `msg` may quote the message, so it is only looked at, not kept.
 */
import { PlatformError, type PlatformTrouble } from '../../src/core/platform.ts';

interface Meaning {
  kind: PlatformTrouble;
  words: string;
  /** How long to leave the whole lane alone, in milliseconds, when no header says; not at all where one message waits. */
  waitMs?: number;
}

const retry = (words: string, waitMs?: number): Meaning => ({
  kind: 'retry',
  words,
  ...(waitMs !== undefined && { waitMs }),
});
const denied = (words: string): Meaning => ({ kind: 'denied', words });
const gone = (words: string): Meaning => ({ kind: 'gone', words });
const broken = (words: string): Meaning => ({ kind: 'broken', words });

const meanings: Readonly<Record<number, Meaning>> = {
  99991400: retry('too many calls', 1000),
  230020: retry('too many messages to one person or group'),
  11232: retry('too many messages at once', 1000),
  11233: retry('too many messages to one group'),
  11247: retry('too many messages today', 3_600_000),
  99991403: retry('the monthly number of API calls of this Feishu edition is used up', 3_600_000),
  230049: retry('the same message is just being sent'),
  232019: retry('the group is just being changed'),
  99991661: retry('the access token was not taken', 1000),
  99991663: retry('the access token was not taken', 1000),
  99991664: retry('the access token was not taken', 1000),
  99991665: retry('the access token was not taken', 1000),
  99991668: retry('the access token was not taken', 1000),
  2200: { kind: 'unknown', words: 'Feishu had an internal error' },
  230002: gone('the bot is no longer in this group'),
  232011: gone('the bot is no longer in this group'),
  232006: gone('there is no such group'),
  232009: gone('the group was dissolved'),
  230011: gone('the message was recalled'),
  230110: gone('the message was deleted'),
  230031: gone('the message is older than 14 days'),
  99992354: gone('there is no such message'),
  230029: gone('the person has left'),
  99992351: gone('there is no such person'),
  230013: denied('the person is outside the app’s availability range'),
  230053: denied('the person has blocked the bot'),
  230035: denied('the bot may not write there'),
  230018: denied('the bot may not write there'),
  230006: denied('the bot ability of the app is switched off'),
  99991672: denied('the app lacks a permission (scope)'),
  99991679: denied('the app lacks a permission (scope)'),
  99992361: denied('the account belongs to another app'),
  230028: denied('the company’s content audit refused it'),
  230022: denied('the company’s content audit refused it'),
  10003: denied('the app id is not known'),
  10014: denied('the app secret is wrong'),
  40004: denied('this department is outside the app’s contact range'),
  230025: broken('it is larger than Feishu takes'),
  230099: broken('Feishu does not take this card'),
  230001: broken('a parameter is not right'),
  230054: broken('this cannot be done with this kind of message'),
  99992402: broken('a field is not right'),
  234006: broken('the file is too large'),
  193001: gone('there is no such event'),
  234003: gone('there is no such file'),
};

/** Feishu says “locked” by the same inner code as “too many elements”, so its words have to tell them apart. */
const locked = (code: number, msg: string) => code === 230099 && /11310/.test(msg) && /lock/i.test(msg);

export interface Answered {
  status: number;
  code: number;
  msg: string;
  headers: Record<string, string | undefined>;
}

export const resetMs = (headers: Answered['headers']): number | undefined => {
  const seconds = Number(headers['x-ogw-ratelimit-reset'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) * 1000 : undefined;
};

function meaning({ status, code, msg }: Answered): Meaning {
  if (locked(code, msg)) return retry('the card is being pressed');
  const known = meanings[code];
  if (known) return known;
  if (status === 429) return retry('too many calls', 1000);
  if (status >= 500) return { kind: 'unknown', words: 'Feishu had an internal error' };
  return broken('Feishu refused it');
}

/** An answer that is no success. `now` is the product's: the lane waits by that clock. */
export function refusal(answered: Answered, now: Date): PlatformError {
  const { kind, words, waitMs } = meaning(answered);
  const wait = resetMs(answered.headers) ?? waitMs;
  const retryAt = kind === 'retry' && wait !== undefined ? new Date(now.getTime() + wait) : undefined;
  // Of a card that is not taken the inner code says why; its words may quote the card.
  const [, inner] = /ErrCode: (\d+)/.exec(answered.msg) ?? [];
  const why = inner ? ` (${inner})` : '';
  return new PlatformError(kind, `Feishu ${answered.code}: ${words}${why}`, retryAt);
}

/** The connection never came about, so nothing can have been accepted. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
]);

export function unanswered(error: unknown): PlatformError {
  const code = String((error as { code?: unknown } | null)?.code ?? 'no answer');
  return neverSent.has(code)
    ? new PlatformError('retry', `Feishu cannot be reached (${code})`)
    : new PlatformError('unknown', `Feishu did not answer (${code})`);
}

export const codeOf = (error: unknown): number | undefined => {
  const [, code] = error instanceof PlatformError ? (/^Feishu (\d+):/.exec(error.message) ?? []) : [];
  return code === undefined ? undefined : Number(code);
};
