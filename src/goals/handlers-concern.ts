/** Raising a concern about a goal, and the manager's answer. */
import type { Actor } from '../core/actor.ts';
import { addWorkdays, dayIn } from '../core/calendar.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { answerConcern, raiseConcern, saveAnswer, saveConcern } from './actions.ts';
import { goalsCard } from './cards.ts';
import { concernCard, concernKey } from './concern-cards.ts';
import { concernAnswered, concernRaised } from './facts.ts';
import { textForm } from './forms.ts';
import { redrawn } from './handlers.ts';
import { say } from './messages.ts';
import { ask } from './messages-form.ts';
import { team } from './messages-team.ts';
import { goals } from './model.ts';
import { type AtGoal, manager, owner } from './policy.ts';
import { sheetOf } from './sheet.ts';
import { showConcernToHr, showOwn } from './shows.ts';
import { atGoal, mustRun } from './steps.ts';

/** Working days in which the manager answers. */
const answerDays = 5;

const byOwner = (who: Actor, at: AtGoal) => owner(who, at);
const byManager = (who: Actor, at: AtGoal) => manager(who, at);
const asked = {
  touches: ['goals:W'],
  load: atGoal,
  allow: byOwner,
  redraw: (at: AtGoal) => goalsCard(at),
} as const;
const answered = {
  touches: ['goals:W'],
  load: atGoal,
  allow: byManager,
  redraw: (at: AtGoal) => concernCard(at, at.goal, 'manager'),
} as const;

export const concernHandlers: readonly Handler[] = [
  on(raiseConcern, {
    ...asked,
    opens: true,
    async run(ctx, at) {
      const { goal } = at;
      mustRun(at);
      if (goal.concern?.open) throw new Refusal((l) => say(l).movedOn);
      const words = ask(ctx.actor.locale);
      const token = saveConcern.token({ goal: goal._id });
      const form = { title: words.concernTitle, intro: words.concernIntro(goal.title), token };
      return { open: textForm(ctx.actor.locale, form, { name: 'concern', label: words.concern }) };
    },
  }),
  on(saveConcern, {
    ...asked,
    async run(ctx, at, _, { concern: text }) {
      mustRun(at);
      if (at.goal.concern?.open) throw new Refusal((l) => say(l).movedOn);
      const due = addWorkdays(dayIn(at.place.zone, ctx.now), answerDays, at.place.calendar);
      const goal = await goals.save({ ...at.goal, concern: { text, at: ctx.now, due, open: true } });
      ctx.record(concernRaised, { about: goal.person, ref: goal.cycle, data: { goal: goal._id } });
      const sheet = await redrawn(ctx, at);
      const boss = at.participant.manager;
      const words = team(ctx.actor.locale);
      if (!boss) {
        await showConcernToHr(ctx, sheet, goal);
        return { toast: words.concernWithHr };
      }
      ctx.show(concernKey(goal), { person: boss }, concernCard(sheet, goal, 'manager'), { anew: true });
      return { toast: words.sentToast };
    },
  }),
  on(answerConcern, {
    ...answered,
    opens: true,
    async run(ctx, at) {
      const { goal } = at;
      mustRun(at);
      if (!goal.concern?.open) throw new Refusal((l) => say(l).movedOn);
      const words = ask(ctx.actor.locale);
      const token = saveAnswer.token({ goal: goal._id });
      const form = { title: words.answerTitle, intro: words.concernIntro(goal.title), token };
      const base = textForm(ctx.actor.locale, form, { name: 'answer', label: words.answer });
      const how = {
        name: 'how',
        label: words.how,
        type: 'choice' as const,
        required: true,
        options: (['keep', 'adjust', 'help'] as const).map((h) => ({ label: words[h], value: h })),
      };
      return { open: { ...base, fields: [how, ...base.fields] } };
    },
  }),
  on(saveAnswer, {
    ...answered,
    async run(ctx, at, _, { how, answer: text }) {
      const { concern } = at.goal;
      mustRun(at);
      if (!concern?.open) throw new Refusal((l) => say(l).movedOn);
      const answer = { how, text, by: ctx.actor.id, at: ctx.now };
      const goal = await goals.save({ ...at.goal, concern: { ...concern, open: false, answer } });
      ctx.record(concernAnswered, { about: goal.person, ref: goal.cycle, data: { goal: goal._id, how } });
      const sheet = await sheetOf(goal.cycle, goal.person);
      showOwn(ctx, sheet, { anew: true });
      ctx.show(concernKey(goal), { person: ctx.actor.id }, concernCard(sheet, goal, 'manager'));
      return { toast: team(ctx.actor.locale).sentToast };
    },
  }),
];
