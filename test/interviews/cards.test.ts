/** The cards as each of the two reads them. */
import type { View } from '../../src/core/context.ts';
import { talkCard } from '../../src/interviews/cards.ts';
import { readCard } from '../../src/interviews/cards-notes.ts';
import { officeCard } from '../../src/interviews/cards-office.ts';
import { teamCard } from '../../src/interviews/cards-team.ts';
import { notesForm, timeForm } from '../../src/interviews/forms.ts';
import { type Interview, interviewFlow } from '../../src/interviews/model.ts';
import { samples } from '../../src/interviews/samples.ts';
import type { Talk } from '../../src/interviews/talk.ts';
import { formTranscript, transcript } from '../kit/transcript.ts';
import { fresh } from './arrange.ts';

const en: View = { locale: 'en', zone: 'Europe/Berlin', now: new Date('2027-04-28T09:00:00Z') };
const zh: View = { ...en, locale: 'zh', zone: 'Asia/Shanghai' };
const bo = { id: 'bo', name: 'Bo Larsen', zone: 'Europe/Berlin' };
const ann = { id: 'ann', name: 'Ann Miller', zone: 'America/New_York' };
const talk = (i: Partial<Interview>, side: Talk['side'], over: Partial<Talk> = {}): Talk => ({
  interview: fresh(i),
  cycle: '2027 Q1',
  side,
  person: ann,
  manager: bo,
  due: '2027-05-14',
  slots: [],
  odd: [],
  alone: false,
  ...over,
});
const drawn = (t: Talk, view = en) => transcript(talkCard(t)(view));
const at = new Date('2027-05-04T14:00:00Z');

test('due, for the manager: why, by when, three times on both clocks', () => {
  const slots = [{ at, outside: [0, 0] as const }];
  expect(drawn(talk({ state: 'due', reasons: ['grade', 'changed'] }, 'manager', { slots }))).toBe(
    [
      '# Conversation with Ann Miller',
      'About the result of 2027 Q1.',
      'You meet face to face: a C or a D is always talked about; the grade was changed after it was computed.',
      'Please talk by Fri 14 May; 45 minutes are usual. Choose a time, and @ann answers with one tap.',
      'Propose a time: Tue 4 May, 16:00 (Ann Miller: 10:00)',
      '(All inside the working hours and workdays of both. I can’t see your calendars, so please look there first.)',
      '[Another time] [Agenda] [We have talked]',
    ].join('\n'),
  );
});

test('the manager before has confirmed: who confirmed is named, to both, in both languages', () => {
  const passed: Partial<Interview> = {
    state: 'confirmed',
    heldOn: '2027-04-28',
    notes: { agreed: 'One hour a week.', steps: [] },
    confirmed: ['manager'],
    confirmedBy: 'carla',
  };
  expect(drawn(talk(passed, 'person'))).toContain('@carla has confirmed; your word is missing.');
  expect(drawn(talk(passed, 'manager'))).toContain(
    '@carla, who led before you, has confirmed; @ann has not yet.',
  );
  expect(drawn(talk(passed, 'manager'), zh)).toContain('之前的经理 @carla 已确认，正在等 @ann 确认。');
  expect(drawn(talk({ ...passed, confirmedBy: 'bo' }, 'manager'))).toContain('You have confirmed; @ann');
});

test('without a common hour the card says so; on the same clock one time is enough', () => {
  const slots = [{ at, outside: [0, 30] as const }];
  const card = drawn(
    talk({ state: 'due', reasons: ['asked'] }, 'manager', { slots, person: { ...ann, zone: bo.zone } }),
  );
  expect(card).toContain('Your working hours do not overlap');
  expect(card).toContain('Propose a time: Tue 4 May, 16:00\n');
});

test('in Chinese, to the person: a proposal with one obvious tap', () => {
  const card = drawn(
    talk(
      { state: 'proposed', reasons: ['asked'], proposal: { at, by: 'manager', place: '3 号会议室' } },
      'person',
    ),
    zh,
  );
  expect(card).toBe(
    [
      '# 与 Bo Larsen 的面谈',
      '关于 2027 Q1 的绩效结果。',
      '这次需要当面聊：有一方希望当面聊。',
      '@bo 提议 2027-05-04T14:00:00.000Z 聊 45 分钟。',
      '地点：3 号会议室',
      '[可以] [换个时间] [做点准备] [我们聊过了]',
    ].join('\n'),
  );
});

test('titles say nothing that a bystander should not read', () => {
  for (const { name, draw } of samples)
    for (const view of [en, zh])
      expect([name, draw('shortest', view).title]).toEqual([
        name,
        expect.not.stringMatching(/\b[SABCD]\b,|grade|score|improvement|等级|分数|改进/),
      ]);
});

