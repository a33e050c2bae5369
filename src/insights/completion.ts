/** How far a cycle is: counted by unit in the stores, for that part of it that somebody may see. */
import type { Day } from '../core/calendar.ts';
import { mostNamed } from '../cycles/check.ts';
import { dueDay } from '../cycles/deadlines.ts';
import {
  type Cycle,
  type Participant,
  type ParticipantState,
  type Phase,
  participantId,
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
/** People of a unit who stand alike: in the same state, and owing the same. */
type Alike = readonly {
  _id: { unit: string; state: string; progress?: Participant['progress'] | null };
  n: number;
}[];

const sumOf = (rows: Tallied, states: readonly string[]): Map<string, number> =>
  sumIf(rows, (row) => states.includes(row._id.state));

function sumIf<R extends Tallied[number]>(
  rows: readonly R[],
  fits: (row: R) => boolean,
): Map<string, number> {
  const all = new Map<string, number>();
  for (const row of rows) if (fits(row)) all.set(row._id.unit, (all.get(row._id.unit) ?? 0) + row.n);
  return all;
}

const whole = (counts: Counts): number => [...counts.values()].reduce((all, n) => all + n, 0);

/** One walk through the participants, the ratings and the receipts each, whatever is counted. */
export async function statusOf(cycle: Cycle, asking: Asking): Promise<Status> {
  const { scope } = asking;
  const where = filterOf(cycle, scope, 'manager');
  const places = (await participants.tally(where, ['unit', 'state', 'progress'])) as unknown as Alike;
  const inside = places.filter((p) => !leftOut.includes(p._id.state));
  const people = sumIf(inside, () => true);
  const rated = await ratings.tally(ratedBy(cycle, asking), ['unit', 'state']);
  const given = cycle.opened.includes('feedback')
    ? await receipts.tally(filterOf(cycle, scope, 'rater'), ['unit', 'state'])
    : [];
  const unit = scope.kind === 'shape' ? pooling(people, leastOf(cycle)) : (name: string) => name;
  const answered = await answeredIn(cycle, asking, inside);
  const all: Sources = { ...answered, rated, given, late: await lateRated(cycle, asking) };
  const counted = stepsOf(cycle, asking, await withoutReader(cycle, inside, asking), all);
  const states = [...new Set(places.map((p) => p._id.state as ParticipantState))].sort();
  const out = places.length > inside.length && (scope.kind === 'all' || scope.kind === 'units');
  return {
    people: together(people, unit),
    counted: counted.map(({ step, of }) => ({ step, rows: rowsOf(mapped(of, unit)) })).filter(hasRows),
    states: states.map((state) => ({ state, n: whole(sumOf(places, [state])) })),
    late: readsNames(scope) ? await whoIsLate(cycle, asking, all) : [],
    out: out ? await whoIsOut(where) : [],
    silent: whole(sumOf(given, ['silent'])),
    returned: whole(sumOf(rated, ['returned'])),
    appeals: await appealsIn(cycle._id, places, scope.kind === 'all'),
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
  const own = await participants.get(participantId(cycle._id, reader));
  const seen = own && (scope.kind !== 'units' || scope.units.includes(own.unit)) && scope.kind !== 'team';
  return seen ? [...places, { _id: { unit: own.unit, state: own.state }, n: -1 }] : places;
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

async function answeredIn(cycle: Cycle, asking: Asking, inside: Alike): Promise<Answered> {
  const found: Answered = {};
  for (const phase of owed.filter((p) => cycle.opened.includes(p))) {
    const at = (state: string) => sumIf(inside, (p) => p._id.progress?.[phase] === state);
    found[phase] = {
      done: at('done'),
      open: at('open'),
      late: await lateIn(cycle, asking, phase, at('open')),
    };
  }
  return found;
}

/** Nobody or all who are open, unless some have more time than the others. */
async function lateIn(cycle: Cycle, asking: Asking, phase: Phase, open: Counts): Promise<Counts> {
  const { scope, today } = asking;
  const late = lateFilter(cycle, phase, today);
  if (late === undefined || open.size === 0) return nobody;
  if (Object.keys(late).length === 0) return open;
  const where = { ...filterOf(cycle, scope, 'manager'), ...within, ...late, [`progress.${phase}`]: 'open' };
  return new Map((await participants.tally(where, ['unit'])).map((r) => [r._id.unit, r.n]));
}

const overdue = (now: Date): Filter => ({ state: { $in: ['proposed', 'returned'] }, due: { $lt: now } });

async function lateRated(cycle: Cycle, asking: Asking): Promise<Counts> {
  const rows = await ratings.tally({ ...ratedBy(cycle, asking), ...overdue(asking.now) }, ['unit']);
  return new Map(rows.map((r) => [r._id.unit, r.n]));
}

/** Whose due day is over, by the organisation's date; `undefined` when the phase is not due yet. */
export function lateFilter(cycle: Cycle, phase: Phase, today: Day): Filter | undefined {
  const due = (who: Pick<Participant, 'person' | 'unit'>) => dueDay(cycle, who, phase) ?? today;
  if (due({ person: '', unit: '' }) >= today) return undefined;
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
async function whoIsLate(cycle: Cycle, asking: Asking, answered: Sources): Promise<Status['late']> {
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
  if (scope.kind === 'team' || whole(answered.late) === 0) return found;
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
