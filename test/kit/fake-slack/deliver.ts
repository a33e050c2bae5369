/**
 * Bringing news to the app as Slack does: signed, three seconds to answer, events again at once, after one minute and
 * after five when the answer is no 200; commands and presses once. Over HTTP, or over a socket when the app has one open.
 */
import { createHmac } from 'node:crypto';
import type { Core } from './core.ts';
import type { Sockets } from './sockets.ts';
import type { Json } from './state.ts';

export type Kind = 'event' | 'command' | 'interactive';

export interface Answer {
  status: number;
  body: Json | undefined;
  text: string;
  noRetry: boolean;
}

export type Came = Answer | { failed: 'http_timeout' | 'connection_failed' };

export const ackMs = 3000;
const retryAfterMs = [0, 60_000, 300_000];

/** What the network does to deliveries, for tests. */
export interface Disturbing {
  /** Each event comes again that many milliseconds later although it was answered, as when the answers are lost. */
  eventsAgain?: readonly number[];
  /** Each command, press and form comes again, as a proxy may do. */
  actionsTwice?: boolean;
  /** Milliseconds by which a delivery is held up, so that later ones overtake it. */
  delay?: () => number;
}

export interface Delivery {
  /** Where the app listens; without it, or beside it, sockets are used. */
  to: { url: string | undefined };
  disturb: Disturbing;
  /** Brings an event until it was taken or the retries are over; resolves after the first try. */
  event(body: Json): Promise<Came>;
  act(kind: 'command' | 'interactive', body: Json): Promise<Came>;
  /** One signed request, for requests that are not well. */
  post(raw: string, how?: PostHow): Promise<Answer>;
  /** As when somebody enters the address on the app's settings page. */
  verifies(): Promise<boolean>;
  socketUrl(): string;
  sockets: Sockets;
}

export interface PostHow {
  /** Instead of where the app listens. */
  to?: string;
  type?: string;
  /** Seconds by which the timestamp is off. */
  off?: number;
  secret?: string;
  unsigned?: boolean;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export function signature(secret: string, at: number, raw: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${at}:${raw}`).digest('hex')}`;
}

export const formOf = (body: Json): string => new URLSearchParams(body as Record<string, string>).toString();

/** As it goes over HTTP. */
export function encoded(kind: Kind, body: Json): { raw: string; type: string } {
  if (kind === 'event') return { raw: JSON.stringify(body), type: 'application/json' };
  const form = kind === 'command' ? body : { payload: JSON.stringify(body) };
  return { raw: formOf(form), type: 'application/x-www-form-urlencoded' };
}

const parsed = (text: string): Json | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
};

export function deliveries(core: () => Core, sockets: Sockets): Delivery {
  const to: { url: string | undefined } = { url: undefined };
  const disturb: Disturbing = {};

  async function post(raw: string, how: PostHow = {}): Promise<Answer> {
    const url = how.to ?? to.url;
    if (!url) throw new Error('the app has said nowhere where it listens');
    // The app looks at the machine's clock, whatever Slack's own is here.
    const at = Math.floor(Date.now() / 1000) + (how.off ?? 0);
    const signed = how.unsigned
      ? {}
      : {
          'x-slack-request-timestamp': String(at),
          'x-slack-signature': signature(how.secret ?? core().app.signingSecret, at, raw),
        };
    const response = await fetch(url, {
      method: 'POST',
      body: raw,
      headers: { 'content-type': how.type ?? 'application/json', ...signed, ...how.headers },
      ...(how.signal && { signal: how.signal }),
    });
    const text = await response.text();
    const noRetry = response.headers.get('x-slack-no-retry') === '1';
    return { status: response.status, text, body: parsed(text), noRetry };
  }

  function overHttp(kind: Kind, body: Json, headers: Record<string, string>): Promise<Came> {
    const { raw, type } = encoded(kind, body);
    const ended = new AbortController();
    const came = post(raw, { type, headers, signal: ended.signal }).catch(
      (): Came => ({ failed: 'connection_failed' }),
    );
    const late = new Promise<Came>((resolve) => {
      const off = core().state.time.after(ackMs, () => resolve({ failed: 'http_timeout' }));
      void came.finally(off);
    });
    return Promise.race([came, late]);
  }

  async function once(kind: Kind, body: Json, retry: number, reason?: string): Promise<Came> {
    const done = core().busy();
    const from = core().state.time.now();
    const wait = disturb.delay?.() ?? 0;
    if (wait > 0) await new Promise<void>((resolve) => core().state.time.after(wait, resolve));
    const headers: Record<string, string> =
      retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason ?? '' } : {};
    try {
      const came = sockets.open()
        ? await sockets.deliver(kind, body, retry, reason)
        : await overHttp(kind, body, headers);
      const ms = core().state.time.now() - from;
      const type = String((body.event as Json | undefined)?.type ?? body.type ?? body.command);
      core().ledger.deliveries.push({
        kind,
        type,
        status: 'failed' in came ? came.failed : came.status,
        retry,
        ms,
      });
      return came;
    } finally {
      done();
    }
  }

  const taken = (came: Came): boolean =>
    !('failed' in came) && ((came.status >= 200 && came.status < 300) || came.noRetry);
  const reasonOf = (came: Came): string => ('failed' in came ? came.failed : 'http_error');

  function again(body: Json, retry: number, reason: string): void {
    const wait = retryAfterMs[retry - 1];
    if (wait === undefined) return;
    core().state.time.after(wait, () => {
      void once('event', body, retry, reason).then((came) => {
        if (!taken(came)) again(body, retry + 1, reasonOf(came));
      });
    });
  }

  /** At once while its sender waits, later when the time comes. */
  async function repeated(body: Json): Promise<void> {
    for (const [i, ms] of (disturb.eventsAgain ?? []).entries())
      if (ms === 0) await once('event', body, i + 1, 'http_timeout');
      else core().state.time.after(ms, () => void once('event', body, i + 1, 'http_timeout'));
  }

  return {
    to,
    disturb,
    sockets,
    post,
    async verifies() {
      const challenge = core().state.id('challenge');
      const raw = JSON.stringify({ type: 'url_verification', token: 'of-old', challenge });
      const { status, text, body } = await post(raw);
      return status === 200 && (text === challenge || body?.challenge === challenge);
    },
    socketUrl: () => sockets.url(core().base()),
    async event(body) {
      const told = (body.event ?? {}) as Json;
      core().ledger.events.push({ id: String(body.event_id), type: String(told.type) });
      const came = await once('event', body, 0);
      if (!taken(came)) again(body, 1, reasonOf(came));
      else await repeated(body);
      return came;
    },
    async act(kind, body) {
      const came = await once(kind, body, 0);
      if (disturb.actionsTwice) await once(kind, body, 0);
      return came;
    },
  };
}
