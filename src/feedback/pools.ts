/**
 * Where pools are kept. One document per person and period: a text and a giver's mark land in it with one replacing
 * write, so neither rows nor times nor the order of anything in the store pairs them.
 */
import { addDays, type Day } from '../core/calendar.ts';
import { Any, type Doc, entity } from '../core/entity.ts';
import { underWay } from '../cycles/model.ts';
import { isRipe, type Pool } from './pooling.ts';

export interface PoolDoc extends Doc, Pool {
  person: string;
  from: Day;
  to: Day;
  /** To be published with the next batch. */
  ripe: boolean;
  /** Takes words; not set once its period is over and its givers are forgotten. */
  open?: true | undefined;
}

export const pools = entity<PoolDoc>('feedbackPools', {
  fields: {
    person: String,
    from: String,
    to: String,
    ripe: Boolean,
    open: Boolean,
    salt: String,
    waiting: Any,
    published: Any,
    waitingMarks: [String],
    publishedMarks: [String],
  },
  sealed: {
    paths: ['salt', 'waiting.*.text', 'waiting.*.effect', 'published.*.text', 'published.*.effect'],
    subject: (p) => p.person,
  },
  indexes: [
    { keys: { person: 1, to: -1 } },
    { keys: { ripe: 1, person: 1 }, where: { ripe: true } },
    { keys: { open: 1, to: 1 }, where: { open: true } },
  ],
});

export interface Period {
  from: Day;
  to: Day;
}

/** The calendar quarter of a day. */
export function quarterOf(day: Day): Period {
  const year = day.slice(0, 4);
  const q = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const ends = ['03-31', '06-30', '09-30', '12-31'][q];
  return { from: `${year}-${String(3 * q + 1).padStart(2, '0')}-01`, to: `${year}-${ends}` };
}

/** The period of the person's newest cycle that holds the day, else the calendar quarter. */
export async function periodOf(person: string, day: Day): Promise<Period> {
  const places = await underWay(person);
  const holding = places.map(({ cycle }) => cycle.period).find((p) => p.from <= day && day <= p.to);
  return holding ?? quarterOf(day);
}

export const poolId = (person: string, { from, to }: Period): string => `pool:${person}:${from}:${to}`;

export async function keepPool(doc: PoolDoc, pool: Pool): Promise<PoolDoc> {
  return pools.save({ ...doc, ...pool, ripe: isRipe(pool) });
}

/** Pools that somebody can read, the newest first. */
export const readable = async (person: string): Promise<PoolDoc[]> =>
  (await pools.find({ person }, { sort: { to: -1 }, limit: 8 })).filter((p) => p.published.length > 0);

/** The Monday after the period, with its last batch, is over in every zone. */
export const isOver = (to: Day, today: Day): boolean => addDays(to, 8) < today;
