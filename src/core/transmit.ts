/** One row of the outbox, handed to its platform: a new message, an edit, a file or an entry in calendars. */
import { book } from './booking.ts';
import type { Card } from './card.ts';
import type { Parts } from './context.ts';
import { digest, type OutboxRow } from './outbox.ts';
import { type Adapter, type Address, PlatformError, type Receipt } from './platform.ts';
import { laneOf, rooms } from './room.ts';
import { shown } from './shown.ts';
import { scope } from './store.ts';

export async function transmit(parts: Parts, adapter: Adapter, row: OutboxRow): Promise<void> {
  if (row.kind === 'book') return book(parts, adapter, row);
  if (row.kind === 'attach') {
    const file = row.file ?? { name: 'file', type: 'application/octet-stream', base64: '' };
    const bytes = Buffer.from(file.base64, 'base64');
    await adapter.attach(
      await addressOf(parts, adapter, row),
      { name: file.name, type: file.type, bytes },
      row._id,
      row.maybe,
    );
    return;
  }
  const card = JSON.parse(row.card ?? '{}') as Card;
  if (row.kind === 'tell') {
    await keep(row, await adapter.send(await addressOf(parts, adapter, row), card, row._id, row.maybe));
    return;
  }
  await showCard(parts, adapter, row, card);
}

/** Edits the live card where the platform still lets us, else sends it anew. */
async function showCard(parts: Parts, adapter: Adapter, row: OutboxRow, card: Card): Promise<void> {
  const last = row.anew ? undefined : await shown.get(`${row.key}>${row.subject}`);
  // What stands on another platform is not edited from here.
  const live = last && laneOf(last.receipt.at) === row.lane ? last : undefined;
  if (live?.digest === digest(row.card ?? '') && !row.answers) return;
  const age = live ? parts.clock.now().getTime() - live.receipt.sentAt.getTime() : 0;
  const editable = live && age < adapter.can.editableDays * 86_400_000;
  if (editable && (await edited(adapter, live.receipt, card))) await keep(row, live.receipt);
  else await keep(row, await adapter.send(await addressOf(parts, adapter, row), card, row._id, row.maybe));
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
    // The account of this lane: the one used last may be another platform's by now.
    const here = { platform: adapter.name, tenant };
    const account = row.account ?? (await parts.directory.accounts(here, [row.to.person]))[0];
    if (!account) throw new PlatformError('gone', 'no account');
    return adapter.direct(account, tenant);
  }
  const room = await rooms.must(row.to.room);
  const tenant = room.lane.slice(adapter.name.length + 1);
  const members = await parts.directory.accounts({ platform: adapter.name, tenant }, room.members);
  const address = room.address ?? (await adapter.room(tenant, room._id, room.name, members));
  if (room.address) await adapter.invite(address, members);
  else await rooms.change({ _id: room._id }, { $set: { address } });
  return address;
}
