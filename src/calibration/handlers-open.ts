/** HR opens sessions, lets others join, and opens a closed one again. */

import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { listWords } from '../core/i18n.ts';
import { type Handler, on } from '../core/module.ts';
import { type Cycle, cycles, participants } from '../cycles/model.ts';
import { isActive, peopleById } from '../people/model.ts';
import {
  invite,
  openBoard,
  openSession,
  prepare,
  prepareUnit,
  reopen,
  saveInvite,
  saveReopen,
} from './actions.ts';
import { boardCard } from './cards-board.ts';
import { calibrationJoined, calibrationOpened, calibrationReopened } from './facts.ts';
import { inviteForm, openForm, reopenForm } from './forms.ts';
import { begin, lookInto, soon } from './jobs.ts';
import { mustBeHeads, suggestedFor } from './joining.ts';
import { say } from './messages.ts';
import { openSessions, type RosterRow, type Session, sessions, sessionsOf } from './model.ts';
import { officer, opensSessions } from './policy.ts';
import { keepRoster, rosterNow, rowsOf } from './rows.ts';
import { joined, opened, reopened } from './rules.ts';
import { bySession, partsOf } from './scene.ts';
import { gatherMembers, refreshBoard, refreshList, showBoard, showList, showRoom } from './shows.ts';
import { calibratedOf, standingOf, takesCalibration, type UnitStanding } from './standing.ts';

interface Office {
  cycle: Cycle;
}

const byCycle = async (_: Ctx, { cycle }: { cycle: string }): Promise<Office> => ({
  cycle: await cycles.must(cycle),
});

export function mustTake(cycle: Cycle): void {
  if (!takesCalibration(cycle)) throw new Refusal((l) => say(l).notOpenYet(cycle.name));
}

/** @throws Refusal when there is nothing to calibrate, or it is calibrated elsewhere */
export function mustBeReady(unit: string, standing: UnitStanding | undefined): UnitStanding {
  if (standing?.session) throw new Refusal((l) => say(l).unitTaken(unit));
  if (!standing || standing.ready === 0) {
    const open = (standing?.open ?? 0) + (standing?.submitted ?? 0);
    throw new Refusal((l) => say(l).nothingApproved(unit, open));
  }
  return standing;
}

/** The form for a unit, filled in as well as it can be guessed. */
export async function preparing(ctx: Ctx, cycle: Cycle, unit: string) {
  mustTake(cycle);
  const all = await calibratedOf(cycle._id);
  const at = mustBeReady(
    unit,
    all.find((u) => u.unit === unit),
  );
  const others = all.filter((u) => u.unit !== unit && u.ready > 0 && !u.session).map((u) => u.unit);
  const lines = await rosterNow({ cycle: cycle._id, units: [unit] });
  const suggested = await suggestedFor(lines, [unit], ctx.actor.id, ctx.now);
  return { open: openForm(cycle, at, others, suggested, ctx.actor.locale) };
}

/** @throws Refusal beside the field that names somebody who left */
async function mustBeActive(ctx: Ctx, persons: readonly string[], field: 'members' | 'heads'): Promise<void> {
  const found = await peopleById(persons);
  const gone = persons.filter((id) => {
    const person = found.get(id);
    return !person || !isActive(person, dayIn(person.zone, ctx.now));
  });
  if (gone.length === 0) return;
  const words = (l: 'en' | 'zh') =>
    say(l).notActive(
      listWords(
        l,
        gone.map((id) => found.get(id)?.name ?? id),
      ),
    );
  throw new Refusal(words, { [field]: words });
}

interface Filled {
  units: string[];
  members: string[];
  heads: string[];
}

/** What the form said, with everybody who comes along with units that were added to it. */
async function whoJoins(ctx: Ctx, lines: readonly RosterRow[], shown: string, filled: Filled) {
  const { members, heads } = filled;
  const units = [...new Set(filled.units)];
  const suggested = await suggestedFor(lines, units, ctx.actor.id, ctx.now);
  const first = await suggestedFor(lines, [shown], ctx.actor.id, ctx.now);
  const added = suggested.members.filter((id) => !first.members.includes(id));
  const more = suggested.heads.map((h) => h.person).filter((id) => !first.heads.some((h) => h.person === id));
  await mustBeActive(ctx, members, 'members');
  await mustBeActive(ctx, heads, 'heads');
  const all = [...heads, ...more];
  const named = await mustBeHeads(all, suggested.heads, units, ctx.actor.id);
  return { units, members: [...members, ...added], heads: named };
}

/** Reads its people once: who is ready, who joins and the roster all come from the same rows. */
async function opening(ctx: Ctx, cycle: Cycle, shown: string, filled: Filled) {
  mustTake(cycle);
  const rows = await rosterNow({ cycle: cycle._id, units: filled.units });
  const live = await openSessions(cycle._id);
  for (const unit of filled.units) {
    const taken = live.find((s) => s.units.includes(unit));
    mustBeReady(unit, standingOf(unit, rows, taken));
  }
  const given = await whoJoins(ctx, rows, shown, filled);
  const parts = await partsOf({ members: [...given.members, ctx.actor.id], heads: given.heads });
  const act = { _id: ctx.id('calibration'), cycle: cycle._id, by: ctx.actor.id, at: ctx.now };
  const session = await sessions.insert(opened({ ...given, ...act }, parts.hr));
  await keepRoster(session, rows);
  return { session, people: rows.length };
}

