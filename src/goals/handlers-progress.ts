/** New numbers from the progress card. */
import type { Actor } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { say as core } from '../core/messages.ts';
import { type Handler, on } from '../core/module.ts';
import { markMilestone, openProgress, pickLevel, saveProgress, updateProgress } from './actions.ts';
import { type ProgressRow, progressIn } from './history.ts';
import { say } from './messages.ts';
import { going } from './messages-progress.ts';
import { type GoalKeyResult, keyResultOf } from './model.ts';
import { type AtGoal, manager, owner } from './policy.ts';
import { recordProgress } from './progress.ts';
import { pairOf, progressCard, progressForm, progressKey } from './progress-cards.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { refreshReview } from './shows.ts';
import { atGoal, own } from './steps.ts';

type Followed = Sheet & { rows: ProgressRow[] };

const followed = async (ctx: Ctx, about: { cycle: string }): Promise<Followed> => ({
  ...(await own(ctx, about)),
  rows: await progressIn(about.cycle, ctx.actor.id),
});

export async function showProgress(
  ctx: Ctx,
  cycle: string,
  person: string,
  options: { anew?: true } = {},
): Promise<void> {
  const sheet = await sheetOf(cycle, person);
  const rows = await progressIn(cycle, person);
  ctx.show(progressKey(cycle), { person }, progressCard(sheet, rows), options);
  await refreshReview(ctx, sheet);
}

const redraw = async (at: AtGoal) => progressCard(at, await progressIn(at.goal.cycle, at.goal.person));
const ownGoal = (who: Actor, at: AtGoal) => owner(who, at);
const onGoal = { touches: ['goals:W'], load: atGoal, allow: ownGoal, redraw } as const;

const milestones = {
  open: { done: false },
  done: { done: true },
  stretched: { done: true, stretched: true },
} as const;

export const progressHandlers: readonly Handler[] = [
  on(openProgress, {
    touches: ['goals:R'],
    load: followed,
    allow: owner,
    async run(ctx, { cycle, participant }) {
      await showProgress(ctx, cycle._id, participant.person, { anew: true });
    },
  }),
  on(updateProgress, {
    touches: ['goals:W'],
    load: followed,
    allow: owner,
    redraw: (at) => progressCard(at, at.rows),
    opens: true,
    async run(ctx, { goals }, _, { value }) {
      const all = goals.flatMap((goal) => goal.keyResults.map((kr) => ({ goal, kr })));
      const found = all.find(({ goal, kr }) => pairOf(goal, kr) === value);
      if (!found) throw new Refusal((l) => say(l).keyResultGone);
      return { open: progressForm(found.goal, found.kr, await ctx.view()) };
    },
  }),
  on(saveProgress, {
    ...onGoal,
    async run(ctx, { goal }, { keyResult }, { actual, state, confidence, note }) {
      const reading = state ? milestones[state] : {};
      await recordProgress(ctx, goal, { keyResult, actual, ...reading, confidence, note });
      await showProgress(ctx, goal.cycle, goal.person);
      return { toast: going(ctx.actor.locale).saved };
    },
  }),
  on(markMilestone, {
    ...onGoal,
    async run(ctx, { goal }, { keyResult, state }) {
      await recordProgress(ctx, goal, { keyResult, ...milestones[state] });
      await showProgress(ctx, goal.cycle, goal.person);
    },
  }),
  on(pickLevel, {
    touches: ['goals:W'],
    load: atGoal,
    allow: (who: Actor, at: AtGoal) => manager(who, at),
    async run(ctx, { goal }, { keyResult }, { value }) {
      const kr: GoalKeyResult | undefined = keyResultOf(goal, keyResult);
      if (kr?.kind !== 'rated') throw new Refusal((l) => say(l).keyResultGone);
      const level = ['1', '2', '3', '4', '5'].indexOf(value) + 1;
      if (level === 0) throw new Refusal((l) => core(l).choose);
      await recordProgress(ctx, goal, { keyResult, level });
      await refreshReview(ctx, await sheetOf(goal.cycle, goal.person));
      return { toast: going(ctx.actor.locale).saved };
    },
  }),
];
