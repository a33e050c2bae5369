/**
 * A talk is a list of questions, not a program. Stored are answers by name; the next question is computed, so a
 * deployment that adds, moves or drops a question breaks nobody's talk. A message finds its question by identity first
 * (the answer it edits, the prompt it replies to), by time second, never by counting. The answer and the next prompt
 * are written together.
 */
import type { z } from 'zod';
import type { Answer, Field } from './card.ts';
import type { Ctx, View } from './context.ts';
import { Any, type Doc, entity } from './entity.ts';
import { Refusal } from './errors.ts';
import type { Sentence } from './i18n.ts';
import type { Md } from './md.ts';
import { say } from './messages.ts';
import type { SendOptions } from './outbox.ts';
import { answeredCard, parkedCard, pausedCard, promptCard, stoppedCard, summaryCard } from './talk-cards.ts';

export type Answers = Readonly<Record<string, string>>;

export interface Question {
  readonly name: string;
  /** Short: on the summary and as the field's label. */
  readonly label: Sentence;
  ask(view: View): Md;
  readonly type: Extract<Field['type'], 'text' | 'choice' | 'number' | 'rating' | 'date'>;
  readonly hint?: Sentence;
  readonly options?: readonly { label: Sentence; value: string }[];
  readonly optional?: boolean;
  /** A reader of values.ts; text is taken as it is. */
  readonly reads?: z.ZodType;
}

// biome-ignore lint/suspicious/noConfusingVoidType: most talks have nothing to say after they were sent
export type Said = Answer | void;

export interface Dialog<S = never> {
  readonly name: string;
  load(subject: string, now: Date): Promise<S>;
  title(subject: S): Sentence;
  /** Shown with the first question: what this is about and what happens after. */
  intro?(subject: S, view: View): Md;
  questions(subject: S, answers: Answers): readonly Question[];
  /** After [Send]; may say something about it. May run again when an answer is corrected later, with `again` set. */
  done(ctx: Ctx, subject: S, answers: Answers, again: boolean): Promise<Said>;
  /** What the summary card says once it was sent. */
  thanks(subject: S, view: View): Md;
  /** Why nothing is taken now, before [Send] or as a change after it; nothing while it is. */
  closed?(subject: S): Sentence | undefined;
  /** What waits for this person's words beside the questions. */
  prompts?(person: string): Promise<Prompt[]>;
}

/** A card with buttons that begins a talk; it can be answered in words, too. */
export interface Prompt {
  subject: string;
  /** Does what a button would, where the words say so. */
  hears(ctx: Ctx, text: string): Promise<Answer | undefined>;
  /** Begins the talk, or goes on with it. */
  start(ctx: Ctx): Promise<void>;
}

export interface Talk extends Doc {
  dialog: string;
  subject: string;
  person: string;
  state: 'asking' | 'parked' | 'done' | 'stopped';
  /** In the order they were asked. */
  asked: { name: string; at: Date }[];
  /** An empty text is a skipped question. */
  answers: { name: string; text: string; at: Date; message?: string }[];
  /** A question that is asked again although it has an answer. */
  again?: string;
}

export const talks = entity<Talk>('talks', {
  fields: {
    dialog: String,
    subject: String,
    person: String,
    state: String,
    asked: Any,
    answers: Any,
    again: String,
  },
  sealed: { paths: ['answers.*.text'], subject: (talk) => talk.person },
  indexes: [
    { keys: { person: 1 }, unique: true, where: { state: 'asking' } },
    { keys: { person: 1, state: 1 } },
    { keys: { 'answers.message': 1 } },
  ],
});

/** A talk with what it is about. */
export interface Open {
  talk: Talk;
  dialog: Dialog<unknown>;
  subject: unknown;
  questions: readonly Question[];
}

export const talkId = (dialog: string, subject: string, person: string) => `${dialog}:${subject}:${person}`;
export const answersOf = (talk: Talk): Answers =>
  Object.fromEntries(talk.answers.map((a) => [a.name, a.text]));

export async function open(ctx: Ctx, talk: Talk): Promise<Open> {
  const dialog = ctx.registry.dialogs.get(talk.dialog) as Dialog<unknown> | undefined;
  if (!dialog) throw new Refusal((l) => say(l).talkOver);
  const subject = await dialog.load(talk.subject, ctx.now);
  return { talk, dialog, subject, questions: dialog.questions(subject, answersOf(talk)) };
}

/** The question that is asked now; none when the summary is. */
export function current({ talk, questions }: Pick<Open, 'talk' | 'questions'>): Question | undefined {
  const answered = new Set(talk.answers.map((a) => a.name));
  return questions.find((q) => q.name === talk.again) ?? questions.find((q) => !answered.has(q.name));
}

/**
 * Starts a talk with a person, or goes on with it: the question that waits comes to the bottom of the conversation.
 * While another talk is asked it waits behind a button.
 */
