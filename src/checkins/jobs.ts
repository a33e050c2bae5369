/** What follows the news of cycles: series begin, and what came in reaches the managers. */
import { z } from 'zod';
import { dayIn, isWorkday } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { daily } from '../core/daily.ts';
import { job, news } from '../core/job.ts';
import { cycles, isIn, participants } from '../cycles/model.ts';
import { calendarOf, calendarsOf, namesOf, peopleById } from '../people/model.ts';
import { digestCard } from './cards-line.ts';
import { queueNext, rhythmOf } from './jobs-ask.ts';
import { checkIns, lastHeld } from './model.ts';

/** People per transaction. */
const page = 200;

export const planSeries = job(
  'checkins.plan',
  { cycle: z.string(), after: z.string() },
  async (ctx, { cycle: id, after }) => {
    const cycle = await cycles.get(id);
    if (!cycle) return undefined;
    const found = await participants.find(
      { cycle: id, person: { $gt: after } },
      { sort: { person: 1 }, limit: page },
    );
    const known = await peopleById(found.filter(isIn).map((p) => p.person));
    const calendars = await calendarsOf([...known.values()].map((p) => p.calendar));
    for (const participant of found) {
      const person = known.get(participant.person);
      const calendar = calendars.get(person?.calendar ?? '') ?? { off: {}, work: {} };
      const place = person && { zone: person.zone, quiet: person.quiet, calendar };
      const rhythm = place && rhythmOf(cycle, participant, person, place);
      if (rhythm) queueNext(ctx, rhythm);
    }
    const last = found.at(-1)?.person;
    return found.length === page && last ? { again: { cycle: id, after: last } } : undefined;
  },
);

const plan = (ctx: Ctx, cycle: string) => ctx.later(planSeries, { cycle, after: '' });

export const trackingOpened = job(
  'checkins.opened',
  news({ phase: z.string() }),
  async (ctx, { about, data }) => {
    if (data.phase === 'tracking') plan(ctx, about);
  },
);

export const trackingExtended = job(
  'checkins.extended',
  news({ phase: z.string() }),
  async (ctx, { about, data }) => {
    if (data.phase === 'tracking') plan(ctx, about);
  },
);

export const resumed = job('checkins.resumed', news({}), async (ctx, { about }) => plan(ctx, about));

/** One message a manager and day, if something came in, on their working day. */
export const digests = daily('checkins.digests', '16:00', async (ctx, { zone, day }) => {
  const counts = await checkIns.tally({ fresh: true }, ['manager']);
  const managers = counts
    .map((c) => c._id.manager)
    .filter(Boolean)
    .sort();
  const known = await peopleById(managers);
  for (const id of managers)
    if (known.get(id)?.zone === zone)
      ctx.later(digest, { manager: id, day }, { key: `checkins.digest:${id}:${day}` });
});

export const digest = job(
  'checkins.digest',
  { manager: z.string(), day: z.string() },
  async (ctx, { manager: id, day }) => {
    const manager = (await peopleById([id])).get(id);
    if (!manager || !isWorkday(dayIn(manager.zone, ctx.now), await calendarOf(manager))) return;
    const fresh = await checkIns.find({ fresh: true, manager: id }, { sort: { doneAt: 1, _id: 1 } });
    if (fresh.length === 0) return;
    const names = await namesOf(fresh.map((c) => c.person));
    const came = [];
    for (const checkIn of fresh) {
      came.push({ checkIn, before: await lastHeld(checkIn) });
      const { fresh: _, ...rest } = checkIn;
      await checkIns.save(rest);
    }
    ctx.tell(`checkins.digest:${day}`, { person: id }, digestCard(came, names), { proactive: true });
  },
);
