/** Persons of the organisation, its settings and its holiday calendars. One person may have accounts on several platforms. */
import type { Calendar, Day } from '../core/calendar.ts';
import { Any, type Doc, entity } from '../core/entity.ts';
import type { Locale } from '../core/i18n.ts';

export const roles = ['hr', 'hrHead', 'hrbp', 'executive'] as const;
export type Role = (typeof roles)[number];

export interface Person extends Doc {
  name: string;
  /** Work e-mail in lower case: what links accounts of two platforms. */
  email: string;
  unit: string;
  title: string;
  /** Person id; absent for the head of the organisation. */
  manager?: string;
  hired: Day;
  /** The day after which the person no longer belongs to the organisation. */
  left?: Day;
  /** Long leave; open-ended without `to`. */
  leave?: { from: Day; to?: Day };
  zone: string;
  locale: Locale;
  /** Id of a holiday calendar. */
  calendar: string;
  roles: Role[];
  /** Units that an HR business partner looks after. */
  partnerOf?: string[];
  /** Local times between which nothing is sent unasked. */
  quiet: { from: string; to: string };
  /** `platform:tenant:account`, the one used last first. */
  accounts: string[];
  /** Pieces by which the person is found (search.ts); who has none is not found by name. */
  search?: string[];
}

export const people = entity<Person>('people', {
  fields: {
    name: String,
    email: String,
    unit: String,
    title: String,
    manager: String,
    hired: String,
    left: String,
    leave: Any,
    zone: String,
    locale: String,
    calendar: String,
    roles: [String],
    partnerOf: { type: [String], default: undefined },
    quiet: Any,
    accounts: [String],
    search: { type: [String], default: undefined },
  },
  indexes: [
    { keys: { email: 1 }, unique: true },
    { keys: { accounts: 1 }, unique: true, where: { 'accounts.0': { $exists: true } } },
    { keys: { manager: 1 } },
    { keys: { unit: 1 } },
    { keys: { hired: 1 } },
    { keys: { roles: 1 } },
    { keys: { zone: 1, _id: 1 } },
    { keys: { search: 1 } },
  ],
});

export interface Organisation extends Doc {
  _id: 'organisation';
  name: string;
  locale: Locale;
  zone: string;
  calendar: string;
  /** Room or channel for announcements to everybody. */
  announce: { room: string; name: string };
  /** Company values that kudos can name, as HR wrote them: `Name`, or `English | 中文`. Absent: the usual four. */
  values?: string[];
  /** E-mail addresses: HR at the first look at a platform, beside those who run it. */
  firstHr?: string[];
}

export const organisations = entity<Organisation>('organisation', {
  fields: {
    name: String,
    locale: String,
    zone: String,
    calendar: String,
    announce: Any,
    values: { type: [String], default: undefined },
    firstHr: { type: [String], default: undefined },
  },
});

interface CalendarDoc extends Doc {
  name: string;
  off: { day: Day; name: string }[];
  work: { day: Day; name: string }[];
}

export const calendars = entity<CalendarDoc>('calendars', { fields: { name: String, off: Any, work: Any } });

export const usualQuiet = { from: '20:00', to: '08:00' };

export const isActive = (p: Pick<Person, 'hired' | 'left'>, day: Day): boolean =>
  p.hired <= day && (p.left === undefined || p.left >= day);
export const onLeave = (p: Pick<Person, 'leave'>, day: Day): boolean =>
  p.leave !== undefined && p.leave.from <= day && (p.leave.to === undefined || p.leave.to >= day);

export const settings = (): Promise<Organisation> =>
  organisations.must('organisation') as Promise<Organisation>;
export const reportsOf = (manager: string): Promise<Person[]> =>
  people.find({ manager }, { sort: { name: 1 } });
/**
 * Everybody who belongs to the organisation on a day, by id; of some units only, when they are given. Whoever asks wants
 * them all: this reads every person of those units.
 */
export async function activePeople(day: Day, units?: readonly string[]): Promise<Person[]> {
  const where = units ? { unit: { $in: [...units] } } : { hired: { $lte: day } };
  const found = await people.find(where);
  return found.filter((p) => isActive(p, day)).sort((a, b) => (a._id < b._id ? -1 : 1));
}

const highest = 50;

/** Manager, manager's manager … up to the top; a circle ends where it closes. */
export async function lineAbove(id: string): Promise<Person[]> {
  const above: Person[] = [];
  const met = new Set([id]);
  let next = (await people.get(id))?.manager;
  while (next !== undefined && !met.has(next) && above.length < highest) {
    met.add(next);
    const manager: Person | undefined = await people.get(next);
    if (manager) above.push(manager);
    next = manager?.manager;
  }
  return above;
}

export const withRole = (role: Role): Promise<Person[]> => people.find({ roles: role });

export async function peopleById(ids: readonly string[]): Promise<Map<string, Person>> {
  const found = ids.length > 0 ? await people.find({ _id: { $in: [...new Set(ids)] } }) : [];
  return new Map(found.map((p) => [p._id, p]));
}

/** Names for cards; an id that is nobody's stays as it is. */
export async function namesOf(ids: readonly string[]): Promise<(id: string) => string> {
  const found = await peopleById(ids);
  return (id) => found.get(id)?.name ?? id;
}

/** Public holidays and make-up workdays that hold for a person. */
export async function calendarOf(person: Pick<Person, 'calendar'>): Promise<Calendar> {
  return (await calendarsOf([person.calendar])).get(person.calendar) ?? { off: {}, work: {} };
}

export async function calendarsOf(ids: readonly string[]): Promise<Map<string, Calendar>> {
  const found = await calendars.find({ _id: { $in: [...new Set(ids)] } });
  const named = (days: { day: Day; name: string }[]) => Object.fromEntries(days.map((d) => [d.day, d.name]));
  return new Map(found.map((c) => [c._id, { off: named(c.off), work: named(c.work) }]));
}
