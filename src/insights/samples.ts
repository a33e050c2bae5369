/** The cards of insights at their shortest and at their longest. */
import { md } from '../core/md.ts';
import { sample } from '../core/module.ts';
import { auditCard, failuresCard, noticeCard } from './cards.ts';
import type { Failure } from './rules.ts';
import { statusSamples } from './samples-status.ts';

const words = `<!channel> **${'名字 name '.repeat(30)}** 🎯 مرحبا`.slice(0, 300);
const since = new Date('2027-01-13T01:30:00Z');

const failure = (to: Failure['to'], reason: Failure['reason']): Failure & { name: string } => ({
  to,
  reason,
  subject: 'ann',
  name: words,
  topics: ['goals', 'talk', 'unheard'],
  n: 1200,
  since,
  ids: ['x'],
});

const all = [
  failure('person', 'gone'),
  failure('room', 'denied'),
  failure('job', 'late'),
  failure('person', 'broken'),
  failure('person', 'unsure'),
  failure('person', 'late'),
  failure('person', 'gone'),
];

export const samples = [
  ...statusSamples,
  sample('insights failures', failuresCard, [[], 0], [all, 0]),
  sample('insights failures, last page', failuresCard, [all.slice(0, 1), 3], [all, 1]),
  sample('insights notice', noticeCard, ['ann'], ['ann']),
  sample(
    'insights audit',
    auditCard,
    [{ about: 'ann', lines: [], page: 0, more: false }],
    [
      {
        about: 'c1',
        name: words,
        lines: Array.from({ length: 12 }, () => ({ at: since, sentence: () => md`${words}` })),
        page: 1,
        more: true,
      },
    ],
  ),
];
