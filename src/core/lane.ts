/** Who may send for a platform app and workspace, when, and how fast. */
import { outbox } from './outbox.ts';
import type { Capabilities } from './platform.ts';
import { duplicate, scope } from './store.ts';

const leaseMs = 15_000;
export const renewMs = leaseMs / 3;

interface Lane {
  _id: string;
  owner: string;
  until: Date;
  blockedUntil?: Date;
  /** Messages a minute that it takes, as far as refusals taught us. */
  perMinute?: number;
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
export async function block(lane: string, until: Date, perMinute: number): Promise<void> {
  await lanes().updateOne({ _id: lane }, { $set: { blockedUntil: until, perMinute } });
}

/** What the lane was slowed down to before, if it was. */
export const learned = async (lane: string): Promise<number | undefined> =>
  (await lanes().findOne({ _id: lane }))?.perMinute;

export interface Pace {
  /** May a message of this priority go out now? Takes its place if so. */
  take(priority: number): boolean;
  /** Something goes to this person or room now. */
  sent(subject: string): void;
  /** Who just got something and has to wait a moment for more. */
  resting(): string[];
  /** The platform refused: slower. Returns the messages a minute from now on. */
  refused(): number;
}

/** Platforms count by the second, too: 50 is what the most generous of them takes. */
const mostAtOnce = 50;
const stepMs = 20_000;
const [faster, slower, probing, slowest] = [1.25, 0.9, 1.02, 20];

/**
 * A bucket that refills evenly and holds ten seconds' worth, 50 at the most. Where the limit is not known it fills a quarter faster every
 * 20 s until the platform refuses for the first time; from then on a tenth slower at each refusal, and slowly up again.
 */
export function pace(
  can: Pick<Capabilities, 'perMinute' | 'learnsPace' | 'gapMs'>,
  known?: number,
  now: () => number = () => performance.now(),
): Pace {
  let rate = known ?? can.perMinute;
  let grows = known === undefined ? faster : probing;
  const full = () => Math.max(1, Math.min(rate / 6, mostAtOnce));
  let left = full();
  let seen = now();
  let stepped = seen;
  const last = new Map<string, number>();
  const refill = () => {
    left = Math.min(full(), left + ((now() - seen) / 60_000) * rate);
    seen = now();
    if (!can.learnsPace || seen - stepped < stepMs) return;
    rate *= grows;
    stepped = seen;
  };
  return {
    take(priority) {
      if (!Number.isFinite(rate)) return true;
      refill();
      if (left - 1 < (priority <= 1 ? 0 : full() / 5)) return false;
      left -= 1;
      return true;
    },
    sent: (subject) => void (can.gapMs > 0 && last.set(subject, now())),
    resting() {
      for (const [subject, at] of last) if (now() - at >= can.gapMs) last.delete(subject);
      return [...last.keys()];
    },
    refused() {
      if (can.learnsPace) {
        grows = probing;
        rate = Math.max(slowest, rate * slower);
        stepped = now();
      }
      left = 0;
      return rate;
    },
  };
}
