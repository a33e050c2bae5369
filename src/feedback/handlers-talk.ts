/** What follows a piece of feedback: thanks, a dialogue, and finding it again. */
import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { say as core } from '../core/messages.ts';
import { type Handler, on } from '../core/module.ts';
import { namesOf } from '../people/model.ts';
import { openItem, openPool, openReply, reply, showList, thank } from './actions.ts';
import { leadOf } from './addressing.ts';
import { poolCard } from './cards-pool.ts';
import { answered, thanked as thankedFact } from './facts.ts';
import { replyForm } from './forms.ts';
import { showListOf } from './listing.ts';
import { say } from './messages.ts';
import { addressee, type Feedback, feedbacks } from './model.ts';
import { ownPool, type Piece, reader, talker, thanker } from './policy.ts';
import { type PoolDoc, pools } from './pools.ts';
import { remarked, thanked } from './rules.ts';
import { drawItem, poolKey, showItem } from './shows.ts';

async function load(ctx: Ctx, { item }: { item: string }): Promise<Piece> {
  const found = await feedbacks.must(item);
  return { item: found, lead: await leadOf({ _id: found.person }, ctx.now) };
}

const steps = {
  touches: ['feedback:W'],
  load,
  redraw: (piece: Piece, _: unknown, ctx: Ctx) => drawItem(piece.item, ctx.actor.id),
} as const;

const otherOf = (f: Feedback, id: string): string => (f.from === id ? addressee(f) : f.from);

/** The one who acted sees it in place; to the other it comes as something new. */
async function settle(ctx: Ctx, next: Feedback): Promise<void> {
  const saved = await feedbacks.save(next);
  await showItem(ctx, saved, ctx.actor.id);
  await showItem(ctx, saved, otherOf(saved, ctx.actor.id), { anew: true });
}

export const talkHandlers: readonly Handler[] = [
  on(thank, {
    ...steps,
    allow: thanker,
    async run(ctx, { item }) {
      await settle(ctx, thanked(item, ctx.now));
      ctx.record(thankedFact, { about: item.from, ref: item._id, data: {} });
    },
  }),
  on(openReply, {
    ...steps,
    allow: talker,
    opens: true,
    async run(ctx, { item }) {
      const to = otherOf(item, ctx.actor.id);
      const names = await namesOf([to]);
      return { open: replyForm(item._id, names(to), await ctx.view()) };
    },
  }),
  on(reply, {
    ...steps,
    allow: talker,
    async run(ctx, { item }, _, { text }) {
      await settle(ctx, remarked(item, ctx.actor.id, ctx.now, text));
      ctx.record(answered, { about: otherOf(item, ctx.actor.id), ref: item._id, data: {} });
      return { toast: say(ctx.actor.locale).replied };
    },
  }),
];

/** One that waits is not there: that it exists would tell that somebody wrote. */
async function readPool(id: string): Promise<PoolDoc> {
  const pool = await pools.get(id);
  if (!pool || pool.published.length === 0) throw new Refusal((l) => core(l).gone);
  return pool;
}

export const listHandlers: readonly Handler[] = [
  on(showList, {
    touches: ['feedback:R'],
    load: async () => undefined,
    allow: anyone,
    run: (ctx, _, { which, page }) => showListOf(ctx, which, page),
  }),
  on(openItem, {
    ...steps,
    touches: ['feedback:R'],
    allow: reader,
    run: (ctx, { item }) => showItem(ctx, item, ctx.actor.id, { anew: true }),
  }),
  on(openPool, {
    touches: ['feedback:R'],
    load: (_, { pool }) => readPool(pool),
    allow: ownPool,
    async run(ctx, pool, { page }) {
      ctx.show(poolKey(pool._id), { person: pool.person }, poolCard(pool, page), { anew: page === 0 });
    },
  }),
];
