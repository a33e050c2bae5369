/** What time and other people's news do to ratings: overdue ones pass on, new managers begin anew, leavers are dropped. */
import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { daily } from '../core/daily.ts';
import { type Job, job, news } from '../core/job.ts';
import { moveParticipant } from '../cycles/index.ts';
import { cycles, participants } from '../cycles/model.ts';
import { calendarOf, namesOf, people, settings, withRole } from '../people/model.ts';
import { missedCard, movedKey, passedCard, statementCard, statementKey } from './cards-told.ts';
import { afterwards } from './deadlines.ts';
import { deciderOf, isFree, nextRater, partnersFor } from './deciders.ts';
import { ratingMissed, ratingPassedOn, ratingStands } from './facts.ts';
import { type Rating, ratingOf, ratings, ratingsOfTeam } from './model.ts';
import { openRatings } from './opening.ts';
import { dropped, handOver, isOpen, missed, passOn, senderOf, standsAgain, wasSent } from './rules.ts';
import { sceneOf } from './scene.ts';
import { bringDecision, refreshTeam, showDecide, showTeam } from './shows.ts';
import { statementId, statements } from './statements.ts';

const page = 100;

export const watchRatings = daily('ratings.watch', '07:30', async (ctx, { zone, day }) => {
  if (zone !== (await settings()).zone) return;
  for (const cycle of await cycles.find({ state: 'running' }, { sort: { _id: 1 } }))
    if (cycle.opened.includes('assessment')) {
      openRatings(ctx, cycle._id, ctx.now);
      ctx.later(sweep, { cycle: cycle._id, after: '' }, { key: `ratings.sweep:${cycle._id}:${day}` });
    }
});

/** What is overdue, a page at a time. */
export const sweep: Job<{ cycle: string; after: string }> = job(
  'ratings.sweep',
  { cycle: z.string(), after: z.string() },
  async (ctx, { cycle, after }) => {
    const found = await ratings.find(
      { cycle, person: { $gt: after } },
      { sort: { cycle: 1, person: 1 }, limit: page },
    );
    for (const rating of found) if (ctx.now > rating.due) await overdue(ctx, rating);
    const last = found.at(-1)?.person;
    return found.length === page && last !== undefined ? { again: { cycle, after: last } } : undefined;
  },
);

async function overdue(ctx: Ctx, rating: Rating): Promise<void> {
  if (isOpen(rating)) await overdueRating(ctx, rating);
  else if (rating.state === 'submitted') await overdueDecision(ctx, rating);
}

async function nextDue(ctx: Ctx, { person: id }: Rating): Promise<Date> {
  const person = await people.must(id);
  return afterwards(ctx.now, { zone: person.zone, calendar: await calendarOf(person) });
}

async function overdueRating(ctx: Ctx, rating: Rating): Promise<void> {
  const to = rating.passedOn ? undefined : await nextRater(rating, ctx.now);
  if (to === undefined) return wasSent(rating) ? decidedAgain(ctx, rating) : endsUnrated(ctx, rating);
  const next = await ratings.save(passOn(rating, to, await nextDue(ctx, rating), ctx.now));
  const { rater: from } = rating;
  const { cycle, person } = await sceneOf(rating.cycle, rating.person);
  ctx.record(ratingPassedOn, {
    about: rating.person,
    ref: rating.cycle,
    data: { ...(from && { from }), to },
  });
  if (from) {
    ctx.show(movedKey(cycle._id, person._id), { person: from }, passedCard(cycle, person.name, to), {
      proactive: true,
    });
    await refreshTeam(ctx, cycle, from);
  }
  await showTeam(ctx, cycle, next.rater ?? to, { proactive: true, anew: true });
}

/** A return asks for another look; nobody looked, so whoever decides has what was sent before them once more. */
async function decidedAgain(ctx: Ctx, rating: Rating): Promise<void> {
  const sent = senderOf(rating);
  const decider = sent.rater && (await deciderOf(sent, sent.rater, ctx.now));
  await ratings.save(standsAgain(rating, decider, ctx.now));
  const scene = await sceneOf(rating.cycle, rating.person);
  ctx.record(ratingStands, {
    about: rating.person,
    ref: rating.cycle,
    data: { version: rating.version, ...(decider !== undefined && { to: decider }) },
  });
  for (const rater of new Set([rating.rater, sent.rater])) await refreshTeam(ctx, scene.cycle, rater);
  await bringDecision(ctx, scene);
}

/** No rating: the result says why, and HR hears of it while it can still be looked at again. */
async function endsUnrated(ctx: Ctx, rating: Rating): Promise<void> {
  const next = await ratings.save(missed(rating, rating.rater ? 'notRated' : 'noEvaluator', ctx.now));
  await moveParticipant(ctx, rating._id, 'rated');
  const { cycle, person } = await sceneOf(rating.cycle, rating.person);
  ctx.record(ratingMissed, {
    about: rating.person,
    ref: rating.cycle,
    data: { why: next.unrated?.reason ?? 'notRated' },
  });
  await refreshTeam(ctx, cycle, rating.rater);
  for (const hr of await withRole('hr'))
    if (hr._id !== rating.person)
      ctx.tell(
        `ratings.missed:${rating._id}:${rating.rev}`,
        { person: hr._id },
        missedCard(cycle, next, person.name),
        { proactive: true },
      );
}

