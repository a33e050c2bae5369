/** What people type in a talk: words that steer it, and answers to questions that offer options. */
import type { Question } from './dialog.ts';
import { Refusal } from './errors.ts';
import type { Locale } from './i18n.ts';
import { say } from './messages.ts';
import { text } from './values.ts';

/** Longer is refused with the figure; the text stays in the conversation. */
export const longestAnswer = 12_000;

const words = {
  later: ['later', '稍后', '稍后再说', '等会儿', '晚点'],
  back: ['back', '上一题', '返回'],
  skip: ['skip', '跳过'],
  stop: ['stop', '停止', '结束'],
} as const;

export type Word = keyof typeof words;

const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[.。!！]$/, '');

export function wordOf(typed: string): Word | undefined {
  const said = plain(typed);
  return (Object.keys(words) as Word[]).find((w) => (words[w] as readonly string[]).includes(said));
}

/** Words that only say yes to being asked; of a question that was not seen yet hardly more can be meant. */
const going = {
  seen: ['start', 'continue', 'go on', '开始', '继续'],
  unseen: 'ok okay yes y go sure done hi hello hey 好 好的 好啊 可以 行 是 嗯 做完了 完成了 你好 在'.split(
    ' ',
  ),
};

export function goesOn(typed: string, question: Question, seen: boolean): boolean {
  const said = plain(typed);
  if (question.options && !going.seen.includes(said)) return false;
  return going.seen.includes(said) || (!seen && going.unseen.includes(said));
}

/** The answer as it is stored. @throws Refusal with the sentence that says what would do. */
export function readAnswer(question: Question, said: string, locale: Locale): string {
  if (question.options) return chosen(question, said, locale);
  if (question.type === 'text') return within(said);
  const read = question.reads?.safeParse(said.trim());
  if (!read || read.success) return String(read?.data ?? said.trim());
  const what = question.type === 'date' ? 'badDay' : 'badNumber';
  throw new Refusal((l) => say(l)[what]);
}

function within(said: string): string {
  const read = text(longestAnswer).safeParse(said);
  if (read.success) return read.data;
  throw new Refusal((l) => (said.trim() ? say(l).tooLong(String(longestAnswer)) : say(l).needed));
}

function chosen(question: Question, said: string, locale: Locale): string {
  const typed = plain(said);
  const options = question.options ?? [];
  const hit =
    options.find((o) => o.value.toLowerCase() === typed) ??
    options.find(
      (o) =>
        o.label(locale).toLowerCase() === typed ||
        o.label(locale === 'en' ? 'zh' : 'en').toLowerCase() === typed,
    ) ??
    options[Number(typed) - 1];
  if (!hit) throw new Refusal((l) => say(l).choose);
  return hit.value;
}
