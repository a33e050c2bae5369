import mongoose from 'mongoose';
import { type Backend, backends } from './backend.ts';

export function uriOf(backend: Backend): string {
  const uri = backend === 'embedded' ? process.env.TEST_STORE_URI : process.env.TEST_MONGODB_URI;
  if (!uri)
    throw new Error(`there is no ${backend} to test on; jest's globalSetup starts the embedded store`);
  return uri;
}

/**
 * A connection to a fresh database of that name, which goes when the test file is done. To be awaited at the top of the
 * file, with a name that no other file has.
 */
export async function connect(name: string, backend: Backend = 'embedded'): Promise<mongoose.Connection> {
  const connection = await mongoose.createConnection(uriOf(backend), { dbName: name }).asPromise();
  await connection.dropDatabase();
  afterAll(async () => {
    await connection.dropDatabase();
    await connection.close();
  });
  return connection;
}

/** Defines one suite on every backend there is, each with a fresh database. To be awaited at the top of a file. */
export async function onEachBackend(
  name: string,
  suite: (connection: mongoose.Connection, backend: Backend) => void,
): Promise<void> {
  for (const backend of backends) {
    const connection = await connect(name, backend);
    describe(`on ${backend}`, () => suite(connection, backend));
  }
}
