/** Dated facts about somebody's work, that the person and their manager both see. What one of them has not seen never counts. */
import type { Day } from '../core/calendar.ts';
import { Any, type Doc, entity } from '../core/entity.ts';
import type { Remark } from './model.ts';

export interface Note extends Doc {
  /** Whose work it is about. */
  person: string;
  by: string;
  /** When it happened. */
  day: Day;
  at: Date;
  what: string;
  effect?: string | undefined;
  link?: string | undefined;
  seenBy: { by: string; at: Date }[];
  /** Of the person and their manager those who have not seen it. */
  unseen: string[];
  remarks: Remark[];
}

export const notes = entity<Note>('feedbackNotes', {
  fields: {
    person: String,
    by: String,
    day: String,
    at: Date,
    what: String,
    effect: String,
    link: String,
    seenBy: Any,
    unseen: [String],
    remarks: Any,
  },
  sealed: { paths: ['what', 'effect', 'link', 'remarks.*.text'], subject: (n) => n.person },
  indexes: [
    { keys: { person: 1, day: -1, at: -1, _id: -1 } },
    { keys: { by: 1, at: -1 } },
    { keys: { unseen: 1, at: 1 } },
  ],
});

export const latestFirst = { day: -1, at: -1, _id: -1 } as const;

export const unseenBy = (person: string): Promise<Note[]> =>
  notes.find({ unseen: person }, { sort: { at: 1 } });
