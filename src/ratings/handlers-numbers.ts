/** Final numbers: confirmed with one tap, entered, or left out with a reason. */
import type { Answer } from '../core/card.ts';
import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { cycles } from '../cycles/model.ts';
import { confirmed, isProvisional, leftOut, settled } from '../goals/final.ts';
import type { Reading } from '../goals/history.ts';
import { progress } from '../goals/history.ts';
import { type Goal, type GoalKeyResult, goals, keyResultOf } from '../goals/model.ts';
import { confirmNumbers, enterNumber, openVerify, saveNumber } from './actions.ts';
import { packCard } from './cards.ts';
import { keyResultExcluded, numberEntered, numbersConfirmed } from './facts.ts';
import { numberForm } from './forms.ts';
import { say } from './messages.ts';
import { verifies } from './policy.ts';
import { isOpen } from './rules.ts';
import { fullOf, type Scene, theirs } from './scene.ts';
import { refreshVerifiers, showPack, showVerify } from './shows.ts';
import { followed, mustBeOn } from './steps.ts';

/** Only the rater has the whole card. */
async function redraw(scene: Scene, _: unknown, ctx: Ctx): Promise<Draw | undefined> {
  return ctx.actor.id === scene.rating.rater ? packCard(await fullOf(scene)) : undefined;
}

const onNumbers = { touches: ['goals:W'], load: theirs, allow: verifies, redraw } as const;

/** The rater may settle any number of the person; somebody else those that name them. */
const mayTouch = ({ rating }: Scene, by: string, kr: GoalKeyResult): boolean =>
  by === rating.rater || kr.verifier === by;

function mustBeOpen(scene: Scene): void {
  mustBeOn(scene);
  if (!isOpen(scene.rating)) throw new Refusal((l) => say(l).movedOn);
}

/** @throws Refusal for a goal of somebody else, or one that changed away */
async function goalOf({ rating }: Scene, id: string): Promise<Goal> {
  const goal = await goals.get(id);
  if (goal?.person !== rating.person || goal.cycle !== rating.cycle || goal.state !== 'agreed')
    throw new Refusal((l) => say(l).movedOn);
  return goal;
}

async function settledNow(ctx: Ctx, scene: Scene): Promise<void> {
  if (ctx.actor.id === scene.rating.rater) await showPack(ctx, scene);
  else await showVerify(ctx, scene.cycle, ctx.actor.id);
  await followed(ctx, scene);
  await refreshVerifiers(ctx, scene);
}

async function confirmAll(ctx: Ctx, scene: Scene, seen: Readonly<Record<string, number>>): Promise<Answer> {
  mustBeOpen(scene);
  let n = 0;
  for (const [id, rev] of Object.entries(seen).sort()) {
    const goal = await goalOf(scene, id);
    // The numbers were others when the card was drawn: they are looked at again first.
    if (goal.rev !== rev) throw new Refusal((l) => say(l).movedOn);
    const mine = goal.keyResults.filter((kr) => isProvisional(kr) && mayTouch(scene, ctx.actor.id, kr));
    n += mine.length;
    const ids = mine.map((kr) => kr.id);
    if (ids.length > 0) await goals.save(confirmed(goal, ids, { by: ctx.actor.id, now: ctx.now }));
  }
  if (n === 0) throw new Refusal((l) => say(l).nothingToConfirm);
  ctx.record(numbersConfirmed, { about: scene.rating.person, ref: scene.cycle._id, data: { n } });
  await settledNow(ctx, scene);
  return { toast: say(ctx.actor.locale).confirmed(n) };
}

interface Written {
  actual?: number | undefined;
  state?: 'open' | 'done' | 'stretched' | undefined;
  level?: '1' | '2' | '3' | '4' | '5' | undefined;
  reason?: string | undefined;
}

/** What this kind of key result is measured by, or nothing when the field is empty. */
function readingFrom(kr: GoalKeyResult, { actual, state, level }: Written): Reading | undefined {
  if (kr.kind === 'milestone')
    return state && { done: state !== 'open', ...(state !== 'open' && { stretched: state === 'stretched' }) };
  if (kr.kind === 'rated') return level && { level: Number(level) };
  return actual === undefined ? undefined : { actual };
}

/** The number that stood in the form already. */
const isSame = (kr: GoalKeyResult, reading: Reading): boolean =>
  Object.entries(reading).every(([key, value]) => {
    const before = (kr as unknown as Record<string, unknown>)[key];
    return String(before ?? false) === String(value);
  });

async function settle(
  ctx: Ctx,
  scene: Scene,
  goal: Goal,
  kr: GoalKeyResult,
  written: Written,
): Promise<Answer> {
  const by = { by: ctx.actor.id, now: ctx.now };
  const reading = readingFrom(kr, written);
  const { reason } = written;
  const about = {
    about: scene.rating.person,
    ref: scene.cycle._id,
    data: { goal: goal._id, keyResult: kr.id },
  };
  const isNew = reading !== undefined && !(reason !== undefined && isSame(kr, reading));
  if (isNew === (reason !== undefined && reason !== kr.exclusion?.reason)) {
    const words = (l: 'en' | 'zh') => say(l).oneOrOther;
    throw new Refusal(words, { reason: words });
  }
  if (!isNew) {
    await goals.save(leftOut(goal, kr.id, reason ?? '', by));
    ctx.record(keyResultExcluded, about);
    await settledNow(ctx, scene);
    return { toast: say(ctx.actor.locale).excluded };
  }
  await goals.save(settled(goal, kr.id, reading, by));
  const row = { cycle: goal.cycle, person: goal.person, goal: goal._id, keyResult: kr.id };
  await progress.insert({ _id: ctx.id('progress'), ...row, ...reading, by: ctx.actor.id, at: ctx.now });
  ctx.record(numberEntered, about);
  await settledNow(ctx, scene);
  return { toast: say(ctx.actor.locale).entered };
}

export const numberHandlers: readonly Handler[] = [
  on(confirmNumbers, {
    ...onNumbers,
    run: (ctx, scene, args) => confirmAll(ctx, scene, args.goals),
  }),
  on(enterNumber, {
    ...onNumbers,
    opens: true,
    async run(ctx, scene, _, { value }) {
      mustBeOpen(scene);
      const [goalId = '', id = ''] = value.split(' ');
      const goal = await goalOf(scene, goalId);
      const kr = keyResultOf(goal, id);
      if (!kr || !mayTouch(scene, ctx.actor.id, kr)) throw new Refusal((l) => say(l).movedOn);
      return { open: numberForm(scene, { goal, kr }, ctx.actor.locale) };
    },
  }),
  on(saveNumber, {
    ...onNumbers,
    async run(ctx, scene, { goal: goalId, keyResult }, written) {
      mustBeOpen(scene);
      const goal = await goalOf(scene, goalId);
      const kr = keyResultOf(goal, keyResult);
      if (!kr || !mayTouch(scene, ctx.actor.id, kr)) throw new Refusal((l) => say(l).onlyVerifier);
      return settle(ctx, scene, goal, kr, written);
    },
  }),
  on(openVerify, {
    touches: ['goals:R'],
    load: async (_, { cycle }) => cycles.must(cycle),
    allow: () => true,
    run: async (ctx, cycle) => showVerify(ctx, cycle, ctx.actor.id, { anew: true }),
  }),
];
