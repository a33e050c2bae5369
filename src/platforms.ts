/** The platforms that are configured. */
import type { Config } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { Log } from './core/log.ts';
import type { Adapter, PlatformPorts } from './core/platform.ts';
import { sealingOf } from './core/seal.ts';
import type { Store } from './core/store.ts';
import { aboutPeople } from './people/platform-ports.ts';

export function platformsOf(config: Config, store: Store, clock: Clock, log: Log): Adapter[] {
  const ports: PlatformPorts = {
    connection: store.connection,
    log,
    now: clock.now,
    sealing: sealingOf(store),
    ...aboutPeople((run) => store.within(run)),
  };
  void config;
  void ports;
  return [];
}