/** The revision names the intention: opened, joined by others, opened again. */
function bringing(ctx: Ctx, { _id: session, rev }: Session): void {
  const stamp = `${session}:${rev}`;
  ctx.later(begin, { session, after: 0 }, { key: `calibration.begin:${stamp}` });
  ctx.later(lookInto, { session, after: '', stamp }, { key: `calibration.lookInto:${stamp}` });
}

const openers: Handler[] = [
  on(openBoard, {
    touches: ['calibration:R'],
    load: byCycle,
    allow: opensSessions,
    run: (ctx, { cycle }) => showBoard(ctx, cycle, { anew: true }),
  }),
  on(prepare, {
    touches: ['calibration:W'],
    load: byCycle,
    allow: opensSessions,
    opens: true,
    run: (ctx, { cycle }, _, { value }) => preparing(ctx, cycle, value),
    redraw: async ({ cycle }, _, ctx) => boardCard(cycle, await calibratedOf(cycle._id), ctx.actor.id),
  }),
  on(prepareUnit, {
    touches: ['calibration:W'],
    load: byCycle,
    allow: opensSessions,
    opens: true,
    run: (ctx, { cycle }, { unit }) => preparing(ctx, cycle, unit),
  }),
  on(openSession, {
    touches: ['calibration:W'],
    load: byCycle,
    allow: opensSessions,
    async run(ctx, { cycle }, { unit }, filled) {
      const { session, people } = await opening(ctx, cycle, unit, filled);
      await gatherMembers(ctx, session, cycle);
      const data = { people, members: session.members.length };
      ctx.record(calibrationOpened, { about: cycle._id, ref: session._id, data });
      await showRoom(ctx, session);
      await showList(ctx, session, { anew: true });
      await refreshBoard(ctx, cycle);
      bringing(ctx, session);
      return { toast: say(ctx.actor.locale).opened };
    },
  }),
];

const onSession = { touches: ['calibration:W'], load: bySession, allow: officer } as const;

/** @throws Refusal while the cycle is paused or over */
export async function mustRun(session: Session): Promise<Cycle> {
  const cycle = await cycles.must(session.cycle);
  mustTake(cycle);
  return cycle;
}

const released = ['released', 'acknowledged', 'appealing', 'final'];

async function openAgain(ctx: Ctx, session: Session, reason: string): Promise<Session> {
  const ids = (await rowsOf(session)).map((r) => `${session.cycle}:${r.person}`);
  const out = await participants.count({ _id: { $in: ids }, state: { $in: released } });
  const busy = (await sessionsOf(session.cycle)).filter(
    (s) =>
      s._id !== session._id &&
      (s.live || s.at > session.at) &&
      s.units.some((u) => session.units.includes(u)),
  ).length;
  return reopened(session, { by: ctx.actor.id, reason, released: out, busy }, ctx.now);
}

const changing: Handler[] = [
  on(invite, {
    ...onSession,
    opens: true,
    async run(ctx, { session }) {
      joined(session, session, (await partsOf(session)).hr);
      return { open: inviteForm(session, ctx.actor.locale) };
    },
  }),
  on(saveInvite, {
    ...onSession,
    async run(ctx, { session }, _, { members, heads }) {
      const cycle = await mustRun(session);
      await mustBeActive(
        ctx,
        members.filter((id) => !session.members.includes(id)),
        'members',
      );
      await mustBeActive(ctx, heads, 'heads');
      const suggested = await suggestedFor(await rosterNow(session), session.units, session.by, ctx.now);
      const named = await mustBeHeads(heads, suggested.heads, session.units, session.by);
      const hr = (await partsOf({ members: [...session.members, ...members], heads: [] })).hr;
      const next = await sessions.save(joined(session, { members, heads: named }, hr));
      await gatherMembers(ctx, next, cycle);
      const data = { members: next.members.length };
      ctx.record(calibrationJoined, { about: cycle._id, ref: next._id, data });
      // A new message: with it the new members come into the room.
      await showRoom(ctx, next, { anew: true });
      await refreshList(ctx, next);
      bringing(ctx, next);
      return { toast: say(ctx.actor.locale).joined };
    },
  }),
  on(reopen, {
    ...onSession,
    opens: true,
    async run(ctx, { session }) {
      await openAgain(ctx, session, '');
      return { open: reopenForm(session, ctx.actor.locale) };
    },
  }),
  on(saveReopen, {
    ...onSession,
    async run(ctx, { session }, _, { reason }) {
      const cycle = await mustRun(session);
      const next = await sessions.save(await openAgain(ctx, session, reason));
      await keepRoster(next);
      ctx.record(calibrationReopened, { about: cycle._id, ref: next._id, data: {} });
      await showRoom(ctx, next);
      await refreshList(ctx, next);
      soon(ctx, next._id);
      return { toast: say(ctx.actor.locale).reopened };
    },
  }),
];

export const openHandlers: readonly Handler[] = [...openers, ...changing];
