/**
 * Who may: the two of them, the manager, the person; HR and the partner of the unit read the notes, and that is recorded.
 * Nobody with their own through another role, and nobody above the manager (domain.md §15: like check-ins).
 */
import type { Actor } from '../core/actor.ts';
import type { Sentence } from '../core/i18n.ts';
import { people } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { say } from './messages.ts';
import { type Scene, sideOf } from './scene.ts';

type May = (who: Actor, scene: Scene) => true | Sentence;

export const two: May = (who, scene) =>
  sideOf(who.id, scene) !== undefined || ((l) => say(l).onlyTwo(scene.person.name));

export const own: May = (who, scene) =>
  sideOf(who.id, scene) === 'person' || ((l) => say(l).onlyOwn(scene.person.name));

export const leads: May = (who, scene) =>
  sideOf(who.id, scene) === 'manager' || ((l) => say(l).onlyLead(scene.person.name));

/** HR and the partner of the unit, of anybody's but their own. */
export const isOffice = (who: Actor, { person, interview, partnerOf }: Scene): boolean =>
  who.id !== person._id && (isHr(who) || (who.roles.includes('hrbp') && partnerOf.includes(interview.unit)));

export const reads: May = (who, scene) =>
  two(who, scene) === true || isOffice(who, scene) || ((l) => say(l).onlyTwo(scene.person.name));

/** Units whose numbers somebody may read, or all. */
export async function unitsFor(who: Actor): Promise<readonly string[] | 'all' | undefined> {
  if (isHr(who)) return 'all';
  return who.roles.includes('hrbp') ? ((await people.get(who.id))?.partnerOf ?? []) : undefined;
}
