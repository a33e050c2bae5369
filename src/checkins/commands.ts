/** `/perf checkin`: starts a check-in now, or goes on with the open one; with a name HR reads somebody's last one. */
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Command, command } from '../core/module.ts';
import { underWay } from '../cycles/model.ts';
import { people } from '../people/model.ts';
import { startTalk } from './handlers.ts';
import { openFor } from './handlers-meeting.ts';
import { say } from './messages.ts';
import { newestOf } from './model.ts';
import { openCheckIn } from './opening.ts';
import { lastOf, type Reading, readers, showReading } from './reading.ts';
import { refuseUnlessOn } from './rules.ts';
import { leaderOf, openOf, type Scene, sceneOf } from './scene.ts';

export const commands: readonly Command[] = [
  command('checkin', {
    aliases: ['辅导', '沟通', '辅导沟通', 'check-in'],
    help: (l) => say(l).help,
    touches: ['checkins:W'],
    load: asked,
    allow: (who, of, now) => of === undefined || readers(who, of, now),
    run: async (ctx, of) => (of ? showTheirs(ctx, of) : startTalk(ctx, await theOpenOne(ctx))),
  }),
];

/** Nothing where it is one's own. */
async function asked(ctx: Ctx, { text }: { text: string }): Promise<Reading | undefined> {
  const of = text.trim() === '' ? undefined : await lastOf(ctx, text);
  return of?.person._id === ctx.actor.id ? undefined : of;
}

/** Who leads the person gets the record that lives; for HR reading is all. */
const showTheirs = (ctx: Ctx, of: Reading): Promise<void> =>
  of.scene?.manager === ctx.actor.id ? openFor(ctx, of.scene) : showReading(ctx, of);

/** One that is open, in whichever cycle that goes on; today's that was put aside; else a new one for the cycle that runs. */
async function theOpenOne(ctx: Ctx): Promise<Scene> {
  const { id } = ctx.actor;
  const open = await openOf(id);
  if (open) return sceneOf(open);
  const places = await underWay(id);
  const at = places.find(({ cycle }) => cycle.state === 'running') ?? places[0];
  if (!at) throw new Refusal((l) => say(l).noCycle);
  refuseUnlessOn(at.cycle);
  const person = await people.must(id);
  const today = dayIn(person.zone, ctx.now);
  const newest = await newestOf(at.cycle._id, id);
  if (newest?.day === today && (newest.state === 'skipped' || newest.state === 'meeting'))
    return sceneOf(newest);
  return openCheckIn(ctx, { ...at, person, manager: leaderOf(at.participant) }, 'asked', today);
}
