/** Goals to try rules on. */
import { Refusal } from '../../src/core/errors.ts';
import { WHOLE } from '../../src/goals/attainment.ts';
import type { Content, Goal, GoalKeyResult } from '../../src/goals/model.ts';
import { type Act, agree, proposal, propose } from '../../src/goals/rules.ts';

export const start = new Date('2027-01-05T09:00:00Z');
export const period = { from: '2027-01-01', to: '2027-03-31' };
export const act = (by: string, over: Partial<Act> = {}): Act => ({
  by,
  now: start,
  today: '2027-01-05',
  period,
  voice: { name: (id) => id.toUpperCase(), moment: (_, at) => at.toISOString() },
  ...over,
});

export const kr = (over: object = {}): GoalKeyResult => ({
  id: 'k1',
  title: 'open tickets',
  kind: 'decrease',
  baseline: 120,
  target: 40,
  dataSource: 'ticket system',
  ...over,
});

export const aGoal = (over: Partial<Goal> = {}): Goal => ({
  _id: 'g1',
  rev: 1,
  cycle: 'q1',
  person: 'ann',
  state: 'draft',
  by: 'ann',
  at: start,
  title: 'Cut the backlog',
  keyResults: [kr()],
  weight: WHOLE,
  visibility: 'line',
  partners: [],
  version: 0,
  versions: [],
  ...over,
});

export const content = (over: Partial<Content> = {}): Content => ({
  title: 'Cut the backlog',
  keyResults: [kr()],
  weight: WHOLE,
  visibility: 'line',
  partners: [],
  ...over,
});

export const agreed = (): Goal => {
  const sent = propose(aGoal(), start);
  return agree(sent, proposal(sent), act('bo'));
};
export const said = (run: () => unknown): string => {
  try {
    run();
  } catch (e) {
    if (e instanceof Refusal) return e.sentence('en');
    throw e;
  }
  return 'nothing was refused';
};
