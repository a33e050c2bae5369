/** What waits for a person around calibration, on Home and as tasks. */
import type { Actor } from '../core/actor.ts';
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import type { HomeSection, Task } from '../core/module.ts';
import { dueDay } from '../cycles/deadlines.ts';
import { type Cycle, cycles } from '../cycles/model.ts';
import { buttons, text } from '../goals/blocks.ts';
import { people } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { readersOf } from '../ratings/above.ts';
import { visibleTo } from '../ratings/seen.ts';
import { openBoard, openList, prepareUnit } from './actions.ts';
import { unitsIn } from './cards-board.ts';
import { deed } from './messages-deeds.ts';
import { deskId, desks, type Session, sessionsWith } from './model.ts';
import { rowsOf } from './rows.ts';
import { maySign } from './rules.ts';
import { partsOf } from './scene.ts';
import { calibratedOf, isCalibrated, takesCalibration, type UnitStanding } from './standing.ts';

/** Of more units than this there is one task, which leads to the board. */
const mostSingle = 5;

export const takingCycles = async (): Promise<Cycle[]> =>
  (await cycles.find({ state: 'running' }, { sort: { at: -1, _id: 1 } })).filter(takesCalibration);

const dueIn = (cycle: Cycle, unit: string): string | undefined =>
  dueDay(cycle, { person: '', unit }, 'calibration');

const task = (key: string, title: Task['title'], token: string, due: string | undefined): Task => ({
  key,
  title,
  phase: 'calibration',
  button: { label: (l) => deed(l).open, token },
  ...(due !== undefined && { due }),
});

export async function tasks(person: string): Promise<Task[]> {
  const roles = (await people.get(person))?.roles ?? [];
  const office = roles.includes('hr') || roles.includes('hrHead');
  return [...(office ? await openTasks() : []), ...(await memberTasks(person))];
}

async function openTasks(): Promise<Task[]> {
  const found: Task[] = [];
  for (const cycle of await takingCycles()) {
    const waiting = (await calibratedOf(cycle._id)).filter((u) => u.ready > 0 && !u.session);
    if (waiting.length <= mostSingle) found.push(...waiting.map((u) => unitTask(cycle, u)));
    else found.push(manyTask(cycle, waiting));
  }
  return found;
}

function unitTask(cycle: Cycle, { unit, ready, before }: UnitStanding): Task {
  const title: Task['title'] = (l) =>
    before ? deed(l).taskAgain(unit, ready, cycle.name) : deed(l).taskOpen(unit, cycle.name);
  const token = prepareUnit.token({ cycle: cycle._id, unit });
  return task(`calibration.open:${cycle._id}:${unit}`, title, token, dueIn(cycle, unit));
}

function manyTask(cycle: Cycle, waiting: readonly UnitStanding[]): Task {
  const dues = waiting.flatMap((u) => dueIn(cycle, u.unit) ?? []).sort();
  const title: Task['title'] = (l) => deed(l).taskMany(waiting.length, cycle.name);
  return task(`calibration.open:${cycle._id}`, title, openBoard.token({ cycle: cycle._id }), dues[0]);
}

async function memberTasks(person: string): Promise<Task[]> {
  const found: Task[] = [];
  for (const session of await sessionsWith(person)) {
    const cycle = await cycles.must(session.cycle);
    if (session.state !== 'open' || cycle.state !== 'running') continue;
    const due = dueIn(cycle, session.units[0] ?? '');
    const token = openList.token({ session: session._id });
    const title = await owed(session, person);
    if (title) found.push(task(`calibration.look:${session._id}`, title, token, due));
  }
  return found;
}

/** A member looks through, once; HR and the heads close, which is more. */
async function owed(session: Session, person: string): Promise<Task['title'] | undefined> {
  const closes = maySign(person, await partsOf(session));
  if (session.signs.some((s) => s.by === person)) return undefined;
  if (closes && session.signs.length > 0) return (l) => deed(l).taskConfirm(unitsIn(session, l));
  if (!closes && (await desks.get(deskId(session._id, person)))?.lookedAt) return undefined;
  const [reader] = await readersOf(session.cycle, [person]);
  const n = reader ? visibleTo(reader, await rowsOf(session)).filter((r) => r.approved).length : 0;
  return n === 0 && !closes ? undefined : (l) => deed(l).taskLook(n, unitsIn(session, l));
}

async function blocks(who: Actor, { locale }: View): Promise<Block[]> {
  const words = deed(locale);
  const board: Block[] = [];
  for (const cycle of isHr(who) ? await takingCycles() : []) {
    const units = await calibratedOf(cycle._id);
    if (units.length === 0) continue;
    board.push(
      text(words.homeHr(cycle.name, units.filter(isCalibrated).length, units.length)),
      ...buttons([{ label: words.open, token: openBoard.token({ cycle: cycle._id }) }]),
    );
  }
  const mine = (await sessionsWith(who.id)).flatMap((session) => [
    text(words.homeMine(unitsIn(session, locale))),
    ...buttons([{ label: words.open, token: openList.token({ session: session._id }) }]),
  ]);
  return [...board, ...mine];
}

export const home: HomeSection = { order: 17, blocks };
