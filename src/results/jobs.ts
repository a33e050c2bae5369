/** What time does to results: five working days without a word count as received. */
import { z } from 'zod';
import { daily } from '../core/daily.ts';
import { type Job, job } from '../core/job.ts';
import { cycles } from '../cycles/model.ts';
import { calendarsOf, peopleById, settings } from '../people/model.ts';
import { silenceAfter, soonestSilence } from './deadlines.ts';
import { received } from './handlers.ts';
import { type Receipt, receipts, results } from './model.ts';
import { silence } from './rules.ts';
import { showOwn } from './shows.ts';

const page = 200;

export const watchResults = daily('results.watch', '07:40', async (ctx, { zone, day }) => {
  if (zone !== (await settings()).zone) return;
  ctx.later(sweep, { after: '' }, { key: `results.sweep:${day}` });
});

/** Open receipts that are old enough, a page at a time; a paused or cancelled cycle waits. */
export const sweep: Job<{ after: string }> = job(
  'results.sweep',
  { after: z.string() },
  async (ctx, { after }) => {
    const found = await receipts.find(
      { state: 'open', releasedAt: { $lte: soonestSilence(ctx.now) }, _id: { $gt: after } },
      { sort: { _id: 1 }, limit: page },
    );
    const running = new Set(
      (await cycles.find({ _id: { $in: cyclesOf(found) }, state: { $in: ['running', 'closing'] } })).map(
        (c) => c._id,
      ),
    );
    const people = await peopleById(found.map((r) => r.person));
    const calendars = await calendarsOf([...people.values()].map((p) => p.calendar));
    for (const receipt of found) {
      const person = people.get(receipt.person);
      if (!person || !running.has(receipt.cycle)) continue;
      const calendar = calendars.get(person.calendar) ?? { off: {}, work: {} };
      const next = silence(receipt, silenceAfter(receipt, { zone: person.zone, calendar }), ctx.now);
      if (!next) continue;
      const saved = await received(ctx, receipt, next);
      await showOwn(ctx, await results.must(`${receipt._id}:${receipt.version}`), saved);
    }
    const last = found.at(-1)?._id;
    return found.length === page && last !== undefined ? { again: { after: last } } : undefined;
  },
);

const cyclesOf = (found: readonly Receipt[]): string[] => [...new Set(found.map((r) => r.cycle))];
