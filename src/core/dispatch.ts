/**
 * Lanes: one leased dispatcher per platform app and workspace sends what waits in the outbox, in order of priority, at
 * the platform's pace; a fifth of the pace is kept for answers and approvals. What a platform may or may not have
 * accepted is tried again under the same key, which the adapter recognises; never blindly.
 */
import { reachOne } from './actor.ts';
import { addDays, at } from './calendar.ts';
import type { Card } from './card.ts';
import type { Parts } from './context.ts';
import { digest, type OutboxRow, outbox } from './outbox.ts';
import { type Adapter, type Address, PlatformError, type Receipt } from './platform.ts';
import { backOff, claim, finish, reclaim } from './queue.ts';
import { rooms } from './room.ts';
import { shown } from './shown.ts';
import { duplicate, scope } from './store.ts';

const leaseMs = 15_000;
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
  const paces = new Map([...parts.adapters.values()].map((a) => [a.name, pace(a.can.perMinute)]));
  return {
    async drain() {
      return parts.store.within(async () => {
        await reclaim('outbox');
        const lanes = await scope().connection.collection('outbox').distinct('lane', { state: 'ready' });
        let n = 0;
        for (const lane of lanes as string[]) n += await pump(parts, lane, owner, paces);
        return n;
      });
    },
    async answered(cause) {
      await parts.store.within(async () => {
        for (const row of await outbox.find({ answers: cause, state: 'ready' })) {
          await shown.change(
            { _id: `${row.key}>${row.subject}` },
            { $set: { digest: digest(row.card ?? '') } },
          );
          await outbox.remove({ _id: row._id, state: 'ready' });
        }
      });
    },
  };
}

