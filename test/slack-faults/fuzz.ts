/** So many bent requests, signed as Slack signs: what is answered, and whether the process minds. */
import { random } from '../kit/fake-slack/faults.ts';
import type { SlackWorld } from '../slack-journey/slack-world.ts';
import { bent, type Request, recorded } from './requests.ts';

export interface Fuzzed {
  seed: number;
  requests: number;
  /** How often each status was answered. */
  statuses: Record<string, number>;
  uncaught: string[];
  /** Requests that were answered with 5xx, or not at all. */
  broken: string[];
}

const atOnce = 16;
const people = ['ann', 'bo', 'hanna', 'mei'];

export async function fuzz(w: SlackWorld, many: number, seed: number): Promise<Fuzzed> {
  const draw = random(seed);
  const result: Fuzzed = { seed, requests: many, statuses: {}, uncaught: [], broken: [] };
  const note = (e: unknown) => void result.uncaught.push(String(e instanceof Error ? e.stack : e));
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
  let left = many;
  const whole: Request[] = [];
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      if (whole.length === 0) whole.push(...recorded(w.slack, people[left % people.length] ?? 'ann'));
      const { raw, how } = bent(whole.pop() as Request, draw);
      const status = await w.slack.delivery.post(raw, how).then(
        (answer) => String(answer.status),
        (e: Error) => `none: ${e.message} ${String(e.cause)}`,
      );
      result.statuses[status] = (result.statuses[status] ?? 0) + 1;
      if (!/^[234]/.test(status)) result.broken.push(`${status} ${how.type} ${raw.slice(0, 2000)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  // What follows the answers has its chance to break, too.
  await new Promise((resolve) => setTimeout(resolve, 500));
  process.off('uncaughtException', note);
  process.off('unhandledRejection', note);
  return result;
}
