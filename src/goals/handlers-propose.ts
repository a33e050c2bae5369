/** Weights, and the way to the manager and back. */
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import { numberWords } from '../core/i18n.ts';
import { type Handler, on } from '../core/module.ts';
import { number } from '../core/values.ts';
import { schemeOf } from '../cycles/model.ts';
import {
  declineOffer,
  proposeGoals,
  saveWeights,
  setWeights,
  splitEvenly,
  takeBackGoals,
  takeOnGoal,
} from './actions.ts';
import { WHOLE } from './attainment.ts';
import { goalsCard } from './cards.ts';
import { latest } from './change.ts';
import { goalsProposed } from './facts.ts';
import { weightsForm } from './forms.ts';
import { redrawn } from './handlers.ts';
import { declinedCard, evaluatorCard, evaluatorKey } from './hr-cards.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { type Goal, goals } from './model.ts';
import { type AtGoal, owner } from './policy.ts';
import { bareOf, isUnsent, propose, takeBack, takeOn, waitsForManager } from './rules.ts';
import { findingsOf } from './sentence.ts';
import type { Sheet } from './sheet.ts';
import { hrBeside, refreshReview, showTeam } from './shows.ts';
import { actOf, atGoal, decided, mustBeOpen, own, saveAll } from './steps.ts';
import {
  counted,
  evenShares,
  isAdjustable,
  isEven,
  isLeaving,
  isWhole,
  percentOf,
  sumWanted,
  weighted,
  weightWanted,
} from './weights.ts';

const redraw = (sheet: Sheet) => goalsCard(sheet);
const onOwn = { touches: ['goals:W'], load: own, allow: owner, redraw } as const;
const onGoal = {
  touches: ['goals:W'],
  load: atGoal,
  allow: owner,
  redraw: (at: AtGoal) => goalsCard(at),
} as const;

/** Percent as typed → basis points; a sentence beside each field that cannot be. */
export function readWeights(
  adjustable: readonly Goal[],
  values: Record<string, unknown>,
): Map<string, number> {
  const wrong: Record<string, Sentence> = {};
  const weights = new Map<string, number>();
  for (const { _id } of adjustable) {
    const read = number(0, 100).safeParse(values[_id]);
    const points = read.success ? basisPoints(read.data) : undefined;
    if (points === undefined) wrong[_id] = (l) => say(l).weightFine;
    else weights.set(_id, points);
  }
  if (Object.keys(wrong).length > 0) throw new Refusal((l) => say(l).lookAtFields, wrong);
  return weights;
}

/** 33.34 → 3334, exactly; undefined with more than two decimals. */
function basisPoints(percent: number): number | undefined {
  const [units = '', decimals = ''] = String(percent).split('.');
  return decimals.length > 2 ? undefined : Number(units) * 100 + Number(decimals.padEnd(2, '0'));
}

const weighing: Handler[] = [
  on(splitEvenly, {
    ...onOwn,
    async run(ctx, sheet) {
      mustBeOpen(sheet, ctx.now);
      await saveAll(weighted(sheet.goals, evenShares(sheet.goals), ctx.now));
      await redrawn(ctx, sheet);
    },
  }),
  on(setWeights, {
    ...onOwn,
    opens: true,
    async run(ctx, sheet) {
      mustBeOpen(sheet, ctx.now);
      if (!counted(sheet.goals).some(isAdjustable)) throw new Refusal((l) => say(l).takeBackFirst);
      return { open: weightsForm(sheet, ctx.actor.locale) };
    },
  }),
  on(saveWeights, {
    ...onOwn,
    async run(ctx, sheet, _, values) {
      mustBeOpen(sheet, ctx.now);
      const adjustable = counted(sheet.goals).filter(isAdjustable);
      const weights = readWeights(adjustable, values);
      mustFit(sheet, weights);
      await saveAll(weighted(sheet.goals, weights, ctx.now));
      await redrawn(ctx, sheet);
      return { toast: card(ctx.actor.locale).saved };
    },
  }),
];

