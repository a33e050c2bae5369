/** What the second person does: looks, approves or returns; somebody else approves their own row; taking it back. */
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import {
  approveBatch,
  approveOwn,
  draftFile,
  openBatch,
  openRow,
  openRows,
  returnBatch,
  saveReturn,
  undoApproval,
} from './actions.ts';
import { returnForm } from './cards-rows.ts';
import { batchApproved, batchReturned, batchUndone, outcomeRead, ownRowApproved } from './facts.ts';
import { writeFile } from './file.ts';
import { actOf, batchAt, mustBeOn, redrawBatch } from './handlers-office.ts';
import { settle, settleOwn } from './jobs.ts';
import { say } from './messages.ts';
import { type Batch, batches, type Entry, entries, entryId } from './model.ts';
import { changesRow, decides, decidesOwn, readsBatch, readsRows, takesBack } from './policy.ts';
import { approve, approveOwn as ownApproved, sendBack, undo } from './rules.ts';
import { ownRowOf } from './seconds.ts';
import { refreshBatch, showBatch, showRow, showRows } from './shows.ts';

const recordRead = (ctx: Ctx, found: readonly Entry[]): void => {
  for (const { person, cycle } of found)
    if (person !== ctx.actor.id) ctx.record(outcomeRead, { about: person, ref: cycle, data: {} });
};

const onBatch = { load: batchAt, allow: readsBatch, redraw: redrawBatch } as const;

const onRows = { ...onBatch, allow: readsRows } as const;

const looking: Handler[] = [
  on(openBatch, {
    ...onBatch,
    touches: ['outcomes:R'],
    run: (ctx, { batch }) => showBatch(ctx, batch, ctx.actor.id, { anew: true }),
  }),
  on(openRows, {
    ...onRows,
    touches: ['outcomes:R'],
    async run(ctx, { batch }, { only, page }) {
      const { rows } = await showRows(ctx, batch, only, page);
      recordRead(
        ctx,
        rows.map((r) => r.entry),
      );
    },
  }),
  on(openRow, {
    ...onRows,
    touches: ['outcomes:R'],
    async run(ctx, { batch }, _, { value }) {
      const entry = await entries.must(entryId(batch._id, value));
      if (entry.person === ctx.actor.id && entry.state !== 'approved')
        throw new Refusal((l) => say(l).notYourself);
      recordRead(ctx, [entry]);
      await showRow(ctx, batch, entry, changesRow(ctx.actor, { entry }) === true, { anew: true });
    },
  }),
  on(draftFile, {
    ...onRows,
    touches: ['outcomes:R'],
    async run(ctx, { batch }) {
      if (batch.settledAt || batch.state === 'making' || batch.state === 'dropped')
        throw new Refusal((l) => say(l).isNow(batch.state));
      const { id: to, locale } = ctx.actor;
      ctx.later(writeFile, { batch: batch._id, to, locale, as: 'xlsx', final: false, file: ctx.id('file') });
      return { toast: say(locale).comes };
    },
  }),
];

/** Who has the card already sees it; who submitted it has something to do again, and hears of it anew. */
async function toldSubmitter(ctx: Ctx, batch: Batch): Promise<void> {
  await refreshBatch(ctx, batch, [ctx.actor.id]);
  const by = batch.submitted?.by;
  if (by && by !== ctx.actor.id) await showBatch(ctx, batch, by, { proactive: true, anew: true });
}

const deciding: Handler[] = [
  on(approveBatch, {
    touches: ['outcomes:W'],
    load: batchAt,
    allow: decides,
    redraw: redrawBatch,
    async run(ctx, { batch }, { seen }) {
      const own = await entries.get(entryId(batch._id, ctx.actor.id));
      const set = await entries.one({ batch: batch._id, exceptedBy: ctx.actor.id });
      const bound = { ownRow: own !== undefined, excepted: set !== undefined };
      const next = approve(batch, seen, bound, await actOf(ctx, batch));
      await mustBeOn(batch);
      const now = await batches.save(next);
      ctx.record(batchApproved, { about: batch.cycle, ref: batch._id, data: {} });
      laterSettled(ctx, now);
      await refreshBatch(ctx, now, [ctx.actor.id]);
      return { toast: say(ctx.actor.locale).approved };
    },
  }),
  on(returnBatch, {
    touches: ['outcomes:W'],
    load: batchAt,
    allow: decides,
    redraw: redrawBatch,
    opens: true,
    async run(ctx, { batch }, { seen }) {
      sendBack(batch, seen, '', await actOf(ctx, batch));
      return { open: returnForm(batch, seen, ctx.actor.locale) };
    },
  }),
  on(saveReturn, {
    touches: ['outcomes:W'],
    load: batchAt,
    allow: decides,
    redraw: redrawBatch,
    async run(ctx, { batch }, { seen }, { reason }) {
      const now = await batches.save(sendBack(batch, seen, reason, await actOf(ctx, batch)));
      ctx.record(batchReturned, { about: batch.cycle, ref: batch._id, data: {} });
      await toldSubmitter(ctx, now);
      return { toast: say(ctx.actor.locale).returned };
    },
  }),
];

/** It holds right after the last moment at which it can be taken back. */
function laterSettled(ctx: Ctx, { _id: batch, approved }: Batch): void {
  if (!approved) return;
  const at = approved.at.getTime();
  const when = { at: new Date(approved.until.getTime() + 1), key: `outcomes.settle:${batch}:${at}` };
  ctx.later(settle, { batch, at, after: '', held: 0 }, when);
}

const ownRows: Handler[] = [
  on(approveOwn, {
    touches: ['outcomes:W'],
    load: async (ctx, args) => ownRowOf((await batchAt(ctx, args)).batch, ctx.now),
    allow: decidesOwn,
    redraw: redrawBatch,
    async run(ctx, { batch, entry }) {
      const person = batch.approved?.by ?? '';
      const next = ownApproved(batch, entry?.exceptedBy, await actOf(ctx, batch));
      if (!entry) throw new Refusal((l) => say(l).noOwnRow);
      const now = await batches.save(next);
      const { own } = now;
      ctx.record(ownRowApproved, { about: person, ref: batch.cycle, data: {} });
      if (own) {
        const at = own.at.getTime();
        const when = { at: new Date(own.until.getTime() + 1), key: `outcomes.settleOwn:${batch._id}:${at}` };
        ctx.later(settleOwn, { batch: batch._id, at }, when);
      }
      await refreshBatch(ctx, now, [ctx.actor.id]);
      return { toast: say(ctx.actor.locale).approved };
    },
  }),
  on(undoApproval, {
    touches: ['outcomes:W'],
    load: batchAt,
    allow: takesBack,
    redraw: redrawBatch,
    async run(ctx, { batch }, { at }) {
      const now = await batches.save(undo(batch, at, await actOf(ctx, batch)));
      ctx.record(batchUndone, { about: batch.cycle, ref: batch._id, data: {} });
      await refreshBatch(ctx, now, [ctx.actor.id]);
      return { toast: say(ctx.actor.locale).undone };
    },
  }),
];

export const decideHandlers: readonly Handler[] = [...looking, ...deciding, ...ownRows];
