/** Commands that read. */
import { Long } from 'bson';
import {
  arrayArg,
  type Call,
  collectionOf,
  countArg,
  documentArg,
  emptyQuery,
  encoded,
  type Handler,
  hintArg,
  namespace,
  queryOf,
  type Reply,
} from './call.ts';
import { type CursorOptions, closeCursor, getMore, openCursor } from './cursors.ts';
import { badValue, Fault } from './fault.ts';
import { find, type Query, type Row } from './find.ts';
import { after, keyText } from './keys.ts';
import { compare, emptyArray } from './order.ts';
import { pathOf, valuesAt } from './path.ts';
import { plan } from './planner.ts';
import { compileProjection } from './project.ts';
import { sortSpec } from './sort.ts';
import { compileStages, limitOf, skipOf, stageOf } from './stages.ts';
import { type Doc, encode, firstField, isObject, isTruthy, own, whole } from './value.ts';

function options(call: Call, from: Doc, singleBatch = false): CursorOptions {
  const { session, transaction } = call;
  return { batchSize: whole(own(from, 'batchSize')), singleBatch, session, transaction };
}

const rows = (call: Call, query: Query): Iterable<Row> =>
  find(call.server.store, collectionOf(call), query, call.transaction);

const findCommand: Handler = (call) => {
  const { body } = call;
  const limit = countArg(body, 'limit');
  const skip = countArg(body, 'skip');
  if (skip < 0) throw new Fault(51024, 'Location51024', 'skip value must be non-negative');
  const project = compileProjection(own(body, 'projection'));
  const found = rows(call, queryOf(call, documentArg(body, 'filter'), body, Math.abs(limit), skip));
  const single = limit < 0 || isTruthy(own(body, 'singleBatch'));
  const bytes = outgoing(found, project);
  return openCursor(call.server.cursors, namespace(call), bytes, options(call, body, single));
};

function* outgoing(found: Iterable<Row>, project: ReturnType<typeof compileProjection>): Generator<Buffer> {
  for (const row of found) yield project ? encode(project(row.doc)) : row.bytes;
}

const explain: Handler = (call) => {
  const inner = isObject(call.target) ? call.target : {};
  if (firstField(inner) !== 'find') throw badValue('the embedded store explains find only');
  const asked = { ...call, target: inner.find };
  const ns = namespace(asked);
  const collection = collectionOf(asked);
  const query = queryOf(call, documentArg(inner, 'filter'), inner);
  const winningPlan = collection ? stagesOf(plan(collection, query)) : { stage: 'EOF' };
  return { queryPlanner: { namespace: ns, winningPlan } };
};

function stagesOf(chosen: ReturnType<typeof plan>): Doc {
  const found = accessStage(chosen);
  return chosen.sorted ? found : { stage: 'SORT', inputStage: found };
}

function accessStage(chosen: ReturnType<typeof plan>): Doc {
  if (chosen.kind === 'collection' && chosen.range)
    return { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: '_id_' } };
  if (chosen.kind === 'collection') return { stage: 'COLLSCAN' };
  if (chosen.kind === 'ids') return { stage: 'IDHACK' };
  const scans = chosen.names.map((indexName) => ({ stage: 'IXSCAN', indexName }));
  if (scans.length === 1) return { stage: 'FETCH', inputStage: scans[0] };
  return { stage: 'FETCH', inputStage: { stage: 'OR', inputStages: scans } };
}

const count: Handler = (call) => {
  const { body, server, transaction } = call;
  const filter = documentArg(body, 'query');
  const collection = collectionOf(call);
  const isWhole = !Object.keys(filter).length && !['limit', 'skip', 'hint'].some((field) => field in body);
  if (collection && isWhole && !transaction) {
    const { prefix } = collection;
    return { n: server.store.documents.getKeysCount({ start: prefix, end: after(prefix) }) };
  }
  const query = queryOf(call, filter, body, Math.abs(countArg(body, 'limit')), countArg(body, 'skip'));
  return { n: lengthOf(rows(call, query)) };
};

function lengthOf(items: Iterable<unknown>): number {
  let length = 0;
  for (const _ of items) length++;
  return length;
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

const aggregate: Handler = (call) => {
  const { body, server } = call;
  const cursor = own(body, 'cursor');
  if (!isObject(cursor)) throw new Fault(9, 'FailedToParse', "The 'cursor' option is required");
  const pipeline = arrayArg(body, 'pipeline');
  const { query, rest } = pushedDown(call, pipeline);
  const run = compileStages(rest, call.now);
  const docs = run(documentsOf(rows(call, query)));
  return openCursor(server.cursors, namespace(call), encoded(docs), options(call, cursor));
};

function* documentsOf(found: Iterable<Row>): Generator<Doc> {
  for (const { doc } of found) yield doc;
}

/** Leading $match, $sort, $skip and $limit, in this order, are the query; indexes serve them. */
function pushedDown(call: Call, pipeline: readonly unknown[]): { query: Query; rest: readonly unknown[] } {
  const named = pipeline.map(stageOf);
  const filters: unknown[] = [];
  const query: Query = { ...emptyQuery(call), hint: hintArg(call.body) };
  let at = 0;
  for (; named[at]?.[0] === '$match'; at++) filters.push(named[at]?.[1]);
  if (named[at]?.[0] === '$sort') query.sort = sortSpec(named[at++]?.[1]);
  if (named[at]?.[0] === '$skip') query.skip = skipOf(named[at++]?.[1]);
  if (named[at]?.[0] === '$limit') query.limit = limitOf(named[at++]?.[1]);
  const [only] = filters;
  if (filters.length === 1 && isObject(only)) query.filter = only;
  else if (filters.length) query.filter = { $and: filters };
  return { query, rest: pipeline.slice(at) };
}

const getMoreCommand: Handler = ({ server, body, target: id }) => {
  if (!(id instanceof Long)) throw new Fault(14, 'TypeMismatch', "BSON field 'getMore' must be a long");
  return getMore(server.cursors, id, whole(own(body, 'batchSize')));
};

const killCursors: Handler = ({ server, body }): Reply => {
  const ids = arrayArg(body, 'cursors');
  const killed = ids.filter((id) => closeCursor(server.cursors, String(id)));
  const unknown = ids.filter((id) => !killed.includes(id));
  return { cursorsKilled: killed, cursorsNotFound: unknown, cursorsAlive: [], cursorsUnknown: [] };
};

export const readCommands = {
  find: findCommand,
  explain,
  count,
  distinct,
  aggregate,
  getMore: getMoreCommand,
  killCursors,
} satisfies Record<string, Handler>;
