/** Commands about the server, its databases, collections and indexes. */
import { ObjectId } from 'bson';
import {
  arrayArg,
  type Call,
  collectionOf,
  documentArg,
  encoded,
  type Handler,
  namespace,
  type Reply,
  requireEmptyCursor,
} from './call.ts';
import { createCollection, createIndex, dropCollection, publishIndexes } from './catalogue.ts';
import type { Collection } from './collection.ts';
import { openCursor } from './cursors.ts';
import { Fault } from './fault.ts';
import { indexSpec } from './indexspec.ts';
import { compileFilter } from './match.ts';
import { endSession, sessionMinutes } from './sessions.ts';
import { write } from './store.ts';
import { type Doc, isObject, isTruthy, own } from './value.ts';
import { maxMessageBytes } from './wire.ts';

/** A replica set of one: without that, drivers open no transactions. */
const hello: Handler = ({ server, name }) => ({
  helloOk: true,
  [name === 'hello' ? 'isWritablePrimary' : 'ismaster']: true,
  hosts: [server.address],
  primary: server.address,
  me: server.address,
  setName: 'embedded',
  setVersion: 1,
  secondary: false,
  electionId: new ObjectId('7fffffff0000000000000001'),
  maxBsonObjectSize: 16 * 1024 * 1024,
  maxMessageSizeBytes: maxMessageBytes,
  maxWriteBatchSize: 100_000,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: sessionMinutes,
  minWireVersion: 0,
  maxWireVersion: 25,
  readOnly: false,
});

const serverStatus: Handler = ({ server }) => ({ plans: { ...server.store.plans } });

function listed(call: Call, name: string, docs: readonly Doc[]): Reply {
  const { session, transaction, server } = call;
  requireEmptyCursor(call.body);
  return openCursor(server.cursors, name, encoded(docs), { singleBatch: false, session, transaction });
}

const collectionsOf = (call: Call): Collection[] =>
  [...call.server.store.collections.values()].filter(({ ns }) => ns.startsWith(`${call.db}.`));

const idIndex: Doc = { v: 2, key: { _id: 1 }, name: '_id_' };

const listCollections: Handler = (call) => {
  const matches = compileFilter(documentArg(call.body, 'filter'), call.now);
  const docs = collectionsOf(call).map(({ ns, uuid }) => ({
    name: ns.slice(call.db.length + 1),
    type: 'collection',
    options: {},
    info: { readOnly: false, uuid },
    idIndex,
  }));
  const found = docs.filter(matches);
  const brief = isTruthy(own(call.body, 'nameOnly'));
  const shown = brief ? found.map(({ name, type }) => ({ name, type })) : found;
  return listed(call, `${call.db}.$cmd.listCollections`, shown);
};

const create: Handler = async (call) => {
  const ns = namespace(call);
  await write(call.server.store, () => createCollection(call.server.store, ns));
  return {};
};

const dropDatabase: Handler = async (call) => {
  await write(call.server.store, () => {
    for (const collection of collectionsOf(call)) dropCollection(call.server.store, collection);
  });
  return { dropped: call.db };
};

function existing(call: Call): Collection {
  const collection = collectionOf(call);
  if (!collection) throw new Fault(26, 'NamespaceNotFound', `ns does not exist: ${namespace(call)}`);
  return collection;
}

const createIndexes: Handler = async (call) => {
  const { store } = call.server;
  const ns = namespace(call);
  const specs = arrayArg(call.body, 'indexes')
    .map(indexSpec)
    .filter((spec) => spec !== undefined);
  const { collection, ...reply } = await write(store, () => {
    const createdCollectionAutomatically = !store.collections.has(ns);
    const collection = createCollection(store, ns);
    const numIndexesBefore = collection.indexes.length + 1;
    for (const spec of specs) createIndex(store, collection, spec);
    const numIndexesAfter = collection.indexes.length + 1;
    return { collection, numIndexesBefore, numIndexesAfter, createdCollectionAutomatically };
  });
  publishIndexes(store, collection);
  return reply;
};

const listIndexes: Handler = (call) => {
  const { ns, indexes } = existing(call);
  return listed(call, ns, [idIndex, ...indexes.map(({ spec }) => ({ v: 2, ...spec }))]);
};

const endSessions: Handler = ({ server, target }) => {
  for (const session of Array.isArray(target) ? target : []) {
    const id = sessionId(session);
    if (id) endSession(server.store, server.sessions, server.cursors, id);
  }
  return {};
};

/** The identity of an `lsid`. */
export function sessionId(lsid: unknown): string | undefined {
  const id = isObject(lsid) ? own(lsid, 'id') : undefined;
  return id === undefined ? undefined : String(id);
}

const withoutTransaction: Handler = () => {
  throw new Fault(251, 'NoSuchTransaction', 'no transaction number was given');
};

export const adminCommands = {
  hello,
  isMaster: hello,
  ping: () => ({}),
  serverStatus,
  listCollections,
  create,
  dropDatabase,
  createIndexes,
  listIndexes,
  endSessions,
  commitTransaction: withoutTransaction,
  abortTransaction: withoutTransaction,
} satisfies Record<string, Handler>;
