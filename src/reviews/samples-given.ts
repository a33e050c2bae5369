/** What the samples of the cards are drawn from: shortest and longest. */

import type { Cycle, Participant } from '../cycles/model.ts';
import { rewards } from '../cycles/schemes.ts';
import type { Person } from '../people/model.ts';
import { frozen, type Line, type Release } from './aggregate.ts';
import type { Subject } from './cards-read.ts';
import type { Listing } from './circle.ts';
import type { Evidence } from './evidence.ts';
import type { Mine } from './mine.ts';
import type { Answers, Assignment, Nomination, Reviewer } from './model.ts';
import type { Scene, SelfScene, Term } from './scene.ts';

export const at = new Date('2027-03-24T09:00:00Z');
/** 300 characters that try whatever a platform might read as markup. */
export const nasty = '<!channel> **b** [x](https://e.x) @all 🧗🏽‍♀️ مرحبا '.repeat(8).slice(0, 300);
export const long = nasty.repeat(3).slice(0, 900);
export const short = 'Mia';
export const dimensions = ['results', 'competencies', 'collaboration', 'teamDevelopment'];

export const scheme = {
  name: 'standard',
  version: 1,
  k: 3,
  cap: 120,
  dimensions: dimensions.map((name) => ({ name, weight: 2500, sources: { peer: 50, manager: 50 } })),
  checkIns: { every: 'month' as const, time: '10:00' },
  required: [],
  eligibility: { minActiveDays: 0 },
  rewards,
};

export const cycleOf = (name: string): Cycle => ({
  _id: 'c1',
  rev: 1,
  name,
  state: 'running',
  period: { from: '2027-01-01', to: '2027-03-31' },
  schemeName: 'standard',
  schemes: { standard: scheme, manager: scheme },
  audience: { kind: 'everyone' },
  phases: [{ phase: 'assessment', opens: '2027-03-22', due: '2027-04-02', grace: 1 }],
  opened: ['assessment'],
  by: 'hanna',
  at,
  extensions: [],
});

export const termOf = (name: string): Term => ({
  cycle: cycleOf(name),
  due: '2099-04-02',
  locks: new Date('2099-04-05T22:00:00Z'),
});

export const person = (name: string): Person => ({
  _id: 'ann',
  rev: 1,
  name,
  email: 'ann@example.com',
  unit: 'Product',
  title: 'Designer',
  hired: '2020-01-01',
  zone: 'Europe/Berlin',
  locale: 'en',
  calendar: 'de',
  roles: [],
  quiet: { from: '20:00', to: '08:00' },
  accounts: [],
});

export const participant: Participant = {
  _id: 'c1:ann',
  rev: 1,
  cycle: 'c1',
  person: 'ann',
  state: 'assessing',
  manager: 'bo',
  unit: 'Product',
  leads: false,
};

export const nothing: Answers = { levels: {}, examples: {} };
export const everything: Answers = {
  levels: Object.fromEntries(dimensions.map((d, i) => [d, ['1', '5', '3', 'none'][i] ?? '3'])),
  examples: { results: long.slice(0, 500), competencies: long.slice(0, 500) },
  keep: long,
  differ: long,
};

export const review: Assignment = {
  _id: 'review_1',
  rev: 1,
  giver: 'dev',
  cycle: 'c1',
  subject: 'ann',
  group: 'peer',
  state: 'open',
};

export const scene = (name: string, written: Answers, more: Partial<Assignment> = {}): Scene => ({
  review: { ...review, ...more },
  draft: {
    _id: 'review_1',
    rev: 1,
    giver: 'dev',
    ...written,
    ...(more.state === 'sent' && { sent: written }),
  },
  term: termOf(name),
  giver: person('Dev'),
  subject: { id: 'ann', name },
  dimensions,
  k: 3,
});

