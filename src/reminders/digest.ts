/** Puts a person's digest together from what is open now, and sends it at most once a day. */
import { z } from 'zod';
import { type Calendar, type Day, dayIn, daysBetween, endOfDay } from '../core/calendar.ts';
import type { Ctx, Draw } from '../core/context.ts';
import { tasksOf } from '../core/home.ts';
import { job } from '../core/job.ts';
import type { Task } from '../core/module.ts';
import { shown } from '../core/shown.ts';
import { calendarOf, calendarsOf, namesOf, type Person, people, reportsOf } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { type Digest, digestCard, mostNames, olderCard } from './cards.ts';
import { digestKey, digestPrefix, type Late, overdue, type Reminded, reminded } from './model.ts';
import {
  awake,
  besides,
  daysLeft,
  dueTasks,
  isThere,
  lateSince,
  managerMark,
  momentOn,
  newsFrom,
  nextMoment,
  tellable,
} from './rules.ts';

/** `all`: everything open, because HR or the manager asked; else what is at a mark today. */
type Which = 'due' | 'all';

/** What became of the wish to remind somebody. `later`: they are off, or it is night where they live. */
export type Outcome = 'sent' | 'later' | 'before' | 'nothing' | 'away';

const dayMs = 86_400_000;
/** An older digest is left as it is: some platforms would send it anew instead of editing it. */
const closableDays = 7;

/** A person with what is open for them now. */
export interface Open {
  p: Person;
  calendar: Calendar;
  tasks: Task[];
}

export const openOf = async (ctx: Ctx, p: Person, calendar: Calendar): Promise<Open> => ({
  p,
  calendar,
  tasks: await tasksOf(ctx.registry, p._id, ctx.now),
});

export async function remind(ctx: Ctx, open: Open, which: Which): Promise<Outcome> {
  const { p, calendar } = open;
  const day = dayIn(p.zone, ctx.now);
  if (!isThere(p, day)) return 'away';
  const before = await reminded.get(p._id);
  if (before && before.day >= day) return 'before';
  const wanted = which === 'all' ? nextMoment(p, calendar, ctx.now) : momentOn(p, day, calendar, ctx.now);
  if (!wanted) return 'away';
  if (wanted > ctx.now) return wait(ctx, p, which, wanted);
  const next = await gather(ctx, open, which, before);
  if (next.tasks.length + next.team.length === 0 && !next.overdue) return 'nothing';
  await (before ? reminded.save({ ...next, rev: before.rev }) : reminded.insert(next));
  if (before) await closeOlder(ctx, p, before.day, day);
  const draw = digestCard(await contents(ctx, open, next));
  ctx.show(digestKey(day), { person: p._id }, draw, { proactive: true, until: endOfDay(p.zone, day) });
  return 'sent';
}

function wait(ctx: Ctx, p: Person, which: Which, at: Date): Outcome {
  const key = `reminders.one:${p._id}:${dayIn(p.zone, at)}:${which}`;
  ctx.later(digestOne, { person: p._id, which }, { at, key });
  return 'later';
}

/** One person's digest at their first working moment: what is open is looked up then, not now. */
export const digestOne = job(
  'reminders.one',
  { person: z.string(), which: z.enum(['due', 'all']) },
  async (ctx, { person, which }) => {
    const p = await people.get(person);
    if (p) await remind(ctx, await openOf(ctx, p, await calendarOf(p)), which);
  },
  { worthMs: dayMs },
);

async function gather(
  ctx: Ctx,
  { p, calendar, tasks: open }: Open,
  which: Which,
  before: Reminded | undefined,
): Promise<Reminded> {
  const day = dayIn(p.zone, ctx.now);
  const snoozed = before?.snoozed ?? [];
  const mine = which === 'all' ? awake(open, day, snoozed) : dueTasks(open, day, calendar, snoozed);
  const since = before?.overdue?.to ?? new Date(ctx.now.getTime() - dayMs);
  const news = isHr(hrOf(p)) && (await overdue.one({ at: { $gt: since, $lte: ctx.now } }));
  return {
    _id: p._id,
    rev: 0,
    day,
    tasks: mine.map((t) => t.key),
    team: await lateReports(ctx, p, before),
    ...(news && { overdue: { after: since, to: ctx.now } }),
    snoozed: snoozed.filter((s) => s.until > day),
  };
}

const hrOf = ({ _id, locale, zone, roles }: Person) => ({ id: _id, locale, zone, roles });

/**
 * Reports with something that became late by three of their own working days since the manager's last digest; and what
 * stood in that one, if it never arrived. Never what is confidential.
 */
async function lateReports(ctx: Ctx, manager: Person, before: Reminded | undefined): Promise<Late[]> {
  const arrived = before && (await shown.get(`${digestKey(before.day)}>${manager._id}`));
  const from = newsFrom(before?.day, manager.leave, dayIn(manager.zone, ctx.now));
  const late = await lateFrom(ctx, await reportsOf(manager._id), from);
  const told = arrived ? before.team : [];
  const lost = before && !arrived ? besides(await stillOpen(ctx, before.team), late) : [];
  return [...besides(late, told), ...lost];
}

