/**
 * Lanes: one leased dispatcher per platform app and workspace sends what waits in the outbox, in order of priority, at
 * the platform's pace; a fifth of the pace is kept for answers and approvals. What a platform may or may not have
 * accepted is tried again under the same key, which the adapter recognises; never blindly.
 */
import { reachOne } from './actor.ts';
import { addDays, at } from './calendar.ts';
import type { Parts } from './context.ts';
import { block, busyLanes, learned, own, type Pace, pace, renewMs } from './lane.ts';
import { digest, type OutboxRow, outbox, replaces } from './outbox.ts';
import { type Adapter, PlatformError } from './platform.ts';
import { backOff, claim, finish, reclaim } from './queue.ts';
import { shown } from './shown.ts';
import { transmit } from './transmit.ts';

const mostTries = 8;
/** Messages a day that a person did not ask for. */
const mostProactive = 3;

export interface Dispatcher {
  /** Sends all that is due now; returns how many rows it dealt with. */
  drain(): Promise<number>;
  /** The answer to this event was flushed: its cards are where they belong. */
  answered(cause: string): Promise<void>;
}

export function dispatcher(parts: Parts, owner: string): Dispatcher {
  const paces = new Map<string, Pace>();
  return {
    async drain() {
      return parts.store.within(async () => {
        await reclaim('outbox');
        let n = 0;
        for (const lane of await busyLanes()) n += await pumped(parts, lane, owner, paces);
        return n;
      });
    },
    async answered(cause) {
      await parts.store.within(async () => {
        for (const row of await outbox.find({ answers: cause, state: 'ready' })) {
          await shown.change(
            { _id: `${row.key}>${row.subject}` },
            { $set: { digest: digest(row.card ?? ''), order: row.order } },
          );
          await outbox.remove({ _id: row._id, state: 'ready' });
        }
      });
    },
  };
}

/** Sends what the lane may send now; nothing while its platform asked us to wait or somebody else owns it. */
async function pumped(parts: Parts, lane: string, owner: string, paces: Map<string, Pace>): Promise<number> {
  const adapter = parts.adapters.get(lane.split(':')[0] ?? '');
  if (!adapter || !(await own(lane, owner, parts.clock.now()))) return 0;
  const paced = paces.get(lane) ?? pace(adapter.can, await learned(lane));
  paces.set(lane, paced);
  return pump(parts, adapter, { lane, owner, paced });
}

interface Pump {
  lane: string;
  owner: string;
  paced: Pace;
}

/** Several at once where the platform takes it, but never two to the same person or room. */
async function pump(parts: Parts, adapter: Adapter, { lane, owner, paced }: Pump): Promise<number> {
  const underway = new Map<string, Promise<void>>();
  const troubles: unknown[] = [];
  let blocked = false;
  let n = 0;
  let owned = performance.now();
  while (!blocked && troubles.length === 0) {
    // A long round outlives the lease: who lost it stops, and hears of a block that somebody else met.
    if (performance.now() - owned > renewMs) {
      if (!(await own(lane, owner, parts.clock.now()))) break;
      owned = performance.now();
    }
    const row = await nextRow(parts, { lane, owner, paced }, [...underway.keys()]);
    if (!row) break;
    n += 1;
    const sending = deliver(parts, adapter, row, paced)
      .then((how) => {
        if (how === 'blocked') blocked = true;
      })
      .catch((e) => void troubles.push(e))
      .finally(() => underway.delete(row.subject));
    underway.set(row.subject, sending);
    if (underway.size >= adapter.can.atOnce) await Promise.race(underway.values());
  }
  await Promise.all(underway.values());
  if (troubles.length > 0) throw troubles[0];
  return n;
}

