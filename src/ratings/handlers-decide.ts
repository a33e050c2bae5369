/** What the manager's manager does: a decision a row, all at once, closer looks; taking back; naming somebody else. */
import type { Actor } from '../core/actor.ts';
import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import { type Handler, on } from '../core/module.ts';
import { moveParticipant } from '../cycles/index.ts';
import { cycles } from '../cycles/model.ts';
import { calendarOf, people } from '../people/model.ts';
import {
  approveAll,
  approveRating,
  lookCloser,
  nameDecider,
  openDecisions,
  returnRating,
  saveDecider,
  saveReturn,
  undoDecision,
} from './actions.ts';
import { packCard } from './cards.ts';
import { closerCard, type Decisions, decideCard } from './cards-decide.ts';
import { afterwards } from './deadlines.ts';
import { mayName } from './deciders.ts';
import { deciderNamed, ratingApproved, ratingRead, ratingReturned, ratingUndone } from './facts.ts';
import { nameForm, returnForm } from './forms.ts';
import { say } from './messages.ts';
import { decides, namesDecider, undoes } from './policy.ts';
import { approve, sendBack, undo } from './rules.ts';
import { actOf, fullOf, type Scene, sceneOf, theirs } from './scene.ts';
import {
  bringDecision,
  closerOf,
  decisionsOf,
  refreshCloser,
  showCloser,
  showDecide,
  showNobody,
  showPack,
} from './shows.ts';
import { followed, mustBeOn, saved } from './steps.ts';

async function redraw(scene: Scene, _: unknown, ctx: Ctx): Promise<Draw | undefined> {
  const { cycle, rating } = scene;
  if (ctx.actor.id === rating.rater) return packCard(await fullOf(await sceneOf(cycle._id, rating.person)));
  if (ctx.actor.id !== rating.decider) return closerCard(await closerOf(scene, 'reexamine', ctx.actor.id));
  if (!rating.rater) return undefined;
  return decideCard(await decisionsOf(cycle, rating.rater, ctx.actor.id));
}

const onDecision = { touches: ['ratings:W'], load: theirs, allow: decides, redraw } as const;

async function deciding(ctx: Ctx, { cycle, rater }: { cycle: string; rater: string }): Promise<Decisions> {
  return decisionsOf(await cycles.must(cycle), rater, ctx.actor.id);
}

const hasRows = (_: Actor, { rows }: Decisions): true | Sentence =>
  rows.length > 0 || ((l) => say(l).nothingToRate);

/** Stored, told, and the participant moved on. */
async function approved(ctx: Ctx, scene: Scene, seen: number): Promise<Scene> {
  const next = approve(scene.rating, seen, actOf(ctx, scene));
  mustBeOn(scene);
  const now = await saved(scene, next);
  await moveParticipant(ctx, scene.participant._id, 'rated');
  ctx.record(ratingApproved, {
    about: now.rating.person,
    ref: now.cycle._id,
    data: { version: now.rating.version },
  });
  await followed(ctx, now);
  await refreshCloser(ctx, now, 'decide');
  return now;
}

/** Three working days for another look, where the person lives. */
export const another = async (ctx: Ctx, { person }: Pick<Scene, 'person'>): Promise<Date> =>
  afterwards(ctx.now, { zone: person.zone, calendar: await calendarOf(person) });

const decidingRows: Handler[] = [
  on(openDecisions, {
    touches: ['ratings:R'],
    load: deciding,
    allow: hasRows,
    run: async (ctx, { cycle, rater, decider }) => showDecide(ctx, cycle, { rater, decider }, { anew: true }),
  }),
  on(lookCloser, {
    ...onDecision,
    touches: ['ratings:R'],
    async run(ctx, scene) {
      ctx.record(ratingRead, { about: scene.rating.person, ref: scene.cycle._id, data: {} });
      await showCloser(ctx, scene, 'decide', { anew: true });
    },
  }),
  on(approveRating, {
    ...onDecision,
    async run(ctx, scene, { seen }) {
      const { cycle, rating } = await approved(ctx, scene, seen);
      await showDecide(ctx, cycle, rating);
      return { toast: say(ctx.actor.locale).approved };
    },
  }),
  on(approveAll, {
    touches: ['ratings:W'],
    load: deciding,
    allow: hasRows,
    redraw: (at) => decideCard(at),
    async run(ctx, { cycle, rows: all, rater, decider }, { until }) {
      const waiting = all.filter(
        ({ rating: r }) => r.state === 'submitted' && (r.submittedAt?.getTime() ?? 0) <= until,
      );
      if (waiting.length === 0) throw new Refusal((l) => say(l).movedOn);
      for (const { rating } of waiting) {
        const scene = await sceneOf(cycle._id, rating.person);
        const verdict = decides(ctx.actor, scene);
        if (verdict !== true) throw new Refusal(verdict);
        await approved(ctx, scene, rating.version);
      }
      await showDecide(ctx, cycle, { rater, decider });
      return { toast: say(ctx.actor.locale).approvedAll(waiting.length) };
    },
  }),
  on(returnRating, {
    ...onDecision,
    opens: true,
    async run(ctx, scene, { seen }) {
      sendBack(scene.rating, seen, { reason: '', due: ctx.now }, actOf(ctx, scene));
      mustBeOn(scene);
      return { open: returnForm(scene, seen, ctx.actor.locale) };
    },
  }),
  on(saveReturn, {
    ...onDecision,
    async run(ctx, scene, { seen }, { reason }) {
      const given = { reason, due: await another(ctx, scene) };
      const next = sendBack(scene.rating, seen, given, actOf(ctx, scene));
      mustBeOn(scene);
      const now = await saved(scene, next);
      await cameBack(ctx, now, false);
      await showDecide(ctx, now.cycle, now.rating);
      await refreshCloser(ctx, now, 'decide');
      return { toast: say(ctx.actor.locale).returned };
    },
  }),
];

