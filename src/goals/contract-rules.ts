/** When the contract opens, who said yes, and what a change of the goals does to it. Pure. */
import { Refusal } from '../core/errors.ts';
import type { Contract } from './contract.ts';
import { say } from './messages.ts';
import type { Goal } from './model.ts';
import { isWhole, sumAgreed } from './weights.ts';

/** All agreed, nothing pending, and 100 % or waived. What was only offered does not count. */
export function isSettled(goals: readonly Goal[], contract: Contract): boolean {
  const live = goals.filter((g) => g.state !== 'offered');
  const agreed = live.length > 0 && live.every((g) => g.state === 'agreed' && !g.pending);
  return agreed && (isWhole(sumAgreed(live)) || contract.waiver !== undefined);
}

/** The agreed weights are not 100 % and nobody of HR accepted that. */
export const isUnsettled = (goals: readonly Goal[], contract: Contract): boolean =>
  contract.waiver === undefined && !isWhole(sumAgreed(goals));

/**
 * The contract after something about the goals was decided. `changed`: what is agreed is not what it was. An open one
 * is confirmed anew; a confirmed one stays so, since both agreed to the change itself.
 */
export function follows(contract: Contract, goals: readonly Goal[], changed: boolean): Contract {
  const settled = isSettled(goals, contract);
  const { self, lead, ...bare } = contract;
  if (contract.state === 'forming')
    return settled ? { ...bare, state: 'open', version: contract.version + 1 } : contract;
  if (contract.state === 'open' && !settled) return { ...bare, state: 'forming' };
  if (!changed || !settled) return contract;
  const version = contract.version + 1;
  return contract.state === 'open' ? { ...bare, version } : { ...contract, version };
}

/** One of the two says yes; with both it is confirmed. @throws Refusal for another version, or a second time */
export function confirmedBy(
  contract: Contract,
  version: number,
  who: { person: string; by: string; now: Date },
): Contract {
  const isSelf = who.by === who.person;
  if (isSelf ? contract.self : contract.lead) throw new Refusal((l) => say(l).alreadyConfirmed);
  if (contract.state !== 'open' || contract.version !== version)
    throw new Refusal((l) => say(l).contractOver);
  const signed: Contract = isSelf
    ? { ...contract, self: who.now }
    : { ...contract, lead: { by: who.by, at: who.now } };
  return signed.self && signed.lead ? { ...signed, state: 'confirmed' } : signed;
}
