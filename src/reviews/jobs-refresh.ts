/**
 * News for givers, cycle by cycle: whoever has something fresh gets their list drawn anew, whatever it was that changed.
 * The job knows the cycle only; nothing that it writes says which subject was behind it.
 */
import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { type Job, job } from '../core/job.ts';
import { type Cycle, cycles, participantId } from '../cycles/model.ts';
import { listCard, listKey, reviewCard, reviewKey } from './cards.ts';
import { approvalKey } from './cards-nominate.ts';
import { listingOf } from './circle.ts';
import { type Assignment, assignments, nominations } from './model.ts';
import { releases } from './model-answers.ts';
import { type Pile, pilesOf } from './piles.ts';
import { declinedBy, toReplace } from './rules.ts';
import { isTaken } from './scene.ts';
import { areShown, isShown, showApproval, shownId, showTeam } from './shows.ts';

/** Reviews a transaction; of a giver all at once. */
const reviewsAStep = 200;
/** Other things a transaction. */
const step = 50;

export const refresh: Job<{ cycle: string; after: string }> = job(
  'reviews.refresh',
  { cycle: z.string(), after: z.string() },
  async (ctx, { cycle: id, after }) => {
    const cycle = await cycles.get(id);
    const found = await assignments.find(
      { cycle: id, fresh: true, giver: { $gt: after } },
      { sort: { giver: 1 }, limit: reviewsAStep },
    );
    const givers = [...new Set(found.map((a) => a.giver))];
    if (cycle) await refreshGivers(ctx, cycle, givers);
    const last = givers.at(-1);
    return found.length === reviewsAStep && last ? { again: { cycle: id, after: last } } : undefined;
  },
);

async function refreshGivers(ctx: Ctx, cycle: Cycle, givers: readonly string[]): Promise<void> {
  const piles = await pilesOf(cycle, givers);
  const all = [...piles.values()].flatMap(({ reviews }) => reviews);
  const fresh = all.filter((a) => a.fresh);
  await assignments.change(
    { _id: { $in: fresh.map((a) => a._id) } },
    { $unset: { fresh: '' }, $inc: { rev: 1 } },
  );
  const lists = givers.map((giver) => shownId(listKey(cycle._id), giver));
  const there = await areShown([...fresh.map((a) => shownId(reviewKey(a._id), a.giver)), ...lists]);
  for (const [giver, pile] of piles) refreshGiver(ctx, giver, pile, there);
}

function refreshGiver(ctx: Ctx, giver: string, pile: Pile, there: ReadonlySet<string>): void {
  const { mine, reviews } = pile;
  for (const a of reviews) if (a.fresh) refreshReview(ctx, a, pile, there);
  const waits = (a: Assignment) => a.state === 'open' && !a.over;
  const asked = reviews.some((a) => a.fresh && waits(a));
  // One who has others waiting sees the card grow; one who had nothing to do gets a new message.
  const anew = asked && !reviews.some((a) => !a.fresh && waits(a));
  const key = listKey(mine.term.cycle._id);
  if (asked || there.has(shownId(key, giver)))
    ctx.show(key, { person: giver }, listCard(mine), { proactive: asked, anew });
}

/** The card of one review, where it was opened; that a comment was taken out is told in any case. */
function refreshReview(ctx: Ctx, a: Assignment, { mine, scene }: Pile, there: ReadonlySet<string>): void {
  const key = reviewKey(a._id);
  const told = a.redacted && a.state === 'sent';
  if (!told && !there.has(shownId(key, a.giver))) return;
  const draw = reviewCard(scene(a), mine);
  ctx.show(key, { person: a.giver }, draw, told ? { proactive: true, anew: true } : {});
}

/** Those who declined: the list that named them hears it, without a word on why. */
export const tellDeclines: Job<{ cycle: string }> = job(
  'reviews.declines',
  { cycle: z.string() },
  async (ctx, { cycle: id }) => {
    const cycle = await cycles.get(id);
    const found = await assignments.find({ cycle: id, untold: true }, { sort: { _id: 1 }, limit: step });
    for (const a of found) {
      const nomination = await nominations.get(participantId(id, a.subject));
      if (nomination) await nominations.save(declinedBy(nomination, a._id));
    }
    await assignments.change(
      { _id: { $in: found.map((a) => a._id) } },
      { $unset: { untold: '' }, $inc: { rev: 1 } },
    );
    const subjects = [...new Set(found.map((a) => participantId(id, a.subject)))].sort();
    for (const subject of cycle ? subjects : []) await askReplacement(ctx, subject);
    return found.length === step ? { again: { cycle: id } } : undefined;
  },
);

async function askReplacement(ctx: Ctx, id: string): Promise<void> {
  const one = await listingOf(id, ctx.now).catch(() => undefined);
  if (!one || !isTaken(one.term, ctx.now) || toReplace(one.nomination).length === 0) return;
  const { manager } = one.participant;
  if (!manager) return;
  const seen = await isShown(approvalKey(id), manager);
  showApproval(ctx, one, manager, { proactive: true, anew: seen });
  await showTeam(ctx, one.nomination.cycle, manager);
}

/** A comment was taken out: everybody who sent something about that person hears of it, because nobody knows whose it was. */
export const tellRedacted: Job<{ cycle: string }> = job(
  'reviews.tellRedacted',
  { cycle: z.string() },
  async (ctx, { cycle }) => {
    const found = await releases.find({ cycle, untold: true }, { limit: step });
    for (const doc of found) {
      const nomination = await nominations.get(doc._id);
      const ids = nomination?.reviewers.flatMap((r) => r.assignment ?? []) ?? [];
      await assignments.change(
        { _id: { $in: ids }, state: 'sent' },
        { $set: { redacted: true, fresh: true }, $inc: { rev: 1 } },
      );
    }
    await releases.change(
      { _id: { $in: found.map((doc) => doc._id) } },
      { $unset: { untold: '' }, $inc: { rev: 1 } },
    );
    ctx.later(refresh, { cycle, after: '' });
    return found.length === step ? { again: { cycle } } : undefined;
  },
);
