/** Which cycle is meant: the one that is named, also an older one; the only one; or a question. */
import { Refusal } from '../core/errors.ts';
import { say } from '../cycles/messages.ts';
import type { Cycle, CycleState } from '../cycles/model.ts';
import { inStates, named } from '../cycles/pick.ts';

export const underway: readonly CycleState[] = ['scheduled', 'running', 'paused', 'closing'];
/** Only looked at by name. */
const over: readonly CycleState[] = ['closed', 'cancelled'];

/** Several when nothing was typed and several fit. @throws Refusal when none fits, or none has that name. */
export async function meantCycles(typed: string): Promise<Cycle[]> {
  const list = await inStates(underway);
  const found = named(list, typed) ?? named(await inStates(over), typed);
  if (found) return [found.cycle];
  if (typed.trim() !== '') throw new Refusal((l) => say(l).noSuchCycle([...typed].slice(0, 80).join('')));
  if (list.length === 0) throw new Refusal((l) => say(l).noCycle);
  return list;
}
