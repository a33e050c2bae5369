/** Tables scroll sideways inside their card; long ones start short and can be put in order by a column. */
import type { Block } from '../../../src/core/card.ts';
import { fill, h } from './dom.ts';
import { icon } from './icons.ts';
import type { Look } from './page.ts';
import { type Direction, order, turned } from './table-order.ts';

type TableBlock = Extract<Block, { type: 'table' }>;

const SHORT = 12;
const SLACK = 3;
const SORTED_FROM = 5;
const ARIA: Record<Direction, string> = { up: 'ascending', down: 'descending', given: 'none' };

interface Table {
  block: TableBlock;
  look: Look;
  rows: HTMLElement[];
  body: HTMLElement;
  open: boolean;
  by: number;
  direction: Direction;
}

function draw({ block, look, rows, body, open, by, direction }: Table): void {
  const sorted = order(block.rows, by, direction, look.reader.locale).flatMap((i) => rows[i] ?? []);
  fill(body, open ? sorted : sorted.slice(0, SHORT));
}

function drawHead(table: Table, aligned: (i: number) => string): HTMLElement {
  const cells = table.block.columns.map((column, i) => {
    const cell = h('th', { scope: 'col', class: aligned(i) }, column.label);
    if (table.rows.length < SORTED_FROM || column.label === '') return cell;
    const sign = h('span', { class: 'sort-sign' });
    fill(cell, h('button', { type: 'button', class: 'sort', onClick: () => sortBy(i) }, column.label, sign));
    return cell;
  });
  const sortBy = (i: number) => {
    table.direction = table.by === i ? turned(table.direction) : 'up';
    table.by = i;
    cells.forEach((cell, at) => {
      const direction = at === i ? table.direction : 'given';
      cell.setAttribute('aria-sort', ARIA[direction]);
      const sign = cell.querySelector('.sort-sign');
      if (sign) fill(sign, direction !== 'given' && icon(direction === 'up' ? 'up' : 'down', 12));
    });
    draw(table);
  };
  return h('tr', {}, cells);
}

function drawMore(table: Table): HTMLElement {
  const w = table.look.words;
  const more = h('button', { type: 'button', class: 'link-button', 'aria-expanded': 'false' });
  const tell = () => {
    more.textContent = table.open ? w.fewerRows : w.showRows(table.rows.length);
    more.setAttribute('aria-expanded', String(table.open));
  };
  more.addEventListener('click', () => {
    table.open = !table.open;
    tell();
    draw(table);
  });
  tell();
  return more;
}

export function drawTable(block: TableBlock, look: Look): HTMLElement {
  const aligned = (i: number) => `cell-${block.columns[i]?.align ?? 'left'}`;
  const rows = block.rows.map((row) =>
    h(
      'tr',
      {},
      row.map((cell, i) => h('td', { class: aligned(i) }, h('bdi', {}, cell))),
    ),
  );
  const long = rows.length > SHORT + SLACK;
  const table: Table = { block, look, rows, body: h('tbody'), open: !long, by: 0, direction: 'given' };
  const label = block.columns.map((column) => column.label).join(', ');
  const frame = h(
    'div',
    { class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': label },
    h('table', {}, h('thead', {}, drawHead(table, aligned)), table.body),
  );
  draw(table);
  return long ? h('div', {}, frame, drawMore(table)) : frame;
}
