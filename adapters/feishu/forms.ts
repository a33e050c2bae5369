/**
 * The life of a form in a message: it takes the card's place, is drawn anew with what was written while something is still
 * to be said about it, and gives the card back. Its whole state is in the store, so a restart is not noticed.
 */
import type { Form } from '../../src/core/card.ts';
import type { FileRef, PlatformPorts } from '../../src/core/platform.ts';
import type { Directory } from './directory.ts';
import { type Drawing, stamp } from './drawing.ts';
import type { Json } from './elements.ts';
import { type FormDrawn, formCard, openedForm, personsOfForm } from './form-card.ts';
import {
  chosen,
  earlier,
  emptied,
  failed,
  fullOf,
  further,
  isMany,
  rewritten,
  since,
  textsOf,
  valuesOf,
  withFile,
  withRoom,
} from './form-state.ts';
import type { Keeping, OpenForm, Place } from './kept.ts';
import { say, type Words } from './messages.ts';
import { nameOf } from './names.ts';
import { type Read, readValues } from './values.ts';

interface Came {
  sent: Sent;
  read: Read;
}

export interface FormParts {
  kept: Keeping;
  drawing: Drawing;
  directory: Directory;
  ports: Pick<PlatformPorts, 'personIds'>;
}

/** Which button sent the form, and of which drawing. */
export interface Sent {
  n?: string | undefined;
  to: string;
  more?: string | undefined;
  formValue: Record<string, unknown>;
}

export type Step =
  | { card: Json; toast?: string }
  /** All is there: for the core to judge. */
  | { values: Record<string, unknown>; open?: OpenForm }
  /** It was not to be sent yet, and nobody knows any more what it is a part of. */
  | { gone: true };

const wordsFor = async ({ drawing }: FormParts, place: Omit<Place, 'id'>): Promise<Words> =>
  say(await drawing.locale(place.tenant, place.account));

interface Drawn extends FormDrawn {
  n: string;
}

async function draw(parts: FormParts, place: Omit<Place, 'id'>, open: OpenForm, n = stamp()): Promise<Drawn> {
  const people = await parts.drawing.people(place.tenant, personsOfForm(open));
  return { ...formCard(open, { people, words: await wordsFor(parts, place), stamp: n }), n };
}

async function keep(parts: FormParts, place: Place, open: OpenForm): Promise<Json> {
  const { json, end, n } = await draw(parts, place, open);
  await parts.kept.form(place, { ...open, end, n });
  return json;
}

/** `undefined` when another press of the same drawing counted meanwhile. */
async function follow(
  parts: FormParts,
  place: Place,
  open: OpenForm,
  before: OpenForm,
): Promise<Json | undefined> {
  const { json, end, n } = await draw(parts, place, open);
  const kept = await parts.kept.form(place, { ...open, end, n }, { from: before.n });
  return kept ? json : undefined;
}

/** What was written, and whom was picked by account, as the core asks for it. */
async function valuesIn(
  { ports }: FormParts,
  place: Place,
  read: Pick<Read, 'values' | 'accounts'>,
  isMany: (name: string) => boolean,
): Promise<OpenForm['values']> {
  const accounts = Object.values(read.accounts).flat();
  const ids =
    accounts.length > 0
      ? await ports.personIds({ platform: 'feishu', tenant: place.tenant }, accounts)
      : new Map<string, string>();
  const picked = Object.entries(read.accounts).map(([name, some]) => {
    const persons = some.flatMap((account) => ids.get(account) ?? []);
    return [name, isMany(name) ? persons : (persons[0] ?? '')] as const;
  });
  return { ...read.values, ...Object.fromEntries(picked) };
}

/** What came, on top of what the form knows already. */
async function merged(
  parts: FormParts,
  place: Place,
  open: OpenForm,
  { sent, read }: Came,
): Promise<OpenForm> {
  const { note: _, ...rest } = open;
  const came = await valuesIn(parts, place, read, (name) => isMany(open.form, name));
  const values = { ...open.values, ...emptied(open), ...came, ...textsOf(open, read) };
  const counted = { n: sent.n ?? '', formValue: sent.formValue };
  return { ...rest, values, errors: {}, counted };
}

/** Candidates for what was typed; whoever is the only one is chosen already, and seen before it counts. */
async function searched(
  parts: FormParts,
  place: Place,
  open: OpenForm,
  wanted: readonly [name: string, typed: string][],
): Promise<OpenForm> {
  const words = await wordsFor(parts, place);
  let next = open;
  let n = 0;
  for (const [name, typed] of wanted) {
    const ids = await parts.directory.search(place.tenant, typed);
    const [only] = ids;
    n += ids.length;
    next = {
      ...next,
      found: { ...next.found, [name]: { ids, from: 0 } },
      ...(only === undefined && { errors: { ...next.errors, [name]: words.notFound(typed) } }),
      ...(ids.length === 1 && { values: { ...next.values, [name]: chosen(next, name, only ?? '') } }),
    };
  }
  return n > 0 ? { ...next, note: words.found(n) } : next;
}

