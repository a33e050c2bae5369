/** Who may: decided from what is stored and from the lines as they stand now. */
import type { Actor } from '../core/actor.ts';
import type { Sentence } from '../core/i18n.ts';
import type { Person } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { say } from './messages.ts';
import { pad } from './messages-note.ts';
import { addressee, type Feedback, type Request } from './model.ts';
import type { Note } from './notes.ts';
import type { PoolDoc } from './pools.ts';

/** A policy that needs no clock. */
type May<S> = (who: Actor, subject: S) => true | Sentence;

export interface Piece {
  item: Feedback;
  /** Who leads the person now. */
  lead: string | undefined;
}

/** What carries a name is read by whoever leads the person; what was confided, by that one manager as long as they do. */
const isItsManager = (id: string, { item, lead }: Piece): boolean =>
  id === lead && id !== item.person && (item.visibility === 'named' || id === item.manager);

const isAddressee = (id: string, piece: Piece): boolean =>
  piece.item.visibility === 'manager' ? isItsManager(id, piece) : id === addressee(piece.item);

export const reader: May<Piece> = (who, piece) =>
  who.id === piece.item.from ||
  isAddressee(who.id, piece) ||
  isItsManager(who.id, piece) ||
  ((l) => say(l).onlyThese);

export const thanker: May<Piece> = (who, piece) =>
  isAddressee(who.id, piece) || ((l) => say(l).onlyAddressee);

export const talker: May<Piece> = (who, piece) =>
  who.id === piece.item.from || isAddressee(who.id, piece) || ((l) => say(l).onlyBoth);

export const asked: May<Request> = (who, r) => who.id === r.to || ((l) => say(l).onlyAsked);

export const ownPool: May<PoolDoc> = (who, pool) => who.id === pool.person || ((l) => say(l).onlyOwnPool);

export interface Whose {
  person: Person;
  /** Who leads them now. */
  lead: string | undefined;
  /** Units that the reader looks after. */
  partnerOf: readonly string[];
}

export interface NoteScene extends Whose {
  note: Note;
}

type Two = Pick<Whose, 'person' | 'lead'>;

export const isParty = (id: string, { person, lead }: Two): boolean => id === person._id || id === lead;

/** The person and their present manager: they write, see and comment. */
export const party: May<Two> = (who, scene) => isParty(who.id, scene) || ((l) => pad(l).onlyTwo);

export const author: May<NoteScene> = (who, scene) =>
  (who.id === scene.note.by && isParty(who.id, scene)) || ((l) => pad(l).onlyAuthor);

/** HR and the business partner of the unit read, too; that they did is recorded. */
export const isHrReader = (who: Actor, { person, partnerOf }: Whose): boolean =>
  who.id !== person._id && (isHr(who) || (who.roles.includes('hrbp') && partnerOf.includes(person.unit)));

export const noteReader: May<Whose> = (who, scene) =>
  isParty(who.id, scene) || isHrReader(who, scene) || ((l) => pad(l).onlyReaders(scene.person.name));
