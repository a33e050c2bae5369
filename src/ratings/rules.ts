/** Who may follow whom in the life of a rating. Pure: the rating as it was read, what is wanted, when; a new one or a refusal. */

import { Refusal } from '../core/errors.ts';
import { exact } from '../core/fraction.ts';
import type { Locale, Sentence } from '../core/i18n.ts';
import { meanOf } from './bias.ts';
import { say } from './messages.ts';
import {
  type Asked,
  type Decision,
  type Given,
  type Level,
  type Rating,
  type RatingState,
  ratingFlow,
  type UnratedReason,
} from './model.ts';

/** How people and moments are called in a refusal. */
export interface Voice {
  name(id: string): string;
  moment(l: Locale, at: Date): string;
}

export interface Act {
  by: string;
  now: Date;
  voice: Voice;
}

/** A decision can be taken back for this long. */
export const undoMs = 5 * 60_000;

const refuse = (sentence: Sentence): never => {
  throw new Refusal(sentence);
};

const without = <K extends keyof Rating>(rating: Rating, ...keys: K[]): Rating =>
  Object.fromEntries(Object.entries(rating).filter(([k]) => !keys.includes(k as K))) as unknown as Rating;

function moved(rating: Rating, to: RatingState): Rating {
  if (!ratingFlow.may(rating.state, to)) refuse((l) => say(l).movedOn);
  return { ...rating, state: to };
}

/** Can the rater still give and change levels? */
export const isOpen = ({ state }: Pick<Rating, 'state'>): boolean =>
  state === 'proposed' || state === 'returned';

/** Nobody rates or decides about themself, and nobody decides about what they gave. */
function notOwn(rating: Rating, by: string): void {
  if (by === rating.person) refuse((l) => say(l).notYourself);
}

function notTwice(rating: Rating, by: string): void {
  notOwn(rating, by);
  if (by === rating.rater) refuse((l) => say(l).notYourOwnRating);
}

function mustBeOpen(rating: Rating, act: Act): void {
  notOwn(rating, act.by);
  if (!isOpen(rating)) decided(rating, act.voice);
}

/** The other one was quicker, or it went another way: say who and when. */
function decided({ decision, state }: Rating, voice: Voice): never {
  if (state === 'unrated') refuse((l) => say(l).wasUnrated);
  if (!decision || state === 'dropped' || state === 'proposed') throw new Refusal((l) => say(l).movedOn);
  const { what, by, at } = decision;
  throw new Refusal((l) => say(l).was(what, voice.name(by), voice.moment(l, at)));
}

/** Another level than the proposed one: why, when it is more than one level off, or at an end of the scale. */
export function needsReason(level: Level, proposal: Level | undefined): boolean {
  if (level === proposal) return false;
  return level === 1 || level === 5 || (proposal !== undefined && Math.abs(level - proposal) > 1);
}

/** The levels that stand now: the rater's own, else what was proposed. */
export const standing = (given: Given): Level | undefined => given.level ?? given.proposal;

/** Dimensions that the rater has to rate: nothing was proposed, and they are not optional. */
export const unanswered = (dimensions: readonly Given[], optional: readonly string[]): Given[] =>
  dimensions.filter((d) => standing(d) === undefined && !optional.includes(d.name));

/** The rater's own levels and reasons. `proposals` as they are now. @throws Refusal beside the field whose reason is missing */
export function adjust(rating: Rating, given: readonly Given[], cites: readonly string[], act: Act): Rating {
  mustBeOpen(rating, act);
  const fields: Record<string, Sentence> = {};
  given.forEach((d, i) => {
    if (d.level !== undefined && needsReason(d.level, d.proposal) && !d.reason)
      fields[`reason_${i}`] = (l) => say(l).reasonNeeded;
  });
  if (Object.keys(fields).length > 0) throw new Refusal((l) => say(l).lookAtFields, fields);
  return { ...rating, dimensions: [...given], cites: [...cites] };
}

const decision = (what: Decision['what'], rating: Rating, { by, now }: Act, reason?: string): Decision => ({
  what,
  by,
  at: now,
  until: new Date(now.getTime() + undoMs),
  from: rating.state,
  ...(reason !== undefined && { reason }),
});

/** What is frozen with a submission: the store decides it, this file only puts it in place. */
export type Frozen = Pick<
  Rating,
  'basis' | 'goals' | 'computed' | 'final' | 'grade' | 'dimensions' | 'citedDays'
> &
  Partial<Pick<Rating, 'waiver' | 'attainment' | 'decider'>>;

/** `seen`: the version that the button was about. */
export function submit(rating: Rating, seen: number, frozen: Frozen, act: Act): Rating {
  mustBeOpen(rating, act);
  if (rating.version !== seen) refuse((l) => say(l).movedOn);
  const levels = frozen.dimensions.flatMap((d) => d.level ?? []);
  return {
    ...without(moved(rating, 'submitted'), 'waiver', 'attainment', 'own', 'decider', 'unrated'),
    ...frozen,
    ...(levels.length > 0 && { own: exact(meanOf(levels)) }),
    version: rating.version + 1,
    submittedAt: act.now,
    decision: decision('submitted', rating, act),
  };
}

function atHand(rating: Rating, seen: number, act: Act): void {
  notTwice(rating, act.by);
  if (rating.state !== 'submitted') decided(rating, act.voice);
  if (rating.version !== seen) refuse((l) => say(l).movedOn);
}

export function approve(rating: Rating, seen: number, act: Act): Rating {
  atHand(rating, seen, act);
  return {
    ...moved(rating, 'approved'),
    approved: { by: act.by, at: act.now },
    decision: decision('approved', rating, act),
  };
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);

