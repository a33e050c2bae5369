/** The platforms that are configured, and what each of them is given. */
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
  ...aboutPeople((run) => store.within(run), clock.now),
});

/** Their SDKs take half a second to load, so only what is configured is loaded. */
export async function platformsOf(
  { slack, feishu, baseUrl }: Config,
  ports: PlatformPorts,
): Promise<Adapter[]> {
  const adapters: Adapter[] = [];
  if (slack) {
    const { slackAdapter } = await import('../adapters/slack/index.ts');
    adapters.push(slackAdapter({ ...slack, baseUrl }, ports));
  }
  if (feishu) {
    const { feishuAdapter } = await import('../adapters/feishu/index.ts');
    adapters.push(feishuAdapter(feishu, ports));
  }
  return adapters;
}
