/** Who may read a result and who may give one out: decided from what is stored now. Nobody in two roles about themself. */
import type { Actor } from '../core/actor.ts';
import type { Sentence } from '../core/i18n.ts';
import { isExecutive, isHr } from '../people/policy.ts';
import type { Batch } from './batches.ts';
import { say } from './messages.ts';

type May<S> = (who: Actor, subject: S) => true | Sentence;

/** Where the reader stands to somebody whose result is asked for. */
export interface Standing {
  person: string;
  unit: string;
  /** Manager and manager's manager. */
  line: readonly string[];
  /** Units of the reader, when they are a business partner. */
  partnerOf: readonly string[];
}

export const readsResult: May<Standing> = (who, { person, line, unit, partnerOf }) =>
  who.id === person ||
  line.includes(who.id) ||
  isHr(who) ||
  (who.roles.includes('hrbp') && partnerOf.includes(unit)) ||
  ((l) => say(l).onlyReaders);

/** The manager alone. */
export interface Led {
  person: string;
  manager: string | undefined;
}

export const leads: May<Led> = (who, { person, manager }) => {
  if (who.id === person) return (l) => say(l).notYourself;
  return who.id === manager || ((l) => say(l).onlyManager);
};

export const runsRelease: May<unknown> = (who) => isHr(who) || ((l) => say(l).onlyHr);

/** A second person: an executive or the head of HR, never the one who asks. */
export const signs: May<{ batch: Batch }> = (who, { batch }) => {
  if (who.id === batch.by) return (l) => say(l).notYourOwnAsk;
  return isExecutive(who) || who.roles.includes('hrHead') || ((l) => say(l).onlySigners);
};
