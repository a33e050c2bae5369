/** What the card samples are made of: one plain rating, and one that holds the most of everything. */
import type { CheckIn } from '../checkins/model.ts';
import type { Cycle, Participant } from '../cycles/model.ts';
import { manager, standard } from '../cycles/schemes.ts';
import type { Evidence } from '../feedback/index.ts';
import type { Goal, GoalKeyResult } from '../goals/model.ts';
import type { Person } from '../people/model.ts';
import { aggregate } from '../reviews/aggregate.ts';
import { basisOf, frozenGoals } from './basis.ts';
import { explain } from './explain.ts';
import type { Pack } from './inputs.ts';
import type { Given, Level, Rating } from './model.ts';
import { type Full, levelsBy, numbersOf } from './scene.ts';
import { score } from './score.ts';

export const at = new Date('2027-04-07T08:00:00Z');
const due = new Date('2027-04-12T21:59:59Z');
export const long = `<!channel> *_~\`@here\` 😀 שלום 𠮷野家 [x](http://x) ${'很长的名字 '.repeat(50)}`.slice(
  0,
  300,
);
const title = long.slice(0, 200);

export const cycle: Cycle = {
  _id: 'cycle_1',
  rev: 1,
  name: 'Q1',
  state: 'running',
  period: { from: '2027-01-01', to: '2027-03-31' },
  schemeName: 'standard',
  schemes: { standard, manager },
  audience: { kind: 'everyone' },
  phases: [{ phase: 'assessment', opens: '2027-03-22', due: '2027-04-02', grace: 1 }],
  opened: ['assessment'],
  by: 'hanna',
  at,
  extensions: [],
};
export const longCycle: Cycle = { ...cycle, name: long.slice(0, 80) };

const participant: Participant = {
  _id: 'cycle_1:ann',
  rev: 1,
  cycle: 'cycle_1',
  person: 'ann',
  state: 'assessing',
  unit: 'Product',
  manager: 'bo',
  leads: false,
};
const person = { _id: 'ann', rev: 1, name: 'A', unit: 'Product', zone: 'UTC', locale: 'en' } as Person;

const kr: GoalKeyResult = {
  id: 'kr_1',
  title: 'open tickets',
  kind: 'decrease',
  baseline: 120,
  target: 40,
  actual: 56,
  dataSource: 'ticket system',
};
const goal: Goal = {
  _id: 'goal_1',
  rev: 1,
  cycle: 'cycle_1',
  person: 'ann',
  state: 'agreed',
  by: 'ann',
  at,
  title: 'Cut the backlog',
  keyResults: [kr],
  weight: 10_000,
  visibility: 'line',
  partners: [],
  version: 1,
  versions: [],
};

const wordy: GoalKeyResult[] = [
  { ...kr, id: 'kr_1', title, unit: long.slice(0, 30), dataSource: title, confirmed: { by: 'bo', at } },
  { ...kr, id: 'kr_2', title, dataSource: title, excluded: true, exclusion: { reason: long, by: 'bo', at } },
  { id: 'kr_3', kind: 'milestone', title, dataSource: title },
  { ...kr, id: 'kr_4', title, dataSource: title, confidence: 'offTrack' },
];
/** Most people keep to seven goals; twelve is what a card must bear. */
export const dozen: Goal[] = Array.from({ length: 12 }, (_, i) => ({
  ...goal,
  _id: `goal_${'x'.repeat(15)}${i}`,
  title,
  keyResults: wordy,
  weight: 800,
}));

export const plainPack: Pack = {
  cycle,
  participant,
  person,
  place: { zone: 'UTC', calendar: { off: {}, work: {} } },
  scheme: standard,
  goals: [goal],
  dotted: {},
  checkIns: [],
  evidence: [],
  statements: [],
  reports: { led: 0, changes: [], waiting: 0 },
  inner: [],
  names: (id) => id,
};

const answers = Array.from({ length: 30 }, (_, i) => ({
  _id: `a${i}`,
  group: (['peer', 'report', 'partner', 'customer'] as const)[i % 4] ?? 'peer',
  levels: Object.fromEntries(manager.dimensions.map((d) => [d.name, String(1 + (i % 5))])),
  examples: {},
  keep: long.slice(20),
  differ: long.slice(20),
}));
const { release } = aggregate(answers, {
  dimensions: manager.dimensions.map((d) => d.name),
  k: 3,
  names: [],
  id: () => 'line',
});

