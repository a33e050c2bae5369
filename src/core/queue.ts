/**
 * One shape for jobs and for the outbox. A row is claimed by one atomic update; its lease ends with the server's time;
 * completion filters on the lease's owner, so a worker that lost its lease changes nothing. `runAt` is compared with the
 * product's clock, which the try-out can move.
 */
import type { Doc } from './entity.ts';
import { scope } from './store.ts';

export type RowState = 'ready' | 'running' | 'done' | 'unsure' | 'held' | 'dead';

export interface Row extends Doc {
  state: RowState;
  runAt: Date;
  tries: number;
  lease?: { owner: string; until: Date };
  /** A try ended without anybody knowing how: whatever comes later, it may have been accepted then. */
  maybe?: boolean;
  /** Why it is dead, for the log and for HR's list; no personal text. */
  error?: string;
  doneAt?: Date;
}

export const leaseMs = 60_000;

const table = (name: string) => scope().connection.collection<Row>(name);

export async function claim<R extends Row>(
  name: string,
  owner: string,
  now: Date,
  where: Record<string, unknown> = {},
  sort: Record<string, 1 | -1> = { runAt: 1, _id: 1 },
): Promise<R | undefined> {
  const lease = { owner, until: { $add: ['$$NOW', leaseMs] } };
  const row = await table(name).findOneAndUpdate(
    { state: 'ready', runAt: { $lte: now }, ...where } as never,
    [{ $set: { state: 'running', lease, tries: { $add: ['$tries', 1] } } }],
    { sort, returnDocument: 'after' },
  );
  return (row as R | null) ?? undefined;
}

/** Ends a claim. `false`: the lease was lost meanwhile and nothing was written. */
export async function finish(
  name: string,
  row: Pick<Row, '_id' | 'lease'>,
  set: Partial<Row> & Record<string, unknown>,
  unset: Record<string, ''> = {},
): Promise<boolean> {
  const { session } = scope();
  const done = await table(name).updateOne(
    { _id: row._id, state: 'running', 'lease.owner': row.lease?.owner } as never,
    { $set: set, $unset: { lease: '', ...unset } } as never,
    session ? { session } : {},
  );
  return done.matchedCount === 1;
}

const cameBack = { $set: { state: 'ready', maybe: true }, $unset: { lease: '', error: '' } };

/** Rows whose worker died come back. */
export async function reclaim(name: string): Promise<number> {
  const lost = { state: 'running', $expr: { $lt: ['$lease.until', '$$NOW'] } };
  const done = await table(name).updateMany(lost as never, cameBack as never);
  return done.modifiedCount;
}

/** Where nobody else can be at work, what a killed process held comes back at once. */
export async function reclaimAll(name: string): Promise<void> {
  await table(name).updateMany({ state: 'running' } as never, cameBack as never);
}

/** The next moment at which something is due, or `undefined`. */
export async function nextDue(name: string): Promise<Date | undefined> {
  const row = await table(name).findOne({ state: 'ready' } as never, {
    sort: { runAt: 1 },
    projection: { runAt: 1 },
  });
  return row?.runAt;
}

/** 2 s, 4 s, 8 s … at most 10 min. */
export const backOff = (tries: number): number => Math.min(600_000, 1000 * 2 ** Math.min(tries, 20));
