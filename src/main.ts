/** The only file that knows everything: config → store → modules → adapters → start; stops in reverse. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { webAdapter } from '../adapters/web/index.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { consolePorts } from './console-ports.ts';
import { type Running, running, takeOver } from './core/bot.ts';
import { dayIn } from './core/calendar.ts';
import { systemClock } from './core/clock.ts';
import type { Parts } from './core/context.ts';
import { randomEntropy } from './core/entropy.ts';
import { type Log, logger } from './core/log.ts';
import { registry } from './core/module.ts';
import type { Adapter, HttpRoute } from './core/platform.ts';
import { prepare } from './core/store.ts';
import { healthOf } from './health.ts';
import { modules } from './modules.ts';
import { directory } from './people/directory.ts';
import { createEmpty, createSample } from './people/sample.ts';
import { platformPorts, platformsOf } from './platforms.ts';
import { application, type Listening, listen } from './server.ts';
import { type StartedStore, startStore } from './start-store.ts';
import { type TryoutClock, tryout, tryoutClock } from './tryout.ts';

const stopWithinMs = 20_000;

interface Started {
  url: string;
  stop(): Promise<void>;
}

async function start(config: Config, log: Log): Promise<Started> {
  const store = await startStore(config);
  const real = config.slack !== undefined || config.feishu !== undefined;
  const trying = real ? undefined : await tryoutClock(store);
  const parts = partsOf(config, store, trying, log);
  await prepare(store, parts.registry.entities);
  if (store.embedded) await takeOver(store);
  await store.transact(() =>
    trying ? createSample(dayIn('Europe/Berlin', trying.now())) : createEmpty(config.firstHr),
  );
  const bot = running(parts, `${process.pid}-${randomUUID()}`);
  const platforms = await platformsOf(config, platformPorts(store, parts.clock, log));
  const web = config.console.on ? [consoleOf(config, parts, bot, trying)] : [];
  for (const adapter of [...platforms, ...web]) parts.adapters.set(adapter.name, adapter);
  const servers = await serve(config, { platforms, web, parts });
  for (const adapter of parts.adapters.values()) await adapter.start(bot);
  await bot.start();
  for (const adapter of platforms) await lookAround(adapter, bot, log);
  const [first] = servers;
  return {
    url: config.baseUrl ?? `http://${config.host}:${first?.port ?? config.port}`,
    async stop() {
      await bot.stop();
      for (const adapter of parts.adapters.values()) await adapter.stop();
      for (const server of servers) await server.stop();
      await store.close();
    },
  };
}

type OwnParts = Parts & { adapters: Map<string, Adapter> };

function partsOf(config: Config, store: StartedStore, trying: TryoutClock | undefined, log: Log): OwnParts {
  const clock = trying ?? systemClock;
  return {
    store,
    clock,
    entropy: randomEntropy,
    registry: registry(modules),
    directory: directory({ console: config.console.on, clock }),
    adapters: new Map(),
    log,
  };
}

function consoleOf(config: Config, parts: Parts, bot: Running, trying: TryoutClock | undefined) {
  const { token, host } = config.console;
  const pageRoot = fileURLToPath(new URL('../..', import.meta.url));
  return webAdapter(
    { host, pageRoot, ...(token && { token }) },
    Object.assign(consolePorts(parts, bot), trying && tryout(parts, bot, trying)),
  );
}

interface Served {
  platforms: readonly Adapter[];
  web: readonly Adapter[];
  parts: Parts;
}

/** Platforms and health on the public address; the console there too, or on one of its own beside them. */
async function serve(config: Config, { platforms, web, parts }: Served): Promise<Listening[]> {
  const { apart, host, port } = config.console;
  const routes = (of: readonly Adapter[]): HttpRoute[] => of.flatMap((a) => a.routes ?? []);
  const health = healthOf(parts);
  const main = application(routes(apart ? platforms : [...platforms, ...web]), health, parts.log);
  const servers = [await taken('PORT', config.port, listen(main, config.host, config.port))];
  if (!apart || web.length === 0) return servers;
  const beside = application(routes(web), health, parts.log);
  return [...servers, await taken('CONSOLE_PORT', port, listen(beside, host, port))];
}

const taken = (name: string, port: number, listening: Promise<Listening>): Promise<Listening> =>
  listening.catch((e: NodeJS.ErrnoException) => {
    throw new ConfigError(
      `${name} ${port} cannot be used (${e.code}). Choose another, or 0 for any free one.`,
    );
  });

/** Who there is may have changed while nobody listened. */
async function lookAround(adapter: Adapter, bot: Running, log: Log): Promise<void> {
  try {
    for (const tenant of await adapter.tenants())
      await bot.changed({ platform: adapter.name, tenant }, `start:${randomUUID()}`);
  } catch (err) {
    // The platform may be away; the product serves as soon as it is back, and looks around once a day.
    log.warn({ err, platform: adapter.name }, 'who there is could not be read');
  }
}

/** A clean end on SIGTERM and SIGINT; a second signal, or 20 s, ends it at once. */
function endOn(stop: () => Promise<void>, log: Log): void {
  let ending = false;
  const end = () => {
    if (ending) process.exit(1);
    ending = true;
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    stop().then(
      () => process.exit(0),
      (err) => {
        log.error({ err }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

async function main(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const log = logger(config.logLevel);
    const { url, stop } = await start(config, log);
    // Whoever reads this line may send the next signal.
    endOn(stop, log);
    process.stdout.write(`growloop ready ${url}\n`);
  } catch (e) {
    if (!(e instanceof ConfigError)) throw e;
    process.stderr.write(`${e.message}\n`);
    process.exit(2);
  }
}

await main();