/** Together with those that cannot be set now they are 100 %. */
function mustFit(sheet: Sheet, weights: ReadonlyMap<string, number>): void {
  const all = counted(sheet.goals);
  const sum = all.reduce((s, g) => s + (weights.get(g._id) ?? weightWanted(g)), 0);
  if (sum === WHOLE) return;
  const words: Sentence = (l) => say(l).weightsMustBe(numberWords(l, percentOf(sum)));
  const last = [...weights.keys()].at(-1);
  throw new Refusal(words, last === undefined ? {} : { [last]: words });
}

/** What HR requires before goals can be proposed: M and T, by the scheme. */
function mustMeetScheme(sheet: Sheet, unsent: readonly Goal[]): void {
  const { required } = schemeOf(sheet.cycle, sheet.participant);
  for (const goal of unsent.filter((g) => !isLeaving(g))) {
    const content = latest(goal);
    const failed = findingsOf(content, sheet.cycle.period).filter((f) => !f.ok);
    if (required.includes('M') && failed.some((f) => f.letter === 'M'))
      throw new Refusal((l) => say(l).needsMeasure(content.title));
    if (required.includes('T') && failed.some((f) => f.letter === 'T'))
      throw new Refusal((l) => say(l).needsDay(content.title));
  }
}

function mustBeProposable(sheet: Sheet, unsent: readonly Goal[]): void {
  if (unsent.length === 0) throw new Refusal((l) => say(l).nothingToPropose);
  const sum = sumWanted(sheet.goals);
  if (!isWhole(sum) && !sheet.contract.waiver)
    throw new Refusal((l) => say(l).weightsNotWhole(numberWords(l, percentOf(sum))));
  const [bare] = unsent.flatMap(bareOf);
  if (bare) throw new Refusal((l) => say(l).needsLevels(bare.title));
  mustMeetScheme(sheet, unsent);
}

const proposing: Handler[] = [
  on(proposeGoals, {
    ...onOwn,
    async run(ctx, sheet) {
      mustBeOpen(sheet, ctx.now);
      const unsent = sheet.goals.filter(isUnsent);
      mustBeProposable(sheet, unsent);
      const { manager, person } = sheet.participant;
      if (!manager) {
        const key = evaluatorKey(sheet.cycle._id, person);
        for (const id of await hrBeside(sheet)) ctx.show(key, { person: id }, evaluatorCard(sheet));
        return { toast: say(ctx.actor.locale).noEvaluator };
      }
      await saveAll(unsent.map((g) => propose(g, ctx.now)));
      ctx.record(goalsProposed, {
        about: person,
        ref: sheet.cycle._id,
        data: { goals: unsent.map((g) => g._id) },
      });
      await refreshReview(ctx, await redrawn(ctx, sheet));
      await showTeam(ctx, sheet.cycle, manager);
      return { toast: card(ctx.actor.locale).proposedToast };
    },
  }),
  on(takeBackGoals, {
    ...onOwn,
    async run(ctx, sheet) {
      mustBeOpen(sheet, ctx.now);
      const open = sheet.goals.filter((g) => waitsForManager(g) && !g.pending?.agreed);
      if (open.length === 0) throw new Refusal((l) => say(l).movedOn);
      const act = actOf(ctx, sheet);
      await saveAll(open.map((g) => takeBack(g, act)));
      await decided(ctx, sheet, { changed: false });
    },
  }),
  on(takeOnGoal, {
    ...onGoal,
    async run(ctx, at) {
      mustBeOpen(at, ctx.now);
      const even = counted(at.goals).length === 0 || isEven(at.goals);
      const taken = await goals.save(takeOn(at.goal));
      const all = at.goals.map((g) => (g._id === taken._id ? taken : g));
      if (even) await saveAll(weighted(all, evenShares(all), ctx.now));
      await decided(ctx, at, { changed: false });
    },
  }),
  on(declineOffer, {
    ...onGoal,
    async run(ctx, at) {
      mustBeOpen(at, ctx.now);
      if (at.goal.state !== 'offered') throw new Refusal((l) => say(l).movedOn);
      await goals.save({ ...at.goal, state: 'dropped' });
      const { manager } = at.participant;
      if (manager) ctx.show(`goals.declined:${at.goal._id}`, { person: manager }, declinedCard(at, at.goal));
      await decided(ctx, at, { changed: false });
    },
  }),
];

export const proposeHandlers: readonly Handler[] = [...weighing, ...proposing];
