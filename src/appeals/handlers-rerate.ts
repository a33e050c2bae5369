/** Whom the panel named rates anew: a level and its reason for each dimension, and a new version follows. */

import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import { type Handler, on } from '../core/module.ts';
import { basisOf, frozenGoals } from '../ratings/basis.ts';
import { withLevels } from '../ratings/index.ts';
import { packOf } from '../ratings/inputs.ts';
import { say as rated } from '../ratings/messages.ts';
import type { Level } from '../ratings/model.ts';
import { isLevel } from '../ratings/scene.ts';
import type { Result } from '../results/model.ts';
import { rateAnew, saveRating } from './actions.ts';
import { rateCard } from './cards-office.ts';
import { appealRerated } from './facts.ts';
import { rateable, ratingForm } from './forms-decide.ts';
import { about } from './handlers-case.ts';
import { say } from './messages.ts';
import { ratesAnew } from './policy.ts';
import { rerate } from './rules-decide.ts';
import { actOf, resultAt, type Scene, saved, theirs, whyNot } from './scene.ts';
import { type Settled, settleAnew } from './settle.ts';
import { bringOwn, refresh, showRate } from './shows.ts';
import { revised } from './steps.ts';

const onRating = {
  touches: ['ratings:W', 'appeals:W'],
  load: theirs,
  allow: ratesAnew,
  redraw: async (at: Scene, _: unknown, ctx: Ctx) =>
    rateCard({ ...at, result: await resultAt(at), reader: ctx.actor.id }),
} as const;

interface Given {
  levels: Record<string, Level>;
  reasons: Record<string, string>;
}

/** @throws Refusal beside every field that is missing */
function read(names: readonly string[], values: Record<string, unknown>): Given {
  const fields: Record<string, Sentence> = {};
  const given: Given = { levels: {}, reasons: {} };
  for (const [i, name] of names.entries()) {
    const level = Number(values[`level_${i}`]);
    const reason = String(values[`reason_${i}`] ?? '').trim();
    if (isLevel(level)) given.levels[name] = level;
    else fields[`level_${i}`] = (l) => rated(l).levelNeeded;
    if (reason === '') fields[`reason_${i}`] = (l) => say(l).reasonsNeeded;
    else if (reason.length > 2000) fields[`reason_${i}`] = (l) => rated(l).tooLong;
    else given.reasons[name] = reason;
  }
  if (Object.keys(fields).length > 0) throw new Refusal((l) => say(l).lookAtFields, fields);
  return given;
}

/** Where nobody had rated, the sum is done from what there is about the person. */
async function settledBy(result: Result, levels: Record<string, Level>): Promise<Settled> {
  if (result.basis) return settleAnew(result, withLevels(result.basis, levels));
  const pack = await packOf(result.cycle, result.person);
  return settleAnew(result, basisOf(pack, levels), frozenGoals(pack));
}

export const rerateHandlers: readonly Handler[] = [
  on(rateAnew, {
    ...onRating,
    opens: true,
    async run(ctx, at) {
      rerate(at.appeal, await whyNot(ctx, at, [ctx.actor.id]), actOf(ctx, at));
      return { open: ratingForm(at, rateable(await resultAt(at)), ctx.actor.locale) };
    },
  }),
  on(saveRating, {
    ...onRating,
    async run(ctx, at, _, values) {
      const next = rerate(at.appeal, await whyNot(ctx, at, [ctx.actor.id]), actOf(ctx, at));
      const { decision } = next;
      if (!decision) throw new Refusal((l) => say(l).movedOn);
      const result = await resultAt(at);
      const { levels, reasons } = read(rateable(result), values);
      const settled = await settledBy(result, levels);
      const by = { reasons: decision.reasons, by: [...decision.by, ctx.actor.id] };
      const kept = settled.scored ? reasons : result.reasons;
      const version = settled.changes
        ? (await revised(ctx, at, result, settled, by, kept)).version
        : undefined;
      const now = await saved(ctx, {
        ...next,
        decision: { ...decision, ...(version !== undefined && { version }) },
      });
      ctx.record(appealRerated, { ...about(now.appeal), data: { appeal: now.appeal._id } });
      await refresh(ctx, now);
      await showRate(ctx, now, ctx.actor.id);
      bringOwn(ctx, now);
      return { toast: say(ctx.actor.locale).reratedToast };
    },
  }),
];
