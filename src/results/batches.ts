/**
 * A release under way: what HR wants to give out, who signed it off, how far it is. Written by HR's and the signer's own
 * presses, and by the one job that gives out; never by the people who receive.
 */
import { Any, type Doc, entity } from '../core/entity.ts';
import { flow } from '../core/flow.ts';

export const batchFlow = flow({
  /** A preview that only its maker sees. */
  preview: ['asked', 'dropped'],
  /** Lies with those who can sign it off. */
  asked: ['signed', 'declined', 'dropped'],
  declined: ['asked', 'dropped'],
  /** May be given out: by HR at once, or by each manager after the interview. */
  signed: ['giving', 'dropped'],
  giving: ['given'],
  given: [],
  dropped: [],
});
export type BatchState = (typeof batchFlow.states)[number];

export interface Batch extends Doc {
  cycle: string;
  /** Absent: everybody. */
  units?: string[] | undefined;
  state: BatchState;
  /** Who asks. */
  by: string;
  at: Date;
  askedAt?: Date | undefined;
  signedBy?: string | undefined;
  /** What was decided later than this was not signed for. */
  signedAt?: Date | undefined;
  declined?: { by: string; at: Date; reason: string } | undefined;
  /** Each manager gives out to their reports; HR to those without one. */
  byManagers: boolean;
  startedAt?: Date | undefined;
  /** People who were ready at the start. */
  of: number;
  done: number;
  /** Changed after the sign-off. */
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
    askedAt: Date,
    signedBy: String,
    signedAt: Date,
    declined: Any,
    byManagers: Boolean,
    startedAt: Date,
    of: Number,
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
