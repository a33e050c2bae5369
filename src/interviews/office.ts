/** What HR reads of a cycle's conversations: numbers, and names of managers who owe some. Never their own. */
import { addDays, type Day, dayIn, endOfDay } from '../core/calendar.ts';
import { dueDay } from '../cycles/deadlines.ts';
import { type Cycle, planOf } from '../cycles/model.ts';
import { namesOf, settings } from '../people/model.ts';
import type { Office } from './cards-office.ts';
import { helpTallies, type InterviewState, interviews, met, unmet } from './model.ts';

/** After so many days without a word about it a conversation was only held for the list. */
const noteWithin = 7;
/** What was released later, or began anew, has three weeks of its own. */
const laterMs = 21 * 86_400_000;

/** For everybody who has no date of their own. */
export const baseDue = (cycle: Cycle): Day | undefined =>
  planOf(cycle, 'feedback') && dueDay(cycle, { person: '', unit: '' }, 'feedback');

/** Required conversations that are past their day. */
function overdueIn(cycle: Cycle, due: Day, zone: string, now: Date): Record<string, unknown> {
  const apart = cycle.extensions.filter((e) => e.phase === 'feedback' && e.due >= dayIn(zone, now));
  const units = apart.flatMap((e) => (e.unit !== undefined && e.person === undefined ? [e.unit] : []));
  const persons = apart.flatMap((e) => e.person ?? []);
  return {
    state: { $in: [...unmet] },
    ...(units.length > 0 && { unit: { $nin: units } }),
    ...(persons.length > 0 && { person: { $nin: persons } }),
    $or: [
      { round: 1, openedAt: { $lte: endOfDay(zone, due) } },
      { openedAt: { $lt: new Date(now.getTime() - laterMs) } },
    ],
  };
}

type Scope = readonly string[] | 'all';

/** How many required conversations each manager owes; empty while it is not due. */
async function owed(
  cycle: Cycle,
  now: Date,
  { units, reader }: { units: Scope; reader: string },
): Promise<{ manager: string; n: number }[]> {
  const { zone } = await settings();
  const due = baseDue(cycle);
  if (due === undefined || dayIn(zone, now) <= due) return [];
  const late = overdueIn(cycle, due, zone, now);
  const rows = await interviews.tally(
    {
      $and: [
        { cycle: cycle._id, person: { $ne: reader } },
        late,
        ...(units === 'all' ? [] : [{ unit: { $in: [...units] } }]),
      ],
    },
    ['manager'],
  );
  return rows
    .map((r) => ({ manager: r._id.manager ?? '', n: r.n }))
    .sort((a, b) => b.n - a.n || (a.manager < b.manager ? -1 : 1));
}

/** Held a while ago, and nothing noted: by manager. */
async function motionsIn(where: Record<string, unknown>, day: Day): Promise<Office['silent']> {
  const old = {
    $or: [{ state: { $in: ['confirmed', 'done'] } }, { heldOn: { $lt: addDays(day, -noteWithin) } }],
  };
  const silent = await interviews.tally({ ...where, state: { $in: [...met] }, silent: true, ...old }, [
    'manager',
  ]);
  const all = await interviews.tally({ ...where, state: { $in: [...met] } }, ['manager']);
  const names = await namesOf(silent.map((r) => r._id.manager));
  return silent
    .map((r) => ({
      name: names(r._id.manager),
      silent: r.n,
      held: all.find((a) => a._id.manager === r._id.manager)?.n ?? r.n,
    }))
    .sort((a, b) => b.silent - a.silent || (a.name < b.name ? -1 : 1));
}

/** They have to meet somebody, and nobody leads them. */
async function aloneIn(where: Record<string, unknown>): Promise<string[]> {
  const found = await interviews.find(
    { ...where, state: { $in: [...unmet] }, manager: { $exists: false } },
    { sort: { _id: 1 } },
  );
  const names = await namesOf(found.map((i) => i.person));
  return found.map((i) => names(i.person)).sort();
}

/** `units`: those that a partner looks after; whether it helped is told of the whole cycle only, to HR. */
export async function officeOf(
  cycle: Cycle,
  now: Date,
  scope: { units: Scope; reader: string },
): Promise<Office> {
  const { units, reader } = scope;
  const where = {
    cycle: cycle._id,
    person: { $ne: reader },
    ...(units !== 'all' && { unit: { $in: [...units] } }),
  };
  const counts = await interviews.tally(where, ['state']);
  const late = await owed(cycle, now, scope);
  const names = await namesOf(late.map((r) => r.manager));
  const { zone } = await settings();
  return {
    cycle: cycle._id,
    name: cycle.name,
    due: baseDue(cycle),
    counts: Object.fromEntries(counts.map((c) => [c._id.state, c.n])) as Partial<
      Record<InterviewState, number>
    >,
    late: late.map(({ manager, n }) => ({ name: manager === '' ? undefined : names(manager), n })),
    alone: await aloneIn(where),
    silent: await motionsIn(where, dayIn(zone, now)),
    help: units === 'all' ? await helpTallies.get(cycle._id) : undefined,
  };
}
