/**
 * Bringing a reply to where it was asked for: the pressed card is replaced by its response_url (no token, no quota), a
 * command is answered to that person only, a form becomes a modal. Only then may edits follow (`acked`).
 */
import { randomUUID } from 'node:crypto';
import type { Card, Form, Reply } from '../../src/core/card.ts';
import { type Inbound, PlatformError, type Receipt } from '../../src/core/platform.ts';
import type { Draw, Json } from './blocks.ts';
import { timeoutMs } from './clients.ts';
import type { Reading } from './drawing.ts';
import { type Draft, formPages, formView, sentenceView, shownView } from './forms.ts';
import { say } from './messages.ts';
import { escaped } from './mrkdwn.ts';
import { withPictures } from './send.ts';
import type { Parts } from './turn.ts';
import { isSlacks } from './uploads.ts';

export interface Place extends Reading {
  account: string;
  /** Opens one window, within three seconds. */
  trigger?: string | undefined;
  responseUrl?: string | undefined;
  /** The card that was pressed, where it is a message of the conversation. */
  on?: Receipt | undefined;
  /** Pressed on what only that person sees. */
  ephemeral?: boolean;
  /** The page of a long card that it was pressed on. */
  page?: number;
  /** Pressed in a view. */
  view?: { id: string; type: string } | undefined;
  /** A window that was opened before the answer was known. */
  loading?: Promise<string | undefined> | undefined;
}

const draftDays = 2;
const mostRemembered = 10_000;

export async function respond(parts: Parts, url: string, body: Json): Promise<void> {
  if (!isSlacks(url, parts.apiUrl)) throw new PlatformError('broken', 'response_url: not Slack’s');
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => undefined);
  const text = answer ? await answer.text().catch(() => '') : '';
  const code = /"error"\s*:\s*"(\w+)"/.exec(text)?.[1];
  if (!answer?.ok || code)
    throw new PlatformError(
      'unknown',
      `response_url: ${code ?? (answer ? `HTTP ${answer.status}` : 'no answer')}`,
    );
}

type View = Parameters<Awaited<ReturnType<Parts['clients']['of']>>['views']['open']>[0]['view'];

/** A window: in the one that waits for it, on top of the one that was pressed in, or a new one. */
export async function show(parts: Parts, place: Place, view: Json): Promise<string | undefined> {
  const { tenant, trigger } = place;
  const drawn = view as unknown as View;
  const waiting = await place.loading;
  if (waiting) {
    await parts.clients.call(tenant, 'views.update', (client) =>
      client.views.update({ view_id: waiting, view: drawn }),
    );
    return waiting;
  }
  if (!trigger) return undefined;
  const given = { trigger_id: trigger, view: drawn };
  const pushed = place.view?.type === 'modal';
  const { view: opened } = await parts.clients.call(tenant, pushed ? 'views.push' : 'views.open', (client) =>
    pushed ? client.views.push(given) : client.views.open(given),
  );
  return opened?.id;
}

/** The first page of a form; a long one has a draft, in which the answers of earlier pages are kept. */
export async function firstView(parts: Parts, place: Place, form: Form): Promise<Json> {
  const draw = await parts.drawing.draw(place, 'view', { form });
  const draft: Draft = { form, values: {} };
  const id = formPages(form, draw).length > 1 ? randomUUID() : undefined;
  if (id) await parts.kept.put([{ id, subject: draw.subject, text: JSON.stringify(draft), days: draftDays }]);
  const view = formView(
    draft,
    {
      page: 0,
      ...(place.on && { on: [place.on.at.channel, place.on.messageId] }),
      ...(place.view?.type === 'home' && { home: true }),
      ...(id && { draft: id }),
    },
    draw,
  );
  await parts.drawing.keep(draw);
  return view;
}

/** A trigger that is used up opened its window when this came for the first time. */
const isUsed = (e: unknown) =>
  e instanceof PlatformError && /(exchanged_trigger|trigger_exchanged)/.test(e.message);
const tooLate = (e: unknown) =>
  e instanceof PlatformError && /(expired|invalid)_trigger|trigger_expired/.test(e.message);

async function openForm(parts: Parts, place: Place, form: Form): Promise<void> {
  try {
    await show(parts, place, await firstView(parts, place, form));
  } catch (e) {
    if (isUsed(e)) return;
    if (!tooLate(e)) throw e;
    const { locale } = await parts.drawing.draw(place, 'view');
    await whisper(parts, { ...place, trigger: undefined }, say(locale).tooSlow);
  }
}

export const cardView = async (parts: Parts, place: Reading, card: Card, page = 0): Promise<Json> => {
  const draw: Draw = await parts.drawing.draw(place, 'view');
  return shownView(card.title, (await parts.drawing.page(place, 'view', card, page)).blocks, draw);
};

/** In words, for that person only: beside what was pressed, else in a window, else in their conversation with the bot. */
export async function whisper(parts: Parts, place: Place, text: string): Promise<void> {
  try {
    if (await whispered(parts, place, text)) return;
  } catch (e) {
    if (isUsed(e)) return;
    parts.log.warn({ err: (e as Error).message }, 'words found no place where they were asked for');
  }
  await speak(parts, place, text);
}

