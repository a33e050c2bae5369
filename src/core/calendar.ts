/**
 * Days, zones and working days. A day is text without a zone; an instant is a `Date`. The zone rules come from Intl (the
 * tz data of the running Node), never from the machine's own zone, and never from a library that jumps over a gap its own way:
 * a wall time in a gap is the first instant after the gap, one that happens twice is its first occurrence.
 */

import { format, lastDayOfMonth, addMonths as laterMonth } from 'date-fns';

/** A calendar date 'YYYY-MM-DD', without zone. */
export type Day = string;

/** Names by day. A day that stands in both is off: nobody is disturbed on a holiday. Saturdays and Sundays are off otherwise. */
export interface Calendar {
  /** Public holidays. */
  off: Record<Day, string>;
  /** Make-up workdays: Saturdays and Sundays on which people work. */
  work: Record<Day, string>;
}

export interface Wall {
  day: Day;
  /** 'HH:MM', 00:00 to 23:59. */
  time: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** No zone was ever further from UTC than 15 h 56 min (Manila before 1845). */
const FURTHEST = 16 * HOUR;

const formatters = new Map<string, Intl.DateTimeFormat>();

function newFormatter(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = newFormatter(zone);
  formatters.set(zone, made);
  return made;
}

/** A wall clock's reading as if it were UTC: whole seconds, in milliseconds. */
function reading(zone: string, instant: number): number {
  const text = formatter(zone).format(instant);
  // 'MM/DD/YYYY, HH:MM:SS'; formatToParts would say the same three times slower.
  const found = /^(\d\d)\/(\d\d)\/(\d{4}), (\d\d):(\d\d):(\d\d)$/.exec(text);
  if (!found) throw new RangeError(`cannot read the wall clock of ${zone}: ${text}`);
  const [, month, day, year, hour, minute, second] = found;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function offset(zone: string, instant: number): number {
  const whole = Math.floor(instant / 1000) * 1000;
  return reading(zone, whole) - whole;
}

/** Is this a zone of the tz database that this Node knows ('Asia/Shanghai', 'UTC')? Bare offsets ('+08:00') are not. */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    newFormatter(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export function wall(zone: string, at: Date): Wall {
  const shown = reading(zone, at.getTime());
  return { day: dayOf(shown), time: new Date(shown).toISOString().slice(11, 16) };
}

/** The local date of an instant. */
export function dayIn(zone: string, at: Date): Day {
  return wall(zone, at).day;
}

/**
 * The instant at which the clocks of a zone show this day and time. In a gap: the first instant after it. In a fold: the first
 * of the two. So there is exactly one for every day and time, also on a day that a zone left out (Apia, 30 December 2011).
 */
export function at(zone: string, day: Day, time: string): Date {
  const shown = epoch(day) + timeOfDay(time);
  const before = offset(zone, shown - FURTHEST);
  const after = offset(zone, shown + FURTHEST);
  const first = shown - Math.max(before, after);
  if (offset(zone, first) === shown - first) return new Date(first);
  const last = shown - Math.min(before, after);
  if (offset(zone, last) === shown - last) return new Date(last);
  return new Date(changeBetween(zone, first, last));
}

/** The first instant of (from, to] with the offset that holds at `to`. Zones change on whole seconds. */
function changeBetween(zone: string, from: number, to: number): number {
  const later = offset(zone, to);
  let low = from / 1000;
  let high = to / 1000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(zone, middle * 1000) === later) high = middle;
    else low = middle;
  }
  return high * 1000;
}

/** The last millisecond of a local day: one before the next local day starts. */
export function endOfDay(zone: string, day: Day): Date {
  return new Date(at(zone, addDays(day, 1), '00:00').getTime() - 1);
}

function timeOfDay(time: string): number {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!found) throw new RangeError(`not a time of day: ${time}`);
  return Number(found[1]) * HOUR + Number(found[2]) * MINUTE;
}

function dayOf(instant: number): Day {
  const text = new Date(instant).toISOString();
  if (!/^\d{4}-/.test(text)) throw new RangeError(`not a day of the years 0000 to 9999: ${text}`);
  return text.slice(0, 10);
}

function epoch(day: Day): number {
  const instant = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(instant) || dayOf(instant) !== day) throw new RangeError(`not a day: ${day}`);
  return instant;
}

export function isDay(text: string): boolean {
  try {
    epoch(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export function addDays(day: Day, n: number): Day {
  return dayOf(epoch(day) + n * DAY);
}

/** How many days from a to b; negative when b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return (epoch(b) - epoch(a)) / DAY;
}

/** Monday 1 … Sunday 7. */
export function weekday(day: Day): number {
  return new Date(epoch(day)).getUTCDay() || 7;
}

/** The last day of the month. */
export const monthEnd = (day: Day): Day => counted(day, lastDayOfMonth);

/** The same day n months on, or the month's last day where that one is missing (31 January + 1 month). */
export const addMonths = (day: Day, n: number): Day => counted(day, (date) => laterMonth(date, n));

/** date-fns counts in the machine's zone: at noon every zone has the same day. */
function counted(day: Day, count: (date: Date) => Date): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return format(count(new Date(year, month - 1, date, 12)), 'yyyy-MM-dd');
}

export function isWorkday(day: Day, calendar?: Calendar): boolean {
  if (calendar && Object.hasOwn(calendar.off, day)) return false;
  if (calendar && Object.hasOwn(calendar.work, day)) return true;
  return weekday(day) <= 5;
}

/** The day itself when people work on it, else the next day on which they do. */
export function nextWorkday(day: Day, calendar?: Calendar): Day {
  let found = day;
  while (!isWorkday(found, calendar)) found = addDays(found, 1);
  return found;
}

/** The n-th workday after a day, or before it when n is negative. n = 0 is the day itself, workday or not. */
export function addWorkdays(day: Day, n: number, calendar?: Calendar): Day {
  const step = n < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(n); left > 0; ) {
    found = addDays(found, step);
    if (isWorkday(found, calendar)) left -= 1;
  }
  return found;
}

/** The n with `addWorkdays(a, n) = b` for a workday b: workdays after a up to and with b; negative when b is earlier. */
export function workdaysBetween(a: Day, b: Day, calendar?: Calendar): number {
  const step = b < a ? -1 : 1;
  let count = 0;
  for (let day = a; day !== b; ) {
    day = addDays(day, step);
    if (isWorkday(day, calendar)) count += step;
  }
  return count;
}
