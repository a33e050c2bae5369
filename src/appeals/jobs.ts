/** What time does to appeals: clocks that run out, silence that is asked about and lapses, decisions that become final. */
import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { daily } from '../core/daily.ts';
import { type Job, job } from '../core/job.ts';
import { settings } from '../people/model.ts';
import { overdueCard } from './cards-office.ts';
import { overdue } from './clocks.ts';
import { appealOverdue } from './facts.ts';
import { type Appeal, openAfter } from './model.ts';
import { lapse, remind } from './rules.ts';
import { finish } from './rules-decide.ts';
import { actOf, type Scene, saved, sceneFor } from './scene.ts';
import { bringOwn, refresh } from './shows.ts';
import { leave } from './steps.ts';

const page = 100;

export const watchAppeals = daily('appeals.watch', '07:30', async (ctx, { zone, day }) => {
  if (zone !== (await settings()).zone) return;
  ctx.later(sweep, { after: '' }, { key: `appeals.sweep:${day}` });
});

/** A page of open appeals at a time. */
export const sweep: Job<{ after: string }> = job(
  'appeals.sweep',
  { after: z.string() },
  async (ctx, { after }) => {
    const found = await openAfter(after, page);
    for (const appeal of found) await tend(ctx, appeal);
    const last = found.at(-1)?._id;
    return found.length === page && last !== undefined ? { again: { after: last } } : undefined;
  },
);

async function tend(ctx: Ctx, appeal: Appeal): Promise<void> {
  const at = await sceneFor(appeal, ctx.now);
  if (at.cycle.state === 'cancelled') return;
  const act = actOf(ctx, at);
  const over = finish(appeal, act) ?? lapse(appeal, act);
  if (over) return ends(ctx, over);
  const reminded = remind(appeal, act);
  if (reminded) {
    const now = await saved(ctx, reminded);
    await refresh(ctx, now);
    return bringOwn(ctx, now);
  }
  await tellOverdue(ctx, at);
}

async function ends(ctx: Ctx, over: Appeal): Promise<void> {
  const now = await saved(ctx, over);
  await leave(ctx, now.appeal);
  await refresh(ctx, now);
  if (over.state === 'lapsed') bringOwn(ctx, now);
}

/** The HR head hears of every clock once. */
async function tellOverdue(ctx: Ctx, at: Scene): Promise<void> {
  const { appeal } = at;
  const clocks = overdue(appeal, at.place.zone, ctx.now);
  if (clocks.length === 0) return;
  await saved(ctx, { ...appeal, told: [...appeal.told, ...clocks] });
  const [head] = at.routers;
  for (const clock of clocks) {
    ctx.record(appealOverdue, {
      about: appeal.person,
      ref: appeal.cycle,
      data: { appeal: appeal._id, clock },
    });
    if (head)
      ctx.tell(
        `appeals.overdue:${appeal._id}:${clock}:${appeal.days[clock] ?? ''}`,
        { person: head._id },
        overdueCard(at, clock),
        { proactive: true },
      );
  }
}
