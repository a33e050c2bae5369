/** News of goals. `about` is the person whose goals they are, `ref` the cycle. */
import { type Fact, fact } from '../core/facts.ts';

export const goalsProposed: Fact<{ goals: string[] }> = fact('goals.proposed');
export const goalAgreed: Fact<{ goal: string; version: number }> = fact('goals.agreed');
export const goalReturned: Fact<{ goal: string }> = fact('goals.returned');
/** A decision was taken back within its five minutes. */
export const decisionUndone: Fact<{ goal: string }> = fact('goals.undone');
export const goalDropped: Fact<{ goal: string }> = fact('goals.dropped');
export const progressRecorded: Fact<{ goal: string; keyResult: string; confidence?: string | undefined }> =
  fact('goals.progress');
/** Both said yes to the performance contract. */
export const contractConfirmed: Fact<{ version: number }> = fact('goals.contractConfirmed');
export const weightsWaived: Fact<{ sum: number }> = fact('goals.weightsWaived');
export const concernRaised: Fact<{ goal: string }> = fact('goals.concernRaised');
export const concernAnswered: Fact<{ goal: string; how: string }> = fact('goals.concernAnswered');
/** `about` is the cycle's organisation: `company`. */
export const companyGoalPublished: Fact<{ goal: string }> = fact('goals.companyPublished');
/** Somebody beyond the two read them. */
export const goalsRead: Fact<Record<never, never>> = fact('goals.read');
