/** The card of the manager's manager: one team, a decision a row; and one rating looked at closely. Pure. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { type Locale, listWords } from '../core/i18n.ts';
import { lines, type Md } from '../core/md.ts';
import { announce } from '../cycles/messages-announce.ts';
import type { Cycle } from '../cycles/model.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import {
  approveAll,
  approveRating,
  lookCloser,
  nameDecider,
  reexamine,
  returnRating,
  undoDecision,
} from './actions.ts';
import { colleagueBlocks } from './cards-views.ts';
import type { Pack } from './inputs.ts';
import { say } from './messages.ts';
import { office } from './messages-office.ts';
import { pack } from './messages-pack.ts';
import { team } from './messages-team.ts';
import type { Rating } from './model.ts';
import { canUndo } from './rules.ts';

export interface Decisions {
  cycle: Cycle;
  rater: string;
  decider: string;
  /** Waiting ones first by name, then decided ones. */
  rows: { rating: Rating; name: string }[];
  /** The decider stands in for a missing manager's manager and can pass it on. */
  mayName: boolean;
  names(id: string): string;
}

export const decideKey = (cycle: string, rater: string): string => `ratings.decide:${cycle}:${rater}`;
export const closerKey = (cycle: string, person: string): string => `ratings.closer:${cycle}:${person}`;

/** Each has a text and two buttons: more do not fit on one card of every platform; the next follow when these are decided. */
const mostRows = 8;

const about = ({ cycle, person }: Rating) => ({ cycle, person });

export const decideCard =
  (at: Decisions): Draw =>
  (view) => {
    const words = team(view.locale);
    const waiting = at.rows.filter((r) => r.rating.state === 'submitted');
    const shown = waiting.slice(0, mostRows);
    return {
      title: words.decideTitle(at.names(at.rater), at.cycle.name),
      blocks: [
        text(waiting.length === 0 ? words.nothingWaits : words.decideAbout(waiting.length)),
        ...allButton(at, waiting, view),
        ...shown.flatMap((r) => waitingRow(r, at, view)),
        ...(waiting.length > shown.length ? [note(words.more(waiting.length - shown.length))] : []),
        ...decidedBlocks(at, view),
      ],
    };
  };

function allButton(at: Decisions, waiting: Decisions['rows'], { locale, now }: View): Block[] {
  const words = team(locale);
  if (waiting.length < 2) return [];
  const names = listWords(
    locale,
    waiting.map((r) => r.name),
  );
  return buttons([
    {
      label: words.approveAll(waiting.length),
      token: approveAll.token({ cycle: at.cycle._id, rater: at.rater, until: now.getTime() }),
      style: 'primary',
      confirm: words.approveAllSure(names),
    },
  ]);
}

function waitingRow({ rating, name }: Decisions['rows'][number], at: Decisions, { locale }: View): Block[] {
  const words = team(locale);
  const seen = { ...about(rating), seen: rating.version };
  const naming: Button = { label: words.nameOther, token: nameDecider.token(about(rating)) };
  return [
    text(
      lines(
        words.row(name, levelsIn(rating, locale), resultIn(rating, locale)),
        ...reasonsIn(rating, locale),
      ),
    ),
    ...buttons([
      { label: words.approve, token: approveRating.token(seen), style: 'primary' },
      { label: words.giveBack, token: returnRating.token(seen) },
      { label: words.closer, token: lookCloser.token(about(rating)) },
      at.mayName && naming,
    ]),
  ];
}

/** "results 4 · competencies 3 (proposed 4)" */
export function levelsIn({ dimensions }: Rating, locale: Locale): string {
  const words = team(locale);
  return dimensions
    .flatMap(({ name, level, proposal }) => {
      if (level === undefined) return [];
      const dimension = announce(locale).dimension(name);
      return proposal === undefined || proposal === level
        ? words.levelPart(dimension, String(level))
        : words.levelAgainst(dimension, String(level), String(proposal));
    })
    .join(' · ');
}

export function resultIn({ final, grade }: Rating, locale: Locale): string {
  const words = team(locale);
  return final && grade ? words.result(final, grade) : words.noResult;
}

