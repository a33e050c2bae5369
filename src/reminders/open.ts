/** Looking through what is open for many people, and reminding them: in steps, with one card that follows. */
import { z } from 'zod';
import { type Calendar, dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { job } from '../core/job.ts';
import { calendarsOf, namesOf, type Person, people } from '../people/model.ts';
import { lookingCard, mostNames, openCard, sentCard } from './cards.ts';
import { type Open, type Outcome, openOf, remind } from './digest.ts';
import { inScope, type Scope } from './model.ts';
import { isThere, tellable } from './rules.ts';

export const listKey = (list: string): string => `reminders.open:${list}`;

/** People a transaction. */
const step = 50;
/** Rows of one's own team that a card could ever show are far fewer. */
const mostRows = 100;
const noDays: Calendar = { off: {}, work: {} };

const scope = z.object({ kind: z.enum(['all', 'units', 'team']), units: z.array(z.string()) });
const walk = { by: z.string(), list: z.string(), scope, after: z.string() };
const row = z.object({ person: z.string(), phase: z.string(), due: z.string().optional() });

interface Walk {
  by: string;
  scope: Scope;
  after: string;
}

/** The next people of the scope who are there today; `end` after the last. */
async function page(ctx: Ctx, { by, scope: of, after }: Walk): Promise<{ there: Person[]; next?: string }> {
  const where = { ...inScope(of, by), _id: { $gt: after } };
  const found = await people.find(where, { sort: { _id: 1 }, limit: step });
  const there = found.filter((p) => p._id !== by && isThere(p, dayIn(p.zone, ctx.now)));
  const last = found.at(-1);
  return { there, ...(last && found.length === step && { next: last._id }) };
}

async function opened(ctx: Ctx, there: readonly Person[]): Promise<Open[]> {
  const calendars = await calendarsOf(there.map((p) => p.calendar));
  const all: Open[] = [];
  for (const p of there) all.push(await openOf(ctx, p, calendars.get(p.calendar) ?? noDays));
  return all;
}

/** What of a person's tasks counts here: a manager never hears of confidential ones, not even as a number. */
const counting = (of: Scope, { tasks }: Open) => (of.kind === 'all' ? tasks : tellable(tasks));

const counts = {
  people: z.number(),
  open: z.number(),
  phases: z.record(z.string(), z.number()),
  team: z.array(row),
};

export const lookThrough = job('reminders.look', { ...walk, ...counts }, async (ctx, args) => {
  const { there, next } = await page(ctx, args);
  let { open } = args;
  const phases = new Map(Object.entries(args.phases));
  const team = [...args.team];
  for (const one of await opened(ctx, there)) {
    const tasks = counting(args.scope, one);
    if (tasks.length > 0) open += 1;
    for (const phase of new Set(tasks.map((t) => t.phase ?? '')))
      phases.set(phase, (phases.get(phase) ?? 0) + 1);
    if (one.p.manager === args.by) team.push(...rowsOf(one));
  }
  const sofar = {
    people: args.people + there.length,
    open,
    phases: Object.fromEntries(phases),
    team: team.slice(0, mostRows),
  };
  const to = { person: args.by };
  const reply = { priority: 'reply' } as const;
  if (next) {
    ctx.show(listKey(args.list), to, lookingCard(sofar.people), reply);
    return { again: { ...args, ...sofar, after: next } };
  }
  const names = await namesOf(team.map((r) => r.person));
  const list = {
    ...sofar,
    list: args.list,
    phases: [...phases].map(([phase, n]) => ({ phase, n })),
    team: sofar.team.map((r) => ({ name: names(r.person), phase: r.phase, due: r.due })),
  };
  ctx.show(listKey(args.list), to, openCard(list), reply);
  return undefined;
});

const rowsOf = ({ p, tasks }: Open): z.infer<typeof row>[] =>
  tellable(tasks).map((task) => ({
    person: p._id,
    phase: task.phase ?? '',
    ...(task.due !== undefined && { due: task.due }),
  }));

const sent = { now: z.number(), later: z.number(), before: z.array(z.string()), more: z.number() };
type Tally = z.infer<z.ZodObject<typeof sent>>;

export const remindThem = job('reminders.now', { ...walk, ...sent }, async (ctx, args) => {
  const { there, next } = await page(ctx, args);
  let all: Tally = args;
  for (const one of await opened(ctx, there))
    if (counting(args.scope, one).length > 0) all = counted(all, one, await remind(ctx, one, 'all'));
  if (next) return { again: { ...args, ...all, after: next } };
  const names = await namesOf(all.before);
  const done = { now: all.now, later: all.later, before: all.before.map(names), moreBefore: all.more };
  ctx.show(listKey(args.list), { person: args.by }, sentCard(done), { priority: 'reply' });
  return undefined;
});

/** Named are only those of whom something open may be told. */
function counted(all: Tally, { p, tasks }: Open, outcome: Outcome): Tally {
  if (outcome === 'sent') return { ...all, now: all.now + 1 };
  if (outcome === 'later') return { ...all, later: all.later + 1 };
  if (outcome !== 'before') return all;
  const named = tellable(tasks).length > 0 && all.before.length < mostNames;
  return named ? { ...all, before: [...all.before, p._id] } : { ...all, more: all.more + 1 };
}
