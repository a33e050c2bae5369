/** The cards of reminders at their shortest and at their longest. */
import { sample, type Task } from '../core/module.ts';
import { rest } from './actions.ts';
import {
  type Digest,
  digestCard,
  lookingCard,
  type OpenList,
  olderCard,
  openCard,
  sentCard,
} from './cards.ts';

const day = '2027-01-13';
const words = `<!channel> **${'目标 goal '.repeat(30)}** 🎯 مرحبا`.slice(0, 300);
const short = 'Mia';

const task = (title: string, due?: string): Task => ({
  key: 'sample',
  title: () => title,
  button: { label: () => short, token: rest.token({ day }) },
  ...(due && { due }),
});

const nothing: Digest = {
  day,
  items: [],
  done: 1,
  resting: undefined,
  others: 0,
  team: [],
  overdue: undefined,
};

const everything: Digest = {
  day,
  items: [
    { task: task(words, '2027-01-12'), left: -1 },
    { task: task(words, '2027-01-13'), left: 0 },
    { task: task(words, '2027-01-16'), left: 0 },
    { task: task(words, '2027-01-18'), left: 3 },
    ...Array.from({ length: 9 }, () => ({ task: task(words) })),
  ],
  done: 3,
  resting: { n: 2, until: '2027-01-14' },
  others: 41,
  team: Array.from({ length: 23 }, () => ({ name: words, phase: 'planning' })),
  overdue: {
    phases: [
      { phase: 'assessment', n: 12 },
      { phase: '', n: 1 },
    ],
    names: [{ name: words, phase: 'assessment' }],
    confidential: 1200,
  },
};

const list: OpenList = { list: 'list_1', people: 14, open: 0, phases: [], team: [] };
const full: OpenList = {
  list: 'list_1',
  people: 100_000,
  open: 73_211,
  phases: everything.overdue?.phases ?? [],
  team: [
    { name: words, phase: 'closing', due: undefined },
    ...Array.from({ length: 30 }, () => ({ name: words, phase: 'tracking', due: '2026-12-31' })),
  ],
};

export const samples = [
  sample('reminders digest', digestCard, [nothing], [everything]),
  sample('reminders older', olderCard, [day], ['2026-12-31']),
  sample('reminders looking', lookingCard, [0], [100_000]),
  sample('reminders open', openCard, [list], [full]),
  sample(
    'reminders sent',
    sentCard,
    [{ now: 0, later: 0, before: [], moreBefore: 0 }],
    [{ now: 1200, later: 31, before: Array.from({ length: 20 }, () => words), moreBefore: 400 }],
  ),
];
