/** `/perf goals`: one's own live card, brought to the bottom of the conversation. */
import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { type Command, command } from '../core/module.ts';
import { type Cycle, cycles, isIn, participants, planOf, underWay } from '../cycles/model.ts';
import { showProgress } from './handlers-progress.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { going } from './messages-progress.ts';
import { team } from './messages-team.ts';
import { sheetOf } from './sheet.ts';
import { showOwn, showTeam } from './shows.ts';

/** Cycles under way with goals, in which the person takes part, the newest first. */
export async function goalCycles(person: string) {
  const all = await underWay(person);
  return all.filter(({ cycle }) => planOf(cycle, 'planning') && cycle.opened.includes('planning'));
}

/** Cycles with goals in which somebody reports to the person, the newest first. */
export async function ledCycles(manager: string): Promise<Cycle[]> {
  const running = await cycles.find({ state: { $in: ['running', 'paused', 'closing'] } });
  const open = running.filter((c) => c.opened.includes('planning'));
  const led = await participants.find({ cycle: { $in: open.map((c) => c._id) }, manager });
  const mine = new Set(led.filter(isIn).map((p) => p.cycle));
  return open
    .filter((c) => mine.has(c._id))
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a._id < b._id ? -1 : 1));
}

export const goalCommands: readonly Command[] = [
  command('goals', {
    aliases: ['目标'],
    help: (l) => card(l).help,
    touches: ['goals:R'],
    load: (ctx: Ctx) => goalCycles(ctx.actor.id),
    allow: anyone,
    async run(ctx, [newest]) {
      if (!newest) return { toast: say(ctx.actor.locale).noGoalsCycle };
      showOwn(ctx, await sheetOf(newest.cycle._id, ctx.actor.id), { anew: true });
    },
  }),
  command('progress', {
    aliases: ['进度'],
    help: (l) => going(l).help,
    touches: ['goals:R'],
    load: (ctx: Ctx) => goalCycles(ctx.actor.id),
    allow: anyone,
    async run(ctx, [newest]) {
      if (!newest) return { toast: say(ctx.actor.locale).noGoalsCycle };
      await showProgress(ctx, newest.cycle._id, ctx.actor.id, { anew: true });
    },
  }),
  command('goals team', {
    aliases: ['团队目标'],
    help: (l) => team(l).help,
    touches: ['goals:R'],
    load: async (ctx: Ctx) => ({ who: ctx.actor.id, cycles: await ledCycles(ctx.actor.id) }),
    allow: (_, { cycles: led }) => led.length > 0 || ((l) => team(l).nobody),
    async run(ctx, { cycles: [newest] }) {
      if (newest) await showTeam(ctx, newest, ctx.actor.id, { anew: true });
    },
  }),
];
