/** What happens in steps or a little later: bringing the lists, working out hints, redrawing, closing; and other people's news. */
import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { type Job, job, news } from '../core/job.ts';
import { moveParticipant } from '../cycles/index.ts';
import { cycles, participantId, participants, schemeOf } from '../cycles/model.ts';
import { readersOf } from '../ratings/above.ts';
import { aroundRaters, hintsOf, ratingOf } from '../ratings/index.ts';
import { ratings } from '../ratings/model.ts';
import { calibrationClosed } from './facts.ts';
import { pooledUnits, unitSizes } from './guideline.ts';
import { desks, type Finding, findings, openSessions, pools, type Session, sessions } from './model.ts';
import { gradesIn, keepRoster, rowsNow, rowsOf } from './rows.ts';
import { closed, unsettled } from './rules.ts';
import { countOutside } from './seen.ts';
import { refreshMembers, showRoom } from './shows.ts';

const aSession = { session: z.string() };
const step = 20;

/** Everybody gets their list; with it comes what strikes about the raters. */
export const begin: Job<{ session: string; after: number }> = job(
  'calibration.begin',
  { ...aSession, after: z.number() },
  async (ctx, { session: id, after }) => {
    const session = await sessions.get(id);
    if (!session?.live) return;
    await refreshMembers(ctx, session, session.members.slice(after, after + step), 'bring');
    if (after + step < session.members.length) return { again: { session: id, after: after + step } };
  },
);

/** Raters of one step: each needs everything that they gave. */
const ratersAtOnce = 5;

/** Once for a session and again when ratings change: pools first, then rater by rater. */
export const lookInto: Job<{ session: string; after: string; stamp: string }> = job(
  'calibration.lookInto',
  { ...aSession, after: z.string(), stamp: z.string() },
  async (ctx, args) => {
    const session = await sessions.get(args.session);
    if (!session?.live) return;
    if (args.after === '') await countPool(ctx, session);
    const pairs = await ratersIn(session);
    const next = pairs.filter((p) => `${p.unit}:${p.rater}` > args.after).slice(0, ratersAtOnce);
    await findOn(session, next);
    const last = next.at(-1);
    if (last && next.length === ratersAtOnce)
      return { again: { ...args, after: `${last.unit}:${last.rater}` } };
    soon(ctx, session._id);
  },
);

interface Pair {
  unit: string;
  rater: string;
}

async function ratersIn({ cycle, units }: Session): Promise<Pair[]> {
  const sent = { $in: ['submitted', 'approved'] };
  const found = await ratings.tally({ cycle, unit: { $in: units }, state: sent }, ['unit', 'rater']);
  return found
    .flatMap(({ _id: { unit, rater } }) => (typeof rater === 'string' ? [{ unit, rater }] : []))
    .sort((a, b) => (`${a.unit}:${a.rater}` < `${b.unit}:${b.rater}` ? -1 : 1));
}

async function personsOf(filter: Record<string, unknown>): Promise<string[]> {
  const sent = { state: { $in: ['submitted', 'approved'] } };
  return (await ratings.tally({ ...filter, ...sent }, ['person'])).map(({ _id }) => _id.person).sort();
}

/** What all of a unit are compared with is read once. */
async function findOn(session: Session, pairs: readonly Pair[]): Promise<void> {
  const cycle = await cycles.must(session.cycle);
  for (const unit of new Set(pairs.map((p) => p.unit))) {
    const around = await aroundRaters(cycle._id, unit);
    for (const { rater } of pairs.filter((p) => p.unit === unit))
      await keepFinding(session, { unit, rater }, await hintsOf(cycle, rater, unit, around));
  }
}

async function keepFinding(session: Session, { unit, rater }: Pair, hints: Finding['hints']): Promise<void> {
  const { cycle } = session;
  const _id = `${session._id}:${unit}:${rater}`;
  const before = await findings.get(_id);
  if (!before && hints.length === 0) return;
  const whole = hints.some((h) => h.kind === 'mismatch');
  const found = {
    session: session._id,
    unit,
    rater,
    team: await personsOf({ cycle, rater }),
    of: whole ? await personsOf({ cycle, unit }) : [],
    hints,
  };
  if (before) await findings.save({ ...before, ...found });
  else await findings.insert({ _id, ...found });
}

/** Whom a small session is looked at together with; counted for each member without the rows hidden from them. */
async function countPool(ctx: Ctx, session: Session): Promise<void> {
  const { cycle: id, units } = session;
  const { team } = schemeOf(await cycles.must(id), { leads: false }).rewards.guideline;
  if ((await rowsOf(session)).length >= team) return;
  const outside = (await unitsAround(id, units, team)).filter((unit) => !units.includes(unit));
  const grades = [...(await gradesIn(id, outside))];
  const readers = await readersOf(id, session.members);
  const counted = readers.map((reader) => [reader.id, countOutside(reader, grades)]);
  const pool = { units: [...units, ...outside].sort(), at: ctx.now, outside: Object.fromEntries(counted) };
  const before = await pools.get(session._id);
  if (before) await pools.save({ ...before, ...pool });
  else await pools.insert({ _id: session._id, ...pool });
}

