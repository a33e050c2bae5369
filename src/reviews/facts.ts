/**
 * News of reviews. None of them says who wrote about whom: what a giver does leaves no fact at all. `about` is the person
 * under review or the cycle, `ref` the cycle.
 */
import { type Fact, fact } from '../core/facts.ts';

export const reviewersProposed: Fact<{ people: number }> = fact('reviews.proposed');
/** `by` is the manager, or the system when the date had come. */
export const reviewersApproved: Fact<{ people: number }> = fact('reviews.approved');
export const selfReviewSent: Fact<Record<never, never>> = fact('reviews.selfSent');
/** Confidential answers were frozen: of `people` of the cycle, which is what the fact is about. */
export const reviewsReleased: Fact<{ cycle: string; people: number }> = fact('reviews.released');
/** HR took a comment out before the person could read it; the numbers stay. */
export const commentRedacted: Fact<{ line: string }> = fact('reviews.redacted');
/** Somebody read another person's self review and what colleagues say. */
export const reviewRead: Fact<Record<never, never>> = fact('reviews.read');
