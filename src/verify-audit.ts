/** `npm run verify-audit`: walks the chain of facts. 0: whole; 1: broken, and where; 2: the store cannot be read. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Config, ConfigError, readConfig } from './config.ts';
import { verify } from './insights/verify.ts';
import { startStore } from './start-store.ts';

/** Looking must not make an empty store where there is none. */
function refuseNothing(config: Config): void {
  const dir = resolve(config.dataDir);
  if (!config.mongoUri && !existsSync(dir))
    throw new ConfigError(`DATA_DIR: there is nothing in ${dir} yet; npm start makes it.`);
}

async function main(): Promise<number> {
  const config = readConfig(process.env);
  refuseNothing(config);
  const store = await startStore(config);
  try {
    const { verdict, text } = await verify(store);
    process.stdout.write(`${text}\n`);
    return verdict.whole ? 0 : 1;
  } finally {
    await store.close();
  }
}

process.exitCode = await main().catch((e: unknown) => {
  if (!(e instanceof ConfigError)) throw e;
  process.stderr.write(`${e.message}\n`);
  return 2;
});
