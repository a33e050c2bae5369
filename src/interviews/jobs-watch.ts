/** Every morning: what is overdue reaches HR once, and answers become numbers. */
import { isWorkday } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { daily } from '../core/daily.ts';
import { type Cycle, cycles } from '../cycles/model.ts';
import { calendarOf, settings, withRole } from '../people/model.ts';
import { officeCard, officeKey } from './cards-office.ts';
import { countHelp } from './jobs-help.ts';
import { interviews } from './model.ts';
import { baseDue, officeOf } from './office.ts';
import { isShown } from './shows.ts';

export const watch = daily('interviews.watch', '07:45', async (ctx, { zone, day }) => {
  const org = await settings();
  if (zone !== org.zone) return;
  for (const { _id } of await interviews.tally({ uncounted: { $exists: true } }, ['cycle']))
    ctx.later(countHelp, { cycle: _id.cycle }, { key: `interviews.countHelp:${_id.cycle}:${day}` });
  if (!isWorkday(day, await calendarOf(org))) return;
  for (const cycle of await cycles.find({ state: { $in: ['running', 'closing'] } }, { sort: { _id: 1 } }))
    await tellOverdue(ctx, cycle);
});

/** What is overdue, and for whom somebody has to be named. Once; from then on the card follows every morning. */
async function tellOverdue(ctx: Ctx, cycle: Cycle): Promise<void> {
  if (baseDue(cycle) === undefined) return;
  for (const hr of await withRole('hr')) {
    const scope = { units: 'all', reader: hr._id } as const;
    const has = await isShown(officeKey(cycle._id), hr._id);
    const now = await officeOf(cycle, ctx.now, scope);
    if (!has && now.late.length === 0 && now.alone.length === 0) continue;
    const draw = officeCard(now);
    ctx.show(officeKey(cycle._id), { person: hr._id }, draw, has ? {} : { proactive: true });
  }
}
