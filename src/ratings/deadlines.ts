/** Until when a rating is due: three working days after the assessment locked for the person (domain.md §8). */
import { addWorkdays, dayIn, endOfDay } from '../core/calendar.ts';
import { lockAt, type Place } from '../cycles/deadlines.ts';
import type { Cycle, Participant } from '../cycles/model.ts';

export const workdays = 3;

/** The end of the third working day after `from`, where the person lives. */
export const afterwards = (from: Date, { zone, calendar }: Place): Date =>
  endOfDay(zone, addWorkdays(dayIn(zone, from), workdays, calendar));

/** Counted from the lock, or from the opening where that came later. */
export function dueOf(cycle: Cycle, p: Participant, place: Place, now: Date): Date {
  const lock = lockAt(cycle, p, 'assessment', place) ?? now;
  return afterwards(lock > now ? lock : now, place);
}

/** Has the assessment locked for this one person? */
export function hasLocked(cycle: Cycle, p: Participant, place: Place, now: Date): boolean {
  const lock = lockAt(cycle, p, 'assessment', place);
  return cycle.opened.includes('assessment') && lock !== undefined && now > lock;
}
