/** An obstacle reaches the one who is asked, outside their quiet hours. */
import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { job } from '../core/job.ts';
import { afterQuiet } from '../core/outbox.ts';
import { people } from '../people/model.ts';
import { obstacleCard } from './cards-line.ts';
import { obstacleKey, obstacleView } from './live.ts';
import { type Obstacle, obstacles } from './model.ts';

export const tellObstacle = job('checkins.obstacle', { obstacle: z.string() }, async (ctx, { obstacle }) => {
  const o = await obstacles.get(obstacle);
  if (o?.state !== 'open') return;
  const shown = o.shownTo.includes(o.to) ? o : await obstacles.save({ ...o, shownTo: [...o.shownTo, o.to] });
  // Somebody asked for help: it counts as an answer owed, not as one of the three unasked messages a day. Told once more
  // it comes below: nobody is told by a card that changes far up.
  ctx.show(obstacleKey(o), { person: o.to }, obstacleCard(await obstacleView(shown, o.to)), {
    priority: 'approval',
    anew: shown === o,
  });
});

export async function announceObstacle(ctx: Ctx, o: Obstacle): Promise<void> {
  const to = await people.get(o.to);
  const at = to ? afterQuiet(to, ctx.now) : ctx.now;
  ctx.later(tellObstacle, { obstacle: o._id }, { at, key: `checkins.obstacle:${o._id}:${o.to}:${o.rev}` });
}
