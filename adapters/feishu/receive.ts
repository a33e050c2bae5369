/**
 * What Feishu delivers, over HTTP or the long connection: checked, read, handled. No request ends the process, and none is
 * answered as taken that was not: events are received before the 200, callbacks are answered within their three seconds.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Locale } from '../../src/core/i18n.ts';
import { type Bot, type HttpRoute, PlatformError } from '../../src/core/platform.ts';
import { type Press, pressOf } from './callback.ts';
import { type Envelope, envelopeOf } from './envelope.ts';
import { type EventParts, happened } from './events.ts';
import type { Kept } from './kept.ts';
import { type Answer, type Pressed, type PressParts, pressed } from './press.ts';
import { ownToast, worded } from './toasts.ts';
import { mostBytes, type Secrets, Unwelcome, verified } from './verify.ts';

export interface ReceiveParts extends EventParts, PressParts {
  bot(): Bot;
  now(): Date;
  /** What came too late for the answer stands in the message all the same. */
  patch(message: string, card: unknown): Promise<unknown>;
  /** The card that waited behind a form stands there now. */
  raise(waiting: Kept): Promise<void>;
}

/** Feishu shows an error after three seconds; the way there and back is part of them. */
const answerWithinMs = 2200;
/** Feishu reverts an edit that overtakes the answer: the client needs a moment to have it. */
const settleMs = 150;
const lockedMs = 1000;

export interface Outcome {
  body: Answer | Record<string, never>;
  /** To be called when the answer is on its way; `arrived` says a moment later whether it got there. */
  flushed?: ((arrived?: () => boolean) => void) | undefined;
}

/** Whether a form that was opened stands there; where it does not, what came meanwhile does. */
async function settled(parts: ReceiveParts, opened: Pressed['opened'], arrived: boolean): Promise<void> {
  if (!opened) return;
  const { id, n } = opened;
  try {
    if (arrived) return await parts.kept.shown(id, n);
    const waiting = await parts.kept.withdraw(id, n);
    if (waiting) await parts.raise(waiting);
  } catch (err) {
    parts.ports.log.warn({ err }, 'it was not written down whether a form arrived');
  }
}

/** Acknowledged a moment after the answer was flushed; until then Feishu would revert an edit. */
function acknowledging(parts: ReceiveParts) {
  const settling = new Set<NodeJS.Timeout>();
  return {
    of({ event, opened }: Pressed): Outcome['flushed'] {
      if (!event) return undefined;
      const to = parts.bot();
      return (arrived = () => true) => {
        const timer = setTimeout(() => {
          settling.delete(timer);
          const there = arrived();
          if (there) to.acked(event);
          void settled(parts, opened, there);
        }, settleMs);
        settling.add(timer.unref());
      };
    },
    /** What is not acknowledged by now is sent by the outbox: nobody loses anything. */
    stop(): void {
      for (const timer of settling) clearTimeout(timer);
      settling.clear();
    },
  };
}

/** Asked for when the press comes: with a store that hangs a word is said all the same. */
function readerOf({ drawing }: ReceiveParts, { tenant, from }: Press): { locale?: Locale | undefined } {
  const reader: { locale?: Locale | undefined } = {};
  drawing.reader(tenant, from).then(
    (locale) => {
      reader.locale = locale;
    },
    () => undefined,
  );
  return reader;
}

function sorry(error: unknown, locale: Locale | undefined): Answer {
  const { reply } = error as { reply?: { toast?: string } };
  if (reply?.toast) return { toast: { type: 'error', content: reply.toast } };
  return { toast: ownToast((words) => words.broken, locale, 'error') };
}

/** A card that is being pressed is locked for a moment. */
async function patched(parts: ReceiveParts, message: string, card: unknown): Promise<void> {
  try {
    await parts.patch(message, card);
  } catch (e) {
    if (!(e instanceof PlatformError) || e.kind !== 'retry') throw e;
    await wait(lockedMs, undefined, { ref: false });
    await parts.patch(message, card);
  }
}

