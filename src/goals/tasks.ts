/** What waits for a person: their own goals and their people's until the lock; the contract and concerns beyond it. */
import type { Sentence } from '../core/i18n.ts';
import type { Task } from '../core/module.ts';
import { dueDay } from '../cycles/deadlines.ts';
import { type Cycle, isIn, type Participant, participantId, participants } from '../cycles/model.ts';
import { answerConcern, openContract, openGoals, openTeam } from './actions.ts';
import { goalCycles, ledCycles } from './commands.ts';
import { type Contract, contracts } from './contract.ts';
import { chore } from './messages-task.ts';
import { type Goal, goalsOf, goalsOfAll } from './model.ts';
import { isUnsent, waitsForManager, waitsForOwner } from './rules.ts';
import { openAmong } from './sheet.ts';

export async function tasks(person: string, now: Date): Promise<Task[]> {
  const own: Task[] = [];
  for (const { cycle, participant } of await goalCycles(person))
    if (cycle.state === 'running') own.push(...(await ownTasks(cycle, participant, now)));
  for (const cycle of await ledCycles(person))
    if (cycle.state === 'running') own.push(...(await teamTasks(cycle, person, now)));
  return own;
}

const task = (key: string, title: Sentence, label: Sentence, token: string, due?: string): Task => ({
  key,
  title,
  phase: 'planning',
  button: { label, token },
  ...(due !== undefined && { due }),
});

async function ownTasks(cycle: Cycle, participant: Participant, now: Date): Promise<Task[]> {
  const { person } = participant;
  const mine = await goalsOf(cycle._id, person);
  const contract = await contracts.get(participantId(cycle._id, person));
  const due = dueDay(cycle, participant, 'planning');
  const [open] = await openAmong(cycle, [participant], now);
  const title = open && nextOwn(mine);
  const key = `goals:${cycle._id}`;
  const token = openGoals.token({ cycle: cycle._id });
  const writes = title
    ? [
        task(
          key,
          (l) => title(l)(cycle.name),
          (l) => chore(l).open,
          token,
          due,
        ),
      ]
    : [];
  return [...writes, ...(contract ? confirmTask(contract, cycle, !contract.self, due) : [])];
}

/** The next thing that is the owner's to do; nothing while it is with the manager, or done. */
function nextOwn(mine: readonly Goal[]): ((l: 'en' | 'zh') => (cycle: string) => string) | undefined {
  if (mine.some(waitsForOwner)) return (l) => chore(l).answer;
  if (mine.length === 0) return (l) => chore(l).write;
  return mine.some(isUnsent) ? (l) => chore(l).propose : undefined;
}

function confirmTask(contract: Contract, cycle: Cycle, missing: boolean, due?: string): Task[] {
  if (contract.state !== 'open' || !missing) return [];
  const about = { cycle: cycle._id, person: contract.person };
  const key = `goals.contract:${contract._id}`;
  return [
    task(
      key,
      (l) => chore(l).confirm(cycle.name),
      (l) => chore(l).open,
      openContract.token(about),
      due,
    ),
  ];
}

async function teamTasks(cycle: Cycle, manager: string, now: Date): Promise<Task[]> {
  const led = (await participants.find({ cycle: cycle._id, manager })).filter(isIn);
  const all = await goalsOfAll(
    cycle._id,
    led.map((p) => p.person),
  );
  const waiting = all.filter((g) => waitsForManager(g) && !g.pending?.agreed);
  const asked = new Set(waiting.map((g) => g.person));
  const open = await openAmong(
    cycle,
    led.filter((p) => asked.has(p.person)),
    now,
  );
  const due = cycle.phases.find((p) => p.phase === 'planning')?.due;
  const key = `goals.team:${cycle._id}`;
  const decide =
    open.length === 0
      ? []
      : [
          task(
            key,
            (l) => chore(l).agree(String(open.length)),
            (l) => chore(l).open,
            openTeam.token({ cycle: cycle._id }),
            due,
          ),
        ];
  const made = await contracts.find({ _id: { $in: led.map((p) => p._id) } }, { sort: { _id: 1 } });
  return [
    ...decide,
    ...made.flatMap((c) => confirmTask(c, cycle, !c.lead, due)),
    ...all.flatMap((g) => concernTask(g)),
  ];
}

function concernTask({ _id, concern }: Goal): Task[] {
  if (!concern?.open) return [];
  const token = answerConcern.token({ goal: _id });
  return [
    task(
      `goals.concern:${_id}`,
      (l) => chore(l).concern,
      (l) => chore(l).answerNow,
      token,
      concern.due,
    ),
  ];
}
