/**
 * The look before the launch: what would go wrong, with names. People are counted page by page, so that 100 000 of them
 * need no more memory than their ids; the decisions are pure.
 */
import type { Reach } from '../core/actor.ts';
import { type Calendar, type Day, isWorkday } from '../core/calendar.ts';
import type { Person } from '../people/model.ts';
import { notEligible } from './eligibility.ts';
import type { Cycle, Phase } from './model.ts';
import { weightsOff } from './schemes.ts';

/** As many are named; the others are a number. */
export const mostNamed = 10;

export const personCodes = ['noManager', 'noAccount', 'leave', 'joined', 'leaving'] as const;
export type PersonCode = (typeof personCodes)[number];

export type Finding =
  | { code: PersonCode | 'circle'; n: number; ids: string[] }
  | { code: 'weights'; off: { of: string; sum: number; whole: number }[] }
  | { code: 'past' | 'order' | 'holiday'; days: { phase: Phase; day: Day; name: string }[] }
  | { code: 'overlap'; cycles: string[] };

export type FindingCode = Finding['code'];

export interface LaunchCheck {
  at: Date;
  people: number;
  /** Who take part and need nothing. */
  fine: number;
  eligible: number;
  findings: Finding[];
  /** People by the platform on which they are reached. */
  platforms: { platform: string; n: number }[];
}

const stops: readonly FindingCode[] = ['weights', 'circle', 'past', 'order'];

/** A circle, weights that are not the whole, and dates that cannot be kept stop the start. */
export const blocking = (check: LaunchCheck): Finding[] =>
  check.findings.filter((f) => stops.includes(f.code));

/** What was counted so far. */
export interface Tally {
  people: number;
  eligible: number;
  touched: Set<string>;
  found: Map<PersonCode | 'circle', { n: number; ids: string[] }>;
  platforms: Map<string, number>;
  /** Who reports to whom, of everybody who takes part and of those above them. */
  lines: Map<string, string | undefined>;
}

export const emptyTally = (): Tally => ({
  people: 0,
  eligible: 0,
  touched: new Set(),
  found: new Map(),
  platforms: new Map(),
  lines: new Map(),
});

function note(tally: Tally, code: PersonCode | 'circle', id: string): void {
  const found = tally.found.get(code) ?? { n: 0, ids: [] };
  if (found.ids.length < mostNamed) found.ids.push(id);
  tally.found.set(code, { n: found.n + 1, ids: found.ids });
  tally.touched.add(id);
}

interface Known {
  reach: ReadonlyMap<string, Reach>;
  /** Who decides on a person: the next active one above, or whom HR named. */
  managers: ReadonlyMap<string, string | undefined>;
}

/** Counts a page of people into the tally. */
export function countIn(
  tally: Tally,
  cycle: Pick<Cycle, 'period' | 'schemes'>,
  page: readonly Person[],
  known: Known,
): void {
  for (const p of page) {
    tally.people += 1;
    tally.lines.set(p._id, p.manager);
    const reach = known.reach.get(p._id);
    if (reach) tally.platforms.set(reach.platform, (tally.platforms.get(reach.platform) ?? 0) + 1);
    else note(tally, 'noAccount', p._id);
    const why = notEligible(p, cycle.period, cycle.schemes.standard.eligibility.minActiveDays);
    if (why) note(tally, why as PersonCode, p._id);
    else tally.eligible += 1;
    if (!why && !known.managers.get(p._id)) note(tally, 'noManager', p._id);
  }
}

interface Around {
  at: Date;
  /** The organisation's day. */
  today: Day;
  circles: readonly (readonly string[])[];
  calendar: Calendar;
  /** Names of running cycles with the same scheme whose period overlaps. */
  overlapping: string[];
}

/** The findings in the order in which they are read: what stops the start first. */
export function checkOf(tally: Tally, cycle: Cycle, around: Around): LaunchCheck {
  for (const id of around.circles.flat()) note(tally, 'circle', id);
  const people = (['circle', ...personCodes] as const).flatMap((code): Finding[] => {
    const found = tally.found.get(code);
    return found ? [{ code, ...found }] : [];
  });
  const off = [...weightsOff(cycle.schemes.standard), ...weightsOff(cycle.schemes.manager)];
  const past = overdue(cycle, around.today);
  const order = disordered(cycle);
  const holiday = onHolidays(cycle, around.calendar);
  return {
    at: around.at,
    people: tally.people,
    fine: tally.people - tally.touched.size,
    eligible: tally.eligible,
    findings: [
      ...(off.length > 0 ? [{ code: 'weights' as const, off }] : []),
      ...(past.length > 0 ? [{ code: 'past' as const, days: past }] : []),
      ...people,
      ...(order.length > 0 ? [{ code: 'order' as const, days: order }] : []),
      ...(holiday.length > 0 ? [{ code: 'holiday' as const, days: holiday }] : []),
      ...(around.overlapping.length > 0
        ? [{ code: 'overlap' as const, cycles: around.overlapping.slice(0, mostNamed) }]
        : []),
    ],
    platforms: [...tally.platforms].map(([platform, n]) => ({ platform, n })).sort((a, b) => b.n - a.n),
  };
}

const overdue = (cycle: Pick<Cycle, 'phases'>, today: Day) =>
  cycle.phases.filter(({ due }) => due < today).map(({ phase, due }) => ({ phase, day: due, name: '' }));

function disordered(cycle: Pick<Cycle, 'phases'>) {
  return cycle.phases.flatMap(({ phase, opens, due }, i) => {
    const before = cycle.phases[i - 1];
    const wrong = due < opens || (before !== undefined && due <= before.due);
    return wrong ? [{ phase, day: due, name: '' }] : [];
  });
}

const onHolidays = (cycle: Pick<Cycle, 'phases'>, calendar: Calendar) =>
  cycle.phases
    .filter(({ due }) => !isWorkday(due, calendar))
    .map(({ phase, due }) => ({ phase, day: due, name: calendar.off[due] ?? '' }));

/** Minutes that `n` messages take; 0 where nobody counts. */
export const estimate = (perMinute: number, n: number): number =>
  Number.isFinite(perMinute) && perMinute > 0 ? n / perMinute : 0;
