/** A cycle of the sample company in its assessment, with agreed goals and numbers, put into the store directly. */

import { jobRow, jobs } from '../../src/core/job.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { manager, standard } from '../../src/cycles/schemes.ts';
import { turn } from '../../src/cycles/turn.ts';
import { type Goal, type GoalKeyResult, goals } from '../../src/goals/model.ts';
import type { Published } from '../../src/reviews/aggregate.ts';
import { releaseId, releases } from '../../src/reviews/model-answers.ts';
import { arrangeCycle, q1 } from '../goals/arrange.ts';
import { type Disturbance, type World, world } from '../kit/world.ts';

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

/** Wednesday 7 April 2027: the assessment locked everywhere during the night. */
export const start = '2027-04-07T06:00:00Z';
/** Ten past eight in Berlin, ten past two in Shanghai: neither sleeps. */
export const opened = '2027-04-07T06:10:00Z';

let queued = 0;

/** Queues a job as the product would. */
export async function runs<A>(w: World, job: Parameters<typeof jobRow<A>>[0], args: A): Promise<void> {
  queued += 1;
  await w.inside(() => jobs.insert(jobRow(job, args, w.clock.now(), `test:${job.name}:${queued}`)));
  await w.bot.settle();
}

/** The ratings are open, and everybody who has something to do has heard of it. */
export async function ratingsWorld(
  database: string,
  more: () => Promise<void> = async () => {},
  how: Disturbance = {},
): Promise<World> {
  queued = 0;
  const w = await world({
    database: `ratings-${database}`,
    start,
    arrange: () => arrangeRatings(more),
    ...how,
  });
  await runs(w, turn, { cycle: 'q1' });
  await w.until(opened);
  return w;
}

/** What colleagues say about somebody, as it was published. */
export async function says(person: string, dimensions: Record<string, Published[]>): Promise<void> {
  const body = JSON.stringify({
    k: 3,
    dimensions: Object.entries(dimensions).map(([name, groups]) => ({ name, groups })),
    lines: [
      { id: 'a', kind: 'keep', text: 'Explains things calmly.' },
      { id: 'b', kind: 'differ', text: 'Hand over earlier <!channel>.' },
    ],
  });
  await releases.insert({
    _id: releaseId('q1', person),
    cycle: 'q1',
    person,
    body,
    unchecked: false,
    seen: 0,
  } as never);
}
