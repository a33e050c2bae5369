/** Who may follow whom: how a decision comes about. */
import { running } from '../../src/appeals/clocks.ts';
import type { Ruling } from '../../src/appeals/model.ts';
import { deciders, type WhyNot } from '../../src/appeals/rules.ts';
import {
  agree,
  decide,
  discuss,
  draft,
  escalate,
  finish,
  nameSecond,
  renameRerater,
  rerate,
} from '../../src/appeals/rules-decide.ts';

import { act, checklist, days, decided, drafted, hearing, no, refusal, upheld } from './things.ts';

describe('the decision', () => {
  test('counts when all agree to the same draft', () => {
    const first = agree(drafted(), 1, undefined, no, act('zhao'));
    expect(first.decided).toBeUndefined();
    expect(refusal(() => agree(first.appeal, 1, undefined, no, act('zhao')))).toContain('already');
    const changed = draft(first.appeal, upheld, no, act('carla'));
    expect(changed.draft).toMatchObject({ n: 2, agreed: [] });
    expect(refusal(() => agree(changed, 1, undefined, no, act('zhao')))).toContain('draft has changed');
    expect(decided()).toMatchObject({ state: 'decided', decision: { by: ['zhao', 'carla'] } });
  });

  test('nobody outside the panel, nor one who has become part of the line since', () => {
    for (const by of ['bo', 'chen', 'lin', 'hanna', 'dev'])
      expect(refusal(() => draft(hearing(), upheld, no, act(by)))).toContain('Only those who decide');
    const promoted: WhyNot = (id) => (id === 'carla' ? 'line' : no(id));
    const half = agree(drafted(), 1, undefined, no, act('zhao')).appeal;
    expect(refusal(() => agree(half, 1, undefined, promoted, act('carla')))).toContain('in the line above');
  });

  test('reasons and all four questions', () => {
    const bare = drafted({ ...upheld, reasons: ' ' });
    expect(refusal(() => agree(bare, 1, undefined, no, act('zhao')))).toContain('write the reasons');
    const three = drafted({ ...upheld, checklist: checklist.slice(1) });
    expect(refusal(() => agree(three, 1, undefined, no, act('zhao')))).toContain('all four questions');
  });

  test('an adjustment changes something, and never for the worse', () => {
    const adjusted = drafted({ ...upheld, outcome: 'adjusted' });
    const with_ = (settled: object) =>
      refusal(() =>
        agree(adjusted, 1, { grade: 'B', goals: [], changes: true, ...settled }, no, act('zhao')),
      );
    expect(with_({ changes: false })).toContain('Nothing differs');
    expect(with_({ lower: 'score' })).toContain('never does that');
    expect(with_({})).toBe('not refused');
  });

  test('a word to the others: nobody has agreed any more', () => {
    const half = agree(drafted(), 1, undefined, no, act('zhao')).appeal;
    const discussed = discuss(half, 1, 'Look at March', no, act('carla'));
    expect(discussed).toMatchObject({
      draft: { agreed: [] },
      notes: [{ by: 'carla', text: 'Look at March' }],
    });
  });
});

describe('rating anew', () => {
  const anew = (rerater: string): Ruling => ({ ...upheld, outcome: 're-rate', rerater });

  test('nobody of the line, nobody of the case', () => {
    expect(refusal(() => drafted(anew('chen')))).toContain('line above');
    expect(refusal(() => drafted(anew('carla')))).toContain('another part');
    expect(refusal(() => drafted(anew('lin')))).toContain('another part');
  });

  test('has five working days, and the escalation waits for it', () => {
    const a = decided(anew('nina'));
    expect(running(a)).toEqual([{ clock: 'rerate', day: '2027-05-03' }]);
    expect(refusal(() => escalate(a, 'x', [], no, act('dev')))).toContain('new rating comes first');
    expect(finish(a, act('system', days(60)))).toBeUndefined();
    expect(refusal(() => rerate(a, no, act('zhao')))).toContain('named rates anew');
    const rated = rerate(a, no, act('nina', days(4)));
    expect(rated.days.escalate).toBe('2027-05-10');
    expect(refusal(() => rerate(rated, no, act('nina')))).toContain('moved on');
  });

  test('somebody else can be named, with days of their own', () => {
    const a = { ...decided(anew('nina')), told: ['rerate' as const] };
    const other = renameRerater(a, 'tom', no, act('hanna', days(9)));
    expect(other).toMatchObject({ decision: { rerater: 'tom' }, days: { rerate: '2027-05-13' }, told: [] });
    expect(refusal(() => renameRerater(a, 'zhao', no, act('hanna')))).toContain('another part');
  });
});

describe('escalation', () => {
  test('once, in time, by the person, to nobody of the first instance', () => {
    expect(decided().days.escalate).toBe('2027-05-03');
    expect(refusal(() => escalate(decided(), 'x', [], no, act('bo')))).toContain('Only the person');
    expect(refusal(() => escalate(decided(), 'x', [], no, act('dev', days(9))))).toContain('until Mon 3 May');
    expect(refusal(() => escalate(decided(), 'x', ['zhao', 'tom'], no, act('dev')))).toContain(
      'another part',
    );
    const a = escalate(decided(), 'x', ['hanna', 'eve'], no, act('dev', days(2)));
    expect(a).toMatchObject({ state: 'escalated', days: { conclude: '2027-05-13' } });
    expect(refusal(() => escalate(a, 'x', [], no, act('dev')))).toContain('escalated once');
    expect(deciders(a)).toEqual(['hanna', 'eve']);
  });

  test('two decide finally, and they decide themselves', () => {
    const alone = escalate(decided(), 'x', ['hanna'], no, act('dev'));
    const with_ = draft(alone, upheld, no, act('hanna'));
    expect(refusal(() => agree(with_, 1, undefined, no, act('hanna')))).toContain('yet to be named');
    expect(refusal(() => nameSecond(alone, ['hanna'], no, 3, act('hanna')))).toContain('Two people');
    expect(refusal(() => nameSecond(alone, ['hanna', 'carla'], no, 3, act('hanna')))).toContain(
      'another part',
    );
    const two = nameSecond(alone, ['hanna', 'tom'], no, 3, act('hanna'));
    expect(refusal(() => draft(two, { ...upheld, outcome: 're-rate' }, no, act('tom')))).toContain(
      'the last one',
    );
    const first = agree(draft(two, upheld, no, act('tom')), 1, undefined, no, act('tom')).appeal;
    const { appeal, decided: both } = agree(first, 1, undefined, no, act('hanna'));
    if (!both) throw new Error('not decided');
    const last = decide(appeal, both, act('hanna'));
    expect(last).toMatchObject({ state: 'final', open: false, conclusion: { by: ['hanna', 'tom'] } });
  });

  test('without it the decision is final after five working days', () => {
    expect(finish(decided(), act('system', new Date('2027-05-03T21:00:00Z')))).toBeUndefined();
    expect(finish(decided(), act('system', new Date('2027-05-04T05:30:00Z')))).toMatchObject({
      state: 'final',
    });
  });
});
