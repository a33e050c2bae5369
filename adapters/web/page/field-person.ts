/** Choosing people: a search box with candidates below, the chosen ones as chips. */
import { avatar } from './avatar.ts';
import { fill, h } from './dom.ts';
import type { Control, Making } from './fields.ts';
import { icon } from './icons.ts';
import type { Person } from './wire.ts';

const OFFERED = 6;

function found(people: readonly Person[], wanted: string, taken: readonly string[]): Person[] {
  const text = wanted.trim().toLowerCase();
  return people
    .filter((p) => !taken.includes(p.id) && `${p.name} ${p.title} ${p.unit}`.toLowerCase().includes(text))
    .sort(
      (a, b) => Number(b.name.toLowerCase().startsWith(text)) - Number(a.name.toLowerCase().startsWith(text)),
    )
    .slice(0, OFFERED);
}

interface Picking {
  making: Making;
  input: HTMLInputElement;
  chips: HTMLElement;
  list: HTMLElement;
  taken: string[];
  offers: Person[];
  at: number;
}

function drawChips(picking: Picking): void {
  const { look } = picking.making;
  fill(
    picking.chips,
    picking.taken.map((id) =>
      h(
        'span',
        { class: 'person-chip', 'data-chosen': id },
        avatar(id, look.nameOf(id), 'small'),
        h('span', { dir: 'auto' }, look.nameOf(id)),
        h(
          'button',
          {
            type: 'button',
            class: 'icon-button small',
            'aria-label': look.words.remove(look.nameOf(id)),
            onClick: () => drop(picking, id),
          },
          icon('close', 14),
        ),
      ),
    ),
  );
}

function drop(picking: Picking, id: string): void {
  picking.taken = picking.taken.filter((other) => other !== id);
  drawChips(picking);
  picking.input.focus();
}

function take(picking: Picking, person: Person): void {
  picking.taken = picking.making.field.many ? [...picking.taken, person.id] : [person.id];
  picking.input.value = '';
  drawChips(picking);
  hide(picking);
}

function hide(picking: Picking): void {
  picking.list.hidden = true;
  picking.input.setAttribute('aria-expanded', 'false');
  picking.input.removeAttribute('aria-activedescendant');
}

function offer(picking: Picking): void {
  const { making, input, list } = picking;
  picking.offers = found(making.page.store.get().people, input.value, picking.taken);
  picking.at = Math.min(picking.at, picking.offers.length - 1);
  fill(
    list,
    picking.offers.map((person, i) =>
      h(
        'div',
        {
          class: 'offer',
          role: 'option',
          id: `${making.id}-${i}`,
          'data-offer': person.id,
          'aria-selected': i === picking.at ? 'true' : 'false',
          onMousedown: (event: MouseEvent) => {
            event.preventDefault();
            take(picking, person);
          },
        },
        avatar(person.id, person.name, 'small'),
        h('span', { class: 'offer-name', dir: 'auto' }, person.name),
        h('span', { class: 'quiet', dir: 'auto' }, person.title),
      ),
    ),
    picking.offers.length === 0 && h('div', { class: 'quiet' }, making.look.words.nobodyFound),
  );
  list.hidden = false;
  input.setAttribute('aria-expanded', 'true');
  input.setAttribute('aria-activedescendant', `${making.id}-${picking.at}`);
}

function step(picking: Picking, by: number): void {
  const count = Math.max(1, picking.offers.length);
  picking.at = picking.list.hidden ? 0 : (picking.at + by + count) % count;
  offer(picking);
}

/** What a key does here, or nothing when it is the browser's. */
function keyed(picking: Picking, key: string): (() => void) | undefined {
  const open = !picking.list.hidden;
  const chosen = picking.offers[picking.at];
  if (key === 'ArrowDown') return () => step(picking, 1);
  if (key === 'ArrowUp') return () => step(picking, -1);
  if (key === 'Enter' && open && chosen) return () => take(picking, chosen);
  if (key === 'Escape' && open) return () => hide(picking);
  const last = picking.taken.at(-1);
  if (key === 'Backspace' && picking.input.value === '' && last) return () => drop(picking, last);
  return undefined;
}

function onKey(picking: Picking, event: KeyboardEvent): void {
  const act = event.isComposing ? undefined : keyed(picking, event.key);
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

export function personField(making: Making): Control {
  const { field, id, look } = making;
  const given = Array.isArray(field.value) ? field.value : field.value ? [field.value] : [];
  const list = h('div', { class: 'offers', role: 'listbox', id: `${id}-list`, hidden: true });
  const input = h('input', {
    class: 'input',
    type: 'text',
    id,
    role: 'combobox',
    autocomplete: 'off',
    placeholder: look.words.findPerson,
    'aria-expanded': 'false',
    'aria-controls': `${id}-list`,
  });
  const chips = h('div', { class: 'chips' });
  const picking: Picking = { making, input, chips, list, taken: [...given], offers: [], at: 0 };
  input.addEventListener('input', () => {
    picking.at = 0;
    offer(picking);
  });
  input.addEventListener('focus', () => input.value && offer(picking));
  input.addEventListener('click', () => offer(picking));
  input.addEventListener('blur', () => hide(picking));
  input.addEventListener('keydown', (event) => onKey(picking, event));
  drawChips(picking);
  return {
    el: h('div', { class: 'person-field' }, chips, h('div', { class: 'offers-anchor' }, input, list)),
    focus: input,
    read: () => (picking.taken.length === 0 ? undefined : field.many ? picking.taken : picking.taken[0]),
  };
}
