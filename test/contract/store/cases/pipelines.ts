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
  changes('$add', values(3), [{ $set: { b: { $add: ['$a', 2, 1] } } }], [{ _id: 1, a: 3, b: 6 }]),
  changes(
    '$add to a date',
    values(new Date(1000)),
    [{ $set: { b: { $add: ['$a', 500] } } }],
    [{ _id: 1, a: new Date(1000), b: new Date(1500) }],
  ),
  changes(
    '$add of nothing is null',
    values(3),
    [{ $set: { b: { $add: ['$a', '$none'] } } }],
    [{ _id: 1, a: 3, b: null }],
  ),
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
