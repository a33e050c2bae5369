/** The buttons of a talk, as a module of the core. */
import type { Actor } from './actor.ts';
import type { Form, Reply } from './card.ts';
import type { Ctx } from './context.ts';
import {
  advance,
  answer,
  answerAs,
  answersOf,
  cardKey,
  corrected,
  current,
  type Dialog,
  type Open,
  open,
  type Question,
  type Said,
  stepAside,
  talkId,
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

/** What may still be written: before [Send], and after it until the dialog closes. */
function writable(at: Open): Open {
  const no = at.talk.state === 'done' && at.dialog.closed?.(at.subject);
  if (no) throw new Refusal(no);
  if (at.talk.state === 'stopped') throw new Refusal((l) => say(l).talkOver);
  return at;
}

export const talkHandlers: readonly Handler[] = [
  on(answerTo, {
    ...steps,
    async run(ctx, at, { question }, { value }) {
      const q = asked(at, question);
      await answer(ctx, writable(at), q, readAnswer(q, value, ctx.actor.locale));
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
      const no = at.dialog.closed?.(at.subject);
      if (no) throw new Refusal(no);
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
  on(openForm, {
    ...steps,
    opens: true,
    run: async (ctx, at) => ({ open: talkForm(writable(at), await ctx.view()) }),
  }),
  on(submitTalk, {
    ...steps,
    opens: true,
    run: async (ctx, at, _, values) => submitted(ctx, writable(at), readAll(ctx, at, values)),
  }),
  on(sendTalk, {
    ...steps,
    async run(ctx, at) {
      if (current(unfinished(at))) throw new Refusal((l) => say(l).needed);
      return close(ctx, at);
    },
  }),
];

/** The questions as one form, without asking them one by one. What was answered already stands in its fields. */
export async function asForm<S>(ctx: Ctx, dialog: Dialog<S>, subject: string, person: string): Promise<Form> {
  const _id = talkId(dialog.name, subject, person);
  const known = await talks.get(_id);
  const start = { dialog: dialog.name, subject, person, asked: [], answers: [], state: 'parked' as const };
  const rests = known?.state === 'stopped' ? await talks.save({ ...known, state: 'parked' }) : known;
  const talk = rests ?? (await talks.insert({ _id, ...start }));
  return talkForm(writable(await open(ctx, talk)), await ctx.view());
}

/** Saves the form. Questions that only follow from its answers are asked now, or by the form again after [Send]. */
async function submitted(ctx: Ctx, at: Open, answers: Open['talk']['answers']): Promise<Reply | Said> {
  const before = at.talk.state;
  if (before !== 'done') await parkOthers(ctx, at);
  const state = before === 'done' ? before : ('asking' as const);
  const { again: _, ...rest } = at.talk;
  const talk = await talks.save({ ...rest, answers, state });
  const now = { ...at, talk, questions: at.dialog.questions(at.subject, answersOf(talk)) };
  if (before === 'done') {
    const said = await corrected(ctx, now);
    return current(now) ? { ...said, open: talkForm(now, await ctx.view()) } : said;
  }
  if (!current(now)) return close(ctx, now);
  await advance(ctx, now);
}

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
      return answerAs(at.talk, q.name, text, ctx.now);
    } catch (e) {
      if (!(e instanceof Refusal)) throw e;
      wrong[q.name] = said === '' ? (l) => say(l).needed : e.sentence;
      return { name: q.name, text: '', at: ctx.now };
    }
  });
  if (Object.keys(wrong).length > 0) throw new Refusal((l) => say(l).formWrong, wrong);
  return given;
}

async function close(ctx: Ctx, at: Open): Promise<Said> {
  const { again: _, ...rest } = at.talk;
  const talk = await talks.save({ ...rest, state: 'done' });
  const now = { ...at, talk, questions: at.dialog.questions(at.subject, answersOf(talk)) };
  const said = await at.dialog.done(ctx, at.subject, answersOf(talk), false);
  ctx.show(`talk:${talk._id}`, { person: talk.person }, summaryCard(now));
  return said;
}
