/**
 * Who sends what supported.ts lists and no operator shows: words of the product's code, or a reason why the driver or
 * the tests need it. The types make a new entry of supported.ts name its sender here.
 */
import type {
  CommandName,
  commands,
  commonFields,
  indexOptions,
  statementFields,
} from '../../../src/embedded/supported.ts';

export type Sender = RegExp | string;

type FieldsOf<T> = T extends readonly (infer F extends string)[] ? F : never;
type CommandField = FieldsOf<(typeof commands)[CommandName]>;
type StatementField = FieldsOf<(typeof statementFields)[keyof typeof statementFields]>;

const always = 'the driver, always';

export const senders: Record<CommandName, Sender> = {
  hello: /command\(\{ hello: 1 \}\)/,
  isMaster: 'the driver, as its first words',
  serverStatus: 'the proof that indexed questions read no collection',
  ping: /\.ping\(\)/,
  find: /\.find\(/,
  getMore: 'the driver, for what one batch does not hold',
  killCursors: 'the driver, for a cursor that is left early',
  insert: /\.insertMany\(/,
  update: /\.updateMany\(/,
  delete: /\.deleteMany\(/,
  findAndModify: /\.findOneAndUpdate\(/,
  aggregate: /\.aggregate\(/,
  distinct: /\.distinct\(/,
  create: /\.createCollection\(/,
  createIndexes: /\.createIndexes\(/,
  listIndexes: /\.listIndexes\(/,
  listCollections: /\.listCollections\(/,
  dropDatabase: 'the tests, for a store that is fresh',
  endSessions: 'the driver, when it closes',
  commitTransaction: /\.withTransaction\(/,
  abortTransaction: /\.withTransaction\(/,
};

export const commandFields: Record<CommandField, Sender> = {
  filter: /\.find\(/,
  sort: /\.sort\(\{|\bsort: \{/,
  projection: /projection: \{/,
  skip: /\bskip: /,
  limit: /\blimit: /,
  singleBatch: 'the driver, for findOne',
  collection: 'the driver, with getMore',
  cursors: 'the driver, with killCursors',
  documents: /\.insertMany\(/,
  ordered: /ordered: false/,
  updates: /\.updateMany\(/,
  deletes: /\.deleteMany\(/,
  query: /\.findOneAndUpdate\(/,
  remove: 'the driver, with findAndModify, as false',
  update: /\.findOneAndUpdate\(/,
  new: /returnDocument: 'after'/,
  upsert: /upsert: true/,
  pipeline: /\.aggregate\(/,
  cursor: 'the driver, wherever an answer is a cursor',
  key: /\.distinct\(/,
  indexes: /\.createIndexes\(/,
  nameOnly: /nameOnly: true/,
  authorizedCollections: 'the driver, with listCollections',
};

export const otherFields: Record<
  StatementField | (typeof commonFields)[number] | (typeof indexOptions)[number],
  Sender
> = {
  q: always,
  u: always,
  limit: always,
  upsert: /upsert: true/,
  multi: /\.updateMany\(/,
  $db: always,
  lsid: 'the driver, for its session',
  txnNumber: 'the driver, to write once if it has to send twice',
  autocommit: /\.withTransaction\(/,
  startTransaction: /\.withTransaction\(/,
  writeConcern: /writeConcern: /,
  $readPreference: 'the driver, when it knows one server only',
  key: always,
  name: always,
  unique: /unique && \{ unique \}/,
  partialFilterExpression: /partialFilterExpression: /,
  expireAfterSeconds: /expireAfterSeconds: /,
};
