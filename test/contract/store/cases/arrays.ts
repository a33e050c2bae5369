import { type FindCase, finds, values } from './case.ts';

/** How a filter sees arrays. */
export const arrayCases: FindCase[] = [
  finds('an element equals', values([1, 2], [3], 2), { a: 2 }, [1, 3]),
  finds('an array equals an array', values([1, 2], [2, 1], [[1, 2]]), { a: [1, 2] }, [1, 3]),
  finds('an empty array equals an empty array', values([], [1], [[]]), { a: [] }, [1, 3]),
  finds('an element may be null', values([null], [1], []), { a: null }, [1]),
  finds('$ne: no element equals', values([1, 2], [3]), { a: { $ne: 2 } }, [2]),
  finds('$nin: no element is one of them', values([1, 2], [3]), { a: { $nin: [2, 9] } }, [2]),
  finds(
    'two ends of a range are met by two elements',
    values([1, 9], [5], [0]),
    { a: { $gt: 3, $lt: 7 } },
    [1, 2],
  ),
  finds(
    'two elements may meet the conditions',
    values([
      { x: 1, y: 1 },
      { x: 2, y: 2 },
    ]),
    { 'a.x': 1, 'a.y': 2 },
    [1],
  ),
  finds('$all wants all of them', values([1, 2, 3], [1], 1), { a: { $all: [1, 2] } }, [1]),
  finds('$all with one value meets a scalar', values([1, 2], 1), { a: { $all: [1] } }, [1, 2]),
  finds('$all of nothing finds nothing', values([1]), { a: { $all: [] } }, []),
  finds('a path goes into each element', values([{ b: 1 }, { b: 2 }], [{ b: 3 }]), { 'a.b': 2 }, [1]),
  finds('a path takes a position', values([{ b: 1 }, { b: 2 }], [{ b: 2 }]), { 'a.0.b': 2 }, [2]),
  finds('a position is also the name of a field', values([{ 0: 5 }], { 0: 5 }, [5]), { 'a.0': 5 }, [1, 2, 3]),
  finds('a position beyond the end is missing', values([1], [1, 2]), { 'a.1': { $exists: true } }, [2]),
  finds(
    'null below the elements of an array',
    values([{ b: 1 }, {}], [{ b: 1 }], [], [5]),
    { 'a.b': null },
    [1],
  ),
  finds('$exists below an array', values([{ b: 1 }, {}], [{}], []), { 'a.b': { $exists: false } }, [2, 3]),
  finds('$in with an array as a value', values([1, 2], [[1, 2]], 3), { a: { $in: [[1, 2]] } }, [1, 2]),
  finds('$gt of arrays compares whole arrays', values([2], [1, 9], 5), { a: { $gt: [1, 9] } }, [1]),
  finds('a pattern meets an element', values(['x', 'anna'], ['bo']), { a: /^an/ }, [1]),
  finds('arrays in arrays are not gone through twice', values([[1]], [1]), { a: 1 }, [2]),
  finds('paths do not go through arrays in arrays', values([[{ b: 1 }]], [{ b: 1 }]), { 'a.b': 1 }, [2]),
];
