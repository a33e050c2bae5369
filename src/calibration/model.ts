/** Sessions, and what calibration decided about single people. Scores and raw answers are never touched. */
import { Any, type Doc, entity } from '../core/entity.ts';
import type { Grade, ParticipantState } from '../cycles/model.ts';
import type { BiasHint } from '../ratings/bias.ts';
import { ratingOf } from '../ratings/index.ts';

/** One change of a grade: appended, never changed. */
export interface Override extends Doc {
  cycle: string;
  person: string;
  session: string;
  from: Grade;
  to: Grade;
  /** The person reads it. */
  reason: string;
  by: string;
  at: Date;
  /** Version of the rating that it is about: another one is calibrated anew. */
  rating?: number | undefined;
  /** Taken back within five minutes: as if it had not been. */
  undone?: Date | undefined;
}

export const overrides = entity<Override>('overrides', {
  fields: {
    cycle: String,
    person: String,
    session: String,
    from: String,
    to: String,
    reason: String,
    by: String,
    at: Date,
    rating: Number,
    undone: Date,
  },
  indexes: [{ keys: { cycle: 1, person: 1, at: 1 } }, { keys: { session: 1 } }],
  sealed: { paths: ['reason'], subject: (o) => o.person },
});

/** Everything that was ever decided, also what was taken back or belongs to an earlier rating. */
export const historyOf = (cycle: string, person: string): Promise<Override[]> =>
  overrides.find({ cycle, person }, { sort: { at: 1, _id: 1 } });

/** In the order in which they were made, of the rating as it is now: the last one holds. */
export async function overridesOf(cycle: string, person: string): Promise<Override[]> {
  const all = (await historyOf(cycle, person)).filter((o) => o.undone === undefined);
  if (all.every((o) => o.rating === undefined)) return all;
  const version = (await ratingOf(cycle, person))?.version;
  return all.filter((o) => o.rating === undefined || o.rating === version);
}

/**
 * What the person reads: from the computed grade to the one that holds. Whatever went to and fro in between is the
 * session's own; back at the computed grade nothing was changed.
 */
export async function overrideOf(cycle: string, person: string): Promise<Override | undefined> {
  const last = (await overridesOf(cycle, person)).at(-1);
  const computed = last && (await ratingOf(cycle, person))?.grade;
  return computed && last.to !== computed ? { ...last, from: computed } : undefined;
}

/** Closes for its units: everybody of them when named by hand. */
export interface Head {
  person: string;
  units: string[];
}

export interface Sign {
  by: string;
  at: Date;
}

/** Some units of a cycle, looked at together by a few people in a private room. */
export interface Session extends Doc {
  cycle: string;
  units: string[];
  state: 'open' | 'closing' | 'closed';
  /** Not closed: of these there is one a unit. */
  live: boolean;
  members: string[];
  heads: Head[];
  by: string;
  at: Date;
  /** Those who pressed [Close]: HR and the heads have to. Any change of a grade empties it. */
  signs: Sign[];
  closedAt?: Date | undefined;
  /** Participants that were calibrated by the last close. */
  moved?: number | undefined;
  reopened: { by: string; at: Date; reason: string }[];
}

export const sessions = entity<Session>('calibrations', {
  fields: {
    cycle: String,
    units: [String],
    state: String,
    live: Boolean,
    members: [String],
    heads: Any,
    by: String,
    at: Date,
    signs: Any,
    closedAt: Date,
    moved: Number,
    reopened: Any,
  },
  indexes: [
    // Two openings at once: the second one fails, runs again and finds the first.
    { keys: { cycle: 1, units: 1 }, unique: true, where: { live: true } },
    { keys: { cycle: 1, at: 1 } },
    { keys: { members: 1, live: 1 } },
  ],
  sealed: { paths: ['reopened.*.reason'], subject: (s) => s.cycle },
});

/** Sessions that are not closed. */
export const openSessions = (cycle: string): Promise<Session[]> =>
  sessions.find({ cycle, live: true }, { sort: { at: 1, _id: 1 } });
export const sessionsOf = (cycle: string): Promise<Session[]> =>
  sessions.find({ cycle }, { sort: { at: 1, _id: 1 } });
export const sessionsWith = (member: string): Promise<Session[]> =>
  sessions.find({ members: member, live: true }, { sort: { at: 1, _id: 1 } });

export const sorts = ['score', 'grade', 'name', 'manager'] as const;
export type Sort = (typeof sorts)[number];

/** How one member looks at a session. */
export interface Desk extends Doc {
  /** `<session>:<person>` */
  _id: string;
  session: string;
  person: string;
  sort: Sort;
  page: number;
  /** Said to have looked through. */
  lookedAt?: Date | undefined;
}

export const desks = entity<Desk>('calibration_desks', {
  fields: { session: String, person: String, sort: String, page: Number, lookedAt: Date },
  indexes: [{ keys: { session: 1 } }],
});
export const deskId = (session: string, person: string): string => `${session}:${person}`;

/** Kept with the case, read by those who may open the row; never by the person. */
export interface CaseNote extends Doc {
  session: string;
  cycle: string;
  person: string;
  by: string;
  at: Date;
  text: string;
  /** The manager would give another grade. */
  proposes?: Grade | undefined;
}

export const caseNotes = entity<CaseNote>('calibration_notes', {
  fields: {
    session: String,
    cycle: String,
    person: String,
    by: String,
    at: Date,
    text: String,
    proposes: String,
  },
  indexes: [{ keys: { cycle: 1, person: 1, at: 1 } }, { keys: { session: 1 } }],
  sealed: { paths: ['text'], subject: (n) => n.person },
});
export const notesOn = (cycle: string, person: string): Promise<CaseNote[]> =>
  caseNotes.find({ cycle, person }, { sort: { at: 1, _id: 1 } });

/** What strikes about one rater in one unit, worked out beforehand: it needs everything the rater gave. */
export interface Finding extends Doc {
  /** `<session>:<unit>:<rater>` */
  _id: string;
  session: string;
  unit: string;
  rater: string;
  /** All whom the rater rated: who reads some of them one by one could subtract. */
  team: string[];
  /** The same for the unit: everybody with a rating. */
  of: string[];
  hints: BiasHint[];
}

export const findings = entity<Finding>('calibration_findings', {
  fields: { session: String, unit: String, rater: String, team: [String], of: [String], hints: Any },
  indexes: [{ keys: { session: 1, rater: 1 } }],
});

/** The people of other units with whom a small session is looked at together, counted beforehand for each reader. */
export interface Pool extends Doc {
  /** The session. */
  _id: string;
  units: string[];
  at: Date;
  /** By reader, without the rows that are not theirs to see. */
  outside: Record<string, Partial<Record<Grade, number>>>;
}

export const pools = entity<Pool>('calibration_pools', {
  fields: { units: [String], at: Date, outside: Any },
});

/** One person of a session without the grade that holds, which is always read. */
export interface RosterRow {
  person: string;
  name: string;
  unit: string;
  manager?: string | undefined;
  managerName: string;
  /** Leads people in this cycle. */
  leads: boolean;
  rater?: string | undefined;
  state: ParticipantState;
  /** The rating is approved: there is something to calibrate. */
  approved: boolean;
  /** Nobody rated in time. */
  unrated: boolean;
  /** Of the rating. */
  version: number;
  score: string | null;
  computed: Grade | null;
}

/** Everybody of a session, kept so that no press reads hundreds of ratings. */
export interface Roster extends Doc {
  /** The session. */
  _id: string;
  rows: RosterRow[];
}

export const rosters = entity<Roster>('calibration_rosters', { fields: { rows: Any } });
