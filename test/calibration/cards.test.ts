/** The cards as their readers see them: what is asked first, the guideline as a warning, nothing that tells. */
import { listCard } from '../../src/calibration/cards-list.ts';
import { roomCard } from '../../src/calibration/cards-room.ts';
import { type Looked, rowCard } from '../../src/calibration/cards-row.ts';
import { countGrades, measured } from '../../src/calibration/guideline.ts';
import type { List, Room } from '../../src/calibration/scene.ts';
import type { Grade } from '../../src/cycles/model.ts';
import { cycle, sent } from '../../src/ratings/sample-things.ts';
import { transcript } from '../kit/transcript.ts';
import { anOverride, aRow, aSession, at } from './things.ts';

const counts = countGrades([...'SSAAABBBBBBBCD'] as Grade[]);
const measures = measured(counts, { s: 10, sa: 35, team: 10 });
const names = (id: string): string => ({ hanna: 'Hanna', bo: 'Bo' })[id] ?? id;
const view = (locale: 'en' | 'zh', now = at) => ({ locale, zone: 'UTC', now });

const list: List = {
  session: aSession(),
  cycle,
  reader: 'hanna',
  sort: 'score',
  page: 0,
  pages: 1,
  rows: [aRow(), aRow({ person: 'dev', name: 'Dev', computed: 'C', grade: 'B', score: '2.25' })],
  people: 14,
  hidden: true,
  counts,
  against: { kind: 'own', measures },
  team: 10,
  hints: [{ name: 'Bo', hints: [{ kind: 'lenient', mean: '4.33', organisation: '3.40', n: 6 }] }],
  unrated: ['Mei'],
  behind: 2,
  signed: [],
  mine: { closes: true, signed: false, looked: false, officer: true },
  names,
};

test('a list over the guideline: the chart says the caps, the sentence warns, nothing is moved', () => {
  const card = listCard(list)(view('en'));
  const text = transcript(card);
  expect(card.tone).toBe('attention');
  expect(text).toContain('[bar: Grades: S (at most 1) 2, S and A (at most 4) 5, A 3, B 7, C 1 and D 1.]');
  expect(text).toContain('S: 2, where the guideline has at most 1 (10 %). It warns only');
  expect(text).toContain('| Dev | Bo | 2.25 | C → B |');
  expect(text).toContain('Mild: ratings average 4.33, the company’s 3.40 (n = 6).');
  expect(text).toContain('Without a rating, so without a grade to calibrate: Mei.');
  expect(text).toContain('Not here yet: 2 people');
  expect(text.indexOf('Please look at 14 people')).toBeLessThan(text.indexOf('[bar'));
});

test('the same in Chinese', () => {
  const text = transcript(listCard(list)(view('zh')));
  expect(text).toContain('请看一看 14 人的等级');
  expect(text).toContain('S：2 人，参考上限为 1 人（10%）。仅作提醒');
});

test.each([
  [{ closes: true, signed: false, looked: false, officer: false }, [], ['[Close]']],
  [{ closes: true, signed: true, looked: false, officer: false }, ['Hanna'], ['[Take my agreement back]']],
  [{ closes: true, signed: false, looked: false, officer: false }, ['Bo'], ['[Confirm close]']],
  [{ closes: false, signed: false, looked: false, officer: false }, [], ['[I have looked through]']],
  [{ closes: false, signed: false, looked: true, officer: false }, [], []],
])('who presses what: %j', (mine, signed, expected) => {
  const text = transcript(
    listCard({ ...list, mine, signed: signed.map((name) => ({ name, at })) })(view('en')),
  );
  const all = ['[Close]', '[Take my agreement back]', '[Confirm close]', '[I have looked through]'];
  expect(all.filter((label) => text.includes(label))).toEqual(expected);
});

test('closed: who and when; HR alone can open it again', () => {
  const session = aSession({ state: 'closed', closedAt: at });
  const closed = {
    ...list,
    session,
    closedAt: at,
    signed: [
      { name: 'Hanna', at },
      { name: 'Bo', at },
    ],
  };
  const text = (officer: boolean) =>
    transcript(listCard({ ...closed, mine: { ...list.mine, officer } })(view('en')));
  expect(text(true)).toContain('by Hanna and Bo');
  expect(text(true)).toContain('[Open again]');
  expect(text(false)).not.toContain('[Open again]');
  expect(text(true)).not.toContain('[Close]');
});

test('a small session is counted with others, or not measured at all', () => {
  const pooled = { kind: 'pooled' as const, units: ['Product', 'Design'], people: 14, measures };
  expect(transcript(listCard({ ...list, against: pooled })(view('en')))).toContain(
    'Product and Design together: 14 people',
  );
  const small = transcript(listCard({ ...list, against: { kind: 'small' } })(view('en')));
  expect(small).toContain('the guideline says nothing here');
  expect(small).not.toContain('at most');
});

test('the room lists nobody, and counts nothing where it would tell', () => {
  const room: Room = { session: aSession(), cycle, people: 14, looked: 2, signed: ['Hanna'], names };
  const text = transcript(roomCard(room)(view('en')));
  expect(text).toContain('There is no chart here');
  expect(text).toContain('Looked through so far: 2 of 4.');
  expect(text).not.toMatch(/Ann|Dev|→|\[bar/);
  expect(transcript(roomCard({ ...room, counts, measures })(view('en')))).toContain(
    '[bar: Grades: S (at most 1) 2',
  );
});

describe('one row', () => {
  const looked: Looked = {
    session: aSession(),
    cycle,
    row: aRow({ grade: 'A' }),
    overrides: [anOverride()],
    reader: { id: 'hanna', above: new Set() },
    partnerOf: [],
    line: new Set(),
    names,
    rating: sent,
    hints: [],
    history: [anOverride({ _id: 'o0', undone: at }), anOverride()],
    notes: [],
    who: 'hanna',
    may: { change: true, propose: false, reexamine: true },
  };
  const text = (given: Partial<Looked> = {}, now = at) =>
    transcript(rowCard({ ...looked, ...given })(view('en', now)));

  test('both grades, the history with its reason, what was taken back without it', () => {
    expect(text()).toContain('Computed B, calibrated A. The score stays.');
    expect(text()).toContain('Carried two other teams in March.');
    expect(text().match(/Carried two/g)).toHaveLength(1);
    expect(text()).toContain('taken back');
  });

  test('both attainments of a target that was lowered after mid-period', () => {
    const [goal] = sent.goals;
    const kr = { id: 'k', title: 'open tickets', attainment: '1', before: '0.8' };
    const goals = goal ? [{ ...goal, keyResults: [kr] }] : [];
    expect(text({ rating: { ...sent, goals } })).toContain(
      'open tickets: 100 % reached; by the target that held before it was lowered after mid-period 80 %',
    );
  });

  test('undo for five minutes; nothing to press once it is closed or released', () => {
    expect(text()).toContain('[Undo]');
    expect(text({}, new Date(at.getTime() + 301_000))).not.toContain('[Undo]');
    expect(text({ session: aSession({ state: 'closed' }) })).not.toContain('[Change grade]');
    expect(text({ row: aRow({ state: 'released' }) })).not.toMatch(/\[Change grade\]|\[Return/);
    expect(text({ may: { change: false, propose: true, reexamine: false } })).toContain(
      '[Propose another grade]',
    );
  });
});
