/**
 * The life of a form in a message: it takes the card's place, is drawn anew with what was written while something is still
 * to be said about it, and gives the card back. Its whole state is in the store, so a restart is not noticed.
 */
import type { Field, Form } from '../../src/core/card.ts';
import type { FileRef, PlatformPorts } from '../../src/core/platform.ts';
import { candidatesAtOnce, inputMost } from './can.ts';
import type { Directory } from './directory.ts';
import { type Drawing, stamp } from './drawing.ts';
import type { Json } from './elements.ts';
import { type FormDrawn, formCard, openedForm, personsOfForm } from './form-card.ts';
import type { Keeping, OpenForm, Place } from './kept.ts';
import { say, type Words } from './messages.ts';
import { type Read, readValues } from './values.ts';

export interface FormParts {
  kept: Keeping;
  drawing: Drawing;
  directory: Directory;
  ports: Pick<PlatformPorts, 'personIds'>;
}

/** Which button sent the form. */
export interface Sent {
  to: string;
  more?: string | undefined;
  formValue: Record<string, unknown>;
}

export type Step =
  | { card: Json; toast?: string }
  /** All is there: for the core to judge. */
  | { values: Record<string, unknown>; open?: OpenForm };

const wordsFor = async ({ drawing }: FormParts, place: Omit<Place, 'id'>): Promise<Words> =>
  say(await drawing.locale(place.tenant, place.account));

async function draw(parts: FormParts, place: Omit<Place, 'id'>, open: OpenForm): Promise<FormDrawn> {
  const people = await parts.drawing.people(place.tenant, personsOfForm(open));
  return formCard(open, { people, words: await wordsFor(parts, place), stamp: stamp() });
}

async function keep(parts: FormParts, place: Place, open: OpenForm): Promise<Json> {
  const { json, end } = await draw(parts, place, open);
  await parts.kept.form(place, { ...open, end });
  return json;
}

/** What was shown and does not come back was emptied: Feishu leaves out a picker without a choice. */
const emptied = ({ form, starts, end }: OpenForm): OpenForm['values'] =>
  Object.fromEntries(
    form.fields
      .slice(starts.at(-1) ?? 0, end)
      .filter((field) => field.type !== 'file')
      .map((field) => [field.name, field.many ? [] : '']),
  );

/** What was written and picked, on top of what the form knows already. */
async function merged({ ports }: FormParts, place: Place, open: OpenForm, read: Read): Promise<OpenForm> {
  const accounts = Object.values(read.accounts).flat();
  const ids =
    accounts.length > 0
      ? await ports.personIds({ platform: 'feishu', tenant: place.tenant }, accounts)
      : new Map<string, string>();
  const picked = Object.entries(read.accounts).map(([name, some]) => {
    const persons = some.flatMap((account) => ids.get(account) ?? []);
    return [name, isMany(open.form, name) ? persons : (persons[0] ?? '')] as const;
  });
  const { note: _, ...rest } = open;
  const values = { ...open.values, ...emptied(open), ...read.values, ...Object.fromEntries(picked) };
  return { ...rest, values, errors: {} };
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
  { sent, read }: { sent: Sent; read: Read },
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

async function sentForm(
  parts: FormParts,
  place: Place,
  before: OpenForm | undefined,
  sent: Sent,
): Promise<Step> {
  const read = readValues(sent.formValue);
  // Nothing is known of the form any more: what came says itself what it is.
  if (!before) return { values: read.values };
  const open = await merged(parts, place, before, read);
  const step = await stepped(parts, place, open, { sent, read });
  if (!step) return { values: valuesOf(open), open };
  return { card: await keep(parts, place, step.open), ...(step.toast && { toast: step.toast }) };
}

/** Errors of an earlier part lead back to it. */
function failed(open: OpenForm, errors: Record<string, string>): OpenForm {
  const at = open.form.fields.findIndex((f) => errors[f.name] !== undefined);
  const from = open.starts.at(-1) ?? 0;
  const starts = at >= 0 && at < from ? [...open.starts.filter((s) => s < at), at] : open.starts;
  return { ...open, errors, starts };
}

/** `undefined` when the form asks for none. */
function withFile(open: OpenForm, file: FileRef): OpenForm | undefined {
  const fields = open.form.fields.filter((f) => f.type === 'file');
  const empty = fields.find((f) => (open.files[f.name] ?? []).length === 0);
  const field = empty ?? fields.find((f) => f.many) ?? fields[0];
  if (!field) return undefined;
  const before = open.files[field.name] ?? [];
  if (before.some((f) => f.id === file.id)) return open;
  return { ...open, files: { ...open.files, [field.name]: field.many ? [...before, file] : [file] } };
}

export const formsOf = (parts: FormParts) => ({
  /** The card turned into a form. */
  open: (place: Place, form: Form): Promise<Json> => keep(parts, place, openedForm(form)),
  /** Where the message of the form is still to be made. */
  async sendWith(
    to: Omit<Place, 'id'>,
    form: Form,
    post: (card: Json) => Promise<{ id: string; channel: string }>,
  ): Promise<void> {
    const open = openedForm(form);
    const { json, end } = await draw(parts, to, open);
    await parts.kept.form({ ...to, ...(await post(json)) }, { ...open, end });
  },
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

const fieldOf = (form: Form, name: string): Field | undefined => form.fields.find((f) => f.name === name);
const isMany = (form: Form, name: string): boolean => fieldOf(form, name)?.many === true;
const earlier = (starts: number[]): number[] => (starts.length > 1 ? starts.slice(0, -1) : starts);

function chosen(open: OpenForm, name: string, id: string): string | string[] {
  const before = [open.values[name] ?? fieldOf(open.form, name)?.value ?? ''].flat().filter(Boolean);
  return isMany(open.form, name) ? [...new Set([...before, id])] : id;
}

/** The next candidates, and after the last the first again. */
function further(open: OpenForm, name: string): OpenForm {
  const found = open.found[name];
  if (!found) return open;
  const from = found.from + candidatesAtOnce < found.ids.length ? found.from + candidatesAtOnce : 0;
  return { ...open, found: { ...open.found, [name]: { ...found, from } } };
}

/** One more input for each text that filled its last one, where the field takes more. */
function withRoom(open: OpenForm, full: Read['full']): OpenForm | undefined {
  const roomier = Object.entries(full).filter(([name, parts]) => {
    const most = fieldOf(open.form, name)?.max;
    return typeof most === 'number' && parts * inputMost < most;
  });
  if (roomier.length === 0) return undefined;
  const inputs = Object.fromEntries(roomier.map(([name, parts]) => [name, parts + 1]));
  return { ...open, inputs: { ...open.inputs, ...inputs } };
}

const valuesOf = ({ form, values, files }: OpenForm): Record<string, unknown> =>
  Object.fromEntries(
    form.fields.map((field) => {
      const refs = (files[field.name] ?? []).map((f) => f.id);
      if (field.type === 'file') return [field.name, field.many ? refs : (refs[0] ?? '')];
      return [field.name, values[field.name] ?? field.value ?? ''];
    }),
  );
