/** Which question a message answers: by identity first (what it edits, what it replies to), by time second, never by counting. */
import type { Reply } from './card.ts';
import type { Ctx } from './context.ts';
import { answer, current, type Open, open, type Question, stepAside, type Talk, talks } from './dialog.ts';
import { Refusal } from './errors.ts';
import { say } from './messages.ts';
import type { Inbound } from './platform.ts';
import { shown } from './shown.ts';
import { readAnswer, wordOf } from './spoken.ts';

/** A message in the direct conversation; `undefined` when no talk wants it. */
export async function hear(ctx: Ctx, e: Inbound & { kind: 'message' }): Promise<Reply | undefined> {
  const edits = await talks.one({ person: ctx.actor.id, 'answers.message': e.messageId });
  if (edits) return correct(ctx, edits, e);
  if (e.edited) return undefined;
  const word = wordOf(e.text);
  const replied = e.replyTo && !word ? await repliedTo(ctx, e.replyTo) : undefined;
  if (replied) return take(ctx, replied.at, replied.question, e);
  const talk = await talks.one({ person: ctx.actor.id, state: 'asking' });
  if (!talk) return undefined;
  const at = await open(ctx, talk);
  if (word) return stepAside(ctx, at, word);
  return place(ctx, at, e);
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
