/** A goal as sentences: what cards and contracts show of it. Pure. */
import type { View } from '../core/context.ts';
import { dayWords, type Locale, numberWords } from '../core/i18n.ts';
import { inside, lines, type Md, md, person } from '../core/md.ts';
import type { Decimal } from './attainment.ts';
import { latest } from './change.ts';
import { amount, tell } from './messages-sentence.ts';
import type { Content, Goal, GoalKeyResult } from './model.ts';
import { waitsForOwner } from './rules.ts';
import { type Finding, type Period, smart } from './smart.ts';
import { percentOf } from './weights.ts';

/** To whom it is told: the owner ("your manager") or somebody else. */
export type Reader = 'owner' | 'other';

export const percentWords = (l: Locale, weight: number): string =>
  tell(l).percent(numberWords(l, percentOf(weight)));

/** Numbers as people read them; what is no number stays as it was written. */
export const numeral = (l: Locale, n: Decimal): string =>
  Number.isFinite(Number(n)) ? numberWords(l, Number(n)) : String(n);

/** "Cut open tickets from 120 to 40 by Wed 31 Mar – from the ticket system, confirmed by your manager." */
export function sentenceOf(kr: GoalKeyResult, { locale, now }: View, reader: Reader): Md {
  const words = tell(locale);
  const aim = aimOf(kr, locale);
  const dated = kr.due ? words.by(aim, dayWords(locale, kr.due, now)) : aim;
  const boss = reader === 'owner' ? words.yourManager : words.theManager;
  return words.source(dated, kr.dataSource, kr.verifier ? md`${person(kr.verifier)}` : boss);
}

function aimOf(kr: GoalKeyResult, locale: Locale): Md {
  const words = tell(locale);
  const figure = (n: Decimal) => amount(numeral(locale, n), kr.unit, locale);
  switch (kr.kind) {
    case 'increase':
    case 'decrease':
      return words[kr.kind](kr.title, numeral(locale, kr.baseline), figure(kr.target));
    case 'atLeast':
    case 'atMost': {
      const aim = words[kr.kind](kr.title, figure(kr.target));
      return kr.stretch === undefined ? aim : words.stretch(aim, figure(kr.stretch));
    }
    case 'milestone': {
      const aim = words.milestone(kr.title);
      return kr.beyond === undefined ? aim : words.stretch(aim, kr.beyond);
    }
    case 'rated':
      return words.rated(kr.title);
  }
}

/** The sentences of a goal with its alignment, one a line; the levels of a qualitative key result below it. */
export function contentLines(
  content: Content,
  titles: ReadonlyMap<string, string>,
  view: View,
  reader: Reader,
): Md {
  const words = tell(view.locale);
  const parent = content.parent && titles.get(content.parent.id);
  return lines(
    ...content.keyResults.flatMap((kr) => [
      md`• ${inside(sentenceOf(kr, view, reader))}`,
      ...anchorLines(kr, view.locale),
    ]),
    content.why !== undefined && words.why(content.why),
    parent !== undefined && words.serves(parent),
    content.partners.length > 0 && words.partners(peopleList(content.partners)),
  );
}

function anchorLines(kr: GoalKeyResult, locale: Locale): Md[] {
  if (kr.kind !== 'rated') return [];
  return (kr.anchors ?? []).map((text, i) => tell(locale).anchor(String(i + 1), text));
}

export const peopleList = (ids: readonly string[]): Md =>
  ids.map((id) => md`${person(id)}`).join(' · ') as Md;

export function stateWords(goal: Goal, l: Locale): string {
  const words = tell(l);
  if (goal.pending?.agreed) return words.withHr;
  if (goal.state === 'offered') return words.offered;
  if (waitsForOwner(goal)) return words.waits;
  if (goal.state === 'agreed' && goal.pending) return words.changing;
  return goal.state === 'draft' ? words.drafted : words[goal.state];
}

export const findingsOf = (content: Content, period: Period): Finding[] =>
  smart(
    { title: content.title, alignedTo: content.parent?.id, due: content.due, keyResults: content.keyResults },
    period,
  );

export const hasHints = (goal: Goal, period: Period): boolean =>
  findingsOf(latest(goal), period).some((f) => !f.ok);

/** "M ✓ T ✓", and a sentence for each thing that could be better. */
export function hintLines(content: Content, period: Period, view: View): Md {
  const words = tell(view.locale);
  const found = findingsOf(content, period);
  const fine = found.filter((f) => f.ok).map((f) => words.fine(f.letter));
  return lines(
    fine.length > 0 && (fine.join('  ') as Md),
    ...found.filter((f) => !f.ok).map((f) => words.hint(f.letter, hintWords(f, content, view))),
  );
}

function hintWords({ code, args }: Finding, content: Content, { locale, now }: View): string {
  const words = tell(locale);
  switch (code) {
    case 'fine':
      return '';
    case 'changeLarge':
    case 'againstDirection': {
      const kr = content.keyResults[Number(args.keyResult)];
      const figures = kr && 'target' in kr ? [kr.baseline ?? 0, kr.target] : [0, 0];
      return words[code](numeral(locale, figures[0] ?? 0), numeral(locale, figures[1] ?? 0));
    }
    case 'outsidePeriod': {
      const day = (d: string | number | undefined) => dayWords(locale, String(d), now);
      return words.outsidePeriod(day(args.due), day(args.from), day(args.to));
    }
    default:
      return words[code];
  }
}
