/** The one card of an import, from reading to done. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { type Md, md } from '../core/md.ts';
import { applyImport, confirmImport, discardImport, getTemplate, turnImport } from './actions.ts';
import type { Finding } from './cells.ts';
import { columns, headerOf } from './columns.ts';
import type { Import } from './import-model.ts';
import { sayImport } from './messages-import.ts';
import { reasonWords } from './messages-reasons.ts';
import type { Change, Figures } from './rules.ts';

export const rowsOnPage = 8;

/** A page of both lists; `changes` and `findings` are the pages' numbers, from 0. */
export interface Pages {
  changes: number;
  findings: number;
}

export interface Listed {
  pages: Pages;
  changes: readonly Change[];
  findings: readonly Finding[];
}

export const howCard = (): Draw => (view) => {
  const words = sayImport(view.locale);
  const names = columns.map((column) => headerOf(column, view.locale));
  return {
    title: words.title,
    blocks: [
      { type: 'text', text: words.how },
      { type: 'text', text: words.howColumns(names.join(words.and)) },
      { type: 'text', text: words.howLeavers },
      { type: 'note', text: words.howSlack },
      { type: 'actions', items: [{ label: words.template, token: getTemplate.token({}), style: 'primary' }] },
    ],
  };
};

export const readingCard =
  (doc: Import, lines: number): Draw =>
  ({ locale }) => ({
    title: sayImport(locale).title,
    blocks: [
      { type: 'facts', items: [{ label: sayImport(locale).file, value: doc.fileName }] },
      { type: 'text', text: sayImport(locale).reading(lines) },
    ],
  });

/** The preview, and the same with the second question when the import is `asking`. */
export const previewCard =
  (doc: Import, listed: Listed): Draw =>
  (view) => {
    const words = sayImport(view.locale);
    const { figures } = doc;
    if (!figures) return readingCard(doc, 0)(view);
    const asking = doc.state === 'asking';
    return {
      title: asking ? words.twiceTitle : words.previewTitle,
      tone: asking || doc.noHr ? 'serious' : 'plain',
      blocks: [
        ...(doc.renewed ? [{ type: 'note' as const, text: words.renewed }] : []),
        factsOf(doc, figures, view),
        ...(asking ? [twice(figures, view)] : standing(doc, figures, view)),
        ...changeTable(figures, listed, view),
        ...findingTable(figures, listed, view),
        {
          type: 'actions',
          items: [...pageButtons(doc, figures, listed, view), ...decisions(doc, figures, view)],
        },
      ],
    };
  };

function factsOf(doc: Import, f: Figures, { locale }: View): Block {
  const words = sayImport(locale);
  const counts: [string, number][] = [
    [words.added, f.added],
    [words.changed, f.changed],
    [words.leaving, f.leaving],
    [words.same, f.same],
    [words.wrong, f.wrong],
  ];
  return {
    type: 'facts',
    items: [
      { label: words.file, value: doc.fileName },
      ...counts.map(([label, n]) => ({ label, value: String(n) })),
    ],
  };
}

const twice = (f: Figures, { locale }: View): Block => ({
  type: 'text',
  text: sayImport(locale).twice(f.moved, f.leaving, f.touched, f.active),
});

const some = (f: Figures) => f.added + f.changed + f.leaving > 0;

/** What stands between the figures and the lists: what is asked, and what to look at. */
function standing(doc: Import, f: Figures, { locale }: View): Block[] {
  const words = sayImport(locale);
  const texts: (Md | false)[] = [
    some(f) && words.nothingYet,
    some(f) && f.wrong > 0 && words.goodRows(f.wrong),
    !some(f) && (f.wrong > 0 ? words.noGoodRows : words.nothingToDo),
    doc.noHr === true && md`${words.noHr}`,
  ];
  const notes: (Md | false)[] = [
    f.orphaned > 0 && words.orphaned(f.orphaned),
    (doc.namesakes ?? []).length > 0 && words.namesakes((doc.namesakes ?? []).join(words.and)),
    doc.encoding === 'gb18030' && words.gb18030,
    doc.ignored.length > 0 && words.ignored(doc.ignored.join(words.and)),
  ];
  const blocks = (type: 'text' | 'note', list: (Md | false)[]) =>
    list.filter((text) => text !== false).map((text): Block => ({ type, text }));
  return [...blocks('text', texts), ...blocks('note', notes)];
}

