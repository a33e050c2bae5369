/**
 * Goals of a person in a cycle. What was agreed stands in the goal itself; a change of it waits in `pending` until it is
 * agreed again, and every version that ever held stays in `versions`. Words that people wrote are sealed.
 */
import type { Day } from '../core/calendar.ts';
import { Any, type Doc, entity } from '../core/entity.ts';
import { flow } from '../core/flow.ts';
import type { KeyResult } from './attainment.ts';

export const confidences = ['onTrack', 'atRisk', 'offTrack'] as const;
export type Confidence = (typeof confidences)[number];

/** What every kind of key result carries beside its numbers. */
interface Named {
  id: string;
  /** What is measured: "open tickets". */
  title: string;
  /** Free text: "%", "tickets". */
  unit?: string | undefined;
  /** Where the number comes from: "ticket system". */
  dataSource: string;
  /** Person id; absent means the manager. */
  verifier?: string | undefined;
  due?: Day | undefined;
  /** What 120 % of a milestone is. */
  beyond?: string | undefined;
  confidence?: Confidence | undefined;
  /** When the owner last gave a number or a confidence. */
  updatedAt?: Date | undefined;
  /** The verifier confirmed the final number. */
  confirmed?: { by: string; at: Date } | undefined;
  /** Why it is left out of the mean. */
  exclusion?: { reason: string; by: string; at: Date } | undefined;
}

export type GoalKeyResult = KeyResult & Named;

/** A company or unit goal, or the goal of somebody else, that this one serves. */
export interface Parent {
  kind: 'company' | 'goal';
  id: string;
}

/** `line`: the person, the line above, HR and partners. */
export type Visibility = 'line' | 'everyone';

/** What is agreed, and compared when it changes. */
export interface Content {
  title: string;
  why?: string | undefined;
  parent?: Parent | undefined;
  keyResults: GoalKeyResult[];
  /** Basis points. */
  weight: number;
  due?: Day | undefined;
  visibility: Visibility;
  /** Persons of other units who share it. */
  partners: string[];
}

/** A change of an agreed goal, not agreed yet. */
export interface Pending {
  /** Absent: the goal is to be dropped. */
  content?: Content | undefined;
  by: string;
  at: Date;
  /** False until the owner sends it to the manager. */
  proposed: boolean;
  /** The manager's comment, when it came back. */
  comment?: string | undefined;
  /** The manager said yes, in the last tenth of the period: HR agrees too. */
  agreed?: { by: string; at: Date } | undefined;
}

export interface Version {
  version: number;
  content: Content;
  /** Who wrote it. */
  by: string;
  agreedBy: string;
  agreedAt: Date;
  /** Who of HR agreed too. */
  hr?: string | undefined;
  /** Key results whose target became easier after the middle of the period. */
  lowered?: string[] | undefined;
}

export type Answer = 'keep' | 'adjust' | 'help';

/** "This is too much": the manager answers within five working days. */
export interface Concern {
  text: string;
  at: Date;
  due: Day;
  open: boolean;
  /** HR heard that nobody answered in time. */
  overdue?: true | undefined;
  answer?: { how: Answer; text: string; by: string; at: Date } | undefined;
}

/** `passedOn`: the manager agreed to a late change, HR has yet to. */
export type Verdict = 'agreed' | 'returned' | 'changeAgreed' | 'changeReturned' | 'passedOn';

/** What was decided last; can be taken back until `until`, or until the next step. */
export interface Decision {
  what: Verdict;
  by: string;
  at: Date;
  comment?: string | undefined;
  until: Date;
}

export const goalFlow = flow({
  /** Written by the manager for a report, who takes it on or says why not. */
  offered: ['draft', 'dropped'],
  draft: ['proposed', 'dropped'],
  proposed: ['agreed', 'returned', 'draft'],
  returned: ['draft', 'proposed', 'dropped'],
  agreed: ['proposed', 'dropped'],
  dropped: [],
});
export type GoalState = (typeof goalFlow.states)[number];

