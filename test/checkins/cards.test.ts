import { mineCard } from '../../src/checkins/cards.ts';
import { coachCard, digestCard, obstacleCard } from '../../src/checkins/cards-line.ts';
import { meetingCard } from '../../src/checkins/cards-told.ts';
import type { Obstacle } from '../../src/checkins/model.ts';
import { samples } from '../../src/checkins/samples.ts';
import { locales } from '../../src/core/i18n.ts';
import { transcript } from '../kit/transcript.ts';
import { aCheckIn, aRecord } from './arrange.ts';

const now = new Date('2027-02-03T15:00:00Z');
const en = { locale: 'en', zone: 'Europe/Berlin', now } as const;
const zh = { locale: 'zh', zone: 'Asia/Shanghai', now } as const;
const carried = [{ what: 'Try the new template', by: '2027-01-29', from: 'c0', since: '2027-01-18' }];
const record = aRecord({
  goal: 'goal_backlog',
  goalTitle: 'Cut the ticket backlog',
  numbers: [{ keyResult: 'kr1', title: 'open tickets', unit: 'tickets', actual: 72 }],
  confidence: 'atRisk',
  obstacles: 'Waiting for the test environment',
  needsHelp: true,
  deeds: [{ what: 'Agree a slot', by: '2027-02-05' }],
  commitment: 6,
  raise: 'A date that holds',
});
const obstacle: Obstacle = {
  _id: 'obstacle:checkin_1',
  rev: 1,
  checkIn: 'checkin_1',
  cycle: 'q1',
  person: 'ann',
  to: 'bo',
  state: 'open',
  text: 'Waiting for the test environment',
  goalTitle: 'Cut the ticket backlog',
  at: now,
  decided: [],
  shownTo: ['bo'],
};

test('the prompt says what it is about, asks for last time, and says who sees it', () => {
  const card = mineCard({ checkIn: aCheckIn({ carried }), manager: 'bo', begun: false });
  expect(transcript(card(en))).toBe(
    [
      '# Check-in, Mon 1 Feb',
      'Ten minutes for Cut the ticket backlog?',
      'Last time you wanted to do this. Did it happen?',
      'Try the new template, by Fri 29 Jan',
      'Action 1: Done / Partly / Not yet',
      '(What you write is seen by you and @bo. HR may ask to read it, and each look is logged. You read it over before it is sent.)',
      '[Start] [All at once, as a form]',
      '[In an hour] [Tomorrow] [Next week]',
      '[Skip with a reason] [I’d rather meet]',
    ].join('\n'),
  );
  expect(transcript(card(zh))).toContain('想和你聊聊Cut the ticket backlog，大约十分钟，现在方便吗？');
});

test('once begun the talk asks for last time itself; without a manager nobody is named', () => {
  const card = transcript(mineCard({ checkIn: aCheckIn({ carried }), manager: undefined, begun: true })(en));
  expect(card).not.toContain('Action 1');
  expect(card).toContain('[Continue]');
  expect(card).toContain('seen by you only');
  expect(card).not.toContain('rather meet');
});

test('the record reads the same for both, with what became of it', () => {
  const checkIn = aCheckIn({
    state: 'done',
    doneAt: now,
    record,
    carried: [{ ...carried[0]!, tick: 'done' }],
    remarks: [{ by: 'bo', at: now, text: 'Good that you say so' }],
  });
  const told = {
    ...obstacle,
    state: 'decided' as const,
    decided: [{ how: 'answer' as const, by: 'bo', at: now, text: 'Take mine' }],
  };
  const mine = transcript(mineCard({ checkIn, manager: 'bo', begun: true, obstacle: told })(en));
  const view = { obstacle: told, reader: 'bo', names: () => 'Ann', canEscalate: true };
  const theirs = transcript(coachCard({ checkIn, before: undefined, name: 'Ann', obstacle: view })(en));
  for (const line of [
    'Cut the ticket backlog',
    'Confidence: At risk · Commitment: 6 of 10 · open tickets: 72 tickets',
    'Agree a slot, by Fri 5 Feb',
    'Try the new template: Done',
    '@bo answered, 2027-02-03T15:00:00.000Z: Take mine',
    '@bo, 2027-02-03T15:00:00.000Z: Good that you say so',
  ]) {
    expect(mine).toContain(line);
    expect(theirs).toContain(line);
  }
  expect(mine).toContain('[Change] [Comment]');
  expect(theirs).toContain('[Comment]');
  expect(theirs).not.toContain('[Change]');
  expect(theirs).not.toContain('[Answer]');
  expect(theirs).toContain('@ann: What would make you more willing to do it');
});

