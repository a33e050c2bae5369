/** Answers of more than one batch. */
import { Long } from 'bson';
import { Fault } from './fault.ts';
import type { Transaction } from './transaction.ts';
import { cursorReply } from './wire.ts';

interface Cursor {
  ns: string;
  rows: Iterator<Buffer>;
  /** Read, but too much for the last batch. */
  waiting: Buffer | undefined;
  usedAt: number;
  session: string | undefined;
  transaction: Transaction | undefined;
}

export interface Cursors {
  open: Map<string, Cursor>;
  lastId: number;
}

export interface CursorOptions {
  singleBatch: boolean;
  session: string | undefined;
  transaction: Transaction | undefined;
}

/** MongoDB's: a cursor that nobody asks for ten minutes is closed; until then LMDB keeps the pages it sees. */
export const cursorLifetime = 600_000;
const firstBatch = 101;
const batchBytes = 16_000_000;

export const newCursors = (): Cursors => ({ open: new Map(), lastId: 0 });

export function openCursor(
  cursors: Cursors,
  ns: string,
  rows: Iterable<Buffer>,
  options: CursorOptions,
): Buffer {
  const { session, transaction, singleBatch } = options;
  const iterator = rows[Symbol.iterator]();
  const cursor: Cursor = { ns, rows: iterator, waiting: undefined, usedAt: Date.now(), session, transaction };
  const batch = nextBatch(cursor, firstBatch);
  if (singleBatch || cursor.waiting === undefined) {
    iterator.return?.();
    return cursorReply('firstBatch', batch, { id: Long.ZERO, ns });
  }
  const id = Long.fromNumber(++cursors.lastId);
  cursors.open.set(id.toString(), cursor);
  transaction?.atEnd.add(() => void closeCursor(cursors, id.toString()));
  return cursorReply('firstBatch', batch, { id, ns });
}

/** Reads one document further than the batch, to know whether there is more. */
function nextBatch(cursor: Cursor, count: number): Buffer[] {
  const batch: Buffer[] = [];
  let bytes = 0;
  cursor.usedAt = Date.now();
  for (;;) {
    const row = cursor.waiting ?? take(cursor.rows);
    cursor.waiting = undefined;
    if (row === undefined) return batch;
    if (batch.length === count || (batch.length > 0 && bytes + row.length > batchBytes)) {
      cursor.waiting = row;
      return batch;
    }
    bytes += row.length;
    batch.push(row);
  }
}

function take(rows: Iterator<Buffer>): Buffer | undefined {
  const next = rows.next();
  return next.done ? undefined : next.value;
}

export function getMore(cursors: Cursors, id: Long): Buffer {
  const name = id.toString();
  const cursor = cursors.open.get(name);
  if (!cursor) throw new Fault(43, 'CursorNotFound', `cursor id ${name} not found`);
  const batch = nextBatch(cursor, Number.POSITIVE_INFINITY);
  if (cursor.waiting !== undefined) return cursorReply('nextBatch', batch, { id, ns: cursor.ns });
  closeCursor(cursors, name);
  return cursorReply('nextBatch', batch, { id: Long.ZERO, ns: cursor.ns });
}

export function closeCursor(cursors: Cursors, id: string): boolean {
  cursors.open.get(id)?.rows.return?.();
  return cursors.open.delete(id);
}

export function closeSessionCursors(cursors: Cursors, session: string): void {
  for (const [id, cursor] of cursors.open) if (cursor.session === session) closeCursor(cursors, id);
}

export function closeIdle(cursors: Cursors, now: number): void {
  for (const [id, cursor] of cursors.open) if (now - cursor.usedAt > cursorLifetime) closeCursor(cursors, id);
}
