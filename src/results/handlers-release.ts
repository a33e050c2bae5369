/** HR asks, a second person signs, HR gives out. Every press looks at the batch as it is stored. */
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { listWords, momentWords } from '../core/i18n.ts';
import { type Handler, on } from '../core/module.ts';
import { type Cycle, cycles, participants } from '../cycles/model.ts';
import {
  askSign,
  decline,
  dropBatch,
  giveAll,
  openBatch,
  openRelease,
  openSign,
  previewRelease,
  saveDecline,
  sign,
} from './actions.ts';
import { type Batch, batches } from './batches.ts';
import { batchCard, signCard, signKey } from './cards-release.ts';
import { releaseStarted, signAsked, signGiven, signRefused } from './facts.ts';
import { declineForm, releaseForm } from './forms.ts';
import { giveOut, lookOver } from './jobs-release.ts';
import { say } from './messages.ts';
import { runsRelease, signs } from './policy.ts';
import { type BatchScene, batchScene, showBatch, showSigners, withBatch } from './releasing.ts';
import {
  askSignature,
  decline as declined,
  drop,
  firstLook,
  give,
  lookAgain,
  sign as signed,
} from './rules.ts';

/** Cycles that have come to their ratings, the newest first. */
export async function releasable(): Promise<Cycle[]> {
  const found = await cycles.find({ state: 'running' }, { sort: { at: -1, _id: 1 } });
  return found.filter((c) => c.opened.includes('assessment'));
}

export async function unitsIn(cycle: string): Promise<string[]> {
  const rows = await participants.tally({ cycle }, ['unit']);
  return rows.map((r) => r._id.unit).sort();
}

export function mustRun(cycle: Cycle): void {
  if (cycle.state !== 'running') throw new Refusal((l) => say(l).cycleNotRunning);
}

/** A new preview: it is counted by a job, the card is there at once. */
export async function preview(ctx: Ctx, cycle: Cycle, units: string[] | undefined): Promise<void> {
  mustRun(cycle);
  const batch = await batches.insert({
    _id: ctx.id('batch'),
    cycle: cycle._id,
    ...(units && { units }),
    state: 'preview',
    by: ctx.actor.id,
    at: ctx.now,
    look: firstLook(ctx.now),
    byManagers: cycle.schemes.standard.rewards.release === 'manager',
    done: 0,
    passed: 0,
  });
  look(ctx, batch);
  showBatch(ctx, await withBatch(ctx, batch), { anew: true });
}

const look = (ctx: Ctx, { _id, rev }: Batch): void =>
  ctx.later(lookOver, { batch: _id, after: '' }, { key: `results.look:${_id}:${rev}` });

export async function openForm(ctx: Ctx, found: readonly Cycle[]) {
  const [first] = found;
  if (!first) throw new Refusal((l) => say(l).noCycle);
  return { open: releaseForm(found, await unitsIn(first._id), ctx.actor.locale) };
}

const voice = ({ names }: BatchScene, ctx: Ctx) => ({
  name: names,
  moment: (l: 'en' | 'zh', at: Date) => momentWords(l, ctx.actor.zone, at),
});

async function keep(ctx: Ctx, batch: Batch): Promise<BatchScene> {
  const at = await withBatch(ctx, await batches.save(batch));
  showBatch(ctx, at, { priority: 'approval' });
  return at;
}

/** Only the one who asked goes on with it. */
const mine = (who: { id: string; roles: readonly string[] }, at: BatchScene) =>
  runsRelease(who as never, at) !== true || who.id !== at.batch.by ? (l: 'en' | 'zh') => say(l).onlyHr : true;
const asks = {
  touches: ['results:W'],
  load: batchScene,
  allow: mine,
  redraw: (at: BatchScene) => batchCard(at),
} as const;
const decides = {
  touches: ['results:W'],
  load: batchScene,
  allow: signs,
  redraw: (at: BatchScene) => signCard(at),
} as const;

