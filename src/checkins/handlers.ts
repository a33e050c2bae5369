/** What the person does: start, put off, skip, tick off, meet. */
import { at } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { begin } from '../core/dialog.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { asForm } from '../core/talk.ts';
import { schemeOf } from '../cycles/model.ts';
import { openSkip, openTalkForm, skip, snooze, start, tick } from './actions.ts';
import { grow } from './dialog.ts';
import { checkInSkipped } from './facts.ts';
import { skipForm } from './forms.ts';
import { askAgain } from './jobs-ask.ts';
import { drawMine, showMine } from './live.ts';
import { say } from './messages.ts';
import { type CheckIn, checkIns } from './model.ts';
import { own } from './policy.ts';
import { refuseUnlessOn, skipped, snoozed, ticked, wanted } from './rules.ts';
import { loadScene, placeOf, restTalk, type Scene } from './scene.ts';
import { type Snooze, snoozedTo } from './schedule.ts';

const steps = {
  touches: ['checkins:W'],
  load: (_: Ctx, { checkIn }: { checkIn: string }) => loadScene(checkIn),
  allow: own,
  redraw: (scene: Scene) => drawMine(scene),
} as const;

export const personHandlers: readonly Handler[] = [
  on(start, { ...steps, run: (ctx, scene) => startTalk(ctx, scene) }),
  on(openTalkForm, {
    ...steps,
    opens: true,
    async run(ctx, scene) {
      const { checkIn } = await reopened(scene);
      return { open: await asForm(ctx, grow, checkIn._id, checkIn.person) };
    },
  }),
  on(snooze, {
    ...steps,
    run: async (ctx, scene, { to }) => void (await putOff(ctx, scene, to)),
  }),
  on(openSkip, {
    ...steps,
    opens: true,
    async run(ctx, scene) {
      skipped(scene.checkIn, '', ctx.now);
      return { open: skipForm(scene.checkIn._id, ctx.actor) };
    },
  }),
  on(skip, {
    ...steps,
    run: (ctx, scene, _, { reason }) => skipOver(ctx, scene, reason),
  }),
  on(tick, {
    ...steps,
    async run(ctx, scene, { n }, { value }) {
      const open = refuseSent(scene.checkIn);
      const checkIn = await checkIns.save(ticked(open, n, value));
      await showMine(ctx, { ...scene, checkIn });
    },
  }),
];

/** Says until when. */
export async function putOff(ctx: Ctx, scene: Scene, to: Snooze): Promise<Date> {
  const { time } = schemeOf(scene.cycle, scene.participant).checkIns;
  const until = snoozedTo(to, await placeOf(scene.person), time, ctx.now);
  const checkIn = await checkIns.save(snoozed(scene.checkIn, until));
  await restTalk(checkIn);
  askAgain(ctx, checkIn, until);
  await showMine(ctx, { ...scene, checkIn });
  return until;
}

export async function skipOver(ctx: Ctx, scene: Scene, reason: string): Promise<void> {
  const { manager } = scene;
  const checkIn = await checkIns.save(skipped({ ...scene.checkIn, manager }, reason, ctx.now));
  await restTalk(checkIn);
  await showMine(ctx, { ...scene, checkIn });
  ctx.record(checkInSkipped, {
    about: checkIn.person,
    ref: checkIn._id,
    data: { cycle: checkIn.cycle },
  });
}

/** Begins the talk, or goes on with it. */
export async function startTalk(ctx: Ctx, before: Scene): Promise<void> {
  const scene = await reopened(before);
  const { checkIn } = scene;
  await begin(ctx, grow, checkIn._id, checkIn.person);
  await showMine(ctx, scene);
}

/** Starting ends a snooze, and takes back a skip. */
async function reopened(scene: Scene): Promise<Scene> {
  refuseUnlessOn(scene.cycle);
  const before = scene.checkIn;
  const { snoozedTo: _, ...awake } = wanted(before);
  const same = before.state === 'open' && before.snoozedTo === undefined;
  return { ...scene, checkIn: same ? before : await checkIns.save(awake) };
}

function refuseSent(c: CheckIn): CheckIn {
  if (c.state === 'done') throw new Refusal((l) => say(l).stands('done'));
  return c;
}

/** The moment that a form's day and time mean for the one who filled it in. */
export function momentOf(ctx: Ctx, day: string, time: string): Date {
  const wanted = /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? at(ctx.actor.zone, day, time) : ctx.now;
  if (wanted <= ctx.now) throw new Refusal((l) => say(l).meetPast, { day: (l) => say(l).meetPast });
  return wanted;
}
