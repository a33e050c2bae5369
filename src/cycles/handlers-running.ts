/** What HR does to a cycle that runs: more time, a pause, the end, somebody taken out; and the cards on their way. */
import { dayIn, daysBetween } from '../core/calendar.ts';
import type { Answer } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { dayWords } from '../core/i18n.ts';
import { say as core } from '../core/messages.ts';
import { type Handler, on } from '../core/module.ts';
import { rooms } from '../core/room.ts';
import { calendarOf, namesOf, settings } from '../people/model.ts';
import {
  cancelCycle,
  extendPhase,
  holdCards,
  pauseCycle,
  releaseCards,
  resumeCycle,
  retryCards,
  withdrawPerson,
} from './actions.ts';
import { type Broadcast, broadcasts } from './broadcast.ts';
import { pausedCard, resumedCard, withdrawnCard } from './cards-change.ts';
import { sweepCards } from './delivery.ts';
import { cycleCancelled, cyclePaused, cycleResumed, participantWithdrawn, phaseExtended } from './facts.ts';
import { loadCycle, type OfCycle } from './handlers.ts';
import { welcome } from './launch.ts';
import { liveCard, showLive } from './live.ts';
import { say } from './messages.ts';
import { change } from './messages-change.ts';
import { form } from './messages-form.ts';
import { live } from './messages-live.ts';
import { type Cycle, cycles, type Extension, isIn, participantId, participants } from './model.ts';
import { tellCancelled, tellExtended } from './news.ts';
import { mayRun } from './policy.ts';
import { cancel, extend, pause, resume, withdraw } from './rules.ts';
import { turn } from './turn.ts';

const steps = {
  touches: ['cycles:W'],
  load: loadCycle,
  allow: mayRun,
  redraw: (s: OfCycle, _: unknown, ctx: Ctx) => liveCard(ctx, s.cycle),
} as const;

const unchanged = (cycle: Cycle, rev: number): Cycle => {
  if (cycle.rev !== rev) throw new Refusal((l) => core(l).changed);
  return cycle;
};

const besideField = (field: string, words: Refusal['sentence']) => new Refusal(words, { [field]: words });

const notOneself = (ctx: Ctx, person: string | undefined, field: string): void => {
  if (person === ctx.actor.id) throw besideField(field, (l) => say(l).notOwn);
};

export const runningHandlers: readonly Handler[] = [
  on(extendPhase, {
    ...steps,
    async run(ctx, { cycle }, _, { phase, who, unit, person, due }) {
      const who_ = await concerned(ctx, cycle, who, unit, person);
      const by: Extension = {
        phase,
        due,
        ...(who === 'unit' && unit && { unit }),
        ...(who === 'person' && person && { person }),
      };
      const today = dayIn((await settings()).zone, ctx.now);
      const next = await cycles.save(extend(cycle, by, today, who_));
      ctx.record(phaseExtended, { about: cycle._id, data: by });
      ctx.later(tellExtended, { cycle: cycle._id, nth: next.extensions.length - 1, after: '' });
      ctx.later(turn, { cycle: cycle._id });
      await showLive(ctx, next);
      const { locale } = ctx.actor;
      return { toast: change(locale).extended(say(locale).Phase(phase), dayWords(locale, due, ctx.now)) };
    },
  }),
  on(pauseCycle, {
    ...steps,
    async run(ctx, { cycle }, { rev }) {
      const next = await cycles.save(pause(unchanged(cycle, rev), ctx.now));
      ctx.record(cyclePaused, { about: cycle._id, data: {} });
      await inRoom(ctx, `cycles.paused:${cycle._id}:${next.rev}`, pausedCard(next));
      await showLive(ctx, next);
    },
  }),
  on(resumeCycle, {
    ...steps,
    async run(ctx, { cycle }, { rev }) {
      const { next, days } = await goneOn(ctx, unchanged(cycle, rev));
      const saved = await cycles.save(next);
      ctx.record(cycleResumed, { about: cycle._id, data: { days } });
      ctx.later(turn, { cycle: cycle._id });
      await inRoom(ctx, `cycles.resumed:${cycle._id}:${saved.rev}`, resumedCard(saved, days));
      await showLive(ctx, saved);
    },
  }),
  on(cancelCycle, {
    ...steps,
    async run(ctx, { cycle }, _, { reason }) {
      const next = await cycles.save(cancel(cycle, ctx.actor.id, reason, ctx.now));
      ctx.record(cycleCancelled, { about: cycle._id, data: {} });
      ctx.later(tellCancelled, { cycle: cycle._id, after: '' });
      await showLive(ctx, next);
      return { toast: change(ctx.actor.locale).cancelDone };
    },
  }),
  on(withdrawPerson, {
    ...steps,
    run: async (ctx, { cycle }, _, { person, reason }) => takeOut(ctx, cycle, person, reason),
  }),
  on(holdCards, { ...steps, run: async (ctx, { cycle }) => hold(ctx, cycle, true) }),
  on(releaseCards, { ...steps, run: async (ctx, { cycle }) => hold(ctx, cycle, false) }),
  on(retryCards, {
    ...steps,
    async run(ctx, { cycle }) {
      const { finishedAt: _, ...b } = await broadcasts.must(cycle._id);
      await broadcasts.save(b as Broadcast);
      ctx.later(sweepCards, { cycle: cycle._id, what: 'retry', after: '' });
      return { toast: live(ctx.actor.locale).retrying };
    },
  }),
];

