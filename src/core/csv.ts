/**
 * CSV files for spreadsheets: UTF-8 with a byte order mark (Excel reads Chinese only so), CRLF, every text quoted. A text
 * that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises; numbers are written as numbers.
 */
export type Cell = string | number | Date | undefined;

/** What starts a formula: = + - @, also full-width or small, behind nothing or behind what nobody sees. */
const formula = /^[\s\p{Cf}]*[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/u;

/** A formula, or a text that our apostrophe would be mistaken in: it gets one more. */
const guarded = (text: string): boolean => formula.test(text.replace(/^'+/, ''));

/** A text as it was before it went through `csv`. */
export const fromCell = (text: string): string =>
  text.startsWith("'") && guarded(text) ? text.slice(1) : text;

/** A text that no spreadsheet runs. */
export const safeText = (text: string): string => (guarded(text) ? `'${text}` : text);

function written(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (cell instanceof Date) return `"${cell.toISOString()}"`;
  return `"${safeText(cell).replace(/"/g, '""')}"`;
}

export function csv(rows: readonly (readonly Cell[])[]): Buffer {
  return Buffer.from(`\uFEFF${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`);
}
