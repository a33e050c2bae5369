/**
 * Copies a store into an empty one: `npm run copy -- <from> <to>`, each a MongoDB URI or `embedded:<directory>`. Run it
 * while nothing writes to the source; a copy that fails leaves what it has copied so far.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { startEmbedded } from './embedded/index.ts';

type Db = mongoose.mongo.Db;
type Collection = mongoose.mongo.Collection;
type Say = (line: string) => void;

interface Opened {
  db: Db;
  close(): Promise<void>;
}

const embeddedPrefix = 'embedded:';
const batchSize = 1000;
/** Numbers keep their types on the way. */
const lossless = { promoteValues: false, promoteLongs: false, bsonRegExp: true } as const;

async function open(where: string): Promise<Opened> {
  const embedded = where.startsWith(embeddedPrefix)
    ? await startEmbedded({ dir: resolve(where.slice(embeddedPrefix.length)) })
    : undefined;
  try {
    const client = await new mongoose.mongo.MongoClient(embedded?.uri ?? where).connect();
    const close = async (): Promise<void> => {
      await client.close();
      await embedded?.stop();
    };
    return { db: client.db(), close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function collectionsOf(db: Db): Promise<string[]> {
  const listed = await db.listCollections({}, { nameOnly: true }).toArray();
  return listed
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.'))
    .sort();
}

async function copyDocuments(from: Collection, to: Collection): Promise<void> {
  let batch: mongoose.mongo.Document[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length) await to.insertMany(batch);
    batch = [];
  };
  for await (const doc of from.find({}, lossless)) {
    batch.push(doc);
    if (batch.length === batchSize) await flush();
  }
  await flush();
}

async function copyIndexes(from: Collection, to: Collection): Promise<number> {
  const indexes = (await from.indexes()).filter(({ name }) => name !== '_id_');
  for (const { v: _, key, ...options } of indexes) await to.createIndex(key, options);
  return indexes.length;
}

/** Counts are compared before the indexes are made: a TTL index may delete at once. */
async function copyCollection(from: Db, to: Db, name: string, say: Say): Promise<void> {
  const [source, target] = [from.collection(name), to.collection(name)];
  await to.createCollection(name);
  await copyDocuments(source, target);
  const [expected, counted] = await Promise.all([source.countDocuments(), target.countDocuments()]);
  if (expected !== counted)
    throw new Error(`${name}: ${expected} documents in the source, ${counted} in the copy`);
  const indexes = await copyIndexes(source, target);
  say(`${name}: ${counted} documents, ${indexes} indexes`);
}

export async function copyStore(from: string, to: string, say: Say): Promise<void> {
  const source = await open(from);
  try {
    const target = await open(to);
    try {
      const present = await collectionsOf(target.db);
      if (present.length) throw new Error(`${to} is not empty: it has ${present.join(', ')}`);
      for (const name of await collectionsOf(source.db))
        await copyCollection(source.db, target.db, name, say);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** 0: copied; 1: refused or failed; 2: called wrongly. */
async function main(args: readonly string[]): Promise<number> {
  const [from, to, ...more] = args;
  if (!from || !to || more.length) {
    process.stderr.write(
      'usage: npm run copy -- <mongodb://… | embedded:dir> <mongodb://… | embedded:dir>\n',
    );
    return 2;
  }
  try {
    await copyStore(from, to, (line) => void process.stdout.write(`${line}\n`));
    return 0;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
