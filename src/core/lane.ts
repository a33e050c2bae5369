/** Who may send for a platform app and workspace, when, and how fast. */
import { outbox } from './outbox.ts';
import { duplicate, scope } from './store.ts';

const leaseMs = 15_000;

interface Lane {
  _id: string;
  owner: string;
  until: Date;
  blockedUntil?: Date;
}

const lanes = () => scope().connection.collection<Lane>('lanes');
export const busyLanes = async () =>
  (await scope().connection.collection('outbox').distinct('lane', { state: 'ready' })) as string[];

/** The next moment at which a lane has something to send and may. */
export async function nextSend(): Promise<Date | undefined> {
  const moments = [];
  for (const lane of await busyLanes()) {
    const row = await outbox.one({ lane, state: 'ready' }, { runAt: 1 });
    const blocked = (await lanes().findOne({ _id: lane }))?.blockedUntil;
    if (row) moments.push(blocked && blocked > row.runAt ? blocked : row.runAt);
  }
  return moments.sort((a, b) => a.getTime() - b.getTime())[0];
}

/** Takes or renews the lane's lease; not while the platform asked us to wait. */
export async function own(lane: string, owner: string, now: Date): Promise<boolean> {
  try {
    await lanes().updateOne({ _id: lane }, { $setOnInsert: { owner, until: new Date(0) } }, { upsert: true });
  } catch (e) {
    if (!duplicate(e)) throw e;
  }
  const free = { $or: [{ owner }, { $expr: { $lt: ['$until', '$$NOW'] } }] };
  const held = await lanes().findOneAndUpdate({ _id: lane, ...free } as never, [
    { $set: { owner, until: { $add: ['$$NOW', leaseMs] } } },
  ]);
  return held !== null && !(held.blockedUntil && held.blockedUntil > now);
}

/** Lanes with something to send for which nobody holds the lease. */
export async function unowned(): Promise<string[]> {
  const busy = await busyLanes();
  const left = { _id: { $in: busy }, $expr: { $lt: ['$until', '$$NOW'] } };
  return (
    await lanes()
      .find(left as never)
      .toArray()
  ).map((lane) => lane._id);
}

/** Where nobody else can be at work, no lane waits for the lease of a killed process. */
export const freeLanes = () => lanes().updateMany({}, { $set: { until: new Date(0) } });

/** The platform asked us to wait: nobody of the lane sends until then. */
export async function block(lane: string, until: Date): Promise<void> {
  await lanes().updateOne({ _id: lane }, { $set: { blockedUntil: until } });
}

export interface Pace {
  /** May a message of this priority go out now? Takes its place if so. */
  take(priority: number): boolean;
}

/** A bucket that refills evenly and holds ten seconds' worth. */
export function pace(perMinute: number, now: () => number = () => performance.now()): Pace {
  if (!Number.isFinite(perMinute)) return { take: () => true };
  const full = Math.max(1, perMinute / 6);
  let left = full;
  let seen = now();
  return {
    take(priority) {
      left = Math.min(full, left + ((now() - seen) / 60_000) * perMinute);
      seen = now();
      if (left - 1 < (priority <= 1 ? 0 : full / 5)) return false;
      left -= 1;
      return true;
    },
  };
}
