/** What news does to conversations: results are given out, managers change, people leave, cycles are called off. */
import { z } from 'zod';
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { type Job, job, news } from '../core/job.ts';
import { cycles, participantId, participants } from '../cycles/model.ts';
import { people } from '../people/model.ts';
import { talkOf } from '../results/index.ts';
import { archiveOf, type Result, resultOf, versionsOf } from '../results/model.ts';
import { movedCard, movedKey, passedCard } from './cards-told.ts';
import { interviewMoved } from './facts.ts';
import { sendFiles } from './files.ts';
import { type Interview, interviewOf, interviews } from './model.ts';
import { reasonsFor } from './reasons.ts';
import { dropped, handedOver, opened, revised, takesBack } from './rules.ts';
import { held } from './rules-notes.ts';
import { leaderOf, type Scene, sceneOf } from './scene.ts';
import { isShown, nameOf, refreshTeam, showBoth, showTalk, showTeam } from './shows.ts';
import { talkKey } from './talk.ts';

/** Results are given out one by one; a manager hears of them together. */
const gatherMs = 5 * 60_000;

const version = { version: z.number() };

export const resultOut = job('interviews.released', news(version), (ctx, { about, ref }) =>
  begin(ctx, ref, about),
);

export const resultChanged = job('interviews.revised', news(version), async (ctx, { about, ref, data }) => {
  const interview = await interviewOf(ref, about);
  if (!interview) return begin(ctx, ref, about);
  const versions = await versionsOf(ref, about);
  const [before, result] = [data.version - 1, data.version].map((n) => versions.find((v) => v.version === n));
  if (!result) return;
  const reasons = reasonsFor(result, { before, last: await lastGrade(result) });
  const next = revised(interview, data.version, reasons, before?.grade !== result.grade, ctx.now);
  if (next === interview) return;
  const scene = await sceneOf(await interviews.save(next));
  await takeBack(ctx, scene, interview);
  if (next.state === 'due' && interview.state !== 'due' && scene.manager) {
    await refreshTeam(ctx, scene.cycle, scene.manager._id);
    ctx.later(
      tellTeam,
      { cycle: ref, manager: scene.manager._id },
      { key: `interviews.team:${interview._id}:${next.round}:${data.version}` },
    );
  } else await showBoth(ctx, scene, false);
});

/** The grade of the cycle before, for "twice running". */
async function lastGrade(result: Result) {
  const all = await archiveOf(result.person);
  const earlier = all.find(
    (r) => r.cycle !== result.cycle && r.scheme.name === result.scheme.name && r.at < result.at,
  );
  return earlier?.grade;
}

/**
 * A conversation begins; whoever leads the person hears of it with the others. Where nobody does it waits for the one whom
 * HR names, and stands on HR's board; a few written lines nobody waits for.
 */
async function begin(ctx: Ctx, cycle: string, person: string): Promise<void> {
  const participant = await participants.get(participantId(cycle, person));
  const result = await resultOf(cycle, person);
  const manager = participant && leaderOf(participant);
  if (!participant || !result || (await interviewOf(cycle, person))) return;
  const reasons = reasonsFor(result, { last: await lastGrade(result) });
  if (manager === undefined && reasons.length === 0) return;
  const { _id, unit } = participant;
  const { version: of } = result;
  const next = opened({ _id, cycle, person, manager, unit, version: of, reasons, now: ctx.now });
  await interviews.insert(await asTalked(next));
  if (manager === undefined) return;
  const zone = (await people.get(manager))?.zone ?? 'UTC';
  const at = new Date(ctx.now.getTime() + gatherMs);
  const key = `interviews.team:${cycle}:${manager}:${dayIn(zone, ctx.now)}`;
  ctx.later(tellTeam, { cycle, manager }, { at, key });
}

/** Where managers give results out they have talked by then: what is left is to note it, and both people's word. */
async function asTalked(next: Omit<Interview, 'rev'>): Promise<Omit<Interview, 'rev'>> {
  const talk = await talkOf(next.cycle, next.person);
  if (!talk) return next;
  const zone = (await people.get(talk.by))?.zone ?? 'UTC';
  return held({ ...next, rev: 0 }, dayIn(zone, talk.at), { side: 'manager', by: talk.by, now: talk.at });
}

