/** What a form knows, and how a press, a file or a refusal changes it. Pure. */
import type { Field, Form } from '../../src/core/card.ts';
import type { FileRef } from '../../src/core/platform.ts';
import { candidatesAtOnce, inputMost } from './can.ts';
import type { At, OpenForm } from './kept.ts';
import { readable } from './text.ts';
import { inParts, joined, type Read } from './values.ts';

export const fieldAt = (at: At): number => (typeof at === 'number' ? at : at[0]);
export const inputAt = (at: At): number => (typeof at === 'number' ? 0 : at[1]);
const isBefore = (a: At, b: At): boolean => fieldAt(a) < fieldAt(b);

/** A text as its inputs have it: as many as it needs, and those that were added for more. */
export function inputsOf(field: Field, { values, inputs }: Pick<OpenForm, 'values' | 'inputs'>): string[] {
  const [text = ''] = [values[field.name] ?? field.value ?? ''].flat();
  const parts = inParts(readable(text), inputMost);
  while (parts.length < (inputs[field.name] ?? 1)) parts.push('');
  return parts;
}

/** Fields of the part shown, those too of which it has only some inputs. */
const shownOf = ({ form, starts, end }: OpenForm): Field[] =>
  form.fields.slice(fieldAt(starts.at(-1) ?? 0), fieldAt(end) + (inputAt(end) > 0 ? 1 : 0));

/** What was shown and does not come back was emptied: Feishu leaves out a picker without a choice. */
export const emptied = (open: OpenForm): OpenForm['values'] =>
  Object.fromEntries(
    shownOf(open)
      .filter((field) => field.type !== 'file' && field.type !== 'text')
      .map((field) => [field.name, field.many ? [] : '']),
  );

/** The texts shown: what came of each, between those of its inputs that other parts show. */
export const textsOf = (open: OpenForm, { texts }: Pick<Read, 'texts'>): Record<string, string> =>
  Object.fromEntries(
    shownOf(open)
      .filter((field) => field.type === 'text')
      .map((field) => {
        const at = open.form.fields.indexOf(field);
        const from = open.starts.at(-1) ?? 0;
        const isShown = (i: number) =>
          (at > fieldAt(from) || i >= inputAt(from)) && (at < fieldAt(open.end) || i < inputAt(open.end));
        const came = texts[field.name] ?? {};
        return [
          field.name,
          joined(inputsOf(field, open).map((was, i) => came[i] ?? (isShown(i) ? '' : was))),
        ];
      }),
  );

/** Some inputs of some texts written anew, whichever part shows them. */
export const rewritten = (open: OpenForm, texts: Read['texts']): Record<string, string> =>
  Object.fromEntries(
    open.form.fields
      .filter((field) => texts[field.name] !== undefined)
      .map((field) => [
        field.name,
        joined(inputsOf(field, open).map((was, i) => texts[field.name]?.[i] ?? was)),
      ]),
  );

/** Texts whose very last input is full, with how many they have. */
export const fullOf = (open: OpenForm, { full }: Pick<Read, 'full'>): Read['full'] =>
  Object.fromEntries(
    Object.entries(full).filter(([name, parts]) => {
      const field = fieldOf(open.form, name);
      return field !== undefined && parts >= inputsOf(field, open).length;
    }),
  );

/** Errors of an earlier part lead back to it. */
export function failed(open: OpenForm, errors: Record<string, string>): OpenForm {
  const at = open.form.fields.findIndex((f) => errors[f.name] !== undefined);
  const isEarlier = at >= 0 && isBefore(at, open.starts.at(-1) ?? 0);
  const starts = isEarlier ? [...open.starts.filter((s) => isBefore(s, at)), at] : open.starts;
  return { ...open, errors, starts };
}

/** `undefined` when the form asks for none. */
export function withFile(open: OpenForm, file: FileRef): OpenForm | undefined {
  const fields = open.form.fields.filter((f) => f.type === 'file');
  const empty = fields.find((f) => (open.files[f.name] ?? []).length === 0);
  const field = empty ?? fields.find((f) => f.many) ?? fields[0];
  if (!field) return undefined;
  const before = open.files[field.name] ?? [];
  if (before.some((f) => f.id === file.id)) return open;
  return { ...open, files: { ...open.files, [field.name]: field.many ? [...before, file] : [file] } };
}

type Newer = Pick<Read, 'values' | 'accounts' | 'texts'>;

/** What differs from what came before; nothing when all is the same. */
export function since(before: Read, now: Read): Newer | undefined {
  const isText = (name: string) => now.texts[name] !== undefined;
  const newer = {
    accounts: differing(before.accounts, now.accounts),
    values: Object.fromEntries(
      Object.entries(differing(before.values, now.values)).filter(([name]) => !isText(name)),
    ),
    texts: Object.fromEntries(
      Object.entries(differing(before.texts, now.texts)).map(([name, parts]) => [
        name,
        differing(before.texts[name] ?? {}, parts),
      ]),
    ),
  };
  return Object.values(newer).some((some) => Object.keys(some).length > 0) ? newer : undefined;
}

const differing = <T>(before: Record<string, T>, now: Record<string, T>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );

const fieldOf = (form: Form, name: string): Field | undefined => form.fields.find((f) => f.name === name);
export const isMany = (form: Form, name: string): boolean => fieldOf(form, name)?.many === true;
export const earlier = (starts: At[]): At[] => (starts.length > 1 ? starts.slice(0, -1) : starts);

export function chosen(open: OpenForm, name: string, id: string): string | string[] {
  const before = [open.values[name] ?? fieldOf(open.form, name)?.value ?? ''].flat().filter(Boolean);
  return isMany(open.form, name) ? [...new Set([...before, id])] : id;
}

/** The next candidates, and after the last the first again. */
export function further(open: OpenForm, name: string): OpenForm {
  const found = open.found[name];
  if (!found) return open;
  const from = found.from + candidatesAtOnce < found.ids.length ? found.from + candidatesAtOnce : 0;
  return { ...open, found: { ...open.found, [name]: { ...found, from } } };
}

/** One more input for each text that filled its last one, where the field takes more. */
export function withRoom(open: OpenForm, full: Read['full']): OpenForm | undefined {
  const roomier = Object.entries(full).filter(([name, parts]) => {
    const most = fieldOf(open.form, name)?.max;
    return typeof most === 'number' && parts * inputMost < most;
  });
  if (roomier.length === 0) return undefined;
  const inputs = Object.fromEntries(roomier.map(([name, parts]) => [name, parts + 1]));
  return { ...open, inputs: { ...open.inputs, ...inputs } };
}

export const valuesOf = ({ form, values, files }: OpenForm): Record<string, unknown> =>
  Object.fromEntries(
    form.fields.map((field) => {
      const refs = (files[field.name] ?? []).map((f) => f.id);
      if (field.type === 'file') return [field.name, field.many ? refs : (refs[0] ?? '')];
      return [field.name, values[field.name] ?? field.value ?? ''];
    }),
  );
