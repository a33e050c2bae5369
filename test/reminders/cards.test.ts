import type { Draw } from '../../src/core/context.ts';
import type { Task } from '../../src/core/module.ts';
import { type Digest, digestCard, olderCard, openCard, sentCard } from '../../src/reminders/cards.ts';
import { samples } from '../../src/reminders/samples.ts';
import { transcript } from '../kit/transcript.ts';

const now = new Date('2027-01-13T01:30:00Z');
const en = { locale: 'en', zone: 'Europe/Berlin', now } as const;
const zh = { locale: 'zh', zone: 'Asia/Shanghai', now } as const;
const task = (title: string, due: string): Task => ({
  key: title,
  due,
  title: () => title,
  button: { label: (l) => (l === 'en' ? 'Open' : '打开'), token: 'x {}' },
});
const digest = (more: Partial<Digest> = {}): Digest => ({
  day: '2027-01-13',
  items: [{ task: task('Goals', '2027-01-15'), left: 2 }],
  done: 0,
  resting: undefined,
  others: 0,
  team: [],
  overdue: undefined,
  ...more,
});
const drawn = (draw: Draw, view: typeof en | typeof zh = en) => transcript(draw(view));

test('a digest', () => {
  expect(drawn(digestCard(digest({ done: 1, others: 2 })))).toBe(`# One thing is due
Goals
due Fri 15 Jan, 2 working days left
[Open]
Done 1/2
(2 more are open: /perf shows everything.)
(What you finish leaves this list by itself. I write once a day at most, and only on your working days.)
[Not before the next working day]`);
});

test('the same in Chinese', () => {
  const text = drawn(digestCard(digest({ done: 1, others: 2 })), zh);
  expect(text).toContain('# 有 1 件事到期');
  expect(text).toContain('1月15日周五到期\uff0c还有 2 个工作日');
  expect(text).toContain('[下个工作日再提醒]');
});

test('due on a day without work: today is the last working day before it', () => {
  const items = [{ task: task('Goals', '2027-01-16'), left: 0 }];
  expect(drawn(digestCard(digest({ items })))).toContain('today is the last working day before it');
});

test('all rests: it says until when, and does not say that it is done', () => {
  const text = drawn(digestCard(digest({ items: [], done: 1, resting: { n: 2, until: '2027-01-14' } })));
  expect(text).toBe('# Set aside for now\n(2 things rest until Thu 14 Jan.)');
});

test('the manager’s part: names and phases; HR’s: numbers', () => {
  const text = drawn(
    digestCard(
      digest({
        items: [],
        team: [{ name: 'Ann', phase: 'planning' }],
        overdue: { phases: [{ phase: '', n: 3 }], names: [], confidential: 2 },
      }),
    ),
  );
  expect(text).toContain('# Late in your team');
  expect(text).toContain('| Ann | Planning |');
  expect(text).toContain('| Other | 3 |');
  expect(text).toContain('Confidential: 2');
});

test('long lists are counted, not cut', () => {
  const items = Array.from({ length: 14 }, () => ({ task: task('Goals', '2027-01-15'), left: 2 }));
  const team = Array.from({ length: 25 }, () => ({ name: 'Ann', phase: 'planning' }));
  const text = drawn(digestCard(digest({ items, team })));
  expect(text.match(/^Goals$/gm)).toHaveLength(10);
  expect(text).toContain('4 more are open');
  expect(text).toContain('and 5 more');
});

test('what people write stays text', () => {
  const longest = samples[0]?.draw('longest', en);
  expect(transcript(longest ?? { title: '', blocks: [] })).toContain('<!channel> **');
});

test('who still has something open, and what came of reminding them', () => {
  const open = { list: 'l', people: 12, open: 1, phases: [{ phase: 'planning', n: 1 }], team: [] };
  expect(drawn(openCard(open))).toContain('1 of 12 people have something open.\n| Phase | People |');
  expect(drawn(openCard({ ...open, open: 0 }))).toContain('Nobody of 12 has anything open.');
  const sent = { now: 0, later: 2, before: ['Ann', 'Tom'], moreBefore: 3 };
  expect(drawn(sentCard(sent))).toContain('left alone: Ann, Tom and 3 more.');
  expect(drawn(sentCard(sent), zh)).toContain('没有再打扰\uff1aAnn、Tom和另外 3 人。');
  expect(drawn(olderCard('2027-01-12'))).toContain('the reminder of Tue 12 Jan');
});
