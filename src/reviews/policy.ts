/**
 * Who may. A review belongs to its giver alone: no role opens it, and the "no" names nobody. What was published is for
 * those whom domain.md §15 names; nobody reads their own record through a role.
 */
import type { Actor, Policy } from '../core/actor.ts';
import type { Sentence } from '../core/i18n.ts';
import type { Participant } from '../cycles/model.ts';
import { isHr } from '../people/policy.ts';
import { say } from './messages.ts';
import { said } from './messages-answer.ts';
import { read } from './messages-read.ts';
import type { Assignment } from './model.ts';

export const giver: Policy<{ review: Assignment }> = (who, { review }) =>
  who.id === review.giver || ((l) => said(l).onlyGiver);

type Whose = { participant: Participant };

export const nominee: Policy<Whose> = (who, { participant }) =>
  who.id === participant.person || ((l) => say(l).onlyNominee);

/** The manager of this cycle; without one HR stands in. Never the person themself. */
export const approver: Policy<Whose> = (who, { participant }) => {
  if (who.id === participant.person) return (l) => say(l).notOwnReviewers;
  if (participant.manager === undefined) return isHr(who) || ((l) => say(l).onlyHrApproves);
  return who.id === participant.manager || ((l) => say(l).onlyManager);
};

/** What a manager may read of a report's reviews, the manager above from the calibration on, HR, a partner of their units. */
export const reader: Policy<Whose & { units: readonly string[]; above?: string | undefined }> = (
  who,
  { participant, units, above },
) => {
  if (who.id === participant.person) return (l) => read(l).ownAfterRelease;
  if (who.id === participant.manager || who.id === above || isHr(who)) return true;
  const looksAfter = who.roles.includes('hrbp') && units.includes(participant.unit);
  return looksAfter || ((l) => read(l).onlyReaders);
};

/** HR, but never on what was said about themself. */
export const redactor = (who: Actor, { person }: { person: string }): true | Sentence => {
  if (!isHr(who)) return (l) => read(l).onlyHrRedacts;
  return who.id !== person || ((l) => read(l).notOwnComments);
};
