/** What may happen to receipts, narratives and releases. Pure: the document, what is wanted, when; a new one or a refusal. */

import type { Override } from '../calibration/model.ts';
import { Refusal } from '../core/errors.ts';
import type { Locale, Sentence } from '../core/i18n.ts';
import type { Cycle, Grade, Participant } from '../cycles/model.ts';
import type { Rating } from '../ratings/index.ts';
import { type Batch, type BatchState, batchFlow, type Look, type Waits } from './batches.ts';
import { say } from './messages.ts';
import type { Receipt } from './model.ts';

const refuse = (sentence: Sentence): never => {
  throw new Refusal(sentence);
};

/** Receipt, not agreement. Who was silent may still say that they have read it. `version`: the one the button was about. */
export function acknowledge(receipt: Receipt, version: number, now: Date): Receipt {
  if (receipt.version !== version) refuse((l) => say(l).newerVersion);
  if (receipt.state === 'acknowledged') refuse((l) => say(l).alreadyRead);
  return { ...receipt, state: 'acknowledged', acknowledgedAt: now };
}

/** A comment is receipt enough. */
export function comment(receipt: Receipt, version: number, words: string, now: Date): Receipt {
  if (receipt.version !== version) refuse((l) => say(l).newerVersion);
  const read: Receipt =
    receipt.state === 'acknowledged' ? receipt : { ...receipt, state: 'acknowledged', acknowledgedAt: now };
  return { ...read, comment: words };
}

/** Five working days passed; nothing when it was read, or when there is still time. */
export function silence(receipt: Receipt, until: Date, now: Date): Receipt | undefined {
  if (receipt.state !== 'open' || now <= until) return undefined;
  return { ...receipt, state: 'silent', acknowledgedAt: now };
}

const before = ['assessing', 'rated', 'calibrated'];

/**
 * Ready: approved, and calibrated where the cycle calibrates. Who stayed without a rating is ready too: there is nothing
 * to calibrate, and the sooner they know the reason, the sooner they can appeal. `live`: their unit is in a session that
 * is not closed, as after reopening one: until two people close it, one of them could still change a grade.
 */
export function readiness(
  cycle: Pick<Cycle, 'phases'>,
  { state }: Pick<Participant, 'state'>,
  rating: Pick<Rating, 'state'> | undefined,
  live: boolean,
): 'ready' | Waits {
  if (!before.includes(state))
    return state === 'withdrawn' || state === 'not_eligible' ? 'gone' : beyond(state);
  if (!rating || (rating.state !== 'approved' && rating.state !== 'unrated')) return 'rating';
  if (state === 'assessing') return 'rating';
  if (rating.state === 'unrated') return 'ready';
  if (live) return 'calibration';
  if (state === 'calibrated') return 'ready';
  return cycle.phases.some((p) => p.phase === 'calibration') ? 'calibration' : 'ready';
}

/** Earlier than the assessment there is nothing to give out; later it has been. */
const beyond = (state: Participant['state']): Waits =>
  ['invited', 'planning', 'tracking'].includes(state) ? 'rating' : 'released';

/** Was everything that makes this result decided when the release was looked at? What came later was not signed for. */
export function signedFor(
  { signedBy, look }: Pick<Batch, 'signedBy' | 'look'>,
  rating: Pick<Rating, 'approved' | 'unrated' | 'state'>,
  override: Pick<Override, 'at'> | undefined,
): boolean {
  const decided = rating.state === 'unrated' ? rating.unrated?.at : rating.approved?.at;
  return (
    signedBy !== undefined &&
    decided !== undefined &&
    decided <= look.at &&
    (override === undefined || override.at <= look.at)
  );
}

interface Voice {
  name(id: string): string;
  moment(l: Locale, at: Date): string;
}

function to(batch: Batch, state: BatchState, voice?: Voice): Batch {
  if (batchFlow.may(batch.state, state)) return { ...batch, state };
  const { signedBy, signedAt, declined } = batch;
  if (voice && declined && batch.state === 'declined')
    refuse((l) => say(l).wasDeclined(voice.name(declined.by), voice.moment(l, declined.at)));
  if (voice && signedBy && signedAt)
    refuse((l) => say(l).wasSigned(voice.name(signedBy), voice.moment(l, signedAt)));
  return refuse((l) => say(l).movedOn);
}

export const firstLook = (at: Date): Look => ({
  at,
  done: false,
  ready: 0,
  grades: {},
  apart: 0,
  waits: {},
  whoWaits: [],
  wordless: [],
});

/** What the look finds about one person. `counted`: their grade may stand in a sum. */
export interface Found {
  person: string;
  manager: string | undefined;
  standing: 'ready' | Waits;
  grade: Grade | null;
  counted: boolean;
  worded: boolean;
}

/** Names of those who wait; the rest is a number. */
const mostNamed = 20;

const plus = <K extends string>(all: Partial<Record<K, number>>, key: K): Partial<Record<K, number>> => ({
  ...all,
  [key]: (all[key] ?? 0) + 1,
});

export function looked(look: Look, { person, manager, standing, grade, counted, worded }: Found): Look {
  if (standing !== 'ready') {
    const shows = standing !== 'released' && standing !== 'gone' && look.whoWaits.length < mostNamed;
    return {
      ...look,
      waits: plus(look.waits, standing),
      whoWaits: shows ? [...look.whoWaits, { person, why: standing }] : look.whoWaits,
    };
  }
  return {
    ...look,
    ready: look.ready + 1,
    ...(counted ? { grades: plus(look.grades, grade ?? 'none') } : { apart: look.apart + 1 }),
    wordless: worded || manager === undefined ? look.wordless : onceMore(look.wordless, manager),
  };
}

function onceMore(all: Look['wordless'], manager: string): Look['wordless'] {
  const known = all.find((w) => w.manager === manager);
  return known ? all.map((w) => (w === known ? { ...w, n: w.n + 1 } : w)) : [...all, { manager, n: 1 }];
}

/** Counted anew: what was said about the last count no longer stands. */
export function lookAgain(batch: Batch, now: Date): Batch {
  if (!batch.look.done) refuse((l) => say(l).movedOn);
  const { declined: _, askedAt: __, ...rest } = to(batch, 'preview');
  return { ...rest, look: firstLook(now) };
}

/** @throws Refusal when nobody is ready */
export function askSignature(batch: Batch, now: Date): Batch {
  const next = to(batch, 'asked');
  if (!batch.look.done || batch.look.ready === 0) refuse((l) => say(l).nobodyReady);
  return { ...next, askedAt: now };
}

export function sign(batch: Batch, by: string, now: Date, voice: Voice): Batch {
  if (by === batch.by) refuse((l) => say(l).notYourOwnAsk);
  return { ...to(batch, 'signed', voice), signedBy: by, signedAt: now };
}

export function decline(batch: Batch, by: string, reason: string, now: Date, voice: Voice): Batch {
  if (by === batch.by) refuse((l) => say(l).notYourOwnAsk);
  return { ...to(batch, 'declined', voice), declined: { by, at: now, reason } };
}

export const drop = (batch: Batch): Batch => to(batch, 'dropped');

/** @throws Refusal without a signature */
export function give(batch: Batch, now: Date): Batch {
  if (batch.signedBy === undefined || batch.signedBy === batch.by) refuse((l) => say(l).notSigned);
  return { ...to(batch, 'giving'), startedAt: now };
}

export const given = (batch: Batch, now: Date): Batch => ({ ...to(batch, 'given'), givenAt: now });
