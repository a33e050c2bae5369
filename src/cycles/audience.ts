/** Whom a cycle is for: read page by page, never all at once. */
import type { Day } from '../core/calendar.ts';
import { chainAbove } from '../people/lines.ts';
import { isActive, type Person, people, peopleById } from '../people/model.ts';
import type { Audience, Cycle } from './model.ts';

export const pageSize = 1000;

type Filter = Record<string, unknown>;
type Lines = ReadonlyMap<string, string | undefined>;

/** Who belongs to the organisation on the day from which the cycle counts, and has not left today. */
export function audienceFilter(audience: Audience, startDay: Day, today: Day): Filter {
  const there: Filter = {
    hired: { $lte: startDay > today ? startDay : today },
    $or: [{ left: { $exists: false } }, { left: { $gte: today } }],
  };
  if (audience.kind === 'units') return { ...there, unit: { $in: audience.units } };
  if (audience.kind === 'people') return { ...there, _id: { $in: audience.ids } };
  return there;
}

/** A page of people in the order of their ids; without `last` it is the final one. */
export interface Page {
  people: Person[];
  last?: string;
}

/**
 * The next page after an id. Who does not belong to the audience by date is left out here and not by the query: each page
 * is a range of ids, and nothing before it is read again.
 */
export async function pageOf(audience: Audience, startDay: Day, today: Day, after: string): Promise<Page> {
  const day = startDay > today ? startDay : today;
  const some: Filter = audience.kind === 'units' ? { unit: { $in: audience.units } } : {};
  const ids = audience.kind === 'people' ? audience.ids.filter((id) => id > after).sort() : undefined;
  const which = ids ? { $in: ids.slice(0, pageSize) } : { $gt: after };
  const found = await people.find({ ...some, _id: which }, { sort: { _id: 1 }, limit: pageSize });
  const last = ids ? ids[pageSize - 1] : found[pageSize - 1]?._id;
  const there = found.filter((p) => p.hired <= day && (p.left === undefined || p.left >= today));
  return { people: there, ...(last !== undefined && { last }) };
}

/** Units with how many people they have, by name. */
export async function unitsOf(today: Day): Promise<{ unit: string; n: number }[]> {
  const rows = await people.tally(audienceFilter({ kind: 'everyone' }, today, today), ['unit']);
  return rows.map((r) => ({ unit: r._id.unit, n: r.n })).sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

const highest = 50;

/**
 * Who decides on each person: the manager, or the next active one above when that one has left; whom HR named comes
 * first. Nobody for the head of the organisation.
 */
export async function decidersOf(
  page: readonly Pick<Person, '_id' | 'manager'>[],
  today: Day,
  evaluators: Cycle['evaluators'] = [],
): Promise<Map<string, string | undefined>> {
  const named = evaluators.length > 0 ? await peopleById(evaluators.map((e) => e.manager)) : new Map();
  const deciders = new Map<string, string | undefined>(
    evaluators.filter((e) => active(named, e.manager, today)).map((e) => [e.person, e.manager]),
  );
  let open = page.filter((p) => !deciders.has(p._id)).map((p) => ({ of: p._id, above: p.manager }));
  for (let level = 0; open.length > 0 && level < highest; level += 1) {
    const found = await peopleById(open.flatMap(({ above }) => above ?? []));
    const gone = open.filter(({ above }) => above && found.get(above) && !active(found, above, today));
    for (const { of, above } of open) deciders.set(of, active(found, above, today) ? above : undefined);
    open = gone.map(({ of, above }) => ({ of, above: found.get(above ?? '')?.manager }));
  }
  return deciders;
}

const active = (found: ReadonlyMap<string, Person>, id: string | undefined, today: Day): boolean => {
  const one = id === undefined ? undefined : found.get(id);
  return one !== undefined && isActive(one, today);
};

/**
 * The lines with those whom HR named. Who is at the top has only people below them: that one of these is named is HR's
 * choice, and no circle. Two who are named for each other, or for each other's people, are one.
 */
export function withNamed(lines: Lines, evaluators: Cycle['evaluators'] = []): Lines {
  const above = new Map([...lines].map(([_id, manager]) => [_id, { _id, ...(manager && { manager }) }]));
  const apart = evaluators.filter((e) => !chainAbove(e.manager, above).includes(e.person));
  return new Map([...lines, ...apart.map((e) => [e.person, e.manager] as const)]);
}

/** The lines above people who are not in the map yet, so that a circle that leads through others is found. */
export async function climb(lines: Map<string, string | undefined>): Promise<void> {
  for (let level = 0; level < highest; level += 1) {
    const missing = [...new Set([...lines.values()].filter((m): m is string => !!m && !lines.has(m)))];
    if (missing.length === 0) return;
    for (let i = 0; i < missing.length; i += pageSize) {
      const part = missing.slice(i, i + pageSize);
      const found = await peopleById(part);
      for (const id of part) lines.set(id, found.get(id)?.manager);
    }
  }
}
