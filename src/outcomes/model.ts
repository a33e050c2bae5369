/**
 * What a result leads to. A row is made for a person in a batch; once two people have approved it, it never changes: what
 * an appeal changes comes as another row in a later batch, which takes the old one back and puts the new one in its place.
 * Coefficients and percentages only, never money.
 */
import { Any, type Doc, entity } from '../core/entity.ts';
import { flow } from '../core/flow.ts';
import type { Grade } from '../cycles/model.ts';

export const recognitions = ['bonus', 'timeOff', 'training', 'praise'] as const;
export type Recognition = (typeof recognitions)[number];

/** What somebody would like best: read by HR beside the row, decides nothing. */
export interface Preference extends Doc {
  /** Like `person`. */
  _id: string;
  person: string;
  choice: Recognition;
  at: Date;
}

export const preferences = entity<Preference>('outcomePreferences', {
  fields: { person: String, choice: String, at: Date },
});

export type PlanDue = 'once' | 'twice';

/** Where nobody has a grade the rules say nothing: no coefficient, no raise. */
export interface Outcome {
  grade: Grade | null;
  /** '1.20', rounded once. */
  coefficient: string | null;
  /** Of the salary, in percent: the band, or what HR decided. */
  raise: { from: string; to: string } | null;
  promotion: boolean;
  certificate: boolean;
  incentive: boolean;
  /** Dimensions for which training is suggested. */
  training: string[];
  /** An improvement plan is due; whether there is one, a manager decides. */
  plan?: PlanDue | undefined;
}

/** HR decided otherwise than the rules, and says why. */
export interface Exception {
  coefficient?: string | undefined;
  raise?: string | undefined;
  promotion?: boolean | undefined;
  reason: string;
  by: string;
  at: Date;
}

/** Exact: '3', '61/31'. */
export interface Months {
  eligible: string;
  of: string;
}

export interface Entry extends Doc {
  /** `<batch>:<person>` */
  _id: string;
  batch: string;
  cycle: string;
  person: string;
  unit: string;
  /** `draft`: in a batch under way. `waiting`: approved but for the own row of who approved. */
  state: 'draft' | 'waiting' | 'approved';
  /** Of the result. */
  version: number;
  grade: Grade | null;
  months: Months;
  /** By the rules alone. */
  rule: Outcome;
  exception?: Exception | undefined;
  /** Who set it: nobody approves what they set. Absent: nobody. */
  exceptedBy?: string | undefined;
  /** Of a difference: the row that is taken back, and what it said. */
  before?: { entry: string; outcome: Outcome } | undefined;
  /** Hundredths of the coefficient that holds, and of what it changes: sums are made of them. */
  points: number;
  change: number;
  approved?: { by: string; at: Date } | undefined;
  exportedAt?: Date | undefined;
}

export const entries = entity<Entry>('outcomeEntries', {
  fields: {
    batch: String,
    cycle: String,
    person: String,
    unit: String,
    state: String,
    version: Number,
    grade: String,
    months: Any,
    rule: Any,
    exception: Any,
    exceptedBy: String,
    before: Any,
    points: Number,
    change: Number,
    approved: Any,
    exportedAt: Date,
  },
  indexes: [
    { keys: { batch: 1, person: 1 }, unique: true },
    { keys: { cycle: 1, person: 1, batch: 1 } },
    { keys: { cycle: 1, state: 1, person: 1 } },
    { keys: { person: 1, state: 1 } },
    { keys: { batch: 1, exceptedBy: 1 } },
  ],
  sealed: { paths: ['exception.reason'], subject: (entry) => entry.person },
});

export const batchFlow = flow({
  /** A job is filling it. */
  making: ['draft'],
  draft: ['submitted', 'dropped'],
  /** Lies with the second person. Goes back by itself when a result in it changes. */
  submitted: ['approved', 'returned', 'draft'],
  returned: ['submitted', 'dropped', 'draft'],
  /** Holds after five minutes; until then it can be taken back. */
  approved: ['exported', 'submitted', 'draft'],
  exported: [],
  dropped: [],
});
export type BatchState = (typeof batchFlow.states)[number];

/** Until then it can be taken back; then it holds. */
export interface Approval {
  by: string;
  at: Date;
  until: Date;
}

export interface Batch extends Doc {
  /** `<cycle>:<number>` */
  _id: string;
  cycle: string;
  number: number;
  /** `base`: for people who have none yet. `delta`: what appeals changed. */
  kind: 'base' | 'delta';
  state: BatchState;
  /** Who asked for it; `system` for differences. */
  by: string;
  at: Date;
  /** Grows with every change of a row: nobody approves what they have not seen. */
  version: number;
  submitted?: { by: string; at: Date } | undefined;
  approved?: Approval | undefined;
  /** Who approved has a row of their own here: somebody else approves that one. */
  ownRow?: boolean | undefined;
  own?: Approval | undefined;
  returned?: { by: string; at: Date; reason: string } | undefined;
  /** The rows hold, and people know. */
  settledAt?: Date | undefined;
  /** People whose appeal was open then: they come with a later batch. */
  held?: number | undefined;
  exported?: { by: string; at: Date; rows: number } | undefined;
}

export const batches = entity<Batch>('outcomeBatches', {
  fields: {
    cycle: String,
    number: Number,
    kind: String,
    state: String,
    by: String,
    at: Date,
    version: Number,
    submitted: Any,
    approved: Any,
    ownRow: Boolean,
    own: Any,
    returned: Any,
    settledAt: Date,
    held: Number,
    exported: Any,
  },
  indexes: [{ keys: { cycle: 1, number: 1 }, unique: true }, { keys: { state: 1, cycle: 1 } }],
  sealed: { paths: ['returned.reason'], subject: (batch) => batch._id },
});

export const batchId = (cycle: string, number: number): string => `${cycle}:${number}`;
export const entryId = (batch: string, person: string): string => `${batch}:${person}`;

const open = ['making', 'draft', 'submitted', 'returned', 'approved'] as const;
/** Rows may still change, or wait for somebody. */
export const isOpen = ({ state, settledAt }: Batch): boolean =>
  (open as readonly string[]).includes(state) && settledAt === undefined;

export const batchesOf = (cycle: string): Promise<Batch[]> =>
  batches.find({ cycle }, { sort: { number: 1 } });

/** What holds for somebody, oldest first. */
export async function approvedOf(cycle: string, person: string): Promise<Entry[]> {
  const found = await entries.find({ cycle, person, state: 'approved' });
  return found.sort(inOrder);
}

const numberIn = ({ batch }: Entry): number => Number(batch.slice(batch.lastIndexOf(':') + 1));
export const inOrder = (a: Entry, b: Entry): number => numberIn(a) - numberIn(b);

/** The row that holds for each of them now; who has none is missing. */
export async function standingOf(cycle: string, persons: readonly string[]): Promise<Map<string, Entry>> {
  const found = await entries.find({ cycle, person: { $in: [...persons] }, state: 'approved' });
  return new Map(found.sort(inOrder).map((e) => [e.person, e]));
}

export async function preferencesOf(persons: readonly string[]): Promise<Map<string, Recognition>> {
  const found = persons.length > 0 ? await preferences.find({ _id: { $in: [...persons] } }) : [];
  return new Map(found.map((p) => [p._id, p.choice]));
}
