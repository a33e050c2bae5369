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

export function wordOf(typed: string): Word | undefined {
  const said = typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[.。!!]$/, '');
  return (Object.keys(words) as Word[]).find((w) => (words[w] as readonly string[]).includes(said));
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
  const plain = said.normalize('NFKC').trim().toLowerCase();
  const options = question.options ?? [];
  const hit =
    options.find((o) => o.value.toLowerCase() === plain) ??
    options.find(
      (o) =>
        o.label(locale).toLowerCase() === plain ||
        o.label(locale === 'en' ? 'zh' : 'en').toLowerCase() === plain,
    ) ??
    options[Number(plain) - 1];
  if (!hit) throw new Refusal((l) => say(l).choose);
  return hit.value;
}
