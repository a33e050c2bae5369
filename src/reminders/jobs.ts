/** Every working day at 09:30, zone by zone and in steps: one digest a person. */
import { z } from 'zod';
import { type Calendar, dayIn, isWorkday } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { daily } from '../core/daily.ts';
import { job } from '../core/job.ts';
import { calendarsOf, people } from '../people/model.ts';
import { type Open, openOf, remind } from './digest.ts';
import { type Overdue, overdue } from './model.ts';
import { hrMark, isThere, lateBy } from './rules.ts';

/** People a transaction. */
const step = 50;
const hrRoles = ['hr', 'hrHead'];
const forgottenMs = 14 * 86_400_000;
const noDays: Calendar = { off: {}, work: {} };

export const digests = daily('reminders.digest', '09:30', async (ctx, { zone, day }) => {
  await overdue.remove({ at: { $lt: new Date(ctx.now.getTime() - forgottenMs) } });
  ctx.later(digestStep, { zone, day, after: '', hr: false }, { key: `reminders.step:${zone}:${day}` });
});

/** HR comes last, when all others of the zone have been looked at: what is late by five days is theirs to hear. */
export const digestStep = job(
  'reminders.step',
  { zone: z.string(), day: z.string(), after: z.string(), hr: z.boolean() },
  async (ctx, args) => {
    const { zone, day, after, hr } = args;
    // Hours late and past midnight: the next morning's digest is near.
    if (dayIn(zone, ctx.now) !== day) return;
    const of = hr ? { roles: { $in: hrRoles } } : {};
    const page = await people.find({ zone, ...of, _id: { $gt: after } }, { sort: { _id: 1 }, limit: step });
    const calendars = await calendarsOf(page.map((p) => p.calendar));
    for (const p of page.filter((someone) => isThere(someone, day))) {
      const open = await openOf(ctx, p, calendars.get(p.calendar) ?? noDays);
      if (!hr) await noteOverdue(ctx, open, day);
      if (hr === p.roles.some((role) => hrRoles.includes(role))) await remind(ctx, open, 'due');
    }
    const last = page.at(-1);
    if (last && page.length === step) return { again: { ...args, after: last._id } };
    return hr ? undefined : { again: { ...args, after: '', hr: true } };
  },
  { worthMs: 86_400_000 },
);

async function noteOverdue(ctx: Ctx, { p, calendar, tasks }: Open, day: string): Promise<void> {
  const late = isWorkday(day, calendar) ? lateBy(tasks, hrMark, day, calendar) : [];
  const rows = late.map(
    (task): Omit<Overdue, 'rev'> => ({
      _id: `${p._id}:${task.key}`,
      person: p._id,
      task: task.key,
      phase: task.phase ?? '',
      confidential: task.confidential === true,
      at: ctx.now,
    }),
  );
  // The same task is late once more when its due day was moved in between.
  await overdue.remove({ _id: { $in: rows.map((row) => row._id) } });
  await overdue.insertAll(rows);
}
