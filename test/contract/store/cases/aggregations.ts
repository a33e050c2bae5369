import { type AggregateCase, gives, Long, values } from './case.ts';

const sales = [
  { _id: 1, who: 'ann', kind: 'x', n: 5, tags: ['a', 'b'] },
  { _id: 2, who: 'ann', kind: 'y', n: 7, tags: ['b'] },
  { _id: 3, who: 'bo', kind: 'x', n: 1, tags: [] },
  { _id: 4, who: 'bo', kind: 'x', tags: null },
];

export const aggregateCases: AggregateCase[] = [
  gives(
    '$match, $sort, $skip, $limit',
    sales,
    [
      { $match: { kind: 'x' } },
      { $sort: { _id: -1 } },
      { $skip: 1 },
      { $limit: 1 },
      { $project: { who: 1 } },
    ],
    [{ _id: 3, who: 'bo' }],
  ),
  gives(
    '$limit before $skip',
    sales,
    [{ $sort: { _id: 1 } }, { $limit: 3 }, { $skip: 2 }, { $project: { _id: 1 } }],
    [{ _id: 3 }],
  ),
  gives(
    '$match after $group',
    sales,
    [{ $group: { _id: '$who', n: { $sum: 1 } } }, { $match: { _id: 'ann' } }],
    [{ _id: 'ann', n: 2 }],
  ),
  gives(
    '$group over all',
    sales,
    [
      {
        $group: {
          _id: null,
          count: { $sum: 1 },
          total: { $sum: '$n' },
          least: { $min: '$n' },
          most: { $max: '$n' },
          mean: { $avg: '$n' },
        },
      },
    ],
    [{ _id: null, count: 4, total: 13, least: 1, most: 7, mean: 13 / 3 }],
  ),
  gives('$group over nothing gives nothing', [], [{ $group: { _id: null, n: { $sum: 1 } } }], []),
  gives(
    '$group by two fields',
    sales,
    [
      { $group: { _id: { who: '$who', kind: '$kind' }, n: { $sum: 1 } } },
      { $sort: { '_id.who': 1, '_id.kind': 1 } },
    ],
    [
      { _id: { who: 'ann', kind: 'x' }, n: 1 },
      { _id: { who: 'ann', kind: 'y' }, n: 1 },
      { _id: { who: 'bo', kind: 'x' }, n: 2 },
    ],
  ),
  gives(
    '$first and $last follow the order',
    sales,
    [
      { $sort: { _id: 1 } },
      { $group: { _id: '$who', first: { $first: '$n' }, last: { $last: '$n' } } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 'ann', first: 5, last: 7 },
      { _id: 'bo', first: 1, last: null },
    ],
  ),
  gives(
    'C37 $push and $addToSet leave out what is missing',
    sales,
    [{ $sort: { _id: 1 } }, { $group: { _id: null, all: { $push: '$n' }, kinds: { $addToSet: '$none' } } }],
    [{ _id: null, all: [5, 7, 1], kinds: [] }],
  ),
  gives(
    '$addToSet holds each value once',
    values(1, Long.fromNumber(1), 1.0),
    [{ $group: { _id: null, all: { $addToSet: '$a' } } }],
    [{ _id: null, all: [1] }],
  ),
  gives(
    '$push of documents',
    values(1, 2),
    [{ $sort: { _id: 1 } }, { $group: { _id: null, all: { $push: { id: '$_id', v: '$a' } } } }],
    [
      {
        _id: null,
        all: [
          { id: 1, v: 1 },
          { id: 2, v: 2 },
        ],
      },
    ],
  ),
  gives(
    '$sum with $cond counts some',
    sales,
    [{ $group: { _id: null, big: { $sum: { $cond: [{ $gte: ['$n', 5] }, 1, 0] } } } }],
    [{ _id: null, big: 2 }],
  ),
  gives(
    '$sum passes over what is no number',
    values(1, 'x', null, 2),
    [{ $group: { _id: null, s: { $sum: '$a' } } }],
    [{ _id: null, s: 3 }],
  ),
  gives(
    'C16 $sum of longs beyond 2^53',
    values(Long.fromString('9007199254740993'), 2),
    [{ $group: { _id: null, s: { $sum: '$a' } } }],
    [{ _id: null, s: Long.fromString('9007199254740995') }],
  ),
  gives(
    'C16 $sum does not skip NaN',
    values(Number.NaN, 2),
    [{ $group: { _id: null, s: { $sum: '$a' } } }],
    [{ _id: null, s: Number.NaN }],
  ),
  gives(
    'C16 $min and $max order types as MongoDB does',
    values('x', 3, true),
    [{ $group: { _id: null, lo: { $min: '$a' }, hi: { $max: '$a' } } }],
    [{ _id: null, lo: 3, hi: true }],
  ),
  gives(
    '$avg of nothing is null',
    values('x'),
    [{ $group: { _id: null, m: { $avg: '$a' } } }],
    [{ _id: null, m: null }],
  ),
  gives(
    'C36 $group tells the order of keys apart',
    values({ a: 1, b: 2 }, { b: 2, a: 1 }),
    [{ $group: { _id: '$a', n: { $sum: 1 } } }],
    [
      { _id: { a: 1, b: 2 }, n: 1 },
      { _id: { b: 2, a: 1 }, n: 1 },
    ],
  ),
  gives(
    'C36 $group puts null and missing together',
    [{ _id: 1, a: null }, { _id: 2 }],
    [{ $group: { _id: '$a', n: { $sum: 1 } } }],
    [{ _id: null, n: 2 }],
  ),
  gives(
    '$unwind makes a document of each element',
    sales,
    [{ $unwind: '$tags' }, { $sort: { _id: 1, tags: 1 } }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
      { _id: 2, tags: 'b' },
    ],
  ),
  gives('$unwind of a scalar leaves it', values(5), [{ $unwind: '$a' }], values(5)),
  gives(
    '$unwind below documents',
    values({ b: [1, 2], c: 3 }),
    [{ $unwind: '$a.b' }],
    [
      { _id: 1, a: { b: 1, c: 3 } },
      { _id: 1, a: { b: 2, c: 3 } },
    ],
  ),
  gives('C39 $unwind does not go through an array', values([{ b: 1 }, { b: 2 }]), [{ $unwind: '$a.b' }], []),
  gives('$count', sales, [{ $match: { who: 'ann' } }, { $count: 'n' }], [{ n: 2 }]),
  gives('C35 $count of nothing gives nothing', [], [{ $count: 'n' }], []),
  gives(
    '$project computes',
    values(3),
    [{ $project: { _id: 0, b: { $add: ['$a', 1] }, c: '$a', d: { e: '$a' } } }],
    [{ b: 4, c: 3, d: { e: 3 } }],
  ),
  gives('$project excludes', [{ _id: 1, a: 1, b: 2 }], [{ $project: { a: 0 } }], [{ _id: 1, b: 2 }]),
  gives('$project with a field that is missing', values(3), [{ $project: { b: '$none' } }], [{ _id: 1 }]),
  gives(
    'C31 $project computes below an array',
    values([{ c: 1 }, { c: 2 }]),
    [{ $project: { 'a.b': { $literal: 9 } } }],
    [{ _id: 1, a: [{ b: 9 }, { b: 9 }] }],
  ),
  gives(
    'C31 $project takes a long for a flag',
    [{ _id: 1, a: 1, b: 2 }],
    [{ $project: { a: Long.fromNumber(1) } }],
    [{ _id: 1, a: 1 }],
  ),
  gives(
    '$sort of what was computed',
    values(1, 3, 2),
    [{ $project: { b: { $subtract: [0, '$a'] } } }, { $sort: { b: 1 } }],
    [
      { _id: 2, b: -3 },
      { _id: 3, b: -2 },
      { _id: 1, b: -1 },
    ],
  ),
  gives(
    '$expr in $match',
    [
      { _id: 1, a: 1, b: 1 },
      { _id: 2, a: 1, b: 2 },
    ],
    [{ $match: { $expr: { $eq: ['$a', '$b'] } } }, { $project: { _id: 1 } }],
    [{ _id: 1 }],
  ),
  gives(
    'a path through an array reads a list',
    values([{ b: 1 }, {}, { b: 2 }]),
    [{ $project: { _id: 0, c: '$a.b' } }],
    [{ c: [1, 2] }],
  ),
  gives('an empty pipeline gives all', values(1, 2), [], values(1, 2)),
];
