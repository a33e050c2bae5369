/** What people do with their own result, and what those who may read it open. */

import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { moveParticipant, noteProgress } from '../cycles/index.ts';
import { participants } from '../cycles/model.ts';
import {
  acknowledge,
  openColleagues,
  openResult,
  openWhy,
  pickResult,
  saveComment,
  writeComment,
} from './actions.ts';
import { colleaguesCard, colleaguesKey, summaryCard } from './cards.ts';
import { whyCard, whyKey } from './cards-why.ts';
import { resultAcknowledged, resultRead } from './facts.ts';
import { commentForm } from './forms.ts';
import { say } from './messages.ts';
import { type Receipt, receipts } from './model.ts';
import { readsResult } from './policy.ts';
import { acknowledge as acknowledged, comment } from './rules.ts';
import { ownScene, type Scene, theResult } from './scene.ts';
import { showOwn, showRead, summaryOf } from './shows.ts';

/** Reading what is about somebody else is kept. */
export function noteReading(ctx: Ctx, { result }: Pick<Scene, 'result'>): void {
  if (result.person !== ctx.actor.id)
    ctx.record(resultRead, { about: result.person, ref: result.cycle, data: { version: result.version } });
}

/** Keeps the receipt and moves the participant on: once, whatever the person writes later. */
export async function received(ctx: Ctx, before: Receipt, next: Receipt): Promise<Receipt> {
  const saved = await receipts.save(next);
  if (before.state === 'acknowledged') return saved;
  const silent = next.state === 'silent';
  ctx.record(resultAcknowledged, {
    about: next.person,
    ref: next.cycle,
    data: { version: next.version, silent },
  });
  if (before.state !== 'open') return saved;
  const place = await participants.get(next._id);
  if (place?.state === 'released') await moveParticipant(ctx, place._id, 'acknowledged');
  await noteProgress(ctx, next._id, 'feedback', 'done');
  return saved;
}

const redrawOwn = async ({ result, receipt }: Scene) => summaryCard(await summaryOf(result, receipt, true));
const own = { touches: ['results:W'], load: ownScene, allow: anyone, redraw: redrawOwn } as const;
const reading = { touches: ['results:R'], load: theResult, allow: readsResult } as const;

export const ownHandlers: readonly Handler[] = [
  on(acknowledge, {
    ...own,
    async run(ctx, { result, receipt }, { version }) {
      const next = await received(ctx, receipt, acknowledged(receipt, version, ctx.now));
      await showOwn(ctx, result, next);
      return { toast: say(ctx.actor.locale).acknowledged };
    },
  }),
  on(writeComment, {
    ...own,
    opens: true,
    async run(ctx, { receipt }, { version }) {
      if (receipt.version !== version) throw new Refusal((l) => say(l).newerVersion);
      return { open: commentForm(receipt, ctx.actor.locale) };
    },
  }),
  on(saveComment, {
    ...own,
    async run(ctx, { result, receipt }, { version }, { comment: words }) {
      const next = await received(ctx, receipt, comment(receipt, version, words, ctx.now));
      await showOwn(ctx, result, next);
      return { toast: say(ctx.actor.locale).commentKept };
    },
  }),
];

export const readHandlers: readonly Handler[] = [
  on(openResult, {
    ...reading,
    async run(ctx, scene, { page }) {
      noteReading(ctx, scene);
      await showRead(ctx, scene.result, scene.receipt, page, { anew: page === 0 });
    },
  }),
  on(pickResult, {
    touches: ['results:R'],
    load: async () => undefined,
    allow: anyone,
    async run(ctx, _, __, { value }) {
      const scene = await theResult(ctx, { result: value });
      const verdict = readsResult(ctx.actor, scene);
      if (verdict !== true) throw new Refusal(verdict);
      noteReading(ctx, scene);
      await showRead(ctx, scene.result, scene.receipt, 0, { anew: true });
    },
  }),
  on(openWhy, {
    ...reading,
    async run(ctx, scene, { page }) {
      noteReading(ctx, scene);
      const draw = whyCard(scene.result, page);
      ctx.show(whyKey(scene.result._id), { person: ctx.actor.id }, draw, { anew: page === 0 });
    },
  }),
  on(openColleagues, {
    ...reading,
    async run(ctx, scene, { page }) {
      noteReading(ctx, scene);
      const draw = colleaguesCard(scene.result, page);
      ctx.show(colleaguesKey(scene.result._id), { person: ctx.actor.id }, draw, { anew: page === 0 });
    },
  }),
];
