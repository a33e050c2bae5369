/** `/perf rate`, `/perf team`, `/perf export audit`. */

import { newestOfTeam } from '../checkins/model.ts';
import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { fraction } from '../core/fraction.ts';
import { type Command, command } from '../core/module.ts';
import { type Cycle, cycles, schemeOf } from '../cycles/model.ts';
import { named } from '../cycles/pick.ts';
import { goalsOfAll } from '../goals/model.ts';
import { percentReached, totalReached } from '../goals/reached.ts';
import { namesOf } from '../people/model.ts';
import { hrOnly, isHr } from '../people/policy.ts';
import { officeCard, officeKey, overviewCard } from './cards-office.ts';
import { exportRatings } from './export.ts';
import { say } from './messages.ts';
import { openForDecider, ratings, ratingsOfTeam } from './model.ts';
import { countsIn, unitsFor } from './office.ts';
import { ratedCycles, teamIn } from './scene.ts';
import { showDecide, showTeam } from './shows.ts';

const under = ['running', 'paused', 'closing'] as const;

/** Everything that waits for the one who asks comes to the bottom of the conversation; HR sees the whole beside. */
async function showAll(ctx: Ctx, found: readonly Cycle[]): Promise<boolean> {
  const units = await unitsFor(ctx.actor);
  let any = false;
  for (const cycle of found) {
    if (units !== undefined) {
      ctx.show(
        officeKey(cycle._id),
        { person: ctx.actor.id },
        officeCard(cycle, await countsIn(cycle, units, ctx.actor.id)),
        {
          anew: true,
        },
      );
      any = true;
    }
    if ((await ratingsOfTeam(cycle._id, ctx.actor.id)).length > 0) {
      await showTeam(ctx, cycle, ctx.actor.id, { anew: true });
      any = true;
    }
    for (const rater of await waitingRaters(cycle, ctx.actor.id)) {
      await showDecide(ctx, cycle, { rater, decider: ctx.actor.id }, { anew: true });
      any = true;
    }
  }
  return any;
}

async function waitingRaters(cycle: Cycle, decider: string): Promise<string[]> {
  const open = (await openForDecider(decider)).filter((r) => r.cycle === cycle._id);
  return [...new Set(open.flatMap((r) => r.rater ?? []))].sort();
}

/** The newest cycle in which somebody reports to this person. */
async function ledNow(ctx: Ctx) {
  const found = await cycles.find({ state: { $in: [...under] } }, { sort: { at: -1, _id: 1 } });
  for (const cycle of found) {
    const team = await teamIn(cycle._id, ctx.actor.id);
    if (team.length > 0) return { cycle, team };
  }
  return undefined;
}

const recentMs = 100 * 86_400_000;

async function overviewOf(ctx: Ctx, { cycle, team }: NonNullable<Awaited<ReturnType<typeof ledNow>>>) {
  const persons = team.map((p) => p.person);
  const names = await namesOf(persons);
  const goals = await goalsOfAll(cycle._id, persons);
  const talks = await newestOfTeam(ctx.actor.id, new Date(ctx.now.getTime() - recentMs));
  const rated = await ratings.find({ _id: { $in: team.map((p) => p._id) } });
  const rows = team.map((p) => {
    const mine = goals.filter((g) => g.person === p.person && g.state === 'agreed');
    const reached = totalReached(mine, fraction(schemeOf(cycle, p).cap, 100));
    const last = talks.find((c) => c.person === p.person && c.cycle === cycle._id && c.record);
    const rating = rated.find((r) => r.person === p.person && r.rater === ctx.actor.id);
    return {
      name: names(p.person),
      goals: mine.length,
      ...(reached && { reached: percentReached(ctx.actor.locale, reached) }),
      ...(last && { lastCheckIn: last.day }),
      ...(rating && { rating }),
    };
  });
  return { cycle, rows, rates: rows.some((r) => r.rating) };
}

export const ratingCommands: readonly Command[] = [
  command('rate', {
    aliases: ['评分'],
    help: (l) => say(l).help,
    touches: ['ratings:R'],
    load: () => ratedCycles(under),
    allow: anyone,
    async run(ctx, found) {
      if (!(await showAll(ctx, found))) return { toast: say(ctx.actor.locale).nothingToRate };
    },
  }),
  command('team', {
    aliases: ['团队'],
    help: (l) => say(l).helpTeam,
    touches: ['goals:R', 'completion:R'],
    load: (ctx) => ledNow(ctx),
    allow: anyone,
    async run(ctx, found) {
      if (!found) return { toast: say(ctx.actor.locale).noTeam };
      return { card: overviewCard(await overviewOf(ctx, found))(await ctx.view()) };
    },
  }),
  command('export audit', {
    aliases: ['导出 审计', '导出 评分'],
    help: (l) => say(l).helpExport,
    listed: isHr,
    touches: ['ratings:R'],
    load: () => ratedCycles([...under, 'closed']),
    allow: hrOnly,
    async run(ctx, found, { text }) {
      const [newest] = found;
      const cycle = text === '' ? newest : named(found, text)?.cycle;
      if (!newest) throw new Refusal((l) => say(l).noCycle);
      if (!cycle) throw new Refusal((l) => say(l).noSuchCycle([...text].slice(0, 60).join('')));
      ctx.later(exportRatings, { cycle: cycle._id, to: ctx.actor.id, file: ctx.id('ratings') });
      return { toast: say(ctx.actor.locale).exportComes };
    },
  }),
];
