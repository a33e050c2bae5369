/** Every card with the shortest and the longest it can be asked to hold. */
import { type CardSample, sample } from '../core/module.ts';
import type { Broadcast, Figures } from './broadcast.ts';
import { discardedCard, lookingCard, readyCard, waitingCard } from './cards.ts';
import { announcementCard, welcomeCard } from './cards-announce.ts';
import {
  cancelledCard,
  chooseCard,
  extendedCard,
  leaverCard,
  managerCard,
  pauseAskCard,
  pausedCard,
  resumeAskCard,
  resumedCard,
  withdrawnCard,
} from './cards-change.ts';
import { sendingCard, standingCard, startingCard } from './cards-live.ts';
import { schemeCard, schemeListCard } from './cards-scheme.ts';
import type { LaunchCheck } from './check.ts';
import { type Cycle, type Participant, phases } from './model.ts';
import { phasesFrom, usualDues } from './plan.ts';
import { schemePairs, standard } from './schemes.ts';

const long = `<!channel> *_~\`@here\` 😀 שלום 𠮷野家 [x](http://x) ${'很长的名字 '.repeat(50)}`.slice(0, 300);
const at = new Date('2027-01-04T08:00:00Z');
const period = { from: '2027-01-01', to: '2027-03-31' };
const calendar = { off: {}, work: {} };
const pair = schemePairs.standard ?? { standard, manager: standard };

const cycle: Cycle = {
  _id: 'cycle_1',
  rev: 1,
  name: 'Q1',
  state: 'draft',
  period,
  schemeName: 'standard',
  schemes: pair,
  audience: { kind: 'everyone' },
  phases: phasesFrom(period, usualDues(period, '2027-01-04', calendar), '2027-01-04', calendar),
  opened: [],
  by: 'hanna',
  at,
  extensions: [],
};
const running: Cycle = { ...cycle, state: 'running', opened: ['planning'] };
const full: Cycle = {
  ...running,
  _id: `cycle_${'x'.repeat(20)}`,
  name: long.slice(0, 80),
  message: long.repeat(6).slice(0, 2000),
  opened: [...phases],
  cancelled: { by: 'hanna', at, reason: long.repeat(3) },
  extensions: Array.from({ length: 20 }, (_, i) => ({
    phase: 'planning' as const,
    due: '2027-01-25',
    ...(i % 2 === 0 ? { unit: long } : { person: 'ann' }),
  })),
};
const ids = Array.from({ length: 10 }, (_, i) => `p${i}`);
const name = () => long;
const short = (id: string) => id;
const pace = () => 300;
const emptyCheck: LaunchCheck = { at, people: 3, fine: 3, eligible: 3, findings: [], platforms: [] };
const fullCheck: LaunchCheck = {
  at,
  people: 100_000,
  fine: 9,
  eligible: 90_000,
  findings: [
    ...(['circle', 'noManager', 'noAccount', 'leave', 'joined', 'leaving'] as const).map((code) => ({
      code,
      n: 1000,
      ids,
    })),
    { code: 'weights', off: [{ of: 'results', sum: 90, whole: 100 }] },
    ...(['past', 'order', 'holiday'] as const).map((code) => ({
      code,
      days: phases.map((phase) => ({ phase, day: '2027-05-01', name: long })),
    })),
    { code: 'overlap', cycles: ids.map(() => long.slice(0, 80)) },
  ],
  platforms: ['slack', 'feishu', 'web'].map((platform) => ({ platform, n: 100_000 })),
};
const broadcast: Broadcast = {
  _id: 'cycle_1',
  rev: 1,
  of: 3,
  unreachable: 0,
  after: '',
  written: true,
  paused: false,
  seen: '',
  waitMs: 0,
};
const done: Figures = { of: 3, delivered: 3, failed: [], left: 0, unreachable: 0, waiting: [] };
const stuck: Figures = {
  of: 100_000,
  delivered: 1,
  failed: (['gone', 'denied', 'broken', 'unknown'] as const).map((trouble) => ({ trouble, n: 9000 })),
  left: 50_000,
  unreachable: 13_999,
  waiting: [{ platform: 'slack', n: 50_000 }],
};
const participant: Participant = {
  _id: 'cycle_1:ann',
  rev: 1,
  cycle: 'cycle_1',
  person: 'ann',
  state: 'invited',
  unit: 'Product',
  leads: false,
};
const out: Participant = { ...participant, state: 'not_eligible', reason: 'leave' };
const standing = { takePart: 3, others: 0, names: short, failed: false };

export const cardSamples: readonly CardSample[] = [
  sample('cycle, being looked over', lookingCard, [cycle], [full]),
  sample(
    'cycle, ready to start',
    readyCard,
    [cycle, emptyCheck, short, 'company', pace],
    [full, fullCheck, name, long, pace],
  ),
  sample('cycle, waiting draft', waitingCard, [cycle], [full]),
  sample('cycle, discarded', discardedCard, [cycle], [full]),
  sample('cycle, starting', startingCard, [cycle, 3], [full, 100_000]),
  sample(
    'cycle, cards on their way',
    sendingCard,
    [running, broadcast, done, 0, '2027-01-04'],
    [full, { ...broadcast, paused: true }, stuck, 333, '2027-01-04'],
  ),
  sample(
    'cycle, where it stands',
    standingCard,
    [running, standing, '2027-01-04'],
    [full, { takePart: 90_000, others: 10_000, names: name, failed: true }, '2027-12-01'],
  ),
  sample('cycle, announcement', announcementCard, [running, 'Hanna'], [full, long]),
  sample(
    'cycle, personal card',
    welcomeCard,
    [running, out, undefined],
    [full, { ...participant, leads: true }, long],
  ),
  sample('which cycle', chooseCard, ['pause', [cycle]], ['withdraw', Array.from({ length: 20 }, () => full)]),
  sample('more time', extendedCard, [running, participant, 'planning'], [full, participant, 'outcomes']),
  sample('pause?', pauseAskCard, [running], [full]),
  sample('resume?', resumeAskCard, [running, running, 0], [full, full, 365]),
  sample('paused', pausedCard, [running], [full]),
  sample('resumed', resumedCard, [running, 0], [full, 365]),
  sample('cancelled', cancelledCard, [running, 'Hanna'], [full, long]),
  sample('withdrawn', withdrawnCard, [running, 'leave'], [full, 'other']),
  sample('new manager', managerCard, [running, undefined], [full, long]),
  sample(
    'a manager left',
    leaverCard,
    ['Bo', [{ cycle: 'Q1', n: 1 }]],
    [long, Array.from({ length: 8 }, () => ({ cycle: long.slice(0, 80), n: 99, to: long }))],
  ),
  sample('schemes', schemeListCard, [schemePairs], [schemePairs]),
  sample('scheme', schemeCard, [pair], [pair]),
];
