/** A check-in comes into being, or comes again: by its date, by a command, after a snooze. */
import type { Day } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { agreedGoals } from '../goals/model.ts';
import { checkInAsked, checkInPassed } from './facts.ts';
import { showAgain, showMine } from './live.ts';
import { type CheckIn, checkIns, newestOf } from './model.ts';
import { movedTo, opened } from './rules.ts';
import type { Scene } from './scene.ts';

type Around = Omit<Scene, 'checkIn'>;

/** Opens the one of this day; the record of the last one is closed by that. */
export async function openCheckIn(ctx: Ctx, at: Around, why: CheckIn['why'], day: Day): Promise<Scene> {
  const { cycle, person, manager } = at;
  const last = await newestOf(cycle._id, person._id);
  const goals = await goalsNow(cycle._id, person._id);
  const given = {
    id: ctx.id('checkin'),
    cycle: cycle._id,
    person: person._id,
    manager,
    day,
    why,
    goals,
    last,
  };
  const closed = last && (await checkIns.save({ ...last, newest: false }));
  const checkIn = await checkIns.insert(opened({ ...given, now: ctx.now }));
  if (closed) await showMine(ctx, { ...at, checkIn: closed });
  const scene = { ...at, checkIn };
  await showMine(ctx, scene, why === 'scheduled' ? { proactive: true } : {});
  ctx.record(checkInAsked, { about: person._id, ref: checkIn._id, data: { cycle: cycle._id, why } });
  return scene;
}

/** Nobody answered by the next date: the same one is asked on it. */
export async function moveCheckIn(ctx: Ctx, scene: Scene, day: Day): Promise<void> {
  const { checkIn: before } = scene;
  const goals = await goalsNow(before.cycle, before.person);
  const checkIn = await checkIns.save(movedTo(before, day, goals));
  await showAgain(ctx, { ...scene, checkIn }, before);
  const about = { about: before.person, ref: before._id };
  ctx.record(checkInPassed, { ...about, data: { cycle: before.cycle, day: before.day } });
  ctx.record(checkInAsked, { ...about, data: { cycle: before.cycle, why: 'scheduled' } });
}

async function goalsNow(cycle: string, person: string): Promise<CheckIn['goals']> {
  return (await agreedGoals(cycle, person)).map((g) => ({ id: g._id, title: g.title }));
}
