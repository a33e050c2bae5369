/** A cycle of the sample company in its assessment, with agreed goals and numbers, put into the store directly. */
import { cycles, participants } from '../../src/cycles/model.ts';
import { manager, standard } from '../../src/cycles/schemes.ts';
import { type Goal, type GoalKeyResult, goals } from '../../src/goals/model.ts';
import { arrangeCycle, q1 } from '../goals/arrange.ts';

const at = new Date('2027-01-10T09:00:00Z');

export const tickets = (over: Partial<GoalKeyResult> = {}): GoalKeyResult =>
  ({
    id: 'kr1',
    kind: 'decrease',
    title: 'open tickets',
    baseline: 120,
    target: 40,
    actual: 56,
    unit: 'tickets',
    dataSource: 'ticket system',
    ...over,
  }) as GoalKeyResult;

export const handbook = (over: Partial<GoalKeyResult> = {}): GoalKeyResult =>
  ({
    id: 'kr1',
    kind: 'milestone',
    title: 'handbook',
    done: true,
    dataSource: 'wiki',
    ...over,
  }) as GoalKeyResult;

export function aGoal(person: string, n: number, weight: number, kr: GoalKeyResult): Omit<Goal, 'rev'> {
  const content = {
    title: n === 1 ? 'Cut the backlog' : 'Write the handbook',
    keyResults: [kr],
    weight,
    visibility: 'line' as const,
    partners: [],
  };
  return {
    _id: `goal_${person}_${n}`,
    cycle: 'q1',
    person,
    state: 'agreed',
    by: person,
    at: new Date(at.getTime() + n),
    ...content,
    version: 1,
    versions: [{ version: 1, content, by: person, agreedBy: 'bo', agreedAt: at }],
  };
}

export const twoGoals = (person: string): Omit<Goal, 'rev'>[] => [
  aGoal(person, 1, 6000, tickets()),
  aGoal(person, 2, 4000, handbook()),
];

/** Everybody but 梅雪 has two goals; the assessment locks on the night of 5 April. */
export async function arrangeRatings(more: () => Promise<void> = async () => {}): Promise<void> {
  await arrangeCycle({
    ...q1,
    schemes: { standard, manager },
    opened: ['planning', 'tracking', 'assessment'],
    locked: ['planning', 'tracking'],
    phases: [...q1.phases, { phase: 'calibration', opens: '2027-04-12', due: '2027-04-20', grace: 1 }],
  });
  await participants.change({ cycle: 'q1' }, { $set: { state: 'assessing' } });
  const everybody = await participants.find({ cycle: 'q1' }, { sort: { _id: 1 } });
  await goals.insertAll(everybody.flatMap((p) => twoGoals(p.person)));
  await more();
  await cycles.change({ _id: 'q1' }, { $set: { name: '2027 Q1' } });
}

export const start = '2027-04-05T09:00:00Z';
export const opened = '2027-04-06T09:00:00Z';
