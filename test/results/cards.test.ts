/** The cards of results as people read them. */
import { standard } from '../../src/cycles/schemes.ts';
import { scored } from '../../src/ratings/rescore.ts';
import type { Participant } from '../../src/ratings/sources.ts';
import { offerOnResult, resultButtons } from '../../src/results/buttons.ts';
import { summaryCard } from '../../src/results/cards.ts';
import '../../src/results/index.ts';
import { weighed } from '../../src/ratings/basis.ts';
import type { Result } from '../../src/results/model.ts';
import { recordFile, sealOf } from '../../src/results/record.ts';
import { transcript } from '../kit/transcript.ts';
import { aReceipt, aResult, at } from './sample.ts';

const place = { zone: 'UTC', calendar: { off: {}, work: {} } };
const en = { locale: 'en' as const, zone: 'UTC', now: at };
const zh = { locale: 'zh' as const, zone: 'Asia/Shanghai', now: at };

const participant: Participant = {
  goals: [
    { weight: 6000, agreed: true, keyResults: [{ kind: 'decrease', baseline: 120, target: 40, actual: 56 }] },
    { weight: 4000, agreed: true, keyResults: [{ kind: 'milestone', done: true }] },
  ],
  answers: {
    results: { manager: [2] },
    competencies: { manager: [3], peer: [4, 3, 4] },
    collaboration: { manager: [4] },
  },
};
const sum = scored({ scheme: weighed(standard), participant });
const release = {
  k: 3,
  dimensions: [{ name: 'competencies', groups: [{ of: 'peer', value: '3.5', givers: '3-4' }] }],
  lines: [
    { id: '1', kind: 'keep', text: 'Explains things calmly.' },
    { id: '2', kind: 'differ', text: 'Was taken out.', redacted: true },
  ],
};
const full = (over: Partial<Result> = {}): Result =>
  aResult({
    ...sum,
    computedGrade: sum.grade,
    self: { results: '4', competencies: '3', collaboration: 'none' },
    reviews: JSON.stringify(release),
    goals: [
      {
        id: 'g1',
        version: 2,
        title: 'Cut *the* backlog',
        weight: 6000,
        keyResults: [
          { id: 'k1', title: 'open tickets', attainment: '0.8', before: '0.5' },
          { id: 'k2', title: 'new tool', exclusion: { reason: 'Bought by another unit.', by: 'bo', at } },
        ],
      },
      {
        id: 'g2',
        version: 1,
        title: 'Handbook',
        weight: 4000,
        keyResults: [{ id: 'k3', title: 'handbook', attainment: '1' }],
      },
    ],
    narrative: {
      by: 'bo',
      at,
      strengths: 'Calm on call.',
      improve: 'Say earlier when a date slips.',
      gaps: [
        { dimension: 'results', cause: 'Two projects.', measure: 'One at a time.' },
        { dimension: 'collaboration', cause: 'Not below.', measure: 'Not shown.' },
      ],
    },
    ...over,
  });
const draw = (
  result: Result,
  how: Partial<Parameters<typeof summaryCard>[0]> = {},
  view: typeof en | typeof zh = en,
) => transcript(summaryCard({ result, receipt: aReceipt(), place, own: true, ...how })(view));

