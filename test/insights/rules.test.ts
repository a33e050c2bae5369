import fc from 'fast-check';
import type { FactRow } from '../../src/core/facts.ts';
import type { Undelivered } from '../../src/core/failures.ts';
import { grouped, merged, otherWay, textsIn, topicOf } from '../../src/insights/rules.ts';

const at = (n: number) => new Date(Date.UTC(2027, 0, n));
const message = (id: string, more: Partial<Undelivered> = {}): Undelivered => ({
  _id: id,
  key: 'goals.card:g1',
  to: { person: 'ann' },
  subject: 'ann',
  lane: 'slack:T1',
  reason: 'gone',
  since: at(4),
  ...more,
});
const row = (_id: string, day: number, seq?: number): FactRow => ({
  _id,
  rev: 1,
  at: at(day),
  kind: 'x.y',
  by: 'bo',
  about: 'ann',
  data: {},
  sealed: seq !== undefined,
  ...(seq !== undefined && { seq }),
});

test('one group for one recipient and reason, with the oldest moment', () => {
  const groups = grouped(
    [
      message('a', { since: at(6) }),
      message('b', { key: 'talk:t1:goal', since: at(5) }),
      message('c', { reason: 'denied', since: at(7) }),
      message('d', { to: { room: 'r' }, subject: 'r', since: at(8) }),
    ],
    [{ _id: 'j', job: 'reminders.step', since: at(3) }],
  );
  expect(groups.map((g) => [g.to, g.subject, g.reason, g.n])).toEqual([
    ['job', 'reminders.step', 'late', 1],
    ['person', 'ann', 'gone', 2],
    ['person', 'ann', 'denied', 1],
    ['room', 'r', 'gone', 1],
  ]);
  expect(groups[1]).toMatchObject({ topics: ['goals', 'talk'], since: at(5), ids: ['a', 'b'] });
});

test('every failure is in exactly one group, whatever they are named', () => {
  const names = fc.constantFrom('ann', 'bo', '__proto__', 'constructor', '');
  const some = fc.array(fc.tuple(names, fc.constantFrom('gone', 'late', 'broken')), { maxLength: 20 });
  fc.assert(
    fc.property(some, (made) => {
      const all = made.map(([subject, reason], i) =>
        message(String(i), { subject, to: { person: subject }, reason: reason as 'gone' }),
      );
      const groups = grouped(all, []);
      expect(groups.flatMap((g) => g.ids).sort()).toEqual(all.map((m) => m._id).sort());
      expect(groups.every((g) => g.n === g.ids.length)).toBe(true);
    }),
  );
});

test.each([
  ['goals.card:g1', 'goals'],
  ['talk:t:q', 'talk'],
  ['', ''],
  ['7', ''],
])('%s belongs to %s', (key, topic) => expect(topicOf(key)).toBe(topic));

test('the other way is an account on another platform or workspace', () => {
  expect(otherWay(['slack:T1:U1', 'feishu:F:ou_1'], ['slack:T1'])).toEqual({
    lane: 'feishu:F',
    account: 'ou_1',
  });
  expect(otherWay(['slack:T1:U1', 'slack:T2:a:b'], ['slack:T1'])).toEqual({
    lane: 'slack:T2',
    account: 'a:b',
  });
  expect(otherWay(['slack:T1:U1'], ['slack:T1'])).toBeUndefined();
  expect(otherWay(['broken', ''], [])).toBeUndefined();
});

test('facts come newest first, each once; what is not numbered yet is the newest of its moment', () => {
  const a = row('a', 4, 1);
  const b = row('b', 5, 2);
  const c = row('c', 5, 3);
  const d = row('d', 5);
  expect(merged([a, b], [c, b], [d]).map((r) => r._id)).toEqual(['d', 'c', 'b', 'a']);
});

test('texts in a fact’s data are found at any depth', () => {
  expect(textsIn({ a: 'x', b: [1, { c: 'y' }], d: null })).toEqual(['x', 'y']);
  expect(textsIn(undefined)).toEqual([]);
});
