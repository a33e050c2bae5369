/** Who acts, and the port through which the core learns about people. `people` implements it, `main` joins them. */
import type { Locale, Sentence } from './i18n.ts';

export interface Actor {
  readonly id: string;
  readonly locale: Locale;
  /** IANA name. */
  readonly zone: string;
  readonly roles: readonly string[];
  /** As it was read together with the person; nobody needs to read it again in the same event. */
  readonly reach?: Reach;
}

/** Where a person is reached: the account used last. */
export interface Reach {
  platform: string;
  tenant: string;
  account: string;
  locale: Locale;
  zone: string;
  /** Local times between which nothing is sent that the person did not ask for. */
  quiet: { from: string; to: string };
}

export interface Directory {
  /** @throws Refusal for an account that belongs to nobody, or to somebody who left. */
  actor(platform: string, tenant: string, account: string): Promise<Actor>;
  /** Who has no account is missing from the answer. */
  reach(persons: readonly string[]): Promise<ReadonlyMap<string, Reach>>;
  /** Accounts in this tenant of those who have one there. */
  accounts(of: { platform: string; tenant: string }, persons: readonly string[]): Promise<string[]>;
  /** Every zone that somebody lives in, the organisation's first. */
  zones(): Promise<string[]>;
  organisation(): Promise<{ locale: Locale; zone: string }>;
}

export const reachOne = async (directory: Directory, person: string): Promise<Reach | undefined> =>
  (await directory.reach([person])).get(person);

/** What a job acts as. */
export const system: Actor = { id: 'system', locale: 'en', zone: 'UTC', roles: [] };

/**
 * May this person do this to the subject, now? Decided from stored documents at the moment of the press. A "no" is the
 * sentence that says who can.
 */
export type Policy<S> = (who: Actor, subject: S, now: Date) => true | Sentence;

export const anyone: Policy<unknown> = () => true;
