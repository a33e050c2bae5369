/**
 * All that the embedded store answers, as data. What is not listed here is refused with MongoDB's own code, and the
 * contract suite (test/contract/store) fails when the product uses, or this page lists, what no case exercises.
 */
export const fieldOperators = [
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$exists',
  '$not',
  '$elemMatch',
  '$size',
  '$all',
  '$regex',
  '$options',
] as const;

export const filterOperators = ['$and', '$or', '$nor', '$expr'] as const;

export const updateOperators = [
  '$set',
  '$unset',
  '$inc',
  '$min',
  '$max',
  '$push',
  '$pull',
  '$addToSet',
  '$setOnInsert',
] as const;

export const arrayModifiers = ['$each', '$slice'] as const;

/** Stages of an update that is a pipeline. */
export const updateStages = ['$set', '$unset'] as const;

export const stages = [
  '$match',
  '$sort',
  '$skip',
  '$limit',
  '$group',
  '$project',
  '$unwind',
  '$count',
] as const;

export const accumulators = [
  '$sum',
  '$min',
  '$max',
  '$avg',
  '$push',
  '$addToSet',
  '$first',
  '$last',
] as const;

export const expressions = [
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$and',
  '$or',
  '$add',
  '$subtract',
  '$cond',
  '$ifNull',
  '$max',
  '$min',
  // Without it a text that begins with a dollar could not be written by a pipeline.
  '$literal',
] as const;

export const variables = ['$$NOW'] as const;

export const indexOptions = [
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
] as const;

/** Fields that every command may carry. */
export const commonFields = [
  '$db',
  'lsid',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'readConcern',
  'writeConcern',
  '$readPreference',
  '$clusterTime',
  'maxTimeMS',
  'comment',
] as const;

const read = ['hint', 'skip', 'limit'] as const;
const write = ['ordered', 'bypassDocumentValidation'] as const;

/** Commands by the name that drivers send, with the fields each understands; `null`: whatever it carries is ignored. */
export const commands = {
  hello: null,
  isMaster: null,
  ping: null,
  buildInfo: null,
  serverStatus: null,
  find: [...read, 'filter', 'sort', 'projection', 'batchSize', 'singleBatch', 'noCursorTimeout'],
  getMore: ['collection', 'batchSize'],
  killCursors: ['cursors'],
  insert: [...write, 'documents'],
  update: [...write, 'updates'],
  delete: [...write, 'deletes'],
  findAndModify: [
    'query',
    'sort',
    'hint',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'bypassDocumentValidation',
  ],
  aggregate: ['pipeline', 'cursor', 'hint', 'allowDiskUse', 'bypassDocumentValidation'],
  count: [...read, 'query', 'fields'],
  distinct: ['key', 'query', 'hint'],
  create: [],
  createIndexes: ['indexes', 'commitQuorum'],
  listIndexes: ['cursor'],
  listCollections: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
  listDatabases: ['filter', 'nameOnly', 'authorizedDatabases'],
  drop: [],
  dropDatabase: [],
  dropIndexes: ['index'],
  explain: ['verbosity'],
  endSessions: null,
  killSessions: null,
  commitTransaction: ['recoveryToken'],
  abortTransaction: ['recoveryToken'],
} as const;

/** Fields of one statement of an update or delete command. */
export const statementFields = {
  updates: ['q', 'u', 'upsert', 'multi', 'hint', 'sort'],
  deletes: ['q', 'limit', 'hint'],
} as const;

export type CommandName = keyof typeof commands;
export type FieldOperator = (typeof fieldOperators)[number];
export type FilterOperator = (typeof filterOperators)[number];
export type UpdateOperator = (typeof updateOperators)[number];
export type Stage = (typeof stages)[number];
export type UpdateStage = (typeof updateStages)[number];
export type Accumulator = (typeof accumulators)[number];
export type Operation = (typeof expressions)[number];

/** Own names only: `constructor` is not an operator. */
export function isOneOf<T extends string>(list: readonly T[], name: string): name is T {
  return (list as readonly string[]).includes(name);
}

/** Commands that may be part of a transaction; collections come into being by inserting. */
export const inTransactions: readonly CommandName[] = [
  'find',
  'getMore',
  'killCursors',
  'insert',
  'update',
  'delete',
  'findAndModify',
  'aggregate',
  'distinct',
  'commitTransaction',
  'abortTransaction',
];
