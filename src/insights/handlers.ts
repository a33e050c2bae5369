/** `/perf failures`: what did not arrive, and what HR does about it. */
import type { Answer } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { closeJobs, closeMessages, type Reason, runAgain, sendAgain } from '../core/failures.ts';
import { command, on } from '../core/module.ts';
import { people } from '../people/model.ts';
import { hrOnly, isHr } from '../people/policy.ts';
import { close, closed, organisation, reroute, rerouted, retry, sentAgain, showFailures } from './actions.ts';
import { failuresCard, noticeCard } from './cards.ts';
import { say } from './messages.ts';
import { failures, troubles } from './model.ts';
import { type Failure, grouped, otherWay } from './rules.ts';

interface Group {
  to: Failure['to'];
  subject: string;
  reason: Reason;
}

/** What is there of a group now; refused when somebody else settled it. */
async function load(_: Ctx, { to, subject, reason }: Group): Promise<Failure | undefined> {
  const { messages, jobs } = await troubles();
  return grouped(messages, jobs).find((g) => g.to === to && g.subject === subject && g.reason === reason);
}

function there(group: Failure | undefined): Failure {
  if (!group) throw new Refusal((l) => say(l).settled);
  return group;
}

const listed = async (page = 0) => failuresCard(await failures(), page);
const answer = async (ctx: Ctx, toast: string): Promise<Answer> => ({
  toast,
  card: (await listed())(await ctx.view()),
});

const steps = {
  touches: ['settings:W'],
  load,
  allow: hrOnly,
  redraw: () => listed(),
} as const;

const aboutOf = (group: Failure): string => (group.to === 'person' ? group.subject : organisation);

export const failureHandlers = [
  on(showFailures, {
    touches: ['settings:R'],
    load: async () => undefined,
    allow: hrOnly,
    run: async (ctx, _, { page }) => ({ card: (await listed(page))(await ctx.view()) }),
  }),
  on(retry, {
    ...steps,
    async run(ctx, found) {
      const group = there(found);
      const again = group.to === 'job' ? runAgain : sendAgain;
      const n = await again(group.ids, ctx.now);
      ctx.record(sentAgain, { about: aboutOf(group), data: { n } });
      return answer(ctx, say(ctx.actor.locale).retried);
    },
  }),
  on(reroute, { ...steps, run: async (ctx, found) => answer(ctx, await anotherWay(ctx, there(found))) }),
  on(close, {
    ...steps,
    async run(ctx, found) {
      const group = there(found);
      const n = await (group.to === 'job' ? closeJobs : closeMessages)(group.ids, ctx.now);
      ctx.record(closed, { about: aboutOf(group), data: { n } });
      return answer(ctx, say(ctx.actor.locale).closedNow);
    },
  }),
];

/** To the person's other account, else word to their manager; says what was done. */
async function anotherWay(ctx: Ctx, { to, subject, ids }: Failure): Promise<string> {
  const words = say(ctx.actor.locale);
  const p = to === 'person' ? await people.get(subject) : undefined;
  const { messages } = await troubles();
  const lanes = messages.filter((m) => ids.includes(m._id)).map((m) => m.lane);
  const way = p && otherWay(p.accounts, lanes);
  if (way) {
    const n = await sendAgain(ids, ctx.now, way);
    ctx.record(rerouted, { about: subject, data: { n, to: 'account' } });
    return words.toAccount;
  }
  const manager = p?.manager ? await people.get(p.manager) : undefined;
  if (!p || !manager) throw new Refusal((l) => say(l).noOtherWay);
  ctx.tell(`insights.notice:${ctx.id('notice')}`, { person: manager._id }, noticeCard(p._id));
  await closeMessages(ids, ctx.now);
  ctx.record(rerouted, { about: subject, data: { n: ids.length, to: 'manager' } });
  return words.toManager(manager.name);
}

export const failureCommands = [
  command('failures', {
    aliases: ['未送达', '失败'],
    help: (l) => say(l).failuresHelp,
    listed: isHr,
    touches: ['settings:R'],
    load: async () => undefined,
    allow: hrOnly,
    run: async (ctx) => ({ card: (await listed())(await ctx.view()) }),
  }),
];
