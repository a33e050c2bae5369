/**
 * The guideline for grades (domain.md §9): at most so many S, so many S and A, in percent; caps round down. It warns and
 * never changes anything. Teams below a size are pooled upward. Pure; `insights` may use it, too.
 */
import type { Grade, Rewards } from '../cycles/model.ts';
import { grades } from '../cycles/scheme.ts';

export type Counts = Readonly<Record<Grade, number>>;
export type Guideline = Rewards['guideline'];

export const noCounts: Counts = { S: 0, A: 0, B: 0, C: 0, D: 0 };

export function countGrades(all: Iterable<Grade | null | undefined>): Counts {
  const counts = { ...noCounts };
  for (const grade of all) if (grade) counts[grade] += 1;
  return counts;
}

export const addCounts = (a: Counts, b: Partial<Counts>): Counts =>
  Object.fromEntries(grades.map((g) => [g, a[g] + (b[g] ?? 0)])) as Record<Grade, number>;

export const sizeOf = (counts: Partial<Counts>): number =>
  grades.reduce((sum, g) => sum + (counts[g] ?? 0), 0);

/** Whole numbers in, whole numbers out: 10 % of 19 people is one person. */
export const capOf = (people: number, percent: number): number => Math.floor((people * percent) / 100);

export interface Measure {
  of: 's' | 'sa';
  /** People who have it. */
  count: number;
  most: number;
  percent: number;
}

export function measured(counts: Counts, { s, sa }: Guideline): [Measure, Measure] {
  const people = sizeOf(counts);
  return [
    { of: 's', count: counts.S, most: capOf(people, s), percent: s },
    { of: 'sa', count: counts.S + counts.A, most: capOf(people, sa), percent: sa },
  ];
}

export const isOver = ({ count, most }: Measure): boolean => count > most;

export interface UnitSize {
  people: number;
  /** The unit in which the manager of its head is. */
  parent?: string | undefined;
}

/**
 * Units with which these are looked at together: themselves when they are `team` people or more, else with everything
 * below the unit above them, and so on up; without a unit above, all there are.
 */
export function pooledUnits(
  all: ReadonlyMap<string, UnitSize>,
  start: readonly string[],
  team: number,
): string[] {
  let group = new Set(start);
  const people = () => [...group].reduce((sum, unit) => sum + (all.get(unit)?.people ?? 0), 0);
  while (people() < team) {
    const above = [...group].flatMap((unit) => all.get(unit)?.parent ?? []).filter((p) => !group.has(p));
    const next = above.length > 0 ? withBelow(all, [...group, ...above]) : new Set([...group, ...all.keys()]);
    if (next.size === group.size) break;
    group = next;
  }
  return [...group].sort();
}

function withBelow(all: ReadonlyMap<string, UnitSize>, start: readonly string[]): Set<string> {
  const group = new Set(start);
  for (let before = 0; before < group.size; ) {
    before = group.size;
    for (const [unit, { parent }] of all) if (parent !== undefined && group.has(parent)) group.add(unit);
  }
  return group;
}

/** `[unit, manager, n]` of everybody: the unit above is the one of most of the managers who are not in it themselves. */
export function unitSizes(
  lines: readonly { unit: string; manager?: string | undefined; n: number }[],
  unitOf: (person: string) => string | undefined,
): Map<string, UnitSize> {
  const people = new Map<string, number>();
  const above = new Map<string, Map<string, number>>();
  for (const { unit, manager, n } of lines) {
    people.set(unit, (people.get(unit) ?? 0) + n);
    const other = manager === undefined ? undefined : unitOf(manager);
    if (other === undefined || other === unit) continue;
    const votes = above.get(unit) ?? new Map<string, number>();
    above.set(unit, votes.set(other, (votes.get(other) ?? 0) + n));
  }
  return new Map([...people].map(([unit, n]) => [unit, { people: n, parent: mostVoted(above.get(unit)) }]));
}

function mostVoted(votes: ReadonlyMap<string, number> | undefined): string | undefined {
  return [...(votes ?? [])].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}
