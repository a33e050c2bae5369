/** Every card of goals with the shortest and the longest it can be asked to hold. */
import type { Draw } from '../core/context.ts';
import { type CardSample, sample } from '../core/module.ts';
import type { Cycle, Participant } from '../cycles/model.ts';
import { standard } from '../cycles/schemes.ts';
import type { Person } from '../people/model.ts';
import { goalsCard } from './cards.ts';
import { concernCard } from './concern-cards.ts';
import { newContract } from './contract.ts';
import { contractCard } from './contract-cards.ts';
import { oneGoalCard } from './goal-card.ts';
import { companyCard } from './handlers-company.ts';
import type { ProgressRow } from './history.ts';
import { declinedCard, evaluatorCard, lateCard, unsettledCard } from './hr-cards.ts';
import type { Content, Goal, GoalKeyResult } from './model.ts';
import { offTrackCard, progressCard } from './progress-cards.ts';
import { reviewCard } from './review-cards.ts';
import type { Sheet } from './sheet.ts';
import { teamCard } from './team-cards.ts';

const at = new Date('2027-01-05T08:00:00Z');
const long = `<!channel> *_~\`@here\` 😀 שלום 𠮷野家 [x](http://x) ${'很长的名字 '.repeat(50)}`.slice(0, 300);
const title = long.slice(0, 200);

const cycle: Cycle = {
  _id: 'cycle_1',
  rev: 1,
  name: 'Q1',
  state: 'running',
  period: { from: '2027-01-01', to: '2027-03-31' },
  schemeName: 'standard',
  schemes: { standard, manager: standard },
  audience: { kind: 'everyone' },
  phases: [
    { phase: 'planning', opens: '2027-01-04', due: '2027-01-15', grace: 1 },
    { phase: 'tracking', opens: '2027-01-18', due: '2027-03-19', grace: 1 },
  ],
  opened: ['planning'],
  by: 'hanna',
  at,
  extensions: [],
};
const participant: Participant = {
  _id: 'cycle_1:ann',
  rev: 1,
  cycle: 'cycle_1',
  person: 'ann',
  state: 'planning',
  unit: 'Product',
  manager: 'bo',
  leads: false,
};
const person = {
  _id: 'ann',
  rev: 1,
  name: 'A',
  email: 'ann@example.com',
  unit: 'Product',
  title: 'Designer',
  zone: 'UTC',
  locale: 'en',
} as Person;

const kr: GoalKeyResult = {
  id: 'kr_1',
  title: 'open tickets',
  kind: 'decrease',
  baseline: 120,
  target: 40,
  dataSource: 'ticket system',
};
const one: Goal = {
  _id: 'goal_1',
  rev: 1,
  cycle: 'cycle_1',
  person: 'ann',
  state: 'proposed',
  by: 'ann',
  at,
  proposedAt: at,
  title: 'Cut the backlog',
  keyResults: [kr],
  weight: 10_000,
  visibility: 'line',
  partners: [],
  version: 0,
  versions: [],
};

const wordy: GoalKeyResult[] = [
  { ...kr, id: 'kr_1', title, unit: long.slice(0, 30), dataSource: title, verifier: 'bo', due: '2027-03-31' },
  { ...kr, id: 'kr_2', kind: 'atMost', target: 4, stretch: 3, baseline: 9, title, dataSource: title },
  { ...kr, id: 'kr_3', kind: 'milestone', title, beyond: long, dataSource: title, done: true },
  {
    ...kr,
    id: 'kr_4',
    kind: 'rated',
    title,
    dataSource: title,
    anchors: Array.from({ length: 5 }, () => long),
    level: 4,
  } as GoalKeyResult,
  { ...kr, id: 'kr_5', title, dataSource: title, actual: 85, confidence: 'offTrack', updatedAt: at },
];
const content: Content = {
  title,
  why: long.repeat(3),
  parent: { kind: 'company', id: 'company_1' },
  keyResults: wordy,
  weight: 834,
  due: '2027-03-31',
  visibility: 'line',
  partners: ['bo', 'carla', 'zhao'],
};
const changed: Goal = {
  ...one,
  ...content,
  state: 'agreed',
  version: 2,
  versions: [1, 2].map((version) => ({
    version,
    content: version === 1 ? { ...content, title: 'Before', weight: 100 } : content,
    by: 'ann',
    agreedBy: 'bo',
    agreedAt: at,
    ...(version === 2 && { lowered: ['kr_1'] }),
  })),
  pending: {
    content: { ...content, title: long.slice(0, 180), keyResults: wordy.slice(0, 2), weight: 900 },
    by: 'ann',
    at,
    proposed: true,
    comment: long.repeat(6),
  },
  decision: { what: 'changeReturned', by: 'bo', at, until: at, comment: long.repeat(6) },
  concern: { text: long.repeat(6), at, due: '2027-01-12', open: true },
};
const dozen: Goal[] = Array.from({ length: 12 }, (_, i) => ({
  ...changed,
  _id: `goal_${'x'.repeat(15)}${i}`,
  ...(i > 6 && { pending: undefined, state: 'returned' as const }),
}));

