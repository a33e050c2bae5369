/** The sample company when outcomes open: Monday 7 June 2027, everybody but 梅雪 has a result, no appeal is open any more. */

import { jobs } from '../../src/core/job.ts';
import { cycles } from '../../src/cycles/model.ts';
import type { Disturbance, World } from '../kit/world.ts';
import { releasedWorld } from '../results/arrange.ts';

export const start = '2027-06-07T08:00:00Z';

const opened = ['planning', 'tracking', 'assessment', 'calibration', 'feedback', 'appeals', 'outcomes'];

export async function outcomesWorld(
  database: string,
  more: () => Promise<void> = async () => {},
  how: Disturbance = {},
): Promise<World> {
  const w = await releasedWorld(`outcomes-${database}`, more, how);
  // Six weeks of days in which nothing happens are passed over: what was queued for them goes.
  await w.inside(() => jobs.remove({ state: 'ready' }));
  w.clock.moveTo(new Date(start));
  await w.inside(() => cycles.change({ _id: 'q1' }, { $set: { opened, locked: opened.slice(0, 6) } }));
  await w.bot.settle();
  return w;
}

/** A press as it arrives from an old card. */
export const pressed = (token: string, value?: string) =>
  ({ kind: 'press', token, ...(value && { value }) }) as never;
