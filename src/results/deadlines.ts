/** Clocks that start with the delivery of a version, in the person's own zone and by their own calendar. */
import { addWorkdays, type Day, dayIn, endOfDay } from '../core/calendar.ts';
import type { Place } from '../cycles/deadlines.ts';
import type { Receipt, Result } from './model.ts';

/** Working days to say that one has read it (domain.md §10). */
const readWithin = 5;

const daysAfter = ({ releasedAt }: Pick<Receipt, 'releasedAt'>, n: number, { zone, calendar }: Place): Day =>
  addWorkdays(dayIn(zone, releasedAt), n, calendar);

/** The last day on which the result waits for an acknowledgement. */
export const readBy = (receipt: Pick<Receipt, 'releasedAt'>, place: Place): Day =>
  daysAfter(receipt, readWithin, place);

export const silenceAfter = (receipt: Pick<Receipt, 'releasedAt'>, place: Place): Date =>
  endOfDay(place.zone, readBy(receipt, place));

/** The last day of the appeal. */
export const appealBy = (
  result: Pick<Result, 'scheme'>,
  receipt: Pick<Receipt, 'releasedAt'>,
  place: Place,
): Day => daysAfter(receipt, result.scheme.rewards.appeals.window, place);

/** No calendar leaves fewer than one working day in two weeks: who was given something longer ago may be over. */
export const soonestSilence = (now: Date): Date => new Date(now.getTime() - 5 * 86_400_000);
