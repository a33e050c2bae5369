/** The giver's cards: one review, the list of all, the short lesson. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { lesson, openDecline, openReview, openWords, rate, send, showList, takeBack } from './actions.ts';
import { buttons, dayOf, hintBlocks, levelBlocks, note, text, wordBlocks } from './blocks.ts';
import { said } from './messages-answer.ts';
import { own } from './messages-self.ts';
import { type Mine, minutesLeft, progressOf, type Row, waits } from './mine.ts';
import { changedSince, unexampled } from './rules-answer.ts';
import { isTaken, type Scene } from './scene.ts';

export const reviewKey = (review: string): string => `reviews.card:${review}`;
export const listKey = (cycle: string): string => `reviews.mine:${cycle}`;
export const lessonKey = 'reviews.lesson';

export const reviewCard =
  (scene: Scene, mine: Mine): Draw =>
  (view) => ({
    title: said(view.locale).title(scene.subject.name),
    blocks: [...bodyOf(scene, mine, view), ...footButtons(scene, mine, view)],
  });

function bodyOf(scene: Scene, mine: Mine, view: View): Block[] {
  const words = said(view.locale);
  const { review, draft, k } = scene;
  const redacted = review.redacted ? [note(words.redacted)] : [];
  if (review.state === 'declined') return [text(words.declined)];
  if (review.state === 'closed') return [text(words.closed)];
  if (review.over) return [text(review.state === 'sent' ? words.over : words.overUnsent), ...redacted];
  const { done, of } = progressOf(mine.rows);
  return [
    note(words.confidential(k)),
    text(words[`as_${review.group}`]),
    { type: 'progress', label: words.progress(minutesLeft(mine.rows)), done, of },
    ...(isTaken(scene.term, view.now) ? ratingBlocks(scene, view) : []),
    ...wordBlocks(draft, scene.dimensions, said, view),
    ...hintBlocks(draft, scene.dimensions, words.best, view),
    ...sentBlocks(scene, view),
  ];
}

const ratingBlocks = ({ review, draft, dimensions }: Scene, view: View): Block[] =>
  dimensions.flatMap((dimension) =>
    levelBlocks(dimension, draft, rate.token({ review: review._id, dimension }), view),
  );

function sentBlocks({ review, draft, dimensions, term }: Scene, { locale }: View): Block[] {
  const words = said(locale);
  if (review.state !== 'sent') return [note(words.saved)];
  return [
    ...(changedSince(draft, dimensions) ? [note(words.changed)] : []),
    ...(term.locks ? [text(words.sent(term.locks))] : []),
  ];
}

function footButtons(scene: Scene, mine: Mine, view: View): Block[] {
  const words = said(view.locale);
  const next = mine.rows.find((row) => waits(row) && row.review !== scene.review._id);
  const done = scene.review.state !== 'open';
  const others: Button[] = [
    ...(next && done && isTaken(scene.term, view.now)
      ? [
          {
            label: words.next(next.name),
            token: openReview.token({ review: next.review }),
            style: 'primary' as const,
          },
        ]
      : []),
    ...(mine.rows.length > 1
      ? [{ label: words.toList, token: showList.token({ cycle: scene.review.cycle }) }]
      : []),
  ];
  return [...workButtons(scene, view), ...buttons(...others)];
}

function workButtons(scene: Scene, view: View): Block[] {
  const { review, draft, dimensions, term } = scene;
  if (!isTaken(term, view.now) || review.over) return [];
  if (review.state !== 'open' && review.state !== 'sent') return [];
  const words = said(view.locale);
  const id = { review: review._id };
  const sent = review.state === 'sent';
  const changed = changedSince(draft, dimensions);
  const missing = unexampled(draft, dimensions).length > 0;
  const commented = Boolean(draft.keep ?? draft.differ);
  const write = commented ? words.writeAgain : words.write;
  const sending: Button[] = [
    ...(sent && !changed
      ? []
      : [{ label: sent ? words.sendAgain : words.send, token: send.token(id), style: 'primary' as const }]),
    ...(sent ? [{ label: words.takeBack, token: takeBack.token(id) }] : []),
    { label: words.decline, token: openDecline.token(id) },
  ];
  return [
    ...buttons({ label: missing ? words.writeExample : write, token: openWords.token(id) }),
    ...buttons(...sending),
  ];
}

/** Everything that is asked of one person in a cycle. */
export const listCard =
  (mine: Mine): Draw =>
  (view) => {
    const words = said(view.locale);
    const { rows, term, k } = mine;
    const open = rows.filter(waits);
    const { done, of } = progressOf(rows);
    const title = open.length > 0 ? words.listTitle(open.length) : words.listDone;
    if (rows.length === 0) return { title, blocks: [text(words.none)] };
    const taken = isTaken(term, view.now);
    return {
      title,
      blocks: [
        text(words.listIntro(term.cycle.name, dayOf(term.due, view))),
        note(words.confidential(k)),
        { type: 'progress', label: words.progress(minutesLeft(rows)), done, of },
        listTable(rows, view),
        ...(open.length === 0 && taken ? [text(words.thanks)] : []),
        ...(taken ? startButton(open, view) : []),
        openChoice(mine, view),
        ...buttons({ label: own(view.locale).lessonButton, token: lesson.token({}) }),
      ],
    };
  };

function listTable(rows: readonly Row[], { locale }: View): Block {
  const words = said(locale);
  return {
    type: 'table',
    columns: [{ label: words.listWho }, { label: words.listAs }, { label: words.listState }],
    rows: rows.map((row) => [row.name, words[`role_${row.group}`], words[`state_${row.state}`]]),
  };
}

function startButton(open: readonly Row[], { locale }: View): Block[] {
  const [first] = open;
  if (!first) return [];
  const label = first.state === 'begun' ? said(locale).goOn : said(locale).start;
  return buttons({ label, token: openReview.token({ review: first.review }), style: 'primary' });
}

/** Every one of them, to be opened in any order. */
const openChoice = ({ rows }: Mine, _: View): Block => ({
  type: 'actions',
  items: rows.map((row) => ({ label: row.name, token: openReview.token({ review: row.review }) })),
});

export const lessonCard =
  (): Draw =>
  ({ locale }) => {
    const words = own(locale);
    const parts = [words.lesson1, words.lesson2, words.lesson3, words.lesson4, words.lesson5];
    return { title: words.lessonTitle, blocks: parts.map(text) };
  };
