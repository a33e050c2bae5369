/** News of conversations. `about` is the person, `ref` the cycle; never why they meet, what was said or how it helped. */
import { type Fact, fact } from '../core/facts.ts';

export const interviewAsked: Fact<Record<never, never>> = fact('interviews.asked');
export const timeProposed: Fact<{ at: string }> = fact('interviews.proposed');
export const timeAgreed: Fact<{ at: string }> = fact('interviews.agreed');
export const timeCalledOff: Fact<Record<never, never>> = fact('interviews.calledOff');
/** One of them says that it took place, or that it did not. */
export const interviewHeld: Fact<{ on: string }> = fact('interviews.held');
export const interviewDenied: Fact<Record<never, never>> = fact('interviews.denied');
export const notesWritten: Fact<{ edition: number }> = fact('interviews.noted');
export const feedbackWritten: Fact<{ edition: number }> = fact('interviews.wrote');
export const interviewConfirmed: Fact<{ edition: number }> = fact('interviews.confirmed');
export const interviewDone: Fact<{ round: number }> = fact('interviews.done');
/** Somebody else read the notes. */
export const interviewRead: Fact<Record<never, never>> = fact('interviews.read');
export const interviewMoved: Fact<{ from?: string | undefined; to?: string | undefined }> =
  fact('interviews.moved');
