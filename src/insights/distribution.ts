/**
 * How grades are spread, and which of it may be shown (domain.md §9, §15). Groups form a tree: everybody, the units, the
 * raters of each unit. Whatever can be worked out from the shown groups by adding and taking away is a sum of what is left
 * of a shown group without the groups shown inside it. So it is enough that nothing or at least `k` people are left
 * everywhere. Only numbers of people decide, never grades. Pure.
 */
import type { Cycle, Grade, Rewards } from '../cycles/model.ts';
import { grades } from '../cycles/scheme.ts';

/** In the order of `grades`; the last are those without a grade. */
export type Counts = readonly number[];
export const columns = grades.length + 1;

/** People of a unit that one rater gave the same grade. */
export interface Cell {
  unit: string;
  rater: string;
  grade: Grade | null;
  n: number;
}

export interface Group {
  /** Unit, or person id of the rater; empty for everybody, and for raters whom nobody knows. */
  key: string;
  counts: Counts;
  inner: Group[];
}

export interface Shown {
  key: string;
  counts: Counts;
  inner: Shown[];
  /** Those of the group who are in none of the inner ones. */
  rest?: Counts;
}

const none: Counts = Array.from({ length: columns }, () => 0);
export const sizeOf = (counts: Counts): number => counts.reduce((all, n) => all + n, 0);
const plus = (a: Counts, b: Counts): Counts => a.map((n, i) => n + (b[i] ?? 0));
const minus = (a: Counts, b: Counts): Counts => a.map((n, i) => n - (b[i] ?? 0));
const sum = (of: readonly { counts: Counts }[]): Counts => of.reduce((all, g) => plus(all, g.counts), none);

export function grouped(cells: readonly Cell[]): Group {
  const units = byKey(cells, (c) => c.unit).map(
    ([unit, own]): Group => ({
      key: unit,
      counts: counted(own),
      inner: byKey(own, (c) => c.rater).map(([rater, of]) => ({
        key: rater,
        counts: counted(of),
        inner: [],
      })),
    }),
  );
  return { key: '', counts: sum(units), inner: units };
}

function byKey(cells: readonly Cell[], keyOf: (cell: Cell) => string): [string, Cell[]][] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const known = groups.get(keyOf(cell));
    if (known) known.push(cell);
    else groups.set(keyOf(cell), [cell]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function counted(cells: readonly Cell[]): Counts {
  const counts = [...none];
  for (const { grade, n } of cells) {
    const at = grade === null ? grades.length : grades.indexOf(grade);
    counts[at] = (counts[at] ?? 0) + n;
  }
  return counts;
}

/** As many people are in every group that is shown: both schemes promised it to theirs. */
export const leastOf = ({ schemes }: Pick<Cycle, 'schemes'>): number =>
  Math.max(schemes.standard.k, schemes.manager.k);

/** What may be shown of a group, and of those inside it; `undefined` when it is too small itself. */
export function shown({ key, counts, inner }: Group, k: number): Shown | undefined {
  if (sizeOf(counts) < Math.max(k, 1)) return undefined;
  const possible = inner
    .flatMap((g) => shown(g, k) ?? [])
    .sort((a, b) => sizeOf(a.counts) - sizeOf(b.counts) || (a.key < b.key ? -1 : 1));
  const left = sizeOf(counts) - sizeOf(sum(possible));
  // The next-smallest goes, too: then it is at least as many who are left.
  const kept = left > 0 && left < k ? possible.slice(1) : possible;
  const rest = minus(counts, sum(kept));
  const sorted = kept.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { key, counts, inner: sorted, ...(sorted.length > 0 && sizeOf(rest) > 0 && { rest }) };
}

/** Most people with an S, and with an S or an A; teams that are too small are looked at in the next larger group. */
export function allowed(
  counts: Counts,
  { s, sa, team }: Rewards['guideline'],
): { s: number; sa: number } | undefined {
  const n = sizeOf(counts);
  return n < team ? undefined : { s: Math.floor((n * s) / 100), sa: Math.floor((n * sa) / 100) };
}

export function isAbove(counts: Counts, guideline: Rewards['guideline']): boolean {
  const most = allowed(counts, guideline);
  const [s = 0, a = 0] = counts;
  return most !== undefined && (s > most.s || s + a > most.sa);
}
