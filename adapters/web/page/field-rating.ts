/** A rating: radio buttons drawn as large keys; what a level means stands below while it is pointed at or chosen. */
import type { Field, Option } from '../../../src/core/card.ts';
import { h } from './dom.ts';
import type { Control, Making } from './fields.ts';

const levels = (field: Field): Option[] => {
  if (field.options && field.options.length > 0) return field.options;
  const [from, to] = [Number(field.min ?? 1), Number(field.max ?? 5)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => ({
    label: String(from + i),
    value: String(from + i),
  }));
};

const drawLevel = (option: Option, input: HTMLInputElement, tell: (value: string) => void): HTMLElement =>
  h(
    'label',
    {
      class: option.label.length > 2 ? 'level wordy' : 'level',
      title: option.hint,
      onMouseenter: () => tell(option.value),
    },
    input,
    h('span', { dir: 'auto' }, option.label),
  );

export function ratingField({ field, id }: Making): Control {
  const options = levels(field);
  const given = Array.isArray(field.value) ? field.value[0] : field.value;
  const inputs = options.map((o) =>
    h('input', { type: 'radio', name: id, value: o.value, checked: o.value === given, title: o.hint }),
  );
  const chosen = () => inputs.find((input) => input.checked)?.value;
  const hint = h('p', { class: 'choice-hint kept', 'aria-live': 'polite', dir: 'auto' });
  const tell = (value = chosen()) => {
    hint.textContent = options.find((o) => o.value === value)?.hint ?? '';
  };
  let last = chosen();
  /** An optional rating can be taken back by a second tap. */
  const tapped = (event: Event) => {
    const input = event.target as HTMLInputElement;
    if (input.value === last && !field.required) input.checked = false;
    last = chosen();
    tell();
  };
  for (const input of inputs) input.addEventListener('click', tapped);
  const keys = options.flatMap((o, i) => (inputs[i] ? [drawLevel(o, inputs[i], tell)] : []));
  const row = h('div', { class: 'levels', role: 'radiogroup', id, onMouseleave: () => tell() }, keys);
  tell();
  const focus = inputs.find((input) => input.checked) ?? inputs[0] ?? row;
  return { el: h('div', {}, row, options.some((o) => o.hint) && hint), focus, grouped: true, read: chosen };
}
