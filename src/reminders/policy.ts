/** Who may remind others: HR everybody, an HR partner their units, a manager their own reports. */
import type { Actor, Policy } from '../core/actor.ts';
import { people, reportsOf } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { say } from './messages.ts';
import { everybody, type Scope } from './model.ts';

export async function scopeOf(who: Actor): Promise<Scope | undefined> {
  if (isHr(who)) return everybody;
  const units = who.roles.includes('hrbp') ? ((await people.get(who.id))?.partnerOf ?? []) : [];
  if (units.length > 0) return { kind: 'units', units };
  return (await reportsOf(who.id)).length > 0 ? { kind: 'team', units: [] } : undefined;
}

export const mayRemind: Policy<Scope | undefined> = (_, scope) =>
  scope !== undefined || ((l) => say(l).whoMayRemind);
