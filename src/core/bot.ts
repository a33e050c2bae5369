/** The running product: events in, jobs and messages out, time. `main` starts it; tests step it. */
import { schedule } from 'node-cron';
import type { Reply } from './card.ts';
import type { MovableClock } from './clock.ts';
import type { Parts } from './context.ts';
import { queueDaily } from './daily.ts';
import { dispatcher } from './dispatch.ts';
import { sealFacts } from './facts.ts';
import { freeLanes, nextSend } from './lane.ts';
import type { Bot, Inbound } from './platform.ts';
import { nextDue, reclaim, reclaimAll } from './queue.ts';
import { opens } from './router.ts';
import type { Store } from './store.ts';
import { calendarPass, type Sweep } from './sweep.ts';
import { noteMembers, receive, runDueJobs, sorry } from './work.ts';

export interface Running extends Bot {
  acked(e: Inbound): Promise<void>;
  /** Begins to work by itself: polls, ticks, seals. */
  start(): Promise<void>;
  /** Ends what is under way and stops. */
  stop(): Promise<void>;
  /** Runs due jobs and sends due messages until nothing is due; returns how many jobs ran. */
  settle(): Promise<number>;
  /** The next moment at which something is due. */
  next(): Promise<Date | undefined>;
  /** Moves the clock, stopping at every due moment on the way. */
  travel(clock: MovableClock, to: Date): Promise<number>;
}

const pollMs = 1000;

/** Before the start, on a store that only one process can have: goes on where a killed one was, without waiting for its leases. */
export const takeOver = (store: Store): Promise<void> =>
  store.within(async () => {
    for (const name of ['jobs', 'outbox']) await reclaimAll(name);
    await freeLanes();
  });

export function running(parts: Parts, owner: string): Running {
  const out = dispatcher(parts, owner);
  const busy = oneAtATime(() => settle(parts, owner, out.drain));
  let stopping = false;
  let poll: NodeJS.Timeout | undefined;
  const ticks: Sweep[] = [];
  const wake = () => {
    if (!stopping) busy().catch((err) => parts.log.error({ err }, 'work failed'));
  };

  return {
    receive: (e) => answer(parts, e),
    opens: (what) => opens(parts.registry, what),
    changed: (of, id) => noteMembers(parts, of, id),
    async acked(e) {
      await out.answered(e.id).catch((err) => parts.log.error({ err }, 'an answer was not noted as arrived'));
      if (poll) wake();
    },
    async start() {
      await queueDaily(parts);
      ticks.push(schedule('* * * * *', () => calendarPass(parts), { timezone: 'UTC' }));
      poll = setInterval(wake, pollMs);
      wake();
    },
    async stop() {
      stopping = true;
      clearInterval(poll);
      for (const tick of ticks) await tick.destroy();
      await busy.idle();
    },
    settle: () => busy(),
    next: () => parts.store.within(soonest),
    travel: (clock, to) => travel(parts, clock, to, () => busy()),
  };
}

async function soonest(): Promise<Date | undefined> {
  const due = [await nextDue('jobs'), await nextSend()].filter((d) => d !== undefined);
  return due.sort((a, b) => a.getTime() - b.getTime())[0];
}

async function answer(parts: Parts, e: Inbound): Promise<Reply> {
  const from = performance.now();
  try {
    const reply = await receive(parts, e);
    parts.log.debug({ event: e.id, kind: e.kind, ms: performance.now() - from }, 'answered');
    return reply;
  } catch (err) {
    parts.log.error({ err, event: e.id, kind: e.kind }, 'an event failed; nothing of it was kept');
    throw Object.assign(new Error('the event was not taken'), { reply: await sorry(parts), cause: err });
  }
}

async function settle(parts: Parts, owner: string, drain: () => Promise<number>): Promise<number> {
  let ran = 0;
  await parts.store.within(() => reclaim('jobs'));
  for (;;) {
    const jobs = await runDueJobs(parts, owner);
    const sent = await drain();
    ran += jobs;
    if (jobs + sent === 0) break;
  }
  while ((await sealFacts(parts.store)) > 0);
  return ran;
}

async function travel(
  parts: Parts,
  clock: MovableClock,
  to: Date,
  work: () => Promise<number>,
): Promise<number> {
  let ran = await work();
  for (;;) {
    const next = await parts.store.within(soonest);
    // What is due and still waits is held up by the platform's pace, not by time.
    if (!next || next > to || next <= clock.now()) break;
    clock.moveTo(next);
    ran += await work();
  }
  clock.moveTo(to);
  return ran + (await work());
}

/** Calls that come while one runs are answered by one more run after it. */
function oneAtATime(run: () => Promise<number>): (() => Promise<number>) & { idle(): Promise<void> } {
  let now: Promise<number> | undefined;
  let then: Promise<number> | undefined;
  const start = () => {
    now = run().finally(() => {
      now = undefined;
    });
    return now;
  };
  const call = (): Promise<number> => {
    if (!now) return start();
    then ??= now
      .catch(() => 0)
      .then(() => {
        then = undefined;
        return call();
      });
    return then;
  };
  return Object.assign(call, {
    idle: async () => {
      await (then ?? now)?.catch(() => 0);
    },
  });
}
