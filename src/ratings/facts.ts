/** News of ratings. `about` is the person rated, `ref` the cycle; never a level, a score or a word. */
import { type Fact, fact } from '../core/facts.ts';

/** `about` is the cycle: managers can rate. */
export const ratingsOpened: Fact<{ people: number }> = fact('ratings.opened');
export const numbersConfirmed: Fact<{ n: number }> = fact('ratings.confirmed');
export const numberEntered: Fact<{ goal: string; keyResult: string }> = fact('ratings.entered');
export const keyResultExcluded: Fact<{ goal: string; keyResult: string }> = fact('ratings.excluded');
export const ratingSubmitted: Fact<{ version: number }> = fact('ratings.submitted');
export const ratingApproved: Fact<{ version: number }> = fact('ratings.approved');
/** `office`: for re-examination, by HR. */
export const ratingReturned: Fact<{ version: number; office: boolean }> = fact('ratings.returned');
/** `what`: the decision that was taken back. */
export const ratingUndone: Fact<{ what: string }> = fact('ratings.undone');
/** Not rated in time: the manager's manager does. */
export const ratingPassedOn: Fact<{ from?: string | undefined; to: string }> = fact('ratings.passedOn');
/** `why`: a code of `unratedReasons`. */
export const ratingMissed: Fact<{ why: string }> = fact('ratings.missed');
/** Returned, and nobody rated anew in time: what was sent is decided about again. */
export const ratingStands: Fact<{ version: number; to?: string | undefined }> = fact('ratings.stands');
export const deciderNamed: Fact<{ to: string }> = fact('ratings.named');
export const questionAsked: Fact<{ whom: string }> = fact('ratings.asked');
export const questionAnswered: Fact<Record<never, never>> = fact('ratings.answered');
export const ratingRead: Fact<Record<never, never>> = fact('ratings.read');
/** `about` is the cycle. */
export const ratingsExported: Fact<{ people: number }> = fact('ratings.exported');
export const statementWritten: Fact<Record<never, never>> = fact('ratings.statement');
