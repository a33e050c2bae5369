/** The summary of a result, for the person and for those who may read it. Of colleagues only what was published. Pure. */

import { dayIn } from '../core/calendar.ts';
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { readExact } from '../core/fraction.ts';
import { dayWords } from '../core/i18n.ts';
import { lines, type Md } from '../core/md.ts';
import type { Place } from '../cycles/deadlines.ts';
import { announce } from '../cycles/messages-announce.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { percentReached } from '../goals/reached.ts';
import { percentWords } from '../goals/sentence.ts';
import { pack as packWords } from '../ratings/messages-pack.ts';
import { releaseBlocks } from '../reviews/index.ts';
import { openColleagues, openResult, openWhy, printRecord } from './actions.ts';
import { resultButtons } from './buttons.ts';
import { chartBlocks, gapBlocks } from './cards-views.ts';
import { appealBy, readBy } from './deadlines.ts';
import { card } from './messages-card.ts';
import { type Receipt, type Result, reviewsIn } from './model.ts';
import { pagesOf } from './paged.ts';
import { inShort, type Reached, reachedOf, showsNumbers } from './shape.ts';

export interface Summary {
  result: Result;
  receipt: Receipt;
  /** Of the person. */
  place: Place;
  /** The version before. */
  before?: Result | undefined;
  /** The person themself. */
  own: boolean;
}

export const resultKey = (cycle: string): string => `results.own:${cycle}`;
export const readKey = (cycle: string, person: string): string => `results.read:${cycle}:${person}`;

export const summaryCard =
  (of: Summary, page = 0): Draw =>
  (view) => {
    const { result, own } = of;
    const words = card(view.locale);
    const what = inShort(result, view.locale);
    const pages = pagesOf(bodyOf(of, view));
    const at = Math.min(page, pages.length - 1);
    return {
      title: own ? words.ownTitle(result.cycleName, what) : words.title(result.name, result.cycleName, what),
      blocks: [
        ...(pages[at] ?? []),
        ...(at === pages.length - 1 ? standing(of, view) : []),
        ...buttons([
          ...(holds(of) && own ? offered(of, view) : readers(result, view)),
          ...turning(result, at, pages.length, view),
        ]),
      ],
    };
  };

const holds = ({ result, receipt }: Pick<Told, 'result' | 'receipt'>): boolean =>
  result.version === receipt.version;

function offered({ result, receipt, place }: Summary, view: View): Button[] {
  const about = { result, receipt, now: view.now, ...place };
  return [...resultButtons(about, view), printButton(result, view)];
}

const printButton = (result: Result, { locale }: View): Button => ({
  label: card(locale).print,
  token: printRecord.token({ result: result._id }),
});

export const whyButton = (result: Result, { locale }: View): Button => ({
  label: card(locale).why,
  token: openWhy.token({ result: result._id, page: 0 }),
});

const readers = (result: Result, view: View): Button[] => [
  whyButton(result, view),
  printButton(result, view),
];

function turning(result: Result, at: number, of: number, { locale }: View): Button[] {
  if (of < 2) return [];
  const next = (at + 1) % of;
  const label = next === 0 ? card(locale).first : card(locale).more;
  return [{ label, token: openResult.token({ result: result._id, page: next }) }];
}

/** What stands on paper: the same, without what is asked of the person. */
export const recordBlocks = (of: Summary, view: View): Block[] => bodyOf(of, view);

/** Of a version by itself. */
export const summaryBlocks = (result: Result, view: View): Block[] => [
  ...headline({ result, receipt: { version: result.version } }, view),
  ...contents(result, view),
];

const bodyOf = (of: Summary, view: View): Block[] => [...headline(of, view), ...contents(of.result, view)];

function contents(result: Result, view: View): Block[] {
  return [
    ...chartBlocks(result, view),
    ...goalBlocks(result, view),
    ...wordBlocks(result, view),
    ...gapBlocks(result, view),
    ...commentBlocks(result, view),
  ];
}

interface Told extends Pick<Summary, 'result' | 'before'> {
  receipt: Pick<Receipt, 'version'>;
}

/** What holds, and how it came to differ from what was computed or from what was there before. */
export function headline({ result, receipt, before }: Told, { locale }: View): Block[] {
  const words = card(locale);
  const { override, appeal, unrated, grade, version } = result;
  const now = inShort(result, locale);
  const was = before && inShort(before, locale);
  const told: (Md | false | undefined)[] = [
    !holds({ result, receipt }) && words.earlier(String(version), String(receipt.version)),
    was !== undefined &&
      (was === now ? words.same(String(version), now) : words.before(String(version), was, now)),
    unrated !== undefined && words.unrated(unrated),
    unrated === undefined && grade === null && words.notComputable,
    override && words.calibrated(override.from, override.to, override.reason),
    appeal && words.appealed(appeal.reasons),
    grade !== null && (showsNumbers(result) ? words.scale : words.labels),
  ];
  return [text(lines(...told))];
}

export function goalBlocks(result: Result, view: View): Block[] {
  const words = card(view.locale);
  if (result.unrated !== undefined) return [];
  if (result.goals.length === 0) return [text(words.goals), note(words.noGoals)];
  return [text(words.goals), ...result.goals.map((goal) => text(goalLines(reachedOf(goal), view)))];
}

