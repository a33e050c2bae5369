/** What insights read: failures in groups that one decision settles, and facts page by page. Nothing is written here. */

import { type FactRow, facts } from '../core/facts.ts';
import { type FailedJob, failedJobs, type Undelivered, undelivered } from '../core/failures.ts';
import { rooms } from '../core/room.ts';
import { namesOf } from '../people/model.ts';
import { type Failure, grouped, merged } from './rules.ts';

export const pageSize = 12;

export interface Troubles {
  messages: Undelivered[];
  jobs: FailedJob[];
}

export const troubles = async (): Promise<Troubles> => ({
  messages: await undelivered(),
  jobs: await failedJobs(),
});

/** The groups, with names of people and rooms. */
export async function failures(): Promise<(Failure & { name: string })[]> {
  const { messages, jobs } = await troubles();
  const groups = grouped(messages, jobs);
  const names = await namesOf(groups.filter((g) => g.to === 'person').map((g) => g.subject));
  const inRooms = await rooms.find({
    _id: { $in: groups.filter((g) => g.to === 'room').map((g) => g.subject) },
  });
  const roomNames = new Map(inRooms.map((r) => [r._id, r.name]));
  return groups.map((g) => ({
    ...g,
    name: g.to === 'room' ? (roomNames.get(g.subject) ?? g.subject) : names(g.subject),
  }));
}

export interface FactPage {
  rows: FactRow[];
  /** There are older ones. */
  more: boolean;
}

/** The newest of all facts first, by their number in the chain. */
export async function allFacts(page: number): Promise<FactPage> {
  const range = { sort: { seq: -1 }, skip: page * pageSize, limit: pageSize + 1 } as const;
  const rows = await facts.find({ sealed: true }, range);
  return { rows: rows.slice(0, pageSize), more: rows.length > pageSize };
}

/** Facts about a person or cycle, or that belong to it. Two walks along two indexes, merged. */
export async function factsOf(id: string, page: number): Promise<FactPage> {
  const range = { sort: { at: -1 }, limit: (page + 1) * pageSize + 1 } as const;
  const all = merged(await facts.find({ about: id }, range), await facts.find({ ref: id }, range));
  const from = page * pageSize;
  return { rows: all.slice(from, from + pageSize), more: all.length > from + pageSize };
}
