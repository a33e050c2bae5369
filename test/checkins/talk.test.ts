import { isNone, questions, type Topic } from '../../src/checkins/questions.ts';
import { recordOf, ticksOf, updatesOf } from '../../src/checkins/record.ts';
import type { Goal } from '../../src/goals/model.ts';
import { aCheckIn, stuck } from './arrange.ts';

const goal = {
  _id: 'g1',
  title: 'Cut the backlog',
  state: 'agreed',
  keyResults: [
    {
      id: 'k1',
      kind: 'decrease',
      title: 'open tickets',
      unit: 'tickets',
      baseline: 120,
      target: 40,
      dataSource: '',
    },
    { id: 'k2', kind: 'milestone', title: 'template', dataSource: '' },
    { id: 'k3', kind: 'rated', title: 'manner', dataSource: '' },
    { id: 'k4', kind: 'atLeast', title: 'out', target: 1, dataSource: '', excluded: true },
  ],
} as unknown as Goal;
const other = { ...goal, _id: 'g2', title: 'Other' } as Goal;
const topic = (given: Partial<Topic> = {}): Topic => ({
  checkIn: aCheckIn({ goals: [{ id: 'g1', title: 'Cut the backlog' }] }),
  goals: [goal, other],
  manager: 'bo',
  ...given,
});
const names = (t: Topic, answers: Record<string, string> = {}) => questions(t, answers).map((q) => q.name);

describe('questions follow from the answers', () => {
  test('the whole talk', () => {
    expect(names(topic())).toEqual([
      'goal',
      'want',
      'happened',
      'confidence',
      'obstacles',
      'options',
      'support',
      'deeds',
      'commitment',
    ]);
  });
  test('numbers of the chosen goal, bound to it; not the qualitative and excluded ones', () => {
    expect(names(topic(), { goal: 'g1' })).toEqual(expect.arrayContaining(['kr_g1_k1', 'kr_g1_k2']));
    expect(names(topic(), { goal: 'g2' })).toContain('kr_g2_k1');
    expect(names(topic(), { goal: 'g1' }).filter((n) => n.startsWith('kr_'))).toHaveLength(2);
    expect(names(topic(), { goal: 'other' }).filter((n) => n.startsWith('kr_'))).toEqual([]);
  });
  test('numbers that are closed are not asked for; what was given before stays', () => {
    const t = topic({ numbersClosed: true });
    expect(names(t, { goal: 'g1' }).filter((n) => n.startsWith('kr_'))).toEqual([]);
    expect(names(t, { goal: 'g1', kr_g1_k1: '72' })).toContain('kr_g1_k1');
  });
  test('the only goal needs no question', () => {
    expect(names(topic({ goals: [goal] })).slice(0, 3)).toEqual(['want', 'kr_g1_k1', 'kr_g1_k2']);
    expect(names(topic({ goals: [] }))).not.toContain('goal');
  });
  test('help is offered for a real obstacle, to somebody who has a manager', () => {
    expect(names(topic(), { obstacles: 'The room' })).toContain('tell');
    for (const none of ['', 'None.', '没有', '-'])
      expect(names(topic(), { obstacles: none })).not.toContain('tell');
    expect(names(topic({ manager: undefined }), { obstacles: 'The room' })).not.toContain('tell');
  });
  test('what would make it an 8 is asked below 7', () => {
    expect(names(topic(), { commitment: '6' })).toContain('raise');
    expect(names(topic(), { commitment: '7' })).not.toContain('raise');
  });
  test('a goal that is no longer agreed stays a choice once it was chosen', () => {
    const t = topic({ goals: [other] });
    const choice = questions(t, { goal: 'g1' }).find((q) => q.name === 'goal');
    expect(choice?.options?.map((o) => o.value)).toEqual(['g2', 'g1', 'other']);
  });
  test('last time’s actions are asked for until they are ticked', () => {
    const carried = [
      { what: 'a', from: 'x', since: '2027-01-01' },
      { what: 'b', from: 'x', since: '2027-01-01', tick: 'done' as const },
    ];
    const t = topic({ checkIn: aCheckIn({ carried }) });
    expect(names(t).slice(0, 2)).toEqual(['did_0', 'goal']);
    expect(ticksOf(t, { did_0: 'partly' })).toEqual({ 0: 'partly' });
  });
});

describe('the record', () => {
  const answers = { ...stuck, goal: 'g1', kr_g1_k1: '72', kr_g1_k2: 'yes', kr_g2_k1: '5' };
  test('holds what applies, and reads days from where the person is', () => {
    expect(recordOf(topic(), answers, '2027-02-03')).toEqual({
      goal: 'g1',
      goalTitle: 'Cut the backlog',
      want: stuck.want,
      numbers: [
        { keyResult: 'k1', title: 'open tickets', unit: 'tickets', actual: 72 },
        { keyResult: 'k2', title: 'template', done: true },
      ],
      happened: stuck.happened,
      confidence: 'atRisk',
      obstacles: stuck.obstacles,
      needsHelp: true,
      options: stuck.options,
      support: stuck.support,
      deeds: [
        { what: 'Agree a slot with the platform team', by: '2027-02-05' },
        { what: 'Write down the open questions' },
      ],
      commitment: 6,
      raise: stuck.raise,
    });
  });
  test('an answer to a question that is gone does not count', () => {
    const r = recordOf(topic(), { ...answers, obstacles: '', commitment: '9' }, '2027-02-03');
    expect(r).toMatchObject({ needsHelp: false, commitment: 9 });
    expect(r.raise).toBeUndefined();
  });
  test('goals learn numbers and confidence once; a correction passes on what it corrects', () => {
    const first = recordOf(topic(), answers, '2027-02-03');
    expect(updatesOf(goal, first, undefined)).toEqual([
      { keyResult: 'k1', actual: 72, confidence: 'atRisk' },
      { keyResult: 'k2', done: true, confidence: 'atRisk' },
      { keyResult: 'k3', confidence: 'atRisk' },
    ]);
    expect(updatesOf(goal, first, first)).toEqual([]);
    const second = recordOf(topic(), { ...answers, kr_g1_k1: '70' }, '2027-02-03');
    expect(updatesOf(goal, second, first)).toEqual([{ keyResult: 'k1', actual: 70, confidence: 'atRisk' }]);
  });
  test('a corrected record keeps the numbers of a goal that is gone', () => {
    const record = recordOf(topic(), answers, '2027-02-03');
    const later = topic({ goals: [other], checkIn: aCheckIn({ ...topic().checkIn, state: 'done', record }) });
    expect(recordOf(later, answers, '2027-02-03')).toMatchObject({ goal: 'g1', numbers: record.numbers });
  });
  test.each(['no', 'None', 'n/a', '无', '暂无。', '没有'])('%s is no obstacle', (t) =>
    expect(isNone(t)).toBe(true),
  );
  test.each(['no budget', '没有预算', 'Nonesuch'])('%s is one', (t) => expect(isNone(t)).toBe(false));
});
