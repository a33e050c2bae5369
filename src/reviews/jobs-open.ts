/** The assessment opens: a list of reviewers and a self review for everybody, and the reports who are asked by rule. */
import { z } from 'zod';
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { type Job, job } from '../core/job.ts';
import { type Cycle, cycles, isIn, type Participant, participants, schemeOf } from '../cycles/model.ts';
import { people, peopleById, settings } from '../people/model.ts';
import { newAssignment } from './asking.ts';
import { isAround, listing, wantsColleagues } from './circle.ts';
import { noteCompletion } from './completion.ts';
import { dimensionsFor } from './dimensions.ts';
import { refresh } from './jobs-refresh.ts';
import {
  type Assignment,
  assignments,
  type Nomination,
  nominations,
  nothingWritten,
  type SelfReview,
  selfReviews,
} from './model.ts';
import { kOf, selfSceneOf } from './scene.ts';
import { showNominate, showSelf } from './shows.ts';

/** Participants a transaction. */
const step = 50;

interface Opening {
  cycle: string;
  after: string;
  /** People of the organisation, counted once; 0 until then. */
  everybody: number;
}

export const openAssessment: Job<Opening> = job(
  'reviews.open',
  { cycle: z.string(), after: z.string(), everybody: z.number() },
  async (ctx, { cycle: id, after, ...counted }) => {
    const cycle = await cycles.get(id);
    if (!cycle) return undefined;
    const everybody = counted.everybody || (await headcount(ctx));
    const where = { cycle: id, person: { $gt: after } };
    const page = await participants.find(where, { sort: { cycle: 1, person: 1 }, limit: step });
    const there = await nominations.find({ _id: { $in: page.map((p) => p._id) } });
    const known = new Set(there.map((n) => n._id));
    await begin(
      ctx,
      cycle,
      page.filter((p) => isIn(p) && !known.has(p._id)),
      everybody,
    );
    const last = page.at(-1)?.person;
    if (page.length === step && last) return { again: { cycle: id, after: last, everybody } };
    ctx.later(refresh, { cycle: id, after: '' });
    return undefined;
  },
);

const headcount = async (ctx: Ctx): Promise<number> =>
  people.count({ hired: { $lte: dayIn((await settings()).zone, ctx.now) } });

async function begin(
  ctx: Ctx,
  cycle: Cycle,
  fresh: readonly Participant[],
  everybody: number,
): Promise<void> {
  const asked: Omit<Assignment, 'rev'>[] = [];
  const lists: Omit<Nomination, 'rev'>[] = [];
  for (const participant of fresh) {
    const reports = await reportsWho(ctx, cycle, participant);
    const made = reports.map((r) => newAssignment(ctx, cycle._id, r, participant.person, 'report'));
    asked.push(...made);
    lists.push(listFor(cycle, participant, made, everybody));
  }
  await assignments.insertAll(asked.sort((a, b) => (a._id < b._id ? -1 : 1)));
  await nominations.insertAll(lists);
  await selfReviews.insertAll(fresh.map(selfFor));
  for (const participant of fresh) {
    await noteCompletion(ctx, cycle._id, participant.person);
    await welcome(ctx, cycle, participant);
  }
}

/**
 * Reports who are asked about their manager. Fewer than k are not asked at all: what they said could never be shown, and
 * a promise that cannot be kept costs them an evening.
 */
async function reportsWho(ctx: Ctx, cycle: Cycle, participant: Participant): Promise<string[]> {
  const scheme = schemeOf(cycle, participant);
  if (!participant.leads || dimensionsFor(scheme, 'report').length === 0) return [];
  const team = await participants.find({ cycle: cycle._id, manager: participant.person });
  const ids = team.filter((p) => isIn(p) && p.person !== participant.person).map((p) => p.person);
  const known = await peopleById(ids);
  const around = ids.filter((id) => {
    const p = known.get(id);
    return p && isAround(p, ctx.now);
  });
  return around.length >= kOf(scheme) ? around.sort() : [];
}

function listFor(
  cycle: Cycle,
  participant: Participant,
  reports: readonly Omit<Assignment, 'rev'>[],
  everybody: number,
): Omit<Nomination, 'rev'> {
  const left = everybody - 1 - (participant.manager ? 1 : 0) - reports.length;
  const wanted = wantsColleagues(cycle, participant) && left >= kOf(schemeOf(cycle, participant));
  return {
    _id: participant._id,
    cycle: cycle._id,
    person: participant.person,
    state: wanted ? 'open' : 'none',
    reviewers: reports.map((a) => ({ person: a.giver, group: 'report', by: 'rule', assignment: a._id })),
    released: false,
  };
}

const selfFor = ({ _id, cycle, person }: Participant): Omit<SelfReview, 'rev'> => ({
  _id,
  cycle,
  person,
  state: 'open',
  ...nothingWritten(),
});

async function welcome(ctx: Ctx, cycle: Cycle, participant: Participant): Promise<void> {
  const nomination = await nominations.must(participant._id);
  const options = { proactive: true, priority: 'broadcast' } as const;
  if (nomination.state === 'open')
    showNominate(ctx, await listing({ nomination, participant, cycle }, ctx.now), options);
  await showSelf(ctx, await selfSceneOf(cycle._id, participant.person), options);
}
