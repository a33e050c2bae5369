/**
 * Who is asked about whom, and what they have written so far. Who gave and whom it is about never stand beside each other
 * in the clear: an assignment names its giver and keeps the subject sealed under the giver's key; a nomination names the
 * subject and keeps the reviewers sealed under the subject's. Neither carries a time. A draft belongs to the giver until
 * the lock; then a job turns it into an answer without a giver (model-answers.ts), and the draft is gone.
 */
import { Any, type Doc, entity } from '../core/entity.ts';
import { flow } from '../core/flow.ts';
import type { Group } from './aggregate.ts';

export const nominationFlow = flow({
  open: ['proposed', 'approved'],
  /** Sent to the manager. */
  proposed: ['approved'],
  approved: [],
  /** Nobody is asked: the scheme has no colleagues as a source, or there are too few people. */
  none: [],
});
export type NominationState = (typeof nominationFlow.states)[number];

export interface Reviewer {
  person: string;
  group: Group;
  /** `rule`: reports, from the frozen reporting lines. */
  by: 'self' | 'lead' | 'rule';
  /** The assignment, once they have been asked. */
  assignment?: string;
  /** `open`: somebody else is needed. Who declined stays in the list, so that nobody asks them again. */
  declined?: 'open' | 'settled';
}

export interface Nomination extends Doc {
  /** `<cycle>:<person>` */
  _id: string;
  cycle: string;
  person: string;
  state: NominationState;
  reviewers: Reviewer[];
  proposedAt?: Date;
  /** `system` when the date had come. */
  approved?: { by: string; at: Date };
  /** The answers were moved and the release is frozen. */
  released: boolean;
}

export const nominations = entity<Nomination>('nominations', {
  fields: {
    cycle: String,
    person: String,
    state: String,
    reviewers: Any,
    proposedAt: Date,
    approved: Any,
    released: Boolean,
  },
  sealed: { paths: ['reviewers.*.person', 'reviewers.*.assignment'], subject: (n) => n.person },
  indexes: [
    { keys: { cycle: 1, state: 1 } },
    { keys: { cycle: 1, released: 1, _id: 1 } },
    { keys: { person: 1 } },
  ],
});

export const declineReasons = ['little', 'conflict', 'load', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const assignmentFlow = flow({
  open: ['sent', 'declined', 'closed'],
  /** May be changed, taken back or declined until the lock. */
  sent: ['open', 'declined', 'closed'],
  declined: [],
  /** Not needed any more. */
  closed: [],
});
export type AssignmentState = (typeof assignmentFlow.states)[number];

export interface Assignment extends Doc {
  giver: string;
  cycle: string;
  /** Sealed, under the giver's key. */
  subject: string;
  /** Sealed, too: of a report it would say who the subject is. */
  group: Group;
  state: AssignmentState;
  /** Sent in the days of grace. */
  late?: true;
  reason?: DeclineReason;
  note?: string;
  /** The one who nominated has not heard of the decline. */
  untold?: true;
  /** The giver's cards do not show how it stands. */
  fresh?: true;
  /** The lock has passed. */
  over?: true;
  /** HR took out a comment about this subject before it was read; whose it was nobody knows. */
  redacted?: true;
}

export const assignments = entity<Assignment>('assignments', {
  fields: {
    giver: String,
    cycle: String,
    subject: String,
    group: String,
    state: String,
    late: Boolean,
    reason: String,
    note: String,
    untold: Boolean,
    fresh: Boolean,
    over: Boolean,
    redacted: Boolean,
  },
  sealed: { paths: ['subject', 'group', 'note'], subject: (a) => a.giver },
  indexes: [
    { keys: { giver: 1, cycle: 1 } },
    { keys: { cycle: 1, state: 1, reason: 1 } },
    { keys: { cycle: 1, fresh: 1, giver: 1 }, where: { fresh: true } },
    { keys: { cycle: 1, untold: 1, _id: 1 }, where: { untold: true } },
  ],
});

export interface Answers {
  /** By dimension: '1' to '5', or 'none'. */
  levels: Record<string, string>;
  /** By dimension: what a 1 or a 5 rests on. */
  examples: Record<string, string>;
  keep?: string | undefined;
  differ?: string | undefined;
}

/** What is being written, and what was sent of it last. */
export interface Written extends Answers {
  sent?: Answers | undefined;
}

const texts = ['levels.*', 'examples.*', 'keep', 'differ'];
const written = [...texts, ...texts.map((t) => `sent.${t}`)];
const fields = { levels: Any, examples: Any, keep: String, differ: String, sent: Any };

/** Under the assignment's own id; gone at the lock. */
export interface Draft extends Doc, Written {
  giver: string;
}

export const drafts = entity<Draft>('drafts', {
  fields: { giver: String, ...fields },
  sealed: { paths: written, subject: (d) => d.giver },
  indexes: [{ keys: { giver: 1 } }],
});

export interface SelfReview extends Doc, Written {
  /** `<cycle>:<person>` */
  _id: string;
  cycle: string;
  person: string;
  state: 'open' | 'sent';
  sentAt?: Date | undefined;
  late?: true;
}

export const selfReviews = entity<SelfReview>('selfreviews', {
  fields: { cycle: String, person: String, state: String, sentAt: Date, late: Boolean, ...fields },
  sealed: { paths: written, subject: (s) => s.person },
  indexes: [{ keys: { person: 1 } }, { keys: { cycle: 1, state: 1 } }],
});

export const nothingWritten = (): Answers => ({ levels: {}, examples: {} });

/** Of a giver in a cycle, in an order that stays. */
export const assignmentsOf = (giver: string, cycle: string): Promise<Assignment[]> =>
  assignments.find({ giver, cycle }, { sort: { _id: 1 } });

export const emptyDraft = ({ _id, giver }: Pick<Assignment, '_id' | 'giver'>): Draft => ({
  _id,
  rev: 0,
  giver,
  ...nothingWritten(),
});

export const draftOf = async (a: Pick<Assignment, '_id' | 'giver'>): Promise<Draft> =>
  (await drafts.get(a._id)) ?? emptyDraft(a);

/** Written for the first time or anew. */
export const saveDraft = (d: Draft): Promise<Draft> => {
  const { rev, ...fresh } = d;
  return rev === 0 ? drafts.insert(fresh) : drafts.save(d);
};

/** How many in a cycle were asked by now, by state: numbers for HR, without names. */
export async function givenCounts(cycle: string): Promise<Record<AssignmentState, number>> {
  const rows = await assignments.tally({ cycle }, ['state']);
  const of = (state: AssignmentState) => rows.find((row) => row._id.state === state)?.n ?? 0;
  return { open: of('open'), sent: of('sent'), declined: of('declined'), closed: of('closed') };
}

/**
 * In how many other people's reviews each of these already takes part, answered or not (never whether they answered).
 */
export async function loadsOf(cycle: string, persons: readonly string[]): Promise<Map<string, number>> {
  const where = { cycle, giver: { $in: [...persons] }, state: { $in: ['open', 'sent'] } };
  const rows = persons.length > 0 ? await assignments.tally(where, ['giver']) : [];
  return new Map(rows.map((row) => [row._id.giver, row.n]));
}
