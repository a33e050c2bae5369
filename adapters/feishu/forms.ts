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
import { formCard, openedForm, personsOfForm } from './form-card.ts';
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
  end: number;
  more?: string | undefined;
  formValue: Record<string, unknown>;
}

export type Step =
  | { card: Json; toast?: string }
  /** All is there: for the core to judge. */
  | { values: Record<string, unknown>; open?: OpenForm };

export function formsOf({ kept, drawing, directory, ports }: FormParts) {
  const words = async (place: Place): Promise<Words> =>
    say(await drawing.locale(place.tenant, place.account));

  async function draw(place: Place, open: OpenForm): Promise<Json> {
    const people = await drawing.people(place.tenant, personsOfForm(open));
    return formCard(open, { people, words: await words(place), stamp: stamp() });
  }

  async function keep(place: Place, open: OpenForm): Promise<Json> {
    const card = await draw(place, open);
    await kept.form(place, open);
    return card;
  }

  /** What was written and picked, on top of what the form knows already. */
  async function merged(place: Place, open: OpenForm, read: Read): Promise<OpenForm> {
    const values: OpenForm['values'] = { ...open.values, ...read.values };
    const accounts = Object.values(read.accounts).flat();
    const ids =
      accounts.length > 0
        ? await ports.personIds({ platform: 'feishu', tenant: place.tenant }, accounts)
        : new Map<string, string>();
    for (const [name, picked] of Object.entries(read.accounts)) {
      const persons = picked.flatMap((account) => ids.get(account) ?? []);
      values[name] = isMany(open.form, name) ? persons : (persons[0] ?? '');
    }
    const { note: _, ...rest } = open;
    return { ...rest, values, errors: {} };
  }

  /** Candidates for what was typed; whoever is the only one is chosen already, and seen before it counts. */
  async function search(place: Place, open: OpenForm, read: Read): Promise<OpenForm | undefined> {
    const wanted = Object.entries(read.searches).filter(([, typed]) => typed !== '');
    if (wanted.length === 0) return undefined;
    const say_ = await words(place);
    const next = {
      ...open,
      values: { ...open.values },
      found: { ...open.found },
      errors: { ...open.errors },
    };
    let n = 0;
    for (const [name, typed] of wanted) {
      const ids = await directory.search(place.tenant, typed);
      n += ids.length;
      next.found[name] = { ids, from: 0, typed };
      if (ids.length === 0) next.errors[name] = say_.notFound(typed);
      if (ids.length === 1) next.values[name] = chosen(open, name, ids[0] ?? '');
    }
    return n > 0 ? { ...next, note: say_.found(n) } : next;
  }

  return {
    /** The card turned into a form. */
    open: (place: Place, form: Form): Promise<Json> => keep(place, openedForm(form)),

    /** Where the message of the form is still to be made. */
    async sendWith(
      to: Omit<Place, 'id'>,
      form: Form,
      post: (card: Json) => Promise<{ id: string; channel: string }>,
    ): Promise<void> {
      const open = openedForm(form);
      const place = await post(await draw({ ...to, id: '' }, open));
      await kept.form({ ...to, ...place }, open);
    },

    async failed(place: Place, open: OpenForm, errors: Record<string, string>): Promise<Json> {
      const at = open.form.fields.findIndex((f) => errors[f.name] !== undefined);
      const from = open.starts.at(-1) ?? 0;
      const starts = at >= 0 && at < from ? [...open.starts.filter((s) => s < at), at] : open.starts;
      return keep(place, { ...open, errors, starts });
    },

    async sent(place: Place, before: OpenForm | undefined, sent: Sent): Promise<Step> {
      const read = readValues(sent.formValue);
      if (!before) return { values: read.values };
      const open = await merged(place, before, read);
      if (sent.more) return { card: await keep(place, further(open, sent.more)) };
      if (sent.to === 'prev') return { card: await keep(place, { ...open, starts: earlier(open.starts) }) };
      if (Object.values(read.searches).some(Boolean) && !directory.ready(place.tenant))
        return { card: await keep(place, open), toast: (await words(place)).directoryLate };
      const searched = await search(place, open, read);
      if (searched) return { card: await keep(place, searched) };
      const roomier = withRoom(open, read.full);
      if (roomier) return { card: await keep(place, { ...roomier, note: (await words(place)).moreRoom }) };
      if (sent.to === 'next')
        return { card: await keep(place, { ...open, starts: [...open.starts, sent.end] }) };
      return { values: valuesOf(open), open };
    },

    async takeFile(id: string, place: Place, open: OpenForm, file: FileRef): Promise<boolean> {
      const field = open.form.fields.find(
        (f) => f.type === 'file' && (f.many === true || (open.files[f.name] ?? []).length === 0),
      );
      const name = field?.name ?? open.form.fields.find((f) => f.type === 'file')?.name;
      if (name === undefined) return false;
      const before = field?.many ? (open.files[name] ?? []) : [];
      if (before.some((f) => f.id === file.id)) return true;
      await kept.form({ ...place, id }, { ...open, files: { ...open.files, [name]: [...before, file] } });
      return true;
    },
  };
}

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
