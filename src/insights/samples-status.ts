/** Status, check-ins and goals, and grades at their shortest and at their longest. */
import { sample } from '../core/module.ts';
import { type Cycle, type Participant, phases } from '../cycles/model.ts';
import { manager, standard } from '../cycles/schemes.ts';
import { type Distribution, distributionCard } from './cards-distribution.ts';
import { overviewCard, ownCard, unitsCard, whichCard } from './cards-status.ts';
import { riskCard, talksCard } from './cards-talks.ts';
import type { Status } from './completion.ts';
import type { Shown } from './distribution.ts';
import { steps } from './rules-status.ts';

const long = `<!channel> *_~\`@here\` 🎯 שלום 𠮷野家 [x](http://x) ${'很长的名字 '.repeat(50)}`.slice(0, 300);

const running: Cycle = {
  _id: 'cycle_1',
  rev: 1,
  name: 'Q1',
  state: 'running',
  period: { from: '2027-01-01', to: '2027-03-31' },
  schemeName: 'standard',
  schemes: { standard, manager },
  audience: { kind: 'everyone' },
  phases: phases.map((phase) => ({ phase, opens: '2027-01-04', due: '2027-01-29', grace: 1 })),
  opened: ['planning'],
  by: 'hanna',
  at: new Date('2027-01-04T08:00:00Z'),
  extensions: [],
};
const full: Cycle = {
  ...running,
  _id: `cycle_${'x'.repeat(20)}`,
  name: long.slice(0, 80),
  opened: [...phases],
};

const participant: Participant = {
  _id: 'cycle_1:ann',
  rev: 1,
  cycle: 'cycle_1',
  person: 'ann',
  state: 'planning',
  unit: 'Product',
  leads: false,
};

const nothing: Status = {
  people: new Map(),
  counted: [],
  states: [],
  late: [],
  out: [],
  silent: 0,
  returned: 0,
  appeals: { open: 0 },
};
const ids = Array.from({ length: 10 }, (_, i) => `p${i}`);
const units = Array.from({ length: 200 }, (_, i) => `${i} ${long}`);
const much: Status = {
  people: new Map(units.map((u) => [u, 900])),
  counted: steps.map((step) => ({
    step,
    rows: units.map((unit) => ({ unit, done: 300, open: 300, late: 300 })),
  })),
  states: [{ state: 'planning', n: 100_000 }],
  late: (['assessment', 'rating'] as const).map((step) => ({ step, n: 60_000, ids })),
  out: (['leave', 'joined', 'leaving', 'left', 'other'] as const).map((reason) => ({
    state: 'withdrawn' as const,
    reason,
    n: 99,
    ids,
  })),
  silent: 1000,
  returned: 1000,
  appeals: { open: 1000, ended: { n: 1000, changed: 999, days: 9.5 } },
};
const short = (id: string) => id;
const name = () => long;

const talks = units.map((unit) => ({ unit, due: 900, held: 300, goals: 2700, atRisk: 300, offTrack: 300 }));
const risks = Array.from({ length: 60 }, (_, i) => ({ person: `p${i}`, atRisk: 3, offTrack: 3 }));

const counts = [300, 300, 300, 300, 300, 300];
const group = (key: string, inner: Shown[] = []): Shown => ({ key, counts, inner, rest: counts });
const spread: Distribution = {
  cycle: full,
  all: group(
    '',
    units.map((unit) => group(unit, [group('p1'), group('p2')])),
  ),
  any: true,
  open: 300,
  full: true,
};
const empty: Distribution = { cycle: running, all: undefined, any: false, open: 0, full: true };

export const statusSamples = [
  sample(
    'status',
    overviewCard,
    [running, nothing, { kind: 'shape' }, short],
    [full, much, { kind: 'all' }, name, true],
  ),
  sample(
    'status by unit',
    unitsCard,
    [running, nothing, { kind: 'shape' }, 0],
    [full, much, { kind: 'all' }, 3],
  ),
  sample('own status', ownCard, [running, undefined], [full, participant]),
  sample(
    'check-ins and goals',
    talksCard,
    [running, [], { kind: 'shape' }, 0],
    [full, talks, { kind: 'all' }, 1],
  ),
  sample(
    'goals at risk',
    riskCard,
    [running, [], { kind: 'all' }, short],
    [full, risks, { kind: 'team', manager: 'bo' }, name],
  ),
  sample('distribution', distributionCard, [empty, 'unit', 0, short], [spread, 'rater', 1, name]),
  sample(
    'distribution, not yet',
    distributionCard,
    [{ ...empty, any: true, full: false }, 'unit', 0, short],
    [{ ...spread, full: false }, 'unit', 0, name],
  ),
  sample(
    'which cycle to look at',
    whichCard,
    ['status', [running]],
    ['distribution', Array.from({ length: 20 }, () => full)],
  ),
];
