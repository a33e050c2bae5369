/** When the agreed time is over both are asked for their notes. */
import { z } from 'zod';
import { job } from '../core/job.ts';
import { interviews } from './model.ts';
import { sceneOf } from './scene.ts';
import { showTalk } from './shows.ts';

export const afterwards = job(
  'interviews.after',
  { interview: z.string(), at: z.string() },
  async (ctx, { interview: id, at }) => {
    const interview = await interviews.get(id);
    if (interview?.state !== 'scheduled' || interview.agreed?.at.toISOString() !== at) return;
    const scene = await sceneOf(interview);
    if (scene.cycle.state === 'paused') return;
    // The manager is asked to write; the person finds the same on their card.
    await showTalk(ctx, scene, 'manager', { anew: true, proactive: true });
    await showTalk(ctx, scene, 'person');
  },
);
