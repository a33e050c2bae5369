/** `/perf distribution`: grades by unit and by rater, for HR, HR partners and executives. */
import { anyone } from '../core/actor.ts';
import type { Answer } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { command, on } from '../core/module.ts';
import { say } from '../cycles/messages.ts';
import { type Cycle, cycles } from '../cycles/model.ts';
import { namesOf } from '../people/model.ts';
import { isExecutive, isHr } from '../people/policy.ts';
import { distributionRead, type SpreadBy, showDistribution } from './actions.ts';
import { type Distribution, distributionCard } from './cards-distribution.ts';
import { whichCard } from './cards-status.ts';
import { grouped, leastOf, type Shown, shown } from './distribution.ts';
import { gradesIn, hiddenFrom } from './grades.ts';
import { spread } from './messages-distribution.ts';
import { meantCycles } from './pick.ts';
import { type Graded, mayReadGrades } from './policy.ts';
import { type Scope, scopeOf } from './scope.ts';

async function gradesAt(ctx: Ctx, id: string): Promise<Graded> {
  const cycle = await cycles.must(id);
  return { cycle, scope: await scopeOf(ctx.actor, cycle) };
}

/** What may be shown of a cycle to the one who asks. */
async function distributionOf(ctx: Ctx, cycle: Cycle, scope: Scope): Promise<Distribution> {
  const { cells, open } = await gradesIn(cycle, scope, await hiddenFrom(ctx.actor, cycle));
  const full = scope.kind === 'all';
  const all = shown(grouped(cells), full ? 1 : leastOf(cycle));
  return { cycle, all, any: cells.length > 0, open, full };
}

async function drawn(ctx: Ctx, { cycle, scope }: Graded, by: SpreadBy, page: number): Promise<Answer> {
  const found = await distributionOf(ctx, cycle, scope);
  if (page === 0) ctx.record(distributionRead, { about: cycle._id, data: {} });
  const names = await namesOf(by === 'rater' ? ratersIn(found.all) : []);
  return { card: distributionCard(found, by, page, names)(await ctx.view()) };
}

const ratersIn = (all: Shown | undefined): string[] =>
  (all?.inner ?? []).flatMap((unit) => unit.inner.map((rater) => rater.key)).filter(Boolean);

/** By a name that was chosen: decided anew. */
export async function openDistribution(ctx: Ctx, id: string): Promise<Answer> {
  const at = await gradesAt(ctx, id);
  const may = mayReadGrades(ctx.actor, at, ctx.now);
  if (may !== true) throw new Refusal(may);
  return drawn(ctx, at, 'unit', 0);
}

export const distributionHandlers = [
  on(showDistribution, {
    touches: ['ratings:R', 'results:R'],
    load: (ctx, { cycle }) => gradesAt(ctx, cycle),
    allow: mayReadGrades,
    run: (ctx, at, { by, page }) => drawn(ctx, at, by, page),
  }),
];

export const distributionCommands = [
  command('distribution', {
    aliases: ['分布', '等级分布'],
    help: (l) => spread(l).help,
    listed: (who) => isHr(who) || isExecutive(who) || who.roles.includes('hrbp'),
    touches: ['ratings:R', 'results:R'],
    load: (_, { text }) => meantCycles(text),
    allow: anyone,
    async run(ctx, found) {
      const [only, ...others] = found;
      if (!only) throw new Refusal((l) => say(l).noCycle);
      if (others.length === 0) return openDistribution(ctx, only._id);
      return { card: whichCard('distribution', found)(await ctx.view()) };
    },
  }),
];
