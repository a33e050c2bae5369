/** What participants still owe in a phase: noted by the capability that owns the phase, counted by `/perf status`. */
import type { Ctx } from '../core/context.ts';
import { type Phase, participants } from './model.ts';

/** Phases in which every participant owes something; in the others it is HR's turn, or nobody's. */
export const owing = ['planning', 'assessment', 'feedback', 'closing'] as const satisfies readonly Phase[];
export type Owing = (typeof owing)[number];

/**
 * Notes in the caller's transaction that a participant's part of a phase is open or done. Touches that one document
 * only, and only when something changes.
 */
export async function noteProgress(
  _ctx: Ctx,
  participant: string,
  phase: Owing,
  state: 'open' | 'done',
): Promise<void> {
  const field = `progress.${phase}`;
  await participants.change(
    { _id: participant, [field]: { $ne: state } },
    { $set: { [field]: state }, $inc: { rev: 1 } },
  );
}
