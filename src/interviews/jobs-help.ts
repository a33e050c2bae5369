/** 60 days later: did it help? And how the answers become numbers. */
import { z } from 'zod';
import { addDays, at, dayIn, nextWorkday } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { type Job, job } from '../core/job.ts';
import { calendarOf, isActive, type Person } from '../people/model.ts';
import { helpCard, helpKey } from './cards-help.ts';
import { added, isCountable, nobodyYet } from './helped.ts';
import { helpTallies, type Interview, interviews, type Side } from './model.ts';
import { type Scene, sceneOf } from './scene.ts';

const later = 60;

export const askHelp = job(
  'interviews.askHelp',
  { interview: z.string(), round: z.number() },
  async (ctx, { interview: id, round }) => {
    const found = await interviews.get(id);
    // A few written lines are no conversation.
    if (found?.state !== 'done' || found.round !== round || found.askedHelp || !found.heldOn) return;
    const scene = await sceneOf(found);
    if (scene.cycle.state === 'cancelled') return;
    const interview = await interviews.save({ ...found, askedHelp: ctx.now });
    const { person, manager } = scene;
    // Only those who talked can say.
    const two = manager && manager._id === found.doneWith ? [person, manager] : [person];
    for (const who of two)
      if (isActive(who, dayIn(who.zone, ctx.now))) await showHelp(ctx, { ...scene, interview }, who);
  },
);

export async function showHelp(ctx: Ctx, scene: Scene, who: Person): Promise<void> {
  const { interview, cycle, person, manager } = scene;
  const side: Side = who._id === person._id ? 'person' : 'manager';
  const other = side === 'person' ? (interview.doneWith ?? manager?._id) : person._id;
  const draw = helpCard({ interview, cycle: cycle.name, other: other ?? 'system', side });
  ctx.show(helpKey(interview), { person: who._id }, draw, { proactive: true });
}

/** Ten in the morning of a working day of the person's. */
export async function askHelpLater(ctx: Ctx, { interview, person }: Scene): Promise<void> {
  const day = nextWorkday(addDays(dayIn(person.zone, ctx.now), later), await calendarOf(person));
  const args = { interview: interview._id, round: interview.round };
  const key = `interviews.askHelp:${interview._id}:${interview.round}`;
  ctx.later(askHelp, args, { at: at(person.zone, day, '10:00'), key });
}

const batch = 300;

/** One at a time a cycle: the daily watch queues it. */
export const countHelp: Job<{ cycle: string }> = job(
  'interviews.countHelp',
  { cycle: z.string() },
  async (_, { cycle }) => {
    let more = false;
    for (const side of ['person', 'manager'] as const) more = (await counted(cycle, side)) || more;
    return more ? { again: { cycle } } : undefined;
  },
);

/** `true` when there may be others. */
async function counted(cycle: string, side: Side): Promise<boolean> {
  const found = await interviews.find({ cycle, uncounted: side }, { sort: { _id: 1 }, limit: batch });
  const given = found.flatMap((i) => i.helped[side] ?? []);
  if (!isCountable(given)) return false;
  const known = await helpTallies.get(cycle);
  const before =
    known ?? (await helpTallies.insert({ _id: cycle, person: nobodyYet(), manager: nobodyYet() }));
  await helpTallies.save({ ...before, [side]: added(before[side], given) });
  for (const i of found) await interviews.save(withoutSide(i, side));
  return found.length === batch;
}

function withoutSide(i: Interview, side: Side): Interview {
  const { uncounted, ...rest } = i;
  const left = (uncounted ?? []).filter((s) => s !== side);
  return left.length > 0 ? { ...rest, uncounted: left } : rest;
}