export const tellTeam = job(
  'interviews.tellTeam',
  { cycle: z.string(), manager: z.string() },
  async (ctx, { cycle: id, manager }) => {
    const cycle = await cycles.get(id);
    if (cycle && cycle.state !== 'cancelled')
      await showTeam(ctx, cycle, manager, { anew: true, proactive: true });
  },
);

/** What stands in calendars and no longer holds. */
async function takeBack(
  ctx: Ctx,
  scene: Pick<Scene, 'interview' | 'person' | 'manager'>,
  before: Interview,
): Promise<void> {
  if (before.agreed && takesBack(before, scene.interview, ctx.now))
    sendFiles(ctx, scene.interview, scene, before.agreed, true);
}

export const tookOver = job(
  'interviews.manager',
  news({ from: z.string().optional(), to: z.string().optional() }),
  async (ctx, { about, ref, data }) => {
    const before = await interviewOf(ref, about);
    const to = data.to === about ? undefined : data.to;
    if (!before) return begin(ctx, ref, about);
    if (before.manager === to) return;
    const interview = await interviews.save(handedOver(before, to));
    const scene = await sceneOf(interview);
    const old = before.manager === undefined ? undefined : await people.get(before.manager);
    await takeBack(ctx, { ...scene, interview, manager: old }, before);
    ctx.record(interviewMoved, {
      about,
      ref,
      data: { ...(before.manager && { from: before.manager }), ...(to && { to }) },
    });
    if (before.state !== 'done' && before.state !== 'cancelled') await tellMoved(ctx, scene, old?._id, to);
    await refreshTeam(ctx, scene.cycle, old?._id);
  },
);

async function tellMoved(
  ctx: Ctx,
  scene: Scene,
  from: string | undefined,
  to: string | undefined,
): Promise<void> {
  const { interview, cycle, person } = scene;
  ctx.tell(movedKey(interview, interview.rev), { person: person._id }, movedCard(cycle.name, to), {
    proactive: true,
  });
  if (await isShown(talkKey(interview), person._id)) await showTalk(ctx, scene, 'person');
  if (from !== undefined && (await isShown(talkKey(interview), from)))
    ctx.show(talkKey(interview), { person: from }, passedCard(await nameOf(person._id), to));
  if (to !== undefined)
    ctx.later(
      tellTeam,
      { cycle: cycle._id, manager: to },
      { key: `interviews.team:${interview._id}:${interview.rev}` },
    );
}

async function drop(ctx: Ctx, before: Interview): Promise<void> {
  const next = dropped(before);
  if (next === before) return;
  const scene = await sceneOf(await interviews.save(next));
  await takeBack(ctx, scene, before);
  await showBoth(ctx, scene, false);
}

/** Who left talks no more; the manager's list forgets them. */
export const personGone = job('interviews.left', news({ day: z.string() }), async (ctx, { about }) => {
  for (const i of await interviews.find({ person: about, state: { $ne: 'cancelled' } }, { sort: { _id: 1 } }))
    await drop(ctx, i);
});

export const cycleGone = job('interviews.cycleCancelled', news({}), async (ctx, { about }) =>
  ctx.later(dropAll, { cycle: about, after: '' }, { key: `interviews.dropAll:${about}` }),
);

const page = 100;

export const dropAll: Job<{ cycle: string; after: string }> = job(
  'interviews.dropAll',
  { cycle: z.string(), after: z.string() },
  async (ctx, { cycle, after }) => {
    const found = await interviews.find(
      { cycle, _id: { $gt: after || `${cycle}:` } },
      { sort: { _id: 1 }, limit: page },
    );
    for (const i of found) await drop(ctx, i);
    const last = found.at(-1)?._id;
    return found.length === page && last !== undefined ? { again: { cycle, after: last } } : undefined;
  },
);
