/** Giving: kudos, feedback, and asking for it. */
import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { type Handler, on } from '../core/module.ts';
import { namesOf, people } from '../people/model.ts';
import { answerRequest, askFor, giveFeedback, giveKudos, notNow } from './actions.ts';
import { chosen } from './addressing.ts';
import { requestCard } from './cards-pool.ts';
import { asked as askedFact } from './facts.ts';
import { feedbackForm, mostAsked } from './forms.ts';
import { isSent, pool, sendFeedback, sendKudos } from './giving.ts';
import { bring } from './jobs.ts';
import { say } from './messages.ts';
import { type Request, requests } from './model.ts';
import { asked } from './policy.ts';
import { closed } from './rules.ts';
import { requestKey } from './shows.ts';

const mostPraised = 20;

export const giveHandlers: readonly Handler[] = [
  on(giveKudos, {
    touches: ['feedback:W'],
    load: async () => undefined,
    allow: anyone,
    async run(ctx, _, { group }, { whom, did, effect, value, share }) {
      if (await isSent(group)) return { toast: say(ctx.actor.locale).already };
      const receivers = await chosen(ctx, whom, { most: mostPraised, self: 'kudosSelf' });
      return sendKudos(ctx, { group, receivers, did, effect, value, share: share.length > 0 });
    },
  }),
  on(giveFeedback, {
    touches: ['feedback:W'],
    load: (_, { request }) => (request ? requests.get(request) : Promise.resolve(undefined)),
    allow: (who, request) => (request ? asked(who, request) : true),
    async run(ctx, request, { group }, { whom, visible, ...words }) {
      if (await isSent(group)) return { toast: say(ctx.actor.locale).already };
      const [person] = await chosen(ctx, [whom], { most: 1, self: 'feedbackSelf' });
      if (!person) return undefined;
      if (request?.state === 'open' && request.from === person._id) await close(ctx, request);
      const wish = { ...words, group, person };
      return visible === 'unnamed' ? pool(ctx, wish) : sendFeedback(ctx, wish, visible);
    },
  }),
];

/** Whatever was chosen, what is stored and shown is the same. */
async function close(ctx: Ctx, request: Request): Promise<void> {
  const next = await requests.save(closed(request));
  ctx.show(requestKey(request._id), { person: request.to }, await drawRequest(next));
}

async function drawRequest(request: Request) {
  const names = await namesOf([request.from]);
  return requestCard(request, names(request.from));
}

const steps = {
  touches: ['feedback:W'],
  load: (_: Ctx, { request }: { request: string }) => requests.must(request),
  allow: asked,
  redraw: (request: Request) => drawRequest(request),
} as const;

export const requestHandlers: readonly Handler[] = [
  on(askFor, {
    touches: ['feedback:W'],
    load: async () => undefined,
    allow: anyone,
    async run(ctx, _, __, { whom, about }) {
      const all = await chosen(ctx, whom, { most: mostAsked, self: 'askSelf' });
      const waiting = await requests.find({ from: ctx.actor.id, state: 'open' });
      const fresh = all.filter((p) => !waiting.some((r) => r.to === p._id));
      if (fresh.length === 0) return { toast: say(ctx.actor.locale).askedBefore };
      for (const person of fresh) {
        const _id = ctx.id('request');
        const words = { from: ctx.actor.id, to: person._id, ...(about && { about }) };
        await requests.insert({ _id, ...words, state: 'open', at: ctx.now });
        await bring(ctx, 'request', _id, [person._id]);
      }
      ctx.record(askedFact, { about: ctx.actor.id, data: { people: fresh.length } });
      return { toast: say(ctx.actor.locale).asked(fresh.length) };
    },
  }),
  on(answerRequest, {
    ...steps,
    opens: true,
    async run(ctx, request) {
      closed(request);
      const asker = await people.must(request.from);
      const form = { whom: [asker._id], group: ctx.id('feedback'), request: request._id };
      return { open: feedbackForm(form, await ctx.view()) };
    },
  }),
  on(notNow, { ...steps, run: (ctx, request) => close(ctx, request) }),
];
