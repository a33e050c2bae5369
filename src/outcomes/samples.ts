/** Every card of outcomes, at its shortest and at its longest, for the suites that look at all of them. */
import { type CardSample, sample } from '../core/module.ts';
import type { Cycle } from '../cycles/model.ts';
import { manager, standard } from '../cycles/schemes.ts';
import { batchCard } from './cards-batch.ts';
import { leftOutCard, officeCard } from './cards-office.ts';
import { changedCard, rowCard, rowsCard } from './cards-rows.ts';
import { outcomeCard, preferCard, teamCard, teamToldCard } from './cards-told.ts';
import { type Figures, onPage } from './figures.ts';
import type { Batch, Entry, Outcome } from './model.ts';

const at = new Date('2027-06-07T09:00:00Z');
/** Tries whatever a platform might read as markup. */
const nasty = `<!channel> **b** [x](https://e.x) @all 🧗🏽‍♀️ مرحبا `.repeat(8).slice(0, 300);
const long = nasty.repeat(6).slice(0, 1900);

const q1 = {
  _id: 'q1',
  rev: 1,
  name: 'Q1',
  period: { from: '2027-01-01', to: '2027-03-31' },
  schemes: { standard, manager },
} as Cycle;
const pooled: Cycle = {
  ...q1,
  name: nasty,
  schemes: { standard: { ...standard, rewards: { ...standard.rewards, pool: 1200 } }, manager },
};

const made: Batch = {
  _id: 'q1:1',
  rev: 1,
  cycle: 'q1',
  number: 1,
  kind: 'base',
  state: 'draft',
  by: 'hanna',
  at,
  version: 0,
};
const approval = { by: 'chen', at, until: new Date(at.getTime() + 300_000) };
const whole: Batch = {
  ...made,
  kind: 'delta',
  number: 12,
  state: 'exported',
  submitted: { by: 'hanna', at },
  approved: approval,
  ownRow: true,
  settledAt: at,
  held: 3,
  exported: { by: 'hanna', at, rows: 4999 },
};

const figures: Figures = {
  rows: 1,
  grades: [{ grade: 'B', n: 1 }],
  points: 100,
  change: 100,
  excepted: 0,
  approved: 0,
  waiting: 0,
  ownHidden: false,
};
const many: Figures = {
  ...figures,
  rows: 4999,
  grades: (['S', 'A', 'B', 'C', 'D', null] as const).map((grade) => ({ grade, n: 800 })),
  points: 480_012,
  change: -1234,
  excepted: 17,
  waiting: 1,
  ownHidden: true,
};

const rule: Outcome = {
  grade: 'B',
  coefficient: '1.00',
  raise: { from: '2', to: '5' },
  promotion: false,
  certificate: false,
  incentive: false,
  training: [],
};
const entry: Entry = {
  _id: 'q1:1:ann',
  rev: 1,
  batch: 'q1:1',
  cycle: 'q1',
  person: 'ann',
  unit: 'Product',
  state: 'draft',
  version: 1,
  grade: 'B',
  months: { eligible: '3', of: '3' },
  rule,
  points: 100,
  change: 100,
};
const full: Entry = {
  ...entry,
  state: 'approved',
  grade: 'C',
  months: { eligible: '72/31', of: '3' },
  rule: {
    ...rule,
    grade: 'C',
    promotion: true,
    certificate: true,
    incentive: true,
    training: ['results', 'competencies', 'collaboration', 'teamDevelopment'],
    plan: 'twice',
  },
  exception: { coefficient: '0.75', raise: '12.5', promotion: true, reason: long, by: 'hanna', at },
  exceptedBy: 'hanna',
  before: { entry: 'q1:1:ann', outcome: rule },
};
const none: Entry = { ...entry, grade: null, rule: { ...rule, grade: null, coefficient: null, raise: null } };

const view = { cycle: q1, batch: made, figures, reader: 'hanna', hr: true, reads: true, second: false };
const names = () => nasty;
const row = { entry, name: 'Ann', likes: undefined };
const fullRow = { entry: full, name: nasty, likes: 'praise' as const };
const rows = Array.from({ length: onPage }, () => fullRow);
const page = { cycle: q1, batch: made, only: 'all' as const, page: 0, more: false, names: () => 'Hanna' };
const team = { cycle: q1, page: 0, more: false };

export const samples: readonly CardSample[] = [
  sample(
    'office',
    officeCard,
    [{ cycle: q1, batches: [], free: 0, leftOut: [] }],
    [
      {
        cycle: pooled,
        batches: [
          { batch: made, figures: many },
          { batch: whole, figures: many },
        ],
        free: 4999,
        leftOut: (['appeal', 'noResult', 'withdrawn', 'notEligible'] as const).map((why) => ({ why, n: 99 })),
      },
    ],
  ),
  sample(
    'batch',
    batchCard,
    [{ ...view, batch: { ...made, state: 'making' } }],
    [
      {
        ...view,
        cycle: pooled,
        batch: { ...made, state: 'returned', returned: { by: 'chen', at, reason: long } },
        figures: many,
      },
    ],
  ),
  sample(
    'batch to decide',
    batchCard,
    [
      {
        ...view,
        hr: false,
        second: true,
        batch: { ...made, state: 'submitted', submitted: { by: 'hanna', at } },
      },
    ],
    [
      {
        ...view,
        cycle: pooled,
        figures: many,
        second: true,
        batch: { ...made, state: 'submitted', submitted: { by: 'hanna', at } },
      },
    ],
  ),
  sample(
    'batch decided',
    batchCard,
    [{ ...view, batch: { ...made, state: 'dropped' } }],
    [{ ...view, cycle: pooled, batch: whole, figures: many, own: { entry: full } }],
  ),
  sample(
    'left out',
    leftOutCard,
    [{ cycle: q1, page: 0, more: false, rows: [] }],
    [
      {
        cycle: pooled,
        page: 1,
        more: true,
        rows: Array.from({ length: onPage }, () => ({ name: nasty, why: 'noResult' as const })),
      },
    ],
  ),
  sample(
    'rows',
    rowsCard,
    [{ ...page, rows: [] }],
    [{ ...page, cycle: pooled, page: 1, more: true, names, rows }],
  ),
  sample(
    'row',
    rowCard,
    [{ ...row, cycle: q1, batch: made, names, may: false }],
    [{ ...fullRow, cycle: pooled, batch: made, names, may: true }],
  ),
  sample(
    'row changed',
    changedCard,
    [q1, entry, 'Ann', { exception: false, back: false }],
    [pooled, full, nasty, { exception: true, back: true }],
  ),
  sample(
    'own',
    outcomeCard,
    [{ cycle: q1, entry: none, frozen: false }],
    [{ cycle: pooled, entry: full, frozen: true }],
  ),
  sample(
    'theirs',
    outcomeCard,
    [{ cycle: q1, entry, name: 'Ann', frozen: false }],
    [{ cycle: pooled, entry: full, name: nasty, frozen: true }],
  ),
  sample('team told', teamToldCard, [q1], [pooled]),
  sample(
    'team',
    teamCard,
    [{ ...team, rows: [] }],
    [
      {
        cycle: pooled,
        page: 1,
        more: true,
        rows: rows.map(({ name }) => ({ name, entry: full, frozen: true })),
      },
    ],
  ),
  sample('preference', preferCard, [undefined], ['timeOff']),
];
