/** One's own review: tapped, written, sent. */
import type { Ctx } from '../core/context.ts';
import { type Handler, on } from '../core/module.ts';
import { openSelf, openSelfWords, rateSelf, saveSelfWords, sendSelf } from './actions.ts';
import { noteCompletion } from './completion.ts';
import { selfReviewSent } from './facts.ts';
import { readWords } from './fields.ts';
import { selfWordsForm } from './forms.ts';
import { said } from './messages-answer.ts';
import { type SelfReview, selfReviews } from './model.ts';
import { nominee } from './policy.ts';
import { rated, sentNow, worded } from './rules-answer.ts';
import { isLateNow, mustBeTaken, type SelfScene, selfSceneOf } from './scene.ts';
import { drawSelf, showSelf } from './shows.ts';

const steps = {
  touches: ['reviews:W'],
  load: (ctx: Ctx, { cycle }: { cycle: string }) => selfSceneOf(cycle, ctx.actor.id),
  allow: nominee,
  redraw: (scene: SelfScene) => drawSelf(scene),
} as const;

async function written(ctx: Ctx, scene: SelfScene, self: SelfReview): Promise<void> {
  await showSelf(ctx, { ...scene, self: await selfReviews.save(self) });
}

export const selfHandlers: readonly Handler[] = [
  on(openSelf, {
    ...steps,
    touches: ['reviews:R'],
    run: (ctx, scene) => showSelf(ctx, scene, { anew: true }),
  }),
  on(rateSelf, {
    ...steps,
    async run(ctx, scene, { dimension }, { value }) {
      mustBeTaken(scene.term, ctx.now);
      await written(ctx, scene, rated(scene.self, scene.dimensions, dimension, value));
    },
  }),
  on(openSelfWords, {
    ...steps,
    opens: true,
    async run(ctx, scene) {
      mustBeTaken(scene.term, ctx.now);
      return { open: selfWordsForm(scene, ctx.actor.locale) };
    },
  }),
  on(saveSelfWords, {
    ...steps,
    async run(ctx, scene, _, values) {
      mustBeTaken(scene.term, ctx.now);
      await written(ctx, scene, worded(scene.self, readWords(values, scene.self, scene.dimensions)));
      return { toast: said(ctx.actor.locale).savedToast };
    },
  }),
  on(sendSelf, {
    ...steps,
    async run(ctx, scene) {
      mustBeTaken(scene.term, ctx.now);
      const { person, term, self } = scene;
      const late = isLateNow(term, person.zone, ctx.now) && self.state === 'open';
      await written(ctx, scene, {
        ...sentNow(self, scene.dimensions),
        state: 'sent',
        sentAt: self.sentAt ?? ctx.now,
        ...(late && { late: true as const }),
      });
      await noteCompletion(ctx, self.cycle, self.person);
      if (self.state === 'open')
        ctx.record(selfReviewSent, { about: self.person, ref: self.cycle, data: {} });
      return { toast: said(ctx.actor.locale).sentToast };
    },
  }),
];
