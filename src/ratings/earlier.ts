/** Scores of other people and other cycles that a rating builds on: the reports' improvement, and inner cycles. */
import { daysBetween } from '../core/calendar.ts';
import { exact, parse, sub } from '../core/fraction.ts';
import { type Cycle, cycles, isIn, participantId, participants } from '../cycles/model.ts';
import { approvedOf, finalOf, type Rating, ratings } from './model.ts';

export interface ReportChange {
  person: string;
  /** Exact: '0.25'. */
  change: string;
}

export interface InnerFinal {
  cycle: string;
  name: string;
  /** '3.42' */
  score: string;
  days: number;
}

export interface Reports {
  led: number;
  changes: ReportChange[];
  /** Had a final score before, and the one of this cycle is not decided: their change is still to come. */
  waiting: number;
}

export const nobodyLed: Reports = { led: 0, changes: [], waiting: 0 };

/** The change of each report's final score since the last cycle that closed before this one began to count. */
export async function changesOf(cycle: Cycle, manager: string): Promise<Reports> {
  const led = (await participants.find({ cycle: cycle._id, manager })).filter(isIn).map((p) => p.person);
  const all = await ratings.find({ _id: { $in: led.map((person) => participantId(cycle._id, person)) } });
  const now = all.filter((r) => r.state === 'submitted' || r.state === 'approved');
  const before = await lastFinals(cycle, led);
  const changes = now.flatMap((rating) => {
    const { person } = rating;
    const final = finalOf(rating);
    const last = before.get(person);
    return final && last ? [{ person, change: exact(sub(parse(final), parse(last))) }] : [];
  });
  const undecided = ['proposed', 'returned', 'submitted'];
  return {
    led: led.length,
    changes: changes.sort((a, b) => (a.person < b.person ? -1 : 1)),
    waiting: all.filter((r) => before.has(r.person) && undecided.includes(r.state)).length,
  };
}

async function lastFinals(cycle: Cycle, persons: readonly string[]): Promise<Map<string, string>> {
  const { found, of } = await earlier(persons, cycle);
  const closed = found.filter(({ cycle: id }) => {
    const other = of.get(id);
    return other?.state === 'closed' && other.period.to < cycle.period.to;
  });
  const ends = ({ cycle: id }: Rating) => of.get(id)?.period.to ?? '';
  const sorted = closed.sort((a, b) => (ends(a) < ends(b) ? -1 : 1));
  const finals = sorted.map((rating) => [rating.person, finalOf(rating)] as const);
  return new Map(finals.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

async function earlier(persons: readonly string[], cycle: Cycle) {
  const found = (await approvedOf(persons)).filter((r) => r.cycle !== cycle._id);
  const all = await cycles.find({ _id: { $in: [...new Set(found.map((r) => r.cycle))] } });
  return { found, of: new Map(all.map((c) => [c._id, c])) };
}

/** Finals of cycles that lie within this one, with how many days each covers. */
export async function innerFinals(cycle: Cycle, person: string): Promise<InnerFinal[]> {
  const { found, of } = await earlier([person], cycle);
  const inner = found.flatMap((rating) => {
    const id = rating.cycle;
    const final = finalOf(rating);
    const other = of.get(id);
    if (!other || !final || other.period.from < cycle.period.from || other.period.to > cycle.period.to)
      return [];
    const days = daysBetween(other.period.from, other.period.to) + 1;
    return [{ cycle: id, name: other.name, score: final, days }];
  });
  return inner.sort((a, b) => (a.cycle < b.cycle ? -1 : 1));
}
