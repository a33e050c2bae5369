import fc from 'fast-check';
import { type CheckIn, checkInFlow, type Obstacle } from '../../src/checkins/model.ts';
import { decided, escalated, toTell } from '../../src/checkins/obstacles.ts';
import * as rules from '../../src/checkins/rules.ts';
import { Refusal } from '../../src/core/errors.ts';
import { aCheckIn, aRecord } from './arrange.ts';

const now = new Date('2027-02-03T09:00:00Z');
const later = new Date('2027-02-03T10:00:00Z');

function unlessRefused<T>(move: () => T, stays: T): T {
  try {
    return move();
  } catch (e) {
    if (e instanceof Refusal) return stays;
    throw e;
  }
}

describe('a check-in moves by its rules', () => {
  const open = aCheckIn();
  const done = rules.held(open, aRecord(), {}, undefined, now);
  test('sent once, changed until the next one opens', () => {
    expect(done).toMatchObject({ state: 'done', fresh: true, doneAt: now });
    expect(done.open).toBeUndefined();
    const changed = rules.held(done, aRecord({ commitment: 9 }), {}, undefined, new Date(+now + 60_000));
    expect(changed).toMatchObject({
      doneAt: now,
      changedAt: new Date(+now + 60_000),
      record: { commitment: 9 },
    });
    expect(() => rules.held({ ...done, newest: false }, aRecord(), {}, undefined, now)).toThrow(Refusal);
  });
  test('skipped, started after all, not after it was sent', () => {
    const skipped = rules.skipped(open, 'Release week', now);
    expect(rules.wanted(skipped)).toMatchObject({ state: 'open', open: true });
    expect(rules.wanted(skipped).reason).toBeUndefined();
    expect(() => rules.wanted(done)).toThrow(Refusal);
    expect(() => rules.skipped(done, 'x', now)).toThrow(Refusal);
    expect(() => rules.snoozed(skipped, now)).toThrow(Refusal);
    expect(() => rules.wanted({ ...skipped, newest: false })).toThrow(Refusal);
  });
  test('what was not done comes again, the newest first, at most ten', () => {
    const carried = [
      { what: 'old', from: 'c0', since: '2027-01-01', tick: 'notYet' as const },
      { what: 'gone', from: 'c0', since: '2027-01-01', tick: 'done' as const },
    ];
    const last = { ...done, carried, record: aRecord({ deeds: [{ what: 'new', by: '2027-02-05' }] }) };
    expect(rules.carriedFrom(last)).toEqual([
      { what: 'new', by: '2027-02-05', from: 'checkin_1', since: '2027-02-01' },
      { what: 'old', from: 'c0', since: '2027-01-01' },
    ]);
    const many = Array.from({ length: 30 }, (_, i) => ({ what: String(i), from: 'c0', since: '2027-01-01' }));
    expect(rules.carriedFrom({ ...last, carried: many })).toHaveLength(rules.mostCarried);
  });
  test('two agree to meet: only the one who was asked, only to what was proposed last', () => {
    const at = new Date('2027-02-04T13:00:00Z');
    const meeting = { from: 'ann', to: 'bo', at };
    const asked = rules.toMeet(open, meeting, now);
    expect(asked).toMatchObject({ state: 'meeting', fresh: true });
    expect(() => rules.agreedToMeet(asked, 'ann', now)).toThrow(Refusal);
    const agreed = rules.agreedToMeet(asked, 'bo', now);
    expect(() => rules.agreedToMeet(agreed, 'bo', now)).toThrow(Refusal);
    expect(rules.toMeet(open, { from: 'bo', to: 'ann', at }, now).state).toBe('open');
  });
  test('no sequence of presses breaks it: open means open, and sent stays sent', () => {
    const moves: ((c: CheckIn) => CheckIn)[] = [
      (c) => rules.wanted(c),
      (c) => rules.snoozed(c, now),
      (c) => rules.askedAgain(c),
      (c) => rules.skipped(c, 'x', now),
      (c) => rules.toMeet(c, { from: 'ann', to: 'bo', at: now }, now),
      (c) => rules.held(c, aRecord(), {}, undefined, now),
      (c) => rules.movedTo(c, '2027-03-01', []),
      (c) => rules.ticked(c, 0, 'done'),
    ];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: moves.length - 1 }), { maxLength: 20 }), (steps) => {
        let c = aCheckIn({ carried: [{ what: 'a', from: 'x', since: '2027-01-01' }] });
        for (const n of steps) {
          const before = c;
          c = unlessRefused(() => moves[n]?.(c) ?? c, c);
          expect(c.open === true).toBe(c.state === 'open');
          expect(before.state === c.state || checkInFlow.may(before.state, c.state)).toBe(true);
        }
      }),
    );
  });
});

