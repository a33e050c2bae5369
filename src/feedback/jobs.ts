/** What happens later: a card that waits for the morning, the week's batches of unnamed feedback, people who move. */
import { z } from 'zod';
import { weekday } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { daily } from '../core/daily.ts';
import { job, news } from '../core/job.ts';
import { afterQuiet } from '../core/outbox.ts';
import { namesOf, peopleById } from '../people/model.ts';
import { poolCard, requestCard } from './cards-pool.ts';
import { pooledOut } from './facts.ts';
import { feedbacks, requests } from './model.ts';
import { notes } from './notes.ts';
import { forgotten, isRipe, published } from './pooling.ts';
import { isOver, keepPool, pools } from './pools.ts';
import { closed, handedOver } from './rules.ts';
import { poolKey, requestKey, showItem, showNote } from './shows.ts';

const what = z.enum(['item', 'note', 'request']);
type What = z.infer<typeof what>;

/** Drawn when it is sent; what is no longer there is not sent. */
async function send(ctx: Ctx, kind: What, id: string, to: string): Promise<void> {
  const options = { priority: 'approval' } as const;
  if (kind === 'item') {
    const item = await feedbacks.get(id);
    if (item) await showItem(ctx, item, to, options);
  } else if (kind === 'note') {
    const note = await notes.get(id);
    if (note) await showNote(ctx, note, to, options);
  } else {
    const request = await requests.get(id);
    if (request?.state !== 'open') return;
    const names = await namesOf([request.from]);
    ctx.show(requestKey(id), { person: to }, requestCard(request, names(request.from)), options);
  }
}

export const deliver = job('feedback.deliver', { kind: what, id: z.string(), to: z.string() }, (ctx, args) =>
  send(ctx, args.kind, args.id, args.to),
);

/**
 * At once, or when the quiet hours of that person end. It comes from a colleague and is not one of the three messages a
 * day that nobody asked for: who is praised by four people hears of all four.
 */
export async function bring(ctx: Ctx, kind: What, id: string, to: readonly string[]): Promise<void> {
  const found = await peopleById(to);
  for (const person of to) {
    const reads = found.get(person);
    const at = reads ? afterQuiet(reads, ctx.now) : ctx.now;
    if (at > ctx.now)
      ctx.later(deliver, { kind, id, to: person }, { at, key: `feedback.deliver:${id}:${person}` });
    else await send(ctx, kind, id, person);
  }
}

/**
 * Batches come out on Mondays, whoever wrote when: a card that came with the third writing would tell whose it was.
 * Pools of a period that is over give up what they know of givers.
 */
export const weekly = daily('feedback.pools', '10:00', async (ctx, { zone, day }) => {
  if (weekday(day) !== 1) return;
  const ripe = await pools.find({ ripe: true }, { sort: { person: 1 } });
  const living = await peopleById(ripe.map((p) => p.person));
  for (const pool of ripe.filter((p) => living.get(p.person)?.zone === zone))
    ctx.later(batch, { pool: pool._id }, { key: `feedback.batch:${pool._id}:${day}` });
  const open = await pools.find({ open: true, to: { $lt: day } }, { sort: { to: 1 } });
  for (const pool of open.filter((p) => isOver(p.to, day)))
    ctx.later(forget, { pool: pool._id }, { key: `feedback.forget:${pool._id}` });
});

export const batch = job('feedback.batch', { pool: z.string() }, async (ctx, { pool }) => {
  const found = await pools.get(pool);
  if (!found || !isRipe(found)) return;
  const next = await keepPool(found, published(found));
  ctx.record(pooledOut, { about: next.person, ref: pool, data: {} });
  const to = { person: next.person };
  ctx.show(poolKey(pool), to, poolCard(next, 0), { proactive: true, anew: true });
});

export const forget = job('feedback.forget', { pool: z.string() }, async (_, { pool }) => {
  const found = await pools.get(pool);
  if (!found?.open) return;
  const { open: __, ...over } = found;
  // One that ripened and was never met by a Monday, since nothing ran, comes out before it is forgotten.
  await keepPool(over, forgotten(published(over)));
});

/** The new manager takes over what carries a name; what was confided to the old one stays where it was addressed. */
export const tookOver = job(
  'feedback.tookOver',
  news({ from: z.string().optional(), to: z.string().optional() }),
  async (_, { about, data: { from, to } }) => {
    const moves = to === undefined ? { $unset: { manager: '' } } : { $set: { manager: to } };
    await feedbacks.change({ person: about, visibility: 'named' }, { ...moves, $inc: { rev: 1 } });
    if (from === undefined) return;
    const waiting = await notes.find({ unseen: from }, { sort: { at: 1, _id: 1 } });
    for (const n of waiting.filter((note) => note.person === about))
      await notes.save(handedOver(n, from, to));
  },
);

/** Nobody waits for somebody who left. */
export const personGone = job('feedback.gone', news({ day: z.string() }), async (ctx, { about }) => {
  const open = [
    ...(await requests.find({ from: about, state: 'open' })),
    ...(await requests.find({ to: about, state: 'open' })),
  ].sort((a, b) => (a._id < b._id ? -1 : 1));
  const names = await namesOf(open.map((r) => r.from));
  for (const r of open) {
    const next = await requests.save(closed(r));
    if (r.to !== about) ctx.show(requestKey(r._id), { person: r.to }, requestCard(next, names(r.from)));
  }
  const waiting = await notes.find({ unseen: about }, { sort: { at: 1, _id: 1 } });
  for (const n of waiting.filter((note) => note.person !== about))
    await notes.save(handedOver(n, about, undefined));
});