/** Sent, but nobody decides: the unit's business partner does, once. */
async function overdueDecision(ctx: Ctx, rating: Rating): Promise<void> {
  const { submittedAt, rater, decider, passedOn, named } = rating;
  if (!submittedAt || !rater || passedOn || named) return;
  const person = await people.must(rating.person);
  if (ctx.now <= afterwards(submittedAt, { zone: person.zone, calendar: await calendarOf(person) })) return;
  for (const partner of await partnersFor(rating.unit))
    if (partner._id !== decider && (await isFree(partner, rating, rater, ctx.now))) {
      const next = { ...rating, decider: partner._id, named: { by: ctx.actor.id, at: ctx.now } };
      await ratings.save(next);
      const scene = await sceneOf(rating.cycle, rating.person);
      await showDecide(ctx, scene.cycle, { rater, decider });
      return bringDecision(ctx, scene);
    }
}

const moves = { from: z.string().optional(), to: z.string().optional() };

/** The new manager begins anew; the old one may leave a statement. */
export const followManager = job('ratings.manager', news(moves), async (ctx, { about, ref, data }) => {
  const cycle = await cycles.get(ref);
  if (cycle?.state !== 'running') return;
  const rating = await ratingOf(ref, about);
  const next = rating && handOver(rating, data.to);
  if (rating && next) {
    await ratings.save(next);
    await refreshTeam(ctx, cycle, rating.rater);
    await showDecide(ctx, cycle, rating);
    if (data.to) await showTeam(ctx, cycle, data.to, { proactive: true, anew: true });
  }
  if (data.from) await inviteStatement(ctx, { cycle: ref, person: about, by: data.from });
  await otherDeciders(ctx, ref, about);
});

async function inviteStatement(ctx: Ctx, of: { cycle: string; person: string; by: string }): Promise<void> {
  const cycle = await cycles.must(of.cycle);
  const place = await participants.get(`${of.cycle}:${of.person}`);
  const early = place?.state === 'invited' || place?.state === 'planning';
  const _id = statementId(of.cycle, of.person, of.by);
  if (early || (await statements.get(_id))) return;
  await statements.insert({ _id, ...of, at: ctx.now, text: '' });
  const name = (await namesOf([of.person]))(of.person);
  const draw = statementCard(cycle, { id: of.person, name });
  ctx.show(statementKey(of.cycle, of.person), { person: of.by }, draw, { proactive: true });
}

/** Whoever rated has another manager now: that one decides about what still waits. */
async function otherDeciders(ctx: Ctx, cycleId: string, rater: string): Promise<void> {
  const waiting = (await ratingsOfTeam(cycleId, rater)).filter((r) => r.state === 'submitted' && !r.named);
  for (const rating of waiting) {
    const decider = await deciderOf(rating, rater, ctx.now);
    if (decider === rating.decider) continue;
    const { decider: before, ...rest } = rating;
    await ratings.save({ ...rest, ...(decider !== undefined && { decider }) });
    const scene = await sceneOf(cycleId, rating.person);
    await showDecide(ctx, scene.cycle, { rater, decider: before });
    await bringDecision(ctx, scene);
  }
}

/** Who left the cycle is not rated any more. */
export const followWithdrawn = job(
  'ratings.withdrawn',
  news({ reason: z.string() }),
  async (ctx, { about, ref }) => {
    const rating = await ratingOf(ref, about);
    if (!rating || rating.state === 'dropped') return;
    await ratings.save(dropped(rating));
    const cycle = await cycles.must(ref);
    await refreshTeam(ctx, cycle, rating.rater);
    await showDecide(ctx, cycle, rating);
  },
);

const dayMs = 86_400_000;

/** A pause moves what is due by its days. */
export const followResumed = job(
  'ratings.resumed',
  news({ days: z.number() }),
  async (ctx, { about, data }) => {
    if (data.days > 0)
      ctx.later(
        shift,
        { cycle: about, days: data.days, after: '' },
        { key: `ratings.shift:${about}:${ctx.now.toISOString()}` },
      );
  },
);

export const shift: Job<{ cycle: string; days: number; after: string }> = job(
  'ratings.shift',
  { cycle: z.string(), days: z.number(), after: z.string() },
  async (_, { cycle, days, after }) => {
    const found = await ratings.find(
      { cycle, person: { $gt: after } },
      { sort: { cycle: 1, person: 1 }, limit: page },
    );
    for (const rating of found)
      if (isOpen(rating))
        await ratings.save({ ...rating, due: new Date(rating.due.getTime() + days * dayMs) });
    const last = found.at(-1)?.person;
    return found.length === page && last !== undefined ? { again: { cycle, days, after: last } } : undefined;
  },
);