export const releaseHandlers: readonly Handler[] = [
  on(openRelease, {
    touches: ['results:W'],
    load: releasable,
    allow: runsRelease,
    opens: true,
    run: (ctx, found, { cycle }) =>
      openForm(
        ctx,
        [...found].sort((a) => (a._id === cycle ? -1 : 0)),
      ),
  }),
  on(previewRelease, {
    touches: ['results:W'],
    load: async () => undefined,
    allow: runsRelease,
    async run(ctx, _, __, { cycle: id, units }) {
      const cycle = await cycles.must(id);
      const known = await unitsIn(id);
      const wanted = units.filter((u) => known.includes(u));
      await preview(ctx, cycle, wanted.length > 0 ? wanted : undefined);
    },
  }),
  on(openBatch, {
    ...asks,
    async run(ctx, at, { again }) {
      if (!again) return showBatch(ctx, at, { anew: true });
      mustRun(at.cycle);
      const fresh = await keep(ctx, lookAgain(at.batch, ctx.now));
      look(ctx, fresh.batch);
    },
  }),
  on(askSign, {
    ...asks,
    async run(ctx, at) {
      mustRun(at.cycle);
      if (at.signers.length === 0) throw new Refusal((l) => say(l).nobodySigns);
      const next = await keep(ctx, askSignature(at.batch, ctx.now));
      showSigners(ctx, next, { priority: 'approval', anew: true });
      const { look: seen, _id } = next.batch;
      ctx.record(signAsked, {
        about: at.cycle._id,
        ref: at.cycle._id,
        data: { batch: _id, people: seen.ready },
      });
      return { toast: say(ctx.actor.locale).asked(listWords(ctx.actor.locale, at.signers)) };
    },
  }),
  on(dropBatch, {
    ...asks,
    async run(ctx, at) {
      const next = await keep(ctx, drop(at.batch));
      if (at.batch.askedAt) showSigners(ctx, next);
      return { toast: say(ctx.actor.locale).dropped };
    },
  }),
  on(giveAll, {
    ...asks,
    async run(ctx, at) {
      mustRun(at.cycle);
      const next = await keep(ctx, give(at.batch, ctx.now));
      const { _id, look: seen } = next.batch;
      ctx.later(giveOut, { batch: _id, after: '' }, { key: `results.give:${_id}` });
      ctx.record(releaseStarted, {
        about: at.cycle._id,
        ref: at.cycle._id,
        data: { batch: _id, people: seen.ready },
      });
      return { toast: say(ctx.actor.locale).giving };
    },
  }),
];

export const signHandlers: readonly Handler[] = [
  on(openSign, {
    ...decides,
    async run(ctx, at) {
      ctx.show(signKey(at.batch._id), { person: ctx.actor.id }, signCard(at), { anew: true });
    },
  }),
  on(sign, {
    ...decides,
    async run(ctx, at) {
      const next = await keep(ctx, signed(at.batch, ctx.actor.id, ctx.now, voice(at, ctx)));
      showSigners(ctx, next);
      ctx.record(signGiven, { about: at.cycle._id, ref: at.cycle._id, data: { batch: at.batch._id } });
      return { toast: say(ctx.actor.locale).signed };
    },
  }),
  on(decline, {
    ...decides,
    opens: true,
    async run(ctx, at) {
      declined(at.batch, ctx.actor.id, '', ctx.now, voice(at, ctx));
      return { open: declineForm(at.batch, at.names(at.batch.by), ctx.actor.locale) };
    },
  }),
  on(saveDecline, {
    ...decides,
    async run(ctx, at, _, { reason }) {
      const next = await keep(ctx, declined(at.batch, ctx.actor.id, reason, ctx.now, voice(at, ctx)));
      showSigners(ctx, next);
      ctx.record(signRefused, { about: at.cycle._id, ref: at.cycle._id, data: { batch: at.batch._id } });
      return { toast: say(ctx.actor.locale).declined };
    },
  }),
];
