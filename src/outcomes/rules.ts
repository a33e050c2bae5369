/** What may happen to a batch and its rows: `(document, command, now) → document`, or a Refusal that says why not. */
import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../core/errors.ts';
import type { Locale, Sentence } from '../core/i18n.ts';
import { say as core } from '../core/messages.ts';
import type { Cycle, CycleState } from '../cycles/model.ts';
import { say } from './messages.ts';
import {
  type Approval,
  type Batch,
  type BatchState,
  batchFlow,
  type Entry,
  type Exception,
} from './model.ts';
import { summed } from './reward.ts';

export interface Act {
  by: string;
  now: Date;
  voice: { name(id: string): string; moment(l: Locale, at: Date): string };
}

export const undoMs = 5 * 60_000;

const refuse = (sentence: Sentence): never => {
  throw new Refusal(sentence);
};

/** Somebody was faster: who, what, when. */
function to(batch: Batch, state: BatchState, { voice }: Pick<Act, 'voice'>): Batch {
  if (batchFlow.may(batch.state, state)) return { ...batch, state };
  const { approved, returned, submitted } = batch;
  const told = (of: { by: string; at: Date }, words: 'wasApproved' | 'wasReturned' | 'wasSubmitted') =>
    refuse((l) => say(l)[words](voice.name(of.by), voice.moment(l, of.at)));
  if (approved) told(approved, 'wasApproved');
  if (returned && batch.state === 'returned') told(returned, 'wasReturned');
  if (submitted && batch.state === 'submitted') told(submitted, 'wasSubmitted');
  return refuse((l) => say(l).isNow(batch.state));
}

const asSeen = (batch: Batch, seen: number): Batch =>
  batch.version === seen ? batch : refuse((l) => core(l).changed);

/** Somebody may appeal after the close when their result came late: what that changes is still to be paid. */
const taking: Readonly<Record<Batch['kind'], readonly CycleState[]>> = {
  base: ['running', 'closing'],
  delta: ['running', 'closing', 'closed'],
};

/** @throws Refusal while a batch of this kind may not go on */
export function takes({ state, opened }: Pick<Cycle, 'state' | 'opened'>, kind: Batch['kind']): void {
  if (!taking[kind].includes(state)) refuse((l) => say(l).cycleNotRunning);
  if (!opened.includes('outcomes')) refuse((l) => say(l).notOpenYet);
}

export const made = (batch: Batch): Batch => ({ ...batch, state: 'draft' });

/** @throws Refusal when there is nobody in it, or it changed since it was seen */
export function submit(batch: Batch, seen: number, rows: number, act: Act): Batch {
  const next = to(batch, 'submitted', act);
  asSeen(batch, seen);
  if (rows === 0) refuse((l) => say(l).emptyBatch);
  return { ...next, submitted: { by: act.by, at: act.now } };
}

/** Rows of who decides: whether they have one of their own in here, and whether they decided about a row themselves. */
export interface Bound {
  ownRow: boolean;
  excepted: boolean;
}

const until = ({ by, now }: Act): Approval => ({ by, at: now, until: new Date(now.getTime() + undoMs) });

/** Everything but the own row of who approves. */
export function approve(batch: Batch, seen: number, { ownRow, excepted }: Bound, act: Act): Batch {
  const next = to(batch, 'approved', act);
  asSeen(batch, seen);
  if (batch.submitted?.by === act.by) refuse((l) => say(l).notYourOwnBatch);
  if (excepted) refuse((l) => say(l).notYourException);
  return { ...next, approved: until(act), ownRow };
}

export function sendBack(batch: Batch, seen: number, reason: string, act: Act): Batch {
  const next = to(batch, 'returned', act);
  asSeen(batch, seen);
  if (batch.submitted?.by === act.by) refuse((l) => say(l).notYourOwnBatch);
  return { ...next, returned: { by: act.by, at: act.now, reason } };
}

/** The row of who approved the others. */
export function approveOwn(batch: Batch, exceptedBy: string | undefined, act: Act): Batch {
  const { approved, ownRow, own } = batch;
  if (!approved || !ownRow) return refuse((l) => say(l).noOwnRow);
  if (own) refuse((l) => say(l).wasApproved(act.voice.name(own.by), act.voice.moment(l, own.at)));
  if (approved.by === act.by) refuse((l) => say(l).notYourOwnRow);
  if (exceptedBy === act.by) refuse((l) => say(l).notYourException);
  return { ...batch, own: until(act) };
}

