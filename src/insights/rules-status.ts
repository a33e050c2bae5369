/** How counts are put in rows by unit, and which row stands alone. Pure. */

/** What is counted, in the order in which a cycle comes to it. */
export const steps = [
  'planning',
  'assessment',
  'rating',
  'calibration',
  'release',
  'receipt',
  'outcomes',
  'closing',
] as const;
export type Step = (typeof steps)[number];

/** Of one unit. An empty name stands for several small ones together. */
export interface Row {
  unit: string;
  done: number;
  open: number;
  /** Not done although the day is over; not among the open ones. */
  late: number;
}

export interface Counted {
  step: Step;
  rows: Row[];
}

/** `[{ unit, n }]` of each kind, as rows; units in which there is nothing to count are not there. */
export function rowsOf(
  counts: Readonly<Record<'done' | 'open' | 'late', ReadonlyMap<string, number>>>,
): Row[] {
  const units = new Set(Object.values(counts).flatMap((of) => [...of.keys()]));
  const rows = [...units].sort().map((unit) => {
    const n = (of: 'done' | 'open' | 'late') => counts[of].get(unit) ?? 0;
    return { unit, done: n('done'), open: n('open') - n('late'), late: n('late') };
  });
  return rows.filter((r) => r.done + r.open + r.late > 0);
}

export const totalOf = (rows: readonly Row[]): Omit<Row, 'unit'> & { of: number } => {
  const sum = (of: 'done' | 'open' | 'late') => rows.reduce((all, r) => all + r[of], 0);
  const [done, open, late] = [sum('done'), sum('open'), sum('late')];
  return { done, open, late, of: done + open + late };
};

/** The units with most to do first. */
export const mostFirst = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => b.late - a.late || b.open - a.open || (a.unit < b.unit ? -1 : 1));

/** The step that people work on now: the last begun that is not done by everybody, else the last. */
export function current(counted: readonly Counted[]): Counted | undefined {
  const unfinished = counted.filter(({ rows }) => {
    const { done, of } = totalOf(rows);
    return done < of;
  });
  return unfinished.at(-1) ?? counted.at(-1);
}

/**
 * For readers of numbers only: units of fewer than `k` people become one, with the next-smallest until it has `k`. All
 * pages use the same map, so that no two of them differ by a small unit.
 */
export function pooling(people: ReadonlyMap<string, number>, k: number): (unit: string) => string {
  const bySize = [...people].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const together = new Set<string>();
  let n = 0;
  for (const [unit, size] of bySize) {
    if (size >= k && (n === 0 || n >= k)) break;
    together.add(unit);
    n += size;
  }
  return (unit) => (together.has(unit) || !people.has(unit) ? '' : unit);
}

/** Counts of the units that a pooling takes together. */
export function together(
  counts: ReadonlyMap<string, number>,
  nameOf: (unit: string) => string,
): Map<string, number> {
  const all = new Map<string, number>();
  for (const [unit, n] of counts) all.set(nameOf(unit), (all.get(nameOf(unit)) ?? 0) + n);
  return all;
}