const sheet: Sheet = {
  cycle,
  participant,
  person,
  place: { zone: 'UTC', calendar: { off: {}, work: {} } },
  goals: [one],
  contract: { ...newContract('cycle_1', 'ann'), state: 'open', version: 1 },
  company: [],
  above: [],
  leftOver: [],
  names: (id) => id,
  titles: new Map(),
};
const company = {
  _id: 'company_1',
  rev: 1,
  title,
  unit: long,
  from: '2027-01-01',
  to: '2027-12-31',
  state: 'published' as const,
  by: 'chen',
  at,
};
const full: Sheet = {
  ...sheet,
  cycle: { ...cycle, name: long.slice(0, 80) },
  person: { ...person, name: long },
  goals: dozen,
  company: Array.from({ length: 8 }, () => company),
  leftOver: dozen,
  names: () => long,
  titles: new Map([['company_1', title]]),
  contract: {
    ...newContract('cycle_1', 'ann'),
    state: 'open',
    version: 12,
    support: long.repeat(6),
    commitment: long.repeat(6),
    self: at,
    waiver: { reason: long.repeat(6), by: 'hanna', at, sum: 9000 },
  },
};
const rows: ProgressRow[] = Array.from({ length: 60 }, (_, i) => ({
  _id: `p${i}`,
  rev: 1,
  cycle: 'cycle_1',
  person: 'ann',
  goal: dozen[i % 12]?._id ?? '',
  keyResult: 'kr_5',
  actual: i,
  confidence: 'atRisk' as const,
  note: long.repeat(6),
  by: 'ann',
  at: new Date(at.getTime() + i * 86_400_000),
}));
const many = Array.from(
  { length: 60 },
  (_, i): Sheet => ({
    ...full,
    person: { ...full.person, _id: `p${i}` },
  }),
);
const lateGoal: Goal = {
  ...changed,
  pending: { content, by: 'ann', at, proposed: true, agreed: { by: 'bo', at } },
};

type Of<A extends unknown[]> = [name: string, card: (...args: A) => Draw, shortest: A, longest: A];
const of = <A extends unknown[]>(...[name, card, shortest, longest]: Of<A>): CardSample =>
  sample(name, card, shortest, longest);

export const samples: readonly CardSample[] = [
  of('goals', goalsCard, [{ ...sheet, goals: [] }], [full]),
  of(
    'one goal',
    oneGoalCard,
    [sheet, { ...one, state: 'draft' }],
    [full, { ...changed, pending: undefined }],
  ),
  of('team', teamCard, [{ cycle, manager: 'bo', sheets: [sheet] }], [{ cycle, manager: 'bo', sheets: many }]),
  of('review', reviewCard, [sheet, 'manager'], [full, 'manager']),
  of('contract', contractCard, [{ ...sheet, goals: [{ ...one, state: 'agreed' }] }, 'self'], [full, 'lead']),
  of('progress', progressCard, [{ ...sheet, goals: [{ ...one, state: 'agreed' }] }, []], [full, rows]),
  of('late change', lateCard, [sheet, one], [full, lateGoal]),
  of('unsettled', unsettledCard, [cycle, [sheet], false], [full.cycle, many, true]),
  of('no evaluator', evaluatorCard, [sheet], [full]),
  of('declined', declinedCard, [sheet, one], [full, changed]),
  of(
    'concern',
    concernCard,
    [sheet, { ...one, concern: { text: 'x', at, due: '2027-01-12', open: true } }, 'manager'],
    [full, changed, 'reader'],
  ),
  of('off track', offTrackCard, [one], [changed]),
  of('company goals', companyCard, [[], false], [[{ goal: company, aligned: 312 }], true]),
];
