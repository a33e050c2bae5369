/**
 * A text that is longer than one input of Slack's holds: in several inputs, one below the other, and one text again when
 * they are sent. What stood between two of them is noted in the later one's id, so an untouched text comes back as it was.
 */

/** Letters by which a part goes on: in the middle of a word, after a space, after so many line breaks. */
export type Joint = 'x' | 's' | `n${number}`;

export interface Part {
  text: string;
  /** The first has none. */
  joint?: Joint;
}

const between = (joint: Joint): string =>
  joint === 'x' ? '' : joint === 's' ? ' ' : '\n'.repeat(Number(joint.slice(1)));

/** Clients may trim what is typed, so no part begins or ends with a space. */
const breaks = /(?<=\S)(\n{1,9}| )(?=\S)/g;
const isHalf = (code: number) => code >= 0xd800 && code <= 0xdbff;

/** Where the text is broken: at the last line's end of what fits, else at a space, else anywhere. */
function firstBreak(text: string, most: number): { end: number; joint: Joint } {
  const places = [...text.slice(0, most + 1).matchAll(breaks)].filter(({ index }) => index > most / 2);
  const place = places.findLast(([found]) => found !== ' ') ?? places.at(-1);
  if (place) return { end: place.index, joint: place[0] === ' ' ? 's' : `n${place[0].length}` };
  let end = most;
  while (end > most / 2 && /\s/.test(text.slice(end - 1, end + 1))) end -= 1;
  return { end: isHalf(text.charCodeAt(end - 1)) ? end - 1 : end, joint: 'x' };
}

/** With some room left in each, so that a word may be added. */
export function partsOf(text: string, most: number): Part[] {
  if (text.length <= most) return [{ text }];
  const { end, joint } = firstBreak(text, most - Math.min(200, Math.floor(most / 10)));
  const [next = { text: '' }, ...more] = partsOf(text.slice(end + between(joint).length), most);
  return [{ text: text.slice(0, end) }, { ...next, joint }, ...more];
}

/** Parts that were emptied leave no gap. */
export const joined = (parts: readonly Part[]): string =>
  parts
    .filter(({ text }) => text !== '')
    .reduce((all, { text, joint }, i) => (i === 0 ? text : all + between(joint ?? 'n1') + text), '');

/** In a block's id, behind the field's number. */
export const partMark = (nth: number, joint: Joint): string => `p${nth}${joint}`;
export function partIn(mark: string): { nth: number; joint?: Joint } {
  const [, nth = '0', joint] = /^p(\d+)(x|s|n\d)$/.exec(mark) ?? [];
  return { nth: Number(nth), ...(joint && { joint: joint as Joint }) };
}
