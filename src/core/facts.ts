/**
 * Audit facts: append-only, no personal text in them. An event inserts them unchained; one leased sealer numbers and
 * chains them within a second (a chain head in the event's transaction would make every event wait for every other).
 */
import { createHash } from 'node:crypto';
import type { Cause } from './context.ts';
import { Any, type Doc, entity } from './entity.ts';
import type { Store } from './store.ts';

export interface FactRow extends Doc {
  at: Date;
  kind: string;
  /** Person id, or `system`. */
  by: string;
  /** Person or cycle that the fact is about. */
  about: string;
  ref?: string;
  data: unknown;
  sealed: boolean;
  seq?: number;
  hash?: string;
}

export const facts = entity<FactRow>('facts', {
  fields: {
    at: Date,
    kind: String,
    by: String,
    about: String,
    ref: String,
    data: Any,
    sealed: Boolean,
    seq: Number,
    hash: String,
  },
  indexes: [
    { keys: { sealed: 1, at: 1 }, where: { sealed: false } },
    { keys: { seq: 1 }, unique: true, where: { sealed: true } },
    { keys: { about: 1, at: 1 } },
    { keys: { ref: 1, at: 1 } },
  ],
});

export interface Fact<A = unknown> {
  readonly name: string;
  row(id: string, cause: Cause, about: string, ref: string | undefined, data: A): Omit<FactRow, 'rev'>;
}

/** A kind of fact; `A` is its data: numbers, ids and states, never what somebody wrote. */
export function fact<A extends Record<string, unknown>>(name: string): Fact<A> {
  return {
    name,
    row: (_id, cause, about, ref, data) => ({
      _id,
      at: cause.now,
      kind: name,
      by: cause.actor.id,
      about,
      ...(ref && { ref }),
      data,
      sealed: false,
    }),
  };
}

const first = { seq: 0, hash: '0'.repeat(64) };

/** JSON with sorted keys: the same fact always hashes the same. */
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
    .join()}}`;
}

function chained(previous: string, row: FactRow): string {
  const { _id, at, kind, by, about, ref, data, seq } = row;
  return createHash('sha256')
    .update(previous)
    .update(canonical({ _id, at, kind, by, about, ref, data, seq }))
    .digest('hex');
}

/** Chains what is unsealed, oldest first; the unique number keeps two sealers apart. Returns how many. */
export async function sealFacts(store: Store, most = 500): Promise<number> {
  if (!(await store.within(() => facts.one({ sealed: false })))) return 0;
  return store.transact(async () => {
    const open = await facts.find({ sealed: false }, { sort: { at: 1, _id: 1 }, limit: most });
    if (open.length === 0) return 0;
    const last = await facts.one({ sealed: true }, { seq: -1 });
    let { seq, hash } = { ...first, ...(last && { seq: last.seq ?? 0, hash: last.hash ?? '' }) };
    for (const row of open) {
      seq += 1;
      hash = chained(hash, { ...row, seq });
      await facts.change({ _id: row._id }, { $set: { sealed: true, seq, hash } });
    }
    return open.length;
  });
}

export interface Verdict {
  whole: boolean;
  sealed: number;
  unsealed: number;
  /** The first fact that does not fit. */
  brokenAt?: string;
}

/** Walks the chain from its start. */
export async function verifyFacts(step = 1000): Promise<Verdict> {
  let { seq, hash } = first;
  const unsealed = await facts.count({ sealed: false });
  for (;;) {
    const rows = await facts.find({ sealed: true, seq: { $gt: seq } }, { sort: { seq: 1 }, limit: step });
    for (const row of rows) {
      const right = row.seq === seq + 1 && row.hash === chained(hash, row);
      if (!right) return { whole: false, sealed: seq, unsealed, brokenAt: row._id };
      seq = row.seq ?? 0;
      hash = row.hash ?? '';
    }
    if (rows.length < step) return { whole: true, sealed: seq, unsealed };
  }
}
