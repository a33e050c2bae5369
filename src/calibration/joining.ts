/** Who joins a session: the heads of its units, the managers of their people, their HR partners. Suggested; HR decides. */
import { dayIn } from '../core/calendar.ts';
import { isActive, people, peopleById, withRole } from '../people/model.ts';
import type { Head, RosterRow } from './model.ts';

export interface Suggested {
  members: string[];
  heads: Head[];
}

type Line = Pick<RosterRow, 'person' | 'unit' | 'manager' | 'leads'>;

/**
 * The top of a unit is whoever leads and reports outside of it; a unit without one is headed by the managers of its
 * people.
 */
export function headsOf(unit: string, all: readonly Line[]): string[] {
  const own = all.filter((p) => p.unit === unit);
  const inside = new Set(own.map((p) => p.person));
  const tops = own.filter((p) => p.manager === undefined || !inside.has(p.manager));
  const leading = tops.filter((p) => p.leads).map((p) => p.person);
  const above = tops.flatMap((p) => p.manager ?? []);
  return [...new Set(leading.length > 0 ? leading : above)].sort();
}

/** More than that are no round any more. */
const mostManagers = 30;

/** Of a large unit those next to its heads first. */
export function managersIn(
  units: readonly string[],
  all: readonly Line[],
  heads: readonly string[],
): string[] {
  const own = all.filter((p) => units.includes(p.unit));
  const near = new Set(own.filter((p) => heads.includes(p.manager ?? '')).map((p) => p.person));
  const rank = (id: string) => (heads.includes(id) ? 0 : near.has(id) ? 1 : 2);
  const managers = [...new Set(own.flatMap((p) => p.manager ?? []))];
  return managers.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)).slice(0, mostManagers);
}

/** `all`: everybody of these units who takes part. */
export async function suggestedFor(
  all: readonly Line[],
  units: readonly string[],
  by: string,
  now: Date,
): Promise<Suggested> {
  const found = units.map((unit) => ({ unit, persons: headsOf(unit, all) }));
  const heads = await withSecond(found, by);
  const partners = (await withRole('hrbp')).filter((p) => p.partnerOf?.some((unit) => units.includes(unit)));
  const top = heads.map((h) => h.person);
  const wanted = [...top, ...managersIn(units, all, top), ...partners.map((p) => p._id), by];
  const there = await peopleById(wanted);
  const active = (id: string) => {
    const person = there.get(id);
    return person !== undefined && isActive(person, dayIn(person.zone, now));
  };
  return {
    members: [...new Set(wanted)].filter(active).sort(),
    heads: heads.filter((h) => active(h.person)),
  };
}

/** Whoever opens it closes for HR: a unit that they head themselves needs somebody else, the one above them. */
async function withSecond(
  found: readonly { unit: string; persons: readonly string[] }[],
  by: string,
): Promise<Head[]> {
  const units = new Map<string, string[]>();
  for (const { unit, persons } of found) {
    const others = persons.filter((p) => p !== by);
    const above = others.length > 0 ? undefined : (await people.get(by))?.manager;
    for (const person of above === undefined ? persons : [above])
      units.set(person, [...(units.get(person) ?? []), unit]);
  }
  return [...units]
    .map(([person, of]) => ({ person, units: of }))
    .sort((a, b) => (a.person < b.person ? -1 : 1));
}

/** As HR named them: for the units for which they were suggested, for all when nobody suggested them. */
export const namedHeads = (
  named: readonly string[],
  suggested: readonly Head[],
  units: readonly string[],
): Head[] =>
  [...new Set(named)].sort().map((person) => ({
    person,
    units: suggested.find((h) => h.person === person)?.units.filter((u) => units.includes(u)) ?? [...units],
  }));
