/** `npm run doctor`: what is configured, what is missing, and where to click. Exit 0: all well; 1: something is missing. */

import { accessSync, constants, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Config, ConfigError, isLoopback, readConfig } from './config.ts';
import { systemClock } from './core/clock.ts';
import { logger } from './core/log.ts';
import { openStore, type Store } from './core/store.ts';
import { platformPorts, platformsOf } from './platforms.ts';
import { startStore } from './start-store.ts';

interface Finding {
  well: boolean;
  what: string;
  /** What to do about it. */
  mend?: string;
}

const well = (what: string): Finding => ({ well: true, what });
const ill = (what: string, mend: string): Finding => ({ well: false, what, mend });

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = major > 20 || (major === 20 && minor >= 19);
  return fits
    ? well(`Node ${process.versions.node}`)
    : ill(`Node ${process.versions.node}`, 'Install Node 20.19 or newer.');
}

async function portFree(config: Config): Promise<Finding> {
  const where = `${config.host}:${config.port}`;
  const free = await new Promise<boolean>((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(config.port, config.host, () => probe.close(() => done(true)));
  });
  return free
    ? well(`${where} is free`)
    : ill(`${where} is in use`, 'Stop what runs there (perhaps growloop itself), or set PORT.');
}

async function store(config: Config): Promise<Finding[]> {
  if (config.mongoUri && config.secretsKey) return [await mongo(config.mongoUri, config.secretsKey)];
  const dir = resolve(config.dataDir);
  if (!existsSync(dir)) return [well(`store: embedded, ${dir} will be made at the first start`)];
  try {
    accessSync(dir, constants.R_OK | constants.W_OK);
  } catch {
    return [ill(`store: ${dir} cannot be written`, 'Give this user the directory, or set DATA_DIR.')];
  }
  const key = resolve(dir, 'key');
  const open = existsSync(key) && (statSync(key).mode & 0o077) !== 0;
  return [
    well(`store: embedded, in ${dir}`),
    open ? ill(`${key} can be read by others`, `chmod 600 ${key}`) : well('key: only this user reads it'),
  ];
}

async function mongo(uri: string, key: Buffer): Promise<Finding> {
  try {
    const opened = await openStore(uri, key);
    const hello = await opened.connection.db?.admin().command({ hello: 1 });
    await opened.close();
    if (hello?.setName || hello?.msg === 'isdbgrid') return well('store: MongoDB, a replica set');
    return ill(
      'store: a standalone MongoDB',
      'Start it with --replSet rs0 and run rs.initiate() in mongosh once.',
    );
  } catch (e) {
    return ill(
      `store: MongoDB does not answer (${(e as Error).message})`,
      'Check MONGODB_URI and that the server is up.',
    );
  }
}

function reach(config: Config): Finding {
  if (!config.console.on) return well('console: off beside a real platform (CONSOLE=on serves it)');
  if (config.console.apart)
    return well(`console: http://127.0.0.1:${config.console.port}, asks for CONSOLE_TOKEN`);
  if (isLoopback(config.host))
    return well(`console: open to this computer only, http://${config.host}:${config.port}`);
  return well(`console: on ${config.host}:${config.port}, asks for CONSOLE_TOKEN`);
}

/** The store with what was counted. An embedded one has one owner: while the bot is that, an empty one has to do. */
async function storeOf(config: Config): Promise<{ store: Store; busy: boolean; end: () => Promise<void> }> {
  const there = config.mongoUri !== undefined || existsSync(resolve(config.dataDir));
  let busy = false;
  const instead = (e: unknown): undefined => {
    if (config.mongoUri || !(e instanceof ConfigError)) throw e;
    busy = e.message.includes('in use by');
  };
  const own = there ? await startStore(config).catch(instead) : undefined;
  if (own) return { store: own, busy, end: () => own.close() };
  const dir = mkdtempSync(join(tmpdir(), 'growloop-doctor-'));
  const store = await startStore({ ...config, dataDir: dir });
  const end = async () => {
    await store.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { store, busy, end };
}

/** Asks the platforms themselves. Of many workspaces it needs the store that knows them. */
async function platforms(config: Config): Promise<Finding[]> {
  if (!config.slack && !config.feishu) return [];
  const { store, busy, end } = await storeOf(config);
  try {
    const all = await platformsOf(config, platformPorts(store, systemClock, logger('silent')));
    const found = await Promise.all(all.map((a) => a.examine()));
    const said = found.flat().map(({ well: fine, text }) => ({ well: fine, what: text }));
    return busy
      ? [...said, well('growloop is running: what it has counted can be looked at when it is stopped')]
      : said;
  } finally {
    await end();
  }
}

async function main(): Promise<number> {
  const findings = [node()];
  try {
    const config = readConfig(process.env);
    findings.push(
      await portFree(config),
      ...(await store(config)),
      reach(config),
      ...(await platforms(config)),
    );
  } catch (e) {
    if (!(e instanceof ConfigError)) throw e;
    findings.push(ill(e.message, '.env.example lists every variable.'));
  }
  const lines = findings.map(
    (f) => `${f.well ? 'ok     ' : 'missing'}  ${f.what}${f.mend ? `\n         → ${f.mend}` : ''}`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  return findings.every((f) => f.well) ? 0 : 1;
}

process.exitCode = await main();
