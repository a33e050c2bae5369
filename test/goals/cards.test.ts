import type { View } from '../../src/core/context.ts';
import { fitted } from '../../src/core/fit.ts';
import { samples } from '../../src/goals/samples.ts';
import { transcript } from '../kit/transcript.ts';

const view = (locale: 'en' | 'zh'): View => ({ locale, zone: 'UTC', now: new Date('2027-01-05T08:00:00Z') });
const drawn = (name: string, which: 'shortest' | 'longest', locale: 'en' | 'zh' = 'en') => {
  const found = samples.find((s) => s.name === name);
  if (!found) throw new Error(`no card ${name}`);
  return found.draw(which, view(locale));
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

test('an empty sheet says what it is about, what is asked, what happens after', () => {
  expect(transcript(drawn('goals', 'shortest'))).toBe(
    [
      '# Your goals for Q1',
      'Three to seven goals that matter this period, with a number or a clear end each. Due Fri 15 Jan, about 10 minutes.',
      '(Two minutes on good goals. Specific: what changes, for whom. Measurable: a number or an end that both of you would recognise. Achievable: a stretch, not a wish. Relevant: it serves a goal of the company or your manager. Timed: by when. “Better support” becomes “cut open tickets from 120 to 40 by the end of March”.)',
      '[Got it]',
      '(Your manager agrees each goal or sends it back with a comment. When all are agreed, both of you confirm them as your performance contract. You, the managers above you, HR and named partners can read them.)',
      '[Write a goal]',
    ].join('\n'),
  );
});

test('one goal for the manager: sentence, hints, three ways on', () => {
  expect(transcript(drawn('review', 'shortest'))).toBe(
    [
      '# Goals of A · Q1',
      'Weights: 100 %',
      'Cut the backlog · 100 % · with your manager',
      '• Cut open tickets from 120 to 40 – from ticket system, confirmed by the manager.',
      '(S ✓  M ✓  A ✓',
      'R: which goal of the company or of the manager does it serve?',
      'T: by when? A date makes it easier to plan, for example the end of the period.)',
      '[Agree] [Return with a comment] [Propose a change]',
      '[Propose a goal] [Promise support] [Contract]',
    ].join('\n'),
  );
});

test('the team as one card', () => {
  expect(transcript(drawn('team', 'shortest'))).toContain('| A | 1 | 100 % | 1 | 1 to decide |');
});

test('in Chinese', () => {
  expect(transcript(drawn('team', 'shortest', 'zh'))).toContain('1 人中已有 1 人提交目标');
  expect(transcript(drawn('contract', 'shortest', 'zh'))).toContain(
    '数据来自ticket system，由你的直线经理确认。',
  );
});
