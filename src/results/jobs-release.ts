/** Looking over a release and giving it out, step by step; one live card says how far. */

import { z } from 'zod';
import { heldIn } from '../calibration/rows.ts';
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { type Job, job } from '../core/job.ts';
import { type Cycle, cycles, type Participant, schemeOf } from '../cycles/model.ts';
import { isActive, peopleById } from '../people/model.ts';
import { type Batch, batches } from './batches.ts';
import { release } from './issue.ts';
import { narratedIn } from './narratives.ts';
import {
  type Candidate,
  candidate,
  isSignedFor,
  liveIn,
  pageOf,
  showBatch,
  signersFor,
  withBatch,
} from './releasing.ts';
import { given, looked } from './rules.ts';
import { showTeam, wantsWords } from './teams.ts';

const step = z.object({ batch: z.string(), after: z.string() }).shape;
type Step = { batch: string; after: string };
/** A look only reads. */
const lookSize = 200;
/** About twenty reads and writes a person: a step stays well within a job's lease, and HR's card moves. */
const giveSize = 50;

export const lookOver: Job<Step> = job('results.look', step, async (ctx, { batch: id, after }) => {
  const batch = await batches.must(id);
  if (batch.state !== 'preview' || batch.look.done) return;
  const cycle = await cycles.must(batch.cycle);
  const page = await pageOf(batch, after, lookSize);
  const worded = await narratedIn(page.map((p) => p._id));
  const apart = new Set([batch.by, ...(await signersFor(batch.by, ctx.now)).map((p) => p._id)]);
  const held = await heldIn(
    batch.cycle,
    page.map((p) => p.person),
  );
  const sessions = await liveIn(cycle);
  let { look } = batch;
  for (const participant of page) {
    const { rating, standing } = await candidate(cycle, participant, sessions);
    look = looked(look, {
      person: participant.person,
      manager: participant.manager,
      standing,
      grade:
        rating?.state === 'approved'
          ? (held(participant.person, rating.version) ?? rating.grade ?? null)
          : null,
      counted: !apart.has(participant.person),
      worded: !wantsWords(rating) || worded.has(participant.person),
    });
  }
  const last = page.at(-1)?.person;
  const more = page.length === lookSize && last !== undefined;
  const saved = await batches.save({ ...batch, look: { ...look, done: !more } });
  if (more) return { again: { batch: id, after: last } };
  showBatch(ctx, await withBatch(ctx, saved), { priority: 'approval' });
});

export const giveOut: Job<Step> = job('results.give', step, async (ctx, { batch: id, after }) => {
  const batch = await batches.must(id);
  const cycle = await cycles.must(batch.cycle);
  if (batch.state !== 'giving') return;
  if (cycle.state === 'paused') return waitsOn(ctx, id, after);
  if (cycle.state !== 'running') return;
  const page = await pageOf(batch, after, giveSize);
  const counted = await givePage(ctx, cycle, batch, page);
  const last = page.at(-1)?.person;
  const more = page.length === giveSize && last !== undefined;
  const saved = await batches.save(more ? counted : given(counted, ctx.now));
  showBatch(ctx, await withBatch(ctx, saved), { priority: 'approval' });
  return more ? { again: { batch: id, after: last } } : undefined;
});

async function givePage(ctx: Ctx, cycle: Cycle, batch: Batch, page: readonly Participant[]): Promise<Batch> {
  const active = await activeOf(ctx, page);
  const sessions = await liveIn(cycle);
  const managers = new Set<string>();
  let { done, passed } = batch;
  for (const participant of page) {
    const one = await candidate(cycle, participant, sessions);
    if (one.standing !== 'ready') continue;
    const byManager = schemeOf(cycle, participant).rewards.release === 'manager';
    const { manager } = participant;
    if (!(await isSignedFor(batch, one))) passed += 1;
    else if (byManager && manager !== undefined && active.has(manager)) managers.add(manager);
    else done += await giveTo(ctx, cycle, batch, one);
  }
  for (const manager of [...managers].sort())
    await showTeam(ctx, cycle, manager, { proactive: true, anew: true });
  return { ...batch, done, passed };
}

/** Managers who are here: who left gives nothing out any more. */
async function activeOf(ctx: Ctx, page: readonly Participant[]): Promise<ReadonlySet<string>> {
  const people = await peopleById(page.flatMap((p) => p.manager ?? []));
  return new Set([...people.values()].filter((p) => isActive(p, dayIn(p.zone, ctx.now))).map((p) => p._id));
}

const hourMs = 3_600_000;

/** A paused cycle waits; the release goes on where it stopped. */
function waitsOn(ctx: Ctx, batch: string, after: string): void {
  const at = new Date(ctx.now.getTime() + hourMs);
  ctx.later(giveOut, { batch, after }, { at, key: `results.give:${batch}:${after}:${at.toISOString()}` });
}

/** The one who signed stands for it, so that nobody's own result is given out by themself. */
async function giveTo(
  ctx: Ctx,
  cycle: Cycle,
  batch: Batch,
  { participant, rating }: Candidate,
): Promise<number> {
  if (!rating) return 0;
  const by = participant.person === batch.by ? (batch.signedBy ?? batch.by) : batch.by;
  await release({ ...ctx, actor: { ...ctx.actor, id: by } }, cycle, participant, rating);
  return 1;
}
