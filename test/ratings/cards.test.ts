import type { View } from '../../src/core/context.ts';
import { fitted } from '../../src/core/fit.ts';
import { samples } from '../../src/ratings/samples.ts';
import { transcript } from '../kit/transcript.ts';

const view = (locale: 'en' | 'zh'): View => ({ locale, zone: 'UTC', now: new Date('2027-04-07T09:00:00Z') });
const drawn = (name: string, which: 'shortest' | 'longest', locale: 'en' | 'zh' = 'en') => {
  const found = samples.find((s) => s.name === name);
  if (!found) throw new Error(`no card ${name}`);
  return transcript(found.draw(which, view(locale)));
};

/** As small as Slack is: 50 blocks a message, 100 options. */
const narrow = { cardBytes: 400_000, elements: 50, text: 3000, buttons: 25, options: 100, token: 2000 };

test.each(samples.map((s) => [s.name, s] as const))('%s fits, in both languages', (_, s) => {
  for (const which of ['shortest', 'longest'] as const)
    for (const locale of ['en', 'zh'] as const) {
      const text = transcript(fitted(s.draw(which, view(locale)), narrow));
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      if (locale === 'zh') expect(text).toMatch(/[\u4e00-\u9fff]/);
    }
});

test('the pack says what it is about, what is asked, what happens after', () => {
  expect(drawn('pack', 'shortest')).toBe(
    [
      '# Rating of A · Q1',
      'Everything about this period in one place, then a proposal. Yours to send until Mon 12 Apr, about ten minutes.',
      'Goals and numbers',
      'Cut the backlog · weight 100 % · 80 % reached',
      '• open tickets: 56 (120 → 40) · 80 %',
      '[Confirm the number]',
      'Enter a number, or leave it out: open tickets',
      '---',
      'Month by month',
      '(Nothing was noted in this period: no check-ins, notes, kudos or feedback that both can see.)',
      'What colleagues say',
      '(Nothing from colleagues can be shown: too few people answered.)',
      '---',
      'Proposal, from everything but you',
      '| Dimension | The others | Proposal | Yours | Own view |',
      '| results | 2.33 | 3 · met | as proposed | – |',
      '| competencies | – | 3 · met | as proposed | – |',
      '| collaboration | – | 3 · met | as proposed | – |',
      '[Approve] [Adjust] [Ask for more]',
      '(After you send it, your own manager decides. The person sees nothing before the results are released.)',
    ].join('\n'),
  );
});

test('a full pack: every hint with its numbers, exclusions with their reasons, no giver', () => {
  const text = drawn('pack', 'longest');
  for (const part of ['4.30', '3.50', '(n = 7)', '0.21', '6 of 7', '8 of 10', '71 %', '9 of 12'])
    expect(text).toContain(part);
  expect(text).toContain('left out: <!channel>');
  expect(text).toContain('| team development | 3.00 | 1 · needs improvement | 4 · exceeded | – |');
  expect(text).toContain('(5+)');
});

test('the decider: levels against proposals, reasons, the score, a decision a row', () => {
  expect(drawn('decide', 'shortest')).toContain(
    'A · results 3 · competencies 3 · collaboration 3 → 2.72, C\n[Approve] [Return] [Look closer]',
  );
  const many = drawn('decide', 'longest');
  expect(many).toContain('results 5 (proposed 1)');
  expect(many).toContain('(1 more follow when these are decided.)');
});

test('in Chinese', () => {
  expect(drawn('pack', 'shortest', 'zh')).toContain('| 工作结果 | 2.33 | 3 · 达成 | 同建议 | – |');
  expect(drawn('missed', 'shortest', 'zh')).toContain('A：无人在期限内评分。');
});
