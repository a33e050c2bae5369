/** The prompt on its date, and after a snooze. Every run queues the next date, so a series never ends by accident. */
import { z } from 'zod';
import { addDays, at, type Day, dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { job } from '../core/job.ts';
import { dueDay } from '../cycles/deadlines.ts';
import {
  type Cycle,
  cycles,
  isIn,
  type Participant,
  participantId,
  participants,
  planOf,
  schemeOf,
} from '../cycles/model.ts';
import { onLeave, type Person, people } from '../people/model.ts';
import { checkInOmitted } from './facts.ts';
import { showAgain } from './live.ts';
import { type CheckIn, checkIns, newestOf } from './model.ts';
import { moveCheckIn, openCheckIn } from './opening.ts';
import { askedAgain, hindrance, snoozed } from './rules.ts';
import { leaderOf, loadScene, placeOf } from './scene.ts';
import { nextDate, nextPrompt, type Place, type Series, sensible, worthMs } from './schedule.ts';

/** One person's check-ins in one cycle. */
export interface Rhythm {
  cycle: Cycle;
  participant: Participant;
  person: Person;
  place: Place;
  series: Series;
  time: string;
}

/** `undefined` where there is no tracking, or the cycle is over. */
export function rhythmOf(
  cycle: Cycle,
  participant: Participant,
  person: Person,
  place: Place,
): Rhythm | undefined {
  const from = planOf(cycle, 'tracking')?.opens;
  const until = dueDay(cycle, participant, 'tracking');
  const over = !['running', 'paused', 'closing'].includes(cycle.state) || !isIn(participant);
  if (over || !from || !until || !cycle.opened.includes('tracking')) return undefined;
  const { every, time } = schemeOf(cycle, participant).checkIns;
  return { cycle, participant, person, place, series: { every, from, until }, time };
}

/** Queues the first date after a day that is still worth a prompt. */
export function queueNext(ctx: Ctx, r: Rhythm, after?: Day): void {
  const next = nextPrompt(r.series, r.place, r.time, ctx.now, after);
  if (!next) return;
  const args = { cycle: r.cycle._id, person: r.person._id, day: next.day };
  ctx.later(askCheckIn, args, { at: next.at, key: askKey(args) });
}

const askKey = (a: { cycle: string; person: string; day: Day }) =>
  `checkins.ask:${a.cycle}:${a.person}:${a.day}`;

const asked = { cycle: z.string(), person: z.string(), day: z.string() };
type Asked = { cycle: string; person: string; day: Day };

export const askCheckIn = job('checkins.ask', asked, async (ctx, args: Asked) => {
  const r = await found(args);
  if (!r) return;
  const due = at(r.place.zone, args.day, r.time);
  // The day was moved meanwhile: a holiday came in, or the phase.
  const moved = nextDate(r.series, r.place.calendar, addDays(args.day, -1)) !== args.day;
  if (!moved && due > ctx.now) {
    // The person went west: ten o'clock is still to come there.
    ctx.later(askCheckIn, args, { at: due, key: `${askKey(args)}@${r.place.zone}` });
    return;
  }
  queueNext(ctx, r, moved ? addDays(args.day, -1) : args.day);
  const newest = await newestOf(args.cycle, args.person);
  const why = moved ? 'moved' : hindrance({ ...r, day: args.day, due, newest, now: ctx.now });
  if (why) {
    const data = { cycle: args.cycle, day: args.day, why };
    ctx.record(checkInOmitted, { about: args.person, ref: args.cycle, data });
    return;
  }
  const around = { ...r, manager: leaderOf(r.participant) };
  if (newest?.open) await moveCheckIn(ctx, { ...around, checkIn: newest }, args.day);
  else await openCheckIn(ctx, around, 'scheduled', args.day);
});

async function found({ cycle: id, person: who }: Asked): Promise<Rhythm | undefined> {
  const [cycle, participant, person] = [
    await cycles.get(id),
    await participants.get(participantId(id, who)),
    await people.get(who),
  ];
  if (!cycle || !participant || !person) return undefined;
  return rhythmOf(cycle, participant, person, await placeOf(person));
}

const again = { checkIn: z.string(), at: z.string() };

export const againJob = job('checkins.again', again, async (ctx, args: { checkIn: string; at: string }) => {
  const scene = await loadScene(args.checkIn);
  const { checkIn, person, cycle, participant } = scene;
  // Started, skipped or put off again since.
  if (checkIn.state !== 'open' || checkIn.snoozedTo?.toISOString() !== args.at) return;
  // Nobody is asked now; the next date does it.
  const away = onLeave(person, dayIn(person.zone, ctx.now)) || !isIn(participant);
  if (cycle.state !== 'running' || away) return;
  const { time } = schemeOf(cycle, participant).checkIns;
  const late = ctx.now.getTime() - checkIn.snoozedTo.getTime() > worthMs;
  const wanted = late ? new Date(ctx.now.getTime() + 3_600_000) : ctx.now;
  const best = sensible(wanted, await placeOf(person), time);
  if (best > ctx.now) {
    askAgain(ctx, await checkIns.save(snoozed(checkIn, best)), best);
    return;
  }
  const next = await checkIns.save(askedAgain(checkIn));
  await showAgain(ctx, { ...scene, checkIn: next }, checkIn);
});

export function askAgain(ctx: Ctx, c: CheckIn, when: Date): void {
  const iso = when.toISOString();
  ctx.later(againJob, { checkIn: c._id, at: iso }, { at: when, key: `checkins.again:${c._id}:${iso}` });
}
