/**
 * A press on a card, answered in the callback's response: a toast, and the card as it stands now. Turning pages, going
 * back and what a form still lacks are the adapter's own; everything else is the core's to answer.
 */
import { z } from 'zod';
import type { Card, Form, Reply } from '../../src/core/card.ts';
import type { Bot, Inbound, PlatformPorts } from '../../src/core/platform.ts';
import { bilingual } from './bilingual.ts';
import type { Press } from './callback.ts';
import type { Drawing } from './drawing.ts';
import { cardOf, type Json, text } from './elements.ts';
import type { Forms } from './forms.ts';
import type { Keeping, Kept, OpenForm, Place } from './kept.ts';
import { say, type Words } from './messages.ts';
import { drawn } from './pages.ts';
import type { Recording } from './records.ts';
import { neutral } from './text.ts';
import { ownToast, type Toast, type ToastType } from './toasts.ts';

export interface PressParts {
  ports: PlatformPorts;
  bot(): Bot;
  kept: Keeping;
  forms: Forms;
  drawing: Drawing;
  records: Recording;
  /** Opens a form in a message of its own, once the press is answered. */
  privately(press: Press, form: Form, key: string): void;
}

export interface Answer {
  toast?: Toast;
  card?: { type: 'raw'; data: Json };
}

/** What came of a press: the answer, and the event to be acknowledged when it has arrived. */
export interface Pressed {
  answer: Answer;
  event?: Inbound;
  /** A form was opened in this message, by this drawing. */
  opened?: { id: string; n: string };
}

/** What our buttons carry. */
const carried = z.object({
  /** A button or choice of the core. */
  t: z.string().max(5000).optional(),
  /** A form of the core, and which of its buttons. */
  s: z.string().max(5000).optional(),
  to: z.enum(['send', 'next', 'prev']).default('send'),
  more: z.string().max(300).optional(),
  /** To this page. */
  g: z.number().int().min(0).max(1000).optional(),
  /** Back to the card. */
  b: z.literal(1).optional(),
  /** Which drawing it is of. */
  n: z.string().max(50).optional(),
});
type Carried = z.infer<typeof carried>;

interface Case {
  parts: PressParts;
  press: Press;
  place: Place;
  kept: Kept | undefined;
  value: Carried;
}

const raw = (data: Json): Pick<Answer, 'card'> => ({ card: { type: 'raw', data } });
const toastOf = (content: string | undefined, type: ToastType = 'info'): Pick<Answer, 'toast'> =>
  content ? { toast: { type, content } } : {};

export async function pressed(parts: PressParts, press: Press): Promise<Pressed> {
  if (press.tenant) await parts.records.met(press.tenant);
  if (press.zone && isZone(press.zone)) await parts.records.zone(press.from, press.zone);
  const kept = await parts.kept.get(press.message);
  const { message: id, tenant, channel } = press;
  const account = kept ? kept.account : await alone(parts, press);
  const place = { id, tenant, channel, account };
  const read = carried.safeParse(press.value);
  const one: Case = { parts, press, place, kept, value: read.data ?? carried.parse({}) };
  if (one.value.g !== undefined) return turn(one, one.value.g);
  if (one.value.b) return back(one);
  if (one.value.s !== undefined) return sent(one, one.value.s);
  if (one.value.t !== undefined) return asked(one, { kind: 'press', token: one.value.t });
  return expired(one);
}

/** Of a message that nobody knows any more its conversation may tell that only this person sees it. */
async function alone({ records, kept }: PressParts, { channel, from }: Press): Promise<string | undefined> {
  if (await records.roomOf(channel)) return undefined;
  return (await kept.isOwn(channel, from)) ? from : undefined;
}

const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

/** In the reader's language; in both where nobody knows who reads. */
const own = async (
  { parts, press }: Case,
  pick: (words: Words) => string,
  type?: ToastType,
): Promise<Toast> => ownToast(pick, await parts.drawing.reader(press.tenant, press.from), type);
/** What the core says, or what we say where it says nothing. */
const toastOr = async (
  one: Case,
  content: string | undefined,
  pick: (words: Words) => string,
  type?: ToastType,
) => (content ? toastOf(content, type) : { toast: await own(one, pick, type) });

async function turn(one: Case, to: number): Promise<Pressed> {
  const { parts, kept, place } = one;
  if (!kept?.card) return expired(one);
  const { json, page } = drawn(
    kept.card,
    await parts.drawing.scene(kept.card, place.tenant, place.account),
    to,
  );
  await parts.kept.turned(place.id, page);
  return { answer: raw(json) };
}

async function back(one: Case): Promise<Pressed> {
  if (!one.kept?.card) return expired(one);
  return { answer: await stands(one, one.kept.card) };
}

