/**
 * A form as a card: one form container at the body's root, a way back below it. What does not fit 30 KB is asked part by
 * part; what was written stays with the form.
 */
import type { Form } from '../../src/core/card.ts';
import { candidatesAtOnce, labelMost } from './can.ts';
import {
  type ButtonLook,
  button,
  cardOf,
  type Element,
  type Json,
  note,
  row,
  submit,
  text,
  weigh,
} from './elements.ts';
import { type FieldScene, fieldUnits, wrongWith } from './fields.ts';
import { fieldAt, inputAt } from './form-state.ts';
import type { At, OpenForm } from './kept.ts';
import type { Scene } from './render.ts';
import { bold, isLonger, markup, neutral, personsIn, shortened } from './text.ts';

const most = { bytes: 24_000, elements: 150 };
/** However long the words above are, this much is left for fields. */
const leastBytes = 7000;

/** How many of the units fit what is left. */
function fitting(units: readonly Element[][], bytesLeft: number, elementsLeft: number): number {
  let [bytes, elements] = [0, 0];
  for (const [i, unit] of units.entries()) {
    const own = weigh(unit);
    bytes += own.bytes;
    elements += own.elements;
    if (bytes > bytesLeft || elements > elementsLeft) return i;
  }
  return units.length;
}

interface Part {
  elements: Element[];
  end: At;
}

/** The fields of the part that begins there: as many as fit. Of one that fills more than a part, its inputs. */
function partFrom(from: At, scene: FieldScene, room: number): Part {
  const { fields } = scene.open.form;
  const elements: Element[] = [];
  for (const [at, field] of fields.entries()) {
    if (at < fieldAt(from)) continue;
    const begins = at === fieldAt(from) ? inputAt(from) : 0;
    const units = fieldUnits(field, scene).slice(begins);
    const wrong = wrongWith(field, scene);
    const used = weigh([...elements, ...wrong]);
    const n = fitting(units, room - used.bytes, most.elements - used.elements);
    if (n < units.length && elements.length > 0) return { elements, end: at };
    const shown = Math.max(n, 1);
    elements.push(...units.slice(0, shown).flat(), ...wrong);
    if (shown < units.length) return { elements, end: [at, begins + shown] };
  }
  return { elements, end: fields.length };
}

function shownFields(open: OpenForm, scene: Omit<FieldScene, 'alone'>, room: number): Part {
  const from = open.starts.at(-1) ?? 0;
  const whole = partFrom(from, { ...scene, alone: true }, room);
  // Where somebody may go back and forth, the client must not insist on what is required; the answer still does.
  if (from === 0 && whole.end === open.form.fields.length) return whole;
  return partFrom(from, { ...scene, alone: false }, room);
}

/** A title that would not fit the header's line stands below it, whole. */
const titled = (title: string): Element[] => (isLonger(title, labelMost) ? [text(bold(title))] : []);

function heading({ form, starts, note: said }: OpenForm, { words, people }: Scene): Element[] {
  const first = starts.length === 1;
  return [
    ...titled(form.title),
    ...(form.intro && first ? [text(markup(form.intro, people))] : []),
    ...(first ? [] : [note(neutral(words.part(starts.length)))]),
    ...(said ? [text(bold(said))] : []),
  ];
}

export interface FormDrawn {
  json: Json;
  /** The first that is not shown any more. */
  end: At;
}

export function formCard(open: OpenForm, scene: Scene): FormDrawn {
  const { form, starts } = open;
  const { words, stamp } = scene;
  const above = heading(open, scene);
  const room = Math.max(leastBytes, most.bytes - weigh(above).bytes);
  const { elements, end } = shownFields(open, { ...scene, open }, room);
  const last = end === form.fields.length;
  const value = (to: string): Json => ({ s: form.token, n: stamp, to });
  const send: ButtonLook = last
    ? { label: form.submit, value: value('send'), type: 'primary' }
    : { label: words.next, value: value('next'), type: 'primary' };
  const buttons = [
    ...(starts.length > 1 ? [submit('prev', { label: words.previous, value: value('prev') })] : []),
    submit('send', send),
  ];
  const json = cardOf(shortened(form.title, labelMost), 'blue', [
    ...above,
    ...(starts.length === 1 && !last ? [note(neutral(words.part(1)))] : []),
    { tag: 'form', name: 'form', elements: [...elements, row(buttons)] },
    row([button({ label: words.back, value: { b: 1, n: stamp } })]),
  ]);
  return { json, end };
}

/** Whom a form names or may name. */
export function personsOfForm({ form, values, found }: OpenForm): string[] {
  const ids = form.fields
    .filter((field) => field.type === 'person')
    .flatMap((field) => {
      const { ids: hits = [], from = 0 } = found[field.name] ?? {};
      const offered = field.options?.map((o) => o.value) ?? [];
      const picked = [values[field.name] ?? field.value ?? ''].flat();
      return [...picked, ...offered, ...hits.slice(from, from + candidatesAtOnce)];
    });
  return [...new Set([...ids.filter(Boolean), ...personsIn(form.intro ?? '')])];
}

export const openedForm = (form: Form): OpenForm => ({
  form,
  values: {},
  errors: {},
  found: {},
  inputs: {},
  files: {},
  starts: [0],
  end: form.fields.length,
});
