/** When the phases of a cycle lock, over everybody who takes part: from the zones and calendars in which they live. */
import { addDays, endOfDay } from '../core/calendar.ts';
import { calendarsOf, people, settings } from '../people/model.ts';
import { dueDay, lockAt, type Place } from './deadlines.ts';
import {
  type Audience,
  type Cycle,
  cycles,
  type Extension,
  type Phase,
  participantId,
  participants,
} from './model.ts';
import { type Locks, type LocksOf, latest } from './turns.ts';

/** The places of some people; the organisation's own when there is nobody. */
async function placesOf(filter: Record<string, unknown>): Promise<Place[]> {
  const rows = await people.tally(filter, ['zone', 'calendar']);
  const own = await settings();
  const places = rows.length > 0 ? rows.map((r) => r._id) : [{ zone: own.zone, calendar: own.calendar }];
  const calendars = await calendarsOf(places.map((p) => p.calendar));
  return places.map((p) => ({
    zone: p.zone,
    calendar: calendars.get(p.calendar) ?? { off: {}, work: {} },
  }));
}

const audienceOf = (audience: Audience): Record<string, unknown> => {
  if (audience.kind === 'units') return { unit: { $in: audience.units } };
  return audience.kind === 'people' ? { _id: { $in: audience.ids } } : {};
};

/** The first instant at which nothing of a phase is taken any more, for the last of these places. */
function lastLock(cycle: Cycle, who: { person: string; unit: string }, phase: Phase, places: Place[]): Date {
  const locks = places.flatMap((place) => lockAt(cycle, who, phase, place)?.getTime() ?? []);
  const due = dueDay(cycle, who, phase) ?? addDays(cycle.period.to, 1);
  return new Date(1 + (locks.length > 0 ? Math.max(...locks) : endOfDay('UTC', due).getTime()));
}

/** Of every phase that has not locked. */
export async function locksOf(cycle: Cycle): Promise<LocksOf> {
  const everywhere = await placesOf(audienceOf(cycle.audience));
  const locks: LocksOf = {};
  for (const { phase } of cycle.phases) {
    if (cycle.locked?.includes(phase)) continue;
    const apart: Locks['apart'] = [];
    for (const e of cycle.extensions) if (e.phase === phase) apart.push(...(await ownLock(cycle, e)));
    locks[phase] = { base: lastLock(cycle, { person: '', unit: '' }, phase, everywhere), apart };
  }
  return locks;
}

async function ownLock(cycle: Cycle, e: Extension): Promise<Locks['apart']> {
  const { unit, person, phase } = e;
  if (person !== undefined) {
    const who = await participants.get(participantId(cycle._id, person));
    const places = await placesOf({ _id: person });
    return [{ person, at: lastLock(cycle, { person, unit: who?.unit ?? '' }, phase, places) }];
  }
  if (unit === undefined) return [];
  return [{ unit, at: lastLock(cycle, { person: '', unit }, phase, await placesOf({ unit })) }];
}

/** When the next phase of any running cycle locks for the last of its participants. */
export async function nextLock(): Promise<Date | undefined> {
  const ends: number[] = [];
  for (const cycle of await cycles.find({ state: 'running' }))
    for (const locks of Object.values(await locksOf(cycle))) ends.push(latest(locks).getTime());
  return ends.length > 0 ? new Date(Math.min(...ends)) : undefined;
}
