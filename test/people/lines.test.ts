import fc from 'fast-check';
import {
  chainAbove,
  findCircles,
  type InLine,
  linesOf,
  nextActiveAncestor,
  withoutManager,
} from '../../src/people/lines.ts';

const who = (lines: Record<string, string | undefined>): InLine[] =>
  Object.entries(lines).map(([_id, manager]) => ({ _id, ...(manager && { manager }) }));

test('a circle is found once, from its smallest id; those below it are not part of it', () => {
  const people = who({ c: 'a', b: 'c', a: 'b', below: 'a', top: undefined, under: 'top' });
  expect(findCircles(people)).toEqual([['a', 'b', 'c']]);
});

test('one’s own manager is a circle of one; several circles stand apart', () => {
  expect(findCircles(who({ x: 'x', b: 'a', a: 'b' }))).toEqual([['a', 'b'], ['x']]);
});

test('no circle, no people', () => {
  expect(findCircles([])).toEqual([]);
  expect(findCircles(who({ a: undefined, b: 'a', c: 'b' }))).toEqual([]);
});

test('without a manager: who names none, or one who is not there', () => {
  expect(withoutManager(who({ a: undefined, b: 'a', c: 'gone' }))).toEqual(['a', 'c']);
});

test('the chain ends at the top, at somebody unknown, and where a circle closes', () => {
  expect(chainAbove('c', linesOf(who({ a: undefined, b: 'a', c: 'b' })))).toEqual(['b', 'a']);
  expect(chainAbove('a', linesOf(who({ a: 'gone' })))).toEqual([]);
  expect(chainAbove('d', linesOf(who({ a: 'b', b: 'c', c: 'a', d: 'a' })))).toEqual(['a', 'b', 'c']);
  expect(chainAbove('a', linesOf(who({ a: 'b', b: 'a' })))).toEqual(['b']);
});

test('when a manager left, the next active one above acts', () => {
  const lines = linesOf(who({ a: undefined, b: 'a', c: 'b', d: 'c' }));
  expect(nextActiveAncestor('d', lines, (id) => id !== 'c' && id !== 'b')).toBe('a');
  expect(nextActiveAncestor('a', lines, () => true)).toBeUndefined();
});

const anyLines = fc
  .array(fc.option(fc.nat(19), { nil: undefined }), { minLength: 1, maxLength: 20 })
  .map((managers) =>
    managers.map((m, i): InLine => ({ _id: `p${i}`, ...(m !== undefined && { manager: `p${m}` }) })),
  );

test('whatever the lines: a circle is one, everybody is in one circle at most, and breaking each ends them all', () => {
  fc.assert(
    fc.property(anyLines, (people) => {
      const lines = linesOf(people);
      const circles = findCircles(people);
      for (const circle of circles)
        for (const [i, id] of circle.entries())
          expect(lines.get(id)?.manager).toBe(circle[(i + 1) % circle.length]);
      expect(new Set(circles.flat()).size).toBe(circles.flat().length);
      const cut = new Set(circles.map((c) => c[0]));
      expect(findCircles(people.map((p) => (cut.has(p._id) ? { _id: p._id } : p)))).toEqual([]);
      for (const p of people) expect(chainAbove(p._id, lines)).not.toContain(p._id);
    }),
  );
});
