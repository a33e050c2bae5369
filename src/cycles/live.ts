/** HR's live card of a cycle, drawn from what is stored now. */
import { dayIn } from '../core/calendar.ts';
import type { Ctx, Draw } from '../core/context.ts';
import { namesOf, settings } from '../people/model.ts';
import { type Broadcast, broadcasts, type Figures, figuresOf, minutesLeft } from './broadcast.ts';
import { discardedCard, lookingCard, readyCard, waitingCard } from './cards.ts';
import { sendingCard, standingCard, startingCard } from './cards-live.ts';
import { type Cycle, participants } from './model.ts';

export const liveKey = (cycle: string): string => `cycles.kickoff:${cycle}`;

/** Shows the live card to the one who made the cycle, at its newest. */
export async function showLive(ctx: Ctx, cycle: Cycle, counted?: Figures): Promise<void> {
  const draw = await liveCard(ctx, cycle, counted);
  ctx.show(liveKey(cycle._id), { person: cycle.by }, draw, { priority: 'approval' });
}

/** To somebody who asked for it: at the bottom of their conversation. */
export async function bringLive(ctx: Ctx, cycle: Cycle): Promise<void> {
  ctx.show(liveKey(cycle._id), { person: ctx.actor.id }, await liveCard(ctx, cycle), { anew: true });
}

export async function liveCard(ctx: Ctx, cycle: Cycle, counted?: Figures): Promise<Draw> {
  if (cycle.state === 'draft') return draftCard(ctx, cycle);
  if (cycle.state === 'scheduled') return startingCard(cycle, cycle.check?.people ?? 0);
  if (cycle.state === 'cancelled' && !cycle.startedAt) return discardedCard(cycle);
  const b = await broadcasts.get(cycle._id);
  if (b && !b.finishedAt && cycle.state !== 'cancelled') return sending(ctx, cycle, b, counted);
  return standing(ctx, cycle, b);
}

async function draftCard(ctx: Ctx, cycle: Cycle): Promise<Draw> {
  if (cycle.kept) return waitingCard(cycle);
  if (!cycle.check) return lookingCard(cycle);
  const ids = cycle.check.findings.flatMap((f) => ('ids' in f ? f.ids : []));
  const { announce } = await settings();
  const counted = cycle.check.platforms.map(async ({ platform }) => [
    platform,
    await ctx.callsLeft(platform),
  ]);
  const quota = Object.fromEntries((await Promise.all(counted)).filter(([, left]) => left !== undefined));
  return readyCard(cycle, cycle.check, await namesOf(ids), announce.name, ctx.paceOf, quota);
}

async function sending(ctx: Ctx, cycle: Cycle, b: Broadcast, counted?: Figures): Promise<Draw> {
  const { zone } = await settings();
  const figures = counted ?? (await figuresOf(b));
  return sendingCard(cycle, b, figures, minutesLeft(figures, ctx.paceOf), dayIn(zone, ctx.now));
}

async function standing(ctx: Ctx, cycle: Cycle, b: Broadcast | undefined): Promise<Draw> {
  const { zone } = await settings();
  const states = await participants.tally({ cycle: cycle._id }, ['state']);
  const count = (out: boolean) =>
    states
      .filter((s) => (s._id.state === 'not_eligible' || s._id.state === 'withdrawn') === out)
      .reduce((sum, s) => sum + s.n, 0);
  const persons = cycle.extensions.flatMap((e) => e.person ?? []);
  const names = await namesOf([...persons, ...(cycle.cancelled ? [cycle.cancelled.by] : [])]);
  const figures = b && cycle.state !== 'cancelled' ? await figuresOf(b) : undefined;
  const about = { takePart: count(false), others: count(true), names, failed: !!figures?.failed.length };
  return standingCard(cycle, about, dayIn(zone, ctx.now));
}