/** Back to the rater, who has until `due` at least. */
export function sendBack(
  rating: Rating,
  seen: number,
  given: { reason: string; due: Date },
  act: Act,
): Rating {
  atHand(rating, seen, act);
  return {
    ...moved(rating, 'returned'),
    due: later(rating.due, given.due),
    decision: decision('returned', rating, act, given.reason),
  };
}

/** HR, at any time before the release. */
export function reexamine(rating: Rating, given: { reason: string; due: Date }, act: Act): Rating {
  notTwice(rating, act.by);
  if (rating.state === 'proposed' || rating.state === 'returned') refuse((l) => say(l).withRater);
  return {
    ...moved(rating, 'returned'),
    due: later(rating.due, given.due),
    decision: decision('reexamined', rating, act, given.reason),
  };
}

const stands: Record<Decision['what'], RatingState> = {
  submitted: 'submitted',
  approved: 'approved',
  returned: 'returned',
  reexamined: 'returned',
};

/** Is this still the last thing that happened, by this person, less than five minutes ago? */
export function canUndo({ decision: done, state }: Rating, by: string, now: Date): boolean {
  return done !== undefined && done.by === by && now <= done.until && state === stands[done.what];
}

/** The state before; what was submitted before stays frozen in it. @throws Refusal after five minutes, or after the next step */
export function undo(rating: Rating, at: number, act: Pick<Act, 'by' | 'now'>): Rating {
  const done = rating.decision;
  if (!done || done.at.getTime() !== at || !canUndo(rating, act.by, act.now))
    throw new Refusal((l) => say(l).tooLateToUndo);
  return { ...without(rating, 'decision'), state: done.from };
}

/** Overdue: somebody else rates, until `due`. */
export function passOn(rating: Rating, to: string, due: Date, now: Date): Rating {
  if (!isOpen(rating) || to === rating.person) throw new Refusal((l) => say(l).movedOn);
  return {
    ...without(rating, 'decision'),
    rater: to,
    due,
    passedOn: { ...(rating.rater && { from: rating.rater }), at: now },
  };
}

/** The person has a new manager, who begins anew: only that one's rating counts. What was approved stays. */
export function handOver(rating: Rating, to: string | undefined): Rating | undefined {
  if (
    rating.rater === to ||
    to === rating.person ||
    !['proposed', 'returned', 'submitted'].includes(rating.state)
  )
    return undefined;
  const blank = without(rating, 'rater', 'decider', 'named', 'decision', 'passedOn', 'submittedAt');
  return { ...blank, ...(to && { rater: to }), state: 'proposed', dimensions: [], cites: [] };
}

/** Nobody rated: the result will say so, with its reason. */
export function missed(rating: Rating, reason: UnratedReason, now: Date): Rating {
  return { ...without(moved(rating, 'unrated'), 'decision'), unrated: { reason, at: now }, waiting: [] };
}

/** Sent before, sent back since, by the one who rates now: never `unrated` in between, when somebody else may have begun. */
export const wasSent = ({
  state,
  version,
  unrated,
}: Pick<Rating, 'state' | 'version' | 'unrated'>): boolean =>
  state === 'returned' && version > 0 && unrated === undefined;

/** Did it pass on after it was sent? Then who has it now gave nothing of it. */
const passedSince = ({ passedOn, submittedAt }: Rating): boolean =>
  passedOn !== undefined && submittedAt !== undefined && passedOn.at > submittedAt;

/** Who was silent after it: the one who sent it, as it stands again. */
export const senderOf = (rating: Rating): Rating => {
  if (!passedSince(rating)) return rating;
  const { from } = rating.passedOn ?? {};
  return { ...without(rating, 'passedOn', 'rater'), ...(from !== undefined && { rater: from }) };
};

/** Silence after it came back: what was sent stands, with the levels it was sent with, and is decided about again. */
export function standsAgain(rating: Rating, decider: string | undefined, now: Date): Rating {
  const sent = rating.basis?.participant.answers ?? {};
  const dimensions = rating.dimensions.map(({ level: _, ...d }) => {
    const level = Object.hasOwn(sent, d.name) ? sent[d.name]?.manager?.[0] : undefined;
    return { ...d, ...(level !== undefined && { level: level as Level }) };
  });
  return {
    ...without(moved(senderOf(rating), 'submitted'), 'decision', 'decider', 'named'),
    ...(decider !== undefined && { decider }),
    dimensions,
    submittedAt: now,
  };
}

export function dropped(rating: Rating): Rating {
  return rating.state === 'dropped' ? rating : { ...moved(rating, 'dropped'), waiting: [] };
}

export function ask(rating: Rating, question: Omit<Asked, 'answer'>, act: Act): Rating {
  mustBeOpen(rating, act);
  const same = ({ whom, text, answer: given }: Asked) =>
    !given && whom === question.whom && text === question.text;
  if (rating.asked.some(same)) refuse((l) => say(l).askedBefore);
  const waiting = [...new Set([...rating.waiting, ...question.to])].sort();
  return { ...rating, asked: [...rating.asked, question], waiting };
}

/** The first answer holds. */
export function answer(rating: Rating, id: string, text: string, act: Act): Rating {
  const question = rating.asked.find((q) => q.id === id);
  if (!question) throw new Refusal((l) => say(l).movedOn);
  const before = question.answer;
  if (before) refuse((l) => say(l).wasAnswered(act.voice.name(before.by), act.voice.moment(l, before.at)));
  if (rating.state === 'approved' || rating.state === 'unrated') refuse((l) => say(l).movedOn);
  const asked = rating.asked.map((q) =>
    q.id === id ? { ...q, answer: { text, by: act.by, at: act.now } } : q,
  );
  const open = asked.filter((q) => !q.answer).flatMap((q) => q.to);
  return { ...rating, asked, waiting: [...new Set(open)].sort() };
}
