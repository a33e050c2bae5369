/** What a played person does here: HR opens a session a unit and changes one grade, everybody looks, two close. */
import { dayIn } from '../core/calendar.ts';
import type { Move, Player } from '../core/module.ts';
import { dueDay } from '../cycles/deadlines.ts';
import { type Cycle, cycles, type Grade } from '../cycles/model.ts';
import { grades } from '../cycles/scheme.ts';
import { type Person, people } from '../people/model.ts';
import { readersOf } from '../ratings/above.ts';
import { visibleTo } from '../ratings/seen.ts';
import { close, looked, openSession, saveChange } from './actions.ts';
import { takingCycles } from './home.ts';
import { suggestedFor } from './joining.ts';
import { deed } from './messages-deeds.ts';
import { deskId, desks, overrides, type Session, sessionsWith } from './model.ts';
import { changes } from './policy.ts';
import { rosterNow, rowsOf } from './rows.ts';
import { canSettle, maySign, seenOf } from './rules.ts';
import { partsOf, rowSceneOf } from './scene.ts';
import { calibratedOf } from './standing.ts';

type Drawn = (n: number) => number;

const office = ({ roles }: Person): boolean => roles.includes('hr') || roles.includes('hrHead');

export const player: Player = async (id, now, draw) => {
  const person = await people.must(id);
  return (await plays(person, draw)) ?? (office(person) ? await opens(person, now) : undefined);
};

/** Once everybody of a unit is approved; on the last day with whom there is. */
async function opens(person: Person, now: Date): Promise<Move | undefined> {
  for (const cycle of await takingCycles())
    for (const { unit, ready, open, submitted, session } of await calibratedOf(cycle._id)) {
      const early = dayIn(person.zone, now) < (dueDay(cycle, { person: '', unit }, 'calibration') ?? '');
      if (ready === 0 || session || (early && open + submitted > 0)) continue;
      const move = await openingOf(cycle, unit, person._id, now);
      if (move) return move;
    }
  return undefined;
}

async function openingOf(cycle: Cycle, unit: string, by: string, now: Date): Promise<Move | undefined> {
  const { members, heads } = await suggestedFor(
    await rosterNow({ cycle: cycle._id, units: [unit] }),
    [unit],
    by,
    now,
  );
  const parts = await partsOf({ members: [...members, by], heads });
  if (!canSettle([unit], parts)) return undefined;
  return {
    what: (l) => deed(l).playsOpen,
    submit: openSession.token({ cycle: cycle._id, unit }),
    values: { units: [unit], members, heads: heads.map((h) => h.person) },
  };
}

async function plays(person: Person, draw: Drawn): Promise<Move | undefined> {
  for (const session of await sessionsWith(person._id)) {
    const cycle = await cycles.must(session.cycle);
    if (session.state !== 'open' || cycle.state !== 'running') continue;
    const move = (await corrects(session, person, draw)) ?? (await ends(session, person));
    if (move) return move;
  }
  return undefined;
}

async function ends(session: Session, { _id }: Person): Promise<Move | undefined> {
  if (session.signs.some((s) => s.by === _id)) return undefined;
  const about = { session: session._id };
  if (maySign(_id, await partsOf(session)))
    return { what: (l) => deed(l).playsClose, press: close.token(about) };
  if ((await desks.get(deskId(session._id, _id)))?.lookedAt) return undefined;
  return { what: (l) => deed(l).playsLook, press: looked.token(about) };
}

/** HR, before anybody agreed to close: the first whose grade may be raised, one a session, not in every session. */
async function corrects(session: Session, person: Person, draw: Drawn): Promise<Move | undefined> {
  if (!office(person) || session.signs.length > 0 || draw(3) !== 0) return undefined;
  if ((await overrides.count({ session: session._id })) > 0) return undefined;
  const [reader] = await readersOf(session.cycle, [person._id]);
  const rows = reader ? visibleTo(reader, await rowsOf(session)).filter((r) => r.approved) : [];
  for (const row of rows.sort((a, b) => (a.person < b.person ? -1 : 1))) {
    const to = above(row.grade);
    if (!to) continue;
    const actor = { id: person._id, locale: person.locale, zone: person.zone, roles: person.roles };
    const at = await rowSceneOf(session, row.person, actor);
    if (changes(actor, at) !== true) continue;
    const token = saveChange.token({ session: session._id, person: row.person, ...seenOf(at) });
    const reason = deed(person.locale).playReason(draw(2));
    return { what: (l) => deed(l).playsChange, submit: token, values: { grade: to, reason } };
  }
  return undefined;
}

/** One better, never an S. */
const above = (grade: Grade | null): Grade | undefined => {
  const at = grade === null ? 0 : grades.indexOf(grade);
  return at > 1 ? grades[at - 1] : undefined;
};