test('the digest: who needs something on top, the others in a line, three questions', () => {
  const came = [
    { checkIn: aCheckIn({ _id: 'a', person: 'ann', state: 'done', record }), before: undefined },
    {
      checkIn: aCheckIn({
        _id: 'd',
        person: 'dev',
        state: 'done',
        record: aRecord({ deeds: [{ what: 'x', by: '2027-02-05' }] }),
      }),
      before: undefined,
    },
    {
      checkIn: aCheckIn({ _id: 't', person: 'tom', state: 'skipped', reason: 'Release week' }),
      before: undefined,
    },
  ];
  expect(transcript(digestCard(came, (id) => id.toUpperCase())(en))).toBe(
    [
      '# 3 check-ins today',
      'These need something from you:',
      '@ann: At risk with “Cut the ticket backlog”; needs help: Waiting for the test environment; commitment 6 of 10',
      '[Open ANN]',
      'All well:',
      '@dev: On track',
      '@tom: skipped: Release week',
      '[Open DEV] [Open TOM]',
      '---',
      'Worth asking:',
      '@ann: What would make you more willing to do it, and which smaller step would you really take?',
      '@dev: What is working so well that others should hear of it?',
      '@ann: How would you notice early that it is slipping, and what would you do then?',
    ].join('\n'),
  );
});

test('an obstacle asks for one of four answers, and says afterwards who and when', () => {
  const view = { obstacle, reader: 'bo', names: () => 'Ann', canEscalate: true };
  expect(transcript(obstacleCard(view)(en))).toBe(
    [
      '# Ann needs help',
      'In the check-in about Cut the ticket backlog, @ann wrote:',
      'Waiting for the test environment',
      '(Whatever you choose, @ann hears it at once.)',
      '[Answer] [Offer resource] [Meet] [Escalate]',
    ].join('\n'),
  );
  expect(transcript(obstacleCard({ ...view, canEscalate: false })(en))).not.toContain('Escalate');
  const up = {
    ...obstacle,
    to: 'chen',
    decided: [{ how: 'escalate' as const, by: 'bo', at: now, text: 'Please' }],
  };
  expect(transcript(obstacleCard({ ...view, obstacle: up })(en))).toContain('It now lies with @chen.');
  const there = transcript(obstacleCard({ ...view, obstacle: up, reader: 'chen' })(zh));
  expect(there).toContain('[答复] [提供支持] [当面聊]');
  expect(there).not.toContain('上报]');
});

test('a meeting reads as what each of the two can do now', () => {
  const c = aCheckIn({ meeting: { from: 'ann', to: 'bo', at: now, note: 'Priorities' } });
  expect(transcript(meetingCard(c, 'ann')(en))).toContain('You proposed to meet @bo');
  expect(transcript(meetingCard(c, 'bo')(en))).toContain('[That works] [Another time]');
});

test.each(samples.map((s) => [s.name, s] as const))(
  '%s is drawn in both languages, at both lengths',
  (_, s) => {
    for (const locale of locales)
      for (const which of ['shortest', 'longest'] as const) {
        const card = s.draw(which, { ...en, locale });
        const text = transcript(card);
        expect(card.title).not.toBe('');
        expect(text).not.toMatch(/undefined|\[object|NaN/);
        for (const block of card.blocks)
          if (block.type === 'actions') expect(block.items.length).toBeGreaterThan(0);
      }
  },
);
