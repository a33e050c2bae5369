/** News of appeals. `about` is the person who appeals, `ref` the cycle; never what anybody wrote, nor a grade. */
import { type Fact, fact } from '../core/facts.ts';

export const appealOpened: Fact<{ appeal: string; version: number }> = fact('appeals.opened');
export const appealAssigned: Fact<{ appeal: string; panel: number }> = fact('appeals.assigned');
export const appealAcknowledged: Fact<{ appeal: string }> = fact('appeals.acknowledged');
export const appealStatement: Fact<{ appeal: string }> = fact('appeals.statement');
export const appealInvited: Fact<{ appeal: string; who: string }> = fact('appeals.invited');
export const appealNeeds: Fact<{ appeal: string }> = fact('appeals.needs');
export const appealAnswered: Fact<{ appeal: string }> = fact('appeals.answered');
/** Somebody of the case, or the unit's partner, opened it; `file`: took the record along. */
export const appealRead: Fact<{ appeal: string; file: boolean }> = fact('appeals.read');
/** One of those who decide agreed to a draft. */
export const appealAgreed: Fact<{ appeal: string; draft: number }> = fact('appeals.agreed');
/** `outcome`: a code; `last`: by the second instance. */
export const appealDecided: Fact<{ appeal: string; outcome: string; last: boolean }> =
  fact('appeals.decided');
export const appealRerated: Fact<{ appeal: string }> = fact('appeals.rerated');
export const appealEscalated: Fact<{ appeal: string }> = fact('appeals.escalated');
/** A clock ran out, and HR heard of it. */
export const appealOverdue: Fact<{ appeal: string; clock: string }> = fact('appeals.overdue');
/** `how`: final, withdrawn or lapsed; `changed`: another version of the result holds. */
export const appealEnded: Fact<{ appeal: string; how: string; changed: boolean }> = fact('appeals.ended');
