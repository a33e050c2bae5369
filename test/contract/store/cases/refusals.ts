import { BSONRegExp, type RefusalCase, values } from './case.ts';

const filters: [string, unknown, number][] = [
  ['an unknown operator', { a: { $foo: 1 } }, 2],
  ['an unknown operator at the top', { $foo: 1 }, 2],
  ['$in without a list', { a: { $in: 1 } }, 2],
  ['$in with an operator in it', { a: { $in: [{ $gt: 1 }] } }, 2],
  ['$and without a list', { $and: {} }, 2],
  ['$or of nothing', { $or: [] }, 2],
  ['$not of a value', { a: { $not: 5 } }, 2],
  ['$ne of a pattern', { a: { $ne: new BSONRegExp('x', '') } }, 2],
  ['$gt of a pattern', { a: { $gt: new BSONRegExp('x', '') } }, 2],
  ['$all of a value', { a: { $all: 5 } }, 2],
  ['a pattern that is none', { a: new BSONRegExp('(', '') }, 51091],
  ['an expression nobody knows', { $expr: { $foo: 1 } }, 168],
  ['a variable nobody knows', { $expr: { $lt: ['$$FOO', 1] } }, 17276],
  ['a comparison of three', { $expr: { $lt: [1, 2, 3] } }, 16020],
];

/** MongoDB knows these, the product does not use them. */
const unused: [string, unknown, number][] = [
  ['$where', { $where: 'true' }, 2],
  ['$text', { $text: { $search: 'x' } }, 2],
  ['$mod', { a: { $mod: [2, 0] } }, 2],
  ['$type', { a: { $type: 'string' } }, 2],
  ['$jsonSchema', { $jsonSchema: {} }, 2],
  ['$eq', { a: { $eq: 1 } }, 2],
  ['$elemMatch', { a: { $elemMatch: { b: 1 } } }, 2],
  ['$size', { a: { $size: 1 } }, 2],
  ['$regex', { a: { $regex: '^x' } }, 2],
  ['$options', { a: { $regex: '^x', $options: 'i' } }, 2],
  ['$nor', { $nor: [{ a: 1 }] }, 2],
  ['a pattern among values', { a: { $in: [/^x/] } }, 2],
  ['a pattern in the middle of a text', { a: /x/ }, 51091],
  ['a pattern with a flag', { a: /^x/i }, 51091],
  ['a pattern with a choice', { a: /^x|y/ }, 51091],
  ['a pattern with a class', { a: /^\d/ }, 51091],
  ...['$eq', '$gt', '$and', '$or', '$subtract', '$cond', '$ifNull', '$max', '$min', '$literal'].map(
    (name): [string, unknown, number] => [`the expression ${name}`, { $expr: { [name]: ['$a', 1] } }, 168],
  ),
];

