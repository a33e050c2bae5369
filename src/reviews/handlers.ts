/** What a giver does with one review. Nothing here leaves a fact, and no row names the subject beside the giver. */

import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import {
  decline,
  lesson,
  openDecline,
  openReview,
  openWords,
  rate,
  saveWords,
  send,
  showList as showListAction,
  takeBack,
} from './actions.ts';
import { readWords } from './fields.ts';
import { declineForm, wordsForm } from './forms.ts';
import { tellDeclines } from './jobs-refresh.ts';
import { said } from './messages-answer.ts';
import { type Assignment, assignments, type Draft, drafts, saveDraft } from './model.ts';
import { giver } from './policy.ts';
import { rated, sentNow, takenBack, worded } from './rules-answer.ts';
import { isLateNow, mustBeTaken, type Scene, sceneOf } from './scene.ts';
import { drawReview, showLesson, showList, showReview } from './shows.ts';

const steps = {
  touches: ['reviews:W'],
  load: (_: Ctx, { review }: { review: string }) => sceneOf(review),
  allow: giver,
  redraw: (scene: Scene) => drawReview(scene),
} as const;

/** @throws Refusal when it is locked, declined or no longer needed */
function mustBeWritable({ review, term }: Scene, now: Date): void {
  if (review.state === 'declined') throw new Refusal((l) => said(l).alreadyDeclined);
  if (review.state === 'closed') throw new Refusal((l) => said(l).notNeeded);
  if (review.over) throw new Refusal((l) => said(l).locked);
  mustBeTaken(term, now);
}

async function written(ctx: Ctx, scene: Scene, draft: Draft, changes: Partial<Assignment> = {}) {
  const next = { ...scene, draft: await saveDraft(draft) };
  const review = Object.keys(changes).length > 0 ? await saved(scene.review, changes) : scene.review;
  await showReview(ctx, { ...next, review });
}

/** A change to `undefined` takes the field away. */
function saved(review: Assignment, changes: Partial<Assignment>): Promise<Assignment> {
  const next = Object.entries({ ...review, ...changes }).filter(([, value]) => value !== undefined);
  return assignments.save(Object.fromEntries(next) as unknown as Assignment);
}

export const reviewHandlers: readonly Handler[] = [
  on(showListAction, {
    touches: ['reviews:R'],
    load: async (_, { cycle }) => cycle,
    // The list is the presser's own, whatever the button says.
    allow: anyone,
    run: (ctx, cycle) => showList(ctx, ctx.actor.id, cycle, { anew: true }),
  }),
  on(lesson, {
    touches: ['reviews:R'],
    load: async () => undefined,
    allow: anyone,
    run: async (ctx) => showLesson(ctx),
  }),
  on(openReview, {
    ...steps,
    touches: ['reviews:R'],
    run: (ctx, scene) => showReview(ctx, scene, { anew: true }),
  }),
  on(rate, {
    ...steps,
    async run(ctx, scene, { dimension }, { value }) {
      mustBeWritable(scene, ctx.now);
      await written(ctx, scene, rated(scene.draft, scene.dimensions, dimension, value));
    },
  }),
  on(openWords, {
    ...steps,
    opens: true,
    async run(ctx, scene) {
      mustBeWritable(scene, ctx.now);
      return { open: wordsForm(scene, ctx.actor.locale) };
    },
  }),
  on(saveWords, {
    ...steps,
    async run(ctx, scene, _, values) {
      mustBeWritable(scene, ctx.now);
      const words = readWords(values, scene.draft, scene.dimensions);
      await written(ctx, scene, worded(scene.draft, words));
      return { toast: said(ctx.actor.locale).savedToast };
    },
  }),
  on(send, {
    ...steps,
    async run(ctx, scene) {
      mustBeWritable(scene, ctx.now);
      const late = isLateNow(scene.term, scene.giver.zone, ctx.now);
      const draft = sentNow(scene.draft, scene.dimensions);
      await written(ctx, scene, draft, { state: 'sent', ...(late && { late: true as const }) });
      return { toast: said(ctx.actor.locale).sentToast };
    },
  }),
  on(takeBack, {
    ...steps,
    async run(ctx, scene) {
      mustBeWritable(scene, ctx.now);
      if (scene.review.state !== 'sent') throw new Refusal((l) => said(l).notSent);
      await written(ctx, scene, takenBack(scene.draft), { state: 'open' });
    },
  }),
  on(openDecline, {
    ...steps,
    opens: true,
    async run(ctx, scene) {
      mustBeWritable(scene, ctx.now);
      return { open: declineForm(scene.review._id, ctx.actor.locale) };
    },
  }),
  on(decline, {
    ...steps,
    async run(ctx, scene, _, { reason, note }) {
      mustBeWritable(scene, ctx.now);
      await drafts.remove({ _id: scene.review._id });
      const changes = { state: 'declined', reason, untold: true, ...(note && { note }) } as const;
      const review = await saved(scene.review, changes);
      ctx.later(tellDeclines, { cycle: review.cycle });
      await showReview(ctx, { ...scene, review });
    },
  }),
];
