/** Commands that write. */
import {
  arrayArg,
  type Call,
  collectionOf,
  documentArg,
  type Handler,
  namespace,
  type Reply,
} from './call.ts';
import { createCollection } from './catalogue.ts';
import type { Writer } from './change.ts';
import { Fault, failedToParse, invalidOptions, typeMismatch } from './fault.ts';
import { Wait, write } from './store.ts';
import { statementFields } from './supported.ts';
import { type Doc, encode, isObject, isTruthy, own, whole } from './value.ts';
import { deleteDocuments, insertDocument, type Outcome, updateDocuments } from './writing.ts';

/** A collection made by a transaction's insert is there at once and stays, whatever becomes of the transaction. */
async function ensureCollection(call: Call): Promise<void> {
  const { store } = call.server;
  const ns = namespace(call);
  if (call.transaction && !store.collections.has(ns)) await write(store, () => createCollection(store, ns));
}

function execute<T>(call: Call, action: (writer: Writer) => T): T | Promise<T> {
  return call.transaction ? action(call.transaction) : write(call.server.store, action);
}

/** Runs statement after statement; one that has to wait is taken up again where it was. */
async function statements(
  call: Call,
  count: number,
  run: (position: number, writer: Writer) => void,
): Promise<Doc[]> {
  const errors: Doc[] = [];
  const stops = own(call.body, 'ordered') !== false || call.transaction !== undefined;
  let position = 0;
  await execute(call, (writer) => {
    for (; position < count; position++) {
      const error = attempt(() => run(position, writer), call);
      if (!error) continue;
      errors.push({ index: position, ...error });
      if (stops) position = count;
    }
  });
  return errors;
}

function attempt(run: () => void, call: Call): Doc | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Wait || !(error instanceof Fault)) throw error;
    // A transaction that has met a conflict is over: the whole command says so.
    if (call.transaction && error.code === 112) throw error;
    const { errorLabels: _, ...extra } = error.extra;
    return { code: error.code, errmsg: error.message, ...extra };
  }
}

const withErrors = (reply: Doc, errors: readonly Doc[]): Reply =>
  errors.length ? { ...reply, writeErrors: errors } : reply;

interface Statement extends Doc {
  q: Doc;
}

function statementsOf(call: Call, list: keyof typeof statementFields): Statement[] {
  const known: readonly string[] = statementFields[list];
  return arrayArg(call.body, list).map((statement) => {
    if (!isObject(statement)) throw failedToParse(`${list} must hold documents`);
    const unknown = Object.keys(statement).find((field) => !known.includes(field));
    if (unknown)
      throw new Fault(
        40415,
        'Location40415',
        `BSON field '${call.name}.${list}.${unknown}' is an unknown field.`,
      );
    return { ...statement, q: filterOf(statement, `${call.name}.${list}.q`) };
  });
}

function filterOf(statement: Doc, field: string): Doc {
  const filter = own(statement, 'q');
  if (filter === undefined)
    throw new Fault(40414, 'Location40414', `BSON field '${field}' is missing but a required field`);
  if (!isObject(filter))
    throw typeMismatch(`BSON field '${field}' is the wrong type, expected type 'object'`);
  return filter;
}

const insert: Handler = async (call) => {
  namespace(call);
  const given = call.documents ?? arrayArg(call.body, 'documents').map((doc) => encode(doc as Doc));
  if (!given.length) throw new Fault(4, 'InvalidLength', 'Write batch sizes must be between 1 and 100000.');
  await ensureCollection(call);
  let n = 0;
  const errors = await statements(call, given.length, (position, writer) => {
    insertDocument(call, writer, given[position] as Buffer);
    n++;
  });
  return withErrors({ n }, errors);
};

const update: Handler = async (call) => {
  const list = statementsOf(call, 'updates');
  if (list.some((statement) => isTruthy(own(statement, 'upsert')))) await ensureCollection(call);
  let n = 0;
  let nModified = 0;
  const upserted: Doc[] = [];
  const errors = await statements(call, list.length, (index, writer) => {
    const done = updateOne(call, writer, list[index] as Statement);
    n += done.matched;
    nModified += done.modified;
    if (done.upserted !== undefined) upserted.push({ index, _id: done.upserted });
  });
  return withErrors({ n, nModified, ...(upserted.length ? { upserted } : {}) }, errors);
};

function updateOne(call: Call, writer: Writer, statement: Statement): Outcome {
  return updateDocuments(call, writer, {
    filter: statement.q,
    options: {},
    update: own(statement, 'u'),
    multi: isTruthy(own(statement, 'multi')),
    upsert: isTruthy(own(statement, 'upsert')),
  });
}

const remove: Handler = async (call) => {
  const list = statementsOf(call, 'deletes');
  const limits = list.map(deleteLimit);
  namespace(call);
  let n = 0;
  const errors = await statements(call, list.length, (position, writer) => {
    const statement = list[position] as Statement;
    n += deleteDocuments(call, writer, statement.q, limits[position] as number).matched;
  });
  return withErrors({ n }, errors);
};

/** All or one: a forgotten limit must not delete everything. */
function deleteLimit(statement: Doc): number {
  const limit = own(statement, 'limit');
  if (limit === undefined)
    throw new Fault(
      40414,
      'Location40414',
      "BSON field 'delete.deletes.limit' is missing but a required field",
    );
  const count = whole(limit);
  if (count !== 0 && count !== 1)
    throw failedToParse(`The limit field in delete objects must be 0 or 1. Got ${count}`);
  return count;
}

const findAndModify: Handler = async (call) => {
  const { body } = call;
  if (isTruthy(own(body, 'remove')))
    throw invalidOptions('the embedded store does not remove by findAndModify');
  const upsert = isTruthy(own(body, 'upsert'));
  collectionOf(call);
  if (upsert) await ensureCollection(call);
  const filter = documentArg(body, 'query');
  const statement = { filter, options: body, update: own(body, 'update'), multi: false, upsert };
  const done = await execute(call, (writer) => updateDocuments(call, writer, statement));
  const { matched: n, upserted } = done;
  const lastErrorObject =
    upserted === undefined ? { n, updatedExisting: n > 0 } : { n, updatedExisting: false, upserted };
  return { lastErrorObject, value: (isTruthy(own(body, 'new')) ? done.after : done.before) ?? null };
};

export const writeCommands = { insert, update, delete: remove, findAndModify } satisfies Record<
  string,
  Handler
>;
