/**
 * Lanes: one leased dispatcher per platform app and workspace sends what waits in the outbox, in order of priority, at
 * the platform's pace; a fifth of the pace is kept for answers and approvals. What a platform may or may not have
 * accepted is tried again under the same key, which the adapter recognises; never blindly.
 */
import { reachOne } from './actor.ts';
import { addDays, at } from './calendar.ts';
import type { Card } from './card.ts';
import type { Parts } from './context.ts';
import { block, busyLanes, learned, own, type Pace, pace } from './lane.ts';
import { digest, type OutboxRow, outbox } from './outbox.ts';
import { type Adapter, type Address, PlatformError, type Receipt } from './platform.ts';
import { backOff, claim, finish, reclaim } from './queue.ts';
import { rooms } from './room.ts';
import { shown } from './shown.ts';
import { scope } from './store.ts';

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
  while (!blocked && troubles.length === 0) {
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
  if ((row.until && row.until <= now) || (row.kind === 'show' && (await overtaken(row)))) {
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
async function overtaken({ key, subject, order }: OutboxRow): Promise<boolean> {
  if ((await outbox.count({ key, subject, order: { $gt: order }, kind: 'show' })) > 0) return true;
  return ((await shown.get(`${key}>${subject}`))?.order ?? 0) > order;
}

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

/** It may have been accepted before: it was tried, and what came of that is not known. */
const maybeThere = ({ tries, error }: OutboxRow): boolean => tries > 1 && !error?.startsWith(refusedBefore);
const refusedBefore = 'retry: ';

async function transmit(parts: Parts, adapter: Adapter, row: OutboxRow): Promise<void> {
  if (row.kind === 'attach') {
    const file = row.file ?? { name: 'file', type: 'application/octet-stream', base64: '' };
    const bytes = Buffer.from(file.base64, 'base64');
    await adapter.attach(
      await addressOf(parts, adapter, row),
      { name: file.name, type: file.type, bytes },
      row._id,
      maybeThere(row),
    );
    return;
  }
  const card = JSON.parse(row.card ?? '{}') as Card;
  if (row.kind === 'tell') {
    await keep(row, await adapter.send(await addressOf(parts, adapter, row), card, row._id, maybeThere(row)));
    return;
  }
  await showCard(parts, adapter, row, card);
}

/** Edits the live card where the platform still lets us, else sends it anew. */
async function showCard(parts: Parts, adapter: Adapter, row: OutboxRow, card: Card): Promise<void> {
  const live = row.anew ? undefined : await shown.get(`${row.key}>${row.subject}`);
  if (live?.digest === digest(row.card ?? '') && !row.answers) return;
  const age = live ? parts.clock.now().getTime() - live.receipt.sentAt.getTime() : 0;
  const editable = live && age < adapter.can.editableDays * 86_400_000;
  if (editable && (await edited(adapter, live.receipt, card))) await keep(row, live.receipt);
  else
    await keep(row, await adapter.send(await addressOf(parts, adapter, row), card, row._id, maybeThere(row)));
}

/** `false` when the message is no more. */
async function edited(adapter: Adapter, receipt: Receipt, card: Card): Promise<boolean> {
  try {
    await adapter.edit(receipt, card);
    return true;
  } catch (e) {
    if (e instanceof PlatformError && e.kind === 'gone') return false;
    throw e;
  }
}

async function keep(row: OutboxRow, receipt: Receipt): Promise<void> {
  const _id = `${row.key}>${row.subject}`;
  await scope()
    .connection.collection<{ _id: string }>('shown')
    .updateOne(
      { _id },
      { $set: { key: row.key, receipt, digest: digest(row.card ?? ''), order: row.order, rev: 1 } },
      { upsert: true },
    );
}

async function addressOf(parts: Parts, adapter: Adapter, row: OutboxRow): Promise<Address> {
  if ('person' in row.to) {
    const tenant = row.lane.slice(adapter.name.length + 1);
    if (row.account) return adapter.direct(row.account, tenant);
    const reach = await reachOne(parts.directory, row.to.person);
    if (!reach) throw new PlatformError('gone', 'no account');
    return adapter.direct(reach.account, reach.tenant);
  }
  const room = await rooms.must(row.to.room);
  const tenant = room.lane.slice(adapter.name.length + 1);
  const members = await parts.directory.accounts({ platform: adapter.name, tenant }, room.members);
  const address = room.address ?? (await adapter.room(tenant, room._id, room.name, members));
  if (room.address) await adapter.invite(address, members);
  else await rooms.change({ _id: room._id }, { $set: { address } });
  return address;
}

async function failed(parts: Parts, row: OutboxRow, e: unknown, paced: Pace): Promise<Delivered> {
  const trouble = e instanceof PlatformError ? e : new PlatformError('unknown', String(e));
  const now = parts.clock.now();
  if (trouble.kind === 'unsure') {
    await finish('outbox', row, { state: 'unsure', error: `unsure: ${trouble.message}`, doneAt: now });
    return 'done';
  }
  const over = trouble.kind === 'broken' || trouble.kind === 'denied' || trouble.kind === 'gone';
  parts.log.warn({ row: row._id, kind: trouble.kind, err: trouble.message }, 'a message was not delivered');
  if (over || row.tries >= mostTries) {
    await finish('outbox', row, { state: 'dead', error: `${trouble.kind}: ${trouble.message}`, doneAt: now });
    return 'done';
  }
  const runAt = trouble.retryAt ?? new Date(now.getTime() + backOff(row.tries));
  await finish('outbox', row, { state: 'ready', runAt, error: `${trouble.kind}: ${trouble.message}` });
  if (!trouble.retryAt) return 'done';
  // A rate limit is no attempt of this message, and nobody else of the lane may send meanwhile.
  await outbox.change({ _id: row._id }, { $inc: { tries: -1 } });
  await block(row.lane, trouble.retryAt, paced.refused());
  return 'blocked';
}
