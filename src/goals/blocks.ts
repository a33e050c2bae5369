/** Parts of cards that show a goal: as it stands, what is to change, how it changed. Pure. */
import type { Block, Button } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { inside, lines, type Md, md } from '../core/md.ts';
import { contentOf, differences, type Part } from './change.ts';
import { card, part } from './messages-card.ts';
import { tell } from './messages-sentence.ts';
import type { Content, Goal } from './model.ts';
import {
  contentLines,
  hintLines,
  peopleList,
  percentWords,
  type Reader,
  sentenceOf,
  stateWords,
} from './sentence.ts';
import type { Sheet } from './sheet.ts';

type Titles = ReadonlyMap<string, string>;

export const note = (text: Md): Block => ({ type: 'note', text });
export const text = (words: Md): Block => ({ type: 'text', text: words });

export function buttons(items: readonly (Button | false | undefined)[]): Block[] {
  const there = items.filter((b): b is Button => Boolean(b));
  return there.length > 0 ? [{ type: 'actions', items: there }] : [];
}

/** Title, weight and state; the sentences; a change beside them. */
export function goalBlocks(goal: Goal, sheet: Sheet, view: View, reader: Reader): Block[] {
  const words = tell(view.locale);
  const head = words.goalLine(
    goal.title,
    percentWords(view.locale, goal.weight),
    stateWords(goal, view.locale),
  );
  return [
    text(lines(head, contentLines(goal, sheet.titles, view, reader))),
    ...changeBlocks(goal, sheet.titles, view, reader),
    ...decisionNotes(goal, sheet, view),
  ];
}

/** What could be better about the words that are on the table. */
export const hintBlock = (content: Content, sheet: Sheet, view: View): Block =>
  note(hintLines(content, sheet.cycle.period, view));

function changeBlocks(goal: Goal, titles: Titles, view: View, reader: Reader): Block[] {
  const { pending } = goal;
  if (!pending) return [];
  const words = card(view.locale);
  const mine = reader === 'owner' ? words.wanted : words.changeOf;
  const head = pending.by === goal.person ? mine : words.wantedByManager;
  if (!pending.content) return [text(lines(head, words.leave))];
  const changes = sideBySide(contentOf(goal), pending.content, titles, view, reader);
  return [text(lines(head, ...changes))];
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

function decisionNotes(goal: Goal, { names }: Sheet, { locale }: View): Block[] {
  const words = card(locale);
  const { decision } = goal;
  if (!decision) return [];
  if (decision.comment !== undefined && (goal.state === 'returned' || goal.pending?.comment !== undefined))
    return [note(words.sentBack(names(decision.by), decision.comment))];
  const last = goal.versions.at(-1);
  if (!last || goal.state !== 'agreed') return [];
  return [
    note(
      lines(words.agreedBy(names(last.agreedBy), last.agreedAt), last.lowered !== undefined && words.lowered),
    ),
  ];
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
    g.versions.map((v, i) => {
      const before = g.versions[i - 1]?.content;
      const head = card(view.locale).earlier(
        String(v.version),
        names(v.agreedBy),
        v.agreedAt,
        v.content.title,
      );
      const diff = before ? sideBySide(before, v.content, titles, view, reader) : [];
      return lines(head, ...diff.map((d) => md`${inside(d)}`));
    }),
  );
  return [{ type: 'divider' }, text(md`**${card(view.locale).earlierTitle}**`), ...told.map(note)];
}
