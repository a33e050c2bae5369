/**
 * What a cycle leaves behind is kept for three years after its end, as everybody was told at the kick-off, then erased. A
 * draft that was thrown away left nothing.
 */
import { z } from 'zod';
import { addMonths, at } from '../core/calendar.ts';
import { daily } from '../core/daily.ts';
import { type Job, job } from '../core/job.ts';
import { settings } from '../people/index.ts';
import { cycleErased } from './facts.ts';
import { cycles } from './model.ts';

const keptMonths = 36;

export const eraseOld = daily('cycles.eraseOld', '03:30', async (ctx, { zone, day }) => {
  if (zone !== (await settings()).zone) return;
  const before = at(zone, addMonths(day, -keptMonths), '00:00');
  const ended = [
    { state: 'closed', closedAt: { $lt: before } },
    { state: 'cancelled', 'cancelled.at': { $lt: before } },
  ];
  const over = await cycles.find({ $or: ended, erasedAt: { $exists: false } });
  for (const { _id } of over) ctx.later(eraseCycle, { cycle: _id, n: -1 }, { key: `cycles.erase:${_id}` });
});

/** First what only names its parent, then collection by collection; audit facts carry no text and stay. */
export const eraseCycle: Job<{ cycle: string; n: number }> = job(
  'cycles.erase',
  { cycle: z.string(), n: z.number() },
  async (ctx, { cycle: id, n }) => {
    const { modules, entities } = ctx.registry;
    const own = entities.filter((e) => e.ofCycle);
    if (n < 0) for (const { erase } of modules) await erase?.(id);
    else await own[n]?.remove({ cycle: id });
    if (n + 1 < own.length) return { again: { cycle: id, n: n + 1 } };
    await cycles.save({ ...(await cycles.must(id)), erasedAt: ctx.now });
    ctx.record(cycleErased, { about: id, data: {} });
  },
);
