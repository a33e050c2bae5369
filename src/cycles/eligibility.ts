/** Who takes part: enough active days in the period (domain.md §4, §17.5). The others are listed with the reason. */
import { type Day, daysBetween } from '../core/calendar.ts';
import type { Person } from '../people/model.ts';
import type { Period } from './plan.ts';

/** Not eligible: came too late, on long leave, leaves too early. Withdrawn: left, long leave, another reason. */
export const reasons = ['joined', 'leave', 'leaving', 'left', 'other'] as const;
export type Reason = (typeof reasons)[number];

const later = (a: Day, b: Day) => (a > b ? a : b);
const earlier = (a: Day, b: Day) => (a < b ? a : b);
const days = (from: Day, to: Day) => (to < from ? 0 : daysBetween(from, to) + 1);

type Dates = Pick<Person, 'hired' | 'left' | 'leave'>;

/** Days of the period on which the person belonged to the organisation, and how many of them on leave. */
export function activeDays(p: Dates, period: Period): { there: number; onLeave: number } {
  const from = later(period.from, p.hired);
  const to = earlier(period.to, p.left ?? period.to);
  const onLeave = p.leave ? days(later(from, p.leave.from), earlier(to, p.leave.to ?? to)) : 0;
  return { there: days(from, to), onLeave };
}

/** What a scheme asks for, at most half of a short period. */
export const neededDays = (min: number, period: Period): number =>
  Math.min(min, Math.ceil(days(period.from, period.to) / 2));

/** Why a person does not take part, or nothing. */
export function notEligible(p: Dates, period: Period, minActiveDays: number): Reason | undefined {
  const needed = neededDays(minActiveDays, period);
  const { there, onLeave } = activeDays(p, period);
  if (there - onLeave >= needed) return undefined;
  if (there >= needed) return 'leave';
  return p.hired > period.from ? 'joined' : 'leaving';
}
