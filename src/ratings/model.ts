/**
 * The rating of one person in one cycle: what the manager gives in each dimension, and what the score came to. At the
 * submission everything that was used is frozen into `basis`, `goals` and `computed`, so that whatever changes later
 * changes no score. Reasons and questions are sealed under the key of the person they are about.
 */
import type { Day } from '../core/calendar.ts';
import { Any, type Doc, entity } from '../core/entity.ts';
import { flow } from '../core/flow.ts';
import type { Grade } from '../cycles/model.ts';
import { participantId } from '../cycles/model.ts';
import type { Basis, CountedGoal, Waiver } from './counted.ts';
import type { Explanation } from './explain.ts';

export type { Basis, CountedGoal, CountedKeyResult, Waiver } from './counted.ts';

/** Taking a decision back is no step of the flow: it restores the state before. */
export const ratingFlow = flow({
  /** Waits for the rater; there is a proposal for what others can say. */
  proposed: ['submitted', 'unrated', 'dropped'],
  /** Waits for the rater's own manager. */
  submitted: ['approved', 'returned', 'proposed', 'dropped'],
  /** Back with the rater, for a reason. A new manager begins anew. */
  returned: ['submitted', 'proposed', 'unrated', 'dropped'],
  approved: ['returned', 'dropped'],
  /** Nobody rated in time: "no rating", with its reason. */
  unrated: ['returned', 'dropped'],
  /** The person left the cycle. */
  dropped: [],
});
export type RatingState = (typeof ratingFlow.states)[number];

export type Level = 1 | 2 | 3 | 4 | 5;
export const levels = [1, 2, 3, 4, 5] as const satisfies readonly Level[];

/** One dimension as the rater sees and answers it. */
export interface Given {
  name: string;
  /** What the other sources came to, at the submission; absent where they said nothing. */
  proposal?: Level | undefined;
  level?: Level | undefined;
  reason?: string | undefined;
}

/** What was decided last; can be taken back by its maker until `until`, or until the next step. */
export interface Decision {
  what: 'submitted' | 'approved' | 'returned' | 'reexamined';
  by: string;
  at: Date;
  until: Date;
  /** The state before. */
  from: RatingState;
  reason?: string | undefined;
}

/** A question of the rater to the person or to HR. */
export interface Asked {
  id: string;
  whom: 'person' | 'hr';
  /** Those who can answer. */
  to: string[];
  by: string;
  at: Date;
  text: string;
  answer?: { text: string; by: string; at: Date } | undefined;
}

export const unratedReasons = ['noEvaluator', 'notRated'] as const;
export type UnratedReason = (typeof unratedReasons)[number];

export interface Rating extends Doc {
  /** `<cycle>:<person>` */
  _id: string;
  cycle: string;
  person: string;
  /** Of the participant. */
  unit: string;
  state: RatingState;
  /** Who rates: the manager, or the manager's manager once it is overdue. Absent: HR has yet to name one. */
  rater?: string | undefined;
  /** Who decides about what the rater submits. Absent: somebody has yet to be named. */
  decider?: string | undefined;
  /** The manager did not rate in time: since when the manager's manager does. */
  passedOn?: { from?: string | undefined; at: Date } | undefined;
  /** Named by hand in the place of a missing manager's manager. */
  named?: { by: string; at: Date } | undefined;
  openedAt: Date;
  /** After this moment it passes on, or ends unrated. */
  due: Date;
  dimensions: Given[];
  /** Others than the rater who confirm a number of the person's goals. */
  verifiers: string[];
  /** Evidence that the rater relied on: ids of the pack. */
  cites: string[];
  /** The days of what was cited, as it was sent. */
  citedDays?: Day[] | undefined;
  asked: Asked[];
  /** Those who owe an answer to an open question. */
  waiting: string[];
  submittedAt?: Date | undefined;
  decision?: Decision | undefined;
  /** Who last approved it. */
  approved?: { by: string; at: Date } | undefined;
  unrated?: { reason: UnratedReason; at: Date } | undefined;
  /** 0 until it is submitted for the first time; grows with every submission. */
  version: number;
  basis?: Basis | undefined;
  goals: CountedGoal[];
  waiver?: Waiver | undefined;
  computed?: Explanation | undefined;
  /** '3.42', rounded once; null when it is not computable. */
  final?: string | null | undefined;
  grade?: Grade | null | undefined;
  /** The final that the person reads now: an appeal can change it without changing anything else here. */
  published?: string | null | undefined;
  /** Exact mean of the rater's levels: leniency and the like are counted by it. */
  own?: string | undefined;
  /** Exact mean of the goals' attainment by weight, 1 is 100 %. */
  attainment?: string | undefined;
}

