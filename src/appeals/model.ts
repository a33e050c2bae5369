/**
 * An appeal against one version of a result: what the person says, who hears it, until when, and what was decided. What
 * people write is sealed under the key of the one who appeals.
 */
import type { Day } from '../core/calendar.ts';
import { Any, type Doc, entity } from '../core/entity.ts';
import { flow } from '../core/flow.ts';
import type { Grade } from '../cycles/model.ts';
import type { Level } from '../ratings/model.ts';

export const appealFlow = flow({
  /** Waits for HR to name a case owner and a panel. */
  opened: ['assigned', 'withdrawn'],
  /** Waits for the case owner to confirm receipt. */
  assigned: ['hearing', 'withdrawn'],
  hearing: ['decided', 'withdrawn', 'lapsed'],
  /** Can be escalated once; a re-rating is awaited here, too. */
  decided: ['escalated', 'final'],
  escalated: ['final'],
  final: [],
  withdrawn: [],
  lapsed: [],
});
export type AppealState = (typeof appealFlow.states)[number];

export const outcomes = ['upheld', 'adjusted', 're-rate'] as const;
export type Outcome = (typeof outcomes)[number];

/** What the panel looks into, in this order; "yes" is always what should be. */
export const checks = ['standards', 'data', 'raters', 'bias'] as const;
export type CheckName = (typeof checks)[number];

export interface Check {
  name: CheckName;
  ok: boolean;
  word: string;
}

/** Why somebody may not decide about it. */
export type Bar = 'self' | 'rater' | 'approver' | 'calibrator' | 'line' | 'report' | 'away' | 'case';

export interface Barred {
  person: string;
  why: Bar;
}

/** A number that the panel corrects: by the place of its goal and key result in the result. */
export interface Correction {
  goal: number;
  keyResult: number;
  actual?: number | undefined;
  state?: 'open' | 'done' | 'stretched' | undefined;
  level?: Level | undefined;
}

export interface Ruling {
  outcome: Outcome;
  checklist: Check[];
  /** Read by the person. */
  reasons: string;
  /** By dimension: the manager's level, corrected. */
  levels: Record<string, Level>;
  numbers: Correction[];
  grade?: Grade | undefined;
  /** Who rates anew. */
  rerater?: string | undefined;
}

/** What lies before the panel: nothing is decided until all of them agree to the same draft. */
export interface Draft extends Ruling {
  /** Grows with every change; agreeing is about one number. */
  n: number;
  by: string;
  at: Date;
  agreed: string[];
}

export interface Decision extends Ruling {
  by: string[];
  at: Date;
  /** Did it lead to another version? Of a re-rating: set when the new rating is there. */
  version?: number | undefined;
}

/** Something that the panel needs from the person. */
export interface Need {
  id: string;
  text: string;
  by: string;
  at: Date;
  /** Asked again after this day. */
  due: Day;
  /** Set with the reminder: after this day the appeal lapses. */
  lapses?: Day | undefined;
  answer?: { text?: string | undefined; at: Date } | undefined;
}

/** What has to happen by a day. */
export type Clock = 'assign' | 'acknowledge' | 'statement' | 'decide' | 'rerate' | 'escalate' | 'conclude';

export interface Appeal extends Doc {
  /** `<cycle>:<person>:<version>:<n>`: of two at once the second finds the first. */
  _id: string;
  cycle: string;
  person: string;
  unit: string;
  /** Of the result. */
  version: number;
  rater?: string | undefined;
  state: AppealState;
  open: boolean;
  openedAt: Date;
  said: { what: string; why: string; wanted: string; evidence?: string | undefined };
  /** As it was at the opening; who is barred now is barred, too. */
  barred: Barred[];
  owner?: string | undefined;
  panel: string[];
  /** Were owner or panel before: they may still be let in to the room where a platform keeps them. */
  takenOff?: string[] | undefined;
  /** Nobody was left inside: a name, with the case owner keeping the pen. */
  outside?: string | undefined;
  assigned?: { by: string; at: Date } | undefined;
  acknowledgedAt?: Date | undefined;
  /** The rater was asked into the room. */
  invited?: boolean | undefined;
  statement?: { text: string; by: string; at: Date } | undefined;
  days: Partial<Record<Clock, Day>>;
  /** Clocks whose end HR has heard of. */
  told: Clock[];
  needs: Need[];
  draft?: Draft | undefined;
  /** Between those who decide; nobody else reads it. */
  notes: { by: string; at: Date; text: string }[];
  decision?: Decision | undefined;
  rerated?: { by: string; at: Date } | undefined;
  /** `complete`: those who decide finally are all named. */
  escalated?: { at: Date; why: string; to: string[]; complete: boolean } | undefined;
  conclusion?: Decision | undefined;
  endedAt?: Date | undefined;
}

