/**
 * Phases move by this job only. Each run looks at what is due by the stored dates, does the first of it (participants
 * first, a thousand a step, then the news), and comes again until nothing is due; then it waits for the next instant. So
 * a night without the product changes nothing: what was missed happens in order.
 */
import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { daily } from '../core/daily.ts';
import { type Job, job } from '../core/job.ts';
import { settings } from '../people/model.ts';
import { pageSize } from './audience.ts';
import { cycleClosed, phaseLocked, phaseOpened } from './facts.ts';
import { showLive } from './live.ts';
import { type Cycle, cycles, participants } from './model.ts';
import { closed, locked, opened } from './rules.ts';
import { locksOf } from './times.ts';
import { type Moment, nextMoment, type Step, stepsFor, wakeAt } from './turns.ts';

export const turn: Job<{ cycle: string }> = job('cycles.turn', { cycle: z.string() }, async (ctx, args) => {
  const cycle = await cycles.get(args.cycle);
  if (cycle?.state === 'closing') return close(ctx, cycle);
  if (cycle?.state !== 'running') return;
  const { zone } = await settings();
  const locks = await locksOf(cycle);
  const next = nextMoment(cycle, locks, zone);
  for (const step of stepsFor(cycle, locks, next, ctx.now))
    if (await moved(cycle, step)) return { again: args };
  if (next && next.at <= ctx.now) {
    await happens(ctx, cycle, next);
    return { again: args };
  }
  const at = wakeAt(cycle, locks, zone, ctx.now);
  if (at) ctx.later(turn, args, { at, key: `cycles.turn:${cycle._id}:${at.toISOString()}` });
});

/** Moves a thousand, whichever they are: all of them come to the same. `true` when there may be more. */
async function moved(cycle: Cycle, { from, to, except }: Step): Promise<boolean> {
  const waiting = await participants.find(
    {
      cycle: cycle._id,
      state: from,
      ...(except.units.length > 0 && { unit: { $nin: except.units } }),
      ...(except.persons.length > 0 && { person: { $nin: except.persons } }),
    },
    { limit: pageSize },
  );
  if (waiting.length === 0) return false;
  const owes = to === 'planning' ? { 'progress.planning': 'open' } : {};
  await participants.change(
    { _id: { $in: waiting.map((p) => p._id) } },
    { $set: { state: to, ...owes }, $inc: { rev: 1 } },
  );
  return waiting.length === pageSize;
}

async function happens(ctx: Ctx, cycle: Cycle, { kind, phase }: Moment): Promise<void> {
  const next = await cycles.save(kind === 'open' ? opened(cycle, phase) : locked(cycle, phase));
  ctx.record(kind === 'open' ? phaseOpened : phaseLocked, { about: cycle._id, data: { phase } });
  await showLive(ctx, next);
}

async function close(ctx: Ctx, cycle: Cycle): Promise<void> {
  const appeals = await participants.count({ cycle: cycle._id, state: 'appealing' });
  const next = closed(cycle, appeals, ctx.now);
  if (!next) return;
  ctx.record(cycleClosed, { about: cycle._id, data: {} });
  await showLive(ctx, await cycles.save(next));
}

/** Looks after cycles whose turn went missing, and closes those whose last appeal has ended. */
export const watchCycles = daily('cycles.watch', '08:30', async (ctx, { zone, day }) => {
  if (zone !== (await settings()).zone) return;
  for (const cycle of await cycles.find({ state: { $in: ['running', 'closing'] } }, { sort: { _id: 1 } }))
    ctx.later(turn, { cycle: cycle._id }, { key: `cycles.turn:${cycle._id}:${day}` });
});
