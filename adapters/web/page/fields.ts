/** One function a field type. A field knows its element, its value and where its error goes. */
import type { Field, FieldType, Option } from '../../../src/core/card.ts';
import { h } from './dom.ts';
import { fileField } from './field-file.ts';
import { personField } from './field-person.ts';
import { ratingField } from './field-rating.ts';
import type { Look, Page } from './page.ts';

export type Value = string | string[] | undefined;

export interface Control {
  el: HTMLElement;
  /** What the label names; a group names itself by the label instead. */
  focus: HTMLElement;
  grouped?: boolean;
  read(): Value;
  /** Still on its way, as a file that is being uploaded. */
  busy?(): boolean;
}

export interface Making {
  field: Field;
  id: string;
  look: Look;
  page: Page;
}

const one = (value: Value): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''));
const all = (value: Value): string[] => (Array.isArray(value) ? value : value ? [value] : []);
const orNothing = (text: string): Value => (text.trim() === '' ? undefined : text);

const NEAR_THE_END = 0.8;

function textField({ field, id, look }: Making): Control {
  const lines = field.lines ?? 1;
  const max = field.max === undefined ? undefined : Number(field.max);
  const props = { class: 'input', id, value: one(field.value), dir: 'auto', autocomplete: 'off' };
  const input = lines > 1 ? h('textarea', { ...props, rows: lines }) : h('input', { type: 'text', ...props });
  const left = h('span', { class: 'chars-left', 'aria-live': 'polite' });
  const count = () => {
    const length = [...input.value].length;
    const show = max !== undefined && length >= max * NEAR_THE_END;
    left.textContent = show ? look.words.charsLeft(max - length) : '';
    left.classList.toggle('over', max !== undefined && length > max);
  };
  input.addEventListener('input', count);
  count();
  return {
    el: h('div', { class: 'text-field' }, input, max !== undefined && left),
    focus: input,
    read: () => orNothing(input.value),
  };
}

function numberField({ field, id }: Making): Control {
  const input = h('input', {
    class: 'input number',
    type: 'text',
    inputmode: 'decimal',
    id,
    value: one(field.value),
    autocomplete: 'off',
  });
  return { el: input, focus: input, read: () => orNothing(input.value.trim()) };
}

function dateField({ field, id }: Making): Control {
  const bound = (edge: string | number | undefined) => (edge === undefined ? undefined : String(edge));
  const input = h('input', {
    class: 'input date',
    type: 'date',
    id,
    value: one(field.value),
    min: bound(field.min),
    max: bound(field.max),
  });
  return { el: input, focus: input, read: () => orNothing(input.value) };
}

const FEW = 4;

function drawOptions({ field, id }: Making, kind: 'radio' | 'checkbox'): Control {
  const chosen = new Set(all(field.value));
  const inputs = (field.options ?? []).map((o) =>
    h('input', { type: kind, name: id, value: o.value, checked: chosen.has(o.value) }),
  );
  const rows = (field.options ?? []).map((o: Option, i) =>
    h(
      'label',
      { class: 'option' },
      inputs[i],
      h(
        'span',
        { class: 'option-text' },
        h('span', { dir: 'auto' }, o.label),
        o.hint && h('span', { class: 'hint', dir: 'auto' }, o.hint),
      ),
    ),
  );
  const el = h('div', { class: 'options', role: kind === 'radio' ? 'radiogroup' : 'group', id }, rows);
  const picked = () => inputs.filter((input) => input.checked).map((input) => input.value);
  return {
    el,
    focus: inputs.find((input) => input.checked) ?? inputs[0] ?? el,
    grouped: true,
    read: () => (kind === 'radio' ? picked()[0] : picked().length > 0 ? picked() : undefined),
  };
}

function selectField({ field, id, look }: Making): Control {
  const value = one(field.value);
  const select = h(
    'select',
    { class: 'input', id },
    h('option', { value: '', selected: value === '', disabled: field.required }, look.words.pick),
    (field.options ?? []).map((o) => h('option', { value: o.value, selected: o.value === value }, o.label)),
  );
  const hint = h('p', { class: 'choice-hint', dir: 'auto' });
  const tell = () => {
    hint.textContent = field.options?.find((o) => o.value === select.value)?.hint ?? '';
  };
  select.addEventListener('change', tell);
  tell();
  return { el: h('div', {}, select, hint), focus: select, read: () => orNothing(select.value) };
}

function choiceField(making: Making): Control {
  if (making.field.many) return drawOptions(making, 'checkbox');
  return (making.field.options ?? []).length <= FEW ? drawOptions(making, 'radio') : selectField(making);
}

const makers: Record<FieldType, (making: Making) => Control> = {
  text: textField,
  choice: choiceField,
  rating: ratingField,
  number: numberField,
  date: dateField,
  person: personField,
  file: fileField,
};

export const makeControl = (making: Making): Control => makers[making.field.type](making);
