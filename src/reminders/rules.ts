/**
 * When somebody is reminded, of what, and who else hears of it (domain.md §14): 3, 1 and 0 working days before something
 * is due and once the day after; the manager after 3, HR after 5. Pure: days and calendars come in.
 */
import {
  addDays,
  addWorkdays,
  at,
  type Calendar,
  type Day,
  dayIn,
  daysBetween,
  isWorkday,
  wall,
  workdaysBetween,
} from '../core/calendar.ts';
import type { Task } from '../core/module.ts';
import { afterQuiet } from '../core/outbox.ts';
import { isActive, onLeave, type Person } from '../people/model.ts';

/** Working days left at which the person is reminded; below zero it is overdue. */
export const marks: readonly number[] = [3, 1, 0, -1];
export const managerMark = -3;
export const hrMark = -5;

/** Nobody is written to before or after these local times, whatever their quiet hours say. */
export const workingHours = { from: '09:00', to: '18:00' };

/** Further away than this no mark is near, whatever the holidays. */
const far = 60;

/**
 * Working days left: 0 on the last working day up to the due day, −1 on the first one after it. From one working day to
 * the next it falls by exactly one, so each mark is met on one day only.
 */
export function daysLeft(due: Day, today: Day, calendar: Calendar): number {
  const days = daysBetween(today, due);
  if (Math.abs(days) > far) return days;
  return days >= 0 ? workdaysBetween(today, due, calendar) : -workdaysBetween(due, today, calendar);
}

export interface Snooze {
  task: string;
  /** The first day on which it is spoken of again. */
  until: Day;
}

/** What a day's digest is about: the tasks at a mark, and those whose rest ends. */
export function dueTasks(
  tasks: readonly Task[],
  today: Day,
  calendar: Calendar,
  snoozed: readonly Snooze[],
): Task[] {
  return tasks.filter((task) => {
    const rest = snoozed.find((s) => s.task === task.key);
    if (rest) return rest.until <= today;
    return task.due !== undefined && marks.includes(daysLeft(task.due, today, calendar));
  });
}

/** All that is open and does not rest. */
export const awake = (tasks: readonly Task[], today: Day, snoozed: readonly Snooze[]): Task[] =>
  tasks.filter((task) => !snoozed.some((s) => s.task === task.key && s.until > today));

/** What is late by exactly so many working days. */
export const lateBy = (tasks: readonly Task[], mark: number, today: Day, calendar: Calendar): Task[] =>
  tasks.filter((task) => task.due !== undefined && daysLeft(task.due, today, calendar) === mark);

/** What became late by so many working days on that day or later: nobody was told by a digest that did not go out. */
export const lateSince = (
  tasks: readonly Task[],
  mark: number,
  today: Day,
  calendar: Calendar,
  from: Day,
): Task[] =>
  tasks.filter(
    ({ due }) =>
      due !== undefined &&
      daysLeft(due, today, calendar) <= mark &&
      addWorkdays(due, -mark, calendar) >= from,
  );

/** Who never had a digest is told of what is as old as this; of a leave that has just ended it counts from its start. */
const lookBack = 4;

export function newsFrom(last: Day | undefined, leave: Person['leave'], today: Day): Day {
  const soon = addDays(today, -lookBack);
  if (last) return last;
  return leave?.to && leave.to >= soon && leave.from < soon ? leave.from : soon;
}

/** Those that are not among the others: a task of a person with the same due day. */
export function besides<L extends Lateness>(late: readonly L[], others: readonly Lateness[]): L[] {
  const known = new Set(others.map(lateness));
  return late.filter((l) => !known.has(lateness(l)));
}

interface Lateness {
  person: string;
  task: string;
  due?: Day;
}
const lateness = ({ person, task, due }: Lateness): string => `${person}:${task}:${due ?? ''}`;

/** What others may hear of by name: an overdue confidential answer is its giver's reminder and a number for HR. */
export const tellable = (tasks: readonly Task[]): Task[] => tasks.filter((task) => !task.confidential);

/** Works for us and is not on long leave. */
export const isThere = (p: Pick<Person, 'hired' | 'left' | 'leave'>, day: Day): boolean =>
  isActive(p as Person, day) && !onLeave(p as Person, day);

type Reachable = Pick<Person, 'hired' | 'left' | 'leave' | 'zone' | 'quiet'>;

/** The first moment of that local day, from `now` on, at which the person works and wants to be written to. */
export function momentOn(p: Reachable, day: Day, calendar: Calendar, now: Date): Date | undefined {
  if (!isThere(p, day) || !isWorkday(day, calendar)) return undefined;
  const opens = at(p.zone, day, workingHours.from);
  const first = afterQuiet(p, now > opens ? now : opens);
  const there = wall(p.zone, first);
  return there.day === day && there.time < workingHours.to ? first : undefined;
}

/** The next such moment, today or on a later working day; `undefined` when there is none within two weeks. */
export function nextMoment(p: Reachable, calendar: Calendar, now: Date): Date | undefined {
  const today = dayIn(p.zone, now);
  for (let n = 0; n <= 14; n += 1) {
    const moment = momentOn(p, addDays(today, n), calendar, now);
    if (moment) return moment;
  }
  return undefined;
}

/** "Tomorrow" for somebody who works by this calendar. */
export const restUntil = (today: Day, calendar: Calendar): Day => addWorkdays(today, 1, calendar);

/** Rests that are over go; the new ones replace those of the same tasks. */
export function rested(before: readonly Snooze[], tasks: readonly string[], until: Day): Snooze[] {
  const others = before.filter((s) => !tasks.includes(s.task));
  return [...others, ...tasks.map((task) => ({ task, until }))];
}
