/**
 * From a draft to a running cycle, in steps of a thousand people: the look before the launch, the participants, then the
 * personal cards. Each step is a transaction and may be run again: a participant's id is made of cycle and person, and
 * the launch is over only when there are as many participants as people in the audience.
 */
import { z } from 'zod';
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { type Job, job } from '../core/job.ts';
import { findCircles } from '../people/lines.ts';
import { calendarOf, namesOf, type Person, people, settings } from '../people/model.ts';
import { audienceFilter, climb, decidersOf, type Page, pageOf, pageSize, withNamed } from './audience.ts';
import { type Broadcast, broadcasts, welcomeKey } from './broadcast.ts';
import { welcomeCard } from './cards-announce.ts';
import { checkOf, countIn, emptyTally } from './check.ts';
import { watchCards } from './delivery.ts';
import { notEligible } from './eligibility.ts';
import { cycleLaunched } from './facts.ts';
import { showLive } from './live.ts';
import { type Cycle, cycles, type Participant, participantId, participants } from './model.ts';
import { launched } from './rules.ts';
import { turn } from './turn.ts';

const todayAt = async (now: Date) => dayIn((await settings()).zone, now);
const nextPage = (cycle: Cycle, today: string, after: string) =>
  pageOf(cycle.audience, cycle.period.from, today, after);

/** The look before the launch: everybody once, page by page. */
export const checkLaunch: Job<{ cycle: string }> = job(
  'cycles.check',
  { cycle: z.string() },
  async (ctx, args) => {
    const cycle = await cycles.get(args.cycle);
    if (cycle?.state !== 'draft') return;
    const today = await todayAt(ctx.now);
    const tally = emptyTally();
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page: Page = await nextPage(cycle, today, after);
      const reach = await ctx.reach(page.people.map((p) => p._id));
      const managers = await decidersOf(page.people, today, cycle.evaluators);
      countIn(tally, cycle, page.people, { reach, managers });
      after = page.last;
    }
    for (const { manager } of cycle.evaluators ?? [])
      if (!tally.lines.has(manager)) tally.lines.set(manager, (await people.get(manager))?.manager);
    await climb(tally.lines);
    const lines = [...withNamed(tally.lines, cycle.evaluators)].map(([_id, manager]) => ({
      _id,
      ...(manager && { manager }),
    }));
    const check = checkOf(tally, cycle, {
      at: ctx.now,
      today,
      circles: findCircles(lines),
      calendar: await calendarOf(await settings()),
      overlapping: await overlapping(cycle),
    });
    await showLive(ctx, await cycles.save({ ...cycle, check }));
  },
);

async function overlapping(cycle: Cycle): Promise<string[]> {
  const others = await cycles.find({ state: { $in: ['scheduled', 'running', 'paused'] } });
  return others
    .filter((c) => c._id !== cycle._id && c.schemeName === cycle.schemeName)
    .filter((c) => c.period.from <= cycle.period.to && cycle.period.from <= c.period.to)
    .map((c) => c.name)
    .sort();
}

const steps = { cycle: z.string(), after: z.string() };

/** Makes the participants, then marks who leads, then begins. */
export const launch: Job<{ cycle: string; after: string }> = job(
  'cycles.launch',
  steps,
  async (ctx, args) => {
    const cycle = await cycles.get(args.cycle);
    if (cycle?.state !== 'scheduled') return;
    const today = await todayAt(ctx.now);
    const page = await nextPage(cycle, today, args.after);
    await enrol(cycle, page.people, today);
    if (page.last) return { again: { cycle: cycle._id, after: page.last } };
    const there = await participants.count({ cycle: cycle._id });
    const expected = await people.count(audienceFilter(cycle.audience, cycle.period.from, today));
    // Somebody was added behind our back while we went through: once more from the start.
    if (there < expected) return { again: { cycle: cycle._id, after: '' } };
    await markLeads(cycle);
    await begin(ctx, await cycles.save(launched(cycle, ctx.now)), there);
  },
);

async function enrol(cycle: Cycle, page: readonly Person[], today: string): Promise<void> {
  const known = await participants.find({ cycle: cycle._id, person: { $in: page.map((p) => p._id) } });
  const there = new Set(known.map((p) => p.person));
  const missing = page.filter((p) => !there.has(p._id));
  const deciders = await decidersOf(missing, today, cycle.evaluators);
  await participants.insertAll(missing.map((p) => enrolled(cycle, p, deciders.get(p._id))));
}

function enrolled(cycle: Cycle, p: Person, manager: string | undefined): Omit<Participant, 'rev'> {
  const reason = notEligible(p, cycle.period, cycle.schemes.standard.eligibility.minActiveDays);
  return {
    _id: participantId(cycle._id, p._id),
    cycle: cycle._id,
    person: p._id,
    state: reason ? 'not_eligible' : 'invited',
    ...(reason && { reason }),
    ...(manager && { manager }),
    unit: p.unit,
    leads: false,
  };
}

/** Everybody whose reports take part: for them the manager's scheme holds. */
async function markLeads(cycle: Cycle): Promise<void> {
  const teams = await participants.tally({ cycle: cycle._id, state: 'invited' }, ['manager']);
  const ids = teams.flatMap((t) => (t._id.manager ? [participantId(cycle._id, t._id.manager)] : [])).sort();
  for (let i = 0; i < ids.length; i += pageSize)
    await participants.change(
      { _id: { $in: ids.slice(i, i + pageSize) }, leads: false },
      { $set: { leads: true }, $inc: { rev: 1 } },
    );
}

async function begin(ctx: Ctx, cycle: Cycle, everybody: number): Promise<void> {
  ctx.record(cycleLaunched, { about: cycle._id, data: { people: everybody } });
  const start = { unreachable: 0, after: '', written: false, paused: false, seen: '', waitMs: 0 };
  await broadcasts.insert({ _id: cycle._id, of: everybody, ...start });
  ctx.later(welcome, { cycle: cycle._id }, { key: `cycles.welcome:${cycle._id}` });
  ctx.later(watchCards, { cycle: cycle._id }, { key: `cycles.cards:${cycle._id}` });
  ctx.later(turn, { cycle: cycle._id }, { key: `cycles.turn:${cycle._id}` });
  await showLive(ctx, cycle);
}

/** Writes the personal cards of the next thousand; stops while they are held. */
export const welcome: Job<{ cycle: string }> = job(
  'cycles.welcome',
  { cycle: z.string() },
  async (ctx, args) => {
    const cycle = await cycles.get(args.cycle);
    const b = await broadcasts.get(args.cycle);
    if (!cycle || !b || b.paused || b.written || cycle.state === 'cancelled') return;
    const page = await participants.find(
      { cycle: cycle._id, person: { $gt: b.after } },
      { sort: { cycle: 1, person: 1 }, limit: pageSize },
    );
    const reach = await ctx.reach(page.map((p) => p.person));
    const names = await namesOf(page.flatMap((p) => p.manager ?? []));
    for (const p of page) writeTo(ctx, cycle, p, p.manager && names(p.manager));
    const next: Broadcast = {
      ...b,
      unreachable: b.unreachable + page.filter((p) => !reach.has(p.person)).length,
      after: page.at(-1)?.person ?? b.after,
      written: page.length < pageSize,
    };
    await broadcasts.save(next);
    return next.written ? undefined : { again: args };
  },
);

function writeTo(ctx: Ctx, cycle: Cycle, p: Participant, manager: string | undefined): void {
  const options = { priority: 'broadcast', proactive: true } as const;
  ctx.tell(welcomeKey(cycle._id), { person: p.person }, welcomeCard(cycle, p, manager), options);
}
