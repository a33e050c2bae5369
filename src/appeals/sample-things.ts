/** What the card samples are made of: one plain appeal, and one that holds the most of everything. */

import { standard } from '../cycles/schemes.ts';
import type { Person } from '../people/model.ts';
import type { Rating } from '../ratings/index.ts';
import { cycle, long, longCycle, sent, sentLong } from '../ratings/sample-things.ts';
import type { Result } from '../results/model.ts';
import { type Appeal, checks, type Decision, type Draft } from './model.ts';
import type { Scene } from './scene.ts';

export { long };

const at = new Date('2027-04-20T08:00:00Z');
const much = long.repeat(10);

const person = { _id: 'ann', rev: 1, name: 'A', unit: 'Product', zone: 'UTC', locale: 'en' } as Person;

const appeal: Appeal = {
  _id: 'cycle_1:ann:1:1',
  rev: 1,
  cycle: 'cycle_1',
  person: 'ann',
  unit: 'Product',
  version: 1,
  rater: 'bo',
  state: 'opened',
  open: true,
  openedAt: at,
  said: { what: 'x', why: 'y', wanted: 'z' },
  barred: [],
  panel: [],
  days: { assign: '2027-04-21' },
  told: [],
  needs: [],
  notes: [],
};

export const fresh: Scene = {
  appeal,
  cycle,
  person,
  place: { zone: 'UTC', calendar: { off: {}, work: {} } },
  lowers: false,
  routers: [],
  partner: false,
  names: (id) => id,
};

const checklist = checks.map((name) => ({ name, ok: false, word: long }));

const decision: Decision = {
  outcome: 'adjusted',
  checklist,
  reasons: much,
  levels: { results: 5, competencies: 5 },
  numbers: [{ goal: 0, keyResult: 0, actual: 40 }],
  by: ['zhao', 'carla'],
  at,
  version: 2,
};

const { by: _, version: __, ...ruling } = decision;
const draft: Draft = { ...ruling, n: 3, by: 'zhao', agreed: ['zhao'] };

const whole: Appeal = {
  ...appeal,
  said: { what: long, why: much, wanted: much, evidence: much },
  owner: 'lin',
  panel: ['zhao', 'carla'],
  takenOff: ['tom', 'nina'],
  assigned: { by: 'hanna', at },
  acknowledgedAt: at,
  invited: false,
  statement: { text: long.repeat(13), by: 'bo', at },
  days: {
    assign: '2027-04-21',
    acknowledge: '2027-04-23',
    statement: '2027-04-26',
    decide: '2027-05-05',
    escalate: '2027-05-12',
    rerate: '2027-05-12',
    conclude: '2027-05-26',
  },
  needs: Array.from({ length: 6 }, (_x, i) => ({
    id: `n${i}`,
    text: much,
    by: 'zhao',
    at,
    due: '2027-04-27',
    ...(i < 5 && { answer: { text: much, at } }),
  })),
  notes: Array.from({ length: 8 }, () => ({ by: 'carla', at, text: long })),
};

export const full: Scene = {
  ...fresh,
  cycle: longCycle,
  person: { ...person, name: long },
  lowers: true,
  names: () => long,
  appeal: {
    ...whole,
    state: 'escalated',
    decision,
    escalated: { at, why: much, to: ['hanna', 'chen'], complete: false },
    conclusion: decision,
  },
};

export const drafted: Scene = { ...full, appeal: { ...whole, state: 'hearing', draft } };

export const rerating: Scene = {
  ...full,
  appeal: { ...whole, state: 'decided', decision: { ...decision, outcome: 're-rate', rerater: 'nina' } },
};

export const many = (n: number): Appeal[] =>
  Array.from({ length: n }, (_x, i) => ({ ...whole, _id: `cycle_1:p${i}:1:1`, state: 'hearing' }));

function resultOf(rating: Rating, name: string): Result {
  return {
    _id: 'cycle_1:ann:1',
    rev: 1,
    cycle: 'cycle_1',
    person: 'ann',
    version: 1,
    source: 'rating',
    at,
    by: 'hanna',
    unit: 'Product',
    rater: 'bo',
    name,
    cycleName: 'Q1',
    title: '',
    scheme: standard,
    ratingVersion: 1,
    basis: rating.basis,
    computed: rating.computed,
    goals: rating.goals,
    final: rating.final ?? null,
    computedGrade: rating.grade ?? null,
    grade: rating.grade ?? null,
    self: {},
    reasons: Object.fromEntries(rating.dimensions.flatMap((d) => (d.reason ? [[d.name, d.reason]] : []))),
    code: 'AAAA-BBBB',
  };
}

export const plainResult = resultOf(sent, 'A');
export const longResult: Result = {
  ...resultOf(sentLong, long),
  override: { from: 'B', to: 'A', reason: much, by: 'hanna', at },
};
