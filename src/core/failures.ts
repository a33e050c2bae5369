/** Messages that did not arrive and jobs that gave up: without what they say, and what can be done about them. */
import { jobs } from './job.ts';
import { type OutboxRow, outbox } from './outbox.ts';
import type { Row } from './queue.ts';
import { scope } from './store.ts';

/** `late`: no answer in all tries. `unsure`: nobody can say whether it arrived. */
export const reasons = ['gone', 'denied', 'broken', 'late', 'unsure'] as const;
export type Reason = (typeof reasons)[number];

export interface Undelivered {
  _id: string;
  key: string;
  to: OutboxRow['to'];
  subject: string;
  lane: string;
  reason: Reason;
  since: Date;
}

export interface FailedJob {
  _id: string;
  job: string;
  since: Date;
}

const over = { state: { $in: ['dead', 'unsure'] } };
const without = { projection: { card: 0, file: 0 }, sort: { runAt: 1, _id: 1 } } as const;
/** Nobody works through more at once; the rest comes up as these are dealt with. */
const most = 500;

/** The card stays sealed: of whom the key was shredded, that a message failed can still be told. */
export async function undelivered(): Promise<Undelivered[]> {
  const { connection, session } = scope();
  const range = { ...without, limit: most, ...(session && { session }) };
  const rows = await connection
    .collection<OutboxRow>('outbox')
    .find(over as never, range)
    .toArray();
  return rows.map((row) => ({
    _id: row._id,
    key: row.key,
    to: row.to,
    subject: row.subject,
    lane: row.lane,
    reason: reasonOf(row),
    since: row.doneAt ?? row.runAt,
  }));
}

function reasonOf({ state, error }: Row): Reason {
  if (state === 'unsure') return 'unsure';
  return reasons.find((reason) => error?.startsWith(`${reason}:`)) ?? 'late';
}

export const undeliveredCount = (): Promise<number> => outbox.count(over);

export async function failedJobs(): Promise<FailedJob[]> {
  const rows = await jobs.find({ state: 'dead' }, { sort: { runAt: 1, _id: 1 }, limit: most });
  return rows.map((row) => ({ _id: row._id, job: row.job, since: row.runAt }));
}

export const failedJobsCount = (): Promise<number> => jobs.count({ state: 'dead' });

const afresh = (now: Date) => ({ state: 'ready', runAt: now, tries: 0 });
const nothingLeft = { lease: '', error: '', doneAt: '' };

/** Once more, by the same way or by another account. Returns how many there still were. */
export async function sendAgain(
  ids: readonly string[],
  now: Date,
  via?: { lane: string; account: string },
): Promise<number> {
  const set = { ...afresh(now), ...via };
  const died = { _id: { $in: ids }, state: 'dead' };
  // Nobody can find out whether it is there, and HR wants it sent all the same.
  const doubtful = { _id: { $in: ids }, state: 'unsure' };
  return (
    (await outbox.change(died, { $set: set, $unset: nothingLeft })) +
    (await outbox.change(doubtful, { $set: set, $unset: { ...nothingLeft, maybe: '' } }))
  );
}

export const runAgain = (ids: readonly string[], now: Date): Promise<number> =>
  jobs.change({ _id: { $in: ids }, state: 'dead' }, { $set: afresh(now), $unset: nothingLeft });

/** Nothing more is tried; what the message said is forgotten. */
export const closeMessages = (ids: readonly string[], now: Date): Promise<number> =>
  outbox.change(
    { _id: { $in: ids }, ...over },
    { $set: { state: 'done', doneAt: now }, $unset: { card: '', file: '', order: '', lease: '' } },
  );

export const closeJobs = (ids: readonly string[], now: Date): Promise<number> =>
  jobs.change(
    { _id: { $in: ids }, state: 'dead' },
    { $set: { state: 'done', doneAt: now }, $unset: { lease: '' } },
  );
