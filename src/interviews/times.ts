/**
 * When two people could meet: inside the working hours of both, on days on which both work. Nobody's calendar is known, so
 * these are offers, never bookings. Where the zones have no common working hour, the least unpleasant moments, and by how
 * much they are outside. Pure.
 */
import { addDays, at, type Calendar, type Day, dayIn, isWorkday, type Wall, wall } from '../core/calendar.ts';

export interface Seat {
  zone: string;
  calendar: Calendar;
  leave?: { from: Day; to?: Day } | undefined;
}

export interface Slot {
  at: Date;
  /** Minutes outside the working hours: of the first, of the second. */
  outside: readonly [number, number];
}

export const minutes = 45;
const MINUTE = 60_000;
const opens = 9 * 60 + 30;
const closes = 17 * 60 + 30;
/** Nobody is asked to get up in the night, if it can be avoided. */
const earliest = 6 * 60;
const latest = 22 * 60;
/** Days on which both work that are looked at, and how far ahead. */
const enoughDays = 10;
const farthest = 92;

/** Which of the days are offered first (people can prepare), and where in the common hours. */
const spread = [
  { day: 1, part: 0.2 },
  { day: 3, part: 0.7 },
  { day: 5, part: 0.45 },
] as const;

const clock = (n: number): string =>
  `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export const endOf = (start: Date): Date => new Date(start.getTime() + minutes * MINUTE);

const away = ({ leave }: Seat, day: Day): boolean =>
  leave !== undefined && leave.from <= day && (leave.to === undefined || leave.to >= day);

/** How far a talk lies outside working hours; `undefined` where they do not work on that day. */
function outside(seat: Seat, begin: Wall, end: Wall): number | undefined {
  if (begin.day !== end.day || away(seat, begin.day) || !isWorkday(begin.day, seat.calendar))
    return undefined;
  return Math.max(0, opens - minuteOf(begin.time), minuteOf(end.time) - closes);
}

export const outsideOf = (seat: Seat, start: Date): number | undefined =>
  outside(seat, wall(seat.zone, start), wall(seat.zone, endOf(start)));

const quarter = 15;
const steps = (latest - earliest) / quarter;
const length = minutes / quarter;

/** Every quarter of an hour of the first one's day that both could take; each moment is read once a zone. */
function slotsOn(first: Seat, second: Seat, day: Day): Slot[] {
  const from = at(first.zone, day, clock(earliest)).getTime();
  const grid = Array.from({ length: steps + 1 }, (_, i) => new Date(from + i * quarter * MINUTE));
  const [mine, theirs] = [first, second].map(({ zone }) => grid.map((moment) => wall(zone, moment)));
  return grid.flatMap((start, i): Slot[] => {
    const [a, b] = [mine?.[i], theirs?.[i]];
    const [aEnd, bEnd] = [mine?.[i + length], theirs?.[i + length]];
    if (!a || !b || !aEnd || !bEnd || a.day !== day) return [];
    const [one, other] = [outside(first, a, aEnd), outside(second, b, bEnd)];
    return one === undefined || other === undefined ? [] : [{ at: start, outside: [one, other] }];
  });
}

const worst = ({ outside: [a, b] }: Slot): number => Math.max(a, b);
const isInside = (slot: Slot): boolean => worst(slot) === 0;

/** Noon, half past one: people eat; odd quarters look like a mistake. */
function awkward({ zone }: Seat, slot: Slot): number {
  const begins = minuteOf(wall(zone, slot.at).time);
  const atLunch = begins < 13 * 60 + 30 && begins + minutes > 12 * 60;
  return (atLunch ? 2 : 0) + (begins % 30 === 0 ? 0 : 1);
}

/** The best of one day's slots: least outside, least awkward, nearest to that part of the common hours. */
function bestOf(slots: readonly Slot[], seats: readonly Seat[], part: number): Slot | undefined {
  const [from, to] = [slots[0]?.at.getTime() ?? 0, slots.at(-1)?.at.getTime() ?? 0];
  const wanted = from + (to - from) * part;
  const rank = (slot: Slot): number[] => [
    worst(slot),
    slot.outside[0] + slot.outside[1],
    seats.reduce((sum, seat) => sum + awkward(seat, slot), 0),
    Math.abs(slot.at.getTime() - wanted),
    slot.at.getTime(),
  ];
  return [...slots].map((slot) => ({ slot, by: rank(slot) })).sort((a, b) => compare(a.by, b.by))[0]?.slot;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((n, k) => n !== b[k]);
  return i < 0 ? 0 : (a[i] ?? 0) - (b[i] ?? 0);
}

interface Candidates {
  day: Day;
  slots: Slot[];
}

function daysFor(first: Seat, second: Seat, now: Date): Candidates[] {
  const days: Candidates[] = [];
  const today = dayIn(first.zone, now);
  for (let n = 1; n <= farthest && days.length < enoughDays; n += 1) {
    const day = addDays(today, n);
    if (away(first, day) || !isWorkday(day, first.calendar)) continue;
    const slots = slotsOn(first, second, day).filter((slot) => slot.at > now);
    if (slots.length > 0) days.push({ day, slots });
  }
  return days;
}

/**
 * Three times on three days of both, from the next ten on which both work; fewer where there are fewer. All inside both
 * people's hours as soon as such a time exists on one of these days.
 */
export function timesFor(first: Seat, second: Seat, now: Date, most = spread.length): Slot[] {
  const all = daysFor(first, second, now);
  const inside = all
    .map(({ day, slots }) => ({ day, slots: slots.filter(isInside) }))
    .filter(({ slots }) => slots.length > 0);
  const days = inside.length > 0 ? inside : all;
  const order = [...new Set([...spread.map((s) => s.day), ...days.keys()])].filter((n) => n < days.length);
  const found: Slot[] = [];
  const theirs = new Set<Day>();
  for (const n of order) {
    const part = spread[found.length]?.part ?? 0.5;
    const free = (days[n]?.slots ?? []).filter((slot) => !theirs.has(dayIn(second.zone, slot.at)));
    const slot = bestOf(free, [first, second], part);
    if (!slot || found.length === most) continue;
    found.push(slot);
    theirs.add(dayIn(second.zone, slot.at));
  }
  return found.sort((a, b) => a.at.getTime() - b.at.getTime());
}
