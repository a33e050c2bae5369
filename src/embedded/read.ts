/** Commands that read. */
import { Long } from 'bson';
import {
  arrayArg,
  type Call,
  collectionOf,
  countArg,
  documentArg,
  encoded,
  type Handler,
  namespace,
  queryOf,
  type Reply,
  requireEmptyCursor,
} from './call.ts';
import { type CursorOptions, closeCursor, getMore, openCursor } from './cursors.ts';
import { Fault } from './fault.ts';
import { find, type Query, type Row } from './find.ts';
import { keyText } from './keys.ts';
import { compare, emptyArray } from './order.ts';
import { pathOf, valuesAt } from './path.ts';
import { compileProjection } from './project.ts';
import { compileStages, stageOf } from './stages.ts';
import { type Doc, encode, isObject, isTruthy, own } from './value.ts';

const options = ({ session, transaction }: Call, singleBatch = false): CursorOptions => ({
  singleBatch,
  session,
  transaction,
});

const rows = (call: Call, query: Query): Iterable<Row> =>
  find(call.server.store, collectionOf(call), query, call.transaction);

const findCommand: Handler = (call) => {
  const { body } = call;
  const limit = countArg(body, 'limit');
  const skip = countArg(body, 'skip');
  const project = compileProjection(own(body, 'projection'));
  const found = rows(call, queryOf(call, documentArg(body, 'filter'), body, limit, skip));
  const bytes = outgoing(found, project);
  return openCursor(
    call.server.cursors,
    namespace(call),
    bytes,
    options(call, isTruthy(own(body, 'singleBatch'))),
  );
};

function* outgoing(found: Iterable<Row>, project: ReturnType<typeof compileProjection>): Generator<Buffer> {
  for (const row of found) yield project ? encode(project(row.doc)) : row.bytes;
}

const distinct: Handler = (call) => {
  const key = own(call.body, 'key');
  if (typeof key !== 'string')
    throw new Fault(14, 'TypeMismatch', "BSON field 'distinct.key' must be a string");
  const found = new Map<string, unknown>();
  for (const { doc } of rows(call, queryOf(call, documentArg(call.body, 'query'), call.body)))
    for (const value of valuesAt(doc, pathOf(key)))
      if (value !== undefined && value !== emptyArray) found.set(keyText(value), value);
  return { values: [...found.values()].sort(compare) };
};

/** The leading $match are the query; indexes serve them. */
const aggregate: Handler = (call) => {
  const { body, server } = call;
  if (!isObject(own(body, 'cursor'))) throw new Fault(9, 'FailedToParse', "The 'cursor' option is required");
  requireEmptyCursor(body);
  const named = arrayArg(body, 'pipeline').map(stageOf);
  const other = named.findIndex(([name]) => name !== '$match');
  const rest = other < 0 ? [] : named.slice(other);
  const filters = named.slice(0, named.length - rest.length).map(([, filter]) => filter);
  const [only] = filters;
  const filter = filters.length === 1 && isObject(only) ? only : filters.length ? { $and: filters } : {};
  const run = compileStages(rest, call.now);
  const docs = run(documentsOf(rows(call, queryOf(call, filter, {}))));
  return openCursor(server.cursors, namespace(call), encoded(docs), options(call));
};

function* documentsOf(found: Iterable<Row>): Generator<Doc> {
  for (const { doc } of found) yield doc;
}

const getMoreCommand: Handler = ({ server, target: id }) => {
  if (!(id instanceof Long)) throw new Fault(14, 'TypeMismatch', "BSON field 'getMore' must be a long");
  return getMore(server.cursors, id);
};

const killCursors: Handler = ({ server, body }): Reply => {
  const ids = arrayArg(body, 'cursors');
  const killed = ids.filter((id) => closeCursor(server.cursors, String(id)));
  const unknown = ids.filter((id) => !killed.includes(id));
  return { cursorsKilled: killed, cursorsNotFound: unknown, cursorsAlive: [], cursorsUnknown: [] };
};

export const readCommands = {
  find: findCommand,
  distinct,
  aggregate,
  getMore: getMoreCommand,
  killCursors,
} satisfies Record<string, Handler>;
