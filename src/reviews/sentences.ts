/** Comments in single sentences, without what points at a person or at a moment. */

const segmenter = new Intl.Segmenter('zh', { granularity: 'sentence' });

/** Bullets and numbers in front of a line. */
const bullet = /^\s*(?:[-*•·]|\d{1,2}[.)、])\s+/;

export function sentencesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(bullet, ''));
  return lines
    .flatMap((line) => [...segmenter.segment(line)].map((s) => s.segment.trim()))
    .filter((sentence) => sentence !== '');
}

const months =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const weekdays = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';

/** Accounts, addresses, dates and times of day, in both languages. */
const telling: readonly RegExp[] = [
  /<[@!#][^>]*>/g,
  /https?:\/\/\S+/gi,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu,
  /[@＠][\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*/gu,
  /\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月)?/g,
  /\d{1,2}月\d{1,2}[日号]?/g,
  /\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/g,
  /\b\d{1,2}[::]\d{2}(?:\s?[ap]m)?\b/gi,
  /\b\d{1,2}\s?[ap]m\b/gi,
  new RegExp(
    `\\b(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${months})|(?:${months})\\s+\\d{1,2}(?:st|nd|rd|th)?)\\b`,
    'g',
  ),
  new RegExp(`\\b(?:(?:on|last|next|this)\\s+)?${weekdays}s?\\b`, 'gi'),
  /(?:上|下|这|本)?(?:周|星期|礼拜)[一二三四五六日天]/g,
  /(?:上午|下午|早上|晚上)?\d{1,2}点(?:半|\d{1,2}分)?/g,
  /\b(?:yesterday|the day before yesterday)\b/gi,
  /昨天|前天/g,
];

const gap = '…';
const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A whole name, and its parts where they are long enough to be one. */
function partsOf(name: string): string[] {
  const parts = name
    .split(/[\s·・,，()（）]+/)
    .filter((part) => [...part].length >= (/\p{Script=Han}/u.test(part) ? 2 : 3));
  return [name, ...parts].filter((part) => part.trim() !== '');
}

const isHan = (part: string): boolean => /^\p{Script=Han}+$/u.test(part);

/**
 * Chinese names stand without spaces; others are whole words, in capitals or not: rather a word too many than a name. What a
 * letter is stands in it once for all of them: once for each, it takes 30 ms to make.
 */
function patternOf(parts: readonly string[]): RegExp {
  const words = parts.filter((part) => !isHan(part)).map(plain);
  const han = parts.filter(isHan).map(plain);
  const whole = words.length > 0 ? [`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`] : [];
  return new RegExp(`[@＠]?(?:${[...whole, ...han].join('|')})`, 'giu');
}

/** Takes accounts, names, dates and times out of a sentence; empty when no word is left. */
export function stripper(names: readonly string[]): (sentence: string) => string {
  const parts = [...new Set(names.flatMap(partsOf))].sort((a, b) => b.length - a.length);
  const known = parts.length > 0 ? [patternOf(parts)] : [];
  return (sentence) => {
    const bare = [...known, ...telling].reduce((text, pattern) => text.replace(pattern, gap), sentence);
    const tidy = bare
      .replace(/…(?:\s*[….])+/g, gap)
      .replace(/\s{2,}/g, ' ')
      .trim();
    return /[\p{L}\p{N}]/u.test(tidy) ? tidy : '';
  };
}
