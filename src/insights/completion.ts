/** How far a cycle is: counted by unit in the stores, for that part of it that somebody may see. */
import type { Day } from '../core/calendar.ts';
import { mostNamed } from '../cycles/check.ts';
import { dueDay } from '../cycles/deadlines.ts';
import {
  type Cycle,
  type Participant,
  type ParticipantState,
  type Phase,
  participants,
} from '../cycles/model.ts';
import { ratings } from '../ratings/model.ts';
import { receipts } from '../results/model.ts';
import { type Appeals, appealsIn } from './appeals.ts';
import { leastOf } from './distribution.ts';
import { type Counted, pooling, rowsOf, type Step, together } from './rules-status.ts';
import { type Filter, filterOf, leftOut, readsNames, type Scope, within } from './scope.ts';

export interface Named {
  n: number;
  ids: string[];
}

export interface Status {
  /** Who take part, by unit. */
  people: ReadonlyMap<string, number>;
  /** What has begun. */
  counted: Counted[];
  states: { state: ParticipantState; n: number }[];
  late: (Named & { step: Step })[];
  out: (Named & { state: ParticipantState; reason: string })[];
  /** Acknowledged by five working days of silence: a part of what is done. */
  silent: number;
  /** Sent back to the one who rates. */
  returned: number;
  appeals: Appeals;
}

/** Who asks, which part they see, and when. */
export interface Asking {
  reader: string;
  scope: Scope;
  today: Day;
  now: Date;
}

type Counts = ReadonlyMap<string, number>;
type Tallied = readonly { _id: { unit: string; state: string }; n: number }[];

const sumOf = (rows: Tallied, states: readonly string[]): Map<string, number> => {
  const all = new Map<string, number>();
  for (const { _id, n } of rows)
    if (states.includes(_id.state)) all.set(_id.unit, (all.get(_id.unit) ?? 0) + n);
  return all;
};
const whole = (counts: Counts): number => [...counts.values()].reduce((all, n) => all + n, 0);

/** `phases`: only what people answer for in these is counted; all that have opened without it. */
export async function statusOf(
  cycle: Cycle,
  asking: Asking,
  phases: readonly Phase[] = cycle.opened,
): Promise<Status> {
  const { scope } = asking;
  const places: Tallied = await participants.tally(filterOf(cycle, scope, 'manager'), ['unit', 'state']);
  const people = sumOf(
    places,
    [...new Set(places.map((p) => p._id.state))].filter((s) => !leftOut.includes(s)),
  );
  const rated = await ratings.tally(ratedBy(cycle, asking), ['unit', 'state']);
  const given = cycle.opened.includes('feedback')
    ? await receipts.tally(filterOf(cycle, scope, 'rater'), ['unit', 'state'])
    : [];
  const unit = scope.kind === 'shape' ? pooling(people, leastOf(cycle)) : (name: string) => name;
  const answered = await answeredIn(cycle, asking, phases);
  const all: Sources = { ...answered, rated, given, late: await lateRated(cycle, asking) };
  const counted = stepsOf(cycle, asking, await withoutReader(cycle, places, asking), all);
  const states = new Set(places.map((p) => p._id.state as ParticipantState));
  return {
    people: together(people, unit),
    counted: counted.map(({ step, of }) => ({ step, rows: rowsOf(mapped(of, unit)) })).filter(hasRows),
    states: [...states].map((state) => ({ state, n: whole(sumOf(places, [state])) })),
    late: readsNames(scope) ? await whoIsLate(cycle, asking, answered) : [],
    out:
      scope.kind === 'all' || scope.kind === 'units' ? await whoIsOut(filterOf(cycle, scope, 'manager')) : [],
    silent: whole(sumOf(given, ['silent'])),
    returned: whole(sumOf(rated, ['returned'])),
    appeals: await appealsIn(places),
  };
}

type Split = Record<'done' | 'open' | 'late', Counts>;
const nobody: Counts = new Map();
const hasRows = ({ rows }: Counted): boolean => rows.length > 0;
const mapped = (of: Split, unit: (name: string) => string): Split => ({
  done: together(of.done, unit),
  open: together(of.open, unit),
  late: together(of.late, unit),
});

type Answered = Partial<Record<'planning' | 'assessment' | 'closing', Split>>;
interface Sources {
  planning?: Split;
  assessment?: Split;
  closing?: Split;
  rated: Tallied;
  given: Tallied;
  late: Counts;
}

/** Everybody's but the reader's: how far one's own rating is, nobody reads from a count. */
const ratedBy = (cycle: Cycle, { scope, reader }: Asking): Filter => ({
  ...filterOf(cycle, scope, 'rater'),
  person: { $ne: reader },
});

async function withoutReader(cycle: Cycle, places: Tallied, { scope, reader }: Asking): Promise<Tallied> {
  const own = await participants.one({ ...filterOf(cycle, scope, 'manager'), person: reader });
  return places.map((p) =>
    own && p._id.unit === own.unit && p._id.state === own.state ? { ...p, n: p.n - 1 } : p,
  );
}

const released: readonly string[] = ['released', 'acknowledged', 'appealing', 'final'];
const unreleased: readonly string[] = ['invited', 'planning', 'tracking', 'assessing', 'rated', 'calibrated'];

