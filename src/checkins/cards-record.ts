/** The record as both read it. */
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { dayWords, numberWords } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';
import { say } from './messages.ts';
import { line } from './messages-line.ts';
import { ask } from './messages-talk.ts';
import type { CheckIn, Deed, Given, GoalRecord, Obstacle } from './model.ts';

const text = (words: Md): Block => ({ type: 'text', text: words });
const labelled = (label: string, said: string | undefined): Block[] =>
  said
    ? [
        { type: 'note', text: md`${label}` },
        { type: 'text', text: md`${said}` },
      ]
    : [];

export function recordBlocks(r: GoalRecord, view: View): Block[] {
  const words = ask(view.locale);
  return [
    ...(r.goalTitle ? [text(md`${bold(r.goalTitle)}`)] : []),
    { type: 'facts', items: factsOf(r, view) },
    ...labelled(words.wantLabel, r.want),
    ...labelled(words.happenedLabel, r.happened),
    ...labelled(words.obstaclesLabel, r.obstacles),
    ...labelled(words.optionsLabel, r.options),
    ...labelled(words.supportLabel, r.support),
    ...deedBlocks(words.deedsLabel, r.deeds, view),
    ...labelled(words.raiseLabel, r.raise),
  ];
}

function factsOf(r: GoalRecord, { locale }: View) {
  const words = ask(locale);
  return [
    { label: words.confidenceLabel, value: words[r.confidence] },
    { label: words.commitmentLabel, value: r.commitment > 0 ? words.outOfTen(r.commitment) : words.notSaid },
    ...r.numbers.map((n) => ({ label: n.title, value: numberOf(n, locale) })),
  ];
}

function numberOf(n: Given, locale: View['locale']): string {
  if (n.done !== undefined) return n.done ? ask(locale).reached : ask(locale).notReached;
  return `${numberWords(locale, n.actual ?? 0)}${n.unit ? ` ${n.unit}` : ''}`;
}

export const deedText = ({ what, by }: Deed, { locale, now }: View): Md =>
  say(locale).deed(what, by && dayWords(locale, by, now));

function deedBlocks(label: string, deeds: readonly Deed[], view: View): Block[] {
  if (deeds.length === 0) return [];
  return [{ type: 'note', text: md`${label}` }, ...deeds.map((d) => text(deedText(d, view)))];
}

/** Last time's actions with what became of them; those that nobody ticked are left out. */
export function tickBlocks(c: CheckIn, view: View): Block[] {
  const ticked = c.carried.filter((d) => d.tick);
  if (ticked.length === 0) return [];
  const items = ticked.map((d) => ({ label: d.what, value: say(view.locale)[`tick_${d.tick ?? 'notYet'}`] }));
  return [
    { type: 'note', text: md`${ask(view.locale).carriedLabel}` },
    { type: 'facts', items },
  ];
}

/** What became of the obstacle, and what both wrote afterwards. */
export function aftermath(c: CheckIn, obstacle: Obstacle | undefined, view: View): Block[] {
  const decided = (obstacle?.state === 'withdrawn' ? [] : (obstacle?.decided ?? [])).map((d) =>
    text(line(view.locale).decidedLine(d.by, line(view.locale).how(d.how), d.at, d.text)),
  );
  const remarks = c.remarks.map((r) => text(say(view.locale).remark(r.by, r.at, r.text)));
  const all = [...decided, ...remarks];
  return all.length > 0 ? [{ type: 'divider' }, ...all] : [];
}
