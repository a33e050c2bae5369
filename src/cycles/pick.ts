/** Which cycle a command means: the one that is named, the only one that fits, or a question. */
import type { Answer } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import type { Verb } from './actions.ts';
import { chooseCard } from './cards-change.ts';
import { folded } from './draft.ts';
import { say } from './messages.ts';
import { type Cycle, type CycleState, cycles } from './model.ts';

/** The states in which a command has something to do. */
export const fitting: Readonly<Record<Verb, readonly CycleState[]>> = {
  extend: ['running', 'paused'],
  pause: ['running'],
  resume: ['paused'],
  cancel: ['scheduled', 'running', 'paused', 'closing'],
  withdraw: ['running', 'paused'],
};

export const inStates = (states: readonly CycleState[]): Promise<Cycle[]> =>
  cycles.find({ state: { $in: [...states] } }, { sort: { at: -1, _id: 1 } });

/** The cycle whose name the text is or begins with, and what follows the name. */
export function named(list: readonly Cycle[], typed: string): { cycle: Cycle; rest: string } | undefined {
  const text = folded(typed);
  const fits = list.filter((c) => text === folded(c.name) || text.startsWith(`${folded(c.name)} `));
  const cycle = fits.sort((a, b) => b.name.length - a.name.length)[0];
  return cycle && { cycle, rest: typed.normalize('NFKC').trim().slice(folded(cycle.name).length).trim() };
}

/** @throws Refusal when no cycle fits, or none has that name. */
export async function picked(
  ctx: Ctx,
  verb: Verb,
  typed: string,
): Promise<{ cycle: Cycle; rest: string } | { ask: Answer }> {
  const list = await inStates(fitting[verb]);
  const found = named(list, typed);
  if (found) return found;
  if (list.length === 0) throw new Refusal((l) => say(l).noCycle);
  const only = list.length === 1 ? list[0] : undefined;
  if (only && (typed.trim() === '' || verb === 'withdraw')) return { cycle: only, rest: typed.trim() };
  if (typed.trim() !== '' && verb !== 'withdraw')
    throw new Refusal((l) => say(l).noSuchCycle(typed.slice(0, 80)));
  return { ask: { card: chooseCard(verb, list)(await ctx.view()) } };
}
