import { Refusal } from '../../src/core/errors.ts';
import { explain } from '../../src/ratings/explain.ts';
import type { Level } from '../../src/ratings/model.ts';
import {
  type Act,
  adjust,
  answer,
  approve,
  ask,
  canUndo,
  type Frozen,
  handOver,
  missed,
  needsReason,
  passOn,
  reexamine,
  sendBack,
  submit,
  unanswered,
  undo,
} from '../../src/ratings/rules.ts';
import { bare, plainFull } from '../../src/ratings/sample-things.ts';

const now = new Date('2027-04-07T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const act = (by: string, at = now): Act => ({
  by,
  now: at,
  voice: { name: (id) => id.toUpperCase(), moment: (_, when) => when.toISOString() },
});
const frozen: Frozen = {
  dimensions: [{ name: 'results', proposal: 3, level: 4 }],
  basis: { scheme: { k: 3, cap: '1.2', dimensions: [] }, participant: { goals: [], answers: {} } },
  goals: [],
  computed: explain(plainFull.preview),
  final: '3.40',
  grade: 'B',
  decider: 'chen',
};
const sent = submit(bare, 0, frozen, act('bo'));
const due = later(10_000);
const refused = (run: () => unknown): string => {
  try {
    run();
  } catch (no) {
    if (no instanceof Refusal) return no.sentence('en');
    throw no;
  }
  throw new Error('nothing was refused');
};

describe('reasons', () => {
  const cases: [Level, Level | undefined, boolean][] = [
    [3, 3, false],
    [4, 3, false],
    [5, 3, true],
    [5, 4, true],
    [5, 5, false],
    [1, 1, false],
    [1, 2, true],
    [2, 4, true],
    [3, undefined, false],
    [5, undefined, true],
    [1, undefined, true],
  ];
  test.each(cases)('level %s against proposal %s: %s', (level, proposal, needed) => {
    expect(needsReason(level, proposal)).toBe(needed);
  });
  test('the missing one is marked', () => {
    const given = [
      { name: 'results', proposal: 3 as const, level: 3 as const },
      { name: 'competencies', level: 5 as const },
    ];
    try {
      adjust(bare, given, [], act('bo'));
    } catch (no) {
      expect(Object.keys((no as Refusal).fields)).toEqual(['reason_1']);
    }
    expect(
      adjust(
        bare,
        given.map((d) => ({ ...d, reason: 'because' })),
        ['e1'],
        act('bo'),
      ),
    ).toMatchObject({
      cites: ['e1'],
    });
  });
  test('what is optional may stay empty', () => {
    const given = [
      { name: 'a' },
      { name: 'b', proposal: 3 as const },
      { name: 'c', level: 2 as const },
      { name: 'd' },
    ];
    expect(unanswered(given, ['d']).map((d) => d.name)).toEqual(['a']);
  });
});

