/** `/perf outcomes`, `/perf outcomes prefer`. */
import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Command, command } from '../core/module.ts';
import { type Cycle, cycles } from '../cycles/model.ts';
import { named } from '../cycles/pick.ts';
import { isHr } from '../people/policy.ts';
import { showPrefer, showTeam } from './handlers-told.ts';
import { say } from './messages.ts';
import { type Batch, batchesOf } from './model.ts';
import { isSecond } from './policy.ts';
import { ownOutcomes, teamPage } from './reading.ts';
import { ownRowFor } from './seconds.ts';
import { isFrozen, showBatch, showOffice, showOwn } from './shows.ts';

/** Those that have come to outcomes, the newest first. */
async function reached(): Promise<Cycle[]> {
  const found = await cycles.find(
    { state: { $in: ['running', 'paused', 'closing', 'closed'] } },
    { sort: { at: -1, _id: 1 } },
  );
  return found.filter((c) => c.opened.includes('outcomes'));
}

const liesWith = async ({ actor, now }: Ctx, batch: Batch): Promise<boolean> =>
  batch.state === 'submitted'
    ? batch.submitted?.by !== actor.id
    : (await ownRowFor(batch, actor.id, now)) !== undefined;

/** Everything that this person may see of it comes to the bottom of the conversation. */
async function showAll(ctx: Ctx, cycle: Cycle): Promise<boolean> {
  let any = false;
  const own = (await ownOutcomes(ctx.actor.id)).find((o) => o.cycle._id === cycle._id);
  if (own) {
    showOwn(ctx, cycle, own.entry, await isFrozen(cycle._id, ctx.actor.id), { anew: true });
    any = true;
  }
  const team = await teamPage(ctx.actor, cycle, 0);
  if (team.rows.length > 0) {
    await showTeam(ctx, team);
    any = true;
  }
  if (isSecond(ctx.actor))
    for (const batch of await batchesOf(cycle._id))
      if (await liesWith(ctx, batch)) {
        await showBatch(ctx, batch, ctx.actor.id, { anew: true });
        any = true;
      }
  if (isHr(ctx.actor)) {
    await showOffice(ctx, cycle, ctx.actor.id, { anew: true });
    any = true;
  }
  return any;
}

export const outcomeCommands: readonly Command[] = [
  command('outcomes', {
    aliases: ['outcome', '结果应用'],
    help: (l) => say(l).help,
    touches: ['outcomes:R'],
    load: reached,
    allow: anyone,
    async run(ctx, found, { text }) {
      const cycle = text === '' ? found[0] : named(found, text)?.cycle;
      if (found.length === 0) throw new Refusal((l) => say(l).noCycle);
      if (!cycle) throw new Refusal((l) => say(l).noSuchCycle([...text].slice(0, 60).join('')));
      if (!(await showAll(ctx, cycle))) return { toast: say(ctx.actor.locale).nothingForYou };
    },
  }),
  command('outcomes prefer', {
    aliases: ['结果应用 偏好', '认可偏好'],
    help: (l) => say(l).helpPrefer,
    touches: ['outcomes:W'],
    load: async () => undefined,
    allow: anyone,
    run: (ctx) => showPrefer(ctx, { anew: true }),
  }),
];
