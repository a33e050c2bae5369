/** Work for later: a typed job, queued in the transaction that wants it, run in a transaction of its own. */
import { z } from 'zod';
import type { Ctx, Parts } from './context.ts';
import { Any, entity } from './entity.ts';
import type { Row } from './queue.ts';

export interface JobRow extends Row {
  job: string;
  args: unknown;
}

export const jobs = entity<JobRow>('jobs', {
  fields: {
    job: String,
    args: Any,
    state: String,
    runAt: Date,
    tries: Number,
    maybe: Boolean,
    lease: Any,
    error: String,
    doneAt: Date,
  },
  indexes: [{ keys: { state: 1, runAt: 1, _id: 1 } }, { keys: { doneAt: 1 }, where: { state: 'done' } }],
});

export interface Job<A = unknown> {
  readonly name: string;
  readonly args: z.ZodType<A>;
  readonly tries: number;
  /** Later than this it is no longer worth doing (milliseconds): a reminder of last week. */
  readonly worthMs: number;
  /** What a platform is asked for, before the job's transaction begins. */
  before?(parts: Pick<Parts, 'adapters' | 'directory' | 'store'>, args: A): Promise<unknown>;
  // biome-ignore lint/suspicious/noConfusingVoidType: most jobs have nothing to return
  run(ctx: Ctx, args: A, due: Date, before: unknown): Promise<{ again: A } | void>;
}

export function job<S extends z.ZodRawShape>(
  name: string,
  args: S,
  run: Job<z.infer<z.ZodObject<S>>>['run'],
  options: Partial<Pick<Job<z.infer<z.ZodObject<S>>>, 'tries' | 'worthMs' | 'before'>> = {},
): Job<z.infer<z.ZodObject<S>>> {
  return {
    name,
    args: z.object(args) as never,
    tries: 8,
    worthMs: Number.POSITIVE_INFINITY,
    ...options,
    run,
  };
}

/** What a job that follows a fact receives. */
export const news = <D extends z.ZodRawShape>(data: D) => ({
  about: z.string(),
  ref: z.string(),
  by: z.string(),
  data: z.object(data),
});

export function jobRow<A>(of: Job<A>, args: A, runAt: Date, key: string): Omit<JobRow, 'rev'> {
  return { _id: key, job: of.name, args, state: 'ready', runAt, tries: 0 };
}
