/** Lists of feedback and kudos: what is read for a page, one more than is shown to know whether there is another. */
import type { Answer } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import type { SendOptions } from '../core/outbox.ts';
import { reportsOf } from '../people/model.ts';
import { leadOf } from './addressing.ts';
import { listCard, onListPage, type Which } from './cards-list.ts';
import { type Feedback, feedbacks, newest } from './model.ts';
import { readable } from './pools.ts';
import { listKey } from './shows.ts';

const mostPages = 500;

const filters: Record<Which, (id: string) => Record<string, unknown>> = {
  received: (id) => ({ person: id, visibility: 'named' }),
  given: (id) => ({ from: id }),
  team: (id) => ({ manager: id }),
};

/** What was confided about somebody whom the reader leads no more is not theirs to read. */
async function stillLed(ctx: Ctx, items: readonly Feedback[]): Promise<Feedback[]> {
  const leads = new Map<string, boolean>();
  for (const person of new Set(items.map((f) => f.person)))
    leads.set(person, (await leadOf({ _id: person }, ctx.now)) === ctx.actor.id);
  return items.filter((f) => leads.get(f.person));
}

export async function showListOf(
  ctx: Ctx,
  which: Which,
  page: number,
  options: SendOptions = {},
): Promise<Answer> {
  const { id } = ctx.actor;
  const at = Math.min(Math.max(0, Math.trunc(page)), mostPages);
  const range = { sort: newest, skip: at * onListPage, limit: onListPage + 1 };
  const read = await feedbacks.find(filters[which](id), range);
  const onPage = read.slice(0, onListPage);
  const items = which === 'team' ? await stillLed(ctx, onPage) : onPage;
  const draw = listCard({
    which,
    page: at,
    items,
    more: read.length > onListPage,
    pools: which === 'received' ? await readable(id) : [],
    leads: (await reportsOf(id)).length > 0,
  });
  ctx.show(listKey(id), { person: id }, draw, options);
  return {};
}
