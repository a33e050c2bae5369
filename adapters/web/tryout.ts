/** Moving the clock and letting the others do their part: only where the product is tried out. */
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Answers } from './answers.ts';
import { jsonOf } from './body.ts';
import { answered, type Route, Trouble } from './http.ts';
import type { ConsolePorts } from './index.ts';
import { oneByOne } from './sequence.ts';

export interface TryoutParts {
  ports: ConsolePorts;
  once: Answers;
  personOf(id: string): Promise<unknown>;
}

type Clock = NonNullable<ConsolePorts['clock']>;

const TO = z.object({ to: z.string().min(1).max(64) });
const BY = z.object({ by: z.string().min(1).max(64) });
const MOVE = z.union([TO.strict(), BY.strict()]);
const PLAY = z.object({ people: z.array(z.string().min(1).max(200)).max(10_000).optional() });
/** A message that cannot be sent is tried again for a long time; nobody waits that long for an answer. */
const PATIENCE_MS = 60_000;

async function settled(ports: ConsolePorts): Promise<void> {
  const enough = new AbortController();
  const tooLong = wait(PATIENCE_MS, 'too long', { signal: enough.signal, ref: false }).catch(() => undefined);
  const first = await Promise.race([ports.settled(), tooLong]).finally(() => enough.abort());
  if (first) ports.log.warn({ ms: PATIENCE_MS }, 'messages still wait to be sent');
}

async function moved(clock: Clock, to: z.infer<typeof MOVE>): Promise<{ now: Date; ran: number }> {
  try {
    return await clock.move(to);
  } catch (error) {
    if (error instanceof RangeError) throw new Trouble('sentence', error.message);
    throw error;
  }
}

function moving({ ports, once }: TryoutParts, clock: Clock, inTurn: ReturnType<typeof oneByOne>): Route {
  return {
    method: 'POST',
    path: '/api/clock',
    needs: 'nothing',
    async run(call) {
      const to = await jsonOf(call, MOVE);
      const run = () =>
        inTurn(async () => {
          const answer = await moved(clock, to);
          await settled(ports);
          return answer;
        });
      return once(call, { who: 'console', again: 'runs once', run });
    },
  };
}

function playing(parts: TryoutParts, inTurn: ReturnType<typeof oneByOne>): Route {
  return {
    method: 'POST',
    path: '/api/play',
    needs: 'nothing',
    async run(call) {
      const { people } = await jsonOf(call, PLAY);
      for (const id of people ?? []) await parts.personOf(id);
      const run = () =>
        inTurn(async () => {
          const did = await parts.ports.play?.(people);
          await settled(parts.ports);
          return { did };
        });
      return parts.once(call, { who: 'console', again: 'runs once', run });
    },
  };
}

export function tryout(parts: TryoutParts): Route[] {
  const { clock } = parts.ports;
  const inTurn = oneByOne();
  const routes: Route[] = [];
  if (clock) {
    const run = async () => answered(200, await clock.read());
    routes.push({ method: 'GET', path: '/api/clock', needs: 'nothing', run }, moving(parts, clock, inTurn));
  }
  if (parts.ports.play) routes.push(playing(parts, inTurn));
  return routes;
}