function mayTakeBack(of: Approval | undefined, at: number, { by, now }: Act): void {
  if (!of || of.at.getTime() !== at || of.by !== by) refuse((l) => say(l).nothingToUndo);
  else if (now > of.until) refuse((l) => say(l).tooLateToUndo);
}

/** Of one's own approval, for five minutes. `at`: when it was given. */
export function undo(batch: Batch, at: number, act: Act): Batch {
  if (batch.own?.by === act.by && batch.own.at.getTime() === at) {
    mayTakeBack(batch.own, at, act);
    const { own: _, ...rest } = batch;
    return rest;
  }
  mayTakeBack(batch.approved, at, act);
  if (batch.settledAt) refuse((l) => say(l).tooLateToUndo);
  return unapproved(to(batch, 'submitted', act));
}

function unapproved(batch: Batch): Batch {
  const { approved: _, ownRow: __, own: ___, ...rest } = batch;
  return rest;
}

/** A row in it changed by itself: whoever had seen it has to look again. */
export function reopened(batch: Batch): Batch {
  const again = batch.state === 'making' ? batch : { ...unapproved(batch), state: 'draft' as const };
  return { ...again, version: batch.version + 1 };
}

export function settled(batch: Batch, held: number, now: Date): Batch {
  return { ...batch, settledAt: now, ...(held > 0 && { held }) };
}

export const drop = (batch: Batch, seen: number, act: Act): Batch => {
  const next = to(batch, 'dropped', act);
  asSeen(batch, seen);
  return batch.kind === 'delta' ? refuse((l) => say(l).deltaStays) : next;
};

/** Again as often as wanted: rows that were held back come with the next one. */
export function exported(batch: Batch, rows: number, { by, now }: Act): Batch {
  if (batch.state === 'approved' && !batch.settledAt) refuse((l) => say(l).notYetHolds);
  if (batch.state !== 'approved' && batch.state !== 'exported') refuse((l) => say(l).isNow(batch.state));
  if (rows === 0) refuse((l) => say(l).emptyBatch);
  return { ...batch, state: 'exported', exported: { by, at: now, rows } };
}

function changeable(batch: Batch, entry: Entry, { by, voice }: Act): void {
  if (entry.person === by) refuse((l) => say(l).notYourself);
  const { submitted } = batch;
  if (batch.state === 'submitted' && submitted)
    refuse((l) => say(l).wasSubmitted(voice.name(submitted.by), voice.moment(l, submitted.at)));
  if (batch.state !== 'draft' && batch.state !== 'returned') refuse((l) => say(l).isNow(batch.state));
}

/** Another coefficient, raise or say on the promotion; what is not given stays as the rules have it. */
export type Wanted = Pick<Exception, 'coefficient' | 'raise' | 'promotion' | 'reason'>;

export function except(batch: Batch, entry: Entry, wanted: Wanted, act: Act): Entry {
  changeable(batch, entry, act);
  const { coefficient, raise, promotion, reason } = wanted;
  if (coefficient === undefined && raise === undefined && promotion === undefined)
    throw new Refusal((l) => say(l).nothingGiven, { coefficient: (l) => say(l).nothingGiven });
  const exception: Exception = {
    ...(coefficient !== undefined && { coefficient }),
    ...(raise !== undefined && { raise }),
    ...(promotion !== undefined && { promotion }),
    reason,
    by: act.by,
    at: act.now,
  };
  // Said again, it is the same row: a batch that somebody looks at does not change under them.
  const { at: _, ...before } = entry.exception ?? { at: undefined };
  const { at: __, ...now } = exception;
  if (isDeepStrictEqual(before, now)) return entry;
  return summed({ ...entry, exception, exceptedBy: act.by });
}

export function asRules(batch: Batch, entry: Entry, act: Act): Entry {
  changeable(batch, entry, act);
  if (!entry.exception) refuse((l) => say(l).noException);
  return unexcepted(entry);
}

export function unexcepted(entry: Entry): Entry {
  const { exception: _, exceptedBy: __, ...rest } = entry;
  return summed(rest);
}

/** The result changed before anybody approved: by the rules again. What HR had decided was about another result. */
export function recomputed(entry: Entry, now: Pick<Entry, 'version' | 'grade' | 'rule' | 'months'>): Entry {
  return summed({ ...unexcepted(entry), ...now });
}
