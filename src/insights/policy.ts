/** Who may see failures, and whose entries of the audit. */
import type { Policy } from '../core/actor.ts';
import type { Cycle } from '../cycles/model.ts';
import type { Person } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import type { StatusPage } from './actions.ts';
import { sayAudit as say } from './messages-audit.ts';
import { spread } from './messages-distribution.ts';
import { talk } from './messages-status.ts';
import { readsNames, type Scope } from './scope.ts';

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

export interface Graded {
  cycle: Cycle;
  scope: Scope;
}

/** HR all, an HR partner their units, executives in groups; a draft has no grades. */
export const mayReadGrades: Policy<Graded> = (_, { scope }) =>
  scope.kind === 'all' || scope.kind === 'units' || scope.kind === 'shape' || ((l) => spread(l).onlyOffice);

/** Everybody reads how far a cycle is, as far as they see it; whose goals are at risk, only who may read goals. */
export const mayReadRisk: Policy<{ scope: Scope; show: StatusPage }> = (_, { scope, show }) =>
  show !== 'risk' || readsNames(scope) || ((l) => talk(l).notYours);
