/** What follows the news of cycles: series begin, managers take over, those who leave are left alone. */
import { z } from 'zod';
import { dayIn, isWorkday } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { daily } from '../core/daily.ts';
import { job, news } from '../core/job.ts';
import { cycles, isIn, participants } from '../cycles/model.ts';
import { calendarOf, calendarsOf, namesOf, peopleById } from '../people/model.ts';
import { digestCard } from './cards-line.ts';
import { queueNext, rhythmOf } from './jobs-ask.ts';
import { announceObstacle } from './jobs-obstacle.ts';
import { showMine, showObstacle } from './live.ts';
import { checkIns, freshFor, lastHeld, obstacles, openIn } from './model.ts';
import { restTalk, sceneOf } from './scene.ts';

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

/** The new manager takes over the records and what waits for an answer. */
export const tookOver = job(
  'checkins.tookOver',
  news({ from: z.string().optional(), to: z.string().optional() }),
  async (ctx, { about: person, ref: cycle, data }) => {
    const { to } = data;
    const lead = to ? { $set: { manager: to } } : { $unset: { manager: '' } };
    await checkIns.change({ cycle, person }, { ...lead, $inc: { rev: 1 } });
    if (!to || to === person) return;
    for (const o of await obstacles.find({ cycle, person, state: 'open' }, { sort: { _id: 1 } })) {
      if (o.to !== data.from) continue;
      const saved = await obstacles.save({ ...o, to });
      await showObstacle(ctx, saved);
      await announceObstacle(ctx, saved);
    }
  },
);

/** Who leaves the cycle has nothing open any more. */
export const withdrawn = job('checkins.withdrawn', news({}), async (ctx, { about: person, ref: cycle }) => {
  const open = await openIn(cycle, person);
  if (open) {
    const { open: _, snoozedTo: __, ...rest } = open;
    const checkIn = await checkIns.save({ ...rest, state: 'dropped' });
    await restTalk(checkIn);
    await showMine(ctx, await sceneOf(checkIn));
  }
  for (const o of await obstacles.find({ cycle, person, state: 'open' }, { sort: { _id: 1 } }))
    await showObstacle(ctx, await obstacles.save({ ...o, state: 'withdrawn' }));
});

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
    const fresh = await freshFor(id);
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
