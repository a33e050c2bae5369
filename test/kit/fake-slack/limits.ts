/** How often an app may call: per method and workspace, and messages per conversation and per workspace. */
import type { Time } from './time.ts';

export interface LimitSettings {
  /** Messages a second into one conversation, and how many at once before that counts. */
  channelPerSecond: number;
  channelBurst: number;
  /** Messages a minute into one workspace; Slack does not tell its own. */
  postsPerMinute: number;
  /** How many seconds' worth of them may come at once. */
  burstSeconds: number;
  /** Calls a minute by method, as in the table of tiers. */
  tiers: boolean;
  /** Seconds that a refused caller is told to wait, instead of what would do. */
  retryAfter?: (method: string) => number;
}

export const usualLimits: LimitSettings = {
  channelPerSecond: 1,
  channelBurst: 5,
  postsPerMinute: 400,
  burstSeconds: 10,
  tiers: true,
};

/** For journeys, where content matters and pace does not. */
export const noLimits: LimitSettings = {
  ...usualLimits,
  channelPerSecond: Number.POSITIVE_INFINITY,
  postsPerMinute: Number.POSITIVE_INFINITY,
  tiers: false,
};

interface Bucket {
  left: number;
  seen: number;
}

export interface Limiter {
  /** Seconds to wait, or nothing when the call may pass. */
  refusal(call: {
    team: string;
    method: string;
    perMinute: number | 'special';
    channel?: string;
  }): number | undefined;
  /** From now on nobody of that workspace may call the method for so many seconds. */
  block(team: string, method: string, seconds: number): void;
  /** Calls that came although their caller had been told to wait. */
  inWindow(): number;
  set(settings: Partial<LimitSettings>): void;
}

export function limiter(time: Time, given: LimitSettings): Limiter {
  let settings = given;
  const buckets = new Map<string, Bucket>();
  const blocked = new Map<string, number>();
  let ignored = 0;

  /** Milliseconds until one more fits; 0 when it fits. */
  function lack(key: string, perMs: number, size: number): number {
    if (!Number.isFinite(perMs)) return 0;
    const now = time.now();
    const bucket = buckets.get(key) ?? { left: size, seen: now };
    bucket.left = Math.min(size, bucket.left + (now - bucket.seen) * perMs);
    bucket.seen = now;
    buckets.set(key, bucket);
    return bucket.left >= 1 ? 0 : (1 - bucket.left) / perMs;
  }
  const take = (key: string) => {
    const bucket = buckets.get(key);
    if (bucket) bucket.left -= 1;
  };

  const block = (team: string, method: string, seconds: number) =>
    void blocked.set(`${team}:${method}`, time.now() + seconds * 1000);

  function waitFor(call: Parameters<Limiter['refusal']>[0]): number {
    const { team, method, perMinute, channel } = call;
    if (perMinute !== 'special') {
      if (!settings.tiers) return 0;
      const key = `${team}:${method}`;
      const wait = lack(key, perMinute / 60_000, perMinute);
      if (wait === 0) take(key);
      return wait;
    }
    const whole = `${team}:posts`;
    const one = `${team}:${channel}`;
    const wait = Math.max(
      lack(whole, settings.postsPerMinute / 60_000, (settings.postsPerMinute / 60) * settings.burstSeconds),
      lack(one, settings.channelPerSecond / 1000, settings.channelBurst),
    );
    if (wait > 0) return wait;
    take(whole);
    take(one);
    return 0;
  }

  return {
    refusal(call) {
      const until = blocked.get(`${call.team}:${call.method}`) ?? 0;
      const now = time.now();
      if (until > now) {
        ignored += 1;
        return Math.ceil((until - now) / 1000);
      }
      const wait = waitFor(call);
      if (wait === 0) return undefined;
      const seconds = settings.retryAfter?.(call.method) ?? Math.max(1, Math.ceil(wait / 1000));
      block(call.team, call.method, seconds);
      return seconds;
    },
    block,
    inWindow: () => ignored,
    set(more) {
      settings = { ...settings, ...more };
    },
  };
}
