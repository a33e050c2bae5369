/**
 * Confidential answers after the lock, and what was published of them. An answer has a random id, no giver and no time;
 * answers come in shuffled batches over many subjects. What is published is written once and never again.
 */
import { Any, type Doc, entity } from '../core/entity.ts';
import { type Entry, type ForSubject, frozen, type Given, type Release } from './aggregate.ts';

export interface Answer extends Doc, Given {
  cycle: string;
  /** Whom it is about. */
  person: string;
}

export const answers = entity<Answer>('answers', {
  fields: {
    cycle: String,
    person: String,
    group: String,
    levels: Any,
    examples: Any,
    keep: String,
    differ: String,
  },
  sealed: { paths: ['levels.*', 'examples.*', 'keep', 'differ'], subject: (a) => a.person },
  indexes: [{ keys: { cycle: 1, person: 1 } }, { keys: { person: 1 } }],
});

export interface ReleaseDoc extends Doc {
  /** `<cycle>:<person>` */
  _id: string;
  cycle: string;
  person: string;
  /** The `Release`, as JSON. */
  body: string;
  /** There are comments, and HR has not looked through them. */
  unchecked: boolean;
  /** How many of them HR has looked through. */
  seen: number;
  /** The givers have not heard that a comment was taken out. */
  untold?: true;
}

export const releases = entity<ReleaseDoc>('releases', {
  fields: { cycle: String, person: String, body: String, unchecked: Boolean, seen: Number, untold: Boolean },
  sealed: { paths: ['body'], subject: (r) => r.person },
  indexes: [
    { keys: { cycle: 1, unchecked: 1, _id: 1 } },
    { keys: { cycle: 1, untold: 1 }, where: { untold: true } },
    { keys: { person: 1 } },
  ],
});

/** Every aggregate that was ever published, with the answers in it: nothing else may come too close to one. */
export interface LedgerRow extends Doc, Entry {
  cycle: string;
  person: string;
}

export const ledger = entity<LedgerRow>('ledger', {
  fields: { cycle: String, person: String, dimension: String, of: String, answers: [String] },
  indexes: [{ keys: { cycle: 1, person: 1 } }, { keys: { person: 1 } }],
});

export const releaseId = (cycle: string, person: string): string => `${cycle}:${person}`;

/** What was published about a person when the assessment locked; `undefined` before. */
export async function releaseOf(cycle: string, person: string): Promise<ForSubject<Release> | undefined> {
  const found = await releases.get(releaseId(cycle, person));
  return found && frozen(found.body);
}
