/** Parts of cards that show a goal: as it stands, what is to change, how it changed. Pure. */
import type { Block, Button } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { inside, lines, type Md, md } from '../core/md.ts';
import { contentOf, differences, latest, type Part } from './change.ts';
import { say } from './messages.ts';
import { card, part } from './messages-card.ts';
import { ask } from './messages-form.ts';
import { tell } from './messages-sentence.ts';
import { team } from './messages-team.ts';
import type { Content, Goal } from './model.ts';
import { capOf, hasReading, keyResultLine } from './reached.ts';
import {
  contentLines,
  hintLines,
  peopleList,
  percentWords,
  type Reader,
  sentenceOf,
  stateWords,
} from './sentence.ts';
import { type Sheet, shutBy } from './sheet.ts';

type Titles = ReadonlyMap<string, string>;

export const note = (text: Md): Block => ({ type: 'note', text });
export const text = (words: Md): Block => ({ type: 'text', text: words });

/** Why a card has no buttons; nothing while goals can change. */
export function shutNote(sheet: Sheet, { locale, now }: View): Block[] {
  const why = shutBy(sheet, now);
  return why ? [note(md`${say(locale)[why]}`)] : [];
}

const longestLabel = 75;

/** Options and buttons hold short labels on every platform; the whole text stands on the card. */
export const labelled = (title: string): string =>
  [...title].length > longestLabel ? `${[...title].slice(0, longestLabel - 1).join('')}…` : title;

export function buttons(items: readonly (Button | false | undefined)[]): Block[] {
  const there = items.filter((b): b is Button => Boolean(b));
  return there.length > 0 ? [{ type: 'actions', items: there }] : [];
}

/**
 * Two blocks at most, so that a dozen goals fit on a card: title, weight, state, the sentences and a change beside
 * them; then in small what was reached, decided and said, and with `hints` what could be better.
 */
export function goalBlocks(goal: Goal, sheet: Sheet, view: View, reader: Reader, hints = false): Block[] {
  const words = tell(view.locale);
  const head = words.goalLine(
    goal.title,
    percentWords(view.locale, goal.weight),
    stateWords(goal, view.locale),
  );
  const small = [
    ...(goal.keyResults.some(hasReading) ? [readingLines(goal, sheet, view)] : []),
    ...decisionNotes(goal, sheet, view),
    ...concernNotes(goal, sheet, view),
    ...(hints ? [hintLines(latest(goal), sheet.cycle.period, view)] : []),
  ];
  return [
    text(
      lines(
        head,
        contentLines(goal, sheet.titles, view, reader),
        ...changeLines(goal, sheet.titles, view, reader),
      ),
    ),
    ...(small.length > 0 ? [note(lines(...small))] : []),
  ];
}

/** One block: title, state and the sentences; the rest comes when the goal is opened. */
export function shortGoal(goal: Goal, view: View, reader: Reader): Block {
  const words = tell(view.locale);
  const head = words.goalLine(
    goal.title,
    percentWords(view.locale, goal.weight),
    stateWords(goal, view.locale),
  );
  const sentences = latest(goal).keyResults.map((kr) => md`• ${inside(sentenceOf(kr, view, reader))}`);
  return text(lines(head, ...sentences));
}

/** What the smallest platform takes: 50 blocks of 3000 characters, a little kept in hand. */
const mostBlocks = 46;
const longestText = 2900;

/** Too much for one message: then every goal stands there in short, and can be opened. */
export const isTight = (blocks: readonly Block[]): boolean =>
  blocks.reduce(
    (n, b) =>
      n + (b.type === 'text' || b.type === 'note' ? Math.max(1, Math.ceil(b.text.length / longestText)) : 1),
    0,
  ) > mostBlocks;

const readingLines = (goal: Goal, sheet: Sheet, { locale }: View): Md =>
  lines(...goal.keyResults.map((kr) => keyResultLine(kr, capOf(sheet), sheet.names, locale)));

function changeLines(goal: Goal, titles: Titles, view: View, reader: Reader): Md[] {
  const { pending } = goal;
  if (!pending) return [];
  const words = card(view.locale);
  const mine = reader === 'owner' ? words.wanted : words.changeOf;
  const head = pending.by === goal.person ? mine : words.wantedByManager;
  if (!pending.content) return [head, words.leave];
  return [head, ...sideBySide(contentOf(goal), pending.content, titles, view, reader)];
}

/** Old and new, part by part. */
export function sideBySide(
  before: Content,
  after: Content,
  titles: Titles,
  view: View,
  reader: Reader,
): Md[] {
  const told = (content: Content, what: Part) => partWords(content, what, titles, view, reader);
  return differences(before, after).map((what) =>
    card(view.locale).oldNew(part(view.locale)[what], told(before, what), told(after, what)),
  );
}

function partWords(content: Content, what: Part, titles: Titles, view: View, reader: Reader): Md {
  const nothing = card(view.locale).nothing;
  switch (what) {
    case 'title':
      return md`${content.title}`;
    case 'why':
      return content.why === undefined ? nothing : md`${content.why}`;
    case 'parent':
      return content.parent ? md`${titles.get(content.parent.id) ?? '…'}` : nothing;
    case 'weight':
      return md`${percentWords(view.locale, content.weight)}`;
    case 'due':
      return content.due === undefined ? nothing : md`${dayWords(view.locale, content.due, view.now)}`;
    case 'partners':
      return content.partners.length === 0 ? nothing : peopleList(content.partners);
    case 'visibility':
      return md`${part(view.locale)[content.visibility]}`;
    case 'keyResults':
      return content.keyResults.map((kr) => sentenceOf(kr, view, reader)).join(' ') as Md;
  }
}

function decisionNotes(goal: Goal, { names }: Sheet, { locale }: View): Md[] {
  const words = card(locale);
  const { decision } = goal;
  if (!decision) return [];
  const isBack = goal.state === 'returned' || goal.pending?.comment !== undefined;
  if (decision.comment !== undefined && (isBack || decision.what === 'changeReturned'))
    return [words.sentBack(names(decision.by), decision.comment)];
  const last = goal.versions.at(-1);
  if (!last || goal.state !== 'agreed') return [];
  return [words.agreedBy(names(last.agreedBy), last.agreedAt), ...(last.lowered ? [words.lowered] : [])];
}

function concernNotes({ concern }: Goal, { names }: Sheet, { locale, now }: View): Md[] {
  if (!concern) return [];
  const words = team(locale);
  const { answer } = concern;
  if (answer) return [words.concernAnswer(names(answer.by), ask(locale)[answer.how], answer.text)];
  return [words.concernOpen(concern.text, dayWords(locale, concern.due, now))];
}

/** Earlier versions, for goals that changed. */
export function versionBlocks(
  goals: readonly Goal[],
  { names, titles }: Sheet,
  view: View,
  reader: Reader,
): Block[] {
  const changed = goals.filter((g) => g.versions.length > 1);
  if (changed.length === 0) return [];
  const told = changed.flatMap((g) =>
    g.versions.flatMap((v, i) => {
      const before = g.versions[i - 1]?.content;
      const number = String(v.version);
      const head = card(view.locale).earlier(number, names(v.agreedBy), v.agreedAt, v.content.title);
      return [head, ...(before ? sideBySide(before, v.content, titles, view, reader) : [])];
    }),
  );
  return [note(lines(md`**${card(view.locale).earlierTitle}**`, ...told))];
}
