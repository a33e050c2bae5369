/**
 * What Feishu delivers, over HTTP or the long connection: checked, read, handled. No request ends the process, and none is
 * answered as taken that was not: events are received before the 200, callbacks are answered within their three seconds.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Bot, HttpRoute, Inbound } from '../../src/core/platform.ts';
import { pressOf } from './callback.ts';
import { type Envelope, envelopeOf } from './envelope.ts';
import { type EventParts, happened } from './events.ts';
import { say } from './messages.ts';
import { type Answer, type Pressed, type PressParts, pressed } from './press.ts';
import { mostBytes, type Secrets, Unwelcome, verified } from './verify.ts';

export interface ReceiveParts extends EventParts, PressParts {
  bot(): Bot;
  now(): Date;
  /** What came too late for the answer stands in the message all the same. */
  patch(message: string, card: unknown): Promise<unknown>;
}

/** Feishu shows an error after three seconds. */
const answerWithinMs = 2500;
/** Feishu reverts an edit that overtakes the answer: the client needs a moment to have it. */
const settleMs = 150;

export interface Outcome {
  body: Answer | Record<string, never>;
  /** To be called when the answer was really flushed. */
  flushed?: (() => void) | undefined;
}

export function receiving(parts: ReceiveParts) {
  const { log } = parts.ports;

  /** The same press under way, or just answered: a double click has one answer. */
  const underWay = new Map<string, Promise<Outcome>>();

  async function sorry(e: Envelope, error: unknown): Promise<Answer> {
    const { reply } = error as { reply?: { toast?: string } };
    const locale = await parts.drawing.locale(e.tenant, undefined);
    return { toast: { type: 'error', content: reply?.toast ?? say(locale).broken } };
  }

  const acked = (event: Inbound | undefined) => {
    if (!event) return undefined;
    // Asked for now: when the timer runs the adapter may have been stopped, and a timer's error ends the process.
    const bot = parts.bot();
    return () => setTimeout(() => bot.acked(event), settleMs).unref();
  };

  async function late(e: Envelope, run: Promise<Pressed>, message: string, from: string): Promise<void> {
    try {
      const { answer } = await run;
      await wait(settleMs, undefined, { ref: false });
      if (answer.card) await parts.patch(message, answer.card.data);
      else if (answer.toast)
        await parts.send.word(
          { platform: 'feishu', tenant: e.tenant, channel: from },
          answer.toast.content,
          `late:${e.id}`,
        );
    } catch (err) {
      log.warn({ err, event: e.id }, 'a late answer was not delivered');
    }
  }

  async function card(e: Envelope): Promise<Outcome> {
    const press = pressOf(e);
    const known = underWay.get(press.digest);
    if (known) return { body: (await known).body };
    const answering = answer(e, press);
    underWay.set(press.digest, answering);
    return answering.finally(() => underWay.delete(press.digest));
  }

  async function answer(e: Envelope, press: ReturnType<typeof pressOf>): Promise<Outcome> {
    const run = pressed(parts, press);
    const done = run.then(
      (p) => ({ body: p.answer, flushed: acked(p.event) }) satisfies Outcome,
      async (err) => {
        if (err instanceof Unwelcome) throw err;
        log.error({ err, event: e.id }, 'a press could not be answered');
        return { body: await sorry(e, err) } satisfies Outcome;
      },
    );
    const enough = new AbortController();
    const tooLong = wait(answerWithinMs, undefined, { signal: enough.signal, ref: false });
    const first = await Promise.race([done, tooLong.catch(() => undefined)]).finally(() => enough.abort());
    if (first) return first;
    log.warn({ event: e.id }, 'a press takes longer than Feishu waits');
    void late(e, run, press.message, press.from);
    const locale = await parts.drawing.locale(e.tenant, press.from);
    return { body: { toast: { type: 'info', content: say(locale).working } } };
  }

  /** @throws Unwelcome, or what kept the event from being received. */
  async function take(body: unknown): Promise<Outcome> {
    const e = envelopeOf(body, parts.now());
    if (e.type === 'card.action.trigger') return card(e);
    await happened(parts, e);
    return { body: {} };
  }

  return { take };
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
      if (flushed) setImmediate(() => !signal.aborted && flushed());
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
