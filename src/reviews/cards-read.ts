/**
 * What was published about somebody. These cards take a `ForSubject<Release>` and nothing else about confidential answers:
 * raw ones do not fit in by their type.
 */
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { type Md, lines as mdLines } from '../core/md.ts';
import { checkedComments, openReceived, openSubject, redact } from './actions.ts';
import type { ForSubject, Line, Published, Release } from './aggregate.ts';
import { buttons, levelWords, note, text } from './blocks.ts';
import { selfBlocks } from './cards-self.ts';
import { dimensionName } from './messages-anchors.ts';
import { read } from './messages-read.ts';
import { own } from './messages-self.ts';
import type { Answers } from './model.ts';

export const receivedKey = (cycle: string): string => `reviews.received:${cycle}`;
export const subjectKey = (nomination: string): string => `reviews.subject:${nomination}`;
export const checkKey = (cycle: string): string => `reviews.check:${cycle}`;

/** Characters of comments on one card; the rest is on the next page. */
const roomForComments = 5000;

/** Sentences by page, none cut. */
export function pagesOf(lines: readonly Line[]): Line[][] {
  const pages: Line[][] = [];
  let room = 0;
  for (const line of lines) {
    room -= line.text.length;
    if (room < 0) {
      pages.push([]);
      room = roomForComments - line.text.length;
    }
    pages.at(-1)?.push(line);
  }
  return pages;
}

const ordered = (lines: readonly Line[]): Line[] => [
  ...lines.filter((l) => l.kind === 'keep'),
  ...lines.filter((l) => l.kind === 'differ'),
];

/** For the one it is about, once their result is released. */
export const receivedCard =
  (cycle: { _id: string; name: string }, release: ForSubject<Release>, page: number): Draw =>
  (view) => ({
    title: read(view.locale).receivedTitle(cycle.name),
    blocks: [
      ...releaseBlocks(release, page, view),
      ...moreButton(release, page, (next) => openReceived.token({ cycle: cycle._id, page: next }), view),
    ],
  });

export interface Subject {
  nomination: string;
  name: string;
  cycle: string;
  self: Answers | undefined;
  dimensions: readonly string[];
  release: ForSubject<Release> | undefined;
}

/** For the manager and HR: the person's own view, and what colleagues say. */
export const subjectCard =
  (subject: Subject, page: number): Draw =>
  (view) => {
    const words = read(view.locale);
    const { self, dimensions, release, nomination } = subject;
    const token = (next: number) => openSubject.token({ nomination, page: next });
    return {
      title: words.subjectTitle(subject.name, subject.cycle),
      blocks: [
        text(words.selfHead),
        ...(self ? selfBlocks(self, dimensions, ownWords, view) : [note(words.selfMissing)]),
        { type: 'divider' },
        text(words.othersHead),
        ...(release ? releaseBlocks(release, page, view) : [note(words.notYet)]),
        ...(release ? moreButton(release, page, token, view) : []),
      ],
    };
  };

const ownWords = (l: 'en' | 'zh') => ({
  keepLine: own(l).selfKeepLine,
  differLine: own(l).selfDifferLine,
});

/** The aggregates and a page of the comments, for any card about this person. */
export function releaseBlocks(release: ForSubject<Release>, page: number, view: View): Block[] {
  const words = read(view.locale);
  const some = release.dimensions.some((d) => d.groups.length > 0);
  return [
    ...(some ? [meansTable(release, view), ...charts(release, view)] : [text(words.nothing(release.k))]),
    ...commentBlocks(release, page, view),
    note(words.rules(release.k)),
  ];
}

function meansTable({ dimensions }: ForSubject<Release>, { locale }: View): Block {
  const words = read(locale);
  return {
    type: 'table',
    columns: [
      { label: words.dimension },
      { label: words.group },
      { label: words.mean, align: 'right' },
      { label: words.people, align: 'right' },
    ],
    rows: dimensions.flatMap((d) =>
      d.groups.map((g) => [
        dimensionName(locale, d.name),
        words[`of_${g.of}`],
        g.value,
        g.givers.replace('-', '–'),
      ]),
    ),
  };
}

/** Of each dimension the one group whose distribution may be shown. */
function charts({ dimensions }: ForSubject<Release>, view: View): Block[] {
  return dimensions.flatMap((d) => {
    const wide = d.groups.find((g) => g.distribution);
    return wide?.distribution ? [chart(d.name, wide, wide.distribution, view)] : [];
  });
}

function chart(name: string, group: Published, shares: number[], { locale }: View): Block {
  const words = read(locale);
  const labels = shares.map((_, i) => levelWords(locale, String(i + 1)));
  const inWords = labels.map((label, i) => `${label} ${own(locale).percent(String(shares[i]))}`);
  const title = `${dimensionName(locale, name)} (${words[`of_${group.of}`]})`;
  return {
    type: 'chart',
    kind: 'bar',
    labels,
    series: [{ name: title, values: shares }],
    max: 100,
    alt: words.chartAlt(title, inWords.join(own(locale).comma)),
  };
}

function commentBlocks(release: ForSubject<Release>, page: number, { locale }: View): Block[] {
  const words = read(locale);
  const kept = ordered(release.lines.filter((l) => !l.redacted));
  const here = pagesOf(kept)[page] ?? [];
  const gone = release.lines.length - kept.length;
  const part = (kind: Line['kind'], head: Md): Block[] => {
    const some = here.filter((l) => l.kind === kind);
    return some.length > 0 ? [text(mdLines(head, ...some.map((l) => words.line(l.text))))] : [];
  };
  return [
    ...part('keep', words.keepHead),
    ...part('differ', words.differHead),
    ...(gone > 0 ? [note(words.redactedLines(gone))] : []),
  ];
}

function moreButton(
  { lines }: ForSubject<Release>,
  page: number,
  token: (next: number) => string,
  { locale }: View,
): Block[] {
  const pages = pagesOf(ordered(lines.filter((l) => !l.redacted))).length;
  if (pages < 2) return [];
  return buttons({ label: read(locale).morePages, token: token((page + 1) % pages) });
}

export interface Check {
  release: string;
  name: string;
  lines: readonly Line[];
  /** The first so many were looked through before. */
  seen: number;
  /** People whose comments are looked through, of how many. */
  done: number;
  of: number;
}

/** Sentences that HR gets at once. */
export const mostChecked = 12;

/** HR looks through one person's comments before they are read. */
export const checkCard =
  ({ release, name, lines, seen, done, of }: Check): Draw =>
  ({ locale }) => {
    const words = read(locale);
    return {
      title: words.checkTitle(done, of),
      blocks: [
        text(words.checkIntro(name)),
        ...lines.slice(seen, seen + mostChecked).flatMap((line) => [
          text(line.redacted ? words.takenOut : words.line(line.text)),
          ...(line.redacted
            ? []
            : buttons({
                label: words.takeOut,
                token: redact.token({ release, line: line.id }),
                style: 'danger',
                confirm: words.takeOutSure,
              })),
        ]),
        ...buttons({
          label: words.checked,
          token: checkedComments.token({ release, seen }),
          style: 'primary',
        }),
      ],
    };
  };

export const checkDoneCard =
  (): Draw =>
  ({ locale }) => ({
    title: read(locale).checkDone,
    blocks: [text(read(locale).checkNothing)],
  });
