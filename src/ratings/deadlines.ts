/** Until when a rating is due: three working days after the assessment locked for the person (domain.md §8). */
import { addWorkdays, dayIn, endOfDay } from '../core/calendar.ts';
import { lockAt, type Place } from '../cycles/deadlines.ts';
import type { Cycle, Participant } from '../cycles/model.ts';

export const workdays = 3;

/** The end of the third working day after `from`, where the person lives. */
export const afterwards = (from: Date, { zone, calendar }: Place): Date =>
  endOfDay(zone, addWorkdays(dayIn(zone, from), workdays, calendar));

export const dueOf = (cycle: Cycle, p: Participant, place: Place, now: Date): Date =>
  afterwards(lockAt(cycle, p, 'assessment', place) ?? now, place);
