/** What may happen to a session and to a grade: `(document, command, now) → document`, or a Refusal that says why not. Pure. */
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import type { Grade, ParticipantState } from '../cycles/model.ts';
import { say } from './messages.ts';
import type { Head, Override, Session } from './model.ts';
import type { Row } from './rows.ts';

export const shortestReason = 20;
/** A change can be taken back for this long. */
export const undoMs = 5 * 60_000;

const refuse = (sentence: Sentence, field?: string): never => {
  throw new Refusal(sentence, field === undefined ? {} : { [field]: sentence });
};

/** Who plays which part when it is closed. */
export interface Parts {
  /** Members who are HR now. */
  hr: readonly string[];
  heads: readonly Head[];
}

const leads = (heads: readonly Head[], unit: string, person: string): boolean =>
  heads.some((h) => h.person === person && h.units.includes(unit));

/** One of HR and, for every unit, its head: another person. Whoever is both counts once. */
export function isSettled(
  units: readonly string[],
  signed: readonly string[],
  { hr, heads }: Parts,
): boolean {
  return signed.some(
    (office) =>
      hr.includes(office) &&
      units.every((unit) => signed.some((head) => head !== office && leads(heads, unit, head))),
  );
}

/** Could these people close it at all? */
export const canSettle = (units: readonly string[], parts: Parts): boolean =>
  isSettled(units, [...parts.hr, ...parts.heads.map((h) => h.person)], parts);

export const maySign = (person: string, { hr, heads }: Parts): boolean =>
  hr.includes(person) || heads.some((h) => h.person === person);

type Opening = Pick<Session, '_id' | 'cycle' | 'units' | 'members' | 'heads' | 'by' | 'at'>;

/** @throws Refusal when no two different people could close it */
export function opened(given: Opening, hr: readonly string[]): Omit<Session, 'rev'> {
  const { units, heads } = given;
  if (units.length === 0) refuse((l) => say(l).chooseUnit, 'units');
  if (!canSettle(units, { hr, heads })) refuse((l) => say(l).needsTwo, 'heads');
  const members = [...new Set([...given.members, ...heads.map((h) => h.person), given.by])].sort();
  return { ...given, units: [...units].sort(), members, state: 'open', live: true, signs: [], reopened: [] };
}

export function mustBeOpen({ state }: Pick<Session, 'state'>): void {
  if (state === 'closing') refuse((l) => say(l).isClosing);
  if (state === 'closed') refuse((l) => say(l).isClosed);
}

/** Others may join, other heads close; nobody is sent away who has read along. */
export function joined(
  session: Session,
  given: Pick<Session, 'members' | 'heads'>,
  hr: readonly string[],
): Session {
  mustBeOpen(session);
  const { units } = session;
  const { heads } = given;
  if (!canSettle(units, { hr, heads })) refuse((l) => say(l).needsTwo, 'heads');
  const members = [...session.members, ...given.members, ...heads.map((h) => h.person)];
  return { ...session, members: [...new Set(members)].sort(), heads, signs: [] };
}

/** Presses [Close]; with the last of those who have to, it is closing. */
export function sign(session: Session, by: string, parts: Parts, now: Date): Session {
  mustBeOpen(session);
  if (session.signs.some((s) => s.by === by)) refuse((l) => say(l).signedAlready);
  const signs = [...session.signs, { by, at: now }];
  const done = isSettled(
    session.units,
    signs.map((s) => s.by),
    parts,
  );
  return { ...session, signs, ...(done && { state: 'closing' as const, moved: 0 }) };
}

export function unsign(session: Session, by: string): Session {
  mustBeOpen(session);
  if (!session.signs.some((s) => s.by === by)) refuse((l) => say(l).notSigned);
  return { ...session, signs: session.signs.filter((s) => s.by !== by) };
}

/** Whoever agreed to close agreed to how it was then. */
export const unsettled = (session: Session): Session | undefined =>
  session.state === 'open' && session.signs.length > 0 ? { ...session, signs: [] } : undefined;

/** @throws Error: the job looks first */
export function closed(session: Session, now: Date): Session {
  if (session.state !== 'closing') throw new Error(`${session._id} is not closing`);
  return { ...session, state: 'closed', live: false, closedAt: now };
}

/** `released`: people of its units who know their result; `busy`: units that are in another session by now. */
export function reopened(
  session: Session,
  given: { by: string; reason: string; released: number; busy: number },
  now: Date,
): Session {
  const { by, reason, released, busy } = given;
  if (session.state !== 'closed') refuse((l) => say(l).notClosed);
  if (released > 0) refuse((l) => say(l).resultsOut(released));
  if (busy > 0) refuse((l) => say(l).elsewhere);
  const { closedAt: _, moved: __, ...rest } = session;
  const again = { by, at: now, reason };
  return { ...rest, state: 'open', live: true, signs: [], reopened: [...session.reopened, again] };
}

/** States in which a grade can still be calibrated. */
export const calibratable: readonly ParticipantState[] = ['rated', 'calibrated'];

/** What a change was decided about: the version of the rating and the last override. */
export interface Seen {
  version: number;
  last: string;
}

export interface Case {
  session: Session;
  row: Row;
  /** Those that hold, the last one last. */
  overrides: readonly Override[];
}

export const seenOf = ({ row, overrides }: Pick<Case, 'row' | 'overrides'>): Seen => ({
  version: row.version,
  last: overrides.at(-1)?._id ?? '',
});

/** @throws Refusal when it is not how the reader saw it */
export function mustBeAsSeen(at: Case, seen: Seen, name: (id: string) => string): void {
  mustBeOpen(at.session);
  if (!at.row.approved || !calibratable.includes(at.row.state)) refuse((l) => say(l).rowGone);
  const last = at.overrides.at(-1);
  if (last && last._id !== seen.last) refuse((l) => say(l).changedBy(name(last.by)));
  if (at.row.version !== seen.version || (last?._id ?? '') !== seen.last) refuse((l) => say(l).movedOn);
}

const lengthOf = (text: string): number => [...text.replace(/\s+/g, ' ').trim()].length;

/** The grade that holds from now on; the score stays. */
export function override(
  at: Case,
  given: { id: string; to: Grade; reason: string; by: string },
  now: Date,
): Omit<Override, 'rev'> {
  const { row, session } = at;
  const { id, to, reason, by } = given;
  const from = row.grade;
  if (from === null) throw new Refusal((l) => say(l).noGrade);
  if (from === to) refuse((l) => say(l).sameGrade(to), 'grade');
  if (lengthOf(reason) < shortestReason) refuse((l) => say(l).reasonShort(shortestReason), 'reason');
  const { cycle, _id } = session;
  return {
    _id: id,
    cycle,
    person: row.person,
    session: _id,
    from,
    to,
    reason,
    by,
    at: now,
    rating: row.version,
  };
}

/** Still the last word on this person, by the one who said it, and less than five minutes old? */
export const canUndo = (last: Override | undefined, by: string, session: Session, now: Date): boolean =>
  last !== undefined &&
  last.by === by &&
  last.session === session._id &&
  session.state === 'open' &&
  now.getTime() <= last.at.getTime() + undoMs;

export function undone(at: Case, id: string, by: string, now: Date): Override {
  const last = at.overrides.at(-1);
  if (!last || last._id !== id || !canUndo(last, by, at.session, now))
    throw new Refusal((l) => say(l).tooLateToUndo);
  return { ...last, undone: now };
}
