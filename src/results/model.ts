/**
 * Results: immutable snapshots, one a version, and beside them where the current one stands with its person. Everything
 * that a card or a record shows is inside the snapshot, so that later changes of goals, people or scheme change nothing.
 */
import { Any, type Doc, entity } from '../core/entity.ts';
import type { Grade, Scheme } from '../cycles/model.ts';
import { participantId } from '../cycles/model.ts';
import type { Basis, CountedGoal, Explanation, Waiver } from '../ratings/index.ts';
import { type ForSubject, frozen, type Release } from '../reviews/index.ts';

export interface Result extends Doc {
  /** `<cycle>:<person>:<version>` */
  _id: string;
  cycle: string;
  person: string;
  version: number;
  source: 'rating' | 'calibration' | 'appeal';
  at: Date;
  /** Who released it, or decided. */
  by: string;
  unit: string;
  /** Who rated. */
  rater?: string | undefined;
  /** As it was called then. */
  name: string;
  cycleName: string;
  title: string;
  scheme: Scheme;
  /** Of the rating. */
  ratingVersion: number;
  /** Absent when nobody rated: `unrated` says why. */
  basis?: Basis | undefined;
  computed?: Explanation | undefined;
  goals: CountedGoal[];
  waiver?: Waiver | undefined;
  /** '3.42' as computed; null when it is not computable. */
  final: string | null;
  /** By the bands, from the final. */
  computedGrade: Grade | null;
  /** The one that holds. */
  grade: Grade | null;
  unrated?: string | undefined;
  /** Set by calibration: the person reads both grades and the reason. */
  override?: { from: Grade; to: Grade; reason: string; by: string; at: Date } | undefined;
  /** What the panel decided, and why. */
  appeal?: { id: string; reasons: string; by: string[] } | undefined;
  /** Levels of the self review by dimension, as they were sent. */
  self: Record<string, string>;
  /** The frozen aggregate of the colleagues' answers, as JSON. */
  reviews?: string | undefined;
  /** By dimension: what the manager wrote beside the level. */
  reasons: Record<string, string>;
  /** The manager's own words, as they stood at the release. */
  narrative?: Words | undefined;
  /** Says whether a printed record is genuine. */
  code: string;
}

/** What the manager says beside the numbers; a cause and a measure for each dimension below its target. */
export interface Words {
  by: string;
  at: Date;
  strengths: string;
  improve: string;
  gaps: { dimension: string; cause: string; measure: string }[];
}

const sealed = [
  'goals.*.title',
  'goals.*.keyResults.*.title',
  'goals.*.keyResults.*.exclusion.reason',
  'waiver.reason',
  'override.reason',
  'appeal.reasons',
  'reviews',
  'reasons.*',
  'narrative.strengths',
  'narrative.improve',
  'narrative.gaps.*.cause',
  'narrative.gaps.*.measure',
];

export const results = entity<Result>('results', {
  fields: {
    cycle: String,
    person: String,
    version: Number,
    source: String,
    at: Date,
    by: String,
    unit: String,
    rater: String,
    name: String,
    cycleName: String,
    title: String,
    scheme: Any,
    ratingVersion: Number,
    basis: Any,
    computed: Any,
    goals: Any,
    waiver: Any,
    final: String,
    computedGrade: String,
    grade: String,
    unrated: String,
    override: Any,
    appeal: Any,
    self: Any,
    reviews: String,
    reasons: Any,
    narrative: Any,
    code: String,
  },
  indexes: [
    { keys: { cycle: 1, person: 1, version: 1 }, unique: true },
    { keys: { person: 1, at: 1 } },
    { keys: { code: 1 }, unique: true },
  ],
  sealed: { paths: sealed, subject: (result) => result.person },
});

/** Where the current version stands. Acknowledging is receipt, not agreement. */
export interface Receipt extends Doc {
  /** `<cycle>:<person>`, like the participant. */
  _id: string;
  cycle: string;
  person: string;
  unit: string;
  rater?: string | undefined;
  /** The current version. */
  version: number;
  grade: Grade | null;
  /** When the current version was given out: the clock of the acknowledgement and of an appeal starts here. */
  releasedAt: Date;
  state: 'open' | 'acknowledged' | 'silent';
  acknowledgedAt?: Date | undefined;
  /** The person's own words, read by manager and HR. */
  comment?: string | undefined;
}

export const receipts = entity<Receipt>('receipts', {
  fields: {
    cycle: String,
    person: String,
    unit: String,
    rater: String,
    version: Number,
    grade: String,
    releasedAt: Date,
    state: String,
    acknowledgedAt: Date,
    comment: String,
  },
  indexes: [
    { keys: { cycle: 1, unit: 1, _id: 1 } },
    { keys: { person: 1, state: 1 } },
    { keys: { rater: 1, cycle: 1 } },
    { keys: { state: 1, releasedAt: 1 } },
  ],
  sealed: { paths: ['comment'], subject: (receipt) => receipt.person },
});

export const resultId = (cycle: string, person: string, version: number): string =>
  `${participantId(cycle, person)}:${version}`;

export const receiptOf = (cycle: string, person: string): Promise<Receipt | undefined> =>
  receipts.get(participantId(cycle, person));

/** The version that holds; `undefined` before the release. */
export async function resultOf(cycle: string, person: string): Promise<Result | undefined> {
  const receipt = await receiptOf(cycle, person);
  return receipt && results.get(resultId(cycle, person, receipt.version));
}

/** All versions, the oldest first. */
export const versionsOf = (cycle: string, person: string): Promise<Result[]> =>
  results.find({ cycle, person }, { sort: { version: 1 } });

/** Who has a result in this cycle, of a unit when one is given. */
export const receiptsOf = (cycle: string, unit?: string): Promise<Receipt[]> =>
  receipts.find({ cycle, ...(unit !== undefined && { unit }) }, { sort: { _id: 1 } });

/** The versions that hold in a cycle. */
export async function currentOf(cycle: string): Promise<Result[]> {
  const ids = (await receiptsOf(cycle)).map((r) => resultId(r.cycle, r.person, r.version));
  return results.find({ _id: { $in: ids } }, { sort: { _id: 1 } });
}

/** Everybody's own archive: the current versions over all cycles, the newest first. */
export async function archiveOf(person: string): Promise<Result[]> {
  const all = await receipts.find({ person });
  const ids = all.map((r) => resultId(r.cycle, r.person, r.version));
  return results.find({ _id: { $in: ids } }, { sort: { at: -1 } });
}

export const reviewsIn = (result: Result): ForSubject<Release> | undefined =>
  result.reviews === undefined ? undefined : frozen(result.reviews);
