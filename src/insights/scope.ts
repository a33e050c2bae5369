/** Which part of a cycle somebody may see, and by which words the stores are asked for it. */
import type { Actor } from '../core/actor.ts';
import { type Cycle, participants } from '../cycles/model.ts';
import { peopleById } from '../people/model.ts';
import { isExecutive, isHr } from '../people/policy.ts';

/** HR all, a business partner their units, executives the shape without names, a manager their team, others themselves. */
export type Scope =
  | { kind: 'all' | 'shape' | 'own' }
  | { kind: 'units'; units: string[] }
  | { kind: 'team'; manager: string };

export type Filter = Record<string, unknown>;

export async function scopeOf(who: Actor, cycle: Pick<Cycle, '_id'>): Promise<Scope> {
  if (isHr(who)) return { kind: 'all' };
  const units = await unitsOf(who);
  if (units.length > 0) return { kind: 'units', units };
  if (isExecutive(who)) return { kind: 'shape' };
  return (await leads(who, cycle)) ? { kind: 'team', manager: who.id } : { kind: 'own' };
}

/** Somebody reports to them in this cycle. */
export const leads = async (who: Pick<Actor, 'id'>, cycle: Pick<Cycle, '_id'>): Promise<boolean> =>
  (await participants.one({ cycle: cycle._id, manager: who.id })) !== undefined;

/** Units that an HR business partner looks after. */
export async function unitsOf(who: Actor): Promise<string[]> {
  if (!who.roles.includes('hrbp')) return [];
  return (await peopleById([who.id])).get(who.id)?.partnerOf ?? [];
}

/** `leader`: what the store calls the one who leads: `manager` of participants, `rater` of ratings and results. */
export function filterOf(cycle: Pick<Cycle, '_id'>, scope: Scope, leader: 'manager' | 'rater'): Filter {
  if (scope.kind === 'units') return { cycle: cycle._id, unit: { $in: scope.units } };
  return { cycle: cycle._id, ...(scope.kind === 'team' && { [leader]: scope.manager }) };
}

/** Only they read names beside what is open. */
export const readsNames = (scope: Scope): boolean =>
  scope.kind === 'all' || scope.kind === 'units' || scope.kind === 'team';

export const leftOut: readonly string[] = ['not_eligible', 'withdrawn'];
/** Those who take part. */
export const within: Filter = { state: { $nin: leftOut } };