interface Pace {
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

async function pump(parts: Parts, lane: string, owner: string, paces: Map<string, Pace>): Promise<number> {
  const adapter = parts.adapters.get(lane.split(':')[0] ?? '');
  if (!adapter || !(await own(lane, owner, parts.clock.now()))) return 0;
  const paced = paces.get(adapter.name);
  for (let n = 0; ; n += 1) {
    const waiting = await outbox.one({ lane, state: 'ready', runAt: { $lte: parts.clock.now() } }, sendOrder);
    if (!waiting || paced?.take(waiting.priority) === false) return n;
    const claimed = await claim<OutboxRow>('outbox', owner, parts.clock.now(), { lane }, sendOrder);
    if (!claimed) return n;
    const row = await outbox.must(claimed._id);
    if ((await deliver(parts, adapter, row)) === 'blocked') return n;
  }
}

const sendOrder = { priority: 1, runAt: 1, order: 1 } as const;

/** Takes or renews the lane's lease; not while the platform asked us to wait. */
async function own(lane: string, owner: string, now: Date): Promise<boolean> {
  const lanes = scope().connection.collection<{
    _id: string;
    owner: string;
    until: Date;
    blockedUntil?: Date;
  }>('lanes');
  try {
    await lanes.updateOne({ _id: lane }, { $setOnInsert: { owner, until: new Date(0) } }, { upsert: true });
  } catch (e) {
    if (!duplicate(e)) throw e;
  }
  const free = { $or: [{ owner }, { $expr: { $lt: ['$until', '$$NOW'] } }] };
  const held = await lanes.findOneAndUpdate({ _id: lane, ...free } as never, [
    { $set: { owner, until: { $add: ['$$NOW', leaseMs] } } },
  ]);
  return held !== null && !(held.blockedUntil && held.blockedUntil > now);
}

type Delivered = 'done' | 'blocked';

async function deliver(parts: Parts, adapter: Adapter, row: OutboxRow): Promise<Delivered> {
  const now = parts.clock.now();
  if (row.kind === 'show' && (await overtaken(row))) {
    await outbox.remove({ _id: row._id, 'lease.owner': row.lease?.owner });
    return 'done';
  }
  const wait = row.proactive && (await tooMany(parts, row.proactive));
  if (wait) {
    await finish('outbox', row, { state: 'ready', runAt: wait.at, 'proactive.day': wait.day });
    return 'done';
  }
  try {
    await transmit(parts, adapter, row);
    await completed(row, now);
    return 'done';
  } catch (e) {
    return failed(parts, row, e);
  }
}

const overtaken = async (row: OutboxRow) =>
  (await outbox.count({ key: row.key, subject: row.subject, order: { $gt: row.order }, kind: 'show' })) > 0;

async function tooMany(parts: Parts, { person, day }: { person: string; day: string }) {
  const sent = await outbox.count({ 'proactive.person': person, 'proactive.day': day, state: 'done' });
  const reach = sent >= mostProactive ? await reachOne(parts.directory, person) : undefined;
  return reach && { day: addDays(day, 1), at: at(reach.zone, addDays(day, 1), reach.quiet.to) };
}

async function completed(row: OutboxRow, now: Date): Promise<void> {
  if (row.kind === 'show' && !row.proactive)
    await outbox.remove({ _id: row._id, 'lease.owner': row.lease?.owner });
  else
    await finish('outbox', row, { state: 'done', doneAt: now }, { card: '', file: '', order: '', tries: '' });
}

async function transmit(parts: Parts, adapter: Adapter, row: OutboxRow): Promise<void> {
  if (row.kind === 'attach') {
    const file = row.file ?? { name: 'file', type: 'application/octet-stream', base64: '' };
    const bytes = Buffer.from(file.base64, 'base64');
    await adapter.attach(
      await addressOf(parts, adapter, row),
      { name: file.name, type: file.type, bytes },
      row._id,
    );
    return;
  }
  const card = JSON.parse(row.card ?? '{}') as Card;
  if (row.kind === 'tell') {
    const receipt = await adapter.send(await addressOf(parts, adapter, row), card, row._id);
    await keep(row, receipt);
    return;
  }
  await showCard(parts, adapter, row, card);
}

/** The message that carries this card now; none when it is to come anew. */
const liveOf = async ({ anew, key, subject }: OutboxRow) =>
  anew ? undefined : shown.get(`${key}>${subject}`);

/** Edits the live card where the platform still lets us, else sends it anew. */
async function showCard(parts: Parts, adapter: Adapter, row: OutboxRow, card: Card): Promise<void> {
  const live = await liveOf(row);
  if (live && live.digest === digest(row.card ?? '') && !row.answers) return;
  const age = live ? parts.clock.now().getTime() - live.receipt.sentAt.getTime() : 0;
  if (live && age < adapter.can.editableDays * 86_400_000) {
    try {
      await adapter.edit(live.receipt, card);
      await keep(row, live.receipt);
      return;
    } catch (e) {
      if (!(e instanceof PlatformError) || e.kind !== 'gone') throw e;
    }
  }
  await keep(row, await adapter.send(await addressOf(parts, adapter, row), card, row._id));
}

async function keep(row: OutboxRow, receipt: Receipt): Promise<void> {
  const _id = `${row.key}>${row.subject}`;
  await scope()
    .connection.collection<{ _id: string }>('shown')
    .updateOne(
      { _id },
      { $set: { key: row.key, receipt, digest: digest(row.card ?? ''), rev: 1 } },
      { upsert: true },
    );
}

async function addressOf(parts: Parts, adapter: Adapter, row: OutboxRow): Promise<Address> {
  if ('person' in row.to) {
    const reach = await reachOne(parts.directory, row.to.person);
    if (!reach) throw new PlatformError('gone', 'no account');
    return adapter.direct(reach.account);
  }
  const room = await rooms.must(row.to.room);
  const members = [...(await parts.directory.reach(room.members)).values()].map((r) => r.account);
  const address = room.address ?? (await adapter.room(room._id, room.name, members));
  if (room.address) await adapter.invite(address, members);
  else await rooms.change({ _id: room._id }, { $set: { address } });
  return address;
}

async function failed(parts: Parts, row: OutboxRow, e: unknown): Promise<Delivered> {
  const trouble = e instanceof PlatformError ? e : new PlatformError('unknown', String(e));
  const now = parts.clock.now();
  const over = trouble.kind === 'broken' || trouble.kind === 'denied' || trouble.kind === 'gone';
  parts.log.warn({ row: row._id, kind: trouble.kind, err: trouble.message }, 'a message was not delivered');
  if (over || row.tries >= mostTries) {
    await finish('outbox', row, { state: 'dead', error: `${trouble.kind}: ${trouble.message}`, doneAt: now });
    return 'done';
  }
  const runAt = trouble.retryAt ?? new Date(now.getTime() + backOff(row.tries));
  await finish('outbox', row, { state: 'ready', runAt, error: trouble.message });
  if (!trouble.retryAt) return 'done';
  // A rate limit is no attempt of this message, and nobody else of the lane may send meanwhile.
  await outbox.change({ _id: row._id }, { $inc: { tries: -1 } });
  const lanes = scope().connection.collection<{ _id: string }>('lanes');
  await lanes.updateOne({ _id: row.lane }, { $set: { blockedUntil: trouble.retryAt } });
  return 'blocked';
}
