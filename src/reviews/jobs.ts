/** What follows the news of cycles: the assessment opens, dates pass, somebody leaves, a manager changes. */
import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { daily } from '../core/daily.ts';
import { type Job, job, news } from '../core/job.ts';
import { type Cycle, cycles, isIn, participantId } from '../cycles/model.ts';
import { settings } from '../people/model.ts';
import { listingOf } from './circle.ts';
import { approveBy } from './dates.ts';
import { approveList } from './handlers-approve.ts';
import { openAssessment } from './jobs-open.ts';
import { refresh } from './jobs-refresh.ts';
import { release } from './jobs-release.ts';
import { assignments, drafts, type Nomination, nominations } from './model.ts';
import { notReady, toReplace } from './rules.ts';
import { isTaken } from './scene.ts';
import { listChanged, showTeam } from './shows.ts';

/** Lists a transaction. */
const step = 25;

export const assessmentOpened = job(
  'reviews.opened',
  news({ phase: z.string() }),
  async (ctx, { about, data }) => {
    if (data.phase === 'assessment') ctx.later(openAssessment, { cycle: about, after: '', everybody: 0 });
  },
);

export const assessmentLocked = job(
  'reviews.locked',
  news({ phase: z.string() }),
  async (ctx, { about, data }) => {
    if (data.phase !== 'assessment') return;
    ctx.later(release, { cycle: about, after: '', all: true, people: 0 });
  },
);

/** Once a day, where the organisation is: lists whose date has passed, and people all of whose reviewers are locked. */
export const everyDay = daily('reviews.day', '08:30', async (ctx, { zone, day }) => {
  if (zone !== (await settings()).zone) return;
  for (const cycle of await cycles.find({ state: 'running' }, { sort: { _id: 1 } })) {
    if (!cycle.opened.includes('assessment')) continue;
    const key = (what: string) => ({ key: `reviews.${what}:${cycle._id}:${day}` });
    if (isPast(cycle, day)) ctx.later(approveLate, { cycle: cycle._id, after: '' }, key('approveLate'));
    ctx.later(release, { cycle: cycle._id, after: '', all: false, people: 0 }, key('release'));
  }
});

const isPast = (cycle: Cycle, day: string): boolean => (approveBy(cycle) ?? '9999') < day;

export const approveLate: Job<{ cycle: string; after: string }> = job(
  'reviews.approveLate',
  { cycle: z.string(), after: z.string() },
  async (ctx, { cycle, after }) => {
    const where = { cycle, state: 'proposed', _id: { $gt: after } };
    const found = await nominations.find(where, { sort: { _id: 1 }, limit: step });
    for (const { _id } of found) {
      const one = await listingOf(_id, ctx.now);
      if (!one.auto || !isTaken(one.term, ctx.now) || notReady(one.nomination, one.circle.k)) continue;
      await approveList(ctx, one, 'system');
      await listChanged(ctx, _id, 'system');
    }
    const last = found.at(-1)?._id;
    return found.length === step && last ? { again: { cycle, after: last } } : undefined;
  },
);

/** Reviews that are not wanted any more: what was written for them is deleted, their givers hear of it. */
async function close(ctx: Ctx, cycle: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await drafts.remove({ _id: { $in: [...ids] } });
  await assignments.change(
    { _id: { $in: [...ids] }, state: { $in: ['open', 'sent'] } },
    { $set: { state: 'closed', fresh: true }, $inc: { rev: 1 } },
  );
  ctx.later(refresh, { cycle, after: '' });
}

const asked = (n: Nomination): string[] => n.reviewers.flatMap((r) => r.assignment ?? []);

/** Who left is reviewed no more, and writes no more; what they sent stays. */
export const withdrawn = job('reviews.withdrawn', news({}), async (ctx, { about: person, ref: cycle }) => {
  const nomination = await nominations.get(participantId(cycle, person));
  if (nomination && !nomination.released) {
    await nominations.save({ ...nomination, state: 'none', released: true });
    await close(ctx, cycle, asked(nomination));
  }
  const own = await assignments.find({ giver: person, cycle, state: 'open' }, { sort: { _id: 1 } });
  await close(
    ctx,
    cycle,
    own.filter((a) => !a.over).map((a) => a._id),
  );
});

/** The new manager decides from now on; whoever was a reviewer of this person has that one role only. */
export const tookOver = job(
  'reviews.tookOver',
  news({ to: z.string().optional() }),
  async (ctx, { about: person, ref: cycle, data: { to } }) => {
    const nomination = await nominations.get(participantId(cycle, person));
    if (!nomination || nomination.released || to === undefined) return;
    const same = nomination.reviewers.filter((r) => r.person === to);
    if (same.length > 0) {
      const reviewers = nomination.reviewers.filter((r) => r.person !== to);
      await nominations.save({ ...nomination, reviewers });
      await close(
        ctx,
        cycle,
        same.flatMap((r) => r.assignment ?? []),
      );
    }
    const one = await listingOf(nomination._id, ctx.now);
    const waiting = one.nomination.state === 'proposed' || toReplace(one.nomination).length > 0;
    if (isIn(one.participant) && waiting && isTaken(one.term, ctx.now))
      await showTeam(ctx, cycle, to, { proactive: true, anew: true });
  },
);
