/** Rows for a page of people, from what is stored: results, dates, what was before. */
import {
  type Cycle,
  cycles,
  type Grade,
  type Participant,
  participantId,
  schemeOf,
} from '../cycles/model.ts';
import { peopleById } from '../people/model.ts';
import { type Receipt, type Result, receipts, resultId, results } from '../results/model.ts';
import { type Batch, type Entry, entryId } from './model.ts';
import { eligibleMonths, outcomeBy, summed } from './reward.ts';

/** What the rules make of the version that holds. */
export type Reckoned = Pick<Entry, 'version' | 'grade' | 'months' | 'rule'>;

/** Grades with which their last closed cycles ended. */
async function lastGrades(cycle: Cycle, persons: readonly string[]): Promise<Map<string, Grade | null>> {
  const all = await receipts.find({ person: { $in: [...persons] }, cycle: { $ne: cycle._id } });
  const ids = [...new Set(all.map((r) => r.cycle))];
  const closed = ids.length > 0 ? await cycles.find({ _id: { $in: ids }, state: 'closed' }) : [];
  const ends = new Map(closed.filter((c) => c.period.to < cycle.period.to).map((c) => [c._id, c.period.to]));
  const last = new Map<string, Receipt>();
  for (const receipt of all) {
    const end = ends.get(receipt.cycle);
    const known = last.get(receipt.person);
    if (end && (!known || (ends.get(known.cycle) ?? '') < end)) last.set(receipt.person, receipt);
  }
  return new Map([...last].map(([person, { grade }]) => [person, grade]));
}

/** Of those among them who have a result. */
export async function reckoned(cycle: Cycle, found: readonly Participant[]): Promise<Map<string, Reckoned>> {
  const ids = found.map((p) => p._id);
  const given = await receipts.find({ _id: { $in: ids } });
  const all = await results.find({ _id: { $in: given.map((r) => resultId(r.cycle, r.person, r.version)) } });
  const of = new Map(all.map((r) => [participantId(r.cycle, r.person), r]));
  const persons = found.map((p) => p.person);
  const known = await peopleById(persons);
  const last = await lastGrades(cycle, persons);
  const rows = found.flatMap((p): [string, Reckoned][] => {
    const result = of.get(p._id);
    const person = known.get(p.person);
    if (!result || !person) return [];
    const months = eligibleMonths(person, cycle.period);
    return [[p.person, byRules(cycle, p, result, { months, last: last.get(p.person) })]];
  });
  return new Map(rows);
}

function byRules(
  cycle: Cycle,
  p: Participant,
  { version, grade, computed }: Result,
  at: Pick<Entry, 'months'> & { last: Grade | null | undefined },
): Reckoned {
  const rule = outcomeBy(schemeOf(cycle, p).rewards, { grade, computed, ...at });
  return { version, grade, months: at.months, rule };
}

export function newEntry(
  batch: Batch,
  { person, unit, cycle }: Participant,
  by: Reckoned,
  before?: Entry['before'],
): Entry {
  return summed({
    _id: entryId(batch._id, person),
    rev: 0,
    batch: batch._id,
    cycle,
    person,
    unit,
    state: 'draft',
    ...by,
    ...(before && { before }),
  });
}
