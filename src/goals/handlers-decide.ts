/** Agreeing, returning, wording it differently, and taking it back within five minutes. */
import type { Actor } from '../core/actor.ts';
import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import {
  agreeClean,
  agreeGoal,
  agreeLateChange,
  agreePerson,
  counterGoal,
  offerGoal,
  returnGoal,
  saveCounter,
  saveOffer,
  sendBackGoal,
  undoDecision,
} from './actions.ts';
import { goalsCard } from './cards.ts';
import { contentOf, latest } from './change.ts';
import { decisionUndone, goalAgreed, goalDropped, goalReturned } from './facts.ts';
import { textForm, wholeForm } from './forms.ts';
import { contentFrom, newGoal } from './handlers.ts';
import { theirLevels } from './handlers-levels.ts';
import { lateCard } from './hr-cards.ts';
import { say } from './messages.ts';
import { ask } from './messages-form.ts';
import { team } from './messages-team.ts';
import { type Goal, goals } from './model.ts';
import { type AtGoal, decidesOrHr, hrFor, leadsTeam, manager } from './policy.ts';
import { nextStep, reviewCard } from './review-cards.ts';
import { agree, agreeLate, counter, proposal, sendBack, undo, waitsForOwner } from './rules.ts';
import { isOpen, type Sheet } from './sheet.ts';
import { showLate, showReview, showTeam } from './shows.ts';
import { actOf, atGoal, decided, mustBeOpen, saveAll, teamAt, theirs } from './steps.ts';
import { isClean, type Team, teamCard, waitingOf } from './team-cards.ts';

/** How things stand, for the one who pressed. */
const asSeen = (sheet: Sheet, who: Actor): Draw =>
  who.id === sheet.participant.person
    ? goalsCard(sheet)
    : reviewCard(sheet, who.id === sheet.participant.manager ? 'manager' : 'reader');

const redraw = (at: Sheet, _: unknown, ctx: Ctx): Draw => asSeen(at, ctx.actor);
const redrawGoal = (at: AtGoal, _: unknown, ctx: Ctx): Draw => asSeen(at, ctx.actor);
const leadsGoal = (who: Actor, at: AtGoal) => manager(who, at);
const onGoal = {
  touches: ['goals:W'],
  load: atGoal,
  allow: decidesOrHr,
  redraw: redrawGoal,
} as const;
const onPerson = { touches: ['goals:W'], load: theirs, allow: manager, redraw } as const;

function noted(ctx: Ctx, goal: Goal): void {
  const about = { about: goal.person, ref: goal.cycle };
  if (goal.state === 'dropped') ctx.record(goalDropped, { ...about, data: { goal: goal._id } });
  else if (!goal.pending)
    ctx.record(goalAgreed, { ...about, data: { goal: goal._id, version: goal.version } });
}

const agreeing: Handler[] = [
  on(agreeGoal, {
    ...onGoal,
    async run(ctx, at, { seen }) {
      mustBeOpen(at, ctx.now);
      const next = await goals.save(agree(at.goal, seen, actOf(ctx, at)));
      noted(ctx, next);
      const sheet = await decided(ctx, at, { changed: !next.pending });
      const words = team(ctx.actor.locale);
      if (!next.pending?.agreed) return { toast: words.agreedToast };
      await showLate(ctx, sheet, next);
      return { toast: words.passedOnToast };
    },
  }),
  on(agreePerson, {
    ...onPerson,
    async run(ctx, sheet, { seen }) {
      mustBeOpen(sheet, ctx.now);
      const act = actOf(ctx, sheet);
      const wanted = sheet.goals.filter((g) => Object.hasOwn(seen, g._id));
      if (wanted.length !== Object.keys(seen).length) throw new Refusal((l) => say(l).movedOn);
      const agreed = wanted.map((g) => agree(g, seen[g._id] ?? 0, act));
      await saveAll(agreed);
      for (const g of agreed) noted(ctx, g);
      const after = await decided(ctx, sheet, { changed: true });
      for (const g of after.goals.filter((one) => one.pending?.agreed)) await showLate(ctx, after, g);
      return { toast: team(ctx.actor.locale).agreedToast };
    },
  }),
  on(agreeClean, {
    touches: ['goals:W'],
    load: teamAt,
    allow: leadsTeam,
    redraw: (at: Team) => teamCard(at),
    async run(ctx, { sheets, cycle, manager: boss }, { until }) {
      const open = sheets.filter((s) => isOpen(s, ctx.now));
      for (const shut of open.length === 0 ? sheets : []) mustBeOpen(shut, ctx.now);
      const clean = open.filter(
        (s) => isClean(s) && waitingOf(s).every((g) => (g.proposedAt?.getTime() ?? 0) <= until),
      );
      if (clean.length === 0) throw new Refusal((l) => team(l).noneClean);
      let n = 0;
      for (const sheet of clean) {
        const agreed = waitingOf(sheet).map((g) => agree(g, proposal(g), actOf(ctx, sheet)));
        await saveAll(agreed);
        for (const g of agreed) noted(ctx, g);
        n += agreed.length;
        await decided(ctx, sheet, { changed: true, team: false, quiet: true });
      }
      await showTeam(ctx, cycle, boss);
      return { toast: team(ctx.actor.locale).cleanToast(String(n)) };
    },
  }),
  on(agreeLateChange, {
    touches: ['goals:W'],
    load: atGoal,
    allow: hrFor,
    redraw: (at) => lateCard(at, at.goal),
    async run(ctx, at, { seen }) {
      mustBeOpen(at, ctx.now);
      const next = await goals.save(agreeLate(at.goal, seen, actOf(ctx, at)));
      noted(ctx, next);
      const sheet = await decided(ctx, at, { changed: true, tell: true });
      await showLate(ctx, sheet, next);
    },
  }),
];

