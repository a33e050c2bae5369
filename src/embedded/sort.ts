/** Sorting by fields: an array counts by its least element, or its greatest when descending; missing sorts as null. */
import { badValue } from './fault.ts';
import { compare } from './order.ts';
import { type Path, pathOf, valuesAt } from './path.ts';
import { type Doc, isObject, numeric } from './value.ts';

export type Direction = 1 | -1;
export type SortSpec = readonly (readonly [field: string, direction: Direction])[];

export function sortSpec(spec: unknown): SortSpec {
  if (spec === undefined || spec === null) return [];
  if (!isObject(spec)) throw badValue('the sort must be an object');
  return Object.entries(spec).map(([field, value]) => {
    const direction = numeric(value);
    if (direction !== 1 && direction !== -1)
      throw badValue(`$sort key ordering must be 1 (for ascending) or -1 (for descending): ${field}`);
    return [field, direction] as const;
  });
}

function sortValue(doc: Doc, path: Path, direction: Direction): unknown {
  const values = valuesAt(doc, path);
  return values.reduce((best, value) => (compare(value, best) * direction < 0 ? value : best));
}

/** `limit`: how many of the sorted are wanted; 0 for all. */
export function sorted<T>(rows: Iterable<T>, spec: SortSpec, docOf: (row: T) => Doc, limit = 0): T[] {
  const keyed: { row: T; key: unknown[] }[] = [];
  const order = (a: { key: unknown[] }, b: { key: unknown[] }): number => {
    for (let i = 0; i < spec.length; i++) {
      const result = compare(a.key[i], b.key[i]) * (spec[i]?.[1] ?? 1);
      if (result) return result;
    }
    return 0;
  };
  // With a limit only so many rows are held: the rest is cut away whenever twice as many have come in.
  const trim = (length: number): void => {
    keyed.sort(order);
    keyed.length = Math.min(keyed.length, length);
  };
  for (const row of rows) {
    const doc = docOf(row);
    keyed.push({ row, key: spec.map(([field, direction]) => sortValue(doc, pathOf(field), direction)) });
    if (limit > 0 && keyed.length >= limit * 2 + 1000) trim(limit);
  }
  trim(limit > 0 ? limit : keyed.length);
  return keyed.map(({ row }) => row);
}
