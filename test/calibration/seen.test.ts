/** Nobody learns their own grade, or one of the people above them, from anything that is drawn for them. */
import fc from 'fast-check';
import { countGrades } from '../../src/calibration/guideline.ts';
import type { Finding } from '../../src/calibration/model.ts';
import { countOutside, roomCounts } from '../../src/calibration/seen.ts';
import type { Grade } from '../../src/cycles/model.ts';
import { grades } from '../../src/cycles/scheme.ts';
import { hintsFor, isHidden, K, mayShow, type Reader, visibleTo } from '../../src/ratings/seen.ts';
import { aRow } from './things.ts';

const size = 12;
const idOf = (i: number) => `p${i}`;
/** Everybody but the first reports to somebody before them. */
const tree = fc.tuple(...Array.from({ length: size - 1 }, (_, i) => fc.nat(i)));
const someGrades = fc.array(fc.constantFrom(...grades), { minLength: size, maxLength: size });
const some = fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: 5 });

function readerOf(i: number, parents: readonly number[]): Reader {
  const above = new Set<string>();
  for (let at = i; at > 0; ) {
    at = parents[at - 1] ?? 0;
    above.add(idOf(at));
  }
  return { id: idOf(i), above };
}

const rowsFor = (given: readonly Grade[]) =>
  given.map((grade, i) => aRow({ person: idOf(i), grade, computed: grade }));

/** All that one member is shown: the room, the own list, the chart above it, the people of other units. */
function drawnFor(reader: Reader, room: readonly Reader[], given: readonly Grade[], split: number) {
  const rows = rowsFor(given);
  const [inside, outside] = [rows.slice(0, split), rows.slice(split)];
  const list = visibleTo(reader, inside);
  return {
    room: roomCounts(room, inside),
    list,
    chart: countGrades(list.map((r) => r.grade)),
    outside: countOutside(
      reader,
      outside.map((r): [string, Grade] => [r.person, r.grade ?? 'B']),
    ),
  };
}

test('whatever grades the hidden rows have, everything that is drawn is the same', () => {
  fc.assert(
    fc.property(tree, some, someGrades, someGrades, fc.nat(size), (parents, members, given, other, split) => {
      const room = members.map((i) => readerOf(i, parents));
      for (const reader of room) {
        const swapped = given.map((g, i) => (isHidden(reader, idOf(i)) ? (other[i] ?? g) : g));
        expect(drawnFor(reader, room, swapped, split)).toEqual(drawnFor(reader, room, given, split));
      }
    }),
    { numRuns: 500 },
  );
});

test('the room has its chart when it compares nobody who is in it, nor anybody above them', () => {
  const rows = rowsFor(['S', 'A', 'B', 'C']);
  const outsider: Reader = { id: 'hanna', above: new Set(['chen']) };
  expect(roomCounts([outsider], rows)).toEqual({ S: 1, A: 1, B: 1, C: 1, D: 0 });
  expect(roomCounts([outsider, { id: 'p2', above: new Set() }], rows)).toBeUndefined();
  expect(roomCounts([{ id: 'x', above: new Set(['p0']) }], rows)).toBeUndefined();
});

test('a figure leaves nobody unread or at least three, and never a hidden row', () => {
  fc.assert(
    fc.property(some, some, fc.nat(size - 1), (counted, read, own) => {
      const reader: Reader = { id: idOf(own), above: new Set() };
      const visible = new Set(read.map(idOf));
      const unread = counted.filter((i) => !visible.has(idOf(i))).length;
      const expected = !counted.includes(own) && (unread === 0 || unread >= K);
      expect(mayShow(reader, counted.map(idOf), visible)).toBe(expected);
    }),
  );
});

describe('hints about a rater', () => {
  const found: Pick<Finding, 'rater' | 'team' | 'of' | 'hints'> = {
    rater: 'bo',
    team: ['p1', 'p2', 'p3'],
    of: ['p1', 'p2', 'p3', 'p4'],
    hints: [
      { kind: 'central', deviation: '0.12', n: 5 },
      { kind: 'mismatch', percent: '71', high: 9, n: 12 },
    ],
  };
  const kinds = (reader: Reader, visible: string[]) =>
    hintsFor(reader, found, new Set(visible)).map((h) => h.kind);
  const hanna: Reader = { id: 'hanna', above: new Set() };

  test('to who reads all of the team', () =>
    expect(kinds(hanna, ['p1', 'p2', 'p3', 'p4'])).toEqual(['central', 'mismatch']));
  test('not where one or two could be solved', () => {
    expect(kinds(hanna, ['p1', 'p2', 'p4'])).toEqual([]);
    expect(kinds(hanna, ['p1', 'p2', 'p3'])).toEqual(['central']);
  });
  test('not to one of the team, nor about oneself or one’s manager', () => {
    expect(kinds({ id: 'p1', above: new Set() }, ['p2', 'p3', 'p4'])).toEqual([]);
    expect(kinds({ id: 'bo', above: new Set() }, ['p1', 'p2', 'p3', 'p4'])).toEqual([]);
    expect(kinds({ id: 'x', above: new Set(['bo']) }, ['p1', 'p2', 'p3', 'p4'])).toEqual([]);
  });
});
