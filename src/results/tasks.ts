/** What waits for a person around results. */
import type { Task } from '../core/module.ts';
import { type Cycle, cycles, participants, planOf } from '../cycles/model.ts';
import { calendarOf, type Person, people } from '../people/model.ts';
import { ratings } from '../ratings/model.ts';
import { openBatch, openRelease, openResult, openSign, openTeam, openWords } from './actions.ts';
import { batches } from './batches.ts';
import { readBy } from './deadlines.ts';
import { team } from './messages-team.ts';
import { receipts } from './model.ts';
import { teamOf, unworded } from './teams.ts';

const task = (key: string, title: Task['title'], token: string, due?: string): Task => ({
  key,
  title,
  phase: 'feedback',
  button: { label: (l) => team(l).openButton, token },
  ...(due !== undefined && { due }),
});

export async function tasks(id: string, _now: Date): Promise<Task[]> {
  const person = await people.get(id);
  if (!person) return [];
  const running = await cycles.find({ state: 'running', opened: 'assessment' }, { sort: { at: -1, _id: 1 } });
  return [
    ...(await readTasks(person, running)),
    ...(await wordTasks(person, running)),
    ...(await giveTasks(person, running)),
    ...(await signTasks(person, running)),
    ...(await releaseTasks(person, running)),
  ];
}

async function readTasks(person: Person, running: readonly Cycle[]): Promise<Task[]> {
  const open = await receipts.find(
    { person: person._id, state: 'open' },
    { sort: { releasedAt: 1, _id: 1 } },
  );
  if (open.length === 0) return [];
  const place = { zone: person.zone, calendar: await calendarOf(person) };
  return open.flatMap((receipt) => {
    const cycle = running.find((c) => c._id === receipt.cycle);
    const token = openResult.token({ result: `${receipt._id}:${receipt.version}`, page: 0 });
    const key = `results.read:${receipt._id}:${receipt.version}`;
    return cycle ? [task(key, (l) => team(l).taskRead(cycle.name), token, readBy(receipt, place))] : [];
  });
}

/** The words are wanted when the results go out. */
async function wordTasks({ _id }: Person, running: readonly Cycle[]): Promise<Task[]> {
  const found: Task[] = [];
  for (const cycle of running) {
    const n = (await unworded(cycle._id, _id)).length;
    const due = planOf(cycle, 'feedback')?.opens;
    const token = openWords.token({ cycle: cycle._id });
    if (n > 0)
      found.push(task(`results.words:${cycle._id}`, (l) => team(l).taskWords(n, cycle.name), token, due));
  }
  return found;
}

const byManagers = ({ schemes }: Cycle): boolean =>
  schemes.standard.rewards.release === 'manager' || schemes.manager.rewards.release === 'manager';

async function giveTasks({ _id }: Person, running: readonly Cycle[]): Promise<Task[]> {
  const found: Task[] = [];
  for (const cycle of running.filter(byManagers)) {
    const n = (await teamOf(cycle, _id)).rows.filter((r) => r.mayGive).length;
    const token = openTeam.token({ cycle: cycle._id });
    if (n > 0) found.push(task(`results.give:${cycle._id}`, (l) => team(l).taskGive(n, cycle.name), token));
  }
  return found;
}

const canSign = ({ roles }: Person): boolean => roles.includes('executive') || roles.includes('hrHead');

async function signTasks(person: Person, running: readonly Cycle[]): Promise<Task[]> {
  if (!canSign(person)) return [];
  const asked = await batches.find({ state: 'asked' }, { sort: { at: 1, _id: 1 } });
  return asked.flatMap((batch) => {
    const cycle = running.find((c) => c._id === batch.cycle);
    if (!cycle || batch.by === person._id) return [];
    const token = openSign.token({ batch: batch._id });
    return [task(`results.sign:${batch._id}`, (l) => team(l).taskSign(cycle.name), token)];
  });
}

const isHr = ({ roles }: Person): boolean => roles.includes('hr') || roles.includes('hrHead');

/** Who is through calibration, or was rated in a cycle without one; and who stayed without a rating, to be told so. */
export async function readyCount(cycle: Cycle): Promise<number> {
  if (!planOf(cycle, 'calibration')) return participants.count({ cycle: cycle._id, state: 'rated' });
  const unrated = await ratings.tally({ cycle: cycle._id, state: 'unrated' }, ['_id']);
  const waiting =
    unrated.length > 0 ? { _id: { $in: unrated.map(({ _id }) => _id._id) }, state: 'rated' } : undefined;
  const through = await participants.count({ cycle: cycle._id, state: 'calibrated' });
  return through + (waiting ? await participants.count(waiting) : 0);
}

async function releaseTasks(person: Person, running: readonly Cycle[]): Promise<Task[]> {
  if (!isHr(person)) return [];
  const found: Task[] = [];
  for (const cycle of running.filter((c) => c.opened.includes('feedback'))) {
    const open = await batches.find(
      { cycle: cycle._id, state: { $in: ['asked', 'signed', 'giving'] } },
      { sort: { at: 1, _id: 1 } },
    );
    const mine = open.find((b) => b.state === 'signed' && b.by === person._id);
    const go = mine && openBatch.token({ batch: mine._id, again: false });
    if (mine && go) found.push(task(`results.go:${mine._id}`, (l) => team(l).taskGo(cycle.name), go));
    if (open.length > 0 || (await readyCount(cycle)) === 0) continue;
    const token = openRelease.token({ cycle: cycle._id });
    found.push(task(`results.release:${cycle._id}`, (l) => team(l).taskRelease(cycle.name), token));
  }
  return found;
}
