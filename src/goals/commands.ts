/** `/perf goals`: one's own live card, brought to the bottom of the conversation. */
import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { type Command, command } from '../core/module.ts';
import { planOf, underWay } from '../cycles/model.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { sheetOf } from './sheet.ts';
import { showOwn } from './shows.ts';

/** Cycles under way with goals, in which the person takes part, the newest first. */
export async function goalCycles(person: string) {
  const all = await underWay(person);
  return all.filter(({ cycle }) => planOf(cycle, 'planning') && cycle.opened.includes('planning'));
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
];
