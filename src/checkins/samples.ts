/** Every card of check-ins, at its shortest and at its longest, for the suites that look at all of them. */
import { type CardSample, sample } from '../core/module.ts';
import { belowCard, type Mine, mineCard } from './cards.ts';
import {
  type Came,
  type Coaching,
  coachCard,
  digestCard,
  type ObstacleView,
  obstacleCard,
  waitingCard,
} from './cards-line.ts';
import { decidedCard, meetingCard, meetingOffCard, remarkCard } from './cards-told.ts';
import { mostDeeds } from './deeds.ts';
import { type CheckIn, type Decided, decisions, type GoalRecord, type Obstacle } from './model.ts';
import { readingCard } from './reading.ts';
import { mostCarried } from './rules.ts';

const at = new Date('2027-01-13T09:00:00Z');
/** 300 characters that try whatever a platform might read as markup. */
const nasty = `<!channel> **b** [x](https://e.x) @all 🧗🏽‍♀️ مرحبا `.repeat(8).slice(0, 300);
const long = nasty.repeat(9);

const bare: CheckIn = {
  _id: 'checkin_1',
  rev: 1,
  cycle: 'c1',
  person: 'ann',
  day: '2027-01-13',
  missed: [],
  why: 'scheduled',
  state: 'open',
  open: true,
  newest: true,
  round: 1,
  askedAt: at,
  goals: [],
  carried: [],
  remarks: [],
  readers: [],
};

const brief: GoalRecord = {
  want: 'A',
  numbers: [],
  happened: 'B',
  confidence: 'onTrack',
  needsHelp: false,
  options: 'C',
  deeds: [],
  commitment: 8,
};

const whole: GoalRecord = {
  ...brief,
  goal: 'g1',
  goalTitle: nasty,
  want: long,
  numbers: [1, 2, 3, 4, 5].map((n) => ({ keyResult: `k${n}`, title: nasty, unit: 'tickets', actual: 72.5 })),
  happened: long,
  confidence: 'offTrack',
  obstacles: long,
  needsHelp: true,
  options: long,
  support: long,
  deeds: Array.from({ length: mostDeeds }, () => ({ what: nasty, by: '2027-01-22' })),
  commitment: 4,
  raise: long,
};

const full: CheckIn = {
  ...bare,
  manager: 'bo',
  missed: ['2027-01-06'],
  goals: Array.from({ length: 7 }, (_, i) => ({ id: `g${i}`, title: nasty })),
  carried: Array.from({ length: mostCarried }, () => ({
    what: nasty,
    by: '2027-01-12',
    from: 'checkin_0',
    since: '2027-01-06',
    tick: 'partly' as const,
  })),
  snoozedTo: at,
  remarks: [{ by: 'bo', at, text: long }],
  meeting: { from: 'ann', to: 'bo', at, note: long },
  reason: long,
};

const sent = (c: CheckIn, record: GoalRecord): CheckIn => ({ ...c, state: 'done', record, doneAt: at });
const decision: Decided = { how: 'resource', by: 'bo', at, text: long };
const stuck: Obstacle = {
  _id: 'obstacle:checkin_1',
  rev: 1,
  checkIn: 'checkin_1',
  cycle: 'c1',
  person: 'ann',
  to: 'bo',
  state: 'open',
  text: 'The environment is down',
  at,
  decided: [],
  shownTo: ['bo'],
};
const stuckFully: Obstacle = { ...stuck, text: long, support: long, goalTitle: nasty, decided: [decision] };
const seen = (obstacle: Obstacle, name: string): ObstacleView => ({
  obstacle,
  reader: 'bo',
  names: () => name,
  canEscalate: true,
});

const mine = (checkIn: CheckIn, obstacle?: Obstacle): Mine => ({
  checkIn,
  manager: checkIn.manager,
  begun: false,
  ...(obstacle && { obstacle }),
});
const came = (c: CheckIn): Came => ({ checkIn: c, before: undefined });
const coaching = (c: CheckIn, name: string, obstacle?: Obstacle): Coaching => ({
  ...came(c),
  name,
  obstacle: obstacle && seen(obstacle, name),
});
const least = sent(bare, brief);
const most = { ...sent(full, whole), changedAt: at };
const skippedOne = (c: CheckIn): CheckIn => ({ ...c, state: 'skipped', reason: c.reason ?? 'Release' });

export const samples: readonly CardSample[] = [
  sample('checkins.prompt', mineCard, [mine(bare)], [mine(full)]),
  sample('checkins.sent', mineCard, [mine(least)], [mine(most, stuckFully)]),
  sample('checkins.skipped', mineCard, [mine(skippedOne(bare))], [mine(skippedOne(full))]),
  sample(
    'checkins.rather',
    mineCard,
    [mine({ ...bare, state: 'dropped' })],
    [mine({ ...full, state: 'meeting' })],
  ),
  sample(
    'checkins.over',
    mineCard,
    [mine({ ...bare, state: 'dropped', over: true })],
    [mine({ ...full, state: 'dropped', over: true })],
  ),
  sample(
    'checkins.obstacleOver',
    obstacleCard,
    [seen({ ...stuck, state: 'withdrawn', over: true }, 'Ann')],
    [seen({ ...stuckFully, state: 'withdrawn', over: true }, nasty)],
  ),
  sample('checkins.below', belowCard, [bare], [full]),
  sample('checkins.obstacle', obstacleCard, [seen(stuck, 'Ann')], [seen(stuckFully, nasty)]),
  sample('checkins.waiting', waitingCard, [[]], [[seen(stuck, nasty), seen(stuckFully, nasty)]]),
  sample(
    'checkins.digest',
    digestCard,
    [[came(least)], () => 'Ann'],
    [Array.from({ length: 7 }, () => [came(most), came(least)]).flat(), () => nasty],
  ),
  sample('checkins.coaching', coachCard, [coaching(bare, 'Ann')], [coaching(most, nasty, stuckFully)]),
  ...decisions.map((how) =>
    sample(
      `checkins.decided.${how}`,
      decidedCard,
      [stuck, { ...decision, how, text: 'Yes' }],
      [stuckFully, { ...decision, how }],
    ),
  ),
  sample(
    'checkins.reading',
    readingCard,
    [least, 'Ann', undefined],
    [{ ...most, previous: 'checkin_0' }, nasty, stuckFully],
  ),
  sample(
    'checkins.remark',
    remarkCard,
    [bare, { by: 'bo', at, text: 'Good' }, 'Bo'],
    [full, { by: 'bo', at, text: long }, nasty],
  ),
  sample(
    'checkins.meeting',
    meetingCard,
    [full, 'ann'],
    [{ ...full, meeting: { from: 'ann', to: 'bo', at, note: long, agreed: at } }, 'bo'],
  ),
  sample('checkins.proposal', meetingCard, [full, 'bo'], [full, 'bo']),
  sample('checkins.meetingOff', () => meetingOffCard, [], []),
];
