/**
 * When check-ins are due: pure date arithmetic. A series is counted from the opening of tracking, never from the last
 * check-in, so a holiday or an outage moves one date and not all that follow. A day is a local date: there is at most one
 * prompt on it, whatever the clocks do.
 */
import {
  addDays,
  addMonths,
  at,
  type Calendar,
  type Day,
  dayIn,
  daysBetween,
  isWorkday,
  nextWorkday,
} from '../core/calendar.ts';
import { afterQuiet } from '../core/outbox.ts';
import type { Scheme } from '../cycles/model.ts';

export type Every = Scheme['checkIns']['every'];

export interface Series {
  every: Every;
  /** The day on which tracking opens. */
  from: Day;
  /** The last day on which it may be asked. */
  until: Day;
}

export interface Place {
  zone: string;
  calendar: Calendar;
  quiet: { from: string; to: string };
}

const steps = {
  week: (from: Day, n: number) => addDays(from, 7 * n),
  fortnight: (from: Day, n: number) => addDays(from, 14 * n),
  month: addMonths,
  quarter: (from: Day, n: number) => addMonths(from, 3 * n),
} as const;

/** The n-th date before it is moved off holidays, n from 1 on. Where no whole interval fits, half-way: once at least. */
function slot({ every, from, until }: Series, n: number): Day {
  const day = steps[every](from, n);
  if (n > 1 || day <= until) return day;
  return addDays(from, Math.floor(daysBetween(from, until) / 2));
}

/** The first date of the series after a day, on a working day; `undefined` when the series is over. */
export function nextDate(series: Series, calendar: Calendar, after: Day): Day | undefined {
  for (let n = 1; ; n += 1) {
    const raw = slot(series, n);
    if (raw > series.until) return undefined;
    const day = nextWorkday(raw, calendar);
    if (day > after) return day <= series.until ? day : undefined;
    // A half-way date is the only one.
    if (raw < steps[series.every](series.from, n)) return undefined;
  }
}

/** A prompt later than this is not sent any more (domain.md §6, catch-up). */
export const worthMs = 4 * 3_600_000;

/** The first date, after a day if one is given, whose prompt is still worth sending. */
export function nextPrompt(
  series: Series,
  place: Pick<Place, 'zone' | 'calendar'>,
  time: string,
  now: Date,
  later?: Day,
): { day: Day; at: Date } | undefined {
  const lately = addDays(dayIn(place.zone, now), -2);
  let after = later && later > lately ? later : lately;
  for (;;) {
    const day = nextDate(series, place.calendar, after);
    if (!day) return undefined;
    const due = at(place.zone, day, time);
    if (due.getTime() + worthMs > now.getTime()) return { day, at: due };
    after = day;
  }
}

export const snoozes = ['hour', 'tomorrow', 'week'] as const;
export type Snooze = (typeof snoozes)[number];

/** When a snoozed check-in comes back: on a working day, outside quiet hours. `time` is the usual one, 'HH:MM'. */
export function snoozedTo(snooze: Snooze, place: Place, time: string, now: Date): Date {
  if (snooze === 'hour') return sensible(new Date(now.getTime() + 3_600_000), place, time);
  const day = addDays(dayIn(place.zone, now), snooze === 'week' ? 7 : 1);
  return sensible(at(place.zone, day, time), place, time);
}

/** The moment itself if it may be used; else the usual time of the next day on which it may. */
export function sensible(wanted: Date, place: Place, time: string): Date {
  const { zone, calendar } = place;
  const awake = afterQuiet(place, wanted);
  let from = awake;
  if (awake > wanted) {
    const usual = at(zone, dayIn(zone, awake), time);
    if (usual > awake) from = afterQuiet(place, usual);
  }
  while (!isWorkday(dayIn(zone, from), calendar)) {
    const day = nextWorkday(dayIn(zone, from), calendar);
    from = afterQuiet(place, at(zone, day, time));
  }
  return from;
}
