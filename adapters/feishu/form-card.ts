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
import { type FieldScene, fieldElements } from './fields.ts';
import type { OpenForm } from './kept.ts';
import type { Scene } from './render.ts';
import { bold, isLonger, markup, neutral, personsIn, shortened } from './text.ts';

const most = { bytes: 24_000, elements: 150 };
/** However long the words above are, this much is left for fields. */
const leastBytes = 7000;

/** The fields of the part that begins there: as many as fit, one at least. */
function shownFields(
  open: OpenForm,
  scene: Omit<FieldScene, 'alone'>,
  room: number,
): { elements: Element[]; end: number } {
  const { fields } = open.form;
  const from = open.starts.at(-1) ?? 0;
  const draw = (alone: boolean) => {
    const elements: Element[] = [];
    let [bytes, n, end] = [0, 0, from];
    for (const field of fields.slice(from)) {
      const own = fieldElements(field, { ...scene, alone });
      const weight = weigh(own);
      if (end > from && (bytes + weight.bytes > room || n + weight.elements > most.elements)) break;
      elements.push(...own);
      bytes += weight.bytes;
      n += weight.elements;
      end += 1;
    }
    return { elements, end };
  };
  const whole = draw(true);
  // Where somebody may go back and forth, the client must not insist on what is required; the answer still does.
  return from === 0 && whole.end === fields.length ? whole : draw(false);
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
  /** The first field that is not shown any more. */
  end: number;
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
