/** Watches the personal cards of a kick-off on their way, and holds, releases or sends them again. */
import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { type Job, job } from '../core/job.ts';
import { pageSize } from './audience.ts';
import { type Broadcast, broadcasts, figuresOf, sweepPage } from './broadcast.ts';
import { showLive } from './live.ts';
import { cycles } from './model.ts';

const lookMs = 10_000;
const longestWaitMs = 86_400_000;
/** Counting is work, too: with very many rows it is done less often. */
const rowsPerSecond = 2000;

/** The next look: soon while something moves, later and later while nothing does. */
export function nextWait(b: Pick<Broadcast, 'of' | 'waitMs'>, moved: boolean): number {
  const usual = Math.max(lookMs, Math.ceil(b.of / rowsPerSecond) * 1000);
  return moved ? usual : Math.min(longestWaitMs, Math.max(usual, b.waitMs * 2));
}

/** `at` of a look that was planned; one that was overtaken by a newer one is dropped. */
const lookArgs = { cycle: z.string(), at: z.string().optional() };

export const watchCards: Job<z.infer<z.ZodObject<typeof lookArgs>>> = job(
  'cycles.cards',
  lookArgs,
  async (ctx, args) => {
    const b = await broadcasts.get(args.cycle);
    const cycle = await cycles.get(args.cycle);
    if (!b || !cycle || b.finishedAt || cycle.state === 'cancelled') return;
    if (args.at !== undefined && args.at !== b.nextLook?.toISOString()) return;
    const figures = await figuresOf(b);
    const seen = JSON.stringify([figures, b.paused]);
    const moved = seen !== b.seen;
    if (moved) await showLive(ctx, cycle, figures);
    const over = b.written && figures.left === 0;
    const waitMs = nextWait(b, moved);
    const nextLook = new Date(ctx.now.getTime() + waitMs);
    await broadcasts.save({ ...b, seen, waitMs, nextLook, ...(over && { finishedAt: ctx.now }) });
    // Held cards do not move: releasing them brings the next look.
    if (!over && !b.paused) plan(ctx, cycle._id, nextLook);
  },
);

function plan(ctx: Ctx, cycle: string, at: Date): void {
  const iso = at.toISOString();
  ctx.later(watchCards, { cycle, at: iso }, { at, key: `cycles.cards:${cycle}:${iso}` });
}

const sweepArgs = {
  cycle: z.string(),
  what: z.enum(['hold', 'release', 'retry', 'drop']),
  after: z.string(),
};

/** Goes through the rows in pages of people. */
export const sweepCards: Job<z.infer<z.ZodObject<typeof sweepArgs>>> = job(
  'cycles.sweep',
  sweepArgs,
  async (ctx, args) => {
    const b = await broadcasts.get(args.cycle);
    const overtaken = (args.what === 'hold' && !b?.paused) || (args.what === 'release' && b?.paused);
    if (!b || overtaken) return;
    const last = await sweepPage(args.cycle, args.what, args.after, ctx.now, pageSize);
    if (last !== undefined) return { again: { ...args, after: last } };
    if (args.what !== 'drop') ctx.later(watchCards, { cycle: args.cycle });
  },
);
