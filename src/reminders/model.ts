/** What each person was reminded of last, and what HR has still to hear of. */
import type { Day } from '../core/calendar.ts';
import { Any, type Doc, entity } from '../core/entity.ts';
import type { Snooze } from './rules.ts';

/** Somebody in a team who is late; which of their tasks, and at most its phase. */
export interface Late {
  person: string;
  task: string;
  /** The day that passed: one that was moved can be late once more. */
  due?: Day;
  phase?: string;
}

/** One document a person: the newest digest. */
export interface Reminded extends Doc {
  /** The person. */
  _id: string;
  /** Their local day. At most one digest a day goes out. */
  day: Day;
  /** Keys of the tasks in it. */
  tasks: string[];
  team: Late[];
  /** For HR: what became five working days late between these moments. */
  overdue?: { after: Date; to: Date };
  snoozed: Snooze[];
}

export const reminded = entity<Reminded>('reminded', {
  fields: { day: String, tasks: [String], team: Any, overdue: Any, snoozed: Any },
});

/** Something five working days late: HR hears of it once, of a confidential one as a number only. */
export interface Overdue extends Doc {
  /** `<person>:<task>` */
  _id: string;
  person: string;
  task: string;
  phase?: string;
  confidential: boolean;
  at: Date;
}

export const overdue = entity<Overdue>('overdue', {
  fields: { person: String, task: String, phase: String, confidential: Boolean, at: Date },
  indexes: [{ keys: { at: 1 } }],
});

export const digestPrefix = 'reminders.digest:';
export const digestKey = (day: Day): string => digestPrefix + day;

/** Whom somebody may remind: everybody, the units they look after, or their own reports. */
export interface Scope {
  kind: 'all' | 'units' | 'team';
  units: string[];
}

export const everybody: Scope = { kind: 'all', units: [] };

/** Fields of the people in a scope, for a find. */
export function inScope({ kind, units }: Scope, by: string): Record<string, unknown> {
  if (kind === 'team') return { manager: by };
  return kind === 'units' ? { unit: { $in: units } } : {};
}
