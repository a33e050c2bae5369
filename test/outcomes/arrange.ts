/** The sample company when outcomes open: Monday 7 June 2027, everybody but 梅雪 has a result, no appeal is open any more. */

import { queueDaily } from '../../src/core/daily.ts';
import { jobs } from '../../src/core/job.ts';
import { cycles, type Grade, participants } from '../../src/cycles/model.ts';
import { tasks } from '../../src/outcomes/home.ts';
import { batches, entries } from '../../src/outcomes/model.ts';
import { revise } from '../../src/results/issue.ts';
import { resultOf } from '../../src/results/model.ts';
import type { Disturbance, World } from '../kit/world.ts';
import { does, releasedWorld } from '../results/arrange.ts';

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
  await queueDaily(w.parts);
  await w.bot.settle();
  return w;
}

/** A press as it arrives from an old card. */
export const pressed = (token: string, value?: string) =>
  ({ kind: 'press', token, ...(value && { value }) }) as never;

/** What is stored, what somebody owes, and what happens elsewhere. */
export const looking = (w: () => World) => ({
  owes: async (person: string) =>
    (await w().inside(() => tasks(person, w().clock.now()))).map((t) => t.title('en')),
  batch: (n: number) => w().inside(() => batches.must(`q1:${n}`)),
  row: (person: string, n = 1) => w().inside(() => entries.must(`q1:${n}:${person}`)),
  stateOf: async (person: string) => (await w().inside(() => participants.must(`q1:${person}`))).state,
  /** The newest file of somebody whose name ends so. */
  fileOf: (person: string, ending: string): Buffer =>
    w()
      .as(person)
      .messages()
      .filter((m) => m.file?.name.endsWith(ending))
      .at(-1)?.file?.bytes ?? Buffer.alloc(0),
  /** An appeal is opened, or ends without a change. */
  appeals: (person: string, state: 'appealing' | 'released') =>
    w().inside(() => participants.change({ _id: `q1:${person}` }, { $set: { state }, $inc: { rev: 1 } })),
  /** An appeal ends with another grade. */
  revised: async (person: string, grade: Grade) => {
    w().clock.moveTo(new Date(w().clock.now().getTime() + 1000));
    await does(w(), 'lin', async (ctx) => {
      const before = await resultOf('q1', person);
      if (before) await revise(ctx, before, { appeal: 'a1', reasons: 'x', by: ['lin'], grade });
    });
  },
});
