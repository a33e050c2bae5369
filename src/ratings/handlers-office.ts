/** What HR does: reads by unit, one by one, and returns for re-examination before the release. */
import type { Actor } from '../core/actor.ts';
import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import { type Handler, on } from '../core/module.ts';
import { moveParticipant } from '../cycles/index.ts';
import { type Cycle, cycles } from '../cycles/model.ts';
import { openUnit, readRating, reexamine, saveReexamine, turnUnit } from './actions.ts';
import { closerCard } from './cards-decide.ts';
import { unitCard, unitKey } from './cards-office.ts';
import { ratingRead } from './facts.ts';
import { reexamineForm } from './forms.ts';
import { another, cameBack } from './handlers-decide.ts';
import { say } from './messages.ts';
import { countsIn, unitPage, unitsFor } from './office.ts';
import { readsRating, reexamines } from './policy.ts';
import { reexamine as reexamined } from './rules.ts';
import { actOf, type Scene, sceneOf, theirs } from './scene.ts';
import { closerOf, refreshCloser, showCloser, showDecide } from './shows.ts';
import { saved } from './steps.ts';

interface Reading {
  cycle: Cycle;
  units: readonly string[] | 'all' | undefined;
}

async function reading(ctx: Ctx, { cycle }: { cycle: string }): Promise<Reading> {
  return { cycle: await cycles.must(cycle), units: await unitsFor(ctx.actor) };
}

export const readsOffice = (_: Actor, { units }: Pick<Reading, 'units'>): true | Sentence =>
  units !== undefined || ((l) => say(l).onlyOffice);

async function showUnit(ctx: Ctx, { cycle, units }: Reading, unit: string, page: number): Promise<void> {
  const known = await countsIn(cycle, units ?? [], ctx.actor.id);
  if (!known.some((u) => u.unit === unit)) throw new Refusal((l) => say(l).movedOn);
  const at = await unitPage(ctx.actor, cycle, unit, page);
  ctx.show(unitKey(cycle._id), { person: ctx.actor.id }, unitCard(at), { anew: page === 0 });
}

const redraw = async (scene: Scene, _: unknown, ctx: Ctx): Promise<Draw> =>
  closerCard(await closerOf(scene, 'reexamine', ctx.actor.id));
const onOffice = { touches: ['ratings:W'], load: theirs, allow: reexamines, redraw } as const;

/** @throws Refusal once the person knows the result */
function mustBeBeforeRelease({ cycle, participant }: Scene): void {
  if (cycle.state !== 'running') throw new Refusal((l) => say(l).cycleNotRunning);
  if (!['assessing', 'rated', 'calibrated'].includes(participant.state))
    throw new Refusal((l) => say(l).released);
}

export const officeHandlers: readonly Handler[] = [
  on(openUnit, {
    touches: ['ratings:R'],
    load: reading,
    allow: readsOffice,
    run: (ctx, at, _, { value }) => showUnit(ctx, at, value, 0),
  }),
  on(turnUnit, {
    touches: ['ratings:R'],
    load: reading,
    allow: readsOffice,
    run: (ctx, at, { unit, page }) => showUnit(ctx, at, unit, page),
  }),
  on(readRating, {
    touches: ['ratings:R'],
    load: reading,
    allow: readsOffice,
    async run(ctx, { cycle }, _, { value }) {
      const scene = await sceneOf(cycle._id, value, ctx.actor.id);
      const verdict = readsRating(ctx.actor, scene);
      if (verdict !== true) throw new Refusal(verdict);
      ctx.record(ratingRead, { about: value, ref: cycle._id, data: {} });
      const may = reexamines(ctx.actor, scene) === true ? 'reexamine' : 'read';
      await showCloser(ctx, scene, may, { anew: true });
    },
  }),
  on(reexamine, {
    ...onOffice,
    opens: true,
    async run(ctx, scene) {
      mustBeBeforeRelease(scene);
      reexamined(scene.rating, { reason: '', due: ctx.now }, actOf(ctx, scene));
      return { open: reexamineForm(scene, ctx.actor.locale) };
    },
  }),
  on(saveReexamine, {
    ...onOffice,
    async run(ctx, scene, _, { reason }) {
      mustBeBeforeRelease(scene);
      const given = { reason, due: await another(ctx, scene) };
      const now = await saved(scene, reexamined(scene.rating, given, actOf(ctx, scene)));
      if (scene.participant.state !== 'assessing')
        await moveParticipant(ctx, scene.participant._id, 'assessing');
      await cameBack(ctx, now, true);
      await showDecide(ctx, now.cycle, now.rating);
      await refreshCloser(ctx, now, 'reexamine');
      return { toast: say(ctx.actor.locale).returned };
    },
  }),
];
