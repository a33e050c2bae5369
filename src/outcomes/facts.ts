/** News of outcomes: numbers and ids, never a grade, a coefficient or a word. */
import { type Fact, fact } from '../core/facts.ts';

/** `about` is the cycle, `ref` the batch. */
export const batchMade: Fact<{ people: number }> = fact('outcomes.made');
export const batchSubmitted: Fact<{ people: number }> = fact('outcomes.submitted');
export const batchApproved: Fact<Record<never, never>> = fact('outcomes.approved');
export const batchReturned: Fact<Record<never, never>> = fact('outcomes.returned');
export const batchUndone: Fact<Record<never, never>> = fact('outcomes.undone');
export const batchDropped: Fact<Record<never, never>> = fact('outcomes.dropped');
export const batchSettled: Fact<{ held: number }> = fact('outcomes.settled');
/** `final`: after the approval; else the draft for HR's own review. */
export const batchExported: Fact<{ people: number; final: boolean }> = fact('outcomes.exported');

/** `about` is the person, `ref` the cycle. */
export const outcomeExcepted: Fact<Record<never, never>> = fact('outcomes.excepted');
export const exceptionRemoved: Fact<Record<never, never>> = fact('outcomes.asRules');
/** The row of who approved the others. */
export const ownRowApproved: Fact<Record<never, never>> = fact('outcomes.ownRow');
/** It holds from now on; the person knows. */
export const outcomeApplied: Fact<{ version: number }> = fact('outcomes.applied');
/** The result changed before the approval. */
export const outcomeRecomputed: Fact<{ version: number }> = fact('outcomes.recomputed');
/** The result changed after it: a difference lies with HR. */
export const differenceMade: Fact<{ version: number }> = fact('outcomes.difference');
export const outcomeRead: Fact<Record<never, never>> = fact('outcomes.read');
/** The person said which recognition they like best. */
export const preferenceSaid: Fact<Record<never, never>> = fact('outcomes.preferred');
