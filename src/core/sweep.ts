/** What every minute brings: daily jobs queued, lost leases returned, what is long done forgotten. */
import type { Parts } from './context.ts';
import { queueDaily } from './daily.ts';
import { jobs } from './job.ts';
import { outbox } from './outbox.ts';

export interface Sweep {
  destroy(): void | Promise<void>;
}

/** Done rows are kept as long as somebody may still ask for the same thing again. */
const keptMs = 30 * 86_400_000;

export async function calendarPass(parts: Parts): Promise<void> {
  try {
    await queueDaily(parts);
    await forget(parts);
  } catch (err) {
    parts.log.error({ err }, 'the minute’s pass failed');
  }
}

export async function forget(parts: Parts): Promise<void> {
  const old = { state: 'done', doneAt: { $lt: new Date(parts.clock.now().getTime() - keptMs) } };
  await parts.store.within(async () => {
    await jobs.remove(old);
    await outbox.remove(old);
  });
}
