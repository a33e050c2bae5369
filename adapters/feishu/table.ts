/** Tables: rows that fit a page stay together, a longer table goes on in the next; a row that fits nowhere is told as text. */
import type { Block } from '../../src/core/card.ts';
import { type Element, text, weigh } from './elements.ts';
import type { Unit } from './render.ts';
import { bold, neutral, pieces } from './text.ts';

type Table = Block & { type: 'table' };

const [tableBytes, rowBytes, lineMost] = [16_000, 6000, 1500];

const table = (columns: Table['columns'], rows: string[][]): Element => ({
  tag: 'table',
  page_size: Math.min(10, Math.max(1, rows.length)),
  row_height: 'auto',
  header_style: { bold: true, text_align: 'left', background_style: 'grey' },
  columns: columns.map((column, i) => ({
    name: `c${i}`,
    display_name: column.label,
    data_type: 'text',
    horizontal_align: column.align ?? 'left',
    width: 'auto',
  })),
  rows: rows.map((cells) => Object.fromEntries(columns.map((_, i) => [`c${i}`, cells[i] ?? '']))),
});

const told = (columns: Table['columns'], cells: string[]): Unit[] =>
  columns.flatMap((column, i) =>
    pieces(cells[i] ?? '', lineMost).map((part, n) => [
      text(n === 0 ? `${bold(column.label)}  ${neutral(part)}` : neutral(part)),
    ]),
  );

export function tableUnits({ columns, rows }: Table): Unit[] {
  const out: Unit[] = [];
  let gathered: string[][] = [];
  let bytes = 0;
  const flush = () => {
    if (gathered.length > 0) out.push([table(columns, gathered)]);
    gathered = [];
    bytes = 0;
  };
  for (const cells of rows) {
    const size = weigh(cells).bytes + 12 * columns.length;
    if (bytes + size > tableBytes) flush();
    if (size > rowBytes) {
      flush();
      out.push(...told(columns, cells));
      continue;
    }
    gathered.push(cells);
    bytes += size;
  }
  flush();
  return out.length > 0 ? out : [[table(columns, [])]];
}