/** `false` where there is neither an address nor a window. */
async function whispered(parts: Parts, place: Place, text: string): Promise<boolean> {
  if (place.responseUrl && !(await place.loading)) {
    const words = { response_type: 'ephemeral', replace_original: false, text: escaped(text) };
    await respond(parts, place.responseUrl, words);
    return true;
  }
  const draw = await parts.drawing.draw(place, 'view');
  return (await show(parts, place, sentenceView('growloop', text, draw))) !== undefined;
}

export async function speak(
  { clients }: Pick<Parts, 'clients'>,
  { tenant, account: channel }: Pick<Place, 'tenant' | 'account'>,
  text: string,
): Promise<void> {
  if (clients.isBlocked(tenant)) throw new PlatformError('retry', 'chat.postMessage: not now');
  await clients.call(tenant, 'chat.postMessage', (client) =>
    client.chat.postMessage({ channel, text: escaped(text), unfurl_links: false, unfurl_media: false }),
  );
}

export const ephemeral = async (parts: Parts, place: Reading, card: Card, page = 0): Promise<Json> => {
  const { text, blocks } = await parts.drawing.page(place, 'message', card, page);
  return { response_type: 'ephemeral', replace_original: false, text, blocks };
};

const onMessage = ({ on, ephemeral: only }: Place) => on !== undefined || only === true;

/** Puts the card where the pressed one stands, or beside the command that asked for it. */
export async function replace(parts: Parts, place: Place, card: Card, page = place.page ?? 0): Promise<void> {
  const { view, responseUrl } = place;
  if (view?.type === 'modal') {
    const drawn = (await cardView(parts, place, card, page)) as unknown as View;
    await parts.clients.call(place.tenant, 'views.update', (client) =>
      client.views.update({ view_id: view.id, view: drawn }),
    );
  } else if (!responseUrl) await show(parts, place, await cardView(parts, place, card, page));
  else if (onMessage(place)) await replaceMessage(parts, place, responseUrl, card, page);
  else await respond(parts, responseUrl, await ephemeral(parts, place, card, page));
}

/** Where the response_url is used up or does not answer, the message is edited. */
async function replaceMessage(
  parts: Parts,
  place: Place,
  url: string,
  card: Card,
  page: number,
): Promise<void> {
  const drawn = await parts.drawing.page(place, 'message', card, page);
  const only = place.ephemeral ? { response_type: 'ephemeral' } : {};
  try {
    await withPictures(drawn, (blocks) =>
      respond(parts, url, { ...only, replace_original: true, text: drawn.text, blocks }),
    );
  } catch (e) {
    const { on } = place;
    if (!on || parts.clients.isBlocked(on.at.tenant)) throw e;
    await parts.clients.call(on.at.tenant, 'chat.update', (client) =>
      client.chat.update({
        channel: on.at.channel,
        ts: on.messageId,
        text: drawn.text,
        blocks: drawn.blocks as never,
      }),
    );
  }
}

async function bring(parts: Parts, place: Place, reply: Reply): Promise<void> {
  const { open, card, toast } = reply;
  const waiting = (await place.loading) !== undefined;
  // One window opens for one press: what is asked for first has it.
  let used = false;
  if (open) {
    await openForm(parts, place, open);
    used = true;
  }
  if (card && waiting && !used && !onMessage(place)) {
    await show(parts, place, await cardView(parts, place, card));
    used = true;
  } else if (card) {
    await replace(parts, { ...place, loading: undefined }, card);
    used ||= !place.responseUrl;
  }
  if (waiting && !used)
    await whisper(parts, place, toast ?? say((await parts.drawing.draw(place, 'view')).locale).done);
  else if (toast && (place.responseUrl || !used))
    await whisper(parts, { ...place, loading: undefined }, toast);
}

/** What did not arrive is said, so that nobody sits in front of a button that did nothing. */
export async function brought(parts: Parts, place: Place, e: Inbound, reply: Reply): Promise<void> {
  try {
    await deliver(parts, place, e, reply);
  } catch (error) {
    parts.log.warn({ err: (error as Error).message, event: e.id }, 'an answer did not arrive');
    const words = say((await parts.drawing.draw(place, 'view')).locale);
    // A card of the conversation comes through the outbox after all.
    const comes = reply.card !== undefined && place.on !== undefined;
    const text = reply.open ? words.notOpened : (reply.toast ?? (comes ? undefined : words.notShown));
    if (text) await whisper(parts, { ...place, trigger: undefined, loading: undefined }, text);
  }
}

/** Delivered twice, it is answered once: this process remembers what it has brought. */
async function deliver(parts: Parts, place: Place, e: Inbound, reply: Reply): Promise<void> {
  if (parts.brought.has(e.id)) return;
  if (parts.brought.size >= mostRemembered) parts.brought.clear();
  parts.brought.add(e.id);
  try {
    await bring(parts, place, reply);
  } catch (error) {
    parts.brought.delete(e.id);
    throw error;
  }
  parts.bot().acked(e);
}