/** The rater reads why, in a card at the bottom of the conversation. */
export async function cameBack(ctx: Ctx, scene: Scene, office: boolean): Promise<void> {
  const { rating, cycle } = scene;
  ctx.record(ratingReturned, {
    about: rating.person,
    ref: cycle._id,
    data: { version: rating.version, office },
  });
  const fresh = await sceneOf(cycle._id, rating.person);
  await followed(ctx, fresh);
  await showPack(ctx, fresh, { anew: true, proactive: true });
}

/** What the participant's state becomes when a decision is taken back; nothing where it did not move. */
async function movedBack(ctx: Ctx, { participant, rating }: Scene): Promise<void> {
  const done = rating.decision;
  const rated = participant.state === 'rated';
  if (done?.what === 'approved') {
    if (!rated) throw new Refusal((l) => say(l).tooLateToUndo);
    await moveParticipant(ctx, participant._id, 'assessing');
  }
  if (done?.what === 'reexamined' && done.from !== 'submitted' && participant.state === 'assessing')
    await moveParticipant(ctx, participant._id, 'rated');
}

const undoing: Handler[] = [
  on(undoDecision, {
    touches: ['ratings:W'],
    load: theirs,
    allow: undoes,
    redraw,
    async run(ctx, scene, { at }) {
      const what = scene.rating.decision?.what ?? '';
      const back = undo(scene.rating, at, { by: ctx.actor.id, now: ctx.now });
      await movedBack(ctx, scene);
      const now = await saved(scene, back);
      ctx.record(ratingUndone, { about: back.person, ref: back.cycle, data: { what } });
      await followed(ctx, await sceneOf(now.cycle._id, back.person));
      if (ctx.actor.id === back.rater) await showPack(ctx, await sceneOf(now.cycle._id, back.person));
      await showDecide(ctx, now.cycle, now.rating);
      await refreshCloser(ctx, now, what === 'reexamined' ? 'reexamine' : 'decide');
      return { toast: say(ctx.actor.locale).undone };
    },
  }),
];

const naming: Handler[] = [
  on(nameDecider, {
    touches: ['ratings:W'],
    load: theirs,
    allow: namesDecider,
    redraw,
    opens: true,
    async run(ctx, scene) {
      mustWait(scene);
      return { open: nameForm(scene, ctx.actor.locale) };
    },
  }),
  on(saveDecider, {
    touches: ['ratings:W'],
    load: theirs,
    allow: namesDecider,
    redraw,
    async run(ctx, scene, _, { who }) {
      mustWait(scene);
      const one = await people.get(who);
      const cannot = (l: 'en' | 'zh') => say(l).cannotDecide;
      if (!one || !(await mayName(one, scene.rating, ctx.actor.id, ctx.now)))
        throw new Refusal(cannot, { who: cannot });
      const { decider: before, rater } = scene.rating;
      const next = { ...scene.rating, decider: who, named: { by: ctx.actor.id, at: ctx.now } };
      const now = await saved(scene, next);
      ctx.record(deciderNamed, { about: next.person, ref: next.cycle, data: { to: who } });
      if (before) await showDecide(ctx, now.cycle, { rater, decider: before });
      else showNobody(ctx, now);
      await followed(ctx, now);
      await bringDecision(ctx, now);
      return { toast: say(ctx.actor.locale).named(one.name) };
    },
  }),
];

/** Somebody can be named while it waits for a decision. */
function mustWait(scene: Scene): void {
  mustBeOn(scene);
  if (scene.rating.state !== 'submitted') throw new Refusal((l) => say(l).movedOn);
}

export const decideHandlers: readonly Handler[] = [...decidingRows, ...undoing, ...naming];
