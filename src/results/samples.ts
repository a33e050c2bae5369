/** Every card of results with the shortest and the longest it can be asked to hold. */
import { type CardSample, sample } from '../core/module.ts';
import { manager, standard } from '../cycles/schemes.ts';
import { at, long, longCycle, longFull, sent, sentLong } from '../ratings/sample-things.ts';
import type { Batch } from './batches.ts';
import { colleaguesCard, summaryCard } from './cards.ts';
import { batchCard, type Release, signCard } from './cards-release.ts';
import { historyCard, teamCard } from './cards-team.ts';
import { verifiedCard } from './cards-verify.ts';
import { whyCard } from './cards-why.ts';
import type { Receipt, Result } from './model.ts';
import { firstLook } from './rules.ts';

const place = { zone: 'UTC', calendar: { off: {}, work: {} } };

const result: Result = {
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
  name: 'A',
  cycleName: 'Q1',
  title: 'T',
  scheme: standard,
  ratingVersion: 1,
  goals: sent.goals,
  basis: sent.basis,
  computed: sent.computed,
  final: sent.final ?? null,
  computedGrade: sent.grade ?? null,
  grade: sent.grade ?? null,
  self: {},
  reasons: {},
  code: 'AAAA-BBBB-CCCC-DDDD',
};
const receipt: Receipt = {
  _id: 'cycle_1:ann',
  rev: 1,
  cycle: 'cycle_1',
  person: 'ann',
  unit: 'Product',
  rater: 'bo',
  version: 1,
  grade: result.grade,
  releasedAt: at,
  state: 'open',
};

const wordy = `${long}${long}${long}${long}${long}${long}`.slice(0, 2000);
const names4 = manager.dimensions.map((d) => d.name);
const longResult: Result = {
  ...result,
  _id: `cycle_1:${'x'.repeat(40)}:2`,
  version: 2,
  name: long,
  cycleName: longCycle.name,
  scheme: manager,
  goals: sentLong.goals,
  basis: sentLong.basis,
  computed: sentLong.computed,
  final: '4.12',
  computedGrade: 'B',
  grade: 'S',
  waiver: { reason: wordy, by: 'hanna', at, sum: 9_600 },
  override: { from: 'B', to: 'A', reason: wordy, by: 'hanna', at },
  appeal: { id: 'a1', reasons: wordy, by: ['lin'] },
  self: Object.fromEntries(names4.map((name) => [name, '5'])),
  reasons: Object.fromEntries(names4.map((name) => [name, wordy])),
  ...(longFull.pack.release && { reviews: JSON.stringify(longFull.pack.release) }),
  narrative: {
    by: 'bo',
    at,
    strengths: wordy,
    improve: wordy,
    gaps: names4.map((dimension) => ({ dimension, cause: wordy, measure: wordy })),
  },
};
const longReceipt: Receipt = { ...receipt, version: 2, state: 'silent', acknowledgedAt: at, comment: wordy };
const { basis: _, computed: __, ...without } = result;
const unrated: Result = {
  ...without,
  unrated: 'notRated',
  goals: [],
  final: null,
  computedGrade: null,
  grade: null,
};

const batch: Batch = {
  _id: 'batch_1',
  rev: 1,
  cycle: 'cycle_1',
  state: 'preview',
  by: 'hanna',
  at,
  look: firstLook(at),
  byManagers: false,
  done: 0,
  passed: 0,
};
const many = (n: number) => Array.from({ length: n }, (_, i) => `p${i}`);
const longBatch: Batch = {
  ...batch,
  units: many(60).map(() => long.slice(0, 60)),
  state: 'declined',
  declined: { by: 'chen', at, reason: wordy },
  byManagers: true,
  look: {
    at,
    done: true,
    ready: 100_000,
    grades: { S: 9_000, A: 20_000, B: 50_000, C: 15_000, D: 5_000, none: 900 },
    apart: 100,
    waits: { rating: 500, calibration: 700, released: 1_200, changed: 3 },
    whoWaits: many(20).map((person, i) => ({ person, why: i % 2 ? 'rating' : 'calibration' })),
    wordless: many(200).map((one) => ({ manager: one, n: 12 })),
  },
};
const names = (id: string): string => id;
const release: Release = { batch, cycle: { name: 'Q1' }, signers: ['C'], names };
const longRelease: Release = {
  batch: longBatch,
  cycle: longCycle,
  signers: many(12).map(() => long.slice(0, 120)),
  names: () => long.slice(0, 120),
};

export const samples: readonly CardSample[] = [
  sample(
    'summary',
    summaryCard,
    [{ result: unrated, receipt, place, own: false }],
    [{ result: longResult, receipt: longReceipt, place, own: true, before: result }, 0],
  ),
  sample(
    'lastPage',
    summaryCard,
    [{ result, receipt, place, own: true }],
    [{ result: longResult, receipt: longReceipt, place, own: true, before: result }, 99],
  ),
  sample('colleagues', colleaguesCard, [result, 0], [longResult, 0]),
  sample('why', whyCard, [unrated, 0], [longResult, 0]),
  sample('whyLast', whyCard, [result, 0], [longResult, 99]),
  sample('release', batchCard, [release], [longRelease]),
  sample(
    'progress',
    batchCard,
    [{ ...release, batch: { ...batch, state: 'dropped' } }],
    [
      {
        ...longRelease,
        batch: { ...longBatch, state: 'given', passed: 3, done: 99_000, signedBy: 'chen', signedAt: at },
      },
    ],
  ),
  sample('sign', signCard, [release], [{ ...longRelease, batch: { ...longBatch, state: 'asked' } }]),
  sample(
    'team',
    teamCard,
    [{ cycle: { _id: 'cycle_1', name: 'Q1' }, rows: [] }],
    [
      {
        cycle: longCycle,
        rows: many(120).map((person) => ({
          person,
          name: long.slice(0, 120),
          worded: true,
          receipt: longReceipt,
          result: longResult,
          wants: true,
          mayGive: true,
          talked: Number(person.slice(1)) % 2 === 0,
        })),
      },
    ],
  ),
  sample('history', historyCard, [[]], [many(60).map((id) => ({ ...longResult, _id: id })), 1]),
  sample(
    'verified',
    verifiedCard,
    [{ result, holds: 1, when: '2027-04-07', reads: false }],
    [{ result: longResult, holds: 3, when: '2027-04-07', reads: true, copy: 'altered' }],
  ),
];
