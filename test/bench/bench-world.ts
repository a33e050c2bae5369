/** A real store on disk and the real router, with a platform that only remembers. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Running, running } from '../../src/core/bot.ts';
import { type Clock, systemClock } from '../../src/core/clock.ts';
import type { Parts } from '../../src/core/context.ts';
import { randomEntropy } from '../../src/core/entropy.ts';
import { silent } from '../../src/core/log.ts';
import { type Module, registry } from '../../src/core/module.ts';
import { openStore, prepare, type Store } from '../../src/core/store.ts';
import { startEmbedded } from '../../src/embedded/index.ts';
import { directory } from '../../src/people/directory.ts';
import { fakePlatform } from '../kit/platform.ts';

export interface BenchWorld {
  store: Store;
  parts: Parts;
  bot: Running;
  end(): Promise<void>;
}

export async function benchWorld(
  modules: readonly Module[],
  arrange: () => Promise<void>,
  clock: Clock = systemClock,
): Promise<BenchWorld> {
  const dir = mkdtempSync(join(tmpdir(), 'growloop-bench-'));
  const server = await startEmbedded({ dir });
  const store = await openStore(server.uri, Buffer.alloc(32, 5));
  const platform = fakePlatform(clock);
  const parts: Parts = {
    store,
    clock,
    entropy: randomEntropy,
    registry: registry(modules),
    directory: directory({ console: true, clock }),
    adapters: new Map([[platform.name, platform]]),
    log: silent,
  };
  await prepare(store, parts.registry.entities);
  await store.within(arrange);
  return {
    store,
    parts,
    bot: running(parts, 'bench'),
    end: async () => {
      await store.close();
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.floor(sorted.length * q)] ?? Number.NaN;

/** Memory that is the process's own; pages of the store's file, which the system may drop at will, are not in it. */
export function memoryMb(): { own: number; all: number } {
  const status = readFileSync('/proc/self/status', 'utf8');
  const kb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN);
  return { own: kb('RssAnon') / 1024, all: kb('VmRSS') / 1024 };
}
