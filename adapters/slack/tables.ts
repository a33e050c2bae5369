/**
 * Tables: as a table block where Slack draws one (a message, one on a page), else as aligned text, else, when lines would
 * break, line by line. What is too long for one is continued in the next, under the same heads.
 */
import type { Block } from '../../src/core/card.ts';
import { bytes, limits } from './limits.ts';
import { escaped } from './mrkdwn.ts';

type Table = Extract<Block, { type: 'table' }>;

/** Nothing at all is no text to Slack. */
const cell = (text: string) => (text.trim() === '' ? '–' : text);

/** Parts of the columns first, each with the first column again, then of the rows. */
function parts({ columns, rows }: Table, most: { rows: number; columns: number; bytes: number }): Table[] {
  if (columns.length > most.columns) {
    const [head, ...others] = columns.map((_, i) => i);
    const width = most.columns - 1;
    const groups = Array.from({ length: Math.ceil(others.length / width) }, (_, i) => [
      head ?? 0,
      ...others.slice(i * width, (i + 1) * width),
    ]);
    const narrow = (group: number[]): Table => ({
      type: 'table',
      columns: group.map((i) => columns[i] ?? { label: '' }),
      rows: rows.map((row) => group.map((i) => row[i] ?? '')),
    });
    return groups.flatMap((group) => parts(narrow(group), most));
  }
  const heads = bytes(columns.map((c) => c.label).join(''));
  const out: string[][][] = [[]];
  let room = most.bytes - heads;
  for (const row of rows) {
    const cost = bytes(row.join(''));
    const full = (out.at(-1)?.length ?? 0) >= most.rows - 1 || cost > room;
    if (full && out.at(-1)?.length) {
      out.push([]);
      room = most.bytes - heads;
    }
    out.at(-1)?.push(row);
    room -= cost;
  }
  return out.map((some) => ({ type: 'table', columns, rows: some }));
}

const whole = { rows: limits.tableRows, columns: limits.tableColumns, bytes: limits.tableBytes };

/** A row that is by itself too long for a table block is read line by line. */
const drawable = ({ rows }: Table) => rows.every((row) => bytes(row.join('')) < limits.tableBytes / 2);

export interface Drawn {
  block?: Record<string, unknown>;
  texts: string[];
}

export function tables(table: Table, asBlocks: boolean): Drawn[] {
  if (!asBlocks || !drawable(table)) return [{ texts: asText(table) }];
  return parts(table, whole).map((part) => ({ block: tableBlock(part), texts: [] }));
}

function tableBlock({ columns, rows }: Table): Record<string, unknown> {
  const raw = (text: string) => ({ type: 'raw_text', text: cell(text) });
  return {
    type: 'table',
    column_settings: columns.map(({ align }) => ({ align: align ?? 'left', is_wrapped: true })),
    rows: [columns.map((c) => raw(c.label)), ...rows.map((row) => row.map(raw))],
  };
}

/** Columns of a line in a fixed font before it breaks on a laptop. */
const lineWidth = 76;

/** Mrkdwn, in pieces that fit a section. */
export function asText(table: Table): string[] {
  const widths = table.columns.map((c, i) =>
    Math.max(width(c.label), ...table.rows.map((row) => width(row[i] ?? ''))),
  );
  const total = widths.reduce((sum, w) => sum + w + 2, -2);
  const oneLine = table.rows.every((row) => row.every((text) => !text.includes('\n')));
  return total <= lineWidth && oneLine ? aligned(table, widths) : lineByLine(table);
}

function aligned({ columns, rows }: Table, widths: readonly number[]): string[] {
  const line = (texts: readonly string[]) =>
    texts
      .map((text, i) => padded(text, widths[i] ?? 0, columns[i]?.align))
      .join('  ')
      .trimEnd();
  const head = line(columns.map((c) => c.label));
  const rule = '─'.repeat(
    Math.min(
      lineWidth,
      widths.reduce((sum, w) => sum + w + 2, -2),
    ),
  );
  const body = gathered(
    rows.map((row) => escaped(line(row))),
    limits.text - escaped(head).length - rule.length - 20,
  );
  return (body.length > 0 ? body : [[]]).map(
    (some) => `\`\`\`${[escaped(head), rule, ...some].join('\n')}\`\`\``,
  );
}

/** The first cell says whom or what it is about; the rest follows with its heads. */
function lineByLine({ columns, rows }: Table): string[] {
  const lines = rows.flatMap((row) => {
    const [first = '', ...rest] = row;
    const told = rest.map((text, i) => {
      const head = columns[i + 1]?.label;
      return escaped(head ? `${head}: ${cell(text)}` : cell(text));
    });
    return pieces(`• ${[escaped(cell(first)), ...told].join(' · ')}`);
  });
  return gathered(lines, limits.text - 20).map((some) => some.join('\n'));
}

/** Never inside an entity: what is escaped is broken at spaces, and every space is outside of one. */
function pieces(text: string): string[] {
  const most = limits.text - 40;
  if (text.length <= most) return [text];
  const space = text.lastIndexOf(' ', most);
  const entity = text.lastIndexOf('&', most);
  const end = space > most / 2 ? space : entity > most - 8 ? entity : most;
  return [text.slice(0, end), ...pieces(text.slice(end))];
}

/** As many lines together as fit. */
export function gathered(lines: readonly string[], most: number): string[][] {
  const out: string[][] = [[]];
  let room = most;
  for (const line of lines) {
    if (line.length + 1 > room && out.at(-1)?.length) {
      out.push([]);
      room = most;
    }
    out.at(-1)?.push(line);
    room -= line.length + 1;
  }
  return out.filter((some) => some.length > 0);
}

/** Chinese characters are two wide. */
const width = (text: string): number =>
  [...text].reduce(
    (n, c) =>
      n +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(c)
        ? 2
        : 1),
    0,
  );

function padded(text: string, to: number, align: 'left' | 'right' | 'center' | undefined): string {
  const gap = ' '.repeat(Math.max(0, to - width(text)));
  if (align === 'right') return gap + text;
  if (align === 'center') return gap.slice(0, gap.length / 2) + text + gap.slice(gap.length / 2);
  return text + gap;
}
