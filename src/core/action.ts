/**
 * A button is a typed value: `agreeGoal.token({ goal, rev })`. The token is the action's name, a space and its
 * arguments as JSON; it carries no authority (who may is decided from stored documents at the press), so it needs no
 * signature, and zod reads it when it comes back.
 */
import { z } from 'zod';

export interface Action<A = unknown, V = unknown> {
  readonly name: string;
  readonly args: z.ZodType<A>;
  readonly values: z.ZodType<V>;
  token(args: A): string;
}

/** What comes with the press: nothing, the value of a choice, or the fields of a form. */
const nothing = z.object({});

export function action<A extends z.ZodRawShape, V extends z.ZodRawShape = Record<never, never>>(
  name: string,
  args: A,
  values?: V,
): Action<z.infer<z.ZodObject<A>>, z.infer<z.ZodObject<V>>> {
  const shape = z.strictObject(args);
  return {
    name,
    args: shape as never,
    values: (values ? z.object(values) : nothing) as never,
    token: (given) => `${name} ${JSON.stringify(given)}`,
  };
}

/** For forms whose fields are only known when they are drawn: the handler reads them itself. */
export function openAction<A extends z.ZodRawShape>(
  name: string,
  args: A,
): Action<z.infer<z.ZodObject<A>>, Record<string, unknown>> {
  return { ...action(name, args), values: z.record(z.string(), z.unknown()) };
}

/** The name and the raw arguments of a token; `undefined` for what we never made. */
export function readToken(token: string): { name: string; args: unknown } | undefined {
  const space = token.indexOf(' ');
  if (space < 0) return undefined;
  try {
    return { name: token.slice(0, space), args: JSON.parse(token.slice(space + 1)) };
  } catch {
    return undefined;
  }
}