/** A card that nobody knows any more is not left with buttons that do nothing. */
async function expired(one: Case): Promise<Pressed> {
  const toast = await own(one, (words) => words.expired, 'warning');
  const draw = (said: Words) => ({
    json: cardOf(said.expiredTitle, 'blue', [text(neutral(said.expired))]),
  });
  return { answer: { toast, ...(one.value.b && raw(await plainCard(one, draw))) } };
}

async function plainCard({ parts, press }: Case, draw: (words: Words) => { json: Json }): Promise<Json> {
  const locale = await parts.drawing.reader(press.tenant, press.from);
  return (locale ? draw(say(locale)) : bilingual(say('en'), say('zh'), draw)).json;
}

/** The card is drawn there now, and kept as what stands there. */
async function stands({ parts, place, kept }: Case, card: Card): Promise<Answer> {
  const scene = await parts.drawing.scene(card, place.tenant, place.account);
  const { json, page } = drawn(card, scene, kept?.page ?? 0);
  await parts.kept.card(place, card, page);
  return raw(json);
}

async function sent(one: Case, token: string): Promise<Pressed> {
  const { parts, press, place, kept, value } = one;
  const open = kept?.form?.form.token === token ? kept.form : undefined;
  const step = await parts.forms.sent(place, open, { ...value, formValue: press.formValue ?? {} });
  if ('gone' in step) return expired(one);
  if ('card' in step) return { answer: { ...toastOf(step.toast), ...raw(step.card) } };
  return asked(one, { kind: 'submit', token, values: step.values }, step.open);
}

type Deed =
  | { kind: 'press'; token: string }
  | { kind: 'submit'; token: string; values: Record<string, unknown> };

/** Each drawing's button is one press. Where nothing can be drawn anew, the same button may be pressed again. */
const keyOf = ({ kept, press }: Case): string =>
  kept?.card || kept?.form || kept?.sent ? press.digest : `${press.digest}:${press.event}`;

async function asked(one: Case, deed: Deed, open?: OpenForm): Promise<Pressed> {
  const { press } = one;
  const where = { platform: 'feishu', tenant: press.tenant, channel: press.channel };
  const event = {
    id: `feishu:${keyOf(one)}`,
    at: press.at,
    from: press.from,
    where,
    on: { at: where, messageId: press.message, sentAt: press.at },
    ...deed,
    ...(deed.kind === 'press' && press.given !== undefined && { value: press.given }),
  } as Inbound;
  const reply = await one.parts.bot().receive(event);
  return { ...(await answered(one, reply, { open, kind: deed.kind })), event };
}

interface Asked {
  open: OpenForm | undefined;
  kind: Deed['kind'];
}

async function answered(one: Case, reply: Reply, { open, kind }: Asked): Promise<Pressed> {
  const { parts, place, press, kept } = one;
  const { toast, errors } = reply;
  // A group's card is everybody's: a form of one person opens between them and the bot; so where nobody can tell.
  if (reply.open && (!place.account || (await parts.records.roomOf(press.channel)))) {
    parts.privately(press, reply.open, keyOf(one));
    const card = kept?.card && (await stands(one, kept.card));
    return { answer: { ...(await toastOr(one, toast, (words) => words.formSent)), ...card } };
  }
  if (reply.open) {
    const { json, n } = await parts.forms.open(place, reply.open);
    return { answer: { ...toastOf(toast), ...raw(json) }, opened: { id: place.id, n } };
  }
  if (errors && open) {
    const card = raw(await parts.forms.failed(place, open, errors));
    return { answer: { ...(await toastOr(one, toast, (words) => words.mark, 'error')), ...card } };
  }
  // Of a form that nobody knows any more only the client has what was written: it is not replaced.
  if (errors)
    return { answer: toastOf([toast, ...Object.values(errors)].filter(Boolean).join(' '), 'error') };
  // News may have come for the card while the core was at work.
  const card = reply.card ?? (await parts.kept.get(press.message))?.card;
  if (!card && kind === 'submit') return { answer: await withoutCard(one, reply, open) };
  return { answer: { ...toastOf(toast), ...(card && (await stands(one, card))) } };
}

/** A form in a message of its own: refused it stays with what was written, sent it is closed. */
async function withoutCard(one: Case, reply: Reply, open: OpenForm | undefined): Promise<Answer> {
  const { parts, place } = one;
  const { toast } = reply;
  if (reply.refused && !open) return toastOf(toast, 'error');
  if (reply.refused && open) {
    const note = toast && { note: toast };
    return { ...toastOf(toast, 'error'), ...raw(await parts.forms.failed(place, { ...open, ...note }, {})) };
  }
  await parts.kept.sent(place.id);
  const draw = (said: Words) => ({
    json: cardOf(said.sentTitle, 'green', [text(neutral(toast ?? said.sent))]),
  });
  return { ...toastOf(toast), ...raw(await plainCard(one, draw)) };
}
