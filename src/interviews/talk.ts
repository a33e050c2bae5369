/** One conversation as one of the two sees it: what its cards are drawn from. */
import type { Day } from '../core/calendar.ts';
import type { Interview, Side } from './model.ts';
import type { Slot } from './times.ts';

export interface Who {
  id: string;
  name: string;
  zone: string;
}

/** Whom a time does not suit: by the clock there, or because the day is off. */
export interface Odd {
  who: Who;
  off: boolean;
}

export interface Talk {
  interview: Interview;
  cycle: string;
  /** Of the reader. */
  side: Side;
  person: Who;
  manager: Who;
  due: Day;
  slots: readonly Slot[];
  /** About the time that is proposed. */
  odd: readonly Odd[];
  /** Nobody leads the person just now. */
  alone: boolean;
}

export const talkKey = ({ _id, round }: Pick<Interview, '_id' | 'round'>): string =>
  `interviews.talk:${_id}:${round}`;

export const theirs = ({ cycle, person }: Pick<Interview, 'cycle' | 'person'>) => ({ cycle, person });
export const seenOf = (i: Interview) => ({ ...theirs(i), round: i.round, seen: i.edition });
export const other = (t: Talk): Who => (t.side === 'person' ? t.manager : t.person);
