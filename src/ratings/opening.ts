/** When the assessment opens managers hear what will come; when colleagues' reviews are frozen they get their teams. */
import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { type Job, job, news } from '../core/job.ts';
import { dueDay } from '../cycles/deadlines.ts';
import {
  type Cycle,
  cycles,
  isIn,
  type Participant,
  participantId,
  participants,
  schemeOf,
} from '../cycles/model.ts';
import { agreedGoalsOf, type Goal } from '../goals/model.ts';
import { calendarsOf, peopleById } from '../people/model.ts';
import { comingCard } from './cards-team.ts';
import { dueOf, hasLocked } from './deadlines.ts';
import { ratingsOpened } from './facts.ts';
import { stillReviewed } from './inputs.ts';
import { type Rating, ratings } from './model.ts';
import { showTeam, showVerify } from './shows.ts';

/** People per transaction. */
const page = 100;

export async function nextPage(cycle: string, after: string): Promise<{ who: Participant[]; more?: string }> {
  const found = await participants.find(
    { cycle, person: { $gt: after } },
    { sort: { cycle: 1, person: 1 }, limit: page },
  );
  const last = found.at(-1)?.person;
  return { who: found.filter(isIn), ...(found.length === page && last !== undefined && { more: last }) };
}

const step = { cycle: z.string(), after: z.string() };
const onePerson = { cycle: z.string(), person: z.string() };

export const assessmentOpened = job(
  'ratings.coming',
  news({ phase: z.string() }),
  async (ctx, { about, data }) => {
    if (data.phase === 'assessment')
      ctx.later(announce, { cycle: about, after: '' }, { key: `ratings.announce:${about}` });
  },
);

/** One message a manager, whoever of the team is met first. */
export const announce: Job<{ cycle: string; after: string }> = job(
  'ratings.announce',
  step,
  async (ctx, { cycle: id, after }) => {
    const cycle = await cycles.get(id);
    if (cycle?.state !== 'running') return undefined;
    const { who, more } = await nextPage(id, after);
    for (const manager of managersOf(who))
      ctx.later(tellComing, { cycle: id, person: manager }, { key: `ratings.coming:${id}:${manager}` });
    return more === undefined ? undefined : { again: { cycle: id, after: more } };
  },
);

const managersOf = (who: readonly Participant[]): string[] =>
  [...new Set(who.flatMap((p) => (p.manager && p.manager !== p.person ? [p.manager] : [])))].sort();

export const tellComing = job('ratings.tellComing', onePerson, async (ctx, { cycle: id, person }) => {
  const cycle = await cycles.must(id);
  const team = (await participants.find({ cycle: id, manager: person })).filter(isIn);
  const day = dueDay(cycle, { person: '', unit: '' }, 'assessment');
  if (team.length === 0 || day === undefined) return;
  ctx.tell(`ratings.coming:${id}`, { person }, comingCard(cycle, team.length, day), { proactive: true });
});

/** Reviews are frozen after the same news: a moment later, so that nobody is rated on half of them. */
const momentMs = 60_000;

export const assessmentLocked = job(
  'ratings.locked',
  news({ phase: z.string() }),
  async (ctx, { about, data }) => {
    if (data.phase === 'assessment') openRatings(ctx, about, new Date(ctx.now.getTime() + momentMs));
  },
);

/** Some are frozen before the others: one person with a later date does not hold up the rest. */
export const reviewsFrozen = job('ratings.frozen', news({ cycle: z.string() }), async (ctx, { data }) =>
  openRatings(ctx, data.cycle, ctx.now),
);

export const openRatings = (ctx: Ctx, cycle: string, at: Date): void =>
  ctx.later(
    makeRatings,
    { cycle, after: '', made: 0 },
    { at, key: `ratings.make:${cycle}:${at.toISOString()}` },
  );

