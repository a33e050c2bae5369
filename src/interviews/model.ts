/**
 * The conversation about a result: one document per person and cycle, with the time, what both noted, who confirmed it and
 * what it came to. Whatever somebody wrote is sealed under the key of the person it is about. What was said about an
 * earlier version of the result is kept in `past`.
 */
import type { Day } from '../core/calendar.ts';
import { Any, type Doc, entity } from '../core/entity.ts';
import { flow } from '../core/flow.ts';
import { participantId } from '../cycles/model.ts';

export const interviewFlow = flow({
  /** They have to meet; no time is named. */
  due: ['proposed', 'held', 'cancelled'],
  /** A few written lines are enough, unless one of them asks for more. */
  offered: ['due', 'proposed', 'held', 'written', 'cancelled'],
  /** One named a time; the other one is to answer. */
  proposed: ['scheduled', 'due', 'held', 'cancelled'],
  scheduled: ['proposed', 'due', 'held', 'cancelled'],
  /** They met; the notes are open, and nobody confirmed them. */
  held: ['confirmed', 'due', 'offered', 'cancelled'],
  /** The manager wrote, which is their word; the person's is missing. */
  written: ['done', 'due', 'cancelled'],
  /** One of two. A change of the notes takes it back. */
  confirmed: ['done', 'held', 'due', 'cancelled'],
  /** Begins anew when an appeal changed the grade. */
  done: ['due'],
  cancelled: [],
});
export type InterviewState = (typeof interviewFlow.states)[number];

/** Whoever leads the person now is the manager: a new one takes over. */
export type Side = 'person' | 'manager';
export const otherSide = (side: Side): Side => (side === 'person' ? 'manager' : 'person');

/** Why they have to meet. */
export const reasons = ['unrated', 'grade', 'changed', 'plan', 'asked'] as const;
export type Reason = (typeof reasons)[number];

export interface Time {
  at: Date;
  /** A room or a link, as somebody wrote it. */
  place?: string | undefined;
}

export interface Step {
  what: string;
  by: Day;
}

export interface Notes {
  agreed: string;
  steps: Step[];
  support?: string | undefined;
}

/** What the manager wrote instead of a conversation. */
export interface Written {
  seen: string;
  next: string;
  by: string;
}

/** How one of them saw it differently. */
export type Views = Partial<Record<Side, { text: string; by: string }>>;

export interface Past {
  /** Of the result that it was about. */
  version: number;
  heldOn?: Day | undefined;
  notes?: Notes | undefined;
  written?: Written | undefined;
  views: Views;
  confirmed: Side[];
}

/** What the person wants to ask and to talk about: their own until they share it. */
export interface Prepared {
  ask?: string | undefined;
  talk?: string | undefined;
  shared?: true | undefined;
}

export const answers = ['yes', 'partly', 'no'] as const;
export type Answer = (typeof answers)[number];

export interface Helped {
  answer: Answer;
  /** Who gave it: a manager may have left meanwhile. */
  by: string;
  at: Date;
}

export interface Interview extends Doc {
  /** `<cycle>:<person>` */
  _id: string;
  cycle: string;
  person: string;
  /** Of the moment; who may is decided by the participant. */
  manager?: string | undefined;
  unit: string;
  state: InterviewState;
  /** Empty: written feedback is enough. */
  reasons: Reason[];
  /** Of the result that it is about. */
  version: number;
  /** Grows when it begins anew: cards and the calendar's event are others then. */
  round: number;
  openedAt: Date;
  proposal?: (Time & { by: Side }) | undefined;
  /** Stands until both take another one. */
  agreed?: Time | undefined;
  /** Of the calendar's event: how often a file went out in this round. */
  sequence: number;
  heldOn?: Day | undefined;
  notes?: Notes | undefined;
  written?: Written | undefined;
  /** Held, with nothing or next to nothing noted. */
  silent?: true | undefined;
  /** Of notes or written feedback: a confirmation is about one. */
  edition: number;
  views: Views;
  confirmed: Side[];
  /** The manager who confirmed: their word stays theirs when another one leads the person by now. */
  confirmedBy?: string | undefined;
  doneAt?: Date | undefined;
  /** The manager who confirmed, once both had. */
  doneWith?: string | undefined;
  prepared?: Prepared | undefined;
  past: Past[];
  /** Since when the question whether it helped is out. */
  askedHelp?: Date | undefined;
  /** Each one's own; read by nobody else. */
  helped: Partial<Record<Side, Helped>>;
  /** Sides whose answer is in no number yet. */
  uncounted?: Side[] | undefined;
}