export const mine = (name: string, rows: number): Mine => ({
  term: termOf(name),
  k: 3,
  rows: Array.from({ length: rows }, (_, i) => ({
    review: `review_${i}`,
    name,
    group: (['peer', 'report', 'partner'] as const)[i % 3] ?? 'peer',
    state: (['open', 'begun', 'sent', 'unsent', 'declined', 'closed'] as const)[i % 6] ?? 'open',
    minutes: 3,
  })),
});

export const self = (name: string, written: Answers, sent: boolean): SelfScene => ({
  self: {
    _id: 'c1:ann',
    rev: 1,
    cycle: 'c1',
    person: 'ann',
    state: sent ? 'sent' : 'open',
    ...written,
    ...(sent && { sent: written, sentAt: at }),
  },
  participant,
  person: person(name),
  term: termOf(name),
  dimensions,
});

export const bare: Evidence = { goals: [], months: [] };
export const full: Evidence = {
  goals: Array.from({ length: 7 }, () => ({ title: nasty, weight: 1430, reached: '108' })),
  months: ['2027-01', '2027-02', '2027-03'].map((month) => ({
    month,
    lines: Array.from({ length: 8 }, () => () => nasty),
  })),
};

export const eight = Array.from({ length: 8 }, (_, i) => `p${i}`);
export const listed = (state: Nomination['state'], declined?: 'open'): Reviewer[] =>
  eight.map((id, i) => ({
    person: id,
    group: i < 5 ? ('peer' as const) : ('partner' as const),
    by: 'self' as const,
    ...(state === 'approved' && { assignment: `review_${i}` }),
    ...(declined && i === 0 && { declined }),
  }));

export const listing = (name: string, state: Nomination['state'], declined?: 'open'): Listing => ({
  nomination: {
    _id: 'c1:ann',
    rev: 1,
    cycle: 'c1',
    person: 'ann',
    state,
    reviewers: state === 'open' || state === 'none' ? [] : listed(state, declined),
    released: false,
    ...(state === 'approved' && { approved: { by: declined ? 'bo' : 'system', at } }),
  },
  participant,
  person: person(name),
  term: termOf(name),
  circle: {
    person: 'ann',
    unit: 'Product',
    manager: 'bo',
    reports: new Set(),
    units: new Map(eight.map((id) => [id, 'Sales'])),
    k: 3,
    names: () => name,
  },
  suggestions: eight.map((id, i) => ({
    person: id,
    group: i < 5 ? ('peer' as const) : ('partner' as const),
    why: (['goal', 'kudos', 'team'] as const)[i % 3] ?? 'goal',
  })),
  loads: new Map(eight.map((id) => [id, 6])),
  auto: true,
});
export const alone = (name: string): Listing => ({
  ...listing(name, 'open'),
  suggestions: [],
  loads: new Map(),
});

export const lines = (n: number, text: string): Line[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `line_${i}`,
    kind: i % 2 === 0 ? ('keep' as const) : ('differ' as const),
    text,
    ...(i === 3 && { redacted: true as const, text: '' }),
  }));

export const released = (release: Release) => frozen(JSON.stringify(release));
export const empty = released({ k: 3, dimensions: [], lines: [] });
export const much = released({
  k: 3,
  dimensions: dimensions.map((name) => ({
    name,
    groups: (['peer', 'report', 'partner', 'customer', 'together'] as const).map((of) => ({
      of,
      value: '3.5',
      givers: '5+' as const,
      distribution: [0, 20, 20, 40, 20],
    })),
  })),
  lines: lines(40, long),
});

export const subject = (name: string, some: boolean): Subject => ({
  nomination: 'c1:ann',
  name,
  cycle: name,
  self: some ? everything : undefined,
  dimensions,
  release: some ? much : undefined,
});

export const check = (name: string, n: number, text: string) => ({
  release: 'c1:ann',
  name,
  lines: lines(n, text),
  seen: 0,
  done: 3,
  of: 184,
});