test('what the person prepares is not on the manager’s card in any state, until it is shared', () => {
  for (const state of interviewFlow.states) {
    const prepared = { ask: 'Why not an A?', talk: 'More time' };
    const base = {
      state,
      prepared,
      proposal: { at, by: 'person' as const },
      agreed: { at },
      heldOn: '2027-04-28',
    };
    expect(drawn(talk(base, 'manager'))).not.toMatch(/Why not an A|More time/);
    expect(drawn(talk({ ...base, prepared: { ...prepared, shared: true } }, 'manager'))).toContain(
      'Why not an A?',
    );
    const reading = {
      interview: fresh({ ...base, prepared: { ...prepared, shared: true } }),
      name: 'Ann',
      cycle: 'Q1',
    };
    expect(transcript(readCard(reading)(en))).not.toContain('Why not an A?');
  }
});

test('nor is anybody’s answer whether it helped on a card of the other or of HR', () => {
  const helped = { person: { answer: 'no' as const, by: 'ann', at } };
  const asked = fresh({ state: 'done', heldOn: '2027-04-28', helped, askedHelp: at });
  const base = fresh({ state: 'done', heldOn: '2027-04-28' });
  expect(drawn(talk(asked, 'manager'))).toBe(drawn(talk(base, 'manager')));
  const read = (interview: Interview) => transcript(readCard({ interview, name: 'Ann', cycle: 'Q1' })(en));
  expect(read(asked)).toBe(read(base));
});

test('written by somebody who has moved on: their name stays with their words', () => {
  const written = { seen: 'You rewrote the guide.', next: 'Lead the next one.', by: 'carla' };
  expect(drawn(talk({ state: 'written', written, confirmed: ['manager'] }, 'person'))).toContain(
    'What @carla saw and what it changed: You rewrote the guide.',
  );
});

test('nobody to talk with: the card says who names somebody, and asks nothing', () => {
  const card = drawn(talk({ state: 'due', reasons: ['grade'] }, 'person', { alone: true }));
  expect(card).toContain('HR names somebody');
  expect(card).not.toContain('[');
});

test('a large team turns pages and every row can be opened', () => {
  const rows = Array.from({ length: 65 }, (_, n) => ({
    interview: fresh({ person: `p${n}` }),
    name: `Name ${n}`,
  }));
  const team = { cycle: 'q1', name: '2027 Q1', due: '2027-05-14', rows };
  const seen = [0, 1, 2].map((page) => transcript(teamCard(team, page)(en)));
  for (const { name } of rows) expect(seen.filter((card) => card.includes(`| ${name} |`))).toHaveLength(1);
  expect(transcript(teamCard(team, 99)(en))).toBe(seen[2]);
});

test('HR: counts, names of managers only, numbers of answers', () => {
  const card = transcript(
    officeCard({
      cycle: 'q1',
      name: '2027 Q1',
      due: '2027-04-23',
      counts: { due: 2, proposed: 1, done: 9 },
      late: [
        { name: 'Bo Larsen', n: 2 },
        { name: undefined, n: 1 },
      ],
      alone: ['陈伟'],
      silent: [{ name: '赵敏', silent: 1, held: 3 }],
      help: {
        _id: 'q1',
        rev: 1,
        person: { yes: 2, partly: 1, no: 0 },
        manager: { yes: 0, partly: 0, no: 0 },
      },
    })(en),
  );
  expect(card).toContain('Required, not held yet: 3');
  expect(card).toContain('| Bo Larsen | 2 |\n| nobody named | 1 |');
  expect(card).toContain('| 赵敏 | 1 of 3 |');
  expect(card).toContain('Nobody to talk to: a conversation is required');
  expect(card).toContain('nobody leads 陈伟. Please name somebody');
  expect(card).toContain('| employees | 2 | 1 | 0 |');
  expect(card).not.toContain('| managers |');
});

test('forms are filled in as far as it is known', () => {
  const i = fresh({ notes: { agreed: 'A', steps: [{ what: 'Plan', by: '2027-05-14' }] } });
  expect(formTranscript(notesForm(i, 'ann', '2027-04-28', en))).toBe(
    [
      '# What did you agree?',
      'When you talked*: 2027-04-28',
      'What you agreed*: A',
      'Next step 1: Plan',
      'Step 1: by when: 2027-05-14',
      'Next step 2: …',
      'Step 2: by when: …',
      'Next step 3: …',
      'Step 3: by when: …',
      'Support promised: …',
    ].join('\n'),
  );
  expect(formTranscript(timeForm(i, 'ann', en))).toContain('Day*: 2027-04-29');
});
