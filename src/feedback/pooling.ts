/**
 * Unnamed feedback, pooled. A pool belongs to one person and one period and keeps texts and givers side by side, never
 * together: texts under random ids and without a time, givers as keyed marks that only serve to tell whether three
 * different people wrote. Both lists are sorted by themselves, so their order says nothing either.
 *
 * Published is in batches: the texts that wait come out together once three people wrote who were in no batch before.
 * So whatever is published grows by the words of three people or more, or not at all (domain.md §6 and §7). What never
 * met that until the period is over is dropped unread. Pure: ids and the salt come in.
 */
import { createHmac } from 'node:crypto';

export interface Piece {
  /** Random: it is also the order in which the pieces are shown. */
  id: string;
  /** What somebody saw, or what they would wish for next: apart, so that two pieces are not known to be one hand's. */
  kind: 'seen' | 'wish';
  text: string;
  /** Of what was seen: what it changed. */
  effect?: string | undefined;
}

export interface Pool {
  /** Of the marks; sealed, and gone with them. */
  salt: string;
  waiting: Piece[];
  published: Piece[];
  /** Givers of what waits. */
  waitingMarks: string[];
  /** Givers of what was published. */
  publishedMarks: string[];
}

/** Different people, each in no batch before, that make a batch. */
export const leastGivers = 3;

export const markOf = (salt: string, giver: string): string =>
  createHmac('sha256', salt).update(giver).digest('base64url');

const byId = (a: Piece, b: Piece): number => (a.id < b.id ? -1 : Number(a.id > b.id));
const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])].sort();
const same = (a: Piece, b: Piece): boolean => a.kind === b.kind && a.text === b.text && a.effect === b.effect;

/** The words of one giver are put to what waits. The same words again change nothing. */
export function pooled(pool: Pool, giver: string, pieces: readonly Piece[]): Pool {
  const fresh = pieces.filter((p) => !pool.waiting.some((w) => same(w, p)));
  return {
    ...pool,
    waiting: [...pool.waiting, ...fresh].sort(byId),
    waitingMarks: union(pool.waitingMarks, [markOf(pool.salt, giver)]),
  };
}

export const isRipe = ({ waitingMarks, publishedMarks }: Pool): boolean =>
  waitingMarks.filter((m) => !publishedMarks.includes(m)).length >= leastGivers;

/** All that waits comes out, among what is there already. As it is, when that would tell too much. */
export function published(pool: Pool): Pool {
  if (!isRipe(pool)) return pool;
  return {
    ...pool,
    waiting: [],
    waitingMarks: [],
    published: [...pool.published, ...pool.waiting].sort(byId),
    publishedMarks: union(pool.publishedMarks, pool.waitingMarks),
  };
}

/** The period is over: what was read stays, what waits and everything about givers goes. */
export const forgotten = (pool: Pool): Pool => ({
  ...pool,
  salt: '',
  waiting: [],
  waitingMarks: [],
  publishedMarks: [],
});

/** Names and mentions would tell who speaks of whom. */
export const withoutMentions = (text: string): string =>
  text.replace(/<[@!#][^>]{0,200}>/g, '…').replace(/(^|[^\p{L}\p{N}._%+-])@[\p{L}\p{N}._-]+/gu, '$1…');
