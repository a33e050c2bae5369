/** What follows when relations end: managers take over, those who leave and cycles that end leave nothing open. */
import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { type Job, job, news } from '../core/job.ts';
import { meetingOffCard } from './cards-told.ts';
import { announceObstacle } from './jobs-obstacle.ts';
import { meetingKey, showMine, showObstacle } from './live.ts';
import { type CheckIn, checkIns, type Obstacle, obstacles, openIn } from './model.ts';
import { wanted } from './rules.ts';
import { restTalk, sceneOf } from './scene.ts';

/** The new manager takes over the records and what waits for an answer. */
export const tookOver = job(
  'checkins.tookOver',
  news({ from: z.string().optional(), to: z.string().optional() }),
  async (ctx, { about: person, ref: cycle, data }) => {
    const { from, to } = data;
    const lead = to ? { $set: { manager: to } } : { $unset: { manager: '' } };
    await checkIns.change({ cycle, person }, { ...lead, $inc: { rev: 1 } });
    if (from) await dropMeetings(ctx, { cycle, person }, from);
    for (const o of await obstacles.find({ cycle, person }, { sort: { _id: 1 } }))
      await handOver(ctx, o, from, to === person ? undefined : to);
  },
);

/** What waits goes to the new one; the old one is told so on the card, which is theirs no more. */
async function handOver(
  ctx: Ctx,
  o: Obstacle,
  from: string | undefined,
  to: string | undefined,
): Promise<void> {
  const moves = to !== undefined && o.state === 'open' && o.to === from;
  const next = moves ? { ...o, to } : o;
  if (moves) await showObstacle(ctx, next);
  const stillAsked = next.state === 'open' && next.to === from;
  const shownTo = o.shownTo.filter((id) => id !== from || stillAsked);
  if (!moves && shownTo.length === o.shownTo.length) return;
  const saved = await obstacles.save({ ...next, shownTo });
  if (moves) await announceObstacle(ctx, saved);
}

/** What the old manager has not agreed to, or was not agreed with them, falls away: the new one was never asked. */
async function dropMeetings(ctx: Ctx, of: { cycle: string; person: string }, from: string): Promise<void> {
  for (const c of await checkIns.find(of, { sort: { _id: 1 } })) {
    const { meeting, ...rest } = c;
    if (!meeting || meeting.agreed || (meeting.from !== from && meeting.to !== from)) continue;
    for (const reader of [meeting.from, meeting.to])
      ctx.show(meetingKey(c), { person: reader }, meetingOffCard);
    const checkIn = await checkIns.save(c.state === 'meeting' && c.newest ? wanted(rest) : rest);
    await showMine(ctx, await sceneOf(checkIn));
  }
}

/** Nobody asks any more. `over` where it is the cycle that ended: the card says so. */
type Why = { over?: true };

async function drop(ctx: Ctx, open: CheckIn, why: Why): Promise<void> {
  const { open: _, snoozedTo: __, ...rest } = open;
  const checkIn = await checkIns.save({ ...rest, ...why, state: 'dropped' });
  await restTalk(checkIn);
  await showMine(ctx, await sceneOf(checkIn));
}

const withdraw = async (ctx: Ctx, o: Obstacle, why: Why): Promise<void> =>
  showObstacle(ctx, await obstacles.save({ ...o, ...why, state: 'withdrawn' }));

/** Who leaves the cycle has nothing open any more. */
export const withdrawn = job('checkins.withdrawn', news({}), async (ctx, { about: person, ref: cycle }) => {
  const open = await openIn(cycle, person);
  if (open) await drop(ctx, open, {});
  for (const o of await obstacles.find({ cycle, person, state: 'open' }, { sort: { _id: 1 } }))
    await withdraw(ctx, o, {});
});

/** Closed or cancelled: what is still open would be asked for for ever. */
export const cycleOver = job('checkins.over', news({}), async (ctx, { about }) =>
  ctx.later(dropAll, { cycle: about }, { key: `checkins.dropAll:${about}` }),
);

/** Documents per transaction. */
const page = 100;

/** What was dropped is no longer found, so the next step begins where this one ended. */
export const dropAll: Job<{ cycle: string }> = job(
  'checkins.dropAll',
  { cycle: z.string() },
  async (ctx, { cycle }) => {
    const range = { sort: { _id: 1 as const }, limit: page };
    const open = await checkIns.find({ cycle, open: true }, range);
    for (const c of open) await drop(ctx, c, { over: true });
    if (open.length === page) return { again: { cycle } };
    const waiting = await obstacles.find({ cycle, state: 'open' }, range);
    for (const o of waiting) await withdraw(ctx, o, { over: true });
    return waiting.length === page ? { again: { cycle } } : undefined;
  },
);
