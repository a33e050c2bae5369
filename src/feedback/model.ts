/**
 * Kudos and feedback that carry a name: one document per receiver, so that each can be thanked for, answered and erased by
 * itself; what was written to several at once shares a `group`. Unnamed feedback is never here: pools.ts.
 */
import { Any, type Doc, entity } from '../core/entity.ts';

export type Kind = 'kudos' | 'feedback';

/** Who may see a piece of feedback: the person and their manager, the manager alone, or nobody but as part of a pool. */
export const visibilities = ['named', 'manager', 'unnamed'] as const;
export type Visibility = (typeof visibilities)[number];

/** A company value as it read when it was chosen. */
export interface Value {
  en: string;
  zh: string;
}

export interface Remark {
  by: string;
  at: Date;
  text: string;
}

/** What somebody wrote: BEST without its heading (behaviour, effect, seek views, what next). */
export interface Words {
  /** What they did. */
  did: string;
  /** What it changed. */
  effect?: string | undefined;
  /** A question: how do you see it? */
  ask?: string | undefined;
  /** What could come next. */
  next?: string | undefined;
}

export interface Feedback extends Doc, Words {
  group: string;
  kind: Kind;
  /** Whom it is about. */
  person: string;
  from: string;
  at: Date;
  visibility: Exclude<Visibility, 'unnamed'>;
  /** Who reads it as the person's manager; what carries a name moves to the next manager, the rest stays where it was addressed. */
  manager?: string | undefined;
  value?: Value | undefined;
  thanked?: Date | undefined;
  /** Between the giver and the one it is addressed to. */
  remarks: Remark[];
}

export const feedbacks = entity<Feedback>('feedback', {
  fields: {
    group: String,
    kind: String,
    person: String,
    from: String,
    at: Date,
    visibility: String,
    manager: String,
    value: Any,
    did: String,
    effect: String,
    ask: String,
    next: String,
    thanked: Date,
    remarks: Any,
  },
  sealed: {
    paths: ['did', 'effect', 'ask', 'next', 'remarks.*.text'],
    subject: (f) => f.person,
  },
  indexes: [
    { keys: { group: 1 } },
    { keys: { person: 1, visibility: 1, at: -1, _id: -1 } },
    { keys: { person: 1, kind: 1, at: -1, _id: -1 } },
    { keys: { from: 1, at: -1, _id: -1 } },
    { keys: { manager: 1, at: -1, _id: -1 } },
  ],
});

export const newest = { at: -1, _id: -1 } as const;

/** Everything of one writing, in a fixed order. */
export const groupOf = (group: string): Promise<Feedback[]> =>
  feedbacks.find({ group }, { sort: { _id: 1 } });

export const feedbackId = (group: string, person: string): string => `${group}:${person}`;

/** To whom it speaks: who thanks and answers. */
export const addressee = (f: Pick<Feedback, 'visibility' | 'person' | 'manager'>): string =>
  f.visibility === 'manager' ? (f.manager ?? f.person) : f.person;

export const latestKudos = (person: string, limit: number): Promise<Feedback[]> =>
  feedbacks.find({ person, kind: 'kudos' }, { sort: newest, limit });

/** A wish to hear from somebody. Closed says nothing about how: answered by name, without, or not at all. */
export interface Request extends Doc {
  from: string;
  to: string;
  about?: string | undefined;
  state: 'open' | 'closed';
  at: Date;
}

export const requests = entity<Request>('feedbackRequests', {
  fields: { from: String, to: String, about: String, state: String, at: Date },
  sealed: { paths: ['about'], subject: (r) => r.from },
  indexes: [{ keys: { to: 1, state: 1, at: 1 } }, { keys: { from: 1, state: 1 } }],
});

/** An old wish waits for nobody any more. */
const keptMs = 45 * 86_400_000;

export const openRequests = (to: string, now: Date): Promise<Request[]> =>
  requests.find(
    { to, state: 'open', at: { $gte: new Date(now.getTime() - keptMs) } },
    { sort: { at: 1, _id: 1 } },
  );
