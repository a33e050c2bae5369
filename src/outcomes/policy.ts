/** Who may do what with outcomes (domain.md §15): decided from what is stored now. Nobody about themself. */
import type { Actor } from '../core/actor.ts';
import type { Sentence } from '../core/i18n.ts';
import type { Person } from '../people/model.ts';
import { isExecutive, isHr } from '../people/policy.ts';
import { say } from './messages.ts';
import type { Batch, Entry } from './model.ts';

type May<S> = (who: Actor, subject: S) => true | Sentence;

export const runs: May<unknown> = (who) => isHr(who) || ((l) => say(l).onlyHr);

const isHead = (roles: readonly string[]): boolean => roles.includes('executive') || roles.includes('hrHead');
/** Could be the second person of some batch. */
export const isSecond = (who: Actor | Person): boolean => isHead(who.roles);

/** An executive or the head of HR, never the one who submitted it. */
export const decides: May<{ batch: Batch }> = (who, { batch }) => {
  if (!isSecond(who)) return (l) => say(l).onlySecond;
  return batch.submitted?.by !== who.id || ((l) => say(l).notYourOwnBatch);
};

/** The row of who approved the others. */
export interface OwnRow {
  batch: Batch;
  /** Nobody approves an exception that they set on it. */
  entry?: Entry | undefined;
  /** Everybody who could be a second person now. */
  seconds: readonly string[];
}

/**
 * Who may approve it: another second person, who neither submitted it nor set it. Only a company that has none leaves it to
 * whoever submitted it, for else it would wait for ever.
 */
export function ownDeciders({ batch: { approved, submitted }, entry, seconds }: OwnRow): string[] {
  const free = (ids: readonly (string | undefined)[]) =>
    ids.filter((id) => id !== undefined && id !== approved?.by && id !== entry?.exceptedBy) as string[];
  const others = free(seconds.filter((id) => id !== submitted?.by));
  return others.length > 0 ? others : free([submitted?.by]);
}

export const decidesOwn: May<OwnRow> = (who, row) => {
  const { approved, submitted } = row.batch;
  if (approved?.by === who.id) return (l) => say(l).notYourOwnRow;
  if (row.entry?.exceptedBy === who.id) return (l) => say(l).notYourException;
  if (ownDeciders(row).includes(who.id)) return true;
  return submitted?.by === who.id ? (l) => say(l).notYourOwnBatch : (l) => say(l).onlySecond;
};

export const takesBack: May<{ batch: Batch }> = (who, { batch }) =>
  batch.approved?.by === who.id || batch.own?.by === who.id || ((l) => say(l).nothingToUndo);

const withSecond: readonly Batch['state'][] = ['submitted', 'returned', 'approved', 'exported'];

/** HR; executives from the moment it was submitted. */
export const readsBatch: May<{ batch: Batch }> = (who, { batch }) =>
  isHr(who) || (isExecutive(who) && withSecond.includes(batch.state)) || ((l) => say(l).onlyBatch);

/** Row by row: HR; the second persons only while it lies with them. */
export const readsRows: May<{ batch: Batch }> = (who, { batch }) =>
  isHr(who) ||
  (isSecond(who) && (batch.state === 'submitted' || (batch.state === 'approved' && !batch.settledAt))) ||
  ((l) => say(l).onlyBatch);

/** HR, for anybody but themselves. */
export const changesRow: May<{ entry: Pick<Entry, 'person'> }> = (who, { entry }) => {
  if (!isHr(who)) return (l) => say(l).onlyHr;
  return who.id !== entry.person || ((l) => say(l).notYourself);
};

/** Where the reader stands to somebody whose outcome is asked for. */
export interface Standing {
  person: string;
  unit: string;
  /** Manager and manager's manager. */
  line: readonly string[];
  /** Units of the reader, when they are a business partner. */
  partnerOf: readonly string[];
}

export const readsOutcome: May<Standing> = (who, { person, line, unit, partnerOf }) =>
  who.id === person ||
  line.includes(who.id) ||
  isHr(who) ||
  (who.roles.includes('hrbp') && partnerOf.includes(unit)) ||
  ((l) => say(l).onlyReaders);
