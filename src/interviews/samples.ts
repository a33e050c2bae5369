/** Every card of conversations, at its shortest and at its longest. */
import { type CardSample, sample } from '../core/module.ts';
import { standard } from '../cycles/schemes.ts';
import type { Result } from '../results/model.ts';
import { aggregate } from '../reviews/aggregate.ts';
import { talkCard } from './cards.ts';
import { agendaCard } from './cards-agenda.ts';
import { helpCard } from './cards-help.ts';
import { readCard } from './cards-notes.ts';
import { type Team, teamCard } from './cards-team.ts';
import { movedCard, passedCard } from './cards-told.ts';
import { type Interview, type InterviewState, reasons } from './model.ts';
import { officeSample } from './samples-office.ts';
import type { Talk } from './talk.ts';

const at = new Date('2027-04-28T08:00:00Z');
const long = `<!channel> *_~\`@here\` 😀 שלום 𠮷野家 [x](http://x) ${'很长的名字 '.repeat(50)}`.slice(0, 300);
const text = long.repeat(6);

const plain: Interview = {
  _id: 'q1:ann',
  rev: 1,
  cycle: 'q1',
  person: 'ann',
  manager: 'bo',
  unit: 'Product',
  state: 'offered',
  reasons: [],
  version: 1,
  round: 1,
  openedAt: at,
  sequence: 0,
  edition: 0,
  views: {},
  confirmed: [],
  past: [],
  helped: {},
};

const notes = {
  agreed: text,
  steps: [1, 2, 3].map(() => ({ what: long, by: '2027-06-30' })),
  support: text,
};
const views = { person: { text, by: 'ann' }, manager: { text, by: 'bo' } };
const written = { seen: text, next: text, by: 'bo' };

const full = (state: InterviewState): Interview => ({
  ...plain,
  state,
  reasons: [...reasons],
  version: 3,
  round: 3,
  proposal: { at, by: 'manager', place: long },
  agreed: { at: new Date('2027-05-04T08:00:00Z'), place: long },
  heldOn: '2027-04-28',
  notes,
  written,
  views,
  confirmed: ['person'],
  doneAt: at,
  prepared: { ask: text, talk: text, shared: true },
  past: [1, 2].map((version) => ({
    version,
    heldOn: '2027-04-20',
    notes,
    written,
    views,
    confirmed: ['person'],
  })),
});

const who = (id: string, name: string, zone: string) => ({ id, name, zone });
const short: Talk = {
  interview: plain,
  cycle: 'Q1',
  side: 'person',
  person: who('ann', 'A', 'UTC'),
  manager: who('bo', 'B', 'UTC'),
  due: '2027-05-14',
  slots: [],
  odd: [],
  alone: false,
};
const big = (state: InterviewState, side: Talk['side']): Talk => ({
  ...short,
  interview: full(state),
  cycle: long.slice(0, 80),
  side,
  person: who('ann', long, 'America/New_York'),
  manager: who('bo', long, 'Asia/Kathmandu'),
  slots: ['28', '29', '30'].map((d) => ({ at: new Date(`2027-04-${d}T08:00:00Z`), outside: [30, 0] })),
  odd: [
    { who: who('ann', long, 'America/New_York'), off: false },
    { who: who('bo', long, 'Asia/Kathmandu'), off: true },
  ],
});
const small = (state: InterviewState, over: Partial<Interview> = {}): Talk => ({
  ...short,
  interview: { ...plain, state, ...over },
});

const shortest: Record<InterviewState, Talk> = {
  due: small('due', { reasons: ['grade'] }),
  offered: small('offered'),
  proposed: small('proposed', { proposal: { at, by: 'person' } }),
  scheduled: small('scheduled', { agreed: { at } }),
  held: small('held', { heldOn: '2027-04-28' }),
  written: small('written', { written: { seen: 'A', next: 'B', by: 'bo' } }),
  confirmed: small('confirmed', {
    heldOn: '2027-04-28',
    notes: { agreed: 'A', steps: [] },
    confirmed: ['person'],
  }),
  done: small('done', { heldOn: '2027-04-28', notes: { agreed: 'A', steps: [] }, doneAt: at }),
  cancelled: small('cancelled'),
};

