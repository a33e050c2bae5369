/** Which question a message answers: by identity first (what it edits, what it replies to), by time second, never by counting. */
import type { Reply } from './card.ts';
import type { Ctx } from './context.ts';
import {
  advance,
  answer,
  current,
  type Open,
  open,
  type Prompt,
  type Question,
  stepAside,
  type Talk,
  talkId,
  talks,
} from './dialog.ts';
import { Refusal } from './errors.ts';
import type { Locale } from './i18n.ts';
import { say } from './messages.ts';
import type { Inbound } from './platform.ts';
import { shown } from './shown.ts';
import { goesOn, readAnswer, type Word, wordOf } from './spoken.ts';
import { pausedCard, stoppedCard } from './talk-cards.ts';

/** A message in the direct conversation; `undefined` when no talk wants it. */
export async function hear(ctx: Ctx, e: Inbound & { kind: 'message' }): Promise<Reply | undefined> {
  const edits = await talks.one({ person: ctx.actor.id, 'answers.message': e.messageId });
  if (edits) return correct(ctx, edits, e);
  if (e.edited) return undefined;
  const word = wordOf(e.text);
  const replied = e.replyTo && !word ? await repliedTo(ctx, e.replyTo) : undefined;
  const at = await asking(ctx);
  if (replied) return take(ctx, at ? replied.at : await awake(replied.at), replied.question, e);
  if (!at) return wakened(ctx, e, word);
  return word ? stepAside(ctx, at, word) : place(ctx, at, e);
}

async function asking(ctx: Ctx): Promise<Open | undefined> {
  const talk = await talks.one({ person: ctx.actor.id, state: 'asking' });
  return talk && open(ctx, talk);
}

/** A talk that rests is asked again; what was sent stays so. */
const awake = async (at: Open): Promise<Open> =>
  at.talk.state === 'parked' ? { ...at, talk: await talks.save({ ...at.talk, state: 'asking' }) } : at;

/** What words can be meant for while nothing is asked: a talk that rests, a prompt, or one with the other. */
interface Rest {
  at?: Open;
  prompt?: Prompt;
}

async function resting(ctx: Ctx): Promise<Rest[]> {
  const person = ctx.actor.id;
  const found = new Map<string, Rest>();
  for (const talk of await talks.find({ person, state: 'parked' }, { sort: { _id: 1 } })) {
    const at = await open(ctx, talk);
    if (!at.dialog.closed?.(at.subject)) found.set(talk._id, { at });
  }
  for (const dialog of ctx.registry.dialogs.values())
    for (const prompt of (await dialog.prompts?.(person)) ?? []) {
      const id = talkId(dialog.name, prompt.subject, person);
      found.set(id, { ...found.get(id), prompt });
    }
  return [...found.values()];
}

/** They go to the one thing that waits, if there is exactly one: it starts, or goes on, and nothing typed is lost. */
async function wakened(
  ctx: Ctx,
  e: Inbound & { kind: 'message' },
  word: Word | undefined,
): Promise<Reply | undefined> {
  const [only, second] = await resting(ctx);
  if (!only || second) return undefined;
  const done = (await only.prompt?.hears(ctx, e.text)) ?? (await restsOn(ctx, only.at, word));
  if (done) return done;
  await goOn(ctx, only);
  const at = await asking(ctx);
  if (!at) return {};
  if (word) return only.at ? stepAside(ctx, at, word) : {};
  return firstWords(ctx, at, e, only.at?.talk.asked.map((a) => a.name) ?? []);
}

/** "Later" and "stop" to a talk that rests already. */
async function restsOn(ctx: Ctx, at: Open | undefined, word: Word | undefined): Promise<Reply | undefined> {
  if (!at || (word !== 'later' && word !== 'stop')) return undefined;
  await stepAside(ctx, at, word);
  return { card: (word === 'later' ? pausedCard : stoppedCard)(at)(await ctx.view()) };
}

async function goOn(ctx: Ctx, { at, prompt }: Rest): Promise<void> {
  if (prompt) await prompt.start(ctx);
  else if (at) await advance(ctx, await awake(at), { anew: true });
}

/** The answer to the question that waited; where it is none, the question is there to be answered. */
async function firstWords(
  ctx: Ctx,
  at: Open,
  e: Inbound & { kind: 'message' },
  seen: readonly string[],
): Promise<Reply> {
  const question = current(at);
  if (!question || goesOn(e.text, question, seen.includes(question.name))) return {};
  const { locale } = ctx.actor;
  try {
    await take(ctx, at, question, e);
  } catch (trouble) {
    if (!(trouble instanceof Refusal)) throw trouble;
    return { toast: trouble.sentence(locale) };
  }
  return { toast: say(locale).talkTaken(question.label(locale)) };
}

async function correct(ctx: Ctx, talk: Talk, e: Inbound & { kind: 'message' }): Promise<Reply> {
  const name = talk.answers.find((a) => a.message === e.messageId)?.name;
  const at = await open(ctx, talk);
  const question = at.questions.find((q) => q.name === name);
  if (!question || talk.state === 'stopped') throw new Refusal((l) => say(l).talkOver);
  await take(ctx, at, question, e);
  return { toast: say(ctx.actor.locale).talkCorrected };
}

async function repliedTo(ctx: Ctx, messageId: string) {
  const live = await shown.one({ 'receipt.messageId': messageId });
  const [, id, name] = /^talk:(.+):([^:]+)$/.exec(live?.key ?? '') ?? [];
  const talk = id ? await talks.get(id) : undefined;
  if (!talk || talk.person !== ctx.actor.id) return undefined;
  const at = await open(ctx, talk);
  const no = talk.state === 'stopped' ? (l: Locale) => say(l).talkOver : at.dialog.closed?.(at.subject);
  if (no) throw new Refusal(no);
  const question = at.questions.find((q) => q.name === name);
  return question && { at, question };
}

/** The next question if this was said after it was asked; else it belongs to the last one asked before it was said. */
async function place(ctx: Ctx, at: Open, e: Inbound & { kind: 'message' }): Promise<Reply> {
  const next = current(at);
  const asked = at.talk.asked.findLast((a) => a.at <= e.at && a.name !== next?.name);
  const waiting = next && at.talk.asked.findLast((a) => a.name === next.name);
  if (next && waiting && (e.at >= waiting.at || !asked)) return take(ctx, at, next, e);
  const question = at.questions.find((q) => q.name === asked?.name);
  const before = question && at.talk.answers.find((a) => a.name === question.name);
  if (!question) return {};
  if (question.type !== 'text' || !before?.text) return take(ctx, at, question, e);
  await answer(ctx, at, question, `${before.text}\n${e.text.trim()}`, before.message ?? e.messageId);
  return {};
}

async function take(
  ctx: Ctx,
  at: Open,
  question: Question,
  e: Inbound & { kind: 'message' },
): Promise<Reply> {
  await answer(ctx, at, question, readAnswer(question, e.text, ctx.actor.locale), e.messageId);
  return {};
}