/** Where the numbers of each step come from. What a team’s manager has no part in is not counted for them. */
function stepsOf(
  cycle: Cycle,
  { scope }: Asking,
  others: Tallied,
  all: Sources,
): { step: Step; of: Split }[] {
  const has = (phase: Phase) => cycle.opened.includes(phase);
  const split = (rows: Tallied, done: readonly string[], open: readonly string[], late = nobody): Split => ({
    done: sumOf(rows, done),
    open: sumOf(rows, open),
    late,
  });
  const rated = split(all.rated, ['approved', 'unrated'], ['proposed', 'submitted', 'returned'], all.late);
  const office: readonly (readonly [Step, Split | false | undefined])[] = [
    ['planning', all.planning],
    ['assessment', all.assessment],
    ['rating', has('assessment') && rated],
    ['calibration', has('calibration') && split(others, ['calibrated', ...released], ['rated'])],
    ['release', has('feedback') && split(others, released, unreleased)],
    ['receipt', split(all.given, ['acknowledged', 'silent'], ['open'])],
    ['outcomes', has('outcomes') && split(others, ['final'], released.slice(0, -1))],
    ['closing', all.closing],
  ];
  const hidden: readonly Step[] = scope.kind === 'team' ? ['calibration', 'outcomes', 'closing'] : [];
  return office.flatMap(([step, of]) => (of && !hidden.includes(step) ? [{ step, of }] : []));
}

/** Phases in which participants themselves owe something. What they owe confidentially is no part of it. */
const owed = ['planning', 'assessment', 'closing'] as const;

async function answeredIn(
  cycle: Cycle,
  { scope, today }: Asking,
  wanted: readonly Phase[],
): Promise<Answered> {
  const filter = { ...filterOf(cycle, scope, 'manager'), ...within };
  const found: Answered = {};
  for (const phase of owed.filter((p) => wanted.includes(p))) {
    const field = `progress.${phase}`;
    const count = async (where: Filter) =>
      new Map((await participants.tally({ ...filter, ...where }, ['unit'])).map((r) => [r._id.unit, r.n]));
    found[phase] = {
      done: await count({ [field]: 'done' }),
      open: await count({ [field]: 'open' }),
      late: await count({ ...lateFilter(cycle, phase, today), [field]: 'open' }),
    };
  }
  return found;
}

const overdue = (now: Date): Filter => ({ state: { $in: ['proposed', 'returned'] }, due: { $lt: now } });

async function lateRated(cycle: Cycle, asking: Asking): Promise<Counts> {
  const rows = await ratings.tally({ ...ratedBy(cycle, asking), ...overdue(asking.now) }, ['unit']);
  return new Map(rows.map((r) => [r._id.unit, r.n]));
}

/** Whose due day is over, by the organisation's date; nobody when the phase is not due yet. */
export function lateFilter(cycle: Cycle, phase: Phase, today: Day): Filter {
  const due = (who: Pick<Participant, 'person' | 'unit'>) => dueDay(cycle, who, phase) ?? today;
  if (due({ person: '', unit: '' }) >= today) return { person: { $in: [] } };
  const spared = cycle.extensions.filter((e) => e.phase === phase && e.due >= today);
  const persons = spared.flatMap((e) => e.person ?? []);
  const units = spared.flatMap((e) => e.unit ?? []);
  return {
    ...(persons.length > 0 && { person: { $nin: persons } }),
    ...(units.length > 0 && { $and: [{ unit: { $nin: units } }] }),
  };
}

/**
 * Names beside what is overdue: of the last phase that asked something of people, and of those who have yet to rate. The
 * closing survey is nobody's to know.
 */
async function whoIsLate(cycle: Cycle, asking: Asking, answered: Answered): Promise<Status['late']> {
  const { scope, today, now } = asking;
  const phase = (['assessment', 'planning'] as const).find((p) => whole(answered[p]?.open ?? nobody) > 0);
  const found: Status['late'] = [];
  const n = whole((phase && answered[phase]?.late) ?? nobody);
  if (phase && n > 0) {
    const where = { ...within, ...lateFilter(cycle, phase, today), [`progress.${phase}`]: 'open' };
    const filter = { ...filterOf(cycle, scope, 'manager'), ...where };
    const some = await participants.find(filter, { sort: { cycle: 1, person: 1 }, limit: mostNamed });
    found.push({ step: phase, n, ids: some.map((p) => p.person) });
  }
  if (scope.kind === 'team') return found;
  const raters = await ratings.tally({ ...ratedBy(cycle, asking), ...overdue(now) }, ['rater']);
  const ids = raters.flatMap((r) => r._id.rater ?? []).sort();
  if (ids.length > 0) found.push({ step: 'rating', n: ids.length, ids: ids.slice(0, mostNamed) });
  return found;
}

async function whoIsOut(filter: Filter): Promise<Status['out']> {
  const groups = await participants.tally({ ...filter, state: { $in: leftOut } }, ['state', 'reason']);
  const list: Status['out'] = [];
  for (const { _id, n } of groups.sort((a, b) => (key(a._id) < key(b._id) ? -1 : 1))) {
    const some = { ...filter, state: _id.state, reason: _id.reason };
    const found = await participants.find(some, { sort: { cycle: 1, person: 1 }, limit: mostNamed });
    list.push({
      state: _id.state as ParticipantState,
      reason: _id.reason,
      n,
      ids: found.map((p) => p.person),
    });
  }
  return list;
}

const key = (of: { state: string; reason: string }) => `${of.state}/${of.reason}`;
