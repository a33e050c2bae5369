/**
 * The SMART check: findings on a draft as plain data. They are hints and never block by themselves; the sentences and the
 * examples stand in messages.ts.
 */
import type { Day } from '../core/calendar.ts';
import { cmp, type Fraction, fraction, max, mul, parse, sub, ZERO } from '../core/fraction.ts';
import { ADJECTIVES, FILLERS } from './adjectives.ts';
import type { Change, Hold, KeyResult } from './attainment.ts';
import { problems } from './validity.ts';

export interface Draft {
  title: string;
  /** The parent or company goal it serves. */
  alignedTo?: string | undefined;
  due?: Day | undefined;
  keyResults: readonly KeyResult[];
}

/** Both days belong to it. */
export interface Period {
  from: Day;
  to: Day;
}

export type Letter = 'S' | 'M' | 'A' | 'R' | 'T';

export type Code =
  | 'titleShort'
  | 'titleVague'
  | 'nothingToMeasure'
  | 'changeLarge'
  | 'againstDirection'
  | 'useIncrease'
  | 'useDecrease'
  | 'notAligned'
  | 'noDueDate'
  | 'outsidePeriod';

export interface Finding {
  letter: Letter;
  ok: boolean;
  /** 'fine' exactly when ok. */
  code: Code | 'fine';
  args: Readonly<Record<string, string | number>>;
}

type Hint = Pick<Finding, 'code' | 'args'>;

const TIMES = 3;
const SHORTEST = 8;
const SHORTEST_CHINESE = 4;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Letter by letter, in order: one 'fine', or each thing that could be better. */
export function smart(goal: Draft, period: Period): Finding[] {
  return [
    ...under('S', specific(goal.title)),
    ...under('M', measurable(goal.keyResults)),
    ...under('A', goal.keyResults.flatMap(achievable)),
    ...under('R', goal.alignedTo ? [] : [hint('notAligned')]),
    ...under('T', timely(goal.due, period)),
  ];
}

function under(letter: Letter, hints: Hint[]): Finding[] {
  if (hints.length === 0) return [{ letter, ok: true, code: 'fine', args: {} }];
  return hints.map((one) => ({ letter, ok: false, ...one }));
}

function hint(code: Code, args: Finding['args'] = {}): Hint {
  return { code, args };
}

function specific(title: string): Hint[] {
  const text = title.normalize('NFKC').trim();
  const least = /\p{Script=Han}/u.test(text) ? SHORTEST_CHINESE : SHORTEST;
  const length = [...graphemes.segment(text)].length;
  if (length < least) return [hint('titleShort', { length, least })];
  return onlyAdjectives(text) ? [hint('titleVague')] : [];
}

/** Chinese has no spaces, so known words are taken out of the text and nothing may remain. */
function onlyAdjectives(text: string): boolean {
  const spaced = text.toLowerCase().replace(/\p{Script=Han}+/gu, ' $& ');
  const words = spaced.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];
  return words.every((word) => FILLERS.take(ADJECTIVES.take(word)) === '');
}

function measurable(keyResults: readonly KeyResult[]): Hint[] {
  return keyResults.some(hasMeasure) ? [] : [hint('nothingToMeasure')];
}

function hasMeasure(kr: KeyResult): boolean {
  if (kr.excluded) return false;
  return hasLevels(kr);
}

/** What is judged by levels has all five of them written. */
export const hasLevels = (kr: KeyResult): boolean =>
  kr.kind !== 'rated' || (kr.anchors?.length === 5 && kr.anchors.every((anchor) => anchor.trim() !== ''));

/** By index. A key result that is refused anyway gets no hints on top. */
function achievable(kr: KeyResult, index: number): Hint[] {
  if (problems(kr).length > 0) return [];
  const args = { keyResult: index };
  switch (kr.kind) {
    case 'increase':
    case 'decrease':
      return ofChange(kr, args);
    case 'atLeast':
    case 'atMost':
      return ofHold(kr, args);
    case 'milestone':
    case 'rated':
      return [];
  }
}

/** From zero every change is boundless, which says nothing: no hint. */
function ofChange(kr: Change, args: { keyResult: number }): Hint[] {
  const baseline = parse(kr.baseline);
  const change = sub(parse(kr.target), baseline);
  const wanted = kr.kind === 'increase' ? 1 : -1;
  if (cmp(change, ZERO) !== wanted) return [hint('againstDirection', args)];
  const bound = mul(fraction(TIMES), size(baseline));
  const large = cmp(baseline, ZERO) !== 0 && cmp(size(change), bound) > 0;
  return large ? [hint('changeLarge', { ...args, times: TIMES })] : [];
}

function ofHold(kr: Hold, args: { keyResult: number }): Hint[] {
  if (kr.baseline === undefined) return [];
  const way = cmp(parse(kr.target), parse(kr.baseline));
  if (kr.kind === 'atLeast' && way > 0) return [hint('useIncrease', args)];
  if (kr.kind === 'atMost' && way < 0) return [hint('useDecrease', args)];
  return [];
}

function size(f: Fraction): Fraction {
  return max(f, sub(ZERO, f));
}

function timely(due: Day | undefined, { from, to }: Period): Hint[] {
  if (!due) return [hint('noDueDate')];
  return due < from || due > to ? [hint('outsidePeriod', { due, from, to })] : [];
}
