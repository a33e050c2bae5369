/** What people hear of changes, page by page; and what changes of people do to cycles under way. */
import { z } from 'zod';
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { type Job, job, news } from '../core/job.ts';
import { outbox } from '../core/outbox.ts';
import { namesOf, peopleById, settings, withRole } from '../people/model.ts';
import { decidersOf, pageSize } from './audience.ts';
import { sweepPage, welcomeKey } from './broadcast.ts';
import { cancelledCard, extendedCard, leaverCard, managerCard } from './cards-change.ts';
import { managerChanged, participantWithdrawn } from './facts.ts';
import { type Cycle, cycles, isIn, type Participant, participants, underWay } from './model.ts';
import { changeManager, withdraw } from './rules.ts';

const pageArgs = { cycle: z.string(), after: z.string() };

const pageAfter = (filter: Record<string, unknown>, after: string): Promise<Participant[]> =>
  participants.find(
    { ...filter, person: { $gt: after } },
    { sort: { cycle: 1, person: 1 }, limit: pageSize },
  );

/** Those whose due day moved hear of it once: who has nothing open in the phase is left alone. */
export const tellExtended: Job<{ cycle: string; nth: number; after: string }> = job(
  'cycles.extended',
  { ...pageArgs, nth: z.number() },
  async (ctx, args) => {
    const cycle = await cycles.get(args.cycle);
    const e = cycle?.extensions[args.nth];
    if (!cycle || !e || (cycle.state !== 'running' && cycle.state !== 'paused')) return;
    const who = { cycle: cycle._id, ...(e.unit && { unit: e.unit }) };
    const page = e.person
      ? await participants.find({ cycle: cycle._id, person: e.person })
      : await pageAfter(who, args.after);
    const key = `cycles.extended:${cycle._id}:${args.nth}`;
    for (const p of page)
      if (isIn(p) && p.progress?.[e.phase] !== 'done')
        ctx.tell(key, { person: p.person }, extendedCard(cycle, p, e.phase), {
          priority: 'deadline',
          proactive: true,
        });
    const last = page.at(-1)?.person;
    if (!e.person && page.length === pageSize && last) return { again: { ...args, after: last } };
  },
);

/** Everybody who took part is told once; whose first card was not sent yet never hears of the cycle at all. */
export const tellCancelled: Job<{ cycle: string; after: string }> = job(
  'cycles.cancelled',
  pageArgs,
  async (ctx, args) => {
    const cycle = await cycles.get(args.cycle);
    if (cycle?.state !== 'cancelled' || !cycle.cancelled) return;
    const page = await pageAfter({ cycle: cycle._id }, args.after);
    const last = page.at(-1)?.person;
    if (!last) return;
    const unsent = await unsentOf(cycle, args.after, last);
    await sweepPage(cycle._id, 'drop', args.after, ctx.now, pageSize);
    const by = (await namesOf([cycle.cancelled.by]))(cycle.cancelled.by);
    const draw = cancelledCard(cycle, by);
    for (const p of page)
      if (isIn(p) && !unsent.has(p.person))
        ctx.tell(`cycles.cancelled:${cycle._id}`, { person: p.person }, draw, { proactive: true });
    if (page.length === pageSize) return { again: { ...args, after: last } };
  },
);

async function unsentOf(cycle: Cycle, after: string, last: string): Promise<Set<string>> {
  const rows = await outbox.tally(
    {
      key: welcomeKey(cycle._id),
      subject: { $gt: after, $lte: last },
      state: { $in: ['ready', 'held'] },
    },
    ['subject'],
  );
  return new Set(rows.map((r) => r._id.subject));
}

/** A new line in the organisation: open participations move along, and the person is told. */
export const followManager: Job<{
  about: string;
  ref: string;
  by: string;
  data: { from?: string | undefined; to?: string | undefined };
}> = job(
  'cycles.followManager',
  news({ from: z.string().optional(), to: z.string().optional() }),
  async (ctx, { about, data }) => {
    for (const { cycle, participant } of await underWay(about))
      await moveTo(ctx, cycle, participant, data.to);
  },
);

async function moveTo(ctx: Ctx, cycle: Cycle, p: Participant, to: string | undefined): Promise<boolean> {
  const moved = changeManager(p, to);
  if (!moved) return false;
  await participants.save(moved);
  const data = { ...(p.manager && { from: p.manager }), ...(to && { to }) };
  ctx.record(managerChanged, { about: p.person, ref: cycle._id, data });
  const name = to && (await namesOf([to]))(to);
  const key = `cycles.manager:${cycle._id}:${moved.rev}`;
  ctx.tell(key, { person: p.person }, managerCard(cycle, name), { proactive: true });
  return true;
}

/** Who left is withdrawn; whom they led has the next active one above; HR hears who took over. */
export const followLeaver: Job<{ about: string; ref: string; by: string; data: { day: string } }> = job(
  'cycles.followLeaver',
  news({ day: z.string() }),
  async (ctx, { about }) => {
    for (const { cycle, participant } of await underWay(about)) await leaves(ctx, cycle, participant);
    const moves = await handOver(ctx, about);
    if (moves.length === 0) return;
    const who = (await namesOf([about]))(about);
    for (const hr of await withRole('hr'))
      ctx.tell(`cycles.leaver:${about}`, { person: hr._id }, leaverCard(who, moves), { proactive: true });
  },
);

async function leaves(ctx: Ctx, cycle: Cycle, p: Participant): Promise<void> {
  // What was released stays as it is: a result does not go away with the person.
  if (['released', 'acknowledged', 'appealing', 'final'].includes(p.state)) return;
  await participants.save(withdraw(p, 'left'));
  ctx.record(participantWithdrawn, { about: p.person, ref: cycle._id, data: { reason: 'left' } });
}

async function handOver(ctx: Ctx, leaver: string) {
  const running = await cycles.find({ state: { $in: ['scheduled', 'running', 'paused', 'closing'] } });
  const today = dayIn((await settings()).zone, ctx.now);
  const moves: { cycle: string; n: number; to?: string }[] = [];
  const above = (await peopleById([leaver])).get(leaver)?.manager;
  for (const cycle of running.sort((a, b) => (a._id < b._id ? -1 : 1))) {
    const team = await participants.find({ cycle: cycle._id, manager: leaver }, { sort: { _id: 1 } });
    const line = { _id: leaver, ...(above && { manager: above }) };
    const to = (await decidersOf([line], today)).get(leaver);
    let n = 0;
    for (const p of team) if (await moveTo(ctx, cycle, p, to)) n += 1;
    if (n > 0) moves.push({ cycle: cycle.name, n, ...(to && { to: (await namesOf([to]))(to) }) });
  }
  return moves;
}