const range = (what: string, page: number, shown: number, of: number, { locale }: View): Block => ({
  type: 'note',
  text: sayImport(locale).pageOf(what, page * rowsOnPage + 1, page * rowsOnPage + shown, of),
});

const total = (f: Figures) => f.added + f.changed + f.leaving;

function changeTable(f: Figures, { changes, pages }: Listed, view: View): Block[] {
  const words = sayImport(view.locale);
  if (changes.length === 0) return [];
  return [
    range(words.changes, pages.changes, changes.length, total(f), view),
    {
      type: 'table',
      columns: [{ label: words.who }, { label: words.what }],
      rows: changes.map((c) => [c.name, whatChanges(c, view)]),
    },
  ];
}

function whatChanges(c: Change, { locale }: View): string {
  const words = sayImport(locale);
  if (c.kind === 'new') return words.newPerson(c.set.unit ?? '', c.set.title ?? '');
  return c.shown.map((s) => words.becomes(headerOf(s.column, locale), s.from, s.to)).join(words.between);
}

function findingTable(f: Figures, { findings, pages }: Listed, view: View): Block[] {
  const words = sayImport(view.locale);
  if (findings.length === 0) return [];
  return [
    range(words.errors, pages.findings, findings.length, f.findings, view),
    {
      type: 'table',
      columns: [{ label: words.line, align: 'right' }, { label: words.reason }],
      rows: findings.map((found) => [
        String(found.line),
        reasonWords(view.locale, found.reason, headerOf(found.column, view.locale), found.word ?? ''),
      ]),
    },
  ];
}

function pageButtons(doc: Import, f: Figures, { pages }: Listed, { locale }: View): Button[] {
  const words = sayImport(locale);
  const to = (what: keyof Pages, page: number) =>
    turnImport.token({ import: doc._id, ...pages, [what]: page });
  const buttons = (what: keyof Pages, name: string, of: number): (Button | false)[] => [
    pages[what] > 0 && { label: words.earlier(name), token: to(what, pages[what] - 1) },
    (pages[what] + 1) * rowsOnPage < of && { label: words.further(name), token: to(what, pages[what] + 1) },
  ];
  const all = [
    ...buttons('changes', words.changes, total(f)),
    ...buttons('findings', words.errors, f.findings),
  ];
  return all.filter((b): b is Button => b !== false);
}

function decisions(doc: Import, f: Figures, { locale }: View): Button[] {
  const words = sayImport(locale);
  const token = { import: doc._id, rev: doc.rev };
  const discard: Button = { label: words.discard, token: discardImport.token({ import: doc._id }) };
  if (doc.state === 'asking')
    return [{ label: words.twiceYes(total(f)), token: confirmImport.token(token), style: 'danger' }, discard];
  if (doc.state !== 'ready' || doc.noHr || !some(f)) return [discard];
  return [
    {
      label: f.wrong > 0 ? words.applyGood : words.apply,
      token: applyImport.token(token),
      style: 'primary',
      confirm: words.applyAsk(f.added, f.changed, f.leaving),
    },
    discard,
  ];
}

/** Applying, applied or discarded: nothing to press any more. */
export const overCard =
  (doc: Import): Draw =>
  (view) => {
    const words = sayImport(view.locale);
    const f = doc.figures;
    if (doc.state === 'discarded' || !f)
      return { title: words.discardedTitle, blocks: [{ type: 'text', text: words.discarded }] };
    if (doc.state === 'applying')
      return { title: words.title, blocks: [factsOf(doc, f, view), { type: 'text', text: words.applying }] };
    return {
      title: words.appliedTitle,
      tone: 'good',
      blocks: [
        { type: 'text', text: words.applied(f.added, f.changed, f.leaving) },
        ...(f.wrong > 0 ? [{ type: 'note' as const, text: words.appliedLeftOut(f.wrong) }] : []),
      ],
    };
  };
