/** `/perf appeal`: one's own, what one has a part in, and how far the others are. */
import { anyone } from '../core/actor.ts';
import type { Reply } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import type { Sentence } from '../core/i18n.ts';
import { type Command, command } from '../core/module.ts';
import { folded } from '../cycles/draft.ts';
import { archiveOf, type Result } from '../results/model.ts';
import { beginAppeal } from './handlers.ts';
import { say } from './messages.ts';
import { appealsOf, openWith } from './model.ts';
import { seenBy } from './office.ts';
import { isCase } from './policy.ts';
import { obstacle } from './rules.ts';
import { actOf, type Offered, offered, sceneFor } from './scene.ts';
import { showCase, showOffice, showOwn, showRate, showStatement } from './shows.ts';

/** Cases, statements and ratings that lie with this person come to the bottom of the conversation. */
async function showParts(ctx: Ctx): Promise<boolean> {
  const mine = (await openWith(ctx.actor.id)).filter((a) => a.person !== ctx.actor.id);
  for (const appeal of mine) {
    const at = await sceneFor(appeal, ctx.now, ctx.actor.id);
    if (isCase(ctx.actor.id, appeal)) await showCase(ctx, at, ctx.actor.id, { anew: true });
    if (appeal.rater === ctx.actor.id && appeal.assigned) showStatement(ctx, at, { anew: true });
    if (appeal.decision?.rerater === ctx.actor.id) await showRate(ctx, at, ctx.actor.id, { anew: true });
  }
  return mine.length > 0;
}

/** Of the cycle that was named, else the newest. */
async function meant(results: readonly Result[], typed: string): Promise<Offered | undefined> {
  const text = folded(typed);
  const result = text === '' ? results[0] : results.find((r) => folded(r.cycleName) === text);
  return result && offered(result.cycle, result.person);
}

/** The newest appeal of one's own. */
async function showLast(ctx: Ctx): Promise<boolean> {
  const [last] = await appealsOf(ctx.actor.id);
  if (!last) return false;
  showOwn(ctx, await sceneFor(last, ctx.now), { anew: true });
  return true;
}

async function begin(ctx: Ctx, results: readonly Result[], typed: string): Promise<Reply> {
  const at = await meant(results, typed);
  const no: Sentence | undefined = at ? obstacle(at, at.before, actOf(ctx, at)) : (l) => say(l).noResult;
  if (at && (!no || at.before.some((a) => a.open))) return beginAppeal(ctx, at);
  return { toast: no?.(ctx.actor.locale) ?? '' };
}

export const appealCommands: readonly Command[] = [
  command('appeal', {
    aliases: ['申诉', 'appeals'],
    help: (l) => say(l).help,
    touches: ['appeals:W'],
    load: (ctx) => archiveOf(ctx.actor.id),
    allow: anyone,
    opens: true,
    async run(ctx, results, { text }) {
      const parts = await showParts(ctx);
      const office = ((await seenBy(ctx.actor)) ?? []).length > 0 && (await showOffice(ctx));
      const reply = await begin(ctx, results, text);
      if (reply.open) return reply;
      const own = await showLast(ctx);
      return own || !(parts || office) ? reply : {};
    },
  }),
];
