/** Which store: the one MONGODB_URI names, or the embedded one in DATA_DIR. After this nobody can tell them apart. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Config, ConfigError } from './config.ts';
import { openStore, type Store } from './core/store.ts';
import { startEmbedded } from './embedded/index.ts';

export interface StartedStore extends Store {
  embedded: boolean;
}

export async function startStore(config: Config): Promise<StartedStore> {
  if (config.mongoUri && config.secretsKey) return mongo(config.mongoUri, config.secretsKey);
  const dir = resolve(config.dataDir);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const server = await startEmbedded({ dir }).catch((e: Error) => {
    throw new ConfigError(`DATA_DIR: ${e.message}`);
  });
  const store = await openStore(server.uri, config.secretsKey ?? ownKey(join(dir, 'key')));
  return {
    ...store,
    embedded: true,
    close: async () => {
      await store.close();
      await server.stop();
    },
  };
}

async function mongo(uri: string, key: Buffer): Promise<StartedStore> {
  const store = await openStore(uri, key).catch((e: Error) => {
    throw new ConfigError(`MONGODB_URI: ${e.message}. Is the server up, and may this machine reach it?`);
  });
  const hello = await store.connection.db?.admin().command({ hello: 1 });
  if (!hello?.setName && hello?.msg !== 'isdbgrid') {
    await store.close();
    throw new ConfigError(
      'MONGODB_URI names a standalone MongoDB, which has no transactions. Start it with --replSet rs0 and run rs.initiate() in mongosh once; one node is enough.',
    );
  }
  return { ...store, embedded: false };
}

/** Made once, readable by the owner only. Whoever has it and the data can read everything. */
function ownKey(file: string): Buffer {
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
}
