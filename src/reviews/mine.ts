/** All that one person is asked to review in a cycle, for their own eyes. */
import { cycles, type Participant, participantId, participants, schemeOf } from '../cycles/model.ts';
import { namesOf, people } from '../people/model.ts';
import type { Group } from './aggregate.ts';
import { dimensionsFor } from './dimensions.ts';
import { type Assignment, assignmentsOf, drafts } from './model.ts';
import { minutesFor } from './rules-answer.ts';
import { kOf, type Term, termFor } from './scene.ts';

export const rowStates = ['open', 'begun', 'sent', 'unsent', 'declined', 'closed'] as const;
export type RowState = (typeof rowStates)[number];

export interface Row {
  review: string;
  name: string;
  group: Group;
  state: RowState;
  minutes: number;
}

export interface Mine {
  term: Term;
  rows: Row[];
  k: number;
}

export const waits = ({ state }: Pick<Row, 'state'>): boolean => state === 'open' || state === 'begun';
export const minutesLeft = (rows: readonly Row[]): number =>
  rows.filter(waits).reduce((sum, row) => sum + row.minutes, 0);
/** Of those that count: not declined, and still wanted. */
export const progressOf = (rows: readonly Row[]): { done: number; of: number } => {
  const wanted = rows.filter((row) => row.state !== 'declined' && row.state !== 'closed');
  return { done: wanted.filter((row) => row.state === 'sent').length, of: wanted.length };
};

export async function mineOf(giver: string, cycleId: string): Promise<Mine> {
  const term = await termFor(await cycles.must(cycleId), await people.must(giver));
  return mineIn(term, giver);
}

/** The same with the giver's term at hand. */
export async function mineIn(term: Term, giver: string): Promise<Mine> {
  const { cycle } = term;
  const mine = await assignmentsOf(giver, cycle._id);
  const ids = mine.map((a) => participantId(cycle._id, a.subject));
  const places = new Map((await participants.find({ _id: { $in: ids } })).map((p) => [p.person, p]));
  const begun = new Set((await drafts.find({ _id: { $in: mine.map((a) => a._id) } })).map((d) => d._id));
  return mineFrom(term, mine, {
    name: await namesOf(mine.map((a) => a.subject)),
    place: (id) => places.get(id),
    isBegun: (id) => begun.has(id),
  });
}

/** What is known of subjects, and of reviews by id. */
interface Known {
  name(subject: string): string;
  place(subject: string): Participant | undefined;
  isBegun(review: string): boolean;
}

export function mineFrom(term: Term, mine: readonly Assignment[], known: Known): Mine {
  const { cycle } = term;
  const dimensions = (a: Assignment): number => {
    const participant = known.place(a.subject);
    return participant ? dimensionsFor(schemeOf(cycle, participant), a.group).length : 0;
  };
  const rows = mine.map(
    (a): Row => ({
      review: a._id,
      name: known.name(a.subject),
      group: a.group,
      state: stateOf(a, known.isBegun(a._id)),
      minutes: minutesFor(dimensions(a)),
    }),
  );
  return { term, rows: rows.sort(inOrder), k: kOf(cycle.schemes.standard) };
}

function stateOf({ state, over }: Assignment, begun: boolean): RowState {
  if (state !== 'open') return state;
  if (over) return 'unsent';
  return begun ? 'begun' : 'open';
}

/** What waits first; then by name, so that the order says nothing about when somebody was asked. */
const inOrder = (a: Row, b: Row): number => {
  const [left, right] = [a, b].map((row) => `${waits(row) ? 0 : 1}${row.name}\n${row.review}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
};
