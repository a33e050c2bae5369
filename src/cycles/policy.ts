/** Who may run cycles: HR. The others are told who can. */
import type { Actor, Policy } from '../core/actor.ts';
import { withRole } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { say } from './messages.ts';

export interface ForHr {
  /** Names of those who can, for the answer to somebody who cannot. */
  hr: readonly string[];
}

export const mayRun: Policy<ForHr> = (who, { hr }) => isHr(who) || ((l) => say(l).onlyHrStarts(hr));

const mostNamed = 3;

/** Read only when the answer will be no. */
export async function whoCan(who: Actor): Promise<ForHr> {
  if (isHr(who)) return { hr: [] };
  const found = await withRole('hr');
  return {
    hr: found
      .map((p) => p.name)
      .sort()
      .slice(0, mostNamed),
  };
}