test('the whole summary', () => {
  const card = draw(full());
  expect(card).toMatch(/^# Your result · 2027 Q1: B, \d\.\d\d\n/);
  expect(card).toContain(
    '[radar: Levels from 1 to 5 by dimension. own view: results 4, competencies 3, collaboration –. manager: results 2, competencies 3, collaboration 4. colleagues: results –, competencies 3.5, collaboration –.]',
  );
  expect(card).toContain('Cut *the* backlog · weight 60 % · 80 % reached');
  expect(card).toContain('• open tickets: 80 %; by the target before it was lowered 50 %');
  expect(card).toContain('• new tool: left out – Bought by another unit.');
  expect(card).toContain('results – why: Two projects.\nWhat helps: One at a time.');
  expect(card).not.toContain('Not shown.');
  expect(card).toContain('Keep: Explains things calmly.');
  expect(card).not.toContain('Was taken out.');
  expect(card).toContain('Written by @bo.');
});

test('in Chinese, with a calibrated grade and both sentences of an appeal', () => {
  const override = { from: 'B', to: 'A', reason: '三月的抢修。', by: 'hanna', at } as const;
  const card = draw(
    full({ grade: 'A', override, appeal: { id: 'a', reasons: '手册是本人完成的。', by: ['lin'] } }),
    {},
    zh,
  );
  expect(card).toContain('# 你的绩效结果 · 2027 Q1：A，');
  expect(card).toContain('计算等级 B，校准后 A。原因：三月的抢修。');
  expect(card).toContain('经申诉决定。理由：手册是本人完成的。');
  expect(card).toContain('5月10日周一前可以申诉。签收不影响申诉的权利。');
});

test('labels only: no number of the score anywhere on it, nor on the record', () => {
  const frozen = { ...standard, rewards: { ...standard.rewards, labelsOnly: true } };
  const result = full({ scheme: frozen });
  const shown = sum.computed.dimensions.map((d) => ('shown' in d ? d.shown : ''));
  const card = draw(result);
  expect(card).toContain('# Your result · 2027 Q1: B\n');
  expect(card).toContain('| results | met | below |');
  const file = recordFile({ result, receipt: aReceipt(), place, own: true }, (id) => id, en).bytes.toString();
  for (const text of [card, file])
    for (const number of [sum.final ?? '', ...shown]) expect(text).not.toContain(number);
});

test('no rating, no score: said with the reason, and what can be done', () => {
  expect(draw(aResult({ unrated: 'noEvaluator' }))).toContain(
    'There is no rating: nobody was named who could rate.',
  );
  const open = scored({ scheme: weighed(standard), participant: { ...participant, answers: {} } });
  const card = draw(full({ ...open, computedGrade: null }));
  expect(card).toContain('# Your result · 2027 Q1: no grade');
  expect(card).toContain('No score could be computed');
});

test('who reads somebody else’s gets neither their buttons nor their deadlines', () => {
  const card = draw(full(), { own: false, receipt: aReceipt({ comment: 'Fair.' }) });
  expect(card).toContain('# Result of Ann Miller · 2027 Q1: B');
  expect(card).toContain('Comment: Fair.');
  expect(card).toContain('Not acknowledged yet.');
  expect(card).not.toContain('[I have read it]');
  expect(card).not.toContain('Please say by');
});

test('an appeal that has run out is said to have', () => {
  const now = new Date('2027-06-01T00:00:00Z');
  const card = transcript(
    summaryCard({ result: full(), receipt: aReceipt(), place, own: true })({ ...en, now }),
  );
  expect(card).toContain('The time for an appeal ended on Mon 10 May.');
});

test('buttons of other capabilities stand where their number says; two cannot have the same', () => {
  const about = { result: full(), receipt: aReceipt(), now: at, ...place };
  offerOnResult({ order: 1040, button: () => ({ label: 'last', token: 'x.y {}' }) });
  offerOnResult({ order: 1020, button: () => undefined });
  offerOnResult({ order: 5, button: () => ({ label: 'first', token: 'x.z {}' }) });
  const labels = resultButtons(about, en).map((b) => b.label);
  expect(labels[0]).toBe('first');
  expect(labels.at(-1)).toBe('last');
  expect(() => offerOnResult({ order: 5, button: () => undefined })).toThrow('order 5');
});

test('the seal changes with everything that a reader compares', () => {
  const one = full();
  const seals = [
    one,
    full({ name: 'Ann M.' }),
    full({ cycleName: '2027 Q2' }),
    full({ version: 2 }),
    full({ grade: 'A' }),
    full({ final: '4.99' }),
    full({ code: 'XXXX' }),
    full({ at: new Date(at.getTime() + 1) }),
  ].map(sealOf);
  expect(new Set(seals).size).toBe(seals.length);
  expect(sealOf(full())).toBe(seals[0]);
});
