/** Who may do what with a person's goals: decided from the participant's line as it stands now. */
import type { Actor } from '../core/actor.ts';
import type { Sentence } from '../core/i18n.ts';
import { isExecutive, isHr } from '../people/policy.ts';
import { say } from './messages.ts';
import { team } from './messages-team.ts';
import type { Goal } from './model.ts';
import { waitsForOwner } from './rules.ts';
import type { Sheet } from './sheet.ts';
import type { Team } from './team-cards.ts';

/** A policy that needs no clock. */
type May<S> = (who: Actor, subject: S) => true | Sentence;

type Whose = Pick<Sheet, 'participant' | 'names'>;
export type AtGoal = Sheet & { goal: Goal };

const isSelf = (who: Actor, { participant }: Whose): boolean => who.id === participant.person;
const leads = (who: Actor, { participant }: Whose): boolean =>
  who.id === participant.manager && who.id !== participant.person;

export const owner: May<Whose> = (who, sheet) => isSelf(who, sheet) || ((l) => say(l).onlyOwner);

export const manager: May<Whose> = (who, sheet) => leads(who, sheet) || noManager(sheet);

const noManager =
  ({ participant, names }: Whose) =>
  (l: 'en' | 'zh'): string =>
    participant.manager ? say(l).onlyManager(names(participant.manager)) : say(l).noEvaluator;

/** Self or manager: the two who agree. */
export const both: May<Whose> = (who, sheet) =>
  isSelf(who, sheet) || leads(who, sheet) || ((l) => say(l).onlyLine);

/** Whoever's yes is missing. A goal that waits for nobody can be looked at by both, and is then refused with what happened. */
export const decides: May<AtGoal> = (who, at) => (waitsForOwner(at.goal) ? owner(who, at) : both(who, at));

/** A late change that the manager agreed to can be decided by HR, too. */
export const decidesOrHr: May<AtGoal> = (who, at) =>
  at.goal.pending?.agreed && hrFor(who, at) === true ? true : decides(who, at);

export interface Line {
  /** The manager's manager. */
  skip?: string | undefined;
}

/** The line, HR, and the business partner of the unit. */
export const readers: May<Whose & Line & { partnerOf: readonly string[] }> = (who, at) =>
  both(who, at) === true ||
  who.id === at.skip ||
  isHr(who) ||
  at.partnerOf.includes(at.participant.unit) ||
  ((l) => say(l).onlyLine);

/** HR, for somebody else. */
export const hrFor: May<Whose> = (who, sheet) => (isHr(who) && !isSelf(who, sheet)) || ((l) => say(l).onlyHr);

export const publishers: May<unknown> = (who) =>
  isHr(who) || isExecutive(who) || ((l) => say(l).onlyPublishers);

/** Whoever has people in the cycle; the team is always their own. */
export const leadsTeam: May<Team> = (_, { sheets }) => sheets.length > 0 || ((l) => team(l).nobody);
