/** What HR does: makes a batch, looks at its rows, sets exceptions, submits, takes the files. */
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { exact, fraction, mul, parse, roundHalfUp } from '../core/fraction.ts';
import { momentWords } from '../core/i18n.ts';
import { type Handler, on } from '../core/module.ts';
import { type Cycle, cycles } from '../cycles/model.ts';
import { namesOf } from '../people/model.ts';
import {
  dropBatch,
  exceptRow,
  exportBatch,
  makeBatch,
  openLeftOut,
  openOffice,
  removeException,
  saveException,
  submitBatch,
} from './actions.ts';
import { batchCard } from './cards-batch.ts';
import { leftOutCard, leftOutKey, officeCard } from './cards-office.ts';
import { exceptionForm, rowCard } from './cards-rows.ts';
import { batchDropped, batchSubmitted, exceptionRemoved, outcomeExcepted } from './facts.ts';
import { figuresOf, freeIn, leftOutPage, officeOf } from './figures.ts';
import { writeFile } from './file.ts';
import { make } from './jobs.ts';
import { say } from './messages.ts';
import { type Batch, batches, batchesOf, batchId, type Entry, entries, entryId, isOpen } from './model.ts';
import { changesRow, runs } from './policy.ts';
import { type Act, asRules, drop, except, exported, submit, takes } from './rules.ts';
import { secondsOf } from './seconds.ts';
import {
  batchViewOf,
  refreshBatch,
  refreshRows,
  rowViewOf,
  showBatch,
  showOffice,
  showRow,
} from './shows.ts';

export async function actOf(ctx: Ctx, batch: Batch): Promise<Act> {
  const ids = [batch.submitted, batch.approved, batch.own, batch.returned].flatMap((of) => of?.by ?? []);
  const names = await namesOf(ids);
  return {
    by: ctx.actor.id,
    now: ctx.now,
    voice: { name: names, moment: (l, at) => momentWords(l, ctx.actor.zone, at) },
  };
}

export interface OfBatch {
  batch: Batch;
}
export const batchAt = async (_: Ctx, { batch }: { batch: string }): Promise<OfBatch> => ({
  batch: await batches.must(batch),
});
export const redrawBatch = async ({ batch }: OfBatch, _: unknown, ctx: Ctx) =>
  batchCard(await batchViewOf(batch, ctx.actor.id, ctx.now));

export interface OfRow extends OfBatch {
  entry: Entry;
}
const rowAt = async (_: Ctx, { batch, person }: { batch: string; person: string }): Promise<OfRow> => ({
  batch: await batches.must(batch),
  entry: await entries.must(entryId(batch, person)),
});

/** @throws Refusal while nothing of this cycle may change */
export const mustBeOn = async ({ cycle, kind }: Pick<Batch, 'cycle' | 'kind'>): Promise<void> =>
  takes(await cycles.must(cycle), kind);

const ofCycle = async (_: Ctx, { cycle }: { cycle: string }) => ({ cycle: await cycles.must(cycle) });
const onCycle = {
  load: ofCycle,
  allow: runs,
  redraw: async ({ cycle }: { cycle: Cycle }, _: unknown, ctx: Ctx) =>
    officeCard(await officeOf(cycle, ctx.actor.id)),
} as const;

const making: Handler[] = [
  on(openOffice, {
    ...onCycle,
    touches: ['outcomes:R'],
    run: (ctx, { cycle }) => showOffice(ctx, cycle, ctx.actor.id, { anew: true }),
  }),
  on(makeBatch, {
    ...onCycle,
    touches: ['outcomes:W'],
    async run(ctx, { cycle }) {
      await mustBeOn({ cycle: cycle._id, kind: 'base' });
      const all = await batchesOf(cycle._id);
      const filling = (b: Batch) => b.kind === 'base' && isOpen(b) && b.state !== 'approved';
      if (all.some(filling)) throw new Refusal((l) => say(l).openBatch);
      if ((await freeIn(cycle._id)) === 0) throw new Refusal((l) => say(l).nobodyWaits);
      const number = (all.at(-1)?.number ?? 0) + 1;
      const batch = await batches.insert({
        _id: batchId(cycle._id, number),
        cycle: cycle._id,
        number,
        kind: 'base',
        state: 'making',
        by: ctx.actor.id,
        at: ctx.now,
        version: 0,
      });
      ctx.later(make, { batch: batch._id, after: '' }, { key: `outcomes.make:${batch._id}` });
      await showBatch(ctx, batch, ctx.actor.id);
      await showOffice(ctx, cycle, ctx.actor.id);
      return { toast: say(ctx.actor.locale).makes };
    },
  }),
  on(openLeftOut, {
    ...onCycle,
    touches: ['outcomes:R'],
    async run(ctx, { cycle }, { page }) {
      const at = await leftOutPage(cycle, ctx.actor.id, page);
      ctx.show(leftOutKey(cycle._id), { person: ctx.actor.id }, leftOutCard(at), { anew: page === 0 });
    },
  }),
];