async function lateFrom(ctx: Ctx, reports: readonly Person[], from: Day): Promise<Late[]> {
  const calendars = await calendarsOf(reports.map((r) => r.calendar));
  const late: Late[] = [];
  for (const report of reports) {
    const today = dayIn(report.zone, ctx.now);
    if (!isThere(report, today)) continue;
    const open = tellable(await tasksOf(ctx.registry, report._id, ctx.now));
    const calendar = calendars.get(report.calendar) ?? { off: {}, work: {} };
    for (const task of lateSince(open, managerMark, today, calendar, from))
      late.push(lateOf(report._id, task));
  }
  return late;
}

const lateOf = (person: string, task: Task): Late => ({
  person,
  task: task.key,
  ...(task.due && { due: task.due }),
  ...(task.phase && { phase: task.phase }),
});

async function closeOlder(ctx: Ctx, p: Person, older: Day, today: Day): Promise<void> {
  const key = digestKey(older);
  if (daysBetween(older, today) > closableDays || !(await shown.get(`${key}>${p._id}`))) return;
  ctx.show(key, { person: p._id }, olderCard(older));
}

/** The digest as it stands now: what was finished since is gone from it. */
export async function contents(ctx: Ctx, { calendar, tasks: open }: Open, r: Reminded): Promise<Digest> {
  const listed = open.filter((t) => r.tasks.includes(t.key));
  const items = awake(listed, r.day, r.snoozed);
  const resting = r.snoozed.filter((s) => listed.some((t) => t.key === s.task) && s.until > r.day);
  const until = resting.map((s) => s.until).sort()[0];
  return {
    day: r.day,
    items: items.map((task) => ({
      task,
      ...(task.due !== undefined && { left: daysLeft(task.due, r.day, calendar) }),
    })),
    done: r.tasks.length - listed.length,
    resting: until === undefined ? undefined : { n: resting.length, until },
    others: open.length - listed.length,
    team: await named(await stillOpen(ctx, r.team)),
    overdue: r.overdue && (await overdueNow(ctx, r.overdue)),
  };
}

/** Those of whom the task is still open. */
async function stillOpen<L extends Late>(ctx: Ctx, late: readonly L[]): Promise<L[]> {
  const open = new Set<string>();
  for (const person of new Set(late.map((l) => l.person)))
    for (const task of await tasksOf(ctx.registry, person, ctx.now)) open.add(`${person}:${task.key}`);
  return late.filter((l) => open.has(`${l.person}:${l.task}`));
}

/** One row a person and phase. */
async function named(late: readonly Late[]): Promise<{ name: string; phase: string }[]> {
  const names = await namesOf(late.map((l) => l.person));
  const rows = late.map((l) => [`${l.person}:${l.phase ?? ''}`, l] as const);
  return [...new Map(rows).values()].map((l) => ({ name: names(l.person), phase: l.phase ?? '' }));
}

/** Few are looked up again and named; of many HR sees the numbers as they were in the morning. */
async function overdueNow(ctx: Ctx, { after, to }: { after: Date; to: Date }): Promise<Digest['overdue']> {
  const range = { at: { $gt: after, $lte: to } };
  const few = await overdue.find(range, { sort: { at: 1, _id: 1 }, limit: mostNames + 1 });
  if (few.length > mostNames) {
    const tally = await overdue.tally(range, ['phase', 'confidential']);
    const counted = tally.filter((t) => !t._id.confidential).map((t) => ({ phase: t._id.phase, n: t.n }));
    const secret = tally.filter((t) => t._id.confidential).reduce((sum, t) => sum + t.n, 0);
    return { phases: counted.sort(byPhase), names: [], confidential: secret };
  }
  const open = await stillOpen(ctx, few);
  const told = open.filter((row) => !row.confidential);
  const phases = [...new Set(told.map((row) => row.phase ?? ''))];
  return {
    phases: phases
      .map((phase) => ({ phase, n: told.filter((row) => (row.phase ?? '') === phase).length }))
      .sort(byPhase),
    names: await named(told),
    confidential: open.length - told.length,
  };
}

const byPhase = (a: { phase: string }, b: { phase: string }) => (a.phase < b.phase ? -1 : 1);

/** The digest that was pressed on, drawn anew. */
export async function redrawDigest(ctx: Ctx, key: string): Promise<Draw> {
  const day = key.slice(digestPrefix.length);
  const p = await people.get(ctx.actor.id);
  const newest = await reminded.get(ctx.actor.id);
  if (!p || newest?.day !== day) return olderCard(day);
  return digestCard(await contents(ctx, await openOf(ctx, p, await calendarOf(p)), newest));
}
