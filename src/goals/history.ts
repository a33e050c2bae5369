/** Every number and confidence that was ever given for a key result; rows are only added. */
import { type Doc, entity } from '../core/entity.ts';
import type { Confidence } from './model.ts';

/** What was reached: a number, or for a milestone whether it is done, or the level of a qualitative key result. */
export interface Reading {
  actual?: number | undefined;
  done?: boolean | undefined;
  stretched?: boolean | undefined;
  /** 1 to 5, picked by the manager. */
  level?: number | undefined;
}

export interface ProgressRow extends Doc, Reading {
  cycle: string;
  person: string;
  goal: string;
  keyResult: string;
  confidence?: Confidence | undefined;
  note?: string | undefined;
  by: string;
  at: Date;
}

export const progress = entity<ProgressRow>('progress', {
  fields: {
    cycle: String,
    person: String,
    goal: String,
    keyResult: String,
    actual: Number,
    done: Boolean,
    stretched: Boolean,
    level: Number,
    confidence: String,
    note: String,
    by: String,
    at: Date,
  },
  indexes: [{ keys: { goal: 1, at: 1 } }, { keys: { cycle: 1, person: 1, at: 1 } }],
  sealed: { paths: ['note'], subject: (row) => row.person },
});

/** The history of one goal, the oldest first. */
export const progressOf = (goal: string): Promise<ProgressRow[]> =>
  progress.find({ goal }, { sort: { at: 1, _id: 1 } });

/** Of everything a person does in a cycle, the oldest first. */
export const progressIn = (cycle: string, person: string): Promise<ProgressRow[]> =>
  progress.find({ cycle, person }, { sort: { at: 1, _id: 1 } });