/** What the form itself still has to ask or to show, before anybody else sees it. */
async function stepped(
  parts: FormParts,
  place: Place,
  open: OpenForm,
  { sent, read }: Came,
): Promise<{ open: OpenForm; toast?: string } | undefined> {
  const wanted = Object.entries(read.searches).filter(([, typed]) => typed !== '');
  if (sent.more) return { open: further(open, sent.more) };
  if (sent.to === 'prev') return { open: { ...open, starts: earlier(open.starts) } };
  if (wanted.length > 0 && !parts.directory.ready(place.tenant))
    return { open, toast: (await wordsFor(parts, place)).directoryLate };
  if (wanted.length > 0) return { open: await searched(parts, place, open, wanted) };
  const roomier = withRoom(open, read.full);
  if (roomier) return { open: { ...roomier, note: (await wordsFor(parts, place)).moreRoom } };
  return sent.to === 'next' ? { open: { ...open, starts: [...open.starts, open.end] } } : undefined;
}

/**
 * A press of an earlier drawing. The answer to the press that counted is on its way still, or was lost: nothing moves on
 * once more. What was written in that drawing since is taken over; what is older yet was seen to be replaced.
 */
async function overtaken(parts: FormParts, place: Place, open: OpenForm, sent: Sent): Promise<Step> {
  const { counted, n } = open;
  const newer =
    counted?.n === sent.n
      ? since(readValues(counted?.formValue ?? {}), readValues(sent.formValue))
      : undefined;
  if (!newer) return { card: (await draw(parts, place, open, n)).json };
  const came = await valuesIn(parts, place, newer, (name) => isMany(open.form, name));
  const values = { ...open.values, ...came, ...rewritten(open, newer.texts) };
  const now = { ...open, values, counted: { n: sent.n ?? '', formValue: sent.formValue } };
  await parts.kept.form(place, now, { from: n });
  const { json } = await draw(parts, place, now, n);
  return { card: json, toast: (await wordsFor(parts, place)).movedOn };
}

/** Nothing is known of the form any more: what came says itself what it is, unless it is a part only. */
async function forgotten(parts: FormParts, place: Place, sent: Sent): Promise<Step> {
  if (sent.to !== 'send' || sent.more) return { gone: true };
  const isList = (name: string) => Array.isArray(sent.formValue[nameOf('a', name)]);
  return { values: await valuesIn(parts, place, readValues(sent.formValue), isList) };
}

async function sentForm(
  parts: FormParts,
  place: Place,
  before: OpenForm | undefined,
  sent: Sent,
): Promise<Step> {
  const read = readValues(sent.formValue);
  if (!before) return forgotten(parts, place, sent);
  if (before.n !== undefined && before.n !== sent.n) return overtaken(parts, place, before, sent);
  const came = { sent, read: { ...read, full: fullOf(before, read) } };
  const open = await merged(parts, place, before, came);
  const step = await stepped(parts, place, open, came);
  if (!step) return { values: valuesOf(open), open };
  const card = await follow(parts, place, step.open, before);
  if (card) return { card, ...(step.toast && { toast: step.toast }) };
  const now = (await parts.kept.get(place.id))?.form;
  return now?.form.token === before.form.token ? overtaken(parts, place, now, sent) : { gone: true };
}

export const formsOf = (parts: FormParts) => ({
  /** The card turned into a form; whether it arrives is told to `kept`. */
  async open(place: Place, form: Form): Promise<{ json: Json; n: string }> {
    const open = openedForm(form);
    const { json, end, n } = await draw(parts, place, open);
    await parts.kept.form(place, { ...open, end, n }, { shown: false });
    return { json, n };
  },
  /** Where the message of the form is still to be made. */
  async sendWith(
    to: Omit<Place, 'id'>,
    form: Form,
    post: (card: Json) => Promise<{ id: string; channel: string }>,
  ): Promise<void> {
    const open = openedForm(form);
    const { json, end, n } = await draw(parts, to, open);
    await parts.kept.form({ ...to, ...(await post(json)) }, { ...open, end, n });
  },
  /** As it stands there. */
  again: async (place: Place, open: OpenForm): Promise<Json> => (await draw(parts, place, open, open.n)).json,
  failed: (place: Place, open: OpenForm, errors: Record<string, string>): Promise<Json> =>
    keep(parts, place, failed(open, errors)),
  sent: (place: Place, before: OpenForm | undefined, sent: Sent): Promise<Step> =>
    sentForm(parts, place, before, sent),
  async takeFile(place: Place, open: OpenForm, file: FileRef): Promise<boolean> {
    const next = withFile(open, file);
    if (next) await parts.kept.form(place, next);
    return next !== undefined;
  },
});

export type Forms = ReturnType<typeof formsOf>;
