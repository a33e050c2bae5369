/** The sample company in the middle of a quarter: tracking has opened, some goals are agreed. */

import { jest } from '@jest/globals';
import { planSeries } from '../../src/checkins/jobs.ts';
import type { CheckIn, GoalRecord, Obstacle } from '../../src/checkins/model.ts';
import { jobRow, jobs } from '../../src/core/job.ts';
import { type Cycle, participants } from '../../src/cycles/model.ts';
import { type Goal, goals } from '../../src/goals/model.ts';
import { arrangeCycle, q1 } from '../goals/arrange.ts';

// Journeys of a quarter: on a busy machine they take longer than jest's five seconds.
jest.setTimeout(30_000);

export const tracked: Omit<Cycle, 'rev'> = { ...q1, opened: ['planning', 'tracking'] };

const backlog: Omit<Goal, 'rev'> = {
  _id: 'goal_backlog',
  cycle: 'q1',
  person: 'ann',
  state: 'agreed',
  title: 'Cut the ticket backlog',
  keyResults: [
    {
      id: 'kr1',
      kind: 'decrease',
      title: 'open tickets',
      unit: 'tickets',
      baseline: 120,
      target: 40,
      dataSource: 'ticket system',
    },
    { id: 'kr2', kind: 'milestone', title: 'new template in use', dataSource: 'seen' },
  ],
  weight: 6000,
  visibility: 'line',
  partners: [],
  by: 'ann',
  at: new Date('2027-01-05T09:00:00Z'),
  version: 1,
  versions: [],
};

const onboarding: Omit<Goal, 'rev'> = {
  ...backlog,
  _id: 'goal_onboarding',
  title: 'New colleagues find their way',
  keyResults: [
    { id: 'kr3', kind: 'atLeast', title: 'happy newcomers', unit: '%', target: 90, dataSource: 'survey' },
  ],
  weight: 4000,
  at: new Date('2027-01-05T09:30:00Z'),
};

/** Fortnightly check-ins: the first on 1 February, 10:00 local. */
export async function arrangeTracking(cycle: Omit<Cycle, 'rev'> = tracked): Promise<void> {
  await arrangeCycle(cycle);
  // A few are enough: every prompt is a message.
  await participants.remove({ person: { $nin: ['chen', 'bo', 'ann', 'dev', 'tom', 'wang'] } });
  await participants.change({ cycle: cycle._id }, { $set: { state: 'tracking' }, $inc: { rev: 1 } });
  await goals.insertAll([
    backlog,
    onboarding,
    { ...backlog, _id: 'goal_wang', person: 'wang', title: '把工单积压降到 40' },
  ]);
  const now = new Date('2027-01-18T08:00:00Z');
  await jobs.insert(jobRow(planSeries, { cycle: cycle._id, after: '' }, now, 'plan') as never);
}

export const aCheckIn = (given: Partial<CheckIn> = {}): CheckIn => ({
  _id: 'checkin_1',
  rev: 1,
  cycle: 'q1',
  person: 'ann',
  manager: 'bo',
  day: '2027-02-01',
  missed: [],
  why: 'scheduled',
  state: 'open',
  open: true,
  newest: true,
  round: 1,
  askedAt: new Date('2027-02-01T09:00:00Z'),
  goals: [{ id: 'goal_backlog', title: 'Cut the ticket backlog' }],
  carried: [],
  remarks: [],
  readers: [],
  ...given,
});

export const aRecord = (given: Partial<GoalRecord> = {}): GoalRecord => ({
  want: 'A second opinion',
  numbers: [],
  happened: 'We tried the new template with two customers.',
  confidence: 'onTrack',
  needsHelp: false,
  options: 'Go on, or ask Dev',
  deeds: [],
  commitment: 8,
  ...given,
});

export const anObstacle: Obstacle = {
  _id: 'obstacle:checkin_1',
  rev: 1,
  checkIn: 'checkin_1',
  cycle: 'q1',
  person: 'ann',
  to: 'bo',
  state: 'open',
  text: 'Waiting for the test environment',
  at: new Date('2027-02-01T09:00:00Z'),
  decided: [],
  shownTo: [],
};

/** What the form takes, with all that is asked of somebody who is stuck. */
export const stuck = {
  want: 'A second opinion',
  happened: 'We tried the new template with two customers',
  confidence: 'atRisk',
  obstacles: 'Waiting for the test environment',
  tell: 'yes',
  options: 'Ask the platform team',
  support: 'Somebody who decides',
  deeds: 'Agree a slot with the platform team — by Friday\nWrite down the open questions',
  commitment: '6',
  raise: 'A date that holds',
};
