/** One API of Feishu: how it is called and what it answers. */
import { z } from 'zod';
import { Refused } from './codes.ts';
import type { Limits } from './limits.ts';
import type { State } from './state.ts';

export interface Call {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
  /** Of a multipart upload. */
  form: FormData | undefined;
  /** Bytes of the request's body. */
  size: number;
  limits: Limits;
}

/** Bytes instead of JSON. */
export interface Download {
  name: string;
  type: string;
  bytes: Buffer;
}

export interface Route {
  method: string;
  /** With `:names`. */
  path: string;
  /** Any of them is enough; none: nothing is needed. */
  scopes?: readonly string[];
  /** Without a token. */
  open?: true;
  /** Does not count toward the month's quota. */
  free?: true;
  /** `data` of the answer, or its whole body with `root`. */
  run(state: State, call: Call): unknown | Promise<unknown>;
  root?: true;
  download?: true;
}

export function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Refused('fieldInvalid', `: ${issue?.path.join('.')} ${issue?.message}`);
}

/** A page of a list as Feishu cuts it; the token is opaque to the caller. */
export function page<T>(all: readonly T[], query: Record<string, string>, most = 50) {
  const { page_size, page_token } = parsed(
    z.object({
      page_size: z.coerce.number().int().min(1).max(most).default(Math.min(10, most)),
      page_token: z
        .string()
        .regex(/^(|p\d+z)$/)
        .default(''),
    }),
    query,
  );
  const from = Number(page_token.slice(1, -1) || 0);
  const more = from + page_size < all.length;
  return {
    items: all.slice(from, from + page_size),
    has_more: more,
    ...(more && { page_token: `p${from + page_size}z` }),
  };
}
