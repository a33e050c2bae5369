/**
 * Bolt between the wire and our handlers: it tells what kind of delivery it is, and one middleware routes by a Map.
 * Bolt acks events before anybody has seen them, so the wire is only answered when the handler is through.
 */
import { App, type Receiver } from '@slack/bolt';
import type { z } from 'zod';
import type { Log } from '../../src/core/log.ts';
import { platformError } from './errors.ts';
import { quiet } from './log.ts';
import type { Turn } from './turn.ts';

export interface Handler {
  take(body: Record<string, unknown>): ((turn: Turn) => Promise<void>) | undefined;
}

export function handler<S extends z.ZodType>(
  shape: S,
  run: (body: z.infer<S>, turn: Turn) => Promise<void>,
): Handler {
  return {
    take(body) {
      const read = shape.safeParse(body);
      return read.success ? (turn) => run(read.data, turn) : undefined;
    },
  };
}

/** What Slack calls them. */
export type Kind =
  | 'event'
  | 'command'
  | 'block_actions'
  | 'block_suggestion'
  | 'view_submission'
  | 'view_closed'
  | 'shortcut'
  | 'message_action';

/** What came is not ours to take: another app's, an unknown workspace's. */
export class Unwanted extends Error {}

export interface Outcome {
  /** Nothing of ours can read this. */
  known: boolean;
  answer?: unknown;
}

export interface Deliveries {
  take(
    body: Record<string, unknown>,
    hurried: boolean,
    ack?: (answer?: unknown) => Promise<void>,
  ): Promise<Outcome>;
  /** Waits for what still follows earlier deliveries. */
  idle(): Promise<void>;
}

function kindOf(body: Record<string, unknown>): Kind {
  if (body.command !== undefined) return 'command';
  return (body.event === undefined ? body.type : 'event') as Kind;
}

interface Course {
  run(): Promise<void>;
  reached: boolean;
  failure?: { error: unknown };
}

function boltOf(courses: WeakMap<object, Course>): App {
  const receiver: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
  const app = new App({
    receiver,
    // Who we are in which workspace is looked up where it is needed, not for every delivery; and no client is made here.
    authorize: async () => ({}),
    convoStore: false,
    ignoreSelf: false,
    logger: quiet,
  });
  app.error((e) => Promise.reject(e));
  app.use(async ({ body }) => {
    const course = courses.get(body);
    if (!course) return;
    course.reached = true;
    await course.run().catch((error) => {
      course.failure = { error };
    });
  });
  return app;
}

export function deliveries(handlers: ReadonlyMap<Kind, Handler>, log: Log): Deliveries {
  const following = new Set<Promise<void>>();
  const courses = new WeakMap<object, Course>();
  const app = boltOf(courses);

  function follow(what: () => Promise<void>): void {
    // The response leaves in this turn of the loop; what waits for it comes in the next.
    const run = new Promise<void>((done) => setImmediate(done))
      .then(what)
      .catch((e) =>
        log.warn(
          { err: platformError(e, 'after the answer', () => new Date()).message },
          'what follows an answer failed',
        ),
      )
      .finally(() => following.delete(run));
    following.add(run);
  }

  return {
    async take(body, hurried, ack) {
      const run = handlers.get(kindOf(body))?.take(body);
      if (!run) return { known: false };
      const from = performance.now();
      const later: (() => Promise<void>)[] = [];
      const outcome: Outcome = { known: true };
      let answered = false;
      const turn: Turn = {
        async ack(answer) {
          if (answered) return;
          answered = true;
          if (answer !== undefined) outcome.answer = answer;
          await ack?.(answer);
        },
        after: (what) => void later.push(what),
        spent: () => performance.now() - from,
        hurried,
      };
      const course: Course = { run: () => run(turn), reached: false };
      courses.set(body, course);
      // What Bolt itself stumbles over has a shape that Slack never sends.
      await app.processEvent({ body, ack: async () => {} }).catch(() => {});
      for (const what of later) follow(what);
      if (course.failure) throw course.failure.error;
      return course.reached ? outcome : { known: false };
    },
    async idle() {
      while (following.size > 0) await Promise.allSettled([...following]);
    },
  };
}
