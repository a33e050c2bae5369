/**
 * When Feishu says how long an API is to be left alone, nothing of ours goes there meanwhile: not what was on its way from
 * the outbox while the refusal came in, and not what is said besides it.
 */
import { PlatformError } from '../../src/core/platform.ts';

export interface Gate {
  /** @throws PlatformError while the API is to be left alone */
  pass(api: string): void;
  shut(api: string, ms: number): void;
}

/** `now` is the product's: a lane waits by that clock, the gate by the machine's. */
export function gateOf(now: () => Date): Gate {
  const until = new Map<string, number>();
  return {
    pass(api) {
      const left = (until.get(api) ?? 0) - performance.now();
      if (left > 0)
        throw new PlatformError('retry', 'Feishu 99991400: too many calls', new Date(now().getTime() + left));
    },
    shut: (api, ms) => void until.set(api, performance.now() + ms),
  };
}

/** Feishu counts by API, not by what it is about. */
export const apiOf = ({ method, path }: { method: string; path: string }): string =>
  `${method} ${path.replace(/\/(om|oc|ou)_[^/]+/g, '/:id')}`;
