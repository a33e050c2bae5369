/** What can be pressed on a card. A pressed card is busy until the reply is there, so nothing is pressed twice. */
import type { Button, Choices } from '../../../src/core/card.ts';
import { ask } from './dialogs.ts';
import { h } from './dom.ts';
import type { Look } from './page.ts';

/** Resolves when the reply has been taken. */
export type Press = (token: string, value?: string) => Promise<void>;

const MANY = 7;
const LONG = 26;

export async function whileBusy(el: HTMLElement, run: () => Promise<void>): Promise<void> {
  const card = el.closest<HTMLElement>('.card') ?? el;
  if (card.dataset.busy !== undefined) return;
  card.dataset.busy = '';
  card.setAttribute('aria-busy', 'true');
  el.classList.add('busy');
  try {
    await run();
  } finally {
    delete card.dataset.busy;
    card.removeAttribute('aria-busy');
    el.classList.remove('busy');
  }
}

async function confirmed(item: Button, look: Look): Promise<boolean> {
  if (!item.confirm) return true;
  const w = look.words;
  return ask({ title: item.confirm, yes: item.label, no: w.cancel, danger: item.style === 'danger' });
}

function drawButton(item: Button, look: Look, press: Press): HTMLElement {
  const kind = item.style ? `button ${item.style}` : 'button';
  const button = h(
    'button',
    { type: 'button', class: kind, 'data-token': item.token, dir: 'auto' },
    h('span', {}, item.label),
  );
  button.addEventListener('click', () => {
    if (button.closest('[data-busy]')) return;
    void confirmed(item, look).then((yes) => (yes ? whileBusy(button, () => press(item.token)) : undefined));
  });
  return button;
}

export const drawActions = (items: Button[], look: Look, press: Press): HTMLElement =>
  h(
    'div',
    { class: 'actions' },
    items.map((item) => drawButton(item, look, press)),
  );

function drawSelect(block: Choices, look: Look, press: Press): HTMLElement {
  const select = h(
    'select',
    { class: 'input', 'data-token': block.token, 'aria-label': block.label },
    h('option', { value: '', disabled: true, selected: block.value === undefined }, look.words.pick),
    block.options.map((o) => h('option', { value: o.value, selected: o.value === block.value }, o.label)),
  );
  select.addEventListener('change', () => void whileBusy(select, () => press(block.token, select.value)));
  return select;
}

/** What a level means is shown while it is pointed at, and stays for the chosen one. */
function drawPills(block: Choices, press: Press): HTMLElement {
  const hint = h('p', { class: 'choice-hint kept', 'aria-live': 'polite', dir: 'auto' });
  const meaning = (value: string | undefined) => block.options.find((o) => o.value === value)?.hint ?? '';
  const show = (value: string | undefined) => {
    hint.textContent = meaning(value) || meaning(block.value);
  };
  const pills = block.options.map((o) => {
    const pill = h(
      'button',
      {
        type: 'button',
        class: 'pill',
        'data-token': block.token,
        'data-value': o.value,
        'aria-pressed': o.value === block.value ? 'true' : 'false',
        title: o.hint,
        dir: 'auto',
        onMouseenter: () => show(o.value),
        onFocus: () => show(o.value),
      },
      o.label,
    );
    pill.addEventListener('click', () => void whileBusy(pill, () => press(block.token, o.value)));
    return pill;
  });
  const row = h(
    'div',
    { class: 'pills', role: 'group', 'aria-label': block.label, onMouseleave: () => show(block.value) },
    pills,
  );
  show(block.value);
  return h('div', {}, row, block.options.some((o) => o.hint) && hint);
}

export function drawChoices(block: Choices, look: Look, press: Press): HTMLElement {
  // A scale of one to ten still fits into one row.
  const scale = block.options.length <= 10 && block.options.every((o) => o.label.length <= 3);
  const crowded = !scale && (block.options.length > MANY || block.options.some((o) => o.label.length > LONG));
  return h(
    'div',
    { class: 'choices' },
    h('div', { class: 'choices-label', dir: 'auto' }, block.label),
    crowded ? drawSelect(block, look, press) : drawPills(block, press),
  );
}
