/** The buttons of a talk, as a module of the core. */
import type { Actor } from './actor.ts';
import type { Ctx } from './context.ts';
import {
  advance,
  answer,
  answersOf,
  cardKey,
  current,
  type Open,
  open,
  type Question,
  stepAside,
  talks,
} from './dialog.ts';
import { Refusal } from './errors.ts';
import type { Sentence } from './i18n.ts';
import { say } from './messages.ts';
import { type Handler, on } from './module.ts';
import { readAnswer } from './spoken.ts';
import {
  answerTo,
  backTo,
  changeAnswer,
  continueTalk,
  openForm,
  postpone,
  sendTalk,
  skipQuestion,
  submitTalk,
} from './talk-actions.ts';
import { pausedCard, summaryCard, talkForm } from './talk-cards.ts';

const load = async (ctx: Ctx, { talk }: { talk: string }): Promise<Open> => open(ctx, await talks.must(talk));
const own = (who: Actor, at: Open) =>
  who.id === at.talk.person || (((l) => say(l).notYours) satisfies Sentence);
const steps = { touches: ['talk:W'], load, allow: own, redraw: (at: Open) => summaryCard(at) } as const;

function asked(at: Open, name: string): Question {
  const question = at.questions.find((q) => q.name === name);
  if (!question) throw new Refusal((l) => say(l).changed);
  return question;
}

function unfinished(at: Open): Open {
  if (at.talk.state === 'done' || at.talk.state === 'stopped') throw new Refusal((l) => say(l).talkOver);
  return at;
}

export const talkHandlers: readonly Handler[] = [
  on(answerTo, {
    ...steps,
    async run(ctx, at, { question }, { value }) {
      const q = asked(at, question);
      if (at.talk.state === 'stopped') throw new Refusal((l) => say(l).talkOver);
      await answer(ctx, at, q, readAnswer(q, value, ctx.actor.locale));
    },
  }),
  on(skipQuestion, {
    ...steps,
    async run(ctx, at, { question }) {
      const q = asked(unfinished(at), question);
      if (!q.optional) throw new Refusal((l) => say(l).needed);
      await answer(ctx, at, q, '');
    },
  }),
  on(backTo, { ...steps, run: async (ctx, at) => stepAside(ctx, unfinished(at), 'back') }),
  on(postpone, { ...steps, run: async (ctx, at) => stepAside(ctx, unfinished(at), 'later') }),
  on(continueTalk, {
    ...steps,
    async run(ctx, at) {
      if (at.talk.state === 'done') throw new Refusal((l) => say(l).talkOver);
      await parkOthers(ctx, at);
      await advance(ctx, { ...at, talk: await talks.save({ ...at.talk, state: 'asking' }) });
    },
  }),
  on(changeAnswer, {
    ...steps,
    async run(ctx, at, _, { value }) {
      asked(unfinished(at), value);
      await advance(ctx, { ...at, talk: { ...at.talk, again: value } });
    },
  }),
  on(openForm, { ...steps, run: async (ctx, at) => ({ open: talkForm(unfinished(at), await ctx.view()) }) }),
  on(submitTalk, {
    ...steps,
    async run(ctx, at, _, values) {
      unfinished(at);
      await close(ctx, { ...at, talk: await talks.save({ ...at.talk, answers: readAll(ctx, at, values) }) });
    },
  }),
  on(sendTalk, {
    ...steps,
    async run(ctx, at) {
      if (current(unfinished(at))) throw new Refusal((l) => say(l).needed);
      await close(ctx, at);
    },
  }),
];

async function parkOthers(ctx: Ctx, at: Open): Promise<void> {
  const other = await talks.one({ person: at.talk.person, state: 'asking' });
  if (!other || other._id === at.talk._id) return;
  const parked = await open(ctx, await talks.save({ ...other, state: 'parked' }));
  const asks = current(parked);
  ctx.show(
    asks ? cardKey(other, asks.name) : `talk:${other._id}`,
    { person: other.person },
    pausedCard(parked),
  );
}

/** All answers of the form; what is wrong stands beside its field. */
function readAll(ctx: Ctx, at: Open, values: Record<string, unknown>) {
  const wrong: Record<string, Sentence> = {};
  const given = at.questions.map((q) => {
    const said = String(values[q.name] ?? '').trim();
    try {
      const text = said === '' && q.optional ? '' : readAnswer(q, said, ctx.actor.locale);
      return { name: q.name, text, at: ctx.now };
    } catch (e) {
      if (!(e instanceof Refusal)) throw e;
      wrong[q.name] = said === '' ? (l) => say(l).needed : e.sentence;
      return { name: q.name, text: '', at: ctx.now };
    }
  });
  if (Object.keys(wrong).length > 0) throw new Refusal((l) => say(l).formWrong, wrong);
  return given;
}

async function close(ctx: Ctx, at: Open): Promise<void> {
  const { again: _, ...rest } = at.talk;
  const talk = await talks.save({ ...rest, state: 'done' });
  const now = { ...at, talk, questions: at.dialog.questions(at.subject, answersOf(talk)) };
  await at.dialog.done(ctx, at.subject, answersOf(talk), false);
  ctx.show(`talk:${talk._id}`, { person: talk.person }, summaryCard(now));
}