const evidence: Evidence[] = Array.from({ length: 60 }, (_, i) => ({
  date: '2027-03-20',
  kind: (['note', 'kudos', 'feedback'] as const)[i % 3] ?? 'note',
  text: long.repeat(6),
  by: 'bo',
  ref: `e${i}`,
}));
const talk = {
  day: '2027-02-10',
  record: { goalTitle: title, happened: long.repeat(6) },
} as unknown as CheckIn;

const longPack: Pack = {
  ...plainPack,
  cycle: longCycle,
  participant: { ...participant, leads: true },
  person: { ...person, name: long },
  scheme: manager,
  goals: dozen,
  waiver: { reason: long.repeat(6), by: 'hanna', at, sum: 9600 },
  release,
  self: { levels: { results: '5' }, examples: {}, keep: long.repeat(6), differ: long.repeat(6) },
  checkIns: Array.from({ length: 12 }, () => talk),
  evidence,
  statements: [{ _id: 's', rev: 1, cycle: 'cycle_1', person: 'ann', by: 'carla', at, text: long.repeat(6) }],
  reports: { led: 9, changes: [], waiting: 0 },
  names: () => long,
};

export const bare: Rating = {
  _id: 'cycle_1:ann',
  rev: 1,
  cycle: 'cycle_1',
  person: 'ann',
  unit: 'Product',
  state: 'proposed',
  rater: 'bo',
  openedAt: at,
  due,
  dimensions: [],
  verifiers: [],
  cites: [],
  asked: [],
  waiting: [],
  version: 0,
  goals: [],
};

function fullOf(pack: Pack, rating: Rating, given: Given[]): Full {
  const before = basisOf(pack);
  const basis = basisOf(pack, levelsBy(given));
  return {
    cycle: pack.cycle,
    participant: pack.participant,
    person: pack.person,
    rating,
    partnerOf: [],
    hidden: false,
    names: pack.names,
    pack,
    given,
    others: score(before.scheme, before.participant).dimensions,
    preview: score(basis.scheme, basis.participant),
    optional: [],
    numbers: numbersOf(pack.goals),
    hints: [],
  };
}

const given: Given[] = standard.dimensions.map((d) => ({ name: d.name, proposal: 3 }));
const longGiven: Given[] = manager.dimensions.map((d, i) => ({
  name: d.name,
  proposal: 1,
  level: (5 - (i % 2)) as Level,
  reason: long.repeat(6),
}));

export const plainFull: Full = fullOf(plainPack, bare, given);

const question = { id: 'q', whom: 'hr' as const, to: ['lin'], by: 'bo', at, text: long.repeat(6) };
export const longFull: Full = {
  ...fullOf(
    longPack,
    {
      ...bare,
      state: 'returned',
      decision: { what: 'returned', by: 'chen', at, until: at, from: 'submitted', reason: long.repeat(6) },
      passedOn: { from: 'carla', at },
      asked: [question, { ...question, answer: { text: long.repeat(6), by: 'lin', at } }],
    },
    longGiven,
  ),
  hints: [
    { kind: 'lenient', mean: '4.30', organisation: '3.50', n: 7 },
    { kind: 'severe', mean: '2.30', organisation: '3.50', n: 7 },
    { kind: 'central', deviation: '0.21', n: 7 },
    { kind: 'halo', alike: 6, n: 7 },
    { kind: 'recency', recent: 8, n: 10 },
    { kind: 'mismatch', percent: '71', high: 9, n: 12 },
    { kind: 'motions', copied: 3, held: 9, silent: 2, interviews: 4 },
  ],
};

function frozen({ pack, rating }: Full, levels: Given[]): Rating {
  const basis = basisOf(pack, levelsBy(levels));
  const result = score(basis.scheme, basis.participant);
  return {
    ...rating,
    state: 'submitted',
    version: 1,
    decider: 'chen',
    submittedAt: at,
    dimensions: levels.map((d) => ({ ...d, level: d.level ?? d.proposal })),
    basis,
    goals: frozenGoals(pack),
    computed: explain(result),
    final: result.shown,
    grade: result.grade,
    decision: { what: 'submitted', by: 'bo', at, until: due, from: 'proposed' },
  };
}

export const sent: Rating = frozen(plainFull, given);
export const sentLong: Rating = {
  ...frozen(longFull, longGiven),
  waiver: { reason: long.repeat(6), by: 'hanna', at, sum: 9600 },
  decision: { what: 'approved', by: 'chen', at, until: due, from: 'submitted' },
};
