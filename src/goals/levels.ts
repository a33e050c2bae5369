/** Levels that a manager writes into what they propose, while the owner has not answered. Pure. */
import { Refusal } from '../core/errors.ts';
import { contentOf, withContent } from './change.ts';
import { withAnchors } from './entry.ts';
import { say } from './messages.ts';
import type { Goal } from './model.ts';
import { bareOf } from './rules.ts';

/** Written by the manager, and the owner's yes is missing. */
const isTheirs = ({ state, pending, person }: Goal): boolean =>
  state === 'offered' || (pending?.content !== undefined && pending.proposed && pending.by !== person);

/** The key result whose levels the manager still has to write. */
export const bareOfManager = (goal: Goal) => (isTheirs(goal) ? bareOf(goal)[0] : undefined);

/** The proposal is a new one then: what the owner had before them was another. */
export function withTheirLevels(goal: Goal, kr: string, levels: readonly string[], now: Date): Goal {
  if (!isTheirs(goal)) throw new Refusal((l) => say(l).movedOn);
  if (goal.state === 'offered') return withContent(goal, withAnchors(contentOf(goal), kr, levels));
  const { pending } = goal;
  if (!pending?.content) throw new Refusal((l) => say(l).movedOn);
  return { ...goal, pending: { ...pending, content: withAnchors(pending.content, kr, levels), at: now } };
}
