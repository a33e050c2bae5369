/** The days of an appeal: working days by the calendar of the one who appeals, over at the end of the day where they live. */
import { addWorkdays, type Day, dayIn, workdaysBetween } from '../core/calendar.ts';
import type { Place } from '../cycles/deadlines.ts';
import type { Appeal, Clock } from './model.ts';

/** Working days for each step (domain.md §11). */
export const spans: Readonly<Record<Clock, number>> = {
  assign: 1,
  acknowledge: 2,
  /** Of the rater; the decision does not wait for it. */
  statement: 3,
  decide: 10,
  rerate: 5,
  escalate: 5,
  conclude: 10,
};

/** Something is needed from the person: reminded after so many working days, lapsed so many after the reminder. */
export const answerDays = 5;
export const lapseDays = 10;

/** The n-th working day after a moment. */
export const dayAfter = (from: Date, n: number, { zone, calendar }: Place): Day =>
  addWorkdays(dayIn(zone, from), n, calendar);

export const clock = (which: Clock, from: Date, place: Place): Day => dayAfter(from, spans[which], place);

export const isOver = (day: Day, zone: string, now: Date): boolean => dayIn(zone, now) > day;

export const openNeed = (appeal: Pick<Appeal, 'needs'>) => appeal.needs.find((need) => !need.answer);

const byState: Partial<Record<Appeal['state'], (a: Appeal) => Clock[]>> = {
  opened: () => ['assign'],
  assigned: () => ['acknowledge', 'decide'],
  // While the person is asked for something the panel's clock stands still.
  hearing: (a) => (openNeed(a) ? [] : ['decide']),
  decided: (a) => (a.decision?.outcome === 're-rate' && !a.rerated ? ['rerate'] : ['escalate']),
  escalated: () => ['conclude'],
};

/** What has to happen next, each with its day. */
export const running = (a: Appeal): { clock: Clock; day: Day }[] =>
  (byState[a.state]?.(a) ?? []).flatMap((which) => {
    const day = a.days[which];
    return day === undefined ? [] : [{ clock: which, day }];
  });

/** Clocks of others that have run out, and of which nobody was told. That nobody escalates is no delay. */
export const overdue = (a: Appeal, zone: string, now: Date): Clock[] =>
  running(a)
    .filter(({ clock: which, day }) => which !== 'escalate' && isOver(day, zone, now))
    .map((r) => r.clock)
    .filter((which) => !a.told.includes(which));

/** The decision's day after a wait for the person: the working days that were left then, and at least one. */
export function resumed(decide: Day, askedAt: Date, now: Date, place: Place): Day {
  const left = workdaysBetween(dayIn(place.zone, askedAt), decide, place.calendar);
  const next = dayAfter(now, Math.max(1, left), place);
  return next > decide ? next : decide;
}
