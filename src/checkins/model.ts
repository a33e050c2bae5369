/**
 * Check-ins: one document per talk that is due, with what was said, what was decided and what both wrote about it
 * later. Whatever a person wrote is sealed under their own key. Obstacles that need the manager are documents of their
 * own, because another person decides them.
 */
import type { Day } from '../core/calendar.ts';
import { Any, type Doc, entity } from '../core/entity.ts';
import { flow } from '../core/flow.ts';
import type { Confidence } from '../goals/model.ts';

/** One that nobody answered by the next date is asked again with it: at most one is open. */
export const checkInFlow = flow({
  open: ['done', 'skipped', 'meeting', 'dropped'],
  /** The person thought better of it. */
  skipped: ['open'],
  meeting: ['open', 'dropped'],
  /** The person left the cycle, or it ended. */
  dropped: [],
  done: [],
});
export type CheckInState = (typeof checkInFlow.states)[number];

export const ticks = ['done', 'partly', 'notYet'] as const;
export type Tick = (typeof ticks)[number];

/** What somebody wants to do, in their words; the day as far as it could be read from them. */
export interface Deed {
  what: string;
  by?: Day | undefined;
}

/** A deed of an earlier check-in that is not done yet. */
export interface Carried extends Deed {
  /** The check-in it was decided in. */
  from: string;
  /** Since when it is carried: the day of that check-in. */
  since: Day;
  tick?: Tick | undefined;
}

/** A number that was given: of a milestone whether it is done. */
export interface Given {
  keyResult: string;
  title: string;
  unit?: string | undefined;
  actual?: number | undefined;
  done?: boolean | undefined;
}

export interface GoalRecord {
  goal?: string | undefined;
  goalTitle?: string | undefined;
  want: string;
  numbers: Given[];
  happened: string;
  confidence: Confidence;
  /** Absent: none. */
  obstacles?: string | undefined;
  /** The manager is to hear of the obstacles. */
  needsHelp: boolean;
  options: string;
  support?: string | undefined;
  deeds: Deed[];
  /** 1 to 10. */
  commitment: number;
  /** What would make it an 8. */
  raise?: string | undefined;
}

export interface Remark {
  by: string;
  at: Date;
  text: string;
}

/** A talk face to face, proposed by one of two. */
export interface Meeting {
  /** Who proposed last, and the other one. */
  from: string;
  to: string;
  at: Date;
  note?: string | undefined;
  agreed?: Date | undefined;
}

export interface CheckIn extends Doc {
  cycle: string;
  person: string;
  /** Of the moment: moves when the manager changes. */
  manager?: string | undefined;
  /** The local date it is for; moves to the next date while nobody answers. */
  day: Day;
  /** Dates that passed without an answer. */
  missed: Day[];
  why: 'scheduled' | 'asked';
  state: CheckInState;
  /** Set while the state is `open`: one at a time per person and cycle. */
  open?: true | undefined;
  /** The newest of the person in the cycle; its record can still be changed. */
  newest: boolean;
  /** Prompts so far: a snoozed one comes back as a new message. */
  round: number;
  askedAt: Date;
  snoozedTo?: Date | undefined;
  /** Agreed goals when it was asked. */
  goals: { id: string; title: string }[];
  carried: Carried[];
  /** The last one that was held before. */
  previous?: string | undefined;
  /** The one before was skipped. */
  afterSkip?: true | undefined;
  reason?: string | undefined;
  record?: GoalRecord | undefined;
  doneAt?: Date | undefined;
  changedAt?: Date | undefined;
  /** Says what the last one said. */
  copied?: true | undefined;
  meeting?: Meeting | undefined;
  remarks: Remark[];
  /** Not in the manager's digest yet. */
  fresh?: true | undefined;
  /** Others who opened the record and see it change. */
  readers: string[];
  /** Dropped because the cycle ended. */
  over?: true | undefined;
}

const deeds = ['carried.*.what', 'record.deeds.*.what'];
const said = ['want', 'happened', 'obstacles', 'options', 'support', 'raise', 'goalTitle', 'numbers.*.title'];

