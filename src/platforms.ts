/** The platforms that are configured, and what each of them is given. */
import { feishuAdapter } from '../adapters/feishu/index.ts';
import { slackAdapter } from '../adapters/slack/index.ts';
import type { Config } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { Log } from './core/log.ts';
import type { Adapter, PlatformPorts } from './core/platform.ts';
import { sealingOf } from './core/seal.ts';
import type { Store } from './core/store.ts';
import { aboutPeople } from './people/platform-ports.ts';

export const platformPorts = (store: Store, clock: Clock, log: Log): PlatformPorts => ({
  connection: store.connection,
  log,
  now: clock.now,
  sealing: sealingOf(store),
  ...aboutPeople((run) => store.within(run)),
});

export function platformsOf({ slack, feishu, baseUrl }: Config, ports: PlatformPorts): Adapter[] {
  return [
    ...(slack ? [slackAdapter({ ...slack, baseUrl }, ports)] : []),
    ...(feishu ? [feishuAdapter(feishu, ports)] : []),
  ];
}
