/**
 * A form as a card: one form container at the body's root, a way back below it. What does not fit 30 KB is asked part by
 * part; what was written stays with the form.
 */
import type { Form } from '../../src/core/card.ts';
import { candidatesAtOnce } from './can.ts';
import { button, cardOf, type Element, type Json, note, row, submit, text, weigh } from './elements.ts';
import { type FieldScene, fieldElements, oneLine, titled } from './fields.ts';
import type { OpenForm } from './kept.ts';
import type { Scene } from './render.ts';
import { bold, markup, neutral, personsIn } from './text.ts';

const most = { bytes: 22_000, elements: 150 };

/** The fields of the part that begins there: as many as fit, one at least. */
function shownFields(open: OpenForm, scene: Omit<FieldScene, 'alone'>): { elements: Element[]; end: number } {
  const { fields } = open.form;
  const from = open.starts.at(-1) ?? 0;
  const draw = (alone: boolean) => {
    const elements: Element[] = [];
    let [bytes, n, end] = [0, 0, from];
    for (const field of fields.slice(from)) {
      const own = fieldElements(field, { ...scene, alone });
      const weight = weigh(own);
      if (end > from && (bytes + weight.bytes > most.bytes || n + weight.elements > most.elements)) break;
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

export function formCard(open: OpenForm, scene: Scene): Json {
  const { form, starts } = open;
  const { words, stamp } = scene;
  const { elements, end } = shownFields(open, { ...scene, open });
  const last = end === form.fields.length;
  const value = (to: string): Json => ({ s: form.token, n: stamp, to, end });
  const buttons = [
    ...(starts.length > 1 ? [submit('prev', { label: words.previous, value: value('prev') })] : []),
    submit('send', {
      label: last ? form.submit : words.next,
      value: value(last ? 'send' : 'next'),
      type: 'primary',
    }),
  ];
  const many = starts.length > 1 || !last;
  return cardOf(oneLine(form.title).content as string, 'blue', [
    ...titled(form.title),
    ...(form.intro && starts.length === 1 ? [text(markup(form.intro, scene.people))] : []),
    ...(many ? [note(neutral(words.part(starts.length)))] : []),
    ...(open.note ? [text(bold(open.note))] : []),
    { tag: 'form', name: 'form', elements: [...elements, row(buttons)] },
    row([button({ label: words.back, value: { b: 1, n: stamp } })]),
  ]);
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
});