export const checkIns = entity<CheckIn>('checkins', {
  fields: {
    cycle: String,
    person: String,
    manager: String,
    day: String,
    missed: [String],
    why: String,
    state: String,
    open: Boolean,
    newest: Boolean,
    round: Number,
    askedAt: Date,
    snoozedTo: Date,
    goals: Any,
    carried: Any,
    previous: String,
    afterSkip: Boolean,
    reason: String,
    record: Any,
    doneAt: Date,
    changedAt: Date,
    copied: Boolean,
    meeting: Any,
    remarks: Any,
    fresh: Boolean,
    readers: [String],
    over: Boolean,
  },
  sealed: {
    paths: [
      'goals.*.title',
      ...deeds,
      ...said.map((s) => `record.${s}`),
      'reason',
      'meeting.note',
      'remarks.*.text',
    ],
    subject: (c) => c.person,
  },
  indexes: [
    { keys: { cycle: 1, person: 1 }, unique: true, where: { open: true } },
    { keys: { person: 1, open: 1 } },
    { keys: { cycle: 1, person: 1, askedAt: 1 } },
    { keys: { manager: 1, newest: 1, askedAt: -1 } },
    { keys: { fresh: 1, manager: 1 }, where: { fresh: true } },
    { keys: { cycle: 1, state: 1 } },
    { keys: { 'meeting.to': 1 }, where: { 'meeting.to': { $exists: true } } },
  ],
});

export const decisions = ['answer', 'resource', 'meet', 'escalate'] as const;
export type Decision = (typeof decisions)[number];

export interface Decided {
  how: Decision;
  by: string;
  at: Date;
  text?: string | undefined;
}

/** Something in the way, told to somebody who can help. One per check-in. */
export interface Obstacle extends Doc {
  checkIn: string;
  cycle: string;
  person: string;
  /** Who is to answer now. */
  to: string;
  state: 'open' | 'decided' | 'withdrawn';
  text: string;
  support?: string | undefined;
  goalTitle?: string | undefined;
  at: Date;
  decided: Decided[];
  /** Who has seen the card. */
  shownTo: string[];
  /** Withdrawn because the cycle ended. */
  over?: true | undefined;
}

export const obstacles = entity<Obstacle>('obstacles', {
  fields: {
    checkIn: String,
    cycle: String,
    person: String,
    to: String,
    state: String,
    text: String,
    support: String,
    goalTitle: String,
    at: Date,
    decided: Any,
    shownTo: [String],
    over: Boolean,
  },
  sealed: { paths: ['text', 'support', 'goalTitle', 'decided.*.text'], subject: (o) => o.person },
  indexes: [{ keys: { to: 1, state: 1, at: 1 } }, { keys: { cycle: 1, person: 1, state: 1 } }],
});

export const obstacleId = (checkIn: string): string => `obstacle:${checkIn}`;

export const openIn = (cycle: string, person: string): Promise<CheckIn | undefined> =>
  checkIns.one({ cycle, person, open: true });
export const newestOf = (cycle: string, person: string): Promise<CheckIn | undefined> =>
  checkIns.one({ cycle, person }, { askedAt: -1 });
/** The team's newest check-ins since a moment, for their manager. */
export const newestOfTeam = (manager: string, since: Date): Promise<CheckIn[]> =>
  checkIns.find({ manager, newest: true, askedAt: { $gte: since } }, { sort: { askedAt: -1 } });
export const waitingFor = (to: string): Promise<Obstacle[]> =>
  obstacles.find({ to, state: 'open' }, { sort: { at: 1, _id: 1 } });

/** How many in which state: all that HR sees of them. */
export async function cadence(cycle: string): Promise<Partial<Record<CheckInState, number>>> {
  const counts = await checkIns.tally({ cycle }, ['state']);
  return Object.fromEntries(counts.map(({ _id, n }) => [_id.state, n]));
}

export const lastHeld = async (c: Pick<CheckIn, 'previous'>): Promise<CheckIn | undefined> =>
  c.previous ? checkIns.get(c.previous) : undefined;
