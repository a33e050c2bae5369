/**
 * A release under way: what HR wants to give out, who signed it off, how far it is. Written by HR's and the signer's own
 * presses, and by the one job that gives out; never by the people who receive.
 */
import { Any, type Doc, entity } from '../core/entity.ts';
import { flow } from '../core/flow.ts';
import type { Grade } from '../cycles/model.ts';

/** Why somebody's result cannot be given out yet. */
export const waits = ['rating', 'calibration', 'changed', 'released', 'gone'] as const;
export type Waits = (typeof waits)[number];

export const batchFlow = flow({
  /** A preview that only its maker sees; it can be counted anew. */
  preview: ['preview', 'asked', 'dropped'],
  /** Lies with those who can sign it off. */
  asked: ['signed', 'declined', 'dropped'],
  declined: ['preview', 'dropped'],
  /** May be given out: by HR at once, or by each manager after the interview. */
  signed: ['giving', 'dropped'],
  giving: ['given'],
  given: [],
  dropped: [],
});
export type BatchState = (typeof batchFlow.states)[number];

/** Counted page by page. Grades of those who ask or could sign are not among them: nobody reads their own in a sum. */
export interface Look {
  at: Date;
  done: boolean;
  ready: number;
  /** Of those that are counted by grade; `none` for no rating or no score. */
  grades: Partial<Record<Grade | 'none', number>>;
  /** Ready, and left out of the grades. */
  apart: number;
  /** Not ready, by what they wait for. */
  waits: Partial<Record<Waits, number>>;
  /** The first of them. */
  whoWaits: { person: string; why: Waits }[];
  /** Ready, but their manager wrote nothing; by manager. */
  wordless: { manager: string; n: number }[];
}

export interface Batch extends Doc {
  cycle: string;
  /** Absent: everybody. */
  units?: string[] | undefined;
  state: BatchState;
  /** Who asks. */
  by: string;
  at: Date;
  /** What the look found; what was decided after `look.at` is not part of it. */
  look: Look;
  askedAt?: Date | undefined;
  signedBy?: string | undefined;
  signedAt?: Date | undefined;
  declined?: { by: string; at: Date; reason: string } | undefined;
  /** Each manager gives out to their reports; HR to those without one. */
  byManagers: boolean;
  startedAt?: Date | undefined;
  done: number;
  /** Changed after the look: not signed for. */
  passed: number;
  givenAt?: Date | undefined;
}

export const batches = entity<Batch>('resultBatches', {
  fields: {
    cycle: String,
    units: { type: [String], default: undefined },
    state: String,
    by: String,
    at: Date,
    look: Any,
    askedAt: Date,
    signedBy: String,
    signedAt: Date,
    declined: Any,
    byManagers: Boolean,
    startedAt: Date,
    done: Number,
    passed: Number,
    givenAt: Date,
  },
  indexes: [{ keys: { cycle: 1, at: 1 } }, { keys: { state: 1 } }],
  sealed: { paths: ['declined.reason'], subject: (b) => b._id },
});

export const covers = ({ units }: Pick<Batch, 'units'>, unit: string): boolean =>
  units?.includes(unit) ?? true;

/** Signed ones of a cycle, the newest first: what managers may give out. */
export const signedOf = (cycle: string): Promise<Batch[]> =>
  batches.find({ cycle, state: { $in: ['signed', 'giving', 'given'] } }, { sort: { at: -1, _id: 1 } });