const updates: [string, RefusalCase['update'], number][] = [
  ['an unknown modifier', { $foo: { a: 1 } }, 9],
  ['a modifier without fields', { $set: 5 }, 9],
  ['an operator in a replacement', { a: 1, $set: { b: 1 } }, 52],
  ['two operators on one field', { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['two operators on a field and below it', { $set: { a: 1, 'a.b': 1 } }, 40],
  ['another _id', { $set: { _id: 9 } }, 66],
  ['another _id in a replacement', { _id: 9, a: 1 }, 66],
  ['an empty name', { $set: { 'a..b': 1 } }, 56],
  ['a path through a number', { $set: { 'a.b': 1 } }, 28],
  ['$inc of text', { $inc: { s: 1 } }, 14],
  ['$inc by text', { $inc: { a: 'x' } }, 14],
  ['$addToSet to a number', { $addToSet: { a: 1 } }, 2],
  ['$each without a list', { $addToSet: { l: { $each: 1 } } }, 14],
  ['an unknown part of $addToSet', { $addToSet: { l: { $each: [1], $foo: 1 } } }, 2],
  ['a stage that no update has', [{ $match: {} }], 72],
  ['$add of text', [{ $set: { b: { $add: ['$s', 1] } } }], 14],
];

const unusedUpdates: [string, RefusalCase['update'], number][] = [
  ['$rename', { $rename: { a: 'b' } }, 9],
  ['$mul', { $mul: { a: 2 } }, 9],
  ['$pop', { $pop: { l: 1 } }, 9],
  ['$currentDate', { $currentDate: { a: true } }, 9],
  ['the positional operator', { $set: { 'l.$': 1 } }, 2],
  ['all positions', { $set: { 'l.$[]': 1 } }, 2],
  ['$min', { $min: { a: 2 } }, 9],
  ['$max', { $max: { a: 2 } }, 9],
  ['$push', { $push: { l: 2 } }, 9],
  ['$pull', { $pull: { l: 1 } }, 9],
  ['an $unset pipeline', [{ $unset: 'a' }], 72],
  ['a $replaceWith pipeline', [{ $replaceWith: '$a' }], 72],
];

const pipelines: [string, RefusalCase['pipeline'], number][] = [
  ['an unknown stage', [{ $foo: 1 }], 40324],
  ['a stage of two', [{ $match: {}, $limit: 1 }], 40323],
  ['an unknown accumulator', [{ $group: { _id: null, x: { $foo: 1 } } }], 15952],
  ['$group without _id', [{ $group: { x: { $sum: 1 } } }], 15955],
  ['$group with a value', [{ $group: { _id: null, x: 1 } }], 40234],
];

const unusedPipelines: [string, RefusalCase['pipeline'], number][] = [
  ['$lookup', [{ $lookup: { from: 'x', localField: 'a', foreignField: 'b', as: 'c' } }], 40324],
  ['$facet', [{ $facet: { x: [] } }], 40324],
  ['$out', [{ $out: 'x' }], 40324],
  ['$merge', [{ $merge: 'x' }], 40324],
  ['$sort', [{ $sort: { a: 1 } }], 40324],
  ['$skip', [{ $skip: 1 }], 40324],
  ['$limit', [{ $limit: 1 }], 40324],
  ['$project', [{ $project: { a: 1 } }], 40324],
  ['$unwind', [{ $unwind: '$l' }], 40324],
  ['$count', [{ $count: 'n' }], 40324],
  ...['$avg', '$first', '$last', '$min', '$max', '$push', '$addToSet'].map(
    (name): [string, RefusalCase['pipeline'], number] => [
      `the accumulator ${name}`,
      [{ $group: { _id: null, x: { [name]: '$a' } } }],
      15952,
    ],
  ),
];

const commands: [string, RefusalCase['command'], number][] = [
  ['an unknown command', { foo: 1 }, 59],
  ['an unknown field of a command', { find: 'c', foo: 1 }, 40415],
  ['C12 a delete without a limit', { delete: 'c', deletes: [{ q: {} }] }, 40414],
  ['C12 a delete without a filter', { delete: 'c', deletes: [{ limit: 0 }] }, 40414],
  ['C12 an update without a filter', { update: 'c', updates: [{ u: { $set: { a: 1 } } }] }, 40414],
  ['aggregate without a cursor', { aggregate: 'c', pipeline: [] }, 9],
  ['a limit below zero', { find: 'c', limit: -1 }, 51024],
  ['an id of a cursor that is none', { getMore: 77, collection: 'c' }, 14],
];

const unusedCommands: [string, RefusalCase['command'], number][] = [
  ['mapReduce', { mapReduce: 'c', map: 'x', reduce: 'x', out: 'x' }, 59],
  ['collMod', { collMod: 'c' }, 59],
  ['renameCollection', { renameCollection: 'a.b', to: 'a.c' }, 59],
  ['arrayFilters', { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } }, arrayFilters: [] }] }, 40415],
  ['a collation', { find: 'c', collation: { locale: 'de' } }, 40415],
  ['variables', { find: 'c', let: { x: 1 } }, 40415],
  ['a hint', { find: 'c', filter: { a: 1 }, hint: '_id_' }, 40415],
  ['the size of a batch', { find: 'c', batchSize: 2 }, 40415],
  [
    'the size of a batch of an aggregation',
    { aggregate: 'c', pipeline: [], cursor: { batchSize: 2 } },
    40415,
  ],
  ['a time limit', { find: 'c', maxTimeMS: 1000 }, 40415],
  ['a read concern', { find: 'c', readConcern: { level: 'majority' } }, 40415],
  [
    'the sort of an update',
    { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } }, sort: { a: 1 } }] },
    40415,
  ],
  [
    'the fields of a findAndModify',
    { findAndModify: 'c', update: { $set: { a: 1 } }, fields: { a: 1 } },
    40415,
  ],
  ['to remove by findAndModify', { findAndModify: 'c', remove: true }, 72],
  ['count', { count: 'c' }, 59],
  ['explain', { explain: { find: 'c' } }, 59],
  ['drop', { drop: 'c' }, 59],
  ['dropIndexes', { dropIndexes: 'c', index: '*' }, 59],
  ['listDatabases', { listDatabases: 1 }, 59],
  ['buildInfo', { buildInfo: 1 }, 59],
  ['killSessions', { killSessions: [] }, 59],
  ['a sparse index', { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a', sparse: true }] }, 197],
];

const given = [{ _id: 1, a: 1, s: 'x', l: [1] }];
type Listed<T> = readonly [string, T, number];

function listed<T>(list: readonly Listed<T>[], field: string, embeddedOnly = false): RefusalCase[] {
  return list.map(([name, value, code]) => ({
    name: `refuses ${name}`,
    given,
    [field]: value,
    code,
    embeddedOnly,
  }));
}

export const refusalCases: RefusalCase[] = [
  ...listed(filters, 'find'),
  ...listed(unused, 'find', true),
  ...listed(updates, 'update'),
  ...listed(unusedUpdates, 'update', true),
  ...listed(pipelines, 'pipeline'),
  ...listed(unusedPipelines, 'pipeline', true),
  ...listed(commands, 'command'),
  ...listed(unusedCommands, 'command', true),
  {
    name: 'refuses a replacement of many',
    given: values(1),
    update: { b: 1 },
    options: { many: true },
    code: 9,
  },
  {
    name: 'refuses a path that is matched twice',
    given: [],
    find: { a: 1, $and: [{ a: 2 }] },
    update: { $set: { b: 1 } },
    options: { upsert: true },
    code: 54,
  },
  { name: 'refuses to include and exclude', given, find: {}, projection: { a: 1, s: 0 }, code: 31254 },
  { name: 'refuses to exclude and include', given, find: {}, projection: { a: 0, s: 1 }, code: 31253 },
  {
    name: 'refuses a computed projection',
    given,
    find: {},
    projection: { x: '$a' },
    code: 2,
    embeddedOnly: true,
  },
  {
    name: 'refuses the $slice of a projection',
    given,
    find: {},
    projection: { l: { $slice: 1 } },
    code: 2,
    embeddedOnly: true,
  },
];
