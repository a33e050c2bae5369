import { Code, type FindCase, finds, Long, MaxKey, MinKey, ObjectId, values } from './case.ts';

const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));
const one = new ObjectId('64b000000000000000000001');
const two = new ObjectId('64b000000000000000000002');

export const filterCases: FindCase[] = [
  finds('a number equals a number of any type', values(1, Long.fromNumber(1), 2), { a: 1 }, [1, 2]),
  finds('text is not a number', values(1, '1'), { a: '1' }, [2]),
  finds('true is not 1', values(true, 1), { a: true }, [1]),
  finds('dates are equal by time', values(day(1), day(2)), { a: day(2) }, [2]),
  finds('object ids are equal by value', values(one, two), { a: two }, [2]),
  finds('null finds null and missing', [...values(null, 1, undefined), { _id: 4 }], { a: null }, [1, 3, 4]),
  finds(
    '$ne null finds what is there',
    [
      { _id: 1 },
      ...[
        { _id: 2, a: 0 },
        { _id: 3, a: null },
      ],
    ],
    { a: { $ne: null } },
    [2],
  ),
  finds(
    'a document equals one with the same order of fields',
    values({ x: 1, y: 2 }, { y: 2, x: 1 }),
    { a: { x: 1, y: 2 } },
    [1],
  ),
  finds('a document is not equal to a part of it', values({ x: 1, y: 2 }), { a: { x: 1 } }, []),
  finds('a dotted path reaches into documents', values({ x: { y: 1 } }, { x: 1 }), { 'a.x.y': 1 }, [1]),
  finds('null below a scalar is missing', values(5, { b: 1 }), { 'a.b': null }, [1]),
  finds('$gt compares numbers only', values(1, 5, '9', day(1)), { a: { $gt: 1 } }, [2]),
  finds('$gte includes', values(1, 5), { a: { $gte: 5 } }, [2]),
  finds('$lt compares text with text', values('a', 'b', 1), { a: { $lt: 'b' } }, [1]),
  finds('$lte includes dates', values(day(1), day(2), day(3)), { a: { $lte: day(2) } }, [1, 2]),
  finds('a range has two ends', values(1, 2, 3, 4), { a: { $gt: 1, $lt: 4 } }, [2, 3]),
  finds('$gte null finds null and missing', [...values(null, 1), { _id: 3 }], { a: { $gte: null } }, [1, 3]),
  finds('$gt null finds nothing', values(null, 1), { a: { $gt: null } }, []),
  finds('C23 NaN is in no range', values(Number.NaN, 1), { a: { $lt: 5 } }, [2]),
  finds('C23 NaN equals itself', values(Number.NaN, 1), { a: Number.NaN }, [1]),
  finds('C24 MinKey compares with every type', values(1, 'x'), { a: { $gt: new MinKey() } }, [1, 2]),
  finds('C24 MaxKey compares with every type', values(1, 'x'), { a: { $lt: new MaxKey() } }, [1, 2]),
  finds(
    'longs beyond 2^53 are told apart',
    values(Long.fromString('9007199254740992'), Long.fromString('9007199254740993')),
    { a: Long.fromString('9007199254740993') },
    [2],
  ),
  finds('C28 code is equal by its text', values(new Code('x'), new Code('y')), { a: new Code('x') }, [1]),
  finds('$in finds any of them', values(1, 2, 3), { a: { $in: [1, 3] } }, [1, 3]),
  finds('$in with null finds missing', [{ _id: 1 }, { _id: 2, a: 2 }], { a: { $in: [null, 3] } }, [1]),
  finds('$in of nothing finds nothing', values(1), { a: { $in: [] } }, []),
  finds(
    '$in of many values',
    values(1, 2, 'b', one),
    { a: { $in: ['a', 'b', 5, 6, 7, 8, 9, 10, 11, 2, one] } },
    [2, 3, 4],
  ),
  finds('$nin finds none of them, and missing', [...values(1, 2), { _id: 3 }], { a: { $nin: [1] } }, [2, 3]),
  finds('$ne finds missing', [...values(1, 2), { _id: 3 }], { a: { $ne: 1 } }, [2, 3]),
  finds('$exists true', [...values(null), { _id: 2 }], { a: { $exists: true } }, [1]),
  finds('$exists false', [...values(null), { _id: 2 }], { a: { $exists: false } }, [2]),
  finds('C27 $exists with an empty text is true', [...values(1), { _id: 2 }], { a: { $exists: '' } }, [1]),
  finds(
    '$not turns a condition round, for missing too',
    [...values(1, 5, 'x'), { _id: 4 }],
    { a: { $not: { $gt: 3 } } },
    [1, 3, 4],
  ),
  finds('$not of a pattern', values('anna', 'bo', 1), { a: { $not: /^an/ } }, [2, 3]),
  finds('$and', values(1, 2, 3), { $and: [{ a: { $gt: 1 } }, { a: { $lt: 3 } }] }, [2]),
  finds('$or', values(1, 2, 3), { $or: [{ a: 1 }, { a: 3 }] }, [1, 3]),
  finds('$or beside a field', values(1, 2, 3), { a: { $lt: 3 }, $or: [{ _id: 1 }, { _id: 3 }] }, [1]),
  finds('a pattern finds text', values('Anna', 'bo', 5, 'BA'), { a: /^A/ }, [1]),
  finds('a pattern with a dot that is one', values('a.b/c', 'axb/c'), { a: /^a\.b\// }, [1]),
  finds(
    '$expr compares two fields',
    [
      { _id: 1, a: 1, b: 2 },
      { _id: 2, a: 3, b: 2 },
    ],
    { $expr: { $lt: ['$b', '$a'] } },
    [2],
  ),
  finds(
    '$expr: missing is below null',
    [{ _id: 1 }, { _id: 2, a: null }],
    { $expr: { $lt: ['$a', null] } },
    [1],
  ),
  finds(
    '$expr: a lease that has ended',
    [
      { _id: 1, until: new Date(0) },
      { _id: 2, until: new Date('2999-01-01') },
    ],
    { $expr: { $lt: ['$until', '$$NOW'] } },
    [1],
  ),
  finds(
    '$expr adds',
    [
      { _id: 1, a: day(1), b: day(3) },
      { _id: 2, a: day(1), b: day(2) },
    ],
    { $expr: { $lt: ['$b', { $add: ['$a', 86_400_001] }] } },
    [2],
  ),
  finds(
    'a field called __proto__ is a field',
    [JSON.parse('{"_id":1,"__proto__":{"x":1}}'), { _id: 2, x: 1 }],
    JSON.parse('{"__proto__.x":1}'),
    [1],
  ),
  finds(
    'constructor and toString are no fields of a document',
    [{ _id: 1 }],
    { $or: [{ constructor: { $exists: true } }, { toString: { $exists: true } }] },
    [],
  ),
  finds('_id by $in', values(1, 2, 3), { _id: { $in: [3, 1, 9] } }, [1, 3]),
  finds('_id as a document', [{ _id: { a: 1, b: 2 } }, { _id: { b: 2, a: 1 } }], { _id: { a: 1, b: 2 } }, [
    { _id: { a: 1, b: 2 } },
  ]),
  finds('an empty filter finds all', values(1, 2), {}, [1, 2]),
];
