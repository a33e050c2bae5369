/** News of cycles, for those who build on them. `about` is the cycle, or the person where one is meant. */
import { type Fact, fact } from '../core/facts.ts';

/** Participants, lines and scheme are frozen; people hear of it. */
export const cycleLaunched: Fact<{ people: number }> = fact('cycles.launched');
export const phaseOpened: Fact<{ phase: string }> = fact('cycles.phaseOpened');
/** After due and grace of the last participant: nothing of this phase is taken any more. */
export const phaseLocked: Fact<{ phase: string }> = fact('cycles.phaseLocked');
export const phaseExtended: Fact<{ phase: string; due: string; unit?: string; person?: string }> =
  fact('cycles.phaseExtended');
export const cyclePaused: Fact<Record<never, never>> = fact('cycles.paused');
export const cycleResumed: Fact<{ days: number }> = fact('cycles.resumed');
export const cycleCancelled: Fact<Record<never, never>> = fact('cycles.cancelled');
/** `about` is the person, `ref` the cycle. */
export const participantWithdrawn: Fact<{ reason: string }> = fact('cycles.withdrawn');
export const managerChanged: Fact<{ from?: string; to?: string }> = fact('cycles.managerChanged');
export const cycleDrafted: Fact<Record<never, never>> = fact('cycles.drafted');
export const cycleClosed: Fact<Record<never, never>> = fact('cycles.closed');
/** Three years after its end: what belonged to it is gone. */
export const cycleErased: Fact<Record<never, never>> = fact('cycles.erased');
