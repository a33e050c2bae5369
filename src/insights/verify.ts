/** Walks the chain of facts and says in a sentence whether it is whole. For `npm run verify-audit`. */
import { type Verdict, verifyFacts } from '../core/facts.ts';
import type { Store } from '../core/store.ts';

export interface Verified {
  verdict: Verdict;
  text: string;
}

export async function verify(store: Pick<Store, 'within'>): Promise<Verified> {
  const verdict = await store.within(() => verifyFacts());
  return { verdict, text: inWords(verdict) };
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

export function inWords({ whole, sealed, unsealed, brokenAt }: Verdict): string {
  const tail =
    unsealed === 0
      ? 'nothing waits to be sealed'
      : `${count(unsealed, 'newer fact')} not sealed yet (that takes a second while growloop runs)`;
  if (whole) return `The audit is whole: ${count(sealed, 'fact')} in an unbroken chain, ${tail}.`;
  return `The audit is broken after ${count(sealed, 'fact')}: number ${sealed + 1} (${brokenAt}) was changed, removed or put in between; ${tail}.`;
}
