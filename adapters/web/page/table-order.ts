/** The order of a table's rows, as its reader wants them: numbers by size, words by the alphabet. */
export type Direction = 'up' | 'down' | 'given';

const NUMBER = /^\s*[-\u2212+]?[\d\s,.]*\d\s*(?:[%\u2030]|pp)?\s*$/;

/** The number a cell shows, or nothing. Commas and spaces group thousands. */
export function numberIn(cell: string): number | undefined {
  if (!NUMBER.test(cell)) return undefined;
  const value = Number(cell.replace(/\u2212/g, '-').replace(/[\s,%\u2030p]/g, ''));
  return Number.isNaN(value) ? undefined : value;
}

export function order(
  rows: readonly string[][],
  column: number,
  direction: Direction,
  locale: string,
): number[] {
  const given = rows.map((_, i) => i);
  if (direction === 'given') return given;
  const words = new Intl.Collator(locale, { numeric: true });
  const cells = rows.map((row) => row[column] ?? '');
  const numbers = cells.map(numberIn);
  const allNumbers = cells.every((cell, i) => cell.trim() === '' || numbers[i] !== undefined);
  const compare = (a: number, b: number) =>
    allNumbers ? (numbers[a] ?? 0) - (numbers[b] ?? 0) : words.compare(cells[a] ?? '', cells[b] ?? '');
  const sign = direction === 'up' ? 1 : -1;
  const isEmpty = (i: number) => Number((cells[i] ?? '').trim() === '');
  // Empty cells come last either way.
  return given.sort((a, b) => isEmpty(a) - isEmpty(b) || sign * compare(a, b));
}

export const turned = (direction: Direction): Direction =>
  ({ given: 'up', up: 'down', down: 'given' })[direction] as Direction;