describe('obstacles', () => {
  const asking = { names: (id: string) => `<${id}>`, zone: 'Europe/Berlin' };
  const needing = aCheckIn({ record: aRecord({ needsHelp: true, obstacles: 'No room' }) });
  const told = { ...(toTell(needing, undefined, 'bo', now) as Obstacle), rev: 1 };
  test('told once; again only when its words change', () => {
    expect(told).toMatchObject({ to: 'bo', state: 'open', text: 'No room' });
    expect(toTell(needing, told, 'bo', now)).toBeUndefined();
    const other = { ...needing, record: aRecord({ needsHelp: true, obstacles: 'No time' }) };
    expect(toTell(other, told, 'bo', now)).toMatchObject({ text: 'No time', state: 'open' });
  });
  test('taken back when the person only notes it; left alone once decided', () => {
    const noting = { ...needing, record: aRecord({ obstacles: 'No room' }) };
    expect(toTell(noting, told, 'bo', now)).toMatchObject({ state: 'withdrawn' });
    const over = decided(told, { how: 'answer', by: 'bo', at: now, text: 'Take mine' }, asking);
    expect(toTell(noting, over, 'bo', now)).toBeUndefined();
    expect(toTell(noting, undefined, 'bo', now)).toBeUndefined();
    expect(toTell(needing, undefined, 'ann', now)).toBeUndefined();
  });
  test('other words after an answer are a new request: to whoever leads now, and it may be passed up again', () => {
    const up = escalated(told, { how: 'escalate', by: 'bo', at: now }, 'chen', asking);
    const over = decided(up, { how: 'answer', by: 'chen', at: now }, asking);
    expect(toTell(needing, over, 'bo', later)).toBeUndefined();
    for (const more of [{ obstacles: 'No time' }, { obstacles: 'No room', support: 'A desk' }]) {
      const other = { ...needing, record: aRecord({ needsHelp: true, ...more }) };
      const again = toTell(other, over, 'carla', later) as Obstacle;
      expect(again).toMatchObject({ state: 'open', to: 'carla', at: later });
      expect(again.decided).toHaveLength(2);
      expect(escalated(again, { how: 'escalate', by: 'carla', at: later }, 'chen', asking).to).toBe('chen');
    }
    const gone = { ...up, state: 'withdrawn' as const };
    expect(toTell(needing, gone, 'bo', later)).toMatchObject({ state: 'open', to: 'bo' });
  });
  test('the second decision hears who was first, and when', () => {
    const over = decided(told, { how: 'answer', by: 'bo', at: now, text: 'Take mine' }, asking);
    expect(() => decided(over, { how: 'resource', by: 'zoe', at: now }, asking)).toThrow(
      '<bo> answered this already (Wed 3 Feb, 10:00)',
    );
  });
  test('it is passed up once', () => {
    const up = escalated(told, { how: 'escalate', by: 'bo', at: now }, 'chen', asking);
    expect(up).toMatchObject({ to: 'chen', state: 'open' });
    expect(() => escalated(up, { how: 'escalate', by: 'chen', at: now }, 'god', asking)).toThrow(Refusal);
    expect(decided(up, { how: 'answer', by: 'chen', at: now }, asking).decided).toHaveLength(2);
  });
});
