/** How far a cycle is: counted by unit, for those parts of it that somebody may see. */
import type { Actor } from '../core/actor.ts';
import type { Day } from '../core/calendar.ts';
import { peopleById } from '../people/model.ts';
import { isExecutive, isHr } from '../people/policy.ts';
import { mostNamed } from './check.ts';
import { dueDay } from './deadlines.ts';
import { type Cycle, type Participant, type ParticipantState, type Phase, participants } from './model.ts';
import { owing } from './progress.ts';

/** HR all, a business partner their units, a manager their team, executives the shape without names, others themselves. */
export type Scope =
  | { kind: 'all' | 'shape' | 'own' }
  | { kind: 'units'; units: string[] }
  | { kind: 'team'; manager: string };

export interface UnitRow {
  unit: string;
  people: number;
  done: number;
  open: number;
  late: number;
}

export interface Named {
  n: number;
  ids: string[];
}

export interface Status {
  /** The last phase in which somebody owes something. */
  phase?: Phase;
  rows: UnitRow[];
  states: { state: ParticipantState; n: number }[];
  /** Without names where only numbers may be seen. */
  late: Named;
  out: (Named & { state: ParticipantState; reason: string })[];
}

export async function scopeOf(who: Actor, cycle: Cycle): Promise<Scope> {
  if (isHr(who)) return { kind: 'all' };
  const me = (await peopleById([who.id])).get(who.id);
  if (who.roles.includes('hrbp') && me?.partnerOf?.length) return { kind: 'units', units: me.partnerOf };
  if (isExecutive(who)) return { kind: 'shape' };
  const leads = await participants.one({ cycle: cycle._id, manager: who.id });
  return leads ? { kind: 'team', manager: who.id } : { kind: 'own' };
}

type Filter = Record<string, unknown>;

function filterOf(cycle: Cycle, scope: Scope): Filter {
  if (scope.kind === 'units') return { cycle: cycle._id, unit: { $in: scope.units } };
  return { cycle: cycle._id, ...(scope.kind === 'team' && { manager: scope.manager }) };
}

const outOf: readonly string[] = ['not_eligible', 'withdrawn'];
const within = { state: { $nin: outOf } };

export async function statusOf(cycle: Cycle, scope: Scope, today: Day): Promise<Status> {
  const filter = filterOf(cycle, scope);
  const by = await participants.tally(filter, ['unit', 'state']);
  const states = new Map<ParticipantState, number>();
  const units = new Map<string, number>();
  for (const { _id, n } of by) {
    const state = _id.state as ParticipantState;
    states.set(state, (states.get(state) ?? 0) + n);
    if (!outOf.includes(state)) units.set(_id.unit, (units.get(_id.unit) ?? 0) + n);
  }
  const named = scope.kind === 'all' || scope.kind === 'units';
  const counted = await completion(cycle, filter, units, today, named);
  return {
    ...counted,
    states: [...states].map(([state, n]) => ({ state, n })),
    out: named ? await whoIsOut(filter) : [],
  };
}

async function completion(
  cycle: Cycle,
  filter: Filter,
  units: Map<string, number>,
  today: Day,
  named: boolean,
) {
  for (const phase of owing.filter((p) => cycle.opened.includes(p)).reverse()) {
    const field = `progress.${phase}`;
    const done = await participants.tally({ ...filter, ...within, [field]: 'done' }, ['unit']);
    const open = await participants.tally({ ...filter, ...within, [field]: 'open' }, ['unit']);
    if (done.length + open.length === 0) continue;
    const late = { ...filter, ...within, ...lateFilter(cycle, phase, today), [field]: 'open' };
    const overdue = await participants.tally(late, ['unit']);
    const first = named
      ? await participants.find(late, { sort: { cycle: 1, person: 1 }, limit: mostNamed })
      : [];
    const rows = [...units].map(([unit, people]) => {
      const n = (list: typeof done) => list.find((r) => r._id.unit === unit)?.n ?? 0;
      return { unit, people, done: n(done), open: n(open) - n(overdue), late: n(overdue) };
    });
    const sum = overdue.reduce((all, r) => all + r.n, 0);
    return { phase, rows: sorted(rows), late: { n: sum, ids: first.map((p) => p.person) } };
  }
  const rows = [...units].map(([unit, people]) => ({ unit, people, done: 0, open: 0, late: 0 }));
  return { rows: sorted(rows), late: { n: 0, ids: [] } };
}

/** The units with most to do first. */
const sorted = (rows: UnitRow[]) =>
  rows.sort((a, b) => b.late - a.late || b.open - a.open || (a.unit < b.unit ? -1 : 1));

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

async function whoIsOut(filter: Filter): Promise<Status['out']> {
  const groups = await participants.tally({ ...filter, state: { $in: outOf } }, ['state', 'reason']);
  const list: Status['out'] = [];
  for (const { _id, n } of groups.sort((a, b) => (key(a._id) < key(b._id) ? -1 : 1))) {
    const some = { ...filter, state: _id.state, reason: _id.reason };
    const found = await participants.find(some, { sort: { cycle: 1, person: 1 }, limit: mostNamed });
    const ids = found.map((p) => p.person);
    list.push({ state: _id.state as ParticipantState, reason: _id.reason, n, ids });
  }
  return list;
}

const key = (of: { state: string; reason: string }) => `${of.state}/${of.reason}`;
