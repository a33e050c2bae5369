/**
 * Who may not decide about an appeal, and who is left: the person, whoever rated or approved, calibrators, the line above
 * (as it was frozen onto the cycle, as it was at the opening, and as it is now), and everybody whom the person leads.
 */
import { dayIn } from '../core/calendar.ts';
import { participantId, participants } from '../cycles/model.ts';
import { isActive, lineAbove, onLeave, type Person, people, peopleById, withRole } from '../people/model.ts';
import { ratingOf } from '../ratings/index.ts';
import { calibratorsOf } from './calibrators.ts';
import type { Appeal, Bar, Barred } from './model.ts';
import { partyOnly, type WhyNot } from './rules.ts';

type Whose = Pick<Appeal, 'cycle' | 'person' | 'unit' | 'rater'>;

/** As things stand now; the first reason counts. */
export async function barredFrom({ cycle, person, rater, unit }: Whose): Promise<Barred[]> {
  const rating = await ratingOf(cycle, person);
  const frozen = (await participants.get(participantId(cycle, person)))?.manager;
  const lines = [
    ...(frozen === undefined ? [] : [frozen, ...(await lineAbove(frozen)).map((p) => p._id)]),
    ...(await lineAbove(person)).map((p) => p._id),
  ];
  const raters = [rater, rating?.rater, rating?.passedOn?.from];
  const approvers = [rating?.approved?.by, rating?.decider];
  const all: [Bar, (string | undefined)[]][] = [
    ['self', [person]],
    ['rater', raters],
    ['calibrator', await calibratorsOf(cycle, person, unit)],
    ['line', lines],
    ['approver', approvers],
  ];
  return unique(
    all.flatMap(([why, ids]) => ids.flatMap((id) => (id === undefined ? [] : { person: id, why }))),
  );
}

const unique = (all: readonly Barred[]): Barred[] =>
  all.filter((one, i) => all.findIndex((o) => o.person === one.person) === i);

/** For the ones asked about: barred then or now, away, or led by the person. */
export async function whyNotFor(
  appeal: Whose & Pick<Appeal, 'barred'>,
  ids: readonly string[],
  now: Date,
): Promise<WhyNot> {
  const barred = unique([...(await barredFrom(appeal)), ...appeal.barred]);
  const found = await peopleById(ids);
  const bars = new Map<string, Bar>(barred.map((b) => [b.person, b.why]));
  for (const id of new Set(ids)) {
    if (bars.has(id)) continue;
    const why = await ownBar(found.get(id), appeal.person, now);
    if (why) bars.set(id, why);
  }
  return (id) => bars.get(id);
}

async function ownBar(person: Person | undefined, led: string, now: Date): Promise<Bar | undefined> {
  const day = person && dayIn(person.zone, now);
  if (!person || !day || !isActive(person, day) || onLeave(person, day)) return 'away';
  return (await lineAbove(person._id)).some((p) => p._id === led) ? 'report' : undefined;
}

const byId = (a: Person, b: Person): number => (a._id < b._id ? -1 : 1);
const some = async (role: 'hrHead' | 'hr' | 'hrbp' | 'executive') => (await withRole(role)).sort(byId);

/** More names than that nobody chooses from; whoever is not among them can be named, too. */
const mostSuggested = 25;

/** Executives and people who lead in the cycle: whom a form suggests, when nothing speaks against them. */
export async function candidates(
  appeal: Appeal,
  now: Date,
  besides: readonly string[] = [],
): Promise<Person[]> {
  const leads = await participants.find(
    { cycle: appeal.cycle, leads: true },
    { sort: { _id: 1 }, limit: 100 },
  );
  const led = await peopleById(leads.map((p) => p.person));
  const pool = [...(await some('executive')), ...[...led.values()].sort(byId)];
  const no = await whyNotFor(
    appeal,
    pool.map((p) => p._id),
    now,
  );
  const free = pool.filter(
    (p, i) => !no(p._id) && !besides.includes(p._id) && pool.findIndex((o) => o._id === p._id) === i,
  );
  return free.slice(0, mostSuggested);
}

/** Who decides nothing is kept away by being a party alone: HR sits in most calibrations. */
const partyIn = async (...args: Parameters<typeof whyNotFor>): Promise<WhyNot> =>
  partyOnly(await whyNotFor(...args));

/** HR who can be the case owner; where nobody of HR is free, whoever else is. */
export async function owners(appeal: Appeal, now: Date): Promise<Person[]> {
  const near = (await some('hrbp')).sort(
    (a, b) =>
      Number(b.partnerOf?.includes(appeal.unit) ?? false) -
      Number(a.partnerOf?.includes(appeal.unit) ?? false),
  );
  const hr = [...near, ...(await some('hr')), ...(await some('hrHead'))];
  const no = await partyIn(
    appeal,
    hr.map((p) => p._id),
    now,
  );
  const free = hr.filter((p, i) => !no(p._id) && hr.findIndex((o) => o._id === p._id) === i);
  return free.length > 0 ? free : candidates(appeal, now);
}

/**
 * Who routes it, the first of them above all: the HR head and HR; who is a party does not. Nobody left there: partners,
 * then executives; at the very last one of the line names others, and reads nothing.
 */
export async function routers(appeal: Whose & Pick<Appeal, 'barred'>, now: Date): Promise<Person[]> {
  const ranks = [
    [...(await some('hrHead')), ...(await some('hr'))],
    await some('hrbp'),
    await some('executive'),
  ];
  for (const all of ranks) {
    const no = await partyIn(
      appeal,
      all.map((p) => p._id),
      now,
    );
    const free = all.filter((p, i) => !no(p._id) && all.findIndex((o) => o._id === p._id) === i);
    if (free.length > 0) return free;
  }
  return (ranks[2] ?? []).filter((p) => p._id !== appeal.person);
}

/** Who decides finally, as far as they can be found: the HR head, or HR, and an executive; none of the first instance. */
export async function secondInstance(appeal: Appeal, taken: readonly string[], now: Date): Promise<string[]> {
  const first = async (all: Person[]) => {
    const no = await whyNotFor(
      appeal,
      all.map((p) => p._id),
      now,
    );
    return all.find((p) => !no(p._id) && !taken.includes(p._id))?._id;
  };
  const hr = await first([...(await some('hrHead')), ...(await some('hr'))]);
  const executive = await first((await some('executive')).filter((p) => p._id !== hr));
  return [hr, executive].filter((id) => id !== undefined);
}

/** Does this business partner look after the unit, and is no party? */
export async function isPartner(appeal: Appeal, id: string, now: Date): Promise<boolean> {
  const person = await people.get(id);
  if (!person?.roles.includes('hrbp') || !person.partnerOf?.includes(appeal.unit)) return false;
  return (await partyIn(appeal, [id], now))(id) === undefined;
}
