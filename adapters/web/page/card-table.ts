/** Tables scroll sideways inside their card; long ones start short. */
import type { Block } from '../../../src/core/card.ts';
import { h } from './dom.ts';
import type { Look } from './page.ts';

type TableBlock = Extract<Block, { type: 'table' }>;

const SHORT = 12;
const SLACK = 3;

export function drawTable(block: TableBlock, look: Look): HTMLElement {
  const aligned = (i: number) => `cell-${block.columns[i]?.align ?? 'left'}`;
  const rows = block.rows.map((row) =>
    h(
      'tr',
      {},
      row.map((cell, i) => h('td', { class: aligned(i) }, h('bdi', {}, cell))),
    ),
  );
  const head = h(
    'tr',
    {},
    block.columns.map((column, i) => h('th', { scope: 'col', class: aligned(i) }, column.label)),
  );
  const table = h('table', {}, h('thead', {}, head), h('tbody', {}, rows));
  const label = block.columns.map((column) => column.label).join(', ');
  const frame = h('div', { class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': label }, table);
  if (rows.length <= SHORT + SLACK) return frame;

  let open = false;
  const more = h('button', { type: 'button', class: 'link-button', 'aria-expanded': 'false' });
  const draw = () => {
    rows.forEach((row, i) => {
      row.hidden = !open && i >= SHORT;
    });
    more.textContent = open ? look.words.fewerRows : look.words.showRows(rows.length);
    more.setAttribute('aria-expanded', String(open));
  };
  more.addEventListener('click', () => {
    open = !open;
    draw();
  });
  draw();
  return h('div', {}, frame, more);
}