export async function begin<S>(ctx: Ctx, dialog: Dialog<S>, subject: string, person: string): Promise<Talk> {
  const _id = talkId(dialog.name, subject, person);
  const known = await talks.get(_id);
  if (known?.state === 'done') return known;
  if (known?.state === 'asking') return advance(ctx, await open(ctx, known), { anew: true });
  const busy = await talks.one({ person, state: 'asking' });
  const start = { dialog: dialog.name, subject, person, asked: [], answers: [] };
  const state = busy ? ('parked' as const) : ('asking' as const);
  const talk = known ? await talks.save({ ...known, state }) : await talks.insert({ _id, ...start, state });
  const at = await open(ctx, talk);
  if (!busy) return advance(ctx, at, known && { anew: true });
  ctx.show(`talk:${_id}`, { person }, parkedCard(at));
  return talk;
}

/** Asks the next question, or shows the summary. */
export async function advance(ctx: Ctx, at: Open, options: SendOptions = {}): Promise<Talk> {
  const next = current(at);
  const person = { person: at.talk.person };
  if (!next) {
    ctx.show(`talk:${at.talk._id}`, person, summaryCard(at), options);
    return at.talk;
  }
  // A question that still stands keeps the moment it was first asked: an answer on its way must not miss it.
  const stands = at.talk.asked.at(-1)?.name === next.name;
  const asked = stands ? at.talk.asked : [...at.talk.asked, { name: next.name, at: ctx.now }];
  const talk = await talks.save({ ...at.talk, asked });
  ctx.show(cardKey(talk, next.name), person, promptCard({ ...at, talk }, next), options);
  return talk;
}

export const cardKey = (talk: Talk, question: string) => `talk:${talk._id}:${question}`;

/** What was once said in a message is still found by an edit of that message, however it was changed since. */
export function answerAs(talk: Talk, name: string, text: string, now: Date, message?: string) {
  const before = talk.answers.find((a) => a.name === name);
  if (before?.text === text && !message) return before;
  const said = message ?? before?.message;
  return { name, text, at: now, ...(said && { message: said }) };
}

/** Puts one answer into its place and goes on. */
export async function answer(
  ctx: Ctx,
  at: Open,
  question: Question,
  text: string,
  message?: string,
): Promise<Talk> {
  const others = at.talk.answers.filter((a) => a.name !== question.name);
  const given = answerAs(at.talk, question.name, text, ctx.now, message);
  const { again, ...rest } = at.talk;
  const kept = again === question.name || again === undefined ? rest : at.talk;
  const talk = await talks.save({ ...kept, answers: [...others, given] });
  const now = { ...at, talk, questions: at.dialog.questions(at.subject, answersOf(talk)) };
  ctx.show(cardKey(talk, question.name), { person: talk.person }, answeredCard(now, question));
  if (talk.state === 'done') await corrected(ctx, now);
  return talk.state === 'asking' ? advance(ctx, now) : talk;
}

/** A change after [Send] counts at once. @throws Refusal when it comes too late */
export async function corrected(ctx: Ctx, at: Open): Promise<Said> {
  const no = at.dialog.closed?.(at.subject);
  if (no) throw new Refusal(no);
  const said = await at.dialog.done(ctx, at.subject, answersOf(at.talk), true);
  ctx.show(`talk:${at.talk._id}`, { person: at.talk.person }, summaryCard(at));
  return said;
}

/** The answered question before the one that is asked; from the summary the last one. */
export function before(at: Pick<Open, 'talk' | 'questions'>): Question | undefined {
  const answers = answersOf(at.talk);
  const asks = current(at);
  const earlier = asks ? at.questions.slice(0, at.questions.indexOf(asks)) : at.questions;
  return earlier.findLast((q) => answers[q.name] !== undefined);
}

export async function stepAside(
  ctx: Ctx,
  at: Open,
  word: 'later' | 'back' | 'skip' | 'stop',
): Promise<Answer> {
  const { talk } = at;
  const asks = current(at);
  if (word === 'skip') {
    if (!asks?.optional) throw new Refusal((l) => say(l).needed);
    await answer(ctx, at, asks, '');
    return {};
  }
  if (word === 'back') {
    const last = before(at);
    if (!last) return {};
    // Walked past: what was said to it stands.
    if (asks && answersOf(talk)[asks.name] !== undefined)
      ctx.show(cardKey(talk, asks.name), { person: talk.person }, answeredCard(at, asks));
    await advance(ctx, { ...at, talk: { ...talk, again: last.name } });
    return {};
  }
  await talks.save({ ...talk, state: word === 'later' ? 'parked' : 'stopped' });
  const key = asks ? cardKey(talk, asks.name) : `talk:${talk._id}`;
  ctx.show(key, { person: talk.person }, word === 'later' ? pausedCard(at) : stoppedCard(at));
  return {};
}