const sealed = [
  'dimensions.*.reason',
  'asked.*.text',
  'asked.*.answer.text',
  'decision.reason',
  'goals.*.title',
  'goals.*.keyResults.*.title',
  'goals.*.keyResults.*.exclusion.reason',
  'waiver.reason',
];

export const ratings = entity<Rating>('ratings', {
  fields: {
    cycle: String,
    person: String,
    unit: String,
    state: String,
    rater: String,
    decider: String,
    passedOn: Any,
    named: Any,
    openedAt: Date,
    due: Date,
    dimensions: Any,
    verifiers: [String],
    cites: [String],
    citedDays: { type: [String], default: undefined },
    asked: Any,
    waiting: [String],
    submittedAt: Date,
    decision: Any,
    approved: Any,
    unrated: Any,
    version: Number,
    basis: Any,
    goals: Any,
    waiver: Any,
    computed: Any,
    final: String,
    grade: String,
    published: String,
    own: String,
    attainment: String,
  },
  indexes: [
    { keys: { cycle: 1, person: 1 } },
    { keys: { cycle: 1, rater: 1 } },
    { keys: { cycle: 1, state: 1, unit: 1 } },
    { keys: { cycle: 1, unit: 1, _id: 1 } },
    { keys: { rater: 1, state: 1 } },
    { keys: { decider: 1, state: 1 } },
    { keys: { person: 1, state: 1 } },
    { keys: { waiting: 1 } },
    { keys: { verifiers: 1 } },
  ],
  sealed: { paths: sealed, subject: (rating) => rating.person },
});

export const ratingId = participantId;

export const ratingOf = (cycle: string, person: string): Promise<Rating | undefined> =>
  ratings.get(ratingId(cycle, person));

/** The final as it was given out counts in later cycles. In the caller's transaction. */
export const notePublished = (cycle: string, person: string, final: string | null): Promise<number> =>
  ratings.change({ _id: ratingId(cycle, person) }, { $set: { published: final }, $inc: { rev: 1 } });

/** What counts elsewhere: what was published, until then what was computed. */
export const finalOf = ({ published, final }: Pick<Rating, 'published' | 'final'>): string | undefined =>
  (published === undefined ? final : published) ?? undefined;

const live = { $in: ['proposed', 'submitted', 'returned', 'approved', 'unrated'] };

/** What a rater has to do or did in a cycle. */
export const ratingsOfTeam = (cycle: string, rater: string): Promise<Rating[]> =>
  ratings.find({ cycle, rater, state: live }, { sort: { _id: 1 } });

/** What lies, or lay, with somebody to decide. */
export const ratingsToDecide = (cycle: string, decider: string): Promise<Rating[]> =>
  ratings.find(
    { decider, state: { $in: ['submitted', 'approved', 'returned'] }, cycle },
    { sort: { _id: 1 } },
  );

/** What goes into calibration. */
export const approvedRatings = (cycle: string, unit?: string): Promise<Rating[]> =>
  ratings.find({ cycle, state: 'approved', ...(unit !== undefined && { unit }) }, { sort: { _id: 1 } });
/** Those that stay without a rating: nobody rated in time. */
export const unratedOf = (cycle: string, unit?: string): Promise<Rating[]> =>
  ratings.find({ cycle, state: 'unrated', ...(unit !== undefined && { unit }) }, { sort: { _id: 1 } });

/** Approved ratings of some people over all cycles: what improvement is measured by. */
export const approvedOf = (persons: readonly string[]): Promise<Rating[]> =>
  ratings.find({ person: { $in: [...persons] }, state: 'approved' }, { sort: { _id: 1 } });

export const openForRater = (rater: string): Promise<Rating[]> =>
  ratings.find({ rater, state: { $in: ['proposed', 'returned'] } }, { sort: { due: 1, _id: 1 } });
export const openForDecider = (decider: string): Promise<Rating[]> =>
  ratings.find({ decider, state: 'submitted' }, { sort: { _id: 1 } });
export const toVerify = (verifier: string): Promise<Rating[]> =>
  ratings.find({ verifiers: verifier, state: { $in: ['proposed', 'returned'] } }, { sort: { _id: 1 } });
/** Once it is approved nobody waits for an answer any more. */
export const askedOf = (person: string): Promise<Rating[]> =>
  ratings.find(
    { waiting: person, state: { $in: ['proposed', 'submitted', 'returned'] } },
    { sort: { _id: 1 } },
  );
