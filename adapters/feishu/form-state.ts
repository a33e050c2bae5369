/** What a form knows, and how a press, a file or a refusal changes it. Pure. */
import type { Field, Form } from '../../src/core/card.ts';
import type { FileRef } from '../../src/core/platform.ts';
import { candidatesAtOnce, inputMost } from './can.ts';
import type { OpenForm } from './kept.ts';
import { type Read, readValues } from './values.ts';

/** What was shown and does not come back was emptied: Feishu leaves out a picker without a choice. */
export const emptied = ({ form, starts, end }: OpenForm): OpenForm['values'] =>
  Object.fromEntries(
    form.fields
      .slice(starts.at(-1) ?? 0, end)
      .filter((field) => field.type !== 'file')
      .map((field) => [field.name, field.many ? [] : '']),
  );

/** Errors of an earlier part lead back to it. */
export function failed(open: OpenForm, errors: Record<string, string>): OpenForm {
  const at = open.form.fields.findIndex((f) => errors[f.name] !== undefined);
  const from = open.starts.at(-1) ?? 0;
  const starts = at >= 0 && at < from ? [...open.starts.filter((s) => s < at), at] : open.starts;
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

/** What differs from what came before; nothing when all is the same. */
export function since(
  before: Read,
  formValue: Record<string, unknown>,
): Pick<Read, 'values' | 'accounts'> | undefined {
  const now = readValues(formValue);
  const values = differing(before.values, now.values);
  const accounts = differing(before.accounts, now.accounts);
  return Object.keys({ ...values, ...accounts }).length > 0 ? { values, accounts } : undefined;
}

const differing = <T>(before: Record<string, T>, now: Record<string, T>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );

const fieldOf = (form: Form, name: string): Field | undefined => form.fields.find((f) => f.name === name);
export const isMany = (form: Form, name: string): boolean => fieldOf(form, name)?.many === true;
export const earlier = (starts: number[]): number[] => (starts.length > 1 ? starts.slice(0, -1) : starts);

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
