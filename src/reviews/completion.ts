/** What a participant owes in the assessment, for `/perf status`: their own review and their list, never what they give. */
import type { Ctx } from '../core/context.ts';
import { participantId } from '../cycles/model.ts';
import { noteProgress } from '../cycles/progress.ts';
import { nominations, selfReviews } from './model.ts';

export async function noteCompletion(ctx: Ctx, cycle: string, person: string): Promise<void> {
  const id = participantId(cycle, person);
  const self = await selfReviews.get(id);
  const list = await nominations.get(id);
  const done = self?.state === 'sent' && list?.state !== 'open';
  await noteProgress(ctx, id, 'assessment', done ? 'done' : 'open');
}
