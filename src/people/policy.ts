/** Who may: the questions that every capability asks about people. */
import type { Actor, Policy } from '../core/actor.ts';
import { say } from './messages.ts';
import type { Person } from './model.ts';

export const isHr = (who: Actor): boolean => who.roles.includes('hr') || who.roles.includes('hrHead');
export const isExecutive = (who: Actor): boolean => who.roles.includes('executive');

export const hrOnly: Policy<unknown> = (who) => isHr(who) || ((l) => say(l).onlyHr);

/** Of a person's record: the person, their manager, HR. */
export const selfManagerOrHr: Policy<Pick<Person, '_id' | 'manager'>> = (who, p) =>
  who.id === p._id || who.id === p.manager || isHr(who) || ((l) => say(l).onlyLine);
