/** `/perf status`: page by page, each drawn for what the one who asks may see. */
import { type Actor, anyone } from '../core/actor.ts';
import { dayIn } from '../core/calendar.ts';
import type { Answer } from '../core/card.ts';
import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { command, on } from '../core/module.ts';
import { say } from '../cycles/messages.ts';
import { type Cycle, cycles, participantId, participants } from '../cycles/model.ts';
import { namesOf, settings } from '../people/model.ts';
import { chooseCycle, riskRead, type StatusPage, showStatus } from './actions.ts';
import { overviewCard, ownCard, unitsCard, whichCard } from './cards-status.ts';
import { mostAtRisk, riskCard, talksCard } from './cards-talks.ts';
import { type Asking, statusOf } from './completion.ts';
import { openDistribution } from './handlers-distribution.ts';
import { status } from './messages-status.ts';
import { meantCycles } from './pick.ts';
import { mayReadRisk } from './policy.ts';
import { leads, type Scope, scopeOf } from './scope.ts';
import { atRiskIn, talksIn } from './talks.ts';

interface At {
  cycle: Cycle;
  scope: Scope;
  show: StatusPage;
  /** There is a team of theirs to look at, beside all that they see. */
  team: boolean;
}

export async function askingFor(who: Pick<Actor, 'id'>, scope: Scope, now: Date): Promise<Asking> {
  return { reader: who.id, scope, today: dayIn((await settings()).zone, now), now };
}

/** A draft is its maker's own. */
async function statusAt(who: Actor, id: string, show: StatusPage, mine = false): Promise<At> {
  const cycle = await cycles.must(id);
  if (cycle.state === 'draft') throw new Refusal((l) => say(l).noCycle);
  const whole = await scopeOf(who, cycle);
  const more = whole.kind !== 'team' && whole.kind !== 'own' && (await leads(who, cycle));
  const scope: Scope = mine && more ? { kind: 'team', manager: who.id } : whole;
  return { cycle, scope, show, team: more && !mine };
}

type Page = (ctx: Ctx, at: At, page: number) => Promise<Draw>;

const pages: Readonly<Record<StatusPage, Page>> = {
  async overview(ctx, { cycle, scope, team }) {
    const found = await statusOf(cycle, await askingFor(ctx.actor, scope, ctx.now));
    const ids = [...found.late, ...found.out].flatMap((of) => of.ids);
    return overviewCard(cycle, found, scope, await namesOf(ids), team);
  },
  async units(ctx, { cycle, scope }, page) {
    return unitsCard(cycle, await statusOf(cycle, await askingFor(ctx.actor, scope, ctx.now)), scope, page);
  },
  talks: async (_, { cycle, scope }, page) => talksCard(cycle, await talksIn(cycle, scope), scope, page),
  async risk(ctx, { cycle, scope }) {
    const found = await atRiskIn(cycle, scope, ctx.actor.id);
    const shown = found.slice(0, mostAtRisk).map((r) => r.person);
    // The manager agreed on these goals and reads them every day; for others it is an entry each.
    if (scope.kind !== 'team')
      for (const about of shown) ctx.record(riskRead, { about, ref: cycle._id, data: {} });
    return riskCard(cycle, found, scope, await namesOf(shown));
  },
};

async function drawn(ctx: Ctx, at: At, page = 0): Promise<Answer> {
  const view = await ctx.view();
  if (at.scope.kind !== 'own') return { card: (await pages[at.show](ctx, at, page))(view) };
  const mine = await participants.get(participantId(at.cycle._id, ctx.actor.id));
  return { card: ownCard(at.cycle, mine)(view) };
}

const openStatus = async (ctx: Ctx, cycle: string): Promise<Answer> =>
  drawn(ctx, await statusAt(ctx.actor, cycle, 'overview'));

export const statusHandlers = [
  on(showStatus, {
    touches: ['completion:R', 'goals:R'],
    load: (ctx, { cycle, show, mine }) => statusAt(ctx.actor, cycle, show, mine),
    allow: mayReadRisk,
    run: (ctx, at, { page }) => drawn(ctx, at, page),
  }),
  on(chooseCycle, {
    touches: ['completion:R', 'ratings:R'],
    load: async () => undefined,
    allow: anyone,
    run: (ctx, _, { what }, { value }) =>
      what === 'status' ? openStatus(ctx, value) : openDistribution(ctx, value),
  }),
];

export const statusCommands = [
  command('status', {
    aliases: ['周期进度', '状态'],
    help: (l) => status(l).help,
    touches: ['completion:R'],
    load: (_, { text }) => meantCycles(text),
    allow: anyone,
    async run(ctx, found) {
      const [only, ...others] = found;
      if (only && others.length === 0) return openStatus(ctx, only._id);
      return { card: whichCard('status', found)(await ctx.view()) };
    },
  }),
];