/** Whose due day it is; refuses nobody and oneself. */
async function concerned(
  ctx: Ctx,
  cycle: Cycle,
  who: 'all' | 'unit' | 'person',
  unit: string | undefined,
  person: string | undefined,
): Promise<{ unit?: string; person?: string }> {
  if (who === 'all') return {};
  if (who === 'unit') {
    const n = unit ? await participants.count({ cycle: cycle._id, unit }) : 0;
    if (!unit || n === 0) throw besideField('unit', (l) => say(l).nobodyThere);
    return { unit };
  }
  notOneself(ctx, person, 'person');
  const p = person ? await participants.get(participantId(cycle._id, person)) : undefined;
  if (!p || !isIn(p)) throw besideField('person', (l) => say(l).notTakingPart);
  return { unit: p.unit, person: p.person };
}

/** The cycle as it goes on now, and how many days its dates move. */
export async function goneOn(ctx: Ctx, cycle: Cycle): Promise<{ next: Cycle; days: number }> {
  const own = await settings();
  const today = dayIn(own.zone, ctx.now);
  const from = dayIn(own.zone, cycle.pausedAt ?? ctx.now);
  return {
    next: resume(cycle, from, today, await calendarOf(own)),
    days: Math.max(0, daysBetween(from, today)),
  };
}

async function inRoom(ctx: Ctx, key: string, draw: ReturnType<typeof pausedCard>): Promise<void> {
  const { announce } = await settings();
  if (await rooms.get(announce.room)) ctx.tell(key, { room: announce.room }, draw, { priority: 'approval' });
}

async function takeOut(
  ctx: Ctx,
  cycle: Cycle,
  person: string,
  reason: 'left' | 'leave' | 'other',
): Promise<Answer> {
  notOneself(ctx, person, 'person');
  if (cycle.state !== 'running' && cycle.state !== 'paused')
    throw new Refusal((l) => say(l).cycleIs(cycle.name, cycle.state));
  const p = await participants.get(participantId(cycle._id, person));
  if (!p) throw besideField('person', (l) => form(l).unknownPerson);
  await participants.save(withdraw(p, reason));
  ctx.record(participantWithdrawn, { about: person, ref: cycle._id, data: { reason } });
  if (reason !== 'left')
    ctx.tell(`cycles.withdrawn:${cycle._id}`, { person }, withdrawnCard(cycle, reason), { proactive: true });
  const names = await namesOf([person]);
  return { toast: change(ctx.actor.locale).withdrawDone(names(person)) };
}

async function hold(ctx: Ctx, cycle: Cycle, paused: boolean): Promise<void> {
  const b = await broadcasts.must(cycle._id);
  if (b.finishedAt || b.paused === paused) throw new Refusal((l) => core(l).changed);
  await broadcasts.save({ ...b, paused });
  ctx.later(sweepCards, { cycle: cycle._id, what: paused ? 'hold' : 'release', after: '' });
  if (!paused && !b.written) ctx.later(welcome, { cycle: cycle._id });
  await showLive(ctx, cycle);
}
