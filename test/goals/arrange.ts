/** A running cycle of the sample company, put into the store directly: planning is open. */

import { dayIn } from '../../src/core/calendar.ts';
import {
  type Cycle,
  cycles,
  type Phase,
  participantId,
  participants,
  type Scheme,
} from '../../src/cycles/model.ts';
import { rewards } from '../../src/cycles/schemes.ts';
import { contracts, newContract } from '../../src/goals/contract.ts';
import { type GoalKeyResult, goals } from '../../src/goals/model.ts';
import { people } from '../../src/people/model.ts';
import { createSample } from '../../src/people/sample.ts';

export const scheme: Scheme = {
  name: 'Standard',
  version: 1,
  k: 3,
  cap: 120,
  dimensions: [{ name: 'results', weight: 10_000, sources: { attainment: 7000, manager: 3000 } }],
  checkIns: { every: 'fortnight', time: '10:00' },
  required: [],
  eligibility: { minActiveDays: 0 },
  rewards,
};

export const q1: Omit<Cycle, 'rev'> = {
  _id: 'q1',
  name: '2027 Q1',
  state: 'running',
  period: { from: '2027-01-01', to: '2027-03-31' },
  schemeName: 'standard',
  schemes: { standard: scheme, manager: scheme },
  audience: { kind: 'everyone' },
  phases: [
    { phase: 'planning', opens: '2027-01-04', due: '2027-01-15', grace: 1 },
    { phase: 'tracking', opens: '2027-01-18', due: '2027-03-19', grace: 1 },
    { phase: 'assessment', opens: '2027-03-22', due: '2027-04-02', grace: 1 },
  ],
  opened: ['planning'] as Phase[],
  by: 'hanna',
  at: new Date('2027-01-04T00:00:00Z'),
  launchedAt: new Date('2027-01-04T00:00:00Z'),
  extensions: [],
};

export async function arrangeCycle(cycle: Omit<Cycle, 'rev'> = q1): Promise<void> {
  await createSample(dayIn('Europe/Berlin', cycle.at));
  await cycles.insert(cycle);
  const everybody = await people.find({});
  await participants.insertAll(
    everybody
      .filter((p) => p._id !== 'mei')
      .map((p) => ({
        _id: participantId(cycle._id, p._id),
        cycle: cycle._id,
        person: p._id,
        state: 'planning' as const,
        ...(p.manager && { manager: p.manager }),
        unit: p.unit,
        leads: everybody.some((o) => o.manager === p._id),
      })),
  );
}

/** A goal that was agreed on the first day, and the contract that follows from it. */
export async function arrangeAgreed(person: string, by: string, kr: object = {}): Promise<void> {
  const content = {
    title: 'Cut the ticket backlog',
    keyResults: [
      {
        id: `kr_${person}`,
        title: 'open tickets',
        kind: 'decrease',
        baseline: 120,
        target: 40,
        unit: 'tickets',
        dataSource: 'ticket system',
        due: '2027-03-31',
        ...kr,
      } as GoalKeyResult,
    ],
    weight: 10_000,
    due: '2027-03-31',
    visibility: 'line' as const,
    partners: [],
  };
  await goals.insert({
    ...content,
    _id: `goal_${person}`,
    cycle: 'q1',
    person,
    state: 'agreed',
    by: person,
    at: q1.at,
    version: 1,
    versions: [{ version: 1, content, by: person, agreedBy: by, agreedAt: q1.at }],
  });
  await contracts.insert({ ...newContract('q1', person), state: 'open', version: 1 });
}

/** What the form of a goal holds. */
export const backlog = {
  title: 'Cut the ticket backlog',
  why: 'Customers wait too long',
  align: 'none',
  measure: 'open tickets',
  kind: 'decrease',
  from: '120',
  to: '40',
  unit: 'tickets',
  due: '2027-03-31',
  source: 'ticket system',
};
