/**
 * All that the embedded store answers, as data. What is not listed here is refused with MongoDB's own code, and the
 * contract suite (test/contract/store) fails when the product uses, or this page lists, what no case exercises.
 */
export const fieldOperators = [
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$exists',
  '$not',
  '$all',
] as const;

export const filterOperators = ['$and', '$or', '$expr'] as const;

export const updateOperators = ['$set', '$unset', '$inc', '$addToSet', '$setOnInsert'] as const;

export const arrayModifiers = ['$each'] as const;

/** Stages of an update that is a pipeline. */
export const updateStages = ['$set'] as const;

export const stages = ['$match', '$group'] as const;

export const accumulators = ['$sum'] as const;

export const expressions = ['$lt', '$add'] as const;

export const variables = ['$$NOW'] as const;

export const indexOptions = [
  'key',
  'name',
  'unique',
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
  'writeConcern',
  '$readPreference',
] as const;

/** Commands by the name that drivers send, with the fields each understands; `null`: whatever it carries is ignored. */
export const commands = {
  hello: null,
  isMaster: null,
  ping: null,
  serverStatus: null,
  find: ['filter', 'sort', 'projection', 'skip', 'limit', 'singleBatch'],
  getMore: ['collection'],
  killCursors: ['cursors'],
  insert: ['documents', 'ordered'],
  update: ['updates', 'ordered'],
  delete: ['deletes', 'ordered'],
  findAndModify: ['query', 'sort', 'remove', 'update', 'new', 'upsert'],
  aggregate: ['pipeline', 'cursor'],
  distinct: ['key', 'query'],
  create: [],
  createIndexes: ['indexes'],
  listIndexes: ['cursor'],
  listCollections: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
  dropDatabase: [],
  endSessions: null,
  commitTransaction: [],
  abortTransaction: [],
} as const;

/** Fields of one statement of an update or delete command. */
export const statementFields = {
  updates: ['q', 'u', 'upsert', 'multi'],
  deletes: ['q', 'limit'],
} as const;

export type CommandName = keyof typeof commands;
export type FieldOperator = (typeof fieldOperators)[number];
export type FilterOperator = (typeof filterOperators)[number];
export type UpdateOperator = (typeof updateOperators)[number];
export type Stage = (typeof stages)[number];
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
