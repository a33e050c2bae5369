/** Finding a time: proposed by one, taken by the other, moved, called off. */
import { at } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import {
  acceptTime,
  askToTalk,
  callOff,
  chooseTime,
  keepTime,
  openPlace,
  openTime,
  savePlace,
  saveTime,
} from './actions.ts';
import { interviewAsked, timeAgreed, timeCalledOff, timeProposed } from './facts.ts';
import { sendFiles } from './files.ts';
import { placeForm, timeForm, times } from './forms.ts';
import { afterwards } from './jobs-after.ts';
import { say } from './messages.ts';
import type { Time } from './model.ts';
import { own, two } from './policy.ts';
import { accepted, asked, calledOff, kept, placed, proposed } from './rules.ts';
import { loadScene, refuseUnlessOn, type Scene, sideOf } from './scene.ts';
import { aboutOf, actOf, redrawTalk, settle } from './settle.ts';
import { endOf } from './times.ts';

const steps = { touches: ['checkins:W'], load: loadScene, allow: two, redraw: redrawTalk } as const;

const farthestMs = 200 * 86_400_000;

function refuseFar(ctx: Ctx, time: Date): void {
  if (Number.isNaN(time.getTime()) || time <= ctx.now || time.getTime() - ctx.now.getTime() > farthestMs)
    throw new Refusal((l) => say(l).past, { day: (l) => say(l).past });
}

async function propose(ctx: Ctx, scene: Scene, time: Time) {
  refuseUnlessOn(scene);
  refuseNobody(scene);
  refuseFar(ctx, time.at);
  await settle(ctx, scene, proposed(scene.interview, time, actOf(ctx, scene)), true);
  ctx.record(timeProposed, { ...aboutOf(scene), data: { at: time.at.toISOString() } });
  return { toast: say(ctx.actor.locale).proposedToast };
}

function refuseNobody({ manager }: Scene): void {
  if (!manager) throw new Refusal((l) => say(l).nobody);
}

const otherOf = (ctx: Ctx, scene: Scene): string =>
  (sideOf(ctx.actor.id, scene) === 'person' ? scene.manager?._id : scene.person._id) ?? 'system';

const naming: readonly Handler[] = [
  on(askToTalk, {
    ...steps,
    allow: own,
    async run(ctx, scene) {
      refuseUnlessOn(scene);
      refuseNobody(scene);
      await settle(ctx, scene, asked(scene.interview), true);
      ctx.record(interviewAsked, { ...aboutOf(scene), data: {} });
    },
  }),
  on(chooseTime, {
    ...steps,
    run: (ctx, scene, _, { value }) => propose(ctx, scene, { at: new Date(value) }),
  }),
  on(openTime, {
    ...steps,
    opens: true,
    async run(ctx, scene) {
      refuseUnlessOn(scene);
      refuseNobody(scene);
      return { open: timeForm(scene.interview, otherOf(ctx, scene), await ctx.view()) };
    },
  }),
  on(saveTime, {
    ...steps,
    run(ctx, scene, _, { day, time, place }) {
      if (!times.includes(time)) throw new Refusal((l) => say(l).past, { time: (l) => say(l).past });
      return propose(ctx, scene, {
        at: at(ctx.actor.zone, day, time),
        ...(place !== undefined && { place }),
      });
    },
  }),
];

const agreeing: readonly Handler[] = [
  on(acceptTime, {
    ...steps,
    async run(ctx, scene, { at: iso }) {
      refuseUnlessOn(scene);
      const time = new Date(iso);
      const now = await settle(ctx, scene, accepted(scene.interview, time, actOf(ctx, scene)), true);
      const { interview } = now;
      if (interview.agreed) sendFiles(ctx, interview, now, interview.agreed);
      const args = { interview: interview._id, at: time.toISOString() };
      ctx.later(afterwards, args, { at: endOf(time), key: `interviews.after:${interview._id}:${args.at}` });
      ctx.record(timeAgreed, { ...aboutOf(scene), data: { at: args.at } });
      return { toast: say(ctx.actor.locale).agreedToast };
    },
  }),
  on(keepTime, {
    ...steps,
    async run(ctx, scene) {
      refuseUnlessOn(scene);
      await settle(ctx, scene, kept(scene.interview), true);
    },
  }),
  on(openPlace, {
    ...steps,
    opens: true,
    run: async (ctx, { interview }) => ({ open: placeForm(interview, await ctx.view()) }),
  }),
  on(savePlace, {
    ...steps,
    async run(ctx, scene, _, { place }) {
      refuseUnlessOn(scene);
      const saved = { toast: say(ctx.actor.locale).savedToast };
      // Nobody's calendar needs to hear of it twice.
      if (scene.interview.agreed?.place === place) return saved;
      const now = await settle(ctx, scene, placed(scene.interview, place, actOf(ctx, scene)), false);
      if (now.interview.agreed) sendFiles(ctx, now.interview, now, now.interview.agreed);
      return saved;
    },
  }),
  on(callOff, {
    ...steps,
    async run(ctx, scene, { at: iso }) {
      refuseUnlessOn(scene);
      if (scene.interview.agreed?.at.toISOString() !== iso) throw new Refusal((l) => say(l).timeMoved);
      await settle(ctx, scene, calledOff(scene.interview), true);
      ctx.record(timeCalledOff, { ...aboutOf(scene), data: {} });
    },
  }),
];

export const timeHandlers: readonly Handler[] = [...naming, ...agreeing];
