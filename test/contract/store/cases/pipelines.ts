import { changes, changesWith, type UpdateCase, values } from './case.ts';

/** Updates that are pipelines. */
export const pipelineCases: UpdateCase[] = [
  changes(
    'C1 $set of a document merges',
    values({ x: 1, y: 2 }),
    [{ $set: { a: { z: 3 } } }],
    values({ x: 1, y: 2, z: 3 }),
  ),
  changes(
    'C2 $set of a path goes below arrays',
    values([{ x: 1 }, 5]),
    [{ $set: { 'a.y': 9 } }],
    values([{ x: 1, y: 9 }, { y: 9 }]),
  ),
  changes('C2 $set of a path replaces a scalar', values(5), [{ $set: { 'a.y': 9 } }], values({ y: 9 })),
  changes(
    'C3 $unset of a position does nothing to an array',
    values([10, 20]),
    [{ $unset: 'a.0' }],
    values([10, 20]),
  ),
  changes(
    '$unset of several',
    [{ _id: 1, a: 1, b: { c: 1, d: 2 } }],
    [{ $unset: ['a', 'b.c'] }],
    [{ _id: 1, b: { d: 2 } }],
  ),
  changes(
    'one field from another',
    values(3),
    [{ $set: { b: '$a', c: '$nothing' } }],
    [{ _id: 1, a: 3, b: 3 }],
  ),
  changes(
    'L3 a position in an expression is no index',
    values([10]),
    [{ $set: { b: '$a.0' } }],
    [{ _id: 1, a: [10], b: [] }],
  ),
  changes(
    '$add and $subtract',
    values(3),
    [{ $set: { b: { $add: ['$a', 2, 1] }, c: { $subtract: ['$a', 5] } } }],
    [{ _id: 1, a: 3, b: 6, c: -2 }],
  ),
  changes(
    '$add of nothing is null',
    values(3),
    [{ $set: { b: { $add: ['$a', '$none'] } } }],
    [{ _id: 1, a: 3, b: null }],
  ),
  changes(
    '$add and $subtract of dates',
    values(new Date(1000)),
    [
      {
        $set: {
          b: { $add: ['$a', 500] },
          c: { $subtract: ['$a', 500] },
          d: { $subtract: ['$a', new Date(400)] },
        },
      },
    ],
    [{ _id: 1, a: new Date(1000), b: new Date(1500), c: new Date(500), d: 600 }],
  ),
  changes(
    '$cond in both forms',
    values(3),
    [
      {
        $set: {
          b: { $cond: [{ $gt: ['$a', 2] }, 'big', 'small'] },
          // biome-ignore lint/suspicious/noThenProperty: that is MongoDB's name for it
          c: { $cond: { if: { $lt: ['$a', 2] }, then: 1, else: { x: 2 } } },
        },
      },
    ],
    [{ _id: 1, a: 3, b: 'big', c: { x: 2 } }],
  ),
  changes(
    '$ifNull takes the first that is there',
    values(null),
    [{ $set: { b: { $ifNull: ['$a', '$none', 7] } } }],
    [{ _id: 1, a: null, b: 7 }],
  ),
  changes(
    '$max and $min of values and of an array',
    values([3, 9, 4]),
    [{ $set: { b: { $max: '$a' }, c: { $min: [5, 2, null] } } }],
    [{ _id: 1, a: [3, 9, 4], b: 9, c: 2 }],
  ),
  changes(
    'comparisons',
    values(3),
    [
      {
        $set: {
          e: { $eq: ['$a', 3] },
          n: { $ne: ['$a', 3] },
          g: { $gte: ['$a', 3] },
          l: { $lte: ['$a', 2] },
        },
      },
    ],
    [{ _id: 1, a: 3, e: true, n: false, g: true, l: false }],
  ),
  changes(
    '$and and $or',
    values(3),
    [{ $set: { b: { $and: ['$a', { $or: [false, 0, null, '$none'] }] }, c: { $or: [0, 'x'] } } }],
    [{ _id: 1, a: 3, b: false, c: true }],
  ),
  changes('$literal keeps a dollar', [{ _id: 1 }], [{ $set: { a: { $literal: '$100' } } }], values('$100')),
  changes(
    'stages see what the stages before them did',
    values(1),
    [{ $set: { b: { $add: ['$a', 1] } } }, { $set: { c: { $add: ['$b', 1] } } }],
    [{ _id: 1, a: 1, b: 2, c: 3 }],
  ),
  changesWith(
    'a pipeline upserts',
    [],
    { _id: 1, a: 2 },
    [{ $set: { b: { $add: ['$a', 1] } } }],
    { upsert: true },
    [{ _id: 1, a: 2, b: 3 }],
  ),
  changes('$set of an empty document', [{ _id: 1 }], [{ $set: { a: {} } }], values({})),
  changes('$set of an array is one value', values([1]), [{ $set: { a: ['$_id', 2] } }], values([1, 2])),
];