const returning: Handler[] = [
  on(returnGoal, {
    ...onGoal,
    opens: true,
    async run(ctx, at, { seen }) {
      mustBeOpen(at, ctx.now);
      sendBack(at.goal, seen, '', actOf(ctx, at));
      const words = ask(ctx.actor.locale);
      const title = waitsForOwner(at.goal) ? words.keepTitle : words.returnTitle;
      const token = sendBackGoal.token({ goal: at.goal._id, seen });
      const form = { title, intro: words.returnIntro(latest(at.goal).title), token };
      return { open: textForm(ctx.actor.locale, form, { name: 'comment', label: words.comment }) };
    },
  }),
  on(sendBackGoal, {
    ...onGoal,
    async run(ctx, at, { seen }, { comment }) {
      mustBeOpen(at, ctx.now);
      const next = await goals.save(sendBack(at.goal, seen, comment, actOf(ctx, at)));
      ctx.record(goalReturned, { about: next.person, ref: next.cycle, data: { goal: next._id } });
      const byOwner = ctx.actor.id === next.person;
      const sheet = await decided(ctx, at, { changed: false, tell: !byOwner });
      if (byOwner) showReview(ctx, sheet, { anew: true });
      if (at.goal.pending?.agreed) await showLate(ctx, sheet, next);
      return { toast: team(ctx.actor.locale).returnedToast };
    },
  }),
  on(undoDecision, {
    ...onPerson,
    async run(ctx, sheet, { made }) {
      mustBeOpen(sheet, ctx.now);
      const mine = sheet.goals.filter((g) => Object.hasOwn(made, g._id));
      if (mine.length === 0) throw new Refusal((l) => say(l).tooLateToUndo);
      const act = actOf(ctx, sheet);
      await saveAll(mine.map((g) => undo(g, made[g._id] ?? 0, act, nextStep(sheet))));
      for (const { _id, person, cycle } of mine)
        ctx.record(decisionUndone, { about: person, ref: cycle, data: { goal: _id } });
      await decided(ctx, sheet, { changed: false });
      return { toast: team(ctx.actor.locale).undoneToast };
    },
  }),
];

const wording: Handler[] = [
  on(counterGoal, {
    ...onGoal,
    allow: leadsGoal,
    opens: true,
    async run(ctx, at) {
      mustBeOpen(at, ctx.now);
      counter(at.goal, contentOf(at.goal), actOf(ctx, at));
      const words = ask(ctx.actor.locale);
      const token = saveCounter.token({ goal: at.goal._id });
      const form = { title: words.counterTitle, intro: words.counterIntro, token };
      return { open: wholeForm(at, ctx.actor.locale, form, latest(at.goal)) };
    },
  }),
  on(saveCounter, {
    ...onGoal,
    allow: leadsGoal,
    opens: true,
    async run(ctx, at, _, values) {
      mustBeOpen(at, ctx.now);
      const content = await contentFrom(ctx, at, values, contentOf(at.goal));
      const saved = await goals.save(counter(at.goal, content, actOf(ctx, at)));
      await decided(ctx, at, { changed: false, tell: true });
      return theirLevels(saved, ctx.actor.locale);
    },
  }),
  on(offerGoal, {
    ...onPerson,
    opens: true,
    async run(ctx, sheet) {
      mustBeOpen(sheet, ctx.now);
      const words = ask(ctx.actor.locale);
      const token = saveOffer.token({ cycle: sheet.cycle._id, person: sheet.participant.person });
      const form = { title: words.offerTitle(sheet.person.name), intro: words.offerIntro, token };
      return { open: wholeForm(sheet, ctx.actor.locale, form) };
    },
  }),
  on(saveOffer, {
    ...onPerson,
    opens: true,
    async run(ctx, sheet, _, values) {
      mustBeOpen(sheet, ctx.now);
      const content = await contentFrom(ctx, sheet, values);
      const made = await goals.insert({ ...newGoal(ctx, sheet, content), state: 'offered' });
      await decided(ctx, sheet, { changed: false, tell: true });
      return theirLevels(made, ctx.actor.locale);
    },
  }),
];

export const decideHandlers: readonly Handler[] = [...agreeing, ...returning, ...wording];