function goalLines({ goal, state, attainment }: Reached, { locale }: View): Md {
  const words = card(locale);
  const weight = percentWords(locale, goal.weight);
  const percent = (exact: string) => percentReached(locale, readExact(exact));
  const head = {
    counted: () =>
      words.goal(goal.title, weight, attainment ? percentReached(locale, attainment) : words.nothing),
    dropped: () => words.goalOut(goal.title, weight),
    missing: () => words.goalOpen(goal.title, weight),
  }[state]();
  const single = goal.keyResults.length === 1;
  const told = goal.keyResults.map((kr) => {
    if (kr.exclusion) return words.leftOut(kr.title, kr.exclusion.reason);
    const now = kr.attainment === undefined ? words.nothing : percent(kr.attainment);
    if (kr.before !== undefined) return words.lowered(kr.title, now, percent(kr.before));
    return single ? undefined : words.keyResult(kr.title, now);
  });
  return lines(head, ...told);
}

function wordBlocks({ narrative, reasons, unrated }: Result, { locale }: View): Block[] {
  const words = card(locale);
  if (unrated !== undefined && !narrative) return [];
  const told = Object.entries(reasons).map(([name, why]) =>
    words.reason(announce(locale).dimension(name), why),
  );
  return [
    ...(narrative
      ? [
          text(words.strengths(narrative.strengths)),
          text(words.improve(narrative.improve)),
          note(words.wordsBy(narrative.by)),
        ]
      : [note(words.noWords)]),
    ...(told.length > 0 ? [note(lines(...told))] : []),
  ];
}

/** Characters of comments on the summary; all of them stand on a card of their own. */
const roomForComments = 1200;

function commentBlocks(result: Result, { locale }: View): Block[] {
  const words = card(locale);
  const release = reviewsIn(result);
  const said = release?.lines.filter((line) => !line.redacted) ?? [];
  const few = said.reduce((n, line) => n + line.text.length, 0) <= roomForComments;
  if (!release || (said.length === 0 && release.dimensions.every((d) => d.groups.length === 0))) return [];
  return [
    text(words.said),
    ...(few
      ? [text(lines(...said.map((line): Md => saidLine(line, locale))))].filter(
          (b) => 'text' in b && b.text !== '',
        )
      : []),
    ...buttons([{ label: words.saidMore, token: openColleagues.token({ result: result._id, page: 0 }) }]),
  ];
}

const saidLine = (line: { kind: 'keep' | 'differ'; text: string }, locale: View['locale']): Md =>
  packWords(locale)[line.kind](line.text);

/** Where it stands with the person, and what is asked of them. */
function standing({ result, receipt, place, own }: Summary, { locale, now }: View): Block[] {
  const words = card(locale);
  const told = words.released(String(result.version), result.at);
  if (!holds({ result, receipt })) return [note(told)];
  const until = appealBy(result, receipt, place);
  const over = dayIn(place.zone, now) > until;
  const day = dayWords(locale, until, now);
  return [
    ...(receipt.comment === undefined ? [] : [text(words.comment(receipt.comment))]),
    ...(own && receipt.state === 'open'
      ? [text(words.ask(dayWords(locale, readBy(receipt, place), now)))]
      : []),
    note(
      lines(
        receiptLine(receipt, locale, own),
        own && (over ? words.appealOver(day) : words.appealUntil(day)),
        receipt.comment !== undefined && own && words.commentSeen,
        told,
      ),
    ),
  ];
}

function receiptLine(
  { state, acknowledgedAt }: Receipt,
  locale: View['locale'],
  own: boolean,
): Md | undefined {
  const words = card(locale);
  if (state === 'open') return own ? undefined : words.unread;
  if (!acknowledgedAt) return undefined;
  return state === 'silent' ? words.silent(acknowledgedAt) : words.read(acknowledgedAt);
}

export const colleaguesKey = (result: string): string => `results.colleagues:${result}`;

/** Means, distributions and comments, as they were published. */
export const colleaguesCard =
  (result: Result, page: number): Draw =>
  (view) => {
    const words = card(view.locale);
    const release = reviewsIn(result);
    const blocks = release ? commentPages(release, view) : [[note(words.noColleagues)]];
    const at = Math.min(page, blocks.length - 1);
    const next = (at + 1) % blocks.length;
    return {
      title: words.colleaguesTitle(result.cycleName),
      blocks: [
        ...(blocks[at] ?? []),
        ...buttons([
          blocks.length > 1 && {
            label: next === 0 ? words.first : words.more,
            token: openColleagues.token({ result: result._id, page: next }),
          },
        ]),
      ],
    };
  };

/** As many pages as there are different ones: a page behind the last holds no comments. */
function commentPages(release: NonNullable<ReturnType<typeof reviewsIn>>, view: View): Block[][] {
  const pages: Block[][] = [];
  const bare = JSON.stringify(releaseBlocks(release, 1_000_000, view));
  for (let page = 0; ; page += 1) {
    const blocks = releaseBlocks(release, page, view);
    if (page > 0 && JSON.stringify(blocks) === bare) return pages;
    pages.push(blocks);
  }
}
