/** How often Feishu takes a call: 1000 a minute and 50 a second for each API, 5 a second for each person, group and message. */
import { Refused } from './codes.ts';

export interface Limits {
  /** One more call of this API. @throws Refused with the header that says when again */
  call(api: string): void;
  /** One more message to this person or group, or update of this message. @throws Refused 230020 */
  target(id: string): void;
  /** Calls that came although the API had said to wait. */
  inside(): number;
  /** Feishu refuses everything of this API from now on, as in a storm. */
  close(api: string, seconds: number): Refused;
}

const [minuteMs, perMinute, secondMs, perSecond, perTarget] = [60_000, 1000, 1000, 50, 5];
/** What was under way when the refusal was written has not heard of it. */
const hearingMs = 300;

/** `pace` in milliseconds; faster than the machine's where a bench says so. */
export function limits(pace: () => number): Limits {
  const calls = new Map<string, number[]>();
  const targets = new Map<string, number[]>();
  const closed = new Map<string, { from: number; until: number }>();
  let inside = 0;
  const refuse = (api: string, ms: number) => {
    const seconds = Math.max(1, Math.ceil(ms / 1000));
    closed.set(api, { from: pace(), until: pace() + seconds * 1000 });
    return new Refused('rate', '', {
      'x-ogw-ratelimit-limit': String(perMinute),
      'x-ogw-ratelimit-reset': String(seconds),
    });
  };
  return {
    call(api) {
      const now = pace();
      const shut = closed.get(api);
      if (shut && now < shut.until) {
        if (now > shut.from + hearingMs) inside += 1;
        throw new Refused('rate', '', {
          'x-ogw-ratelimit-limit': String(perMinute),
          'x-ogw-ratelimit-reset': String(Math.ceil((shut.until - now) / 1000)),
        });
      }
      const recent = (calls.get(api) ?? []).filter((t) => t > now - minuteMs);
      const wait = waiting(recent, now, perMinute, minuteMs) ?? waiting(recent, now, perSecond, secondMs);
      if (wait !== undefined) throw refuse(api, wait);
      recent.push(now);
      calls.set(api, recent);
    },
    target(id) {
      const now = pace();
      const recent = (targets.get(id) ?? []).filter((t) => t > now - secondMs);
      if (recent.length >= perTarget) throw new Refused('targetRate');
      recent.push(now);
      targets.set(id, recent);
    },
    inside: () => inside,
    close: (api, seconds) => refuse(api, seconds * 1000),
  };
}

/** Milliseconds until one more fits into the window; none while it fits now. */
function waiting(recent: readonly number[], now: number, most: number, windowMs: number): number | undefined {
  const within = recent.filter((t) => t > now - windowMs);
  const oldest = within[within.length - most];
  return oldest === undefined ? undefined : oldest + windowMs - now;
}

export const unlimited: Limits = {
  call: () => undefined,
  target: () => undefined,
  inside: () => 0,
  close: () => new Refused('rate'),
};
