/** Changing a goal: in place while it is written, as a proposal once it was agreed. */
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { say as core } from '../core/messages.ts';
import { type Handler, on } from '../core/module.ts';
import { many } from '../core/values.ts';
import {
  addKeyResult,
  deleteGoal,
  editGoal,
  editKeyResult,
  forgetChange,
  removeKeyResult,
  saveAnchors,
  saveEdit,
  saveKeyResult,
  savePartners,
  sharePartners,
  writeAnchors,
} from './actions.ts';
import { goalsCard } from './cards.ts';
import { latest } from './change.ts';
import {
  type GoalValues,
  type KeyResultValues,
  keyResultFrom,
  withAnchors,
  withKeyResult,
  withoutKeyResult,
  withValues,
} from './entry.ts';
import { anchorsForm, editForm, keyResultForm, partnersForm } from './forms.ts';
import { checkedAlign, contentFrom, levelsOf, redrawn } from './handlers.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { type Content, type Goal, goals, keyResultOf } from './model.ts';
import { type AtGoal, owner } from './policy.ts';
import { drop, edit, forget } from './rules.ts';
import { atGoal, checkedVerifier, decided, mustBeOpen, saveAll } from './steps.ts';
import { evenShares, isEven, weighted } from './weights.ts';

const redraw = (at: AtGoal) => goalsCard(at);
const onGoal = { touches: ['goals:W'], load: atGoal, allow: owner, redraw } as const;

async function saveEdited(ctx: Ctx, at: AtGoal, content: Content): Promise<Goal> {
  mustBeOpen(at, ctx.now);
  const saved = await goals.save(edit(at.goal, content, ctx.now));
  await redrawn(ctx, at);
  return saved;
}

const editing: Handler[] = [
  on(editGoal, {
    ...onGoal,
    opens: true,
    async run(ctx, at) {
      mustBeOpen(at, ctx.now);
      edit(at.goal, latest(at.goal), ctx.now);
      return { open: editForm(at.goal, at, ctx.actor.locale) };
    },
  }),
  on(saveEdit, {
    ...onGoal,
    opens: true,
    async run(ctx, at, _, values) {
      const now = latest(at.goal);
      if (now.keyResults.length > 1) {
        checkedAlign(at, values.align, now);
        await saveEdited(ctx, at, withValues(now, values));
        return { toast: card(ctx.actor.locale).saved };
      }
      const saved = await saveEdited(ctx, at, await contentFrom(ctx, at, whole(values), now));
      return levelsOf(ctx, saved, latest(saved).keyResults[0]?.id);
    },
  }),
  on(addKeyResult, {
    ...onGoal,
    opens: true,
    async run(ctx, at) {
      mustBeOpen(at, ctx.now);
      edit(at.goal, latest(at.goal), ctx.now);
      return { open: keyResultForm(at.goal, at, ctx.actor.locale) };
    },
  }),
  on(editKeyResult, {
    ...onGoal,
    opens: true,
    async run(ctx, at, _, { value }) {
      mustBeOpen(at, ctx.now);
      const kr = keyResultOf(latest(at.goal), value);
      if (!kr) throw new Refusal((l) => say(l).keyResultGone);
      edit(at.goal, latest(at.goal), ctx.now);
      return { open: keyResultForm(at.goal, at, ctx.actor.locale, kr) };
    },
  }),
  on(saveKeyResult, {
    ...onGoal,
    opens: true,
    async run(ctx, at, { keyResult }, values) {
      await checkedVerifier(values.verifier, at.goal.person);
      const id = keyResult ?? ctx.id('kr');
      const content = withKeyResult(latest(at.goal), keyResultFrom(id, values));
      const saved = await saveEdited(ctx, at, content);
      return levelsOf(ctx, saved, id);
    },
  }),
];

/** The edit form of a goal with one key result has its fields too; what is needed there is needed. */
/** What a form can hold whose key result fields may be missing. */
type Entered = { [K in keyof KeyResultValues]?: KeyResultValues[K] | undefined };

function whole(values: GoalValues & Entered): GoalValues & KeyResultValues {
  const { measure, kind, source } = values;
  const needed = { measure, kind, source };
  const wrong = Object.entries(needed).filter(([, v]) => v === undefined);
  if (measure === undefined || kind === undefined || source === undefined)
    throw new Refusal(
      (l) => say(l).lookAtFields,
      Object.fromEntries(wrong.map(([name]) => [name, (l) => core(l).needed])),
    );
  return { ...values, measure, kind, source };
}

const more: Handler[] = [
  on(removeKeyResult, {
    ...onGoal,
    async run(ctx, at, _, { value }) {
      await saveEdited(ctx, at, withoutKeyResult(latest(at.goal), value));
    },
  }),
  on(writeAnchors, {
    ...onGoal,
    opens: true,
    async run(ctx, at, { keyResult }) {
      mustBeOpen(at, ctx.now);
      const kr = keyResultOf(latest(at.goal), keyResult);
      if (!kr) throw new Refusal((l) => say(l).keyResultGone);
      edit(at.goal, latest(at.goal), ctx.now);
      return { open: anchorsForm(at.goal, kr, ctx.actor.locale) };
    },
  }),
  on(saveAnchors, {
    ...onGoal,
    async run(ctx, at, { keyResult }, { a1, a2, a3, a4, a5 }) {
      await saveEdited(ctx, at, withAnchors(latest(at.goal), keyResult, [a1, a2, a3, a4, a5]));
      return { toast: card(ctx.actor.locale).saved };
    },
  }),
  on(sharePartners, {
    ...onGoal,
    opens: true,
    async run(ctx, at) {
      mustBeOpen(at, ctx.now);
      edit(at.goal, latest(at.goal), ctx.now);
      return { open: partnersForm(at.goal, ctx.actor.locale) };
    },
  }),
  on(savePartners, {
    ...onGoal,
    async run(ctx, at, _, values) {
      const partners = many(20).parse(values.partners);
      for (const id of partners) await checkedVerifier(id, at.goal.person);
      await saveEdited(ctx, at, { ...latest(at.goal), partners: [...new Set(partners)] });
      return { toast: card(ctx.actor.locale).saved };
    },
  }),
  on(deleteGoal, {
    ...onGoal,
    async run(ctx, at) {
      mustBeOpen(at, ctx.now);
      const even = isEven(at.goals);
      const gone = drop(at.goal, ctx.now);
      await goals.save(gone);
      const left = at.goals.filter((g) => g._id !== gone._id);
      if (even) await saveAll(weighted(left, evenShares(left), ctx.now));
      await redrawn(ctx, at);
    },
  }),
  on(forgetChange, {
    ...onGoal,
    async run(ctx, at) {
      mustBeOpen(at, ctx.now);
      await goals.save(forget(at.goal));
      await decided(ctx, at, { changed: false });
    },
  }),
];

export const editHandlers: readonly Handler[] = [...editing, ...more];
