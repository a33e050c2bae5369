import { type AggregateCase, gives, Long, values } from './case.ts';

const sales = [
  { _id: 1, who: 'ann', kind: 'x', n: 5, tags: ['a', 'b'] },
  { _id: 2, who: 'ann', kind: 'y', n: 7, tags: ['b'] },
  { _id: 3, who: 'bo', kind: 'x', n: 1, tags: [] },
  { _id: 4, who: 'bo', kind: 'x', tags: null },
];

export const aggregateCases: AggregateCase[] = [
  gives(
    '$match after $group',
    sales,
    [{ $group: { _id: '$who', n: { $sum: 1 } } }, { $match: { _id: 'ann' } }],
    [{ _id: 'ann', n: 2 }],
  ),
  gives(
    'several $match',
    sales,
    [{ $match: { kind: 'x' } }, { $match: { who: 'ann' } }, { $group: { _id: '$who', n: { $sum: 1 } } }],
    [{ _id: 'ann', n: 1 }],
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
        },
      },
    ],
    [{ _id: null, count: 4, total: 13 }],
  ),
  gives('$group over nothing gives nothing', [], [{ $group: { _id: null, n: { $sum: 1 } } }], []),
  gives(
    '$group by two fields',
    sales,
    [{ $group: { _id: { who: '$who', kind: '$kind' }, n: { $sum: 1 } } }],
    [
      { _id: { who: 'ann', kind: 'x' }, n: 1 },
      { _id: { who: 'ann', kind: 'y' }, n: 1 },
      { _id: { who: 'bo', kind: 'x' }, n: 2 },
    ],
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
    '$expr in $match',
    [
      { _id: 1, a: 1, b: 1 },
      { _id: 2, a: 1, b: 2 },
    ],
    [{ $match: { $expr: { $lt: ['$a', '$b'] } } }],
    [{ _id: 2, a: 1, b: 2 }],
  ),
  gives(
    'a path through an array reads a list',
    values([{ b: 1 }, {}, { b: 2 }]),
    [{ $group: { _id: '$a.b', n: { $sum: 1 } } }],
    [{ _id: [1, 2], n: 1 }],
  ),
  gives('an empty pipeline gives all', values(1, 2), [], values(1, 2)),
];
