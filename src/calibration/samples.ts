/** Every card of calibration with the shortest and the longest it can be asked to hold. */
import { type CardSample, sample } from '../core/module.ts';
import type { Grade } from '../cycles/model.ts';
import type { BiasHint } from '../ratings/bias.ts';
import { at, cycle, long, longCycle, longFull, sent, sentLong } from '../ratings/sample-things.ts';
import { boardCard } from './cards-board.ts';
import { listCard } from './cards-list.ts';
import { roomCard } from './cards-room.ts';
import { type Looked, rowCard } from './cards-row.ts';
import { countGrades, measured, noCounts } from './guideline.ts';
import type { CaseNote, Override, Session } from './model.ts';
import type { Row } from './rows.ts';
import { type List, pageSize, type Room } from './scene.ts';
import type { UnitStanding } from './standing.ts';

const session: Session = {
  _id: 'calibration_1',
  rev: 1,
  cycle: 'cycle_1',
  units: ['A'],
  state: 'open',
  live: true,
  members: ['bo', 'hanna'],
  heads: [{ person: 'bo', units: ['A'] }],
  by: 'hanna',
  at,
  signs: [],
  reopened: [],
};
const units = Array.from({ length: 40 }, (_, i) => `${i} ${long.slice(0, 80)}`);
const longSession: Session = {
  ...session,
  units,
  members: Array.from({ length: 50 }, (_, i) => `person_${i}`),
  signs: [{ by: 'hanna', at }],
  reopened: Array.from({ length: 3 }, () => ({ by: 'hanna', at, reason: long.repeat(6) })),
};

const row: Row = {
  person: 'ann',
  name: 'A',
  unit: 'A',
  manager: 'bo',
  managerName: 'B',
  leads: false,
  rater: 'bo',
  state: 'rated',
  approved: true,
  unrated: false,
  version: 1,
  score: '3.42',
  computed: 'B',
  grade: 'B',
};
const longRow: Row = { ...row, name: long, unit: long.slice(0, 80), managerName: long, grade: 'A' };

const guideline = { s: 10, sa: 35, team: 10 };
const counts = countGrades(
  Array.from({ length: 500 }, (_, i) => (['S', 'A', 'B', 'C', 'D'] as Grade[])[i % 5]),
);
const names = (id: string): string => id;
const longNames = (): string => long;

const hints: BiasHint[] = [
  { kind: 'lenient', mean: '4.33', organisation: '3.40', n: 12 },
  { kind: 'central', deviation: '0.12', n: 12 },
  { kind: 'halo', alike: 11, n: 12 },
  { kind: 'recency', recent: 9, n: 10 },
  { kind: 'mismatch', percent: '71', high: 30, n: 36 },
  { kind: 'motions', copied: 3, held: 6, silent: 2, interviews: 4 },
];

const list: List = {
  session,
  cycle,
  reader: 'bo',
  sort: 'score',
  page: 0,
  pages: 1,
  rows: [row],
  people: 1,
  hidden: false,
  counts: { ...noCounts, B: 1 },
  against: { kind: 'small' },
  team: 10,
  hints: [],
  unrated: [],
  behind: 0,
  signed: [],
  mine: { closes: false, signed: false, looked: false, officer: false },
  names,
};
const longList: List = {
  ...list,
  session: longSession,
  cycle: longCycle,
  page: 1,
  pages: 25,
  rows: Array.from({ length: pageSize }, (_, i) => ({ ...longRow, person: `person_${i}` })),
  people: 500,
  hidden: true,
  counts,
  against: { kind: 'pooled', units, people: 700, measures: measured(counts, guideline) },
  hints: Array.from({ length: 12 }, () => ({ name: long, hints })),
  unrated: Array.from({ length: 20 }, () => long.slice(0, 80)),
  behind: 40,
  signed: [{ name: long, at }],
  mine: { closes: true, signed: false, looked: false, officer: true },
  names: longNames,
};

const room: Room = { session, cycle, people: 1, looked: 0, signed: [], names };
const longRoom: Room = {
  session: longSession,
  cycle: longCycle,
  people: 500,
  counts,
  measures: measured(counts, guideline),
  looked: 12,
  signed: [long, long],
  names: longNames,
};

const standing: UnitStanding = {
  unit: 'A',
  people: 1,
  open: 0,
  submitted: 0,
  ready: 1,
  unrated: 0,
  calibrated: 0,
  before: false,
};
const longStandings: UnitStanding[] = units.flatMap((unit, i) => [
  { ...standing, unit, people: 900, open: 100, submitted: 200, ready: 300, unrated: 3, before: i % 2 === 0 },
  { ...standing, unit: `${unit} 2`, session: longSession },
]);

const override: Override = {
  _id: 'override_1',
  rev: 1,
  cycle: 'cycle_1',
  person: 'ann',
  session: 'calibration_1',
  from: 'B',
  to: 'A',
  reason: long.repeat(6),
  by: 'hanna',
  at,
  rating: 1,
};
const caseNote: CaseNote = {
  _id: 'note_1',
  rev: 1,
  session: 'calibration_1',
  cycle: 'cycle_1',
  person: 'ann',
  by: 'bo',
  at,
  text: long.repeat(6),
  proposes: 'A',
};

const looked: Looked = {
  session,
  cycle,
  row,
  overrides: [],
  reader: { id: 'hanna', above: new Set() },
  partnerOf: [],
  line: new Set(),
  names,
  rating: sent,
  hints: [],
  history: [],
  notes: [],
  who: 'hanna',
  may: { change: true, propose: false, reexamine: false },
};
const longLooked: Looked = {
  ...looked,
  cycle: longCycle,
  row: longRow,
  overrides: [override],
  names: longNames,
  rating: sentLong,
  release: longFull.pack.release,
  hints,
  history: [
    ...Array.from({ length: 10 }, () => override),
    { ...override, undone: at },
    { ...override, rating: 0 },
  ],
  notes: [caseNote, { ...caseNote, proposes: undefined }],
  may: { change: true, propose: true, reexamine: true },
};

export const samples: readonly CardSample[] = [
  sample('board', boardCard, [cycle, [standing], 'hanna'], [longCycle, longStandings, 'person_1']),
  sample('room', roomCard, [room], [longRoom]),
  sample('list', listCard, [list], [longList]),
  sample('row', rowCard, [looked], [longLooked]),
];