const reasonsIn = ({ dimensions }: Rating, locale: Locale): Md[] =>
  dimensions.flatMap(({ name, reason }) =>
    reason === undefined ? [] : team(locale).why(announce(locale).dimension(name), reason),
  );

function decidedBlocks({ rows, decider }: Decisions, { locale, now }: View): Block[] {
  const words = team(locale);
  const decided = rows.filter((r) => r.rating.state !== 'submitted');
  if (decided.length === 0) return [];
  const undoable = decided.filter((r) => canUndo(r.rating, decider, now));
  return [
    { type: 'divider' },
    text(words.decided),
    {
      type: 'table',
      columns: [{ label: words.colName }, { label: words.colResult }, { label: words.colState }],
      rows: decided.map(({ rating, name }) => [
        name,
        resultIn(rating, locale),
        say(locale).state(rating.state),
      ]),
    },
    ...buttons(
      undoable.map(({ rating, name }) => ({
        label: words.undoFor(name),
        token: undoDecision.token({ ...about(rating), at: rating.decision?.at.getTime() ?? 0 }),
      })),
    ),
  ];
}

export interface Closer {
  cycle: Cycle;
  rating: Rating;
  name: string;
  release?: Pack['release'];
  reader: string;
  /** What the reader may do. */
  may: 'decide' | 'reexamine' | 'read';
  names(id: string): string;
}

/** One rating as it was sent: levels with reasons, how it counted, what colleagues say. No check-ins, no notes. */
export const closerCard =
  (at: Closer): Draw =>
  (view) => {
    const { rating, name, cycle, names } = at;
    const words = office(view.locale);
    return {
      title: words.closerTitle(name, cycle.name),
      blocks: [
        text(
          words.closerState(
            say(view.locale).state(rating.state),
            rating.rater ? names(rating.rater) : undefined,
          ),
        ),
        ...(rating.version > 0 ? sentBlocks(rating, view) : []),
        ...colleagueBlocks(at, view),
        ...closerButtons(at, view),
      ],
    };
  };

function sentBlocks(rating: Rating, { locale }: View): Block[] {
  const words = office(locale);
  const reasons = reasonsIn(rating, locale);
  const level = (n: number | undefined) => (n === undefined ? '–' : say(locale).level(n));
  return [
    {
      type: 'table',
      columns: [
        { label: pack(locale).colDimension },
        { label: pack(locale).colProposal },
        { label: words.colLevel },
        { label: words.colScore, align: 'right' },
      ],
      rows: (rating.computed?.dimensions ?? []).map((d) => {
        const given = rating.dimensions.find((g) => g.name === d.name);
        return [
          announce(locale).dimension(d.name),
          level(given?.proposal),
          level(given?.level),
          d.state === 'scored' ? d.shown : '–',
        ];
      }),
    },
    ...(reasons.length > 0 ? [note(lines(...reasons))] : []),
    text(words.result(resultIn(rating, locale), String(rating.version))),
    ...goalNotes(rating, locale),
  ];
}

function goalNotes({ goals, waiver }: Rating, locale: Locale): Block[] {
  const words = office(locale);
  const left = goals.flatMap((g) =>
    g.keyResults.flatMap((kr) => (kr.exclusion ? [words.leftOut(kr.title, kr.exclusion.reason)] : [])),
  );
  return [
    ...(left.length > 0 ? [note(lines(...left))] : []),
    ...(waiver ? [note(words.waived(waiver.reason))] : []),
  ];
}

function closerButtons({ rating, may, reader }: Closer, { locale, now }: View): Block[] {
  const seen = { ...about(rating), seen: rating.version };
  if (canUndo(rating, reader, now)) {
    const token = undoDecision.token({ ...about(rating), at: rating.decision?.at.getTime() ?? 0 });
    return buttons([{ label: team(locale).undo, token }]);
  }
  if (may === 'decide' && rating.state === 'submitted')
    return buttons([
      { label: team(locale).approve, token: approveRating.token(seen), style: 'primary' },
      { label: team(locale).giveBack, token: returnRating.token(seen) },
    ]);
  const back = may === 'reexamine' && ['submitted', 'approved', 'unrated'].includes(rating.state);
  return back ? buttons([{ label: office(locale).reexamine, token: reexamine.token(about(rating)) }]) : [];
}
