/** Who may see failures, and whose entries of the audit. */
import type { Policy } from '../core/actor.ts';
import type { Person } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { sayAudit as say } from './messages-audit.ts';

/** What somebody wants to read, and the units that they look after. */
export interface Reading {
  /** Empty: everything. */
  about: string;
  /** When it is about a person. */
  person?: Person;
  units: readonly string[];
}

/** Everybody what is about themselves; an HR partner their units; HR all. */
export const mayReadAudit: Policy<Reading> = (who, { about, person, units }) => {
  if (about === who.id || isHr(who)) return true;
  if (person && who.roles.includes('hrbp') && units.includes(person.unit)) return true;
  return (l) => (who.roles.includes('hrbp') ? say(l).onlyOwnUnits : say(l).onlyOwnEntries);
};
