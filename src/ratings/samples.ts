/** Every card of ratings with the shortest and the longest it can be asked to hold. */
import { fraction } from '../core/fraction.ts';
import { type CardSample, sample } from '../core/module.ts';
import { packCard } from './cards.ts';
import { closerCard, type Decisions, decideCard } from './cards-decide.ts';
import { evidenceCard } from './cards-evidence.ts';
import { officeCard, overviewCard, unitCard } from './cards-office.ts';
import { comingCard, type Row, teamCard } from './cards-team.ts';
import { askedCard, missedCard, nobodyCard, passedCard, statementCard, verifyCard } from './cards-told.ts';
import type { Rating } from './model.ts';
import {
  at,
  bare,
  cycle,
  dozen,
  long,
  longCycle,
  longFull,
  plainFull,
  sent,
  sentLong,
} from './sample-things.ts';
import { numbersOf } from './scene.ts';

const names = (id: string): string => id;
const longNames = (): string => long;

const row = (rating: Rating, name: string, goals = plainFull.pack.goals): Row => ({
  rating,
  name,
  goals,
  cap: fraction(6, 5),
  numbers: numbersOf(goals),
});
const many = (n: number, rating: Rating): Rating[] =>
  Array.from({ length: n }, (_, i) => ({ ...rating, _id: `cycle_1:p${i}`, person: `p${i}` }));

const decisions: Decisions = {
  cycle,
  rater: 'bo',
  decider: 'chen',
  rows: [{ rating: sent, name: 'A' }],
  mayName: false,
  names,
};
const longDecisions: Decisions = {
  ...decisions,
  cycle: longCycle,
  rows: [
    ...many(9, sentLong).map((rating) => ({ rating, name: long })),
    ...many(60, { ...sentLong, state: 'approved' }).map((rating) => ({ rating, name: long })),
  ],
  mayName: true,
  names: longNames,
};

const asked = { id: 'q1', whom: 'person' as const, to: ['ann'], by: 'bo', at, text: 'How?' };
const longAsked = {
  ...asked,
  whom: 'hr' as const,
  text: long.repeat(6),
  answer: { text: long.repeat(6), by: 'ann', at },
};

const deciding: CardSample[] = [
  sample('decide', decideCard, [decisions], [longDecisions]),
  sample(
    'closer',
    closerCard,
    [{ cycle, rating: sent, name: 'A', may: 'decide', reader: 'chen', names }],
    [
      {
        cycle: longCycle,
        rating: { ...sentLong, state: 'approved' },
        name: long,
        may: 'reexamine',
        reader: 'hanna',
        names: longNames,
        release: longFull.pack.release,
      },
    ],
  ),
  sample('nobody', nobodyCard, [cycle, bare, 'A'], [longCycle, { ...sentLong, decider: 'carla' }, long]),
];

const rating: CardSample[] = [
  sample('coming', comingCard, [cycle, 1, '2027-04-02'], [longCycle, 200, '2027-04-02']),
  sample(
    'team',
    teamCard,
    [{ cycle, rater: 'bo', zone: 'UTC', rows: [row(bare, 'A')] }],
    [
      {
        cycle: longCycle,
        rater: 'bo',
        zone: 'UTC',
        rows: many(120, sentLong).map((r) => row(r, long, dozen)),
      },
    ],
  ),
  sample('pack', packCard, [plainFull], [longFull]),
  sample('evidence', evidenceCard, [plainFull.pack, 0], [longFull.pack, 0]),
  sample(
    'verify',
    verifyCard,
    [cycle, [], names],
    [longCycle, many(9, bare).map((r) => row(r, long, dozen.slice(0, 2))), longNames],
  ),
];

const telling: CardSample[] = [
  sample(
    'asked',
    askedCard,
    [cycle, { ...bare, waiting: ['ann'] }, asked, names],
    [longCycle, bare, longAsked, longNames],
  ),
  sample('passed', passedCard, [cycle, 'A', 'chen'], [longCycle, long, 'chen']),
  sample(
    'missed',
    missedCard,
    [cycle, bare, 'A'],
    [longCycle, { ...bare, unrated: { reason: 'noEvaluator', at } }, long],
  ),
  sample(
    'statement',
    statementCard,
    [cycle, { id: 'ann', name: 'A' }],
    [
      longCycle,
      { id: 'ann', name: long },
      { _id: 's', rev: 1, cycle: 'cycle_1', person: 'ann', by: 'bo', at, text: long.repeat(13) },
    ],
  ),
];

const reading: CardSample[] = [
  sample(
    'office',
    officeCard,
    [cycle, []],
    [longCycle, Array.from({ length: 150 }, () => ({ unit: long, open: 9, sent: 9, approved: 9, none: 9 }))],
  ),
  sample(
    'unit',
    unitCard,
    [{ cycle, unit: 'Product', page: 0, more: false, rows: [], hints: [] }],
    [
      {
        cycle: longCycle,
        unit: long,
        page: 0,
        more: true,
        rows: many(50, sentLong).map((r) => ({ rating: r, name: long, rater: long })),
        hints: [{ rater: long, hints: longFull.hints }],
      },
    ],
  ),
  sample(
    'overview',
    overviewCard,
    [{ cycle, rows: [{ name: 'A', goals: 0 }], rates: false }],
    [
      {
        cycle: longCycle,
        rows: many(60, sentLong).map((r) => ({
          name: long,
          goals: 7,
          reached: '120 %',
          lastCheckIn: '2027-03-01',
          rating: r,
        })),
        rates: true,
      },
    ],
  ),
];

export const samples: readonly CardSample[] = [...rating, ...deciding, ...telling, ...reading];
