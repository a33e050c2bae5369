/** Kudos and feedback on their way from the giver. */
import { dayIn } from '../core/calendar.ts';
import type { Answer } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { rooms } from '../core/room.ts';
import { namesOf, type Organisation, type Person, settings } from '../people/model.ts';
import { withManager } from './addressing.ts';
import { roomCard } from './cards.ts';
import { given } from './facts.ts';
import { bring } from './jobs.ts';
import { say } from './messages.ts';
import { addressee, type Feedback, feedbacks, groupOf, type Words } from './model.ts';
import { pooled } from './pooling.ts';
import { keepPool, type Period, type PoolDoc, periodOf, poolId, pools } from './pools.ts';
import { feedback, kudos, pieces } from './rules.ts';
import { managersOf, showItem } from './shows.ts';
import { valuesOf } from './values.ts';

/** The announcement room, if it is there. */
export async function roomOf(org: Organisation): Promise<string | undefined> {
  return (await rooms.get(org.announce.room)) && org.announce.name;
}

interface Kudos extends Words {
  group: string;
  receivers: readonly Person[];
  /** The English name of one of the company's values. */
  value?: string | undefined;
  share: boolean;
}

export async function sendKudos(ctx: Ctx, wish: Kudos): Promise<Answer> {
  const org = await settings();
  const receivers = [];
  for (const p of wish.receivers) receivers.push(await withManager(ctx, p));
  const value = valuesOf(org).find((v) => v.en === wish.value);
  const items = kudos({ ...wish, value, from: ctx.actor.id, at: ctx.now }, receivers);
  await feedbacks.insertAll(items);
  await spread(ctx, wish.group);
  if (wish.share && (await roomOf(org))) {
    const all = await groupOf(wish.group);
    const names = await namesOf(all.map((f) => f.person));
    ctx.tell(`feedback.room:${wish.group}`, { room: org.announce.room }, roomCard(all, names));
  }
  return { toast: say(ctx.actor.locale).kudosSent };
}

/** To everybody who is to have it, the giver's own card among them. */
async function spread(ctx: Ctx, group: string): Promise<void> {
  const items = await groupOf(group);
  for (const f of items) {
    await bring(ctx, 'item', f._id, [addressee(f)]);
    ctx.record(given, {
      about: addressee(f),
      ref: f._id,
      data: { kind: f.kind, visibility: f.visibility },
    });
  }
  const [first] = items;
  if (!first) return;
  for (const manager of managersOf(items)) await bring(ctx, 'item', itemOf(items, manager), [manager]);
  await showItem(ctx, first, ctx.actor.id);
}

const itemOf = (items: readonly Feedback[], manager: string): string =>
  items.find((f) => f.manager === manager)?._id ?? '';

interface Giving extends Words {
  group: string;
  person: Person;
}

export async function sendFeedback(
  ctx: Ctx,
  wish: Giving,
  visibility: Feedback['visibility'],
): Promise<Answer> {
  const person = await withManager(ctx, wish.person);
  await feedbacks.insert(feedback({ ...wish, from: ctx.actor.id, at: ctx.now }, person, visibility));
  await spread(ctx, wish.group);
  const words = say(ctx.actor.locale);
  return { toast: visibility === 'manager' ? words.managerSent : words.feedbackSent };
}

/** A pool is one document, and a document has a size. */
const mostPieces = 400;

/**
 * Leaves no trace but the pool: no fact, no card, no message, and an answer that names nobody. The pool is one document,
 * replaced as a whole.
 */
export async function pool(ctx: Ctx, wish: Giving): Promise<Answer> {
  const { person } = wish;
  const period = await periodOf(person._id, dayIn(person.zone, ctx.now));
  const doc = await poolOf(ctx, person._id, period);
  if (doc.waiting.length + doc.published.length >= mostPieces) throw new Refusal((l) => say(l).poolFull);
  await keepPool(
    doc,
    pooled(
      doc,
      ctx.actor.id,
      pieces(wish, () => ctx.id('p')),
    ),
  );
  return { toast: say(ctx.actor.locale).unnamedSent };
}

async function poolOf(ctx: Ctx, person: string, period: Period): Promise<PoolDoc> {
  const _id = poolId(person, period);
  const known = await pools.get(_id);
  if (known) return known;
  return pools.insert({
    _id,
    person,
    ...period,
    ripe: false,
    open: true,
    salt: ctx.id('salt'),
    waiting: [],
    published: [],
    waitingMarks: [],
    publishedMarks: [],
  });
}

/** The same form, sent a second time. */
export const isSent = async (group: string): Promise<boolean> => (await groupOf(group)).length > 0;