const ready = async (batch: Batch): Promise<number> => entries.count({ batch: batch._id });

const batchSteps: Handler[] = [
  on(submitBatch, {
    touches: ['outcomes:W'],
    load: batchAt,
    allow: runs,
    redraw: redrawBatch,
    async run(ctx, { batch }, { seen }) {
      const next = submit(batch, seen, await ready(batch), await actOf(ctx, batch));
      await mustBeOn(batch);
      const now = await batches.save(next);
      ctx.record(batchSubmitted, {
        about: batch.cycle,
        ref: batch._id,
        data: { people: await ready(batch) },
      });
      await refreshBatch(ctx, now, [ctx.actor.id]);
      for (const { _id } of await secondsOf(now))
        await showBatch(ctx, now, _id, { proactive: true, anew: true });
      return { toast: say(ctx.actor.locale).submitted };
    },
  }),
  on(dropBatch, {
    touches: ['outcomes:W'],
    load: batchAt,
    allow: runs,
    redraw: redrawBatch,
    async run(ctx, { batch }, { seen }) {
      const now = await batches.save(drop(batch, seen, await actOf(ctx, batch)));
      await entries.remove({ batch: batch._id });
      ctx.record(batchDropped, { about: batch.cycle, ref: batch._id, data: {} });
      await refreshBatch(ctx, now, [ctx.actor.id]);
      await showOffice(ctx, await cycles.must(batch.cycle), ctx.actor.id);
      return { toast: say(ctx.actor.locale).dropped };
    },
  }),
  on(exportBatch, {
    touches: ['outcomes:R', 'outcomes:W'],
    load: batchAt,
    allow: runs,
    redraw: redrawBatch,
    async run(ctx, { batch }, { as }) {
      const { approved, waiting, ownHidden } = await figuresOf(batch._id, ctx.actor.id);
      const next = exported(batch, approved, await actOf(ctx, batch));
      await batches.save(next);
      const file = ctx.id('file');
      const { id: to, locale } = ctx.actor;
      ctx.later(writeFile, { batch: batch._id, to, locale, as, final: true, file });
      await refreshBatch(ctx, next, [to]);
      return { toast: waiting > 0 || ownHidden ? say(locale).comesPart : say(locale).comes };
    },
  }),
];

const onRow = {
  touches: ['outcomes:W'],
  load: rowAt,
  allow: changesRow,
  redraw: async ({ batch, entry }: OfRow) => rowCard(await rowViewOf(batch, entry, true)),
} as const;

/** Two decimals at most: what is stored is what is shown. */
function decimal(n: number | undefined, field: string): string | undefined {
  if (n === undefined) return undefined;
  if (mul(parse(n), fraction(100)).d !== 1n) {
    const words = (l: 'en' | 'zh') => say(l).decimals;
    throw new Refusal(words, { [field]: words });
  }
  return field === 'coefficient' ? roundHalfUp(parse(n), 2) : exact(parse(n));
}

/** The batch counts the change, so that whoever looked before looks again. */
async function kept(ctx: Ctx, batch: Batch, entry: Entry): Promise<void> {
  const saved = await entries.save(entry);
  const now = await batches.save({ ...batch, version: batch.version + 1 });
  await refreshBatch(ctx, now);
  await refreshRows(ctx, now, saved.person);
  await showRow(ctx, now, saved, true);
}

const exceptions: Handler[] = [
  on(exceptRow, {
    ...onRow,
    opens: true,
    async run(ctx, { batch, entry }) {
      const probe = { coefficient: '0', reason: '' };
      except(batch, entry, probe, await actOf(ctx, batch));
      return { open: exceptionForm(await rowViewOf(batch, entry, true), ctx.actor.locale) };
    },
  }),
  on(saveException, {
    ...onRow,
    async run(ctx, { batch, entry }, _, { coefficient, raise, promotion, reason }) {
      const wanted = {
        coefficient: decimal(coefficient, 'coefficient'),
        raise: decimal(raise, 'raise'),
        promotion: promotion === undefined ? undefined : promotion === 'yes',
        reason,
      };
      const next = except(batch, entry, wanted, await actOf(ctx, batch));
      await mustBeOn(batch);
      if (next === entry) return { toast: say(ctx.actor.locale).kept };
      ctx.record(outcomeExcepted, { about: entry.person, ref: entry.cycle, data: {} });
      await kept(ctx, batch, next);
      return { toast: say(ctx.actor.locale).kept };
    },
  }),
  on(removeException, {
    ...onRow,
    async run(ctx, { batch, entry }) {
      const next = asRules(batch, entry, await actOf(ctx, batch));
      ctx.record(exceptionRemoved, { about: entry.person, ref: entry.cycle, data: {} });
      await kept(ctx, batch, next);
      return { toast: say(ctx.actor.locale).removed };
    },
  }),
];

export const officeHandlers: readonly Handler[] = [...making, ...batchSteps, ...exceptions];
