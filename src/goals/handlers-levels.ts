/** The levels of what a manager proposes: asked at once, and by a button as long as the owner has not answered. */
import type { Actor } from '../core/actor.ts';
import type { Reply } from '../core/card.ts';
import { Refusal } from '../core/errors.ts';
import type { Locale } from '../core/i18n.ts';
import { type Handler, on } from '../core/module.ts';
import { saveTheirLevels, writeTheirLevels } from './actions.ts';
import { latest } from './change.ts';
import { anchorsForm } from './forms.ts';
import { bareOfManager, withTheirLevels } from './levels.ts';
import { say } from './messages.ts';
import { team } from './messages-team.ts';
import { type Goal, goals, keyResultOf } from './model.ts';
import { type AtGoal, manager } from './policy.ts';
import { reviewCard } from './review-cards.ts';
import { atGoal, decided, mustBeOpen } from './steps.ts';

/** What was proposed is sent; levels that it lacks are asked next. */
export function theirLevels(goal: Goal, locale: Locale): Reply {
  const bare = bareOfManager(goal);
  return bare
    ? { open: anchorsForm(goal, bare, locale, saveTheirLevels) }
    : { toast: team(locale).sentToast };
}

const onTheirs = {
  touches: ['goals:W'],
  load: atGoal,
  allow: (who: Actor, at: AtGoal) => manager(who, at),
  redraw: (at: AtGoal) => reviewCard(at),
} as const;

export const levelHandlers: readonly Handler[] = [
  on(writeTheirLevels, {
    ...onTheirs,
    opens: true,
    async run(ctx, at, { keyResult }) {
      mustBeOpen(at, ctx.now);
      const kr = keyResultOf(latest(at.goal), keyResult);
      if (!kr || !bareOfManager(at.goal)) throw new Refusal((l) => say(l).movedOn);
      return { open: anchorsForm(at.goal, kr, ctx.actor.locale, saveTheirLevels) };
    },
  }),
  on(saveTheirLevels, {
    ...onTheirs,
    opens: true,
    async run(ctx, at, { keyResult }, { a1, a2, a3, a4, a5 }) {
      mustBeOpen(at, ctx.now);
      const saved = await goals.save(withTheirLevels(at.goal, keyResult, [a1, a2, a3, a4, a5], ctx.now));
      await decided(ctx, at, { changed: false, tell: true });
      return theirLevels(saved, ctx.actor.locale);
    },
  }),
];
