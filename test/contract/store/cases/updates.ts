import { changes, changesWith, type Doc, Int32, Long, type UpdateCase, values } from './case.ts';

export const updateCases: UpdateCase[] = [
  changes('a replacement keeps the _id', [{ _id: 1, a: 1, b: 2 }], { c: 3 }, [{ _id: 1, c: 3 }]),
  changes('$set makes fields and paths', values(1), { $set: { b: 2, 'c.d': 3 } }, [
    { _id: 1, a: 1, b: 2, c: { d: 3 } },
  ]),
  changes('$set at a position of an array', values([1, 2]), { $set: { 'a.1': 9 } }, values([1, 9])),
  changes(
    '$set beyond the end fills with null',
    values([1]),
    { $set: { 'a.3': 9 } },
    values([1, null, null, 9]),
  ),
  changes(
    '$set of a position where there is no array makes a document',
    [{ _id: 1 }],
    { $set: { 'a.0': 9 } },
    values({ 0: 9 }),
  ),
  changes('$set replaces a document', values({ x: 1 }), { $set: { a: { y: 2 } } }, values({ y: 2 })),
  changes('$unset removes', [{ _id: 1, a: 1, b: { c: 1, d: 2 } }], { $unset: { a: '', 'b.c': '', z: '' } }, [
    { _id: 1, b: { d: 2 } },
  ]),
  changes('$unset in an array leaves null', values([1, 2]), { $unset: { 'a.0': '' } }, values([null, 2])),
  changes('$inc adds, or starts', values(1), { $inc: { a: 2, b: -1 } }, [{ _id: 1, a: 3, b: -1 }]),
  changes('$inc of a float', values(0.5), { $inc: { a: 1 } }, values(1.5)),
  changes(
    '$inc of an int32 grows to a long',
    values(new Int32(2147483647)),
    { $inc: { a: 1 } },
    values(2147483648),
  ),
  changes(
    '$inc of a long beyond 2^53 is exact',
    values(Long.fromString('9007199254740993')),
    { $inc: { a: 2 } },
    values(Long.fromString('9007199254740995')),
  ),
  changes(
    '$addToSet adds once',
    values([1, { x: 1 }]),
    { $addToSet: { a: { x: 1 } } },
    values([1, { x: 1 }]),
  ),
  changes('$addToSet with $each', values([1]), { $addToSet: { a: { $each: [1, 2, 2] }, b: 1 } }, [
    { _id: 1, a: [1, 2], b: [1] },
  ]),
  changesWith(
    'many documents',
    values(1, 1, 2),
    { a: 1 },
    { $set: { a: 3 } },
    { many: true },
    values(3, 3, 2),
  ),
  changesWith('one of many', values(1, 1), { a: 1 }, { $set: { a: 3 } }, {}, values(3, 1)),
  changesWith(
    'upsert takes the equalities of the filter',
    [],
    { _id: 1, a: 5, b: { $in: [6] }, c: { $gt: 1 }, $and: [{ d: 7 }] },
    { $set: { e: 8 } },
    { upsert: true },
    [{ _id: 1, a: 5, b: 6, d: 7, e: 8 }],
  ),
  changesWith('C10 upsert keeps a part of _id', [], { '_id.a': 1 }, { $set: { x: 1 } }, { upsert: true }, [
    { _id: { a: 1 }, x: 1 },
  ]),
  changesWith(
    '$setOnInsert counts for an insert',
    [],
    { _id: 1 },
    { $set: { a: 1 }, $setOnInsert: { b: 2 } },
    { upsert: true },
    [{ _id: 1, a: 1, b: 2 }],
  ),
  changesWith(
    '$setOnInsert does not count for an update',
    values(0),
    { _id: 1 },
    { $set: { a: 1 }, $setOnInsert: { b: 2 } },
    { upsert: true },
    values(1),
  ),
  changesWith(
    'upsert of a replacement takes the _id only',
    [],
    { _id: 1, a: 2 },
    { b: 3 },
    { upsert: true },
    [{ _id: 1, b: 3 }],
  ),
  changesWith('nothing matched, nothing done', values(1), { a: 9 }, { $set: { b: 1 } }, {}, values(1)),
  changes(
    'a field called __proto__ is set, not inherited',
    [{ _id: 1 }, { _id: 2 }],
    { $set: JSON.parse('{"__proto__.x":1}') as Doc },
    [JSON.parse('{"_id":1,"__proto__":{"x":1}}') as Doc, { _id: 2 }],
  ),
  changes('fields are written in the order of their names', [{ _id: 1 }], { $set: { c: 1, b: 2 } }, [
    { _id: 1, b: 2, c: 1 },
  ]),
];
