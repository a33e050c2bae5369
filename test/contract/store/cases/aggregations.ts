import { type AggregateCase, Long, values } from './case.ts';

const sales = [
  { _id: 1, who: 'ann', kind: 'x', n: 5, tags: ['a', 'b'] },
  { _id: 2, who: 'ann', kind: 'y', n: 7, tags: ['b'] },
  { _id: 3, who: 'bo', kind: 'x', n: 1, tags: [] },
  { _id: 4, who: 'bo', kind: 'x', tags: null },
];

export const aggregateCases: AggregateCase[] = [
  {
    name: '$match, $sort, $skip, $limit',
    given: sales,
    pipeline: [
      { $match: { kind: 'x' } },
      { $sort: { _id: -1 } },
      { $skip: 1 },
      { $limit: 1 },
      { $project: { who: 1 } },
    ],
    gives: [{ _id: 3, who: 'bo' }],
  },
  {
    name: '$limit before $skip',
    given: sales,
    pipeline: [{ $sort: { _id: 1 } }, { $limit: 3 }, { $skip: 2 }, { $project: { _id: 1 } }],
    gives: [{ _id: 3 }],
  },
  {
    name: '$match after $group',
    given: sales,
    pipeline: [{ $group: { _id: '$who', n: { $sum: 1 } } }, { $match: { _id: 'ann' } }],
    gives: [{ _id: 'ann', n: 2 }],
  },
  {
    name: '$group over all',
    given: sales,
    pipeline: [
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
    gives: [{ _id: null, count: 4, total: 13, least: 1, most: 7, mean: 13 / 3 }],
  },
  {
    name: '$group over nothing gives nothing',
    given: [],
    pipeline: [{ $group: { _id: null, n: { $sum: 1 } } }],
    gives: [],
  },
  {
    name: '$group by two fields',
    given: sales,
    pipeline: [
      { $group: { _id: { who: '$who', kind: '$kind' }, n: { $sum: 1 } } },
      { $sort: { '_id.who': 1, '_id.kind': 1 } },
    ],
    gives: [
      { _id: { who: 'ann', kind: 'x' }, n: 1 },
      { _id: { who: 'ann', kind: 'y' }, n: 1 },
      { _id: { who: 'bo', kind: 'x' }, n: 2 },
    ],
  },
  {
    name: '$first and $last follow the order',
    given: sales,
    pipeline: [
      { $sort: { _id: 1 } },
      { $group: { _id: '$who', first: { $first: '$n' }, last: { $last: '$n' } } },
      { $sort: { _id: 1 } },
    ],
    gives: [
      { _id: 'ann', first: 5, last: 7 },
      { _id: 'bo', first: 1, last: null },
    ],
  },
  {
    name: 'C37 $push and $addToSet leave out what is missing',
    given: sales,
    pipeline: [
      { $sort: { _id: 1 } },
      { $group: { _id: null, all: { $push: '$n' }, kinds: { $addToSet: '$none' } } },
    ],
    gives: [{ _id: null, all: [5, 7, 1], kinds: [] }],
  },
  {
    name: '$addToSet holds each value once',
    given: values(1, Long.fromNumber(1), 1.0),
    pipeline: [{ $group: { _id: null, all: { $addToSet: '$a' } } }],
    gives: [{ _id: null, all: [1] }],
  },
  {
    name: '$push of documents',
    given: values(1, 2),
    pipeline: [{ $sort: { _id: 1 } }, { $group: { _id: null, all: { $push: { id: '$_id', v: '$a' } } } }],
    gives: [
      {
        _id: null,
        all: [
          { id: 1, v: 1 },
          { id: 2, v: 2 },
        ],
      },
    ],
  },
  {
    name: '$sum with $cond counts some',
    given: sales,
    pipeline: [{ $group: { _id: null, big: { $sum: { $cond: [{ $gte: ['$n', 5] }, 1, 0] } } } }],
    gives: [{ _id: null, big: 2 }],
  },
  {
    name: '$sum passes over what is no number',
    given: values(1, 'x', null, 2),
    pipeline: [{ $group: { _id: null, s: { $sum: '$a' } } }],
    gives: [{ _id: null, s: 3 }],
  },
  {
    name: 'C16 $sum of longs beyond 2^53',
    given: values(Long.fromString('9007199254740993'), 2),
    pipeline: [{ $group: { _id: null, s: { $sum: '$a' } } }],
    gives: [{ _id: null, s: Long.fromString('9007199254740995') }],
  },
  {
    name: 'C16 $sum does not skip NaN',
    given: values(Number.NaN, 2),
    pipeline: [{ $group: { _id: null, s: { $sum: '$a' } } }],
    gives: [{ _id: null, s: Number.NaN }],
  },
  {
    name: 'C16 $min and $max order types as MongoDB does',
    given: values('x', 3, true),
    pipeline: [{ $group: { _id: null, lo: { $min: '$a' }, hi: { $max: '$a' } } }],
    gives: [{ _id: null, lo: 3, hi: true }],
  },
  {
    name: '$avg of nothing is null',
    given: values('x'),
    pipeline: [{ $group: { _id: null, m: { $avg: '$a' } } }],
    gives: [{ _id: null, m: null }],
  },
  {
    name: 'C36 $group tells the order of keys apart',
    given: values({ a: 1, b: 2 }, { b: 2, a: 1 }),
    pipeline: [{ $group: { _id: '$a', n: { $sum: 1 } } }],
    gives: [
      { _id: { a: 1, b: 2 }, n: 1 },
      { _id: { b: 2, a: 1 }, n: 1 },
    ],
  },
  {
    name: 'C36 $group puts null and missing together',
    given: [{ _id: 1, a: null }, { _id: 2 }],
    pipeline: [{ $group: { _id: '$a', n: { $sum: 1 } } }],
    gives: [{ _id: null, n: 2 }],
  },
  {
    name: '$unwind makes a document of each element',
    given: sales,
    pipeline: [{ $unwind: '$tags' }, { $sort: { _id: 1, tags: 1 } }, { $project: { tags: 1 } }],
    gives: [
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
      { _id: 2, tags: 'b' },
    ],
  },
  {
    name: '$unwind of a scalar leaves it',
    given: values(5),
    pipeline: [{ $unwind: '$a' }],
    gives: values(5),
  },
  {
    name: '$unwind below documents',
    given: values({ b: [1, 2], c: 3 }),
    pipeline: [{ $unwind: '$a.b' }],
    gives: [
      { _id: 1, a: { b: 1, c: 3 } },
      { _id: 1, a: { b: 2, c: 3 } },
    ],
  },
  {
    name: 'C39 $unwind does not go through an array',
    given: values([{ b: 1 }, { b: 2 }]),
    pipeline: [{ $unwind: '$a.b' }],
    gives: [],
  },
  {
    name: '$count',
    given: sales,
    pipeline: [{ $match: { who: 'ann' } }, { $count: 'n' }],
    gives: [{ n: 2 }],
  },
  { name: 'C35 $count of nothing gives nothing', given: [], pipeline: [{ $count: 'n' }], gives: [] },
  {
    name: '$project computes',
    given: values(3),
    pipeline: [{ $project: { _id: 0, b: { $add: ['$a', 1] }, c: '$a', d: { e: '$a' } } }],
    gives: [{ b: 4, c: 3, d: { e: 3 } }],
  },
  {
    name: '$project excludes',
    given: [{ _id: 1, a: 1, b: 2 }],
    pipeline: [{ $project: { a: 0 } }],
    gives: [{ _id: 1, b: 2 }],
  },
  {
    name: '$project with a field that is missing',
    given: values(3),
    pipeline: [{ $project: { b: '$none' } }],
    gives: [{ _id: 1 }],
  },
  {
    name: 'C31 $project computes below an array',
    given: values([{ c: 1 }, { c: 2 }]),
    pipeline: [{ $project: { 'a.b': { $literal: 9 } } }],
    gives: [{ _id: 1, a: [{ b: 9 }, { b: 9 }] }],
  },
  {
    name: 'C31 $project takes a long for a flag',
    given: [{ _id: 1, a: 1, b: 2 }],
    pipeline: [{ $project: { a: Long.fromNumber(1) } }],
    gives: [{ _id: 1, a: 1 }],
  },
  {
    name: '$sort of what was computed',
    given: values(1, 3, 2),
    pipeline: [{ $project: { b: { $subtract: [0, '$a'] } } }, { $sort: { b: 1 } }],
    gives: [
      { _id: 2, b: -3 },
      { _id: 3, b: -2 },
      { _id: 1, b: -1 },
    ],
  },
  {
    name: '$expr in $match',
    given: [
      { _id: 1, a: 1, b: 1 },
      { _id: 2, a: 1, b: 2 },
    ],
    pipeline: [{ $match: { $expr: { $eq: ['$a', '$b'] } } }, { $project: { _id: 1 } }],
    gives: [{ _id: 1 }],
  },
  {
    name: 'a path through an array reads a list',
    given: values([{ b: 1 }, {}, { b: 2 }]),
    pipeline: [{ $project: { _id: 0, c: '$a.b' } }],
    gives: [{ c: [1, 2] }],
  },
  { name: 'an empty pipeline gives all', given: values(1, 2), pipeline: [], gives: values(1, 2) },
];
