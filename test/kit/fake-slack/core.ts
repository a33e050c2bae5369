/** The fake as its parts see it. */
import type { Delivery } from './deliver.ts';
import type { FaultPlan } from './faults.ts';
import type { Limiter } from './limits.ts';
import type { AppSettings, Install, Json, State } from './state.ts';
import type { Urls } from './urls.ts';

export interface CallRecord {
  at: number;
  method: string;
  team: string;
  args: Json;
  ok: boolean;
  error?: string;
  /** What was wrong, in detail. */
  messages?: string[];
  status: number;
  fault?: string;
}

/** What happened, for tests to look at. */
export interface Ledger {
  calls: CallRecord[];
  /** Messages that had no text to fall back on, and the like. */
  warnings: string[];
  /** What went wrong in front of a person: an answer too late, an error where a modal was expected. */
  troubles: { user: string; what: string }[];
  /** Everything that the app was to be told of, once each. */
  events: { id: string; type: string }[];
  deliveries: { kind: string; type: string; status: number | string; retry: number; ms: number }[];
  oauth: { refreshed: number; spentTwice: number };
}

export interface Trigger {
  user: string;
  team: string;
  at: number;
  used: boolean;
}

export interface Core {
  state: State;
  app: AppSettings;
  limiter: Limiter;
  faults: { plan: FaultPlan | undefined; counts: Map<string, number> };
  ledger: Ledger;
  triggers: Map<string, Trigger>;
  urls: Urls;
  delivery: Delivery;
  /** Codes of OAuth that wait to be exchanged. */
  codes: Map<string, { team: string; org: boolean; redirect: string | undefined }>;
  /** Tells everybody who looks that something changed. */
  changed(): void;
  /** Where the fake answers, without a slash at the end. */
  base(): string;
  /** One call over the wire is under way; the returned function ends it. */
  busy(): () => void;
  installFor(team: string): Install;
}