const sealed = [
  'said.*',
  'outside',
  'statement.text',
  'needs.*.text',
  'needs.*.answer.text',
  'draft.reasons',
  'draft.checklist.*.word',
  'notes.*.text',
  'decision.reasons',
  'decision.checklist.*.word',
  'escalated.why',
  'conclusion.reasons',
  'conclusion.checklist.*.word',
];

export const appeals = entity<Appeal>('appeals', {
  fields: {
    cycle: String,
    person: String,
    unit: String,
    version: Number,
    rater: String,
    state: String,
    open: Boolean,
    openedAt: Date,
    said: Any,
    barred: Any,
    owner: String,
    panel: [String],
    takenOff: { type: [String], default: undefined },
    outside: String,
    assigned: Any,
    acknowledgedAt: Date,
    invited: Boolean,
    statement: Any,
    days: Any,
    told: [String],
    needs: Any,
    draft: Any,
    notes: Any,
    decision: Any,
    rerated: Any,
    escalated: Any,
    conclusion: Any,
    endedAt: Date,
  },
  indexes: [
    // One open appeal: held by the store itself.
    { keys: { cycle: 1, person: 1 }, unique: true, where: { open: true } },
    { keys: { person: 1, openedAt: 1 } },
    { keys: { open: 1, _id: 1 } },
    { keys: { cycle: 1, open: 1, _id: 1 } },
    { keys: { unit: 1, open: 1 } },
    { keys: { owner: 1, open: 1 } },
    { keys: { panel: 1, open: 1 } },
    { keys: { rater: 1, open: 1 } },
    { keys: { 'escalated.to': 1, open: 1 } },
    { keys: { 'decision.rerater': 1, open: 1 } },
  ],
  sealed: { paths: sealed, subject: (a) => a.person },
});

const byAge = { sort: { openedAt: 1, _id: 1 } } as const;

export const openAppealOf = (cycle: string, person: string): Promise<Appeal | undefined> =>
  appeals.one({ cycle, person, open: true });

/** What a cycle cannot close over, and outcomes wait for. */
export const openAppeals = (cycle: string): Promise<Appeal[]> => appeals.find({ cycle, open: true }, byAge);

export const appealsOf = (person: string): Promise<Appeal[]> =>
  appeals.find({ person }, { sort: { openedAt: -1, _id: -1 } });

export const ofVersion = (cycle: string, person: string, version: number): Promise<Appeal[]> =>
  appeals.find({ cycle, person, version }, byAge);

/** Open ones in which somebody has a part, whichever it is. */
export const openWith = (who: string): Promise<Appeal[]> =>
  appeals.find(
    {
      open: true,
      $or: [
        { owner: who },
        { panel: who },
        { rater: who },
        { person: who },
        { 'escalated.to': who },
        { 'decision.rerater': who },
      ],
    },
    byAge,
  );

/** All that wait for HR to route them, or that HR follows. */
export const openEverywhere = (units?: readonly string[]): Promise<Appeal[]> =>
  appeals.find({ open: true, ...(units && { unit: { $in: [...units] } }) }, byAge);

export const openAfter = (id: string, limit: number): Promise<Appeal[]> =>
  appeals.find({ open: true, _id: { $gt: id } }, { sort: { _id: 1 }, limit });

export interface AppealFigures {
  count: number;
  open: number;
  /** Decided ones, by what the panel decided. */
  decided: Record<Outcome, number>;
  /** Those after which another version of the result holds. */
  changed: number;
  /** Calendar days from the opening to the panel's decision: the middle one; absent while nothing is decided. */
  daysToDecide?: number;
}

const dayMs = 86_400_000;

/** Pure: counts of some appeals, without a name. */
export function figuresOf(all: readonly Appeal[]): AppealFigures {
  const times = all
    .flatMap((a) => (a.decision ? [(a.decision.at.getTime() - a.openedAt.getTime()) / dayMs] : []))
    .sort((x, y) => x - y);
  const middle = times[Math.floor(times.length / 2)];
  const count = (outcome: Outcome) => all.filter((a) => a.decision?.outcome === outcome).length;
  return {
    count: all.length,
    open: all.filter((a) => a.open).length,
    decided: { upheld: count('upheld'), adjusted: count('adjusted'), 're-rate': count('re-rate') },
    changed: all.filter((a) => a.decision?.version !== undefined || a.conclusion?.version !== undefined)
      .length,
    ...(middle !== undefined && { daysToDecide: Math.round(middle * 10) / 10 }),
  };
}

export const appealFigures = async (cycle: string): Promise<AppealFigures> =>
  figuresOf(await appeals.find({ cycle }, { sort: { _id: 1 } }));
