/** The end of somebody's case: the outcome is approved, nothing is outstanding, and the time for an appeal is over. */
import { z } from 'zod';
import { addWorkdays, dayIn, endOfDay } from '../core/calendar.ts';
import { daily } from '../core/daily.ts';
import { type Job, job } from '../core/job.ts';
import type { Place } from '../cycles/deadlines.ts';
import { moveParticipant } from '../cycles/index.ts';
import { type Cycle, cycles, type Participant, participants, schemeOf } from '../cycles/model.ts';
import { calendarsOf, peopleById, settings } from '../people/model.ts';
import { type Receipt, receipts } from '../results/model.ts';
import { entries, standingOf } from './model.ts';

const pageSize = 200;
/** Nothing is final that could still be appealed; later than that after the close nobody waits any more. */
const rememberedMs = 60 * 86_400_000;

const ahead = { $in: ['released', 'acknowledged'] };

/** The last moment for an appeal against the version that the person has. */
export const appealUntil = (
  cycle: Cycle,
  p: Participant,
  { releasedAt }: Pick<Receipt, 'releasedAt'>,
  { zone, calendar }: Place,
): Date =>
  endOfDay(zone, addWorkdays(dayIn(zone, releasedAt), schemeOf(cycle, p).rewards.appeals.window, calendar));

export const finish: Job<{ cycle: string; after: string }> = job(
  'outcomes.finish',
  { cycle: z.string(), after: z.string() },
  async (ctx, args) => {
    const cycle = await cycles.get(args.cycle);
    if (!cycle) return;
    const page = await participants.find(
      { cycle: cycle._id, person: { $gt: args.after }, state: ahead },
      { sort: { cycle: 1, person: 1 }, limit: pageSize },
    );
    for (const p of await over(cycle, page, ctx.now)) await moveParticipant(ctx, p._id, 'final');
    const last = page.at(-1)?.person;
    return page.length === pageSize && last !== undefined ? { again: { ...args, after: last } } : undefined;
  },
);

async function over(cycle: Cycle, page: readonly Participant[], now: Date): Promise<Participant[]> {
  const persons = page.map((p) => p.person);
  const standing = await standingOf(cycle._id, persons);
  const open = await entries.find({ cycle: cycle._id, person: { $in: persons }, state: { $ne: 'approved' } });
  const waits = new Set(open.map((e) => e.person));
  const given = new Map(
    (await receipts.find({ _id: { $in: page.map((p) => p._id) } })).map((r) => [r._id, r]),
  );
  const known = await peopleById(persons);
  const calendars = await calendarsOf([...known.values()].map((p) => p.calendar));
  return page.filter((p) => {
    const entry = standing.get(p.person);
    const receipt = given.get(p._id);
    const person = known.get(p.person);
    if (!entry || !receipt || !person || waits.has(p.person) || entry.version !== receipt.version)
      return false;
    const calendar = calendars.get(person.calendar) ?? { off: {}, work: {} };
    return now > appealUntil(cycle, p, receipt, { zone: person.zone, calendar });
  });
}

export const watchOutcomes = daily('outcomes.watch', '07:40', async (ctx, { zone, day }) => {
  if (zone !== (await settings()).zone) return;
  const rows = await participants.tally({ state: ahead }, ['cycle']);
  const found = await cycles.find({ _id: { $in: rows.map((r) => r._id.cycle) } }, { sort: { _id: 1 } });
  for (const { _id, state, closedAt } of found) {
    const done = state === 'closed' && ctx.now.getTime() - (closedAt?.getTime() ?? 0) > rememberedMs;
    if (!done && state !== 'cancelled')
      ctx.later(finish, { cycle: _id, after: '' }, { key: `outcomes.finish:${_id}:${day}` });
  }
});
