/** The only file that knows everything: config → store → modules → adapters → start; stops in reverse. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type ConsolePorts, webAdapter } from '../adapters/web/index.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { type Running, running, takeOver } from './core/bot.ts';
import { dayIn } from './core/calendar.ts';
import type { Clock } from './core/clock.ts';
import type { Parts } from './core/context.ts';
import { randomEntropy } from './core/entropy.ts';
import { type Log, logger } from './core/log.ts';
import { registry } from './core/module.ts';
import { seal, unseal } from './core/seal.ts';
import { prepare, type Store } from './core/store.ts';
import { healthOf } from './health.ts';
import { modules } from './modules.ts';
import { directory } from './people/directory.ts';
import { people, settings } from './people/model.ts';
import { createSample } from './people/sample.ts';
import { application, listen } from './server.ts';
import { startStore } from './start-store.ts';
import { tryout, tryoutClock } from './tryout.ts';

const stopWithinMs = 20_000;

async function start(config: Config, log: Log): Promise<() => Promise<void>> {
  const store = await startStore(config);
  const clock = await tryoutClock(store);
  const adapters = new Map();
  const parts: Parts = {
    store,
    clock,
    entropy: randomEntropy,
    registry: registry(modules),
    directory: directory({ console: config.console.on, clock }),
    adapters,
    log,
  };
  await prepare(store, parts.registry.entities);
  if (store.embedded) await takeOver(store);
  await store.transact(() => createSample(dayIn('Europe/Berlin', clock.now())));
  const bot = running(parts, `${process.pid}-${randomUUID()}`);
  const { token } = config.console;
  const web = webAdapter(
    {
      host: config.host,
      pageRoot: fileURLToPath(new URL('../..', import.meta.url)),
      ...(token && { token }),
    },
    Object.assign(portsOf(store, clock, bot, log), tryout(parts, bot, clock)),
  );
  adapters.set(web.name, web);
  const app = application(web.routes, healthOf(parts), log);
  const server = await listen(app, config.host, config.port).catch((e: NodeJS.ErrnoException) => {
    throw new ConfigError(
      `PORT ${config.port} cannot be used (${e.code}). Choose another, or 0 for any free one.`,
    );
  });
  await web.start(bot);
  await bot.start();
  process.stdout.write(`growloop ready ${config.baseUrl ?? `http://${config.host}:${server.port}`}\n`);
  return async () => {
    await bot.stop();
    await web.stop();
    await server.stop();
    await store.close();
  };
}

function portsOf(store: Store, clock: Clock, bot: Running, log: Log): ConsolePorts {
  return {
    connection: store.connection,
    now: clock.now,
    log,
    settled: async () => {
      await bot.settle();
    },
    sealing: {
      seal: async (subject, about, text) => seal(await store.keyring.keyOf(subject), about, text),
      open: async (subject, about, text) =>
        unseal(await store.keyring.keyOf(subject), about, text).toString(),
    },
    people: () =>
      store.within(async () => {
        const today = dayIn((await settings()).zone, clock.now());
        const all = await people.find({}, { sort: { _id: 1 } });
        return all
          .filter((p) => p.left === undefined || p.left >= today)
          .map((p) => ({
            id: p._id,
            name: p.name,
            unit: p.unit,
            title: p.title,
            locale: p.locale,
            timeZone: p.zone,
            roles: p.roles,
            ...(p.manager && { managerId: p.manager }),
          }));
      }),
  };
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
    endOn(await start(config, log), log);
  } catch (e) {
    if (!(e instanceof ConfigError)) throw e;
    process.stderr.write(`${e.message}\n`);
    process.exit(2);
  }
}

await main();
