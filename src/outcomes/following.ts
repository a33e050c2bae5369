/**
 * A result changed after an appeal. Before the approval the row is reckoned again; after it the old row stays as it is,
 * and another one takes it back and puts the new one in its place, in a batch of differences. Nobody else's row is touched.
 */
import { z } from 'zod';
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { type Job, job, news } from '../core/job.ts';
import { type Cycle, cycles, type Participant, participantId, participants } from '../cycles/model.ts';
import { namesOf } from '../people/model.ts';
import { changedCard } from './cards-rows.ts';
import { differenceMade, outcomeRecomputed } from './facts.ts';
import { openRowOf } from './figures.ts';
import { newEntry, type Reckoned, reckoned } from './making.ts';
import { type Batch, batches, batchesOf, batchId, type Entry, entries, standingOf } from './model.ts';
import { holds } from './reward.ts';
import { recomputed, reopened } from './rules.ts';
import { hrPeople } from './seconds.ts';
import { refreshBatch, showBatch } from './shows.ts';

interface News {
  about: string;
  ref: string;
  by: string;
  data: { version: number };
}

const dayMs = 86_400_000;

/** Tomorrow: an appeal is still open. */
export function later(ctx: Ctx, cycle: string, person: string, version: number): void {
  const at = new Date(ctx.now.getTime() + dayMs);
  const key = `outcomes.revised:${participantId(cycle, person)}:${version}:${dayIn('UTC', at)}`;
  ctx.later(followRevised, { about: person, ref: cycle, by: 'system', data: { version } }, { at, key });
}

export const followRevised: Job<News> = job(
  'outcomes.followRevised',
  news({ version: z.number() }),
  async (ctx, { about, ref, data }) => {
    const cycle = await cycles.get(ref);
    const place = await participants.get(participantId(ref, about));
    if (!cycle || !place) return;
    const open = await openRowOf(ref, about);
    const standing = (await standingOf(ref, [about])).get(about);
    if (!open && !standing) return;
    const by = (await reckoned(cycle, [place])).get(about);
    if (!by) return;
    if (open) return again(ctx, cycle, open, by);
    if (!standing || standing.version >= by.version) return;
    if (place.state === 'appealing') return later(ctx, ref, about, data.version);
    await difference(ctx, cycle, place, standing, by);
  },
);

async function again(
  ctx: Ctx,
  cycle: Cycle,
  { entry, batch }: { entry: Entry; batch: Batch },
  by: Reckoned,
): Promise<void> {
  if (entry.version >= by.version) return;
  await entries.save(recomputed(entry, by));
  const back = batch.state === 'submitted' || batch.state === 'approved';
  const next = await batches.save(entry.state === 'waiting' ? withoutOwn(batch) : reopened(batch));
  ctx.record(outcomeRecomputed, { about: entry.person, ref: cycle._id, data: { version: by.version } });
  const name = (await namesOf([entry.person]))(entry.person);
  const what = { exception: entry.exception !== undefined, back: back && entry.state === 'draft' };
  const draw = changedCard(cycle, entry, name, what);
  const told = [...(await hrPeople()).map((p) => p._id), batch.approved?.by].filter((id) => id !== undefined);
  for (const to of [...new Set(told)].sort())
    if (to !== entry.person)
      ctx.show(`outcomes.changed:${entry._id}:${by.version}`, { person: to }, draw, { proactive: true });
  await refreshBatch(ctx, next);
}

/** Its own approval was about the old row. */
function withoutOwn(batch: Batch): Batch {
  const { own: _, ...rest } = batch;
  return { ...rest, version: batch.version + 1 };
}

async function difference(
  ctx: Ctx,
  cycle: Cycle,
  place: Participant,
  standing: Entry,
  by: Reckoned,
): Promise<void> {
  const batch = await differencesOf(ctx, cycle._id);
  await entries.insert(newEntry(batch, place, by, { entry: standing._id, outcome: holds(standing) }));
  const next = await batches.save(reopened(batch));
  ctx.record(differenceMade, { about: place.person, ref: cycle._id, data: { version: by.version } });
  for (const { _id } of await hrPeople())
    if (_id !== place.person) await showBatch(ctx, next, _id, { proactive: true });
}

/** The batch of differences that still takes rows, or a new one. What was submitted stays as it was seen. */
async function differencesOf(ctx: Ctx, cycle: string): Promise<Batch> {
  const all = await batchesOf(cycle);
  const open = all.find((b) => b.kind === 'delta' && (b.state === 'draft' || b.state === 'returned'));
  if (open) return open;
  const number = (all.at(-1)?.number ?? 0) + 1;
  return batches.insert({
    _id: batchId(cycle, number),
    cycle,
    number,
    kind: 'delta',
    state: 'draft',
    by: 'system',
    at: ctx.now,
    version: 0,
  });
}