const texts = [
  'notes.agreed',
  'notes.steps.*.what',
  'notes.support',
  'written.seen',
  'written.next',
  'views.person.text',
  'views.manager.text',
];

export const interviews = entity<Interview>('interviews', {
  fields: {
    cycle: String,
    person: String,
    manager: String,
    unit: String,
    state: String,
    reasons: [String],
    version: Number,
    round: Number,
    openedAt: Date,
    proposal: Any,
    agreed: Any,
    sequence: Number,
    heldOn: String,
    notes: Any,
    written: Any,
    silent: Boolean,
    edition: Number,
    views: Any,
    confirmed: [String],
    confirmedBy: String,
    doneAt: Date,
    doneWith: String,
    prepared: Any,
    past: Any,
    askedHelp: Date,
    helped: Any,
    uncounted: { type: [String], default: undefined },
  },
  sealed: {
    paths: [
      ...texts,
      ...texts.map((path) => `past.*.${path}`),
      'proposal.place',
      'agreed.place',
      'prepared.ask',
      'prepared.talk',
      'helped.person.answer',
      'helped.manager.answer',
    ],
    subject: (i) => i.person,
  },
  indexes: [
    { keys: { cycle: 1, state: 1, manager: 1 } },
    { keys: { manager: 1, cycle: 1, state: 1 } },
    { keys: { person: 1, state: 1 } },
    { keys: { uncounted: 1, cycle: 1 }, where: { uncounted: { $exists: true } } },
  ],
});

export const interviewOf = (cycle: string, person: string): Promise<Interview | undefined> =>
  interviews.get(participantId(cycle, person));

export const ofPerson = (person: string): Promise<Interview[]> =>
  interviews.find({ person, state: { $ne: 'cancelled' } }, { sort: { openedAt: -1, _id: 1 } });

/** Of a cycle, with whoever leads these people now. */
export const ofManager = (manager: string, cycle: string): Promise<Interview[]> =>
  interviews.find({ manager, cycle, state: { $ne: 'cancelled' } }, { sort: { _id: 1 } });

const open = { $nin: ['done', 'cancelled'] };
/** Where something may be owed. */
export const openOfPerson = (person: string): Promise<Interview[]> =>
  interviews.find({ person, state: open }, { sort: { _id: 1 } });
export const openOfManager = (manager: string): Promise<Interview[]> =>
  interviews.find({ manager, state: open }, { sort: { _id: 1 } });

/** In which cycles somebody leads conversations, and how many of them are done. */
export async function ledBy(manager: string): Promise<{ cycle: string; done: number; all: number }[]> {
  const rows = await interviews.tally({ manager, state: { $ne: 'cancelled' } }, ['cycle', 'state']);
  const ids = [...new Set(rows.map((r) => r._id.cycle))].sort();
  return ids.map((cycle) => {
    const mine = rows.filter((r) => r._id.cycle === cycle);
    const sum = (some: typeof rows) => some.reduce((n, r) => n + r.n, 0);
    return { cycle, done: sum(mine.filter((r) => r._id.state === 'done')), all: sum(mine) };
  });
}

/** They have to meet and have not. */
export const unmet: readonly InterviewState[] = ['due', 'proposed', 'scheduled'];
/** Face to face and over, as far as one of them says. */
export const met: readonly InterviewState[] = ['held', 'confirmed', 'done'];

/** How many said what, 60 days later: written by one job, from batches of three people and more. */
export interface HelpTally extends Doc {
  /** Of the cycle. */
  _id: string;
  person: Record<Answer, number>;
  manager: Record<Answer, number>;
}

export const helpTallies = entity<HelpTally>('interviewhelp', { fields: { person: Any, manager: Any } });

/** Conversations that a manager held in a cycle, and those of them about which next to nothing was noted (流于形式). */
export async function interviewsHeld(
  cycle: string,
  manager: string,
): Promise<{ held: number; silent: number }> {
  const where = { cycle, manager, state: { $in: [...met] } };
  return { held: await interviews.count(where), silent: await interviews.count({ ...where, silent: true }) };
}
