/**
 * Jobs that run once a local date, in every zone that somebody lives in. The instant is computed by calendar.ts from the
 * wall time and the zone (node-cron skips days whose midnight falls into a gap); one row per zone and date, named by
 * both, so ten ticks on three replicas make one job. Each run queues the next date.
 */
import { z } from 'zod';
import { addDays, at, type Day, dayIn } from './calendar.ts';
import type { Ctx, Parts } from './context.ts';
import { type Job, jobRow, jobs } from './job.ts';

interface LocalDay {
  zone: string;
  day: Day;
}

export interface DailyJob extends Job<LocalDay> {
  readonly time: string;
}

/** `time` is 'HH:MM' local. Missed by more than a day it is not made up for. */
export function daily(name: string, time: string, run: (ctx: Ctx, on: LocalDay) => Promise<void>): DailyJob {
  const self: DailyJob = {
    name,
    time,
    tries: 8,
    worthMs: Number.POSITIVE_INFINITY,
    args: z.object({ zone: z.string(), day: z.string() }),
    async run(ctx, on, due) {
      const next = following(self, on.zone, ctx.now);
      ctx.later(self as Job<LocalDay>, next.args, { at: next.at, key: next.key });
      if (ctx.now.getTime() - due.getTime() <= 86_400_000) await run(ctx, on);
    },
  };
  return self;
}

/** The next local date on which the job is still to come. */
function following(of: DailyJob, zone: string, now: Date) {
  const today = dayIn(zone, now);
  const day = at(zone, today, of.time) > now ? today : addDays(today, 1);
  return { args: { zone, day }, at: at(zone, day, of.time), key: `${of.name}:${zone}:${day}` };
}

const isDaily = (job: Job): job is Job & DailyJob => 'time' in job;

/** Makes sure that every zone has its next run queued: at start, on every tick, and when people move. */
export async function queueDaily(parts: Parts): Promise<void> {
  await parts.store.within(async () => {
    const zones = await parts.directory.zones();
    const all = [...parts.registry.jobs.values()].filter(isDaily);
    const rows = all.flatMap((of) =>
      zones.map((zone) => {
        const next = following(of as DailyJob, zone, parts.clock.now());
        return jobRow(of as unknown as DailyJob, next.args, next.at, next.key);
      }),
    );
    const there = new Set((await jobs.find({ _id: { $in: rows.map((r) => r._id) } })).map((r) => r._id));
    for (const row of rows) if (!there.has(row._id)) await jobs.insert(row).catch(keepFirst);
  });
}

const keepFirst = (e: unknown) => {
  if ((e as { code?: unknown }).code !== 11000) throw e;
};
