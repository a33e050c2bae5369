/** What the one who is asked does about an obstacle: answer, offer, meet, pass it up. */
import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { decide, escalate, meetAbout, openDecision, showWaiting } from './actions.ts';
import { obstacleCard, waitingCard } from './cards-line.ts';
import { decidedCard } from './cards-told.ts';
import { obstacleDecided } from './facts.ts';
import { decisionForm, escalateForm, meetAboutForm } from './forms.ts';
import { momentOf } from './handlers.ts';
import { propose } from './handlers-meeting.ts';
import { announceObstacle } from './jobs-obstacle.ts';
import { obstacleView, showObstacle, showRecord } from './live.ts';
import { say } from './messages.ts';
import { type Decided, type Obstacle, obstacles, waitingFor } from './model.ts';
import { type Asking, decided, escalated, isEscalated, refuseUnlessOpen } from './obstacles.ts';
import { asked, askedOrDecided } from './policy.ts';
import { loadObstacle, type ObstacleScene } from './scene.ts';

const steps = {
  touches: ['checkins:W'],
  load: (_: Ctx, { obstacle }: { obstacle: string }) => loadObstacle(obstacle),
  allow: askedOrDecided,
  redraw: async (s: ObstacleScene, _: unknown, ctx: Ctx) =>
    obstacleCard(await obstacleView(s.obstacle, ctx.actor.id)),
} as const;

const asking = (ctx: Ctx, s: ObstacleScene): Asking => ({ names: s.names, zone: ctx.actor.zone });

/** Who decided earlier may look, but decides no more: it lies with somebody else, or it is done. */
function refuseOthers(ctx: Ctx, s: ObstacleScene): void {
  refuseUnlessOpen(s.obstacle, asking(ctx, s));
  const verdict = asked(ctx.actor, s, ctx.now);
  if (verdict !== true) throw new Refusal(verdict);
}

export const obstacleHandlers: readonly Handler[] = [
  on(openDecision, {
    ...steps,
    opens: true,
    async run(ctx, s, { how }) {
      refuseOthers(ctx, s);
      const view = await ctx.view();
      if (how === 'meet') return { open: meetAboutForm(s, view) };
      if (how === 'escalate') return { open: escalateForm(s, aboveOf(s), view) };
      return { open: decisionForm(s, how, view) };
    },
  }),
  on(decide, {
    ...steps,
    async run(ctx, s, { how }, { text }) {
      refuseOthers(ctx, s);
      const decision = { how, by: ctx.actor.id, at: ctx.now, text };
      await settle(ctx, s, decided(s.obstacle, decision, asking(ctx, s)), decision);
      return { toast: say(ctx.actor.locale).sentOn };
    },
  }),
  on(meetAbout, {
    ...steps,
    async run(ctx, s, _, { day, time, note }) {
      refuseOthers(ctx, s);
      const decision = { how: 'meet' as const, by: ctx.actor.id, at: ctx.now, ...(note && { text: note }) };
      const at = momentOf(ctx, day, time);
      const next = decided(s.obstacle, decision, asking(ctx, s));
      const meeting = { from: ctx.actor.id, to: s.obstacle.person, at, ...(note && { note }) };
      await settle(ctx, await proposed(ctx, s, meeting), next, decision);
      return { toast: say(ctx.actor.locale).sentOn };
    },
  }),
  on(escalate, {
    ...steps,
    async run(ctx, s, _, { text }) {
      refuseOthers(ctx, s);
      const above = aboveOf(s);
      const decision = { how: 'escalate' as const, by: ctx.actor.id, at: ctx.now, ...(text && { text }) };
      const saved = await settle(ctx, s, escalated(s.obstacle, decision, above, asking(ctx, s)), decision);
      await announceObstacle(ctx, saved);
      return { toast: say(ctx.actor.locale).sentOn };
    },
  }),
  on(showWaiting, {
    touches: ['checkins:R'],
    load: async () => undefined,
    allow: anyone,
    async run(ctx) {
      const all = await waitingFor(ctx.actor.id);
      const views = await Promise.all(all.map((o) => obstacleView(o, ctx.actor.id)));
      return { card: waitingCard(views)(await ctx.view()) };
    },
  }),
];

function aboveOf(s: ObstacleScene): string {
  if (isEscalated(s.obstacle)) throw new Refusal((l) => say(l).obstacleHigh);
  if (!s.above) throw new Refusal((l) => say(l).obstacleTop);
  return s.above;
}

async function proposed(
  ctx: Ctx,
  s: ObstacleScene,
  meeting: Parameters<typeof propose>[2],
): Promise<ObstacleScene> {
  return { ...s, ...(await propose(ctx, s, meeting)) };
}

/** Stored, shown to all who have its card and on the record, and told to the person. */
async function settle(ctx: Ctx, s: ObstacleScene, next: Obstacle, decision: Decided): Promise<Obstacle> {
  const saved = await obstacles.save(next);
  await showObstacle(ctx, saved);
  await showRecord(ctx, s);
  const { person, checkIn } = saved;
  if (decision.how !== 'meet')
    ctx.tell(
      `checkins.decided:${saved._id}:${saved.decided.length}`,
      { person },
      decidedCard(saved, decision),
    );
  const to = decision.how === 'escalate' ? { to: saved.to } : {};
  ctx.record(obstacleDecided, { about: person, ref: checkIn, data: { how: decision.how, ...to } });
  return saved;
}