/** The client was told to wait: what came of it stands in the message after all, and what was to be said is. */
async function late(parts: ReceiveParts, press: Press, run: Promise<Pressed>): Promise<void> {
  const { opened, answer } = await run;
  try {
    await wait(settleMs, undefined, { ref: false });
    if (answer.card) await patched(parts, press.message, answer.card.data);
    await settled(parts, opened, true);
  } catch (err) {
    parts.ports.log.warn({ err, event: press.event }, 'a late answer was not delivered');
    await settled(parts, opened, false);
  }
  await saidLate(parts, press, answer);
}

async function saidLate({ send, ports }: ReceiveParts, press: Press, { toast }: Answer): Promise<void> {
  if (!toast) return;
  const to = { platform: 'feishu', tenant: press.tenant, channel: press.from };
  await send
    .word(to, worded(toast), `late:${press.event}`)
    .catch((err) => ports.log.warn({ err, event: press.event }, 'a late word was not delivered'));
}

const working = (locale: Locale | undefined): Outcome => ({
  body: { toast: ownToast((words) => words.working, locale) },
});

/** In time, or with a word that it takes longer. */
async function inTime(done: Promise<Outcome>, tooLate: () => Outcome): Promise<Outcome> {
  const enough = new AbortController();
  const tooLong = wait(answerWithinMs, undefined, { signal: enough.signal, ref: false });
  const first = await Promise.race([done, tooLong.catch(() => undefined)]).finally(() => enough.abort());
  return first ?? tooLate();
}

export function receiving(parts: ReceiveParts) {
  const acks = acknowledging(parts);
  /** The same press under way, however long it takes: a double click has one answer. */
  const underWay = new Map<string, Promise<Outcome>>();

  function answer(e: Envelope, press: Press): Promise<Outcome> {
    const reader = readerOf(parts, press);
    const run = pressed(parts, press);
    const done = run.then(
      (p): Outcome => ({ body: p.answer, flushed: acks.of(p) }),
      (err): Outcome => {
        parts.ports.log.error({ err, event: e.id }, 'a press could not be answered');
        return { body: sorry(err, reader.locale) };
      },
    );
    underWay.set(press.digest, done);
    void done.finally(() => underWay.delete(press.digest));
    return inTime(done, () => {
      parts.ports.log.warn({ event: press.event }, 'a press takes longer than Feishu waits');
      // What went wrong is said, too.
      const came = run.catch((err): Pressed => ({ answer: sorry(err, reader.locale) }));
      void late(parts, press, came);
      return working(reader.locale);
    });
  }

  async function card(e: Envelope): Promise<Outcome> {
    const press = pressOf(e);
    const known = underWay.get(press.digest);
    if (known === undefined) return answer(e, press);
    // The first one's answer is acknowledged, and brought when it is late.
    const reader = readerOf(parts, press);
    return { body: (await inTime(known, () => working(reader.locale))).body };
  }

  return {
    /** @throws Unwelcome, or what kept the event from being received. */
    async take(body: unknown): Promise<Outcome> {
      const e = envelopeOf(body, parts.now());
      if (e.type === 'card.action.trigger') return card(e);
      await happened(parts, e);
      return { body: {} };
    },
    stop: acks.stop,
  };
}

export type Receiving = ReturnType<typeof receiving>;

async function rawOf(request: Request): Promise<Buffer> {
  const tooLarge = new Unwelcome(413, 'too large');
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // A length header may lie or be missing, so what arrives is counted too.
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });

/** Two addresses, because Feishu's console asks for two; each takes both kinds. */
export function webhooks(
  secrets: Secrets,
  { take }: Receiving,
  log: ReceiveParts['ports']['log'],
): HttpRoute[] {
  async function handle(request: Request): Promise<Response> {
    // Asked for early: only then is it told that the connection ended before the answer was out.
    const { signal } = request;
    try {
      const read = verified(secrets, request.headers, await rawOf(request));
      if ('challenge' in read) return json(200, { challenge: read.challenge });
      const { body, flushed } = await take(read.body);
      flushed?.(() => !signal.aborted);
      return json(200, body);
    } catch (err) {
      if (err instanceof Unwelcome) {
        log.warn({ status: err.status, why: err.message }, 'a request to Feishu’s address was refused');
        return json(err.status, { error: err.message });
      }
      log.error({ err }, 'an event of Feishu was not taken; Feishu repeats it');
      return json(503, { error: 'not taken' });
    }
  }
  return ['/feishu/events', '/feishu/cards'].map((path) => ({ method: 'POST', path, handle }));
}
