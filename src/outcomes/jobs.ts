/** What takes more than a press: making a batch, letting an approval hold and telling everybody. A page a step. */
import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { type Job, job, news } from '../core/job.ts';
import { cycles, type Participant, participantId, participants } from '../cycles/model.ts';
import { teamToldCard, teamToldKey } from './cards-told.ts';
import { batchMade, batchSettled, outcomeApplied } from './facts.ts';
import { isReady } from './figures.ts';
import { finish } from './finish.ts';
import { later } from './following.ts';
import { newEntry, reckoned } from './making.ts';
import { type Batch, batches, type Entry, entries, entryId } from './model.ts';
import { made, settled } from './rules.ts';
import { hrPeople } from './seconds.ts';
import { refreshBatch, showOffice, showOwn } from './shows.ts';

const pageSize = 200;

export const make: Job<{ batch: string; after: string }> = job(
  'outcomes.make',
  { batch: z.string(), after: z.string() },
  async (ctx, { batch: id, after }) => {
    const batch = await batches.get(id);
    const cycle = batch && (await cycles.get(batch.cycle));
    if (!cycle || batch?.state !== 'making') return;
    const page = await participants.find(
      { cycle: cycle._id, person: { $gt: after } },
      { sort: { cycle: 1, person: 1 }, limit: pageSize },
    );
    const ready = page.filter((p) => isReady(p.state));
    const there = await entries.find({ cycle: cycle._id, person: { $in: ready.map((p) => p.person) } });
    const known = new Set(there.map((e) => e.person));
    const fresh = ready.filter((p) => !known.has(p.person));
    const by = await reckoned(cycle, fresh);
    const rows = fresh.flatMap((p) => {
      const one = by.get(p.person);
      return one ? [newEntry(batch, p, one)] : [];
    });
    await entries.insertAll(rows);
    const last = page.at(-1)?.person;
    if (page.length === pageSize && last !== undefined) return { again: { batch: id, after: last } };
    await madeOne(ctx, batch);
  },
);

async function madeOne(ctx: Ctx, batch: Batch): Promise<void> {
  const n = await entries.count({ batch: batch._id });
  const next = await batches.save(made(batch));
  ctx.record(batchMade, { about: batch.cycle, ref: batch._id, data: { people: n } });
  await refreshBatch(ctx, next, [batch.by]);
}

/** Five minutes after the approval, if it was not taken back. `at`: when it was given. */
export const settle: Job<{ batch: string; at: number; after: string; held: number }> = job(
  'outcomes.settle',
  { batch: z.string(), at: z.number(), after: z.string(), held: z.number() },
  async (ctx, args) => {
    const batch = await batches.get(args.batch);
    if (batch?.approved?.at.getTime() !== args.at || batch.settledAt) return;
    const page = await entries.find(
      { batch: batch._id, person: { $gt: args.after }, state: 'draft' },
      { sort: { batch: 1, person: 1 }, limit: pageSize },
    );
    const held = args.held + (await settlePage(ctx, batch, page));
    const last = page.at(-1)?.person;
    if (page.length === pageSize && last !== undefined) return { again: { ...args, after: last, held } };
    const next = await batches.save(settled(batch, held, ctx.now));
    ctx.record(batchSettled, { about: batch.cycle, ref: batch._id, data: { held } });
    ctx.later(finish, { cycle: batch.cycle, after: '' }, { key: `outcomes.finish:${batch._id}` });
    await refreshBatch(ctx, next);
  },
);

/** How many of them are held back because an appeal is open. */
async function settlePage(ctx: Ctx, batch: Batch, page: readonly Entry[]): Promise<number> {
  const places = await participants.find({ _id: { $in: page.map((e) => participantId(e.cycle, e.person)) } });
  const appealing = new Set(places.filter((p) => p.state === 'appealing').map((p) => p.person));
  const frozen = page.filter((e) => appealing.has(e.person));
  await entries.remove({ _id: { $in: frozen.map((e) => e._id) } });
  // A difference is not found by the next batch as a missing row is: it is looked at again tomorrow.
  for (const e of frozen.filter((one) => one.before)) later(ctx, e.cycle, e.person, e.version);
  const own = page.find((e) => e.person === batch.approved?.by && !appealing.has(e.person));
  if (own) await entries.change({ _id: own._id }, { $set: { state: 'waiting' }, $inc: { rev: 1 } });
  const rest = page.filter((e) => !appealing.has(e.person) && e !== own);
  await hold(ctx, batch, rest, places, batch.approved?.by ?? '');
  return frozen.length;
}

/** From now on these rows never change; their people read them. */
async function hold(
  ctx: Ctx,
  batch: Batch,
  rows: readonly Entry[],
  places: readonly Participant[],
  by: string,
): Promise<void> {
  const approved = { by, at: ctx.now };
  await entries.change(
    { _id: { $in: rows.map((e) => e._id) } },
    { $set: { state: 'approved', approved }, $inc: { rev: 1 } },
  );
  const cycle = await cycles.must(batch.cycle);
  for (const entry of rows) {
    ctx.record(outcomeApplied, { about: entry.person, ref: cycle._id, data: { version: entry.version } });
    showOwn(ctx, cycle, { ...entry, state: 'approved' }, false, { proactive: true, anew: true });
  }
  const persons = new Set(rows.map((e) => e.person));
  const managers = places.filter((p) => persons.has(p.person)).flatMap((p) => p.manager ?? []);
  for (const manager of [...new Set(managers)].sort())
    ctx.show(teamToldKey(batch._id), { person: manager }, teamToldCard(cycle), { proactive: true });
}

/** The row of who approved the others, five minutes after somebody else approved it. */
export const settleOwn: Job<{ batch: string; at: number }> = job(
  'outcomes.settleOwn',
  { batch: z.string(), at: z.number() },
  async (ctx, args) => {
    const batch = await batches.get(args.batch);
    if (!batch?.own || !batch.approved || batch.own.at.getTime() !== args.at) return;
    // The others are still being told: this one comes after them.
    if (!batch.settledAt) {
      ctx.later(settleOwn, args, { at: new Date(ctx.now.getTime() + 60_000) });
      return;
    }
    const entry = await entries.get(entryId(batch._id, batch.approved.by));
    if (entry?.state !== 'waiting') return;
    const places = await participants.find({ _id: participantId(entry.cycle, entry.person) });
    if (places.some((p) => p.state === 'appealing')) {
      ctx.later(settleOwn, args, { at: new Date(ctx.now.getTime() + dayMs) });
      return;
    }
    await hold(ctx, batch, [entry], places, batch.own.by);
    await refreshBatch(ctx, batch);
  },
);

const dayMs = 86_400_000;

/** The phase opens: HR has the card with the first step. */
export const opened: Job<{ about: string; ref: string; by: string; data: { phase: string } }> = job(
  'outcomes.opened',
  news({ phase: z.string() }),
  async (ctx, { about, data }) => {
    const cycle = data.phase === 'outcomes' ? await cycles.get(about) : undefined;
    if (!cycle) return;
    for (const { _id } of await hrPeople()) await showOffice(ctx, cycle, _id, { proactive: true });
  },
);