/** A rating for everybody whose assessment is over; when all are there each rater and verifier is told. */
export const makeRatings: Job<{ cycle: string; after: string; made: number }> = job(
  'ratings.make',
  { ...step, made: z.number() },
  async (ctx, { cycle: id, after, made }) => {
    const cycle = await cycles.get(id);
    if (cycle?.state !== 'running') return undefined;
    const { who, more } = await nextPage(id, after);
    const fresh = await newRatings(cycle, who, ctx.now);
    await ratings.insertAll(fresh);
    const total = made + fresh.length;
    if (more !== undefined) return { again: { cycle: id, after: more, made: total } };
    if (total === 0) return undefined;
    ctx.record(ratingsOpened, { about: id, data: { people: total } });
    ctx.later(tellAll, { cycle: id, after: '', since: ctx.now });
    return undefined;
  },
);

async function newRatings(cycle: Cycle, who: readonly Participant[], now: Date) {
  const assessed = who.filter((p) => p.state === 'assessing' || p.state === 'tracking');
  const ids = assessed.map((p) => participantId(cycle._id, p.person));
  const there = new Set((await ratings.find({ _id: { $in: ids } })).map((r) => r._id));
  const reviewed = await stillReviewed(cycle._id, ids);
  const everybody = await peopleById(assessed.map((p) => p.person));
  const calendars = await calendarsOf([...everybody.values()].map((p) => p.calendar));
  const agreed = await agreedGoalsOf(
    cycle._id,
    assessed.map((p) => p.person),
  );
  const made: Omit<Rating, 'rev'>[] = [];
  for (const p of assessed) {
    const person = everybody.get(p.person);
    if (!person || there.has(p._id) || reviewed.has(p.person)) continue;
    const place = { zone: person.zone, calendar: calendars.get(person.calendar) ?? { off: {}, work: {} } };
    if (hasLocked(cycle, p, place, now))
      made.push(newRating(cycle, p, agreed.get(person._id) ?? [], dueOf(cycle, p, place, now), now));
  }
  return made;
}

function newRating(
  cycle: Cycle,
  p: Participant,
  goals: readonly Goal[],
  due: Date,
  now: Date,
): Omit<Rating, 'rev'> {
  const rater = p.manager === p.person ? undefined : p.manager;
  const named = goals.flatMap((g) => g.keyResults.flatMap((kr) => kr.verifier ?? []));
  const verifiers = [...new Set(named)].filter((id) => id !== rater && id !== p.person).sort();
  const asked = schemeOf(cycle, p).dimensions.filter((d) => (d.sources.manager ?? 0) > 0);
  return {
    _id: p._id,
    cycle: cycle._id,
    person: p.person,
    unit: p.unit,
    state: 'proposed',
    ...(rater !== undefined && { rater }),
    openedAt: now,
    due,
    dimensions: asked.map(({ name }) => ({ name })),
    verifiers,
    cites: [],
    asked: [],
    waiting: [],
    version: 0,
    goals: [],
  };
}

/** Those whose people were opened since. */
export const tellAll: Job<{ cycle: string; after: string; since: Date }> = job(
  'ratings.tellAll',
  { ...step, since: z.coerce.date() },
  async (ctx, { cycle, after, since }) => {
    const { who, more } = await nextPage(cycle, after);
    const all = await ratings.find({ _id: { $in: who.map((p) => p._id) } });
    const made = all.filter((r) => r.openedAt >= since);
    const raters = [...new Set(made.flatMap((r) => r.rater ?? []))].sort();
    const verifiers = [...new Set(made.flatMap((r) => r.verifiers))].sort();
    const at = since.toISOString();
    for (const person of raters)
      ctx.later(tellTeam, { cycle, person }, { key: `ratings.tellTeam:${cycle}:${person}:${at}` });
    for (const person of verifiers)
      ctx.later(tellVerifier, { cycle, person }, { key: `ratings.tellVerifier:${cycle}:${person}:${at}` });
    return more === undefined ? undefined : { again: { cycle, after: more, since } };
  },
);

export const tellTeam = job('ratings.tellTeam', onePerson, async (ctx, { cycle, person }) =>
  showTeam(ctx, await cycles.must(cycle), person, { proactive: true }),
);

export const tellVerifier = job('ratings.tellVerifier', onePerson, async (ctx, { cycle, person }) =>
  showVerify(ctx, await cycles.must(cycle), person, { proactive: true }),
);