describe('one decision', () => {
  test('submitting freezes; its mean is exact', () => {
    expect(sent).toMatchObject({ state: 'submitted', version: 1, own: '4', final: '3.40', decider: 'chen' });
    expect(refused(() => submit(sent, 1, frozen, act('bo')))).toContain('Already sent: BO');
    expect(refused(() => submit(bare, 3, frozen, act('bo')))).toContain('moved on');
  });
  test('approved once; whoever comes second hears who and when', () => {
    const done = approve(sent, 1, act('chen'));
    expect(done).toMatchObject({ state: 'approved', approved: { by: 'chen' } });
    expect(refused(() => approve(done, 1, act('hanna')))).toBe(
      `Already approved: CHEN, ${now.toISOString()}.`,
    );
    expect(refused(() => sendBack(done, 1, { reason: 'x', due }, act('hanna')))).toContain(
      'Already approved',
    );
  });
  test('an older version is not what was seen', () => {
    expect(refused(() => approve({ ...sent, version: 2 }, 1, act('chen')))).toContain('moved on');
  });
  test('returned: longer time, never shorter', () => {
    const back = sendBack(sent, 1, { reason: 'look again', due }, act('chen'));
    expect(back).toMatchObject({ state: 'returned', due, decision: { reason: 'look again' } });
    const early = sendBack(sent, 1, { reason: 'x', due: now }, act('chen'));
    expect(early.due).toEqual(bare.due);
    expect(submit(back, 1, frozen, act('bo')).version).toBe(2);
  });
  test('HR: not what lies with the manager anyway', () => {
    expect(refused(() => reexamine(bare, { reason: 'x', due }, act('hanna')))).toContain('lies with');
    const done = approve(sent, 1, act('chen'));
    expect(reexamine(done, { reason: 'x', due }, act('hanna'))).toMatchObject({ state: 'returned' });
    expect(reexamine(missed(bare, 'notRated', now), { reason: 'x', due }, act('hanna')).state).toBe(
      'returned',
    );
  });
  test('nobody about themself, nobody about what they gave', () => {
    for (const run of [
      () => submit(bare, 0, frozen, act('ann')),
      () => adjust(bare, [], [], act('ann')),
      () => approve(sent, 1, act('ann')),
      () => sendBack(sent, 1, { reason: 'x', due }, act('ann')),
      () => reexamine(sent, { reason: 'x', due }, act('ann')),
    ])
      expect(refused(run)).toContain('themselves');
    expect(refused(() => approve(sent, 1, act('bo')))).toContain('Somebody else');
    expect(refused(() => reexamine(sent, { reason: 'x', due }, act('bo')))).toContain('Somebody else');
  });
});

describe('taking back', () => {
  test('five minutes, by the one who decided, until the next step', () => {
    expect(undo(sent, now.getTime(), act('bo', later(5)))).toMatchObject({ state: 'proposed' });
    expect(canUndo(sent, 'bo', later(6))).toBe(false);
    expect(canUndo(sent, 'chen', now)).toBe(false);
    const done = approve(sent, 1, act('chen'));
    expect(canUndo(done, 'bo', now)).toBe(false);
    expect(undo(done, now.getTime(), act('chen'))).toMatchObject({ state: 'submitted', version: 1 });
    expect(refused(() => undo(done, 5, act('chen')))).toContain('five minutes');
  });
});

describe('others', () => {
  test('overdue: somebody else, never the person', () => {
    expect(passOn(bare, 'chen', due, now)).toMatchObject({ rater: 'chen', passedOn: { from: 'bo' } });
    expect(refused(() => passOn(bare, 'ann', due, now))).toContain('moved on');
    expect(refused(() => passOn(sent, 'chen', due, now))).toContain('moved on');
  });
  test('a new manager begins anew, once; what was approved stays', () => {
    const fresh = handOver(sent, 'carla');
    expect(fresh).toMatchObject({ state: 'proposed', rater: 'carla', dimensions: [] });
    expect(fresh && handOver(fresh, 'carla')).toBeUndefined();
    expect(handOver(approve(sent, 1, act('chen')), 'carla')).toBeUndefined();
    expect(handOver(sent, 'ann')).toBeUndefined();
  });
  test('a question is answered once', () => {
    const asked = ask(
      bare,
      { id: 'q', whom: 'hr', to: ['lin', 'hanna'], by: 'bo', at: now, text: '?' },
      act('bo'),
    );
    expect(asked.waiting).toEqual(['hanna', 'lin']);
    const said = answer(asked, 'q', 'yes', act('lin'));
    expect(said.waiting).toEqual([]);
    expect(refused(() => answer(said, 'q', 'no', act('hanna')))).toContain('Already answered: LIN');
    const approved = approve(submit(asked, 0, frozen, act('bo')), 1, act('chen'));
    expect(refused(() => answer(approved, 'q', 'yes', act('lin')))).toContain('moved on');
  });
});