const talks: CardSample[] = (Object.keys(shortest) as InterviewState[]).flatMap((state) =>
  (['person', 'manager'] as const).map((side) =>
    sample(`talk.${state}.${side}`, talkCard, [{ ...shortest[state], side }], [big(state, side)]),
  ),
);

const result: Result = {
  _id: 'q1:ann:1',
  rev: 1,
  cycle: 'q1',
  person: 'ann',
  version: 1,
  source: 'rating',
  at,
  by: 'hanna',
  unit: 'Product',
  name: 'A',
  cycleName: 'Q1',
  title: 'Designer',
  scheme: standard,
  ratingVersion: 1,
  goals: [],
  final: null,
  computedGrade: null,
  grade: null,
  unrated: 'notRated',
  self: {},
  reasons: {},
  code: 'KX7M',
};
const { release } = aggregate(
  Array.from({ length: 30 }, (_, i) => ({
    _id: `a${i}`,
    group: (['peer', 'report', 'partner', 'customer'] as const)[i % 4] ?? 'peer',
    levels: Object.fromEntries(standard.dimensions.map((d) => [d.name, String(1 + (i % 5))])),
    examples: {},
    keep: long.slice(20),
    differ: long.slice(20),
  })),
  { dimensions: standard.dimensions.map((d) => d.name), k: 3, names: [], id: () => 'line' },
);
const longResult: Result = {
  ...result,
  goals: Array.from({ length: 12 }, (_, i) => ({
    id: `g${i}`,
    version: 1,
    title: long,
    weight: 800,
    keyResults: [{ id: 'k', title: long, attainment: '220/3' }],
  })),
  final: '3.42',
  computedGrade: 'A',
  grade: 'B',
  override: { from: 'A', to: 'B', reason: text, by: 'hanna', at },
  reviews: JSON.stringify(release),
};
const evidence = Array.from({ length: 40 }, (_, i) => ({
  date: '2027-03-20',
  kind: 'note' as const,
  text,
  by: 'bo',
  ref: `e${i}`,
}));
const self = { levels: { results: '5' }, examples: {}, keep: text, differ: text };
const ann = short.person;
const longAgenda = {
  interview: full('scheduled'),
  person: who('ann', long, 'UTC'),
  result: longResult,
  evidence,
  self,
  tenure: 20,
};

const teamOf = (n: number, state: InterviewState, name: string): Team => ({
  cycle: 'q1',
  name: name.slice(0, 80),
  due: n > 1 ? '2027-05-14' : undefined,
  rows: Array.from({ length: n }, (_, i) => ({ interview: { ...full(state), person: `p${i}` }, name })),
});

const others: CardSample[] = [
  sample(
    'agenda',
    agendaCard,
    [{ interview: plain, person: ann, result, evidence: [], self: undefined, tenure: 900 }, 0],
    [longAgenda, 0],
  ),
  sample('agenda.more', agendaCard, [longAgenda, 1], [longAgenda, 99]),
  sample(
    'read',
    readCard,
    [{ interview: plain, name: 'A', cycle: 'Q1' }],
    [{ interview: full('done'), name: long, cycle: long.slice(0, 80) }],
  ),
  sample('team', teamCard, [teamOf(0, 'due', 'Q1'), 0], [teamOf(90, 'scheduled', long), 1]),
  officeSample,
  sample(
    'help',
    helpCard,
    [{ interview: plain, cycle: 'Q1', other: 'bo', side: 'person' as const }],
    [{ interview: full('done'), cycle: long.slice(0, 80), other: 'ann', side: 'manager' as const }],
  ),
  sample('moved', movedCard, ['Q1', undefined], [long.slice(0, 80), 'bo']),
  sample('passed', passedCard, ['A', undefined], [long, 'bo']),
];

export const samples: readonly CardSample[] = [...talks, ...others];
