/**
 * Who decides about a rating, and who rates when the manager does not: from the lines as they stand now. Never the person,
 * never the one who rated, never somebody whom the person leads.
 */
import { dayIn } from '../core/calendar.ts';
import { participantId, participants } from '../cycles/model.ts';
import { isActive, lineAbove, type Person, people, withRole } from '../people/model.ts';
import type { Rating } from './model.ts';

type Whose = Pick<Rating, 'cycle' | 'person' | 'unit'>;

const active = (p: Person, now: Date): boolean => isActive(p, dayIn(p.zone, now));

/** The manager's manager: in the cycle, else the next active one above. */
export async function aboveOf(cycle: string, manager: string, now: Date): Promise<string | undefined> {
  const frozen = (await participants.get(participantId(cycle, manager)))?.manager;
  const named = frozen !== undefined && frozen !== manager ? await people.get(frozen) : undefined;
  if (named && active(named, now)) return named._id;
  return (await lineAbove(manager)).find((p) => active(p, now))?._id;
}

async function isBelow(candidate: string, person: string): Promise<boolean> {
  return (await lineAbove(candidate)).some((p) => p._id === person);
}

/** May this one decide about the person, after that one rated? */
export async function isFree(
  candidate: Person,
  { person }: Pick<Rating, 'person'>,
  rater: string | undefined,
  now: Date,
): Promise<boolean> {
  if (candidate._id === person || candidate._id === rater || !active(candidate, now)) return false;
  return !(await isBelow(candidate._id, person));
}

/**
 * May this one be named by that one? A rater who names looks outside of the people they lead, or their own report would
 * decide about what they gave. Only where nobody else is, as under the head of a small company, one of those may.
 */
export async function mayName(
  candidate: Person,
  rating: Pick<Rating, 'person' | 'rater'>,
  by: string,
  now: Date,
): Promise<boolean> {
  const { rater } = rating;
  if (!(await isFree(candidate, rating, rater, now))) return false;
  if (by !== rater || !(await isBelow(candidate._id, rater))) return true;
  const tops = await people.find({ manager: { $exists: false } });
  return !tops.some((p) => p._id !== rater && p._id !== rating.person && active(p, now));
}

const byId = (a: Person, b: Person): number => (a._id < b._id ? -1 : 1);

/** Business partners of the unit, in a fixed order. */
export const partnersFor = async (unit: string): Promise<Person[]> =>
  (await withRole('hrbp')).filter((p) => p.partnerOf?.includes(unit)).sort(byId);

/** Where there is no manager's manager: the HR head, who may name an executive, then the others who could. */
async function standIn(of: Whose, rater: string | undefined, now: Date): Promise<string | undefined> {
  for (const role of ['hrHead', 'executive', 'hr'] as const)
    for (const one of (await withRole(role)).sort(byId))
      if (await isFree(one, of, rater, now)) return one._id;
  return undefined;
}

/** After the manager rated: their own manager. After the manager's manager did: the unit's business partner, or HR. */
export async function deciderOf(
  of: Whose & Pick<Rating, 'passedOn'>,
  rater: string,
  now: Date,
): Promise<string | undefined> {
  if (of.passedOn) {
    for (const one of await partnersFor(of.unit)) if (await isFree(one, of, rater, now)) return one._id;
    return standIn(of, rater, now);
  }
  const above = await aboveOf(of.cycle, rater, now);
  if (above !== undefined && above !== of.person) return above;
  return standIn(of, rater, now);
}

/** Who rates when the manager did not in time. */
export async function nextRater(of: Whose & Pick<Rating, 'rater'>, now: Date): Promise<string | undefined> {
  const above = of.rater && (await aboveOf(of.cycle, of.rater, now));
  if (above && above !== of.person) return above;
  return standIn(of, of.rater, now);
}

/** Whom a question to HR goes to: the unit's business partners, else HR; never the person or who asks. */
export async function officeFor({ unit, person }: Whose, by: string): Promise<string[]> {
  const others = (all: Person[]) => all.map((p) => p._id).filter((id) => id !== person && id !== by);
  const near = others(await partnersFor(unit));
  return near.length > 0 ? near : others((await withRole('hr')).sort(byId));
}
