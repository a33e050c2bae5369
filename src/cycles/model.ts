/** A cycle, its phases and its participants. Scheme and reporting lines are frozen onto it at launch. */
import type { Day } from '../core/calendar.ts';
import { Any, type Doc, entity } from '../core/entity.ts';
import { flow } from '../core/flow.ts';
import type { LaunchCheck } from './check.ts';
import type { Scheme } from './scheme.ts';

export type { Dimension, Grade, Rewards, Scheme, Source } from './scheme.ts';

export const phases = [
  'planning',
  'tracking',
  'assessment',
  'calibration',
  'feedback',
  'appeals',
  'outcomes',
  'closing',
] as const;
export type Phase = (typeof phases)[number];

/** Due at the end of the day in the person's own zone; late work is taken for `grace` working days more. */
export interface PhasePlan {
  phase: Phase;
  opens: Day;
  due: Day;
  grace: number;
}

export type Audience =
  | { kind: 'everyone' }
  | { kind: 'units'; units: string[] }
  | { kind: 'people'; ids: string[] };

/** Due days moved for all (neither unit nor person), a unit or a person: the latest wins. */
export interface Extension {
  phase: Phase;
  unit?: string;
  person?: string;
  due: Day;
}

export const cycleFlow = flow({
  draft: ['scheduled', 'running', 'cancelled'],
  scheduled: ['running', 'cancelled'],
  running: ['paused', 'closing', 'cancelled'],
  paused: ['running', 'cancelled'],
  closing: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
});
export type CycleState = (typeof cycleFlow.states)[number];

export interface Cycle extends Doc {
  name: string;
  state: CycleState;
  period: { from: Day; to: Day };
  /** Key of the scheme: `standard`. */
  schemeName: string;
  /** Frozen at launch: one for participants, one for those with reports in the cycle. */
  schemes: { standard: Scheme; manager: Scheme };
  audience: Audience;
  phases: PhasePlan[];
  /** Phases that have opened, in order; the last is the present one. */
  opened: Phase[];
  /** Phases whose last participant's lock has passed. */
  locked?: Phase[];
  message?: string;
  by: string;
  at: Date;
  /** Who pressed [Start], and when. */
  startedBy?: string;
  startedAt?: Date;
  /** When all participants were there. */
  launchedAt?: Date;
  pausedAt?: Date;
  closedAt?: Date;
  /** Kept long enough: what belonged to it is gone, its name and dates stay. */
  erasedAt?: Date;
  /** The reason is read by everybody who took part. */
  cancelled?: { by: string; at: Date; reason: string };
  extensions: Extension[];
  /** Whom HR named in the place of a missing manager. */
  evaluators?: { person: string; manager: string }[];
  /** What the last look before the launch found. */
  check?: LaunchCheck;
  /** A draft that was put aside with [Not yet]. */
  kept?: boolean;
}

export const cycles = entity<Cycle>('cycles', {
  fields: {
    name: String,
    state: String,
    period: Any,
    schemeName: String,
    schemes: Any,
    audience: Any,
    phases: Any,
    opened: [String],
    locked: { type: [String], default: undefined },
    message: String,
    by: String,
    at: Date,
    startedBy: String,
    startedAt: Date,
    launchedAt: Date,
    pausedAt: Date,
    closedAt: Date,
    erasedAt: Date,
    cancelled: Any,
    extensions: Any,
    evaluators: Any,
    check: Any,
    kept: Boolean,
  },
  sealed: { paths: ['cancelled.reason'], subject: (cycle) => cycle._id },
  indexes: [{ keys: { state: 1 } }, { keys: { name: 1 } }],
});

export const participantFlow = flow({
  invited: ['planning', 'not_eligible', 'withdrawn'],
  planning: ['tracking', 'withdrawn'],
  tracking: ['assessing', 'withdrawn'],
  assessing: ['rated', 'withdrawn'],
  rated: ['calibrated', 'assessing', 'withdrawn'],
  calibrated: ['released', 'assessing', 'withdrawn'],
  released: ['acknowledged', 'appealing', 'final'],
  acknowledged: ['appealing', 'final'],
  appealing: ['released', 'acknowledged', 'final'],
  final: [],
  not_eligible: [],
  withdrawn: [],
});
export type ParticipantState = (typeof participantFlow.states)[number];

/** One person in one cycle. Only `cycles` writes its state. */
export interface Participant extends Doc {
  /** `<cycle>:<person>` */
  _id: string;
  cycle: string;
  person: string;
  state: ParticipantState;
  /** Why not eligible or withdrawn: a code of messages.ts. */
  reason?: string;
  /** Frozen at launch; moves with a change of manager. */
  manager?: string;
  unit: string;
  /** Leads people in this cycle: the manager's scheme holds. */
  leads: boolean;
  /** What is still owed in a phase, as the capability that owns it says (progress.ts). */
  progress?: Partial<Record<Phase, 'open' | 'done'>>;
}

export const participants = entity<Participant>('participants', {
  fields: {
    cycle: String,
    person: String,
    state: String,
    reason: String,
    manager: String,
    unit: String,
    leads: Boolean,
    progress: Any,
  },
  indexes: [
    { keys: { cycle: 1, person: 1 }, unique: true },
    { keys: { person: 1 } },
    { keys: { cycle: 1, manager: 1 } },
    { keys: { cycle: 1, state: 1 } },
  ],
});

export const participantId = (cycle: string, person: string): string => `${cycle}:${person}`;
export const isIn = (p: Participant): boolean => p.state !== 'not_eligible' && p.state !== 'withdrawn';
export const schemeOf = (cycle: Cycle, p: Pick<Participant, 'leads'>): Scheme =>
  p.leads ? cycle.schemes.manager : cycle.schemes.standard;
export const present = (cycle: Cycle): Phase | undefined => cycle.opened.at(-1);
export const planOf = (cycle: Cycle, phase: Phase): PhasePlan | undefined =>
  cycle.phases.find((p) => p.phase === phase);

/** Cycles under way in which the person takes part, the newest first, with their place in each. */
export async function underWay(person: string): Promise<{ cycle: Cycle; participant: Participant }[]> {
  const places = (await participants.find({ person })).filter(isIn);
  const found = await cycles.find({
    _id: { $in: places.map((p) => p.cycle) },
    state: { $in: ['running', 'paused', 'closing'] },
  });
  return found
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a._id < b._id ? -1 : 1))
    .flatMap((cycle) =>
      places.filter((p) => p.cycle === cycle._id).map((participant) => ({ cycle, participant })),
    );
}
