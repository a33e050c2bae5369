/** What was said: that they talked, the shared notes, written feedback, and both people's word for it. */
import { type Day, dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import { type Handler, on } from '../core/module.ts';
import {
  confirmNotes,
  notTaken,
  openDiffer,
  openNotes,
  openWritten,
  saveDiffer,
  saveNotes,
  saveWritten,
  tookPlace,
} from './actions.ts';
import {
  feedbackWritten,
  interviewConfirmed,
  interviewDenied,
  interviewDone,
  interviewHeld,
  notesWritten,
} from './facts.ts';
import { differForm, notesForm, writtenForm } from './forms.ts';
import { askHelpLater } from './jobs-help.ts';
import { say } from './messages.ts';
import type { Interview, Step } from './model.ts';
import { leads, two } from './policy.ts';
import { confirmed, differed, held, noted, notHeld, wrote } from './rules-notes.ts';
import { loadScene, refuseUnlessOn, type Scene, sideOf } from './scene.ts';
import { aboutOf, actOf, editionSeen, redrawTalk, settle } from './settle.ts';
import { whoIs } from './shows.ts';

const steps = { touches: ['checkins:W'], load: loadScene, allow: two, redraw: redrawTalk } as const;

const today = (ctx: Ctx): Day => dayIn(ctx.actor.zone, ctx.now);

/** The day of the agreed time, once it is over. */
function talkedOn(ctx: Ctx, { heldOn, agreed }: Interview): Day {
  if (heldOn !== undefined) return heldOn;
  return agreed && agreed.at <= ctx.now ? dayIn(ctx.actor.zone, agreed.at) : today(ctx);
}

const taking: readonly Handler[] = [
  on(tookPlace, {
    ...steps,
    async run(ctx, scene) {
      refuseUnlessOn(scene);
      const day = talkedOn(ctx, scene.interview);
      await settle(ctx, scene, held(scene.interview, day, actOf(ctx, scene)), true);
      ctx.record(interviewHeld, { ...aboutOf(scene), data: { on: day } });
    },
  }),
  on(notTaken, {
    ...steps,
    async run(ctx, scene) {
      refuseUnlessOn(scene);
      await settle(ctx, scene, notHeld(scene.interview), true);
      ctx.record(interviewDenied, { ...aboutOf(scene), data: {} });
    },
  }),
];

interface StepFields {
  step_1?: string | undefined;
  by_1?: Day | undefined;
  step_2?: string | undefined;
  by_2?: Day | undefined;
  step_3?: string | undefined;
  by_3?: Day | undefined;
}

/** A step is what and by when. @throws Refusal beside the half that is missing */
export function stepsIn(fields: StepFields): Step[] {
  const wrong: Record<string, Sentence> = {};
  const found = ([1, 2, 3] as const).flatMap((n): Step[] => {
    const [what, by] = [fields[`step_${n}`], fields[`by_${n}`]];
    if (what !== undefined && by === undefined) wrong[`by_${n}`] = (l) => say(l).stepNeedsDay;
    if (what === undefined && by !== undefined) wrong[`step_${n}`] = (l) => say(l).stepNeedsWhat;
    return what !== undefined && by !== undefined ? [{ what, by }] : [];
  });
  const [first] = Object.values(wrong);
  if (first) throw new Refusal(first, wrong);
  return found;
}

const noting: readonly Handler[] = [
  on(openNotes, {
    ...steps,
    opens: true,
    async run(ctx, scene) {
      refuseUnlessOn(scene);
      const { interview: i, person, manager } = scene;
      if (i.state === 'done' || i.state === 'written') throw new Refusal((l) => say(l).stands(i.state));
      const other = sideOf(ctx.actor.id, scene) === 'person' ? manager?._id : person._id;
      return { open: notesForm(i, other ?? 'system', talkedOn(ctx, i), await ctx.view()) };
    },
  }),
  on(saveNotes, {
    ...steps,
    async run(ctx, scene, about, { day, agreed, support, ...fields }) {
      refuseUnlessOn(scene);
      if (day > today(ctx)) throw new Refusal((l) => say(l).future, { day: (l) => say(l).future });
      const notes = { agreed, steps: stepsIn(fields), ...(support !== undefined && { support }) };
      const next = noted(scene.interview, notes, day, editionSeen(scene, about), actOf(ctx, scene));
      await settle(ctx, scene, next, true);
      ctx.record(notesWritten, { ...aboutOf(scene), data: { edition: next.edition } });
      return { toast: say(ctx.actor.locale).savedToast };
    },
  }),
];

const writing: readonly Handler[] = [
  on(openWritten, {
    ...steps,
    allow: leads,
    opens: true,
    async run(ctx, scene) {
      refuseUnlessOn(scene);
      const { state } = scene.interview;
      if (state !== 'offered' && state !== 'written') throw new Refusal((l) => say(l).stands(state));
      return { open: writtenForm(scene.interview, whoIs(scene.person), ctx.actor) };
    },
  }),
  on(saveWritten, {
    ...steps,
    allow: leads,
    async run(ctx, scene, about, { seen, next: ahead }) {
      refuseUnlessOn(scene);
      const words = { seen, next: ahead };
      const next = wrote(scene.interview, words, editionSeen(scene, about), actOf(ctx, scene));
      await settle(ctx, scene, next, true);
      ctx.record(feedbackWritten, { ...aboutOf(scene), data: { edition: next.edition } });
      return { toast: say(ctx.actor.locale).sentToast };
    },
  }),
];

async function concluded(ctx: Ctx, scene: Scene, next: Interview): Promise<void> {
  const now = await settle(ctx, scene, next, true);
  ctx.record(interviewConfirmed, { ...aboutOf(scene), data: { edition: next.edition } });
  if (next.state !== 'done') return;
  ctx.record(interviewDone, { ...aboutOf(scene), data: { round: next.round } });
  await askHelpLater(ctx, now);
}

const confirming: readonly Handler[] = [
  on(confirmNotes, {
    ...steps,
    async run(ctx, scene, about) {
      refuseUnlessOn(scene);
      await concluded(ctx, scene, confirmed(scene.interview, editionSeen(scene, about), actOf(ctx, scene)));
    },
  }),
  on(openDiffer, {
    ...steps,
    opens: true,
    async run(ctx, scene, about) {
      // Asked before somebody writes: what they would be told afterwards.
      confirmed(scene.interview, editionSeen(scene, about), actOf(ctx, scene));
      return { open: differForm(scene.interview, ctx.actor) };
    },
  }),
  on(saveDiffer, {
    ...steps,
    async run(ctx, scene, about, { text }) {
      refuseUnlessOn(scene);
      await concluded(
        ctx,
        scene,
        differed(scene.interview, text, editionSeen(scene, about), actOf(ctx, scene)),
      );
      return { toast: say(ctx.actor.locale).savedToast };
    },
  }),
];

export const notesHandlers: readonly Handler[] = [...taking, ...noting, ...writing, ...confirming];
