/** Writing goals: what the owner presses on their own card. */
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { say as core } from '../core/messages.ts';
import { type Handler, on } from '../core/module.ts';
import { carryOver, openGoals, openOne, readLesson, saveGoal, writeGoal } from './actions.ts';
import { goalsCard } from './cards.ts';
import { latest } from './change.ts';
import { saveContract } from './contract.ts';
import {
  type GoalValues,
  type KeyResultValues,
  keyResultFrom,
  mostGoals,
  withKeyResult,
  withValues,
} from './entry.ts';
import { alignOptions, anchorsForm, goalForm } from './forms.ts';
import { oneGoalCard, oneKey } from './goal-card.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { type Content, type Goal, goals, keyResultOf } from './model.ts';
import { owner } from './policy.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { refreshOnes, showOwn } from './shows.ts';
import { checkedVerifier, mustBeOpen, own, saveAll } from './steps.ts';
import { counted, evenShares, isEven, weighted } from './weights.ts';

const redraw = (sheet: Sheet) => goalsCard(sheet);

const onOwn = { touches: ['goals:W'], load: own, allow: owner, redraw } as const;

const emptyContent: Content = { title: '', keyResults: [], weight: 0, visibility: 'line', partners: [] };

/** @throws Refusal for an alignment that the form did not offer */
export function checkedAlign(sheet: Sheet, align: string | undefined, now?: Content): void {
  const offered = alignOptions(sheet, 'en', now).some((o) => o.value === (align ?? 'none'));
  if (!offered) throw new Refusal((l) => say(l).lookAtFields, { align: (l) => core(l).choose });
}

/** From one filled-in form: a goal with its first key result. */
export async function contentFrom(
  ctx: Ctx,
  sheet: Sheet,
  values: GoalValues & KeyResultValues,
  over: Content = emptyContent,
): Promise<Content> {
  checkedAlign(sheet, values.align, over);
  await checkedVerifier(values.verifier, sheet.participant.person);
  const kr = keyResultFrom(over.keyResults[0]?.id ?? ctx.id('kr'), values);
  return withKeyResult(withValues(over, values), kr);
}

export const newGoal = (ctx: Ctx, sheet: Sheet, content: Content): Omit<Goal, 'rev'> => ({
  ...content,
  _id: ctx.id('goal'),
  cycle: sheet.cycle._id,
  person: sheet.participant.person,
  state: 'draft',
  by: ctx.actor.id,
  at: ctx.now,
  version: 0,
  versions: [],
});

/** Puts the goal among the others; as long as weights are even they stay so. */
async function insertAmong(ctx: Ctx, sheet: Sheet, goal: Omit<Goal, 'rev'>): Promise<Goal> {
  if (counted(sheet.goals).length >= mostGoals) throw new Refusal((l) => say(l).mostGoals);
  const even = sheet.goals.length === 0 || counted(sheet.goals).length === 0 || isEven(sheet.goals);
  const made = await goals.insert(goal);
  if (!even) return made;
  const all = [...sheet.goals, made];
  await saveAll(weighted(all, evenShares(all), ctx.now));
  return made;
}

export async function redrawn(ctx: Ctx, sheet: Sheet): Promise<Sheet> {
  const now = await sheetOf(sheet.cycle._id, sheet.participant.person);
  showOwn(ctx, now);
  await refreshOnes(ctx, now);
  return now;
}

/** The levels of a key result that is judged by them are asked next. */
export function levelsOf(ctx: Ctx, goal: Goal, keyResult: string | undefined) {
  const kr = keyResult === undefined ? undefined : keyResultOf(latest(goal), keyResult);
  return kr?.kind === 'rated' && !kr.anchors
    ? { open: anchorsForm(goal, kr, ctx.actor.locale) }
    : { toast: card(ctx.actor.locale).saved };
}

const writing: Handler[] = [
  on(openGoals, {
    ...onOwn,
    touches: ['goals:R'],
    async run(ctx, sheet) {
      showOwn(ctx, sheet, { anew: true });
    },
  }),
  on(openOne, {
    ...onOwn,
    touches: ['goals:R'],
    async run(ctx, sheet, _, { value }) {
      const goal = sheet.goals.find((g) => g._id === value);
      if (!goal) throw new Refusal((l) => say(l).goalGone);
      ctx.show(oneKey(goal), { person: ctx.actor.id }, oneGoalCard(sheet, goal), { anew: true });
    },
  }),
  on(readLesson, {
    ...onOwn,
    async run(ctx, sheet) {
      const contract = await saveContract({ ...sheet.contract, lessonRead: true });
      showOwn(ctx, { ...sheet, contract });
    },
  }),
  on(writeGoal, {
    ...onOwn,
    opens: true,
    async run(ctx, sheet) {
      mustBeOpen(sheet, ctx.now);
      return { open: goalForm(sheet, ctx.actor.locale) };
    },
  }),
  on(saveGoal, {
    ...onOwn,
    opens: true,
    async run(ctx, sheet, _, values) {
      mustBeOpen(sheet, ctx.now);
      const content = await contentFrom(ctx, sheet, values);
      const made = await insertAmong(ctx, sheet, newGoal(ctx, sheet, content));
      await redrawn(ctx, sheet);
      return levelsOf(ctx, made, made.keyResults[0]?.id);
    },
  }),
  on(carryOver, {
    ...onOwn,
    async run(ctx, sheet, _, { value }) {
      mustBeOpen(sheet, ctx.now);
      const old = sheet.leftOver.find((g) => g._id === value);
      if (!old) throw new Refusal((l) => say(l).movedOn);
      await insertAmong(ctx, sheet, {
        ...newGoal(ctx, sheet, carried(ctx, sheet, old)),
        carriedFrom: old._id,
      });
      await redrawn(ctx, sheet);
    },
  }),
];

/** The old goal with new ids, starting where the last one ended; due at the end of this period. */
function carried(ctx: Ctx, { cycle }: Sheet, old: Goal): Content {
  const { parent, ...content } = latest(old);
  const keyResults = content.keyResults.map((kr) => {
    const { confidence, updatedAt, confirmed, exclusion, excluded, ...plain } = kr;
    const due = cycle.period.to;
    const fresh = { ...plain, id: ctx.id('kr'), due, actual: undefined, done: undefined };
    if (kr.kind !== 'increase' && kr.kind !== 'decrease') return fresh;
    const moved = kr.actual !== undefined && Number(kr.actual) !== Number(kr.target);
    return { ...fresh, baseline: moved ? kr.actual : kr.baseline };
  });
  const clean = keyResults.map((kr) =>
    Object.fromEntries(
      Object.entries(kr).filter(([k, v]) => v !== undefined && k !== 'stretched' && k !== 'level'),
    ),
  );
  return {
    ...content,
    due: cycle.period.to,
    weight: 0,
    keyResults: clean as unknown as Content['keyResults'],
    ...(parent?.kind === 'company' && { parent }),
  };
}

export const writeHandlers: readonly Handler[] = writing;