async function nextRow(parts: Parts, { lane, owner, paced }: Pump, busy: string[]) {
  const now = parts.clock.now();
  const resting = [...busy, ...paced.resting()];
  const where = { lane, ...(resting.length > 0 && { subject: { $nin: resting } }) };
  const waiting = await outbox.one({ ...where, state: 'ready', runAt: { $lte: now } }, sendOrder);
  if (!waiting || !paced.take(waiting.priority)) return undefined;
  const claimed = await claim<OutboxRow>('outbox', owner, now, where, sendOrder);
  return claimed && outbox.must(claimed._id);
}

const sendOrder = { priority: 1, runAt: 1, order: 1 } as const;

type Delivered = 'done' | 'blocked';

async function deliver(parts: Parts, adapter: Adapter, row: OutboxRow, paced: Pace): Promise<Delivered> {
  const now = parts.clock.now();
  if ((row.until && row.until <= now) || (replaces(row.kind) && (await overtaken(row)))) {
    await outbox.remove({ _id: row._id, 'lease.owner': row.lease?.owner });
    return 'done';
  }
  const wait = row.proactive && (await tooMany(parts, row.proactive));
  if (wait) {
    await finish('outbox', row, { state: 'ready', runAt: wait.at, 'proactive.day': wait.day });
    return 'done';
  }
  try {
    paced.sent(row.subject);
    await transmit(parts, adapter, row);
    await completed(row, now);
    return 'done';
  } catch (e) {
    return failed(parts, row, e, paced);
  }
}

/** Something newer of this card waits, or stands there already: an older one that failed first must not replace it. */
async function overtaken({ key, subject, order, kind }: OutboxRow): Promise<boolean> {
  if ((await outbox.count({ key, subject, order: { $gt: order }, kind })) > 0) return true;
  return ((await shown.get(`${key}>${subject}`))?.order ?? 0) > order;
}

async function tooMany(parts: Parts, { person, day }: { person: string; day: string }) {
  const sent = await outbox.count({ 'proactive.person': person, 'proactive.day': day, state: 'done' });
  const reach = sent >= mostProactive ? await reachOne(parts.directory, person) : undefined;
  return reach && { day: addDays(day, 1), at: at(reach.zone, addDays(day, 1), reach.quiet.to) };
}

async function completed(row: OutboxRow, now: Date): Promise<void> {
  if (replaces(row.kind) && !row.proactive)
    await outbox.remove({ _id: row._id, 'lease.owner': row.lease?.owner });
  else
    await finish(
      'outbox',
      row,
      { state: 'done', doneAt: now },
      { card: '', file: '', order: '', tries: '', maybe: '' },
    );
}

async function failed(parts: Parts, row: OutboxRow, e: unknown, paced: Pace): Promise<Delivered> {
  const trouble = e instanceof PlatformError ? e : new PlatformError('unknown', String(e));
  const now = parts.clock.now();
  if (trouble.kind === 'unsure') {
    await finish('outbox', row, { state: 'unsure', error: `unsure: ${trouble.message}`, doneAt: now });
    return 'done';
  }
  const maybe = trouble.kind === 'unknown' && { maybe: true };
  const over = trouble.kind === 'broken' || trouble.kind === 'denied' || trouble.kind === 'gone';
  parts.log.warn({ row: row._id, kind: trouble.kind, err: trouble.message }, 'a message was not delivered');
  if (over || row.tries >= mostTries) {
    await finish('outbox', row, {
      state: 'dead',
      error: `${trouble.kind}: ${trouble.message}`,
      doneAt: now,
      ...maybe,
    });
    return 'done';
  }
  const runAt = trouble.retryAt ?? new Date(now.getTime() + backOff(row.tries));
  await finish('outbox', row, {
    state: 'ready',
    runAt,
    error: `${trouble.kind}: ${trouble.message}`,
    ...maybe,
  });
  if (!trouble.retryAt) return 'done';
  // A rate limit is no attempt of this message, and nobody else of the lane may send meanwhile.
  await outbox.change({ _id: row._id }, { $inc: { tries: -1 } });
  await block(row.lane, trouble.retryAt, paced.refused());
  return 'blocked';
}
