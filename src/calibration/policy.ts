/** Who may do what in a session: from the stored session, the lines and the roles of now. Nobody with their own row. */
import type { Actor, Policy } from '../core/actor.ts';
import type { Sentence } from '../core/i18n.ts';
import { isHr } from '../people/policy.ts';
import { isHidden, type Reader } from '../ratings/seen.ts';
import { say } from './messages.ts';
import type { Session } from './model.ts';
import type { Row } from './rows.ts';

type May<S> = (who: Actor, subject: S) => true | Sentence;

export const member: May<{ session: Session }> = (who, { session }) =>
  session.members.includes(who.id) || ((l) => say(l).onlyMembers);

/** HR, among the members. */
export const officer: May<{ session: Session }> = (who, at) =>
  (isHr(who) && member(who, at)) || ((l) => say(l).onlyOfficer);

/** HR or head, among the members. */
export const closer: May<{ session: Session }> = (who, { session }) =>
  (session.members.includes(who.id) && (isHr(who) || session.heads.some((h) => h.person === who.id))) ||
  ((l) => say(l).onlyClosers);

export const opensSessions: Policy<unknown> = (who) => isHr(who) || ((l) => say(l).onlyHr);

/** One row and how the reader stands to it. */
export interface Stand {
  session: Session;
  row: Row;
  reader: Reader;
  /** Units that the reader looks after as HR partner. */
  partnerOf: readonly string[];
  /** Everybody above the person of the row. */
  line: ReadonlySet<string>;
}

const isManager = (who: Actor, { row }: Stand): boolean => who.id === row.manager || who.id === row.rater;

const isPartner = (who: Actor, { row, partnerOf }: Stand): boolean =>
  who.roles.includes('hrbp') && partnerOf.includes(row.unit);

const isHead = (who: Actor, { session, row }: Stand): boolean =>
  session.heads.some((h) => h.person === who.id && h.units.includes(row.unit));

/** The list is for all members; a row is opened by HR, the unit's partner and head, and the line above the person. */
export const reads: May<Stand> = (who, at) => {
  if (member(who, at) !== true) return (l) => say(l).onlyMembers;
  if (isHidden(at.reader, at.row.person)) return (l) => say(l).notThisRow;
  const near = isManager(who, at) || isPartner(who, at) || isHead(who, at) || at.line.has(who.id);
  return near || isHr(who) || ((l) => say(l).onlyNear);
};

/** Never the one who rated, whatever else they are: they propose. */
export const changes: May<Stand> = (who, at) => {
  const may = reads(who, at);
  if (may !== true) return may;
  return !isManager(who, at) || ((l) => say(l).ownReport);
};

export const proposes: May<Stand> = (who, at) => {
  const may = reads(who, at);
  if (may !== true) return may;
  return isManager(who, at) || ((l) => say(l).onlyManagerProposes);
};
