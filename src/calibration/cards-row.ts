/** One person's row, opened: what the score is made of, what colleagues say, what was decided, and what the reader may do. Pure. */
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { readExact } from '../core/fraction.ts';
import { lines, type Md } from '../core/md.ts';
import { announce } from '../cycles/messages-announce.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { percentReached } from '../goals/reached.ts';
import { percentWords } from '../goals/sentence.ts';
import { reexamine } from '../ratings/actions.ts';
import type { BiasHint } from '../ratings/bias.ts';
import { hintLines } from '../ratings/cards-hints.ts';
import { colleagueBlocks } from '../ratings/cards-views.ts';
import type { Rating } from '../ratings/index.ts';
import { say as ratingWords } from '../ratings/messages.ts';
import { change, openList, propose, undoChange } from './actions.ts';
import { gradeIn } from './cards-list.ts';
import { card } from './messages-cards.ts';
import { one } from './messages-row.ts';
import type { CaseNote, Override } from './model.ts';
import { calibratable, canUndo, seenOf } from './rules.ts';
import type { RowScene } from './scene.ts';

export const rowKey = (session: string, person: string): string => `calibration.row:${session}:${person}`;

export interface Looked extends RowScene {
  rating?: Rating;
  release?: Parameters<typeof colleagueBlocks>[0]['release'];
  hints: BiasHint[];
  /** Everything that was ever changed here. */
  history: Override[];
  notes: CaseNote[];
  who: string;
  may: { change: boolean; propose: boolean; reexamine: boolean };
}

export const rowCard =
  (at: Looked): Draw =>
  (view) => ({
    title: one(view.locale).title(at.row.name, at.cycle.name),
    blocks: [
      ...headBlocks(at, view),
      ...scoreBlocks(at, view),
      ...goalBlocks(at, view),
      ...colleagueBlocks(at, view),
      ...hintBlocks(at, view),
      ...historyBlocks(at, view),
      ...noteBlocks(at, view),
      ...buttonBlocks(at, view),
    ],
  });

const movable = ({ session, row }: Looked): boolean =>
  session.state === 'open' && row.approved && calibratable.includes(row.state);

function headBlocks({ row, names }: Looked, { locale }: View): Block[] {
  const words = one(locale);
  if (!row.approved) return [text(words.gone)];
  const none = card(locale).none;
  const rater = names(row.rater ?? row.manager ?? '');
  const changed = row.computed !== null && row.grade !== null && row.computed !== row.grade;
  return [
    text(words.head(row.score ?? none, gradeIn(row, none), rater)),
    ...(changed ? [note(words.calibrated(row.computed ?? none, row.grade ?? none))] : []),
    ...(calibratable.includes(row.state) ? [] : [note(words.released)]),
  ];
}

function scoreBlocks({ rating }: Looked, { locale }: View): Block[] {
  const words = one(locale);
  if (!rating?.computed) return [];
  const level = (n: number | undefined) => (n === undefined ? '–' : ratingWords(locale).level(n));
  return [
    {
      type: 'table',
      columns: [
        { label: words.colDimension },
        { label: words.colProposal },
        { label: words.colLevel },
        { label: words.colScore, align: 'right' },
      ],
      rows: rating.computed.dimensions.map((d) => {
        const given = rating.dimensions.find((g) => g.name === d.name);
        return [
          announce(locale).dimension(d.name),
          level(given?.proposal),
          level(given?.level),
          d.state === 'scored' ? d.shown : '–',
        ];
      }),
    },
  ];
}

function goalBlocks({ rating }: Looked, { locale }: View): Block[] {
  const words = one(locale);
  const goals = rating?.goals ?? [];
  if (goals.length === 0) return [note(words.noGoals)];
  const told = goals.flatMap((goal) => [
    words.goal(goal.title, percentWords(locale, goal.weight)),
    ...goal.keyResults.map((kr) => keyResultLine(kr, locale)),
  ]);
  return [text(words.goals), text(lines(...told))];
}

function keyResultLine(kr: Rating['goals'][number]['keyResults'][number], locale: View['locale']): Md {
  const words = one(locale);
  if (kr.exclusion) return words.leftOut(kr.title, kr.exclusion.reason);
  const percent = (text: string | undefined) =>
    text === undefined ? '–' : percentReached(locale, readExact(text));
  if (kr.before !== undefined) return words.lowered(kr.title, percent(kr.before), percent(kr.attainment));
  return words.reached(kr.title, percent(kr.attainment));
}

function hintBlocks({ hints, row, names }: Looked, { locale }: View): Block[] {
  if (hints.length === 0) return [];
  return [
    text(one(locale).hints(names(row.rater ?? ''))),
    note(lines(...hintLines(hints, locale, 'office'))),
  ];
}

/** The newest; all of them are in the audit. */
const mostTold = 12;

function historyBlocks({ history, row }: Looked, { locale }: View): Block[] {
  const words = one(locale);
  if (history.length === 0) return [note(words.noHistory)];
  const told = history.slice(-mostTold).map(({ from, to, by, at, reason, undone, rating }) => {
    if (undone) return words.changeUndone(from, to, by, at);
    if (rating !== undefined && rating !== row.version) return words.changeEarlier(from, to, by, at);
    return words.change(from, to, by, at, reason);
  });
  return [text(words.history), text(lines(...told))];
}

function noteBlocks({ notes }: Looked, { locale }: View): Block[] {
  const words = one(locale);
  if (notes.length === 0) return [];
  const told = notes
    .slice(-mostTold)
    .map((n) =>
      n.proposes ? words.proposal(n.by, n.at, n.proposes, n.text) : words.note(n.by, n.at, n.text),
    );
  return [text(words.notes), text(lines(...told))];
}

function buttonBlocks(at: Looked, { locale, now }: View): Block[] {
  const words = one(locale);
  const { session, row, overrides, may, who } = at;
  const about = { session: session._id, person: row.person };
  const seen = { ...about, ...seenOf(at) };
  const last = overrides.at(-1);
  const open = movable(at);
  return buttons([
    open &&
      may.change &&
      row.grade !== null && {
        label: words.changeButton,
        token: change.token(seen),
        style: 'primary' as const,
      },
    open && may.propose && { label: words.proposeButton, token: propose.token(seen) },
    open &&
      last !== undefined &&
      canUndo(last, who, session, now) && {
        label: words.undo,
        token: undoChange.token({ ...about, override: last._id }),
      },
    may.reexamine &&
      calibratable.includes(row.state) &&
      (row.approved || row.unrated) && {
        label: words.reexamine,
        token: reexamine.token({ cycle: session.cycle, person: row.person }),
      },
    { label: words.back, token: openList.token({ session: session._id }) },
  ]);
}
