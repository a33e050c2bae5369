/** Who joins a session: the heads of its units, the managers of their people, their HR partners. Suggested; HR decides. */
import { dayIn } from '../core/calendar.ts';
import { Refusal } from '../core/errors.ts';
import { listWords, type Sentence } from '../core/i18n.ts';
import { isActive, namesOf, people, peopleById, withRole } from '../people/model.ts';
import { say } from './messages.ts';
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

/**
 * As HR named them. Who heads a unit is not HR's to choose, or one side of the two would pick the other: where a head is
 * found, other than the one who opens it, only they close for it; anybody who is named heads the units without one.
 */
export function namedHeads(
  named: readonly string[],
  suggested: readonly Head[],
  units: readonly string[],
  by: string,
): { heads: Head[]; without: { unit: string; persons: string[] }[] } {
  const found = units.map((unit) => ({
    unit,
    persons: suggested.filter((h) => h.person !== by && h.units.includes(unit)).map((h) => h.person),
  }));
  const heads = [...new Set(named)].sort().map((person) => ({
    person,
    units: found.filter((f) => f.persons.length === 0 || f.persons.includes(person)).map((f) => f.unit),
  }));
  const idle = heads.some((h) => h.units.length === 0);
  const without = found.filter(
    ({ persons }) => persons.length > 0 && (idle || !persons.some((p) => named.includes(p))),
  );
  return { heads, without };
}

/** @throws Refusal beside the heads, when a unit that has one is to be closed without, or by somebody else */
export async function mustBeHeads(
  named: readonly string[],
  suggested: readonly Head[],
  units: readonly string[],
  by: string,
): Promise<Head[]> {
  const { heads, without } = namedHeads(named, suggested, units, by);
  const [first] = without;
  if (!first) return heads;
  const names = await namesOf(first.persons);
  const words: Sentence = (l) => say(l).headsAre(first.unit, listWords(l, first.persons.map(names)));
  throw new Refusal(words, { heads: words });
}
