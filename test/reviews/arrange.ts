/** The sample company on the first day of the assessment, put into the store directly. */

import { jobRow, jobs } from '../../src/core/job.ts';
import {
  type Cycle,
  cycles,
  type Participant,
  participantId,
  participants,
  type Scheme,
} from '../../src/cycles/model.ts';
import { rewards } from '../../src/cycles/schemes.ts';
import { goals } from '../../src/goals/model.ts';
import { people } from '../../src/people/model.ts';
import { createSample } from '../../src/people/sample.ts';
import { rate, saveWords, send } from '../../src/reviews/actions.ts';
import { assessmentLocked, assessmentOpened } from '../../src/reviews/jobs.ts';
import { type Assignment, assignments } from '../../src/reviews/model.ts';
import { type World, world } from '../kit/world.ts';

const scheme: Scheme = {
  name: 'standard',
  version: 1,
  k: 3,
  cap: 120,
  dimensions: [
    { name: 'results', weight: 6000, sources: { attainment: 70, manager: 30 } },
    { name: 'competencies', weight: 2500, sources: { manager: 50, peer: 40, report: 10 } },
    { name: 'collaboration', weight: 1500, sources: { partner: 60, manager: 40 } },
  ],
  checkIns: { every: 'month', time: '10:00' },
  required: [],
  eligibility: { minActiveDays: 0 },
  rewards,
};

const leads: Scheme = {
  ...scheme,
  name: 'manager',
  dimensions: [
    ...scheme.dimensions.map((d) => (d.name === 'results' ? { ...d, weight: 4000 } : d)),
    { name: 'teamDevelopment', weight: 2000, sources: { improvement: 50, report: 30, manager: 20 } },
  ],
};

export const q1: Omit<Cycle, 'rev'> = {
  _id: 'q1',
  name: '2027 Q1',
  state: 'running',
  period: { from: '2027-01-01', to: '2027-03-31' },
  schemeName: 'standard',
  schemes: { standard: scheme, manager: leads },
  audience: { kind: 'everyone' },
  phases: [
    { phase: 'tracking', opens: '2027-01-18', due: '2027-03-19', grace: 1 },
    { phase: 'assessment', opens: '2027-03-22', due: '2027-04-02', grace: 1 },
    { phase: 'calibration', opens: '2027-04-06', due: '2027-04-09', grace: 1 },
  ],
  opened: ['tracking', 'assessment'],
  by: 'hanna',
  at: new Date('2027-01-04T00:00:00Z'),
  launchedAt: new Date('2027-01-04T00:00:00Z'),
  extensions: [],
};

const kr = {
  id: 'kr1',
  kind: 'decrease' as const,
  title: 'open tickets',
  baseline: 120,
  target: 40,
  actual: 60,
  dataSource: 'ticket system',
};

async function arrange(cycle: Omit<Cycle, 'rev'>): Promise<void> {
  await createSample('2027-03-22');
  await cycles.insert(cycle);
  const everybody = await people.find({});
  await participants.insertAll(
    everybody
      .filter((p) => p._id !== 'mei')
      .map(
        (p): Omit<Participant, 'rev'> => ({
          _id: participantId(cycle._id, p._id),
          cycle: cycle._id,
          person: p._id,
          state: 'assessing',
          ...(p.manager && { manager: p.manager }),
          unit: p.unit,
          leads: everybody.some((o) => o.manager === p._id),
        }),
      ),
  );
  await goals.insert({
    _id: 'goal_ann',
    cycle: cycle._id,
    person: 'ann',
    state: 'agreed',
    by: 'ann',
    at: new Date('2027-01-05T00:00:00Z'),
    title: 'Cut the ticket backlog',
    keyResults: [kr],
    weight: 10_000,
    visibility: 'line',
    partners: ['wang', 'li'],
    version: 1,
    versions: [],
  });
}

/** Monday 22 March 2027, 08:00 UTC: 09:00 in Berlin, 16:00 in Shanghai, 04:00 in New York. */
export const start = '2027-03-22T08:00:00Z';
/** Everybody's lock is over: Easter Monday is a holiday in Berlin, Qingming in Shanghai. */
export const locked = '2027-04-07T12:00:00Z';

/** As the cycle's facts tell it. */
const phase = { about: 'q1', ref: 'q1', by: 'system', data: { phase: 'assessment' } };

let queued = 0;

/** Queues a job as the news of a cycle would. */
export async function runs<A>(w: World, job: Parameters<typeof jobRow<A>>[0], args: A): Promise<void> {
  queued += 1;
  await w.inside(() => jobs.insert(jobRow(job, args, w.clock.now(), `test:${job.name}:${queued}`)));
  await w.bot.settle();
}

export async function assessment(
  database: string,
  more: Parameters<typeof world>[0] | object = {},
  cycle: Omit<Cycle, 'rev'> = q1,
): Promise<World> {
  queued = 0;
  const w = await world({ database: `reviews-${database}`, start, arrange: () => arrange(cycle), ...more });
  await runs(w, assessmentOpened, phase);
  await w.until('2027-03-22T13:00:00Z');
  return w;
}

export async function locks(w: World): Promise<void> {
  await w.until(locked);
  await runs(w, assessmentLocked, phase);
}

/** Ann's list, named and approved. */
export async function named(w: World, peers: string[], partners: string[] = []): Promise<void> {
  const [ann, bo] = [w.as('ann'), w.as('bo')];
  await ann.presses('Choose myself');
  await ann.submits({ peers, partners });
  await bo.types('/perf nominate');
  await bo.presses('Ann Miller', 'Reviewers: ');
  await bo.presses('Approve', 'Reviewers of Ann');
  // Whoever had three messages that day, or sleeps, hears of it in the morning.
  await w.until('2027-03-23T13:00:00Z');
}

/** The review of Ann that this person owes. */
export async function reviewOfAnn(w: World, giver: string): Promise<Assignment> {
  const mine = await w.inside(() => assignments.find({ giver, cycle: 'q1' }));
  const found = mine.find((a) => a.subject === 'ann');
  if (!found) throw new Error(`${giver} was not asked about ann`);
  return found;
}

/** Somebody fills in and sends their review of Ann, through the tokens of its card. */
export async function writes(
  w: World,
  giver: string,
  levels: Record<string, string>,
  keep: string,
  example = 'It happened twice.',
): Promise<void> {
  const { _id } = await reviewOfAnn(w, giver);
  const id = { review: _id };
  const p = w.as(giver);
  for (const [dimension, value] of Object.entries(levels))
    await p.sends({ kind: 'press', token: rate.token({ ...id, dimension }), value });
  const examples = Object.keys(levels).map((d) => [`example:${d}`, example] as const);
  await p.sends({
    kind: 'submit',
    token: saveWords.token(id),
    values: { keep, ...Object.fromEntries(examples) },
  });
  const reply = await p.sends({ kind: 'press', token: send.token(id) });
  if (!/Sent|已提交/.test(reply.toast ?? '')) throw new Error(`not sent: ${JSON.stringify(reply)}`);
}