async function unitsAround(cycle: string, units: readonly string[], team: number): Promise<string[]> {
  const lines = await participants.tally({ cycle, state: { $nin: ['withdrawn', 'not_eligible'] } }, [
    'unit',
    'manager',
  ]);
  const managers = [...new Set(lines.map(({ _id }) => _id.manager))].filter((m) => typeof m === 'string');
  const places = await participants.find({ _id: { $in: managers.map((m) => participantId(cycle, m)) } });
  const unitOf = new Map(places.map((p) => [p.person, p.unit]));
  const sizes = unitSizes(
    lines.map(({ _id: { unit, manager }, n }) => ({
      unit,
      n,
      ...(typeof manager === 'string' && { manager }),
    })),
    (person) => unitOf.get(person),
  );
  return pooledUnits(sizes, units, team);
}

/** Cards of the others are not drawn in a press, and not at every press. */
const debounceMs = 5000;
/** Presses of the last moment have been committed by then. */
const settleMs = 2000;

/** Within some seconds everybody's cards show how things stand; many changes make one round. */
export function soon(ctx: Ctx, session: string): void {
  const slot = Math.floor(ctx.now.getTime() / debounceMs);
  ctx.later(
    redraw,
    { session, after: 0 },
    {
      at: new Date((slot + 1) * debounceMs + settleMs),
      key: `calibration.redraw:${session}:${slot}`,
    },
  );
}

export const redraw: Job<{ session: string; after: number }> = job(
  'calibration.redraw',
  { ...aSession, after: z.number() },
  async (ctx, { session: id, after }) => {
    const session = await sessions.get(id);
    if (!session) return;
    if (after === 0) await showRoom(ctx, session);
    await refreshMembers(ctx, session, session.members.slice(after, after + step), 'refresh');
    if (after + step < session.members.length) return { again: { session: id, after: after + step } };
  },
);

const mostMoved = 200;

/** Everybody of its units who is rated is calibrated now; whoever is looked at again stays behind. */
export const finish: Job<{ session: string; after: string }> = job(
  'calibration.finish',
  { ...aSession, after: z.string() },
  async (ctx, { session: id, after }) => {
    const session = await sessions.get(id);
    if (session?.state !== 'closing') return;
    const ids = (await rowsNow(session)).map((r) => r.person).sort();
    const page = ids.filter((person) => person > after).slice(0, mostMoved);
    const places = await participants.find({
      _id: { $in: page.map((person) => participantId(session.cycle, person)) },
      state: 'rated',
    });
    for (const place of places) await moveParticipant(ctx, place._id, 'calibrated');
    const moved = (session.moved ?? 0) + places.length;
    const last = page.at(-1);
    if (last !== undefined && page.length === mostMoved) {
      await sessions.save({ ...session, moved });
      return { again: { session: id, after: last } };
    }
    await sessions.save(closed({ ...session, moved }, ctx.now));
    ctx.record(calibrationClosed, { about: session.cycle, ref: id, data: { people: moved } });
    soon(ctx, id);
  },
);

/** A rating went back, came back or was dropped: it leaves the lists or comes into them, and nobody has agreed to that yet. */
export const followRating = job(
  'calibration.followRating',
  { about: z.string(), ref: z.string(), by: z.string(), data: z.unknown() },
  async (ctx, { about, ref }) => {
    const rating = await ratingOf(ref, about);
    const session = rating && (await openSessions(ref)).find((s) => s.units.includes(rating.unit));
    if (!rating || !session) return;
    const anew = unsettled(session);
    if (anew) await sessions.save(anew);
    await keepRoster(session);
    if (rating.state === 'approved')
      await desks.change({ session: session._id }, { $unset: { lookedAt: 1 }, $inc: { rev: 1 } });
    soon(ctx, session._id);
    const slot = Math.floor(ctx.now.getTime() / debounceMs);
    const stamp = `${session._id}:${slot}`;
    ctx.later(
      lookInto,
      { session: session._id, after: '', stamp },
      { at: new Date((slot + 1) * debounceMs + settleMs), key: `calibration.lookInto:${stamp}` },
    );
  },
);

/** Whoever left the cycle leaves the lists. */
export const followWithdrawn = job(
  'calibration.followWithdrawn',
  news({ reason: z.string() }),
  async (ctx, { about, ref }) => {
    const rating = await ratingOf(ref, about);
    await anewFor(ctx, ref, rating?.unit);
  },
);

/** Another manager: another line, and another name in the list. */
export const followManager = job(
  'calibration.followManager',
  news({ from: z.string().optional(), to: z.string().optional() }),
  async (ctx, { about, ref }) => anewFor(ctx, ref, (await ratingOf(ref, about))?.unit),
);

async function anewFor(ctx: Ctx, cycle: string, unit: string | undefined): Promise<void> {
  for (const session of await openSessions(cycle))
    if (unit !== undefined && session.units.includes(unit)) {
      await keepRoster(session);
      soon(ctx, session._id);
    }
}
