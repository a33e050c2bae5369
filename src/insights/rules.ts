/** How failures are grouped, where a message goes that did not arrive, and how facts are put in order. Pure. */

import type { FactRow } from '../core/facts.ts';
import type { FailedJob, Reason, Undelivered } from '../core/failures.ts';

/** Everything that failed for one recipient and reason, or of one kind of job: one decision settles it. */
export interface Failure {
  to: 'person' | 'room' | 'job';
  /** Person or room; of jobs their name. */
  subject: string;
  reason: Reason;
  /** Capabilities that the messages came from. */
  topics: string[];
  n: number;
  since: Date;
  ids: string[];
}

/** The capability in a key that names an intention: `goals.card:…`, `talk:…`. */
export const topicOf = (key: string): string => /^[A-Za-z]+/.exec(key)?.[0] ?? '';

export function grouped(messages: readonly Undelivered[], jobs: readonly FailedJob[]): Failure[] {
  const groups = new Map<string, Failure>();
  for (const m of messages) {
    const to = 'person' in m.to ? 'person' : 'room';
    put(groups, { to, subject: m.subject, reason: m.reason }, m._id, topicOf(m.key), m.since);
  }
  for (const j of jobs)
    put(groups, { to: 'job', subject: j.job, reason: 'late' }, j._id, topicOf(j.job), j.since);
  return [...groups.values()].sort((a, b) => a.since.getTime() - b.since.getTime());
}

type Group = Pick<Failure, 'to' | 'subject' | 'reason'>;

function put(groups: Map<string, Failure>, group: Group, id: string, topic: string, since: Date): void {
  const key = `${group.to}:${group.reason}:${group.subject}`;
  const known = groups.get(key) ?? { ...group, topics: [], n: 0, since, ids: [] };
  groups.set(key, {
    ...known,
    topics: known.topics.includes(topic) ? known.topics : [...known.topics, topic],
    n: known.n + 1,
    since: since < known.since ? since : known.since,
    ids: [...known.ids, id],
  });
}

export interface Way {
  lane: string;
  account: string;
}

/** An account of the person on another platform or workspace than the ones where it failed. */
export function otherWay(accounts: readonly string[], failed: readonly string[]): Way | undefined {
  for (const known of accounts) {
    const [platform, tenant, ...account] = known.split(':');
    const lane = `${platform}:${tenant}`;
    if (account.length > 0 && !failed.includes(lane)) return { lane, account: account.join(':') };
  }
  return undefined;
}

/** Newest first, each once. */
export function merged(...lists: readonly (readonly FactRow[])[]): FactRow[] {
  const all = new Map(lists.flat().map((row) => [row._id, row]));
  return [...all.values()].sort(
    (a, b) =>
      b.at.getTime() - a.at.getTime() ||
      (b.seq ?? Number.MAX_SAFE_INTEGER) - (a.seq ?? Number.MAX_SAFE_INTEGER) ||
      (a._id < b._id ? 1 : -1),
  );
}

/** Every text in a fact's data: among them are the ids whose names a sentence may want. */
export function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.values(data).flatMap(textsIn);
}
