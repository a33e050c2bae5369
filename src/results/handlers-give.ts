/** Where the scheme leaves it to managers: they talk, say so, and give the result, one by one. */
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { type Participant, participantId, participants, schemeOf } from '../cycles/model.ts';
import type { Rating } from '../ratings/index.ts';
import { giveOne, haveTalked } from './actions.ts';
import { signedOf } from './batches.ts';
import { talkHeld } from './facts.ts';
import { type Leading, led, team } from './handlers-lead.ts';
import { release } from './issue.ts';
import { say } from './messages.ts';
import { candidate, isCovered, liveIn } from './releasing.ts';
import { talkOf, talks } from './talks.ts';
import { showTeam } from './teams.ts';

/** @throws Refusal unless it is the manager's to give, with HR's sign-off before */
async function theirsToGive({
  cycle,
  person,
  name,
}: Leading): Promise<{ place: Participant; rating: Rating }> {
  const place = await participants.must(participantId(cycle._id, person));
  if (cycle.state !== 'running') throw new Refusal((l) => say(l).cycleNotRunning);
  if (schemeOf(cycle, place).rewards.release !== 'manager') throw new Refusal((l) => say(l).byHr);
  const one = await candidate(cycle, place, await liveIn(cycle));
  if (one.standing === 'released') throw new Refusal((l) => say(l).alreadyOut(name));
  if (one.standing !== 'ready' || !one.rating) throw new Refusal((l) => say(l).notReady(name));
  if (!(await isCovered(await signedOf(cycle._id), one))) throw new Refusal((l) => say(l).notCovered(name));
  return { place, rating: one.rating };
}

/** Said again, it is the same talk. */
async function noteTalk(ctx: Ctx, at: Leading): Promise<void> {
  const { place } = await theirsToGive(at);
  const { _id, cycle, person } = place;
  if (await talkOf(cycle, person)) return;
  await talks.insert({ _id, cycle, person, by: ctx.actor.id, at: ctx.now });
  ctx.record(talkHeld, { about: person, ref: cycle, data: {} });
}

async function give(ctx: Ctx, at: Leading): Promise<void> {
  const { place, rating } = await theirsToGive(at);
  if (!(await talkOf(place.cycle, place.person))) throw new Refusal((l) => say(l).talkFirst(at.name));
  await release(ctx, at.cycle, place, rating);
}

const onReport = { ...team, touches: ['results:W'] } as const;

export const giveHandlers: readonly Handler[] = [
  on(haveTalked, {
    ...onReport,
    async run(ctx, cycle, _, { value }) {
      const at = await led(ctx, cycle, value);
      await noteTalk(ctx, at);
      await showTeam(ctx, cycle, ctx.actor.id);
      return { toast: say(ctx.actor.locale).talkNoted(at.name) };
    },
  }),
  on(giveOne, {
    ...onReport,
    async run(ctx, cycle, _, { value }) {
      const at = await led(ctx, cycle, value);
      await give(ctx, at);
      await showTeam(ctx, cycle, ctx.actor.id);
      return { toast: say(ctx.actor.locale).givenTo(at.name) };
    },
  }),
];
