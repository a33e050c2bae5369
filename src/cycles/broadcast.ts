/**
 * The personal cards of a kick-off on their way: how far they are is read from the outbox, so that it is never told
 * otherwise than it is. Holding, releasing and sending again go through the rows in pages of people.
 */
import { type Doc, entity } from '../core/entity.ts';
import { outbox } from '../core/outbox.ts';
import { estimate } from './check.ts';
import { participants } from './model.ts';

export interface Broadcast extends Doc {
  /** The cycle's id. */
  _id: string;
  /** Cards to write: everybody of the audience. */
  of: number;
  /** Without an account; they are not waited for. */
  unreachable: number;
  /** The last participant whose card was written. */
  after: string;
  written: boolean;
  paused: boolean;
  finishedAt?: Date;
  /** As last drawn, and how long the next look waits. */
  seen: string;
  waitMs: number;
  nextLook?: Date;
}

export const broadcasts = entity<Broadcast>('broadcasts', {
  fields: {
    of: Number,
    unreachable: Number,
    after: String,
    written: Boolean,
    paused: Boolean,
    finishedAt: Date,
    seen: String,
    waitMs: Number,
    nextLook: Date,
  },
});

export const welcomeKey = (cycle: string) => `cycles.welcome:${cycle}`;

export type Trouble = 'gone' | 'denied' | 'broken' | 'unknown';

export interface Figures {
  of: number;
  delivered: number;
  failed: { trouble: Trouble; n: number }[];
  /** On their way or held. */
  left: number;
  unreachable: number;
  /** By platform, for the estimate. */
  waiting: { platform: string; n: number }[];
}

const over: readonly string[] = ['done', 'dead', 'unsure'];
const troubles: readonly Trouble[] = ['gone', 'denied', 'broken'];
const troubleOf = (error: string): Trouble => troubles.find((t) => error.startsWith(`${t}:`)) ?? 'unknown';

const sumBy = <K>(rows: readonly { key: K; n: number }[]): { key: K; n: number }[] => {
  const sums = new Map<K, number>();
  for (const { key, n } of rows) sums.set(key, (sums.get(key) ?? 0) + n);
  return [...sums].map(([key, n]) => ({ key, n })).sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));
};

export async function figuresOf(b: Broadcast): Promise<Figures> {
  const key = welcomeKey(b._id);
  const rows = await outbox.tally({ key }, ['lane', 'state']);
  const state = (s: string) => rows.filter((r) => r._id.state === s);
  const total = (list: typeof rows) => list.reduce((sum, r) => sum + r.n, 0);
  const dead = total(state('dead')) > 0 ? await outbox.tally({ key, state: 'dead' }, ['error']) : [];
  const waiting = rows.filter((r) => !over.includes(r._id.state));
  const delivered = total(state('done'));
  const reasons = dead.map((r) => ({ key: troubleOf(String(r._id.error ?? '')), n: r.n }));
  // Nobody can say whether these arrived; sending them again blindly could be once too often.
  const unsure = state('unsure').map((r) => ({ key: 'unknown' as const, n: r.n }));
  const failed = sumBy<Trouble>([...reasons, ...unsure]);
  const gone = failed.reduce((sum, f) => sum + f.n, 0);
  return {
    of: b.of,
    delivered,
    failed: failed.map(({ key: trouble, n }) => ({ trouble, n })),
    left: Math.max(b.of - delivered - gone - b.unreachable, 0),
    unreachable: b.unreachable,
    waiting: sumBy(waiting.map((r) => ({ key: r._id.lane.split(':')[0] ?? '', n: r.n }))).map(
      ({ key: platform, n }) => ({ platform, n }),
    ),
  };
}

/** Minutes until the last of what waits is sent; platforms send side by side. */
export const minutesLeft = (figures: Figures, paceOf: (platform: string) => number | undefined): number =>
  Math.max(0, ...figures.waiting.map(({ platform, n }) => estimate(paceOf(platform) ?? Infinity, n)));

export type Sweep = 'hold' | 'release' | 'retry' | 'drop';

/** Rows that were not sent yet, are held, or failed: what becomes of them. */
const sweeps = {
  hold: { from: ['ready'], set: { state: 'held' }, unset: {} },
  release: { from: ['held'], set: { state: 'ready' }, unset: {} },
  retry: { from: ['dead'], set: { state: 'ready', tries: 0 }, unset: { error: '', doneAt: '' } },
} as const;

/** One page of people after `after`; the last of them, or nothing when all are through. */
export async function sweepPage(
  cycle: string,
  what: Sweep,
  after: string,
  now: Date,
  size: number,
): Promise<string | undefined> {
  const page = await participants.find(
    { cycle, person: { $gt: after } },
    { sort: { cycle: 1, person: 1 }, limit: size },
  );
  const last = page.at(-1)?.person;
  if (last === undefined) return undefined;
  const rows = { key: welcomeKey(cycle), subject: { $gt: after, $lte: last } };
  if (what === 'drop') await outbox.remove({ ...rows, state: { $in: ['ready', 'held'] } });
  else {
    const { from, set, unset } = sweeps[what];
    const moved = what === 'retry' ? { ...set, runAt: now } : set;
    await outbox.change(
      { ...rows, state: { $in: [...from] } },
      { $set: moved, ...(Object.keys(unset).length > 0 && { $unset: unset }) },
    );
  }
  return page.length < size ? undefined : last;
}
