/** Feishu speaks: events with their retries, card callbacks with their three seconds and no second try. */
import type { Json } from './checks.ts';
import { encrypted, signed } from './seal.ts';
import type { Sockets } from './socket.ts';
import type { State } from './state.ts';

/** What came back; status 0 when nothing did in time. */
export interface Outcome {
  status: number;
  body: string;
}

export interface Pushed {
  id: string;
  type: string;
  tries: Outcome[];
  delivered: boolean;
}

export interface Push {
  /** The first try's outcome; further ones follow on the clock. */
  event(type: string, event: Json): Promise<Pushed>;
  callback(event: Json): Promise<Outcome>;
  /** Every event so far. */
  events: Pushed[];
  /** Where to push; on the long connection without them. */
  to(urls: { events: string; cards: string } | undefined): void;
  urls(): { events: string; cards: string } | undefined;
  /** Any bytes with any headers, for what nobody should send. */
  raw(url: string, body: string | Buffer, headers?: Record<string, string>): Promise<Outcome>;
}

export interface PushOptions {
  state: State;
  sockets: Sockets;
  /** At-least-once: a delivered event comes once more after each of these. */
  again: readonly number[];
  /** The machine's time in the signature's header. */
  wire(): number;
  /** A late try carries the signature of the first. */
  keepsSignature: boolean;
  /** Feishu's, or closer together where a test says so. */
  retries: readonly number[];
}

/** After the first: 15 s, 5 min, 1 h, 6 h. */
export const retryMs = [15_000, 300_000, 3_600_000, 21_600_000];
export const deadlineMs = 3000;

async function post(url: string, body: string | Buffer, headers: Record<string, string>): Promise<Outcome> {
  try {
    const signal = AbortSignal.timeout(deadlineMs);
    const sent = typeof body === 'string' ? body : new Uint8Array(body);
    const res = await fetch(url, { method: 'POST', body: sent, headers, redirect: 'manual', signal });
    return { status: res.status, body: await res.text() };
  } catch {
    return { status: 0, body: '' };
  }
}

export function pushing(options: PushOptions): Push {
  const { state, sockets, wire, again, keepsSignature } = options;
  let urls: { events: string; cards: string } | undefined;
  const events: Pushed[] = [];

  const send = (to: 'events' | 'cards', payload: Json, lateMs = 0): Promise<Outcome> => {
    const text = JSON.stringify(payload);
    if (!urls) return sockets.deliver(text, deadlineMs);
    const { encryptKey } = state.app;
    const body = encryptKey ? JSON.stringify({ encrypt: encrypted(encryptKey, text) }) : text;
    return post(urls[to], body, signed(encryptKey, body, (wire() - (keepsSignature ? lateMs : 0)) / 1000));
  };
  const attempt = async (pushed: Pushed, payload: Json, first: number): Promise<void> => {
    const outcome = await send('events', payload, state.clock.now() - first);
    pushed.tries.push(outcome);
    if (outcome.status === 200) pushed.delivered = true;
  };
  const retry = (pushed: Pushed, payload: Json, first: number, left: readonly number[]): void => {
    const [wait, ...rest] = left;
    if (wait === undefined || pushed.delivered) return;
    state.clock.at(state.clock.now() + wait, async () => {
      await attempt(pushed, payload, first);
      retry(pushed, payload, first, rest);
    });
  };
  const header = (event_type: string, event_id: string, create_time: number) => ({
    event_id,
    event_type,
    create_time: String(Math.floor(create_time)),
    token: state.app.verificationToken,
    app_id: state.app.id,
    tenant_key: state.app.tenantKey,
  });
  return {
    events,
    to: (given) => {
      urls = given;
    },
    urls: () => urls,
    raw: (url, body, headers = {}) => post(url, body, headers),
    async event(type, event) {
      const first = state.clock.now();
      const pushed: Pushed = { id: state.id('ev'), type, tries: [], delivered: false };
      const payload = { schema: '2.0', header: header(type, pushed.id, first), event };
      events.push(pushed);
      await attempt(pushed, payload, first);
      retry(pushed, payload, first, options.retries);
      for (const ms of again) state.clock.at(first + ms, () => attempt(pushed, payload, first));
      return pushed;
    },
    callback(event) {
      const beside = { host: event.host, context: event.context };
      const { host: _, context: __, ...inside } = event;
      const outside = event.beside === true;
      delete (inside as Json).beside;
      const micro = state.clock.now() * 1000;
      return send('cards', {
        schema: '2.0',
        header: header('card.action.trigger', state.id('cb'), micro),
        event: outside ? inside : { ...inside, ...beside },
        ...(outside && beside),
      });
    },
  };
}