export interface Goal extends Doc, Content {
  cycle: string;
  person: string;
  state: GoalState;
  /** Who wrote it. */
  by: string;
  at: Date;
  /** Of what stands above: 0 until it is agreed for the first time. */
  version: number;
  versions: Version[];
  pending?: Pending | undefined;
  proposedAt?: Date | undefined;
  decision?: Decision | undefined;
  concern?: Concern | undefined;
  /** The goal of an earlier cycle that it goes on from. */
  carriedFrom?: string | undefined;
}

const texts = ['title', 'why', 'keyResults.*.title', 'keyResults.*.beyond', 'keyResults.*.exclusion.reason'];

export const goals = entity<Goal>('goals', {
  fields: {
    cycle: String,
    person: String,
    state: String,
    by: String,
    at: Date,
    title: String,
    why: String,
    parent: Any,
    keyResults: Any,
    weight: Number,
    due: String,
    visibility: String,
    partners: [String],
    version: Number,
    versions: Any,
    pending: Any,
    proposedAt: Date,
    decision: Any,
    concern: Any,
    carriedFrom: String,
  },
  indexes: [
    { keys: { cycle: 1, person: 1, state: 1 } },
    { keys: { person: 1 } },
    { keys: { partners: 1 } },
    { keys: { 'parent.id': 1 } },
    { keys: { cycle: 1, 'concern.open': 1 }, where: { 'concern.open': true } },
  ],
  sealed: {
    paths: [
      ...texts,
      ...texts.flatMap((t) => [`pending.content.${t}`, `versions.*.content.${t}`]),
      'pending.comment',
      'decision.comment',
      'concern.text',
      'concern.answer.text',
      'keyResults.*.anchors.*',
      'pending.content.keyResults.*.anchors.*',
      'versions.*.content.keyResults.*.anchors.*',
    ],
    subject: (goal) => goal.person,
  },
});

export const keyResultOf = (goal: Pick<Content, 'keyResults'>, id: string): GoalKeyResult | undefined =>
  goal.keyResults.find((kr) => kr.id === id);

/** All of a person in a cycle but the dropped ones, in the order they were written. */
export const goalsOf = (cycle: string, person: string): Promise<Goal[]> =>
  goals.find(
    { cycle, person, state: { $in: ['offered', 'draft', 'proposed', 'returned', 'agreed'] } },
    { sort: { at: 1, _id: 1 } },
  );

/** Those that count: agreed at least once and not dropped, as they were last agreed. */
export const agreedGoals = (cycle: string, person: string): Promise<Goal[]> =>
  goals.find({ cycle, person, state: 'agreed' }, { sort: { at: 1, _id: 1 } });

/** The same of several people at once. */
export async function agreedGoalsOf(cycle: string, persons: readonly string[]): Promise<Map<string, Goal[]>> {
  const where = { cycle, person: { $in: [...persons] }, state: 'agreed' };
  const byPerson = new Map<string, Goal[]>();
  for (const goal of await goals.find(where, { sort: { at: 1, _id: 1 } }))
    byPerson.set(goal.person, [...(byPerson.get(goal.person) ?? []), goal]);
  return byPerson;
}

/** Of several people at once, for their manager's card. */
export const goalsOfAll = (cycle: string, persons: readonly string[]): Promise<Goal[]> =>
  goals.find(
    {
      cycle,
      person: { $in: [...persons] },
      state: { $in: ['offered', 'draft', 'proposed', 'returned', 'agreed'] },
    },
    { sort: { at: 1, _id: 1 } },
  );

/** Goals of others that name this person as a partner. */
export const sharedWith = (cycle: string, person: string): Promise<Goal[]> =>
  goals.find({ partners: person, cycle, state: 'agreed' }, { sort: { at: 1, _id: 1 } });
