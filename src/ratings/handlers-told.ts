/** Answers to the rater's questions, and the statement of a manager who handed somebody over. */
import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import { type Handler, on } from '../core/module.ts';
import { type Cycle, cycles } from '../cycles/model.ts';
import { namesOf } from '../people/model.ts';
import { answerQuestion, saveAnswer, saveStatement, writeStatement } from './actions.ts';
import { askedCard, statementCard, statementKey } from './cards-told.ts';
import { questionAnswered, statementWritten } from './facts.ts';
import { answerForm, statementForm } from './forms.ts';
import { say } from './messages.ts';
import { ratingOf } from './model.ts';
import { answers } from './policy.ts';
import { answer } from './rules.ts';
import { actOf, type Scene, sceneOf } from './scene.ts';
import { refreshPack, refreshTeam, showQuestion } from './shows.ts';
import { type Statement, statementId, statements } from './statements.ts';
import { saved } from './steps.ts';

interface Put extends Scene {
  question: string;
}

async function put(ctx: Ctx, args: { cycle: string; person: string; question: string }): Promise<Put> {
  return { ...(await sceneOf(args.cycle, args.person, ctx.actor.id)), question: args.question };
}

const redraw = ({ cycle, rating, names, question }: Put): Draw | undefined => {
  const asked = rating.asked.find((q) => q.id === question);
  return asked && askedCard(cycle, rating, asked, names);
};

const onQuestion = {
  touches: ['ratings:W'],
  load: put,
  allow: (who: Parameters<ReturnType<typeof answers>>[0], at: Put) => answers(at.question)(who, at),
  redraw,
} as const;

const answering: Handler[] = [
  on(answerQuestion, {
    ...onQuestion,
    opens: true,
    async run(ctx, at) {
      answer(at.rating, at.question, '', actOf(ctx, at));
      return { open: answerForm(at, at.question, ctx.actor.locale) };
    },
  }),
  on(saveAnswer, {
    ...onQuestion,
    async run(ctx, at, _, { answer: text }) {
      await saved(at, answer(at.rating, at.question, text, actOf(ctx, at)));
      ctx.record(questionAnswered, { about: at.rating.person, ref: at.cycle._id, data: {} });
      const now = await sceneOf(at.cycle._id, at.rating.person);
      showQuestion(ctx, now, at.question);
      await refreshPack(ctx, now);
      await refreshTeam(ctx, now.cycle, now.rating.rater);
      return { toast: say(ctx.actor.locale).answered };
    },
  }),
];

interface Former {
  cycle: Cycle;
  name: string;
  statement: Statement | undefined;
}

async function former(ctx: Ctx, { cycle, person }: { cycle: string; person: string }): Promise<Former> {
  return {
    cycle: await cycles.must(cycle),
    name: (await namesOf([person]))(person),
    statement: await statements.get(statementId(cycle, person, ctx.actor.id)),
  };
}

const wasAsked = (_: unknown, { statement }: Former): true | Sentence =>
  statement !== undefined || ((l) => say(l).onlyFormer);

function drawStatement({ cycle, name, statement }: Former): Draw | undefined {
  if (!statement) return undefined;
  return statementCard(cycle, { id: statement.person, name }, statement.text === '' ? undefined : statement);
}

const onStatement = {
  touches: ['ratings:W'],
  load: former,
  allow: wasAsked,
  redraw: drawStatement,
} as const;

const stating: Handler[] = [
  on(writeStatement, {
    ...onStatement,
    opens: true,
    async run(ctx, at, { cycle, person }) {
      mustBeUnwritten(at);
      return { open: statementForm({ cycle, person, name: at.name }, ctx.actor.locale) };
    },
  }),
  on(saveStatement, {
    ...onStatement,
    async run(ctx, at, { cycle, person }, { statement: text }) {
      const written = await statements.save({ ...mustBeUnwritten(at), text, at: ctx.now });
      ctx.record(statementWritten, { about: person, ref: cycle, data: {} });
      const draw = statementCard(at.cycle, { id: person, name: at.name }, written);
      ctx.show(statementKey(cycle, person), { person: ctx.actor.id }, draw);
      if (await ratingOf(cycle, person)) await refreshPack(ctx, await sceneOf(cycle, person));
      return { toast: say(ctx.actor.locale).statementKept };
    },
  }),
];

/** One statement, with its date: it is not written anew. */
function mustBeUnwritten({ statement }: Former): Statement {
  if (statement?.text !== '') throw new Refusal((l) => say(l).statementStands);
  return statement;
}

export const toldHandlers: readonly Handler[] = [...answering, ...stating];
