/** One call of the Web API: who calls, may they, how often, and what they get. */
import type { Core } from './core.ts';
import type { Install, Json } from './state.ts';

/** A "no" in Slack's words. */
export class ApiError extends Error {
  readonly extra: Json;
  constructor(code: string, extra: Json = {}) {
    super(code);
    this.extra = extra;
  }
}

export const no = (code: string, extra: Json = {}): never => {
  throw new ApiError(code, extra);
};

export const complaints = (code: string, messages: string[]): never =>
  no(code, { errors: messages, response_metadata: { messages } });

export interface ApiCall {
  core: Core;
  args: Json;
  install: Install;
  /** The workspace that the call is about. */
  team: string;
  warnings: string[];
}

export interface Method {
  /** Calls a minute and workspace; `special` is counted by channel and workspace. */
  perMinute: number | 'special';
  /** One of these is needed. */
  scopes?: readonly string[];
  /** Whose token: the bot's unless it says otherwise. */
  token?: 'app' | 'none';
  run(call: ApiCall): Json | Promise<Json>;
}

export const tier = { one: 1, two: 20, three: 50, four: 100, auth: 600 } as const;

export const textArg = (args: Json, name: string): string => {
  const value = args[name];
  if (value === undefined || value === null || value === '')
    return no('invalid_arguments', {
      response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
    });
  return String(value);
};

/** What came as JSON text in a form, or as JSON. */
export function jsonArg(args: Json, name: string): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return no('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${name} is no JSON`] } });
  }
}

export const flag = (args: Json, name: string): boolean => args[name] === true || args[name] === 'true';

export interface Page<T> {
  items: T[];
  next: string;
}

/** A page of a list, by Slack's cursors. */
export function paged<T>(items: readonly T[], args: Json, usual: number, most: number): Page<T> {
  const limit = args.limit === undefined ? usual : Number(args.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) return no('invalid_limit');
  const cursor = args.cursor ? Buffer.from(String(args.cursor), 'base64').toString() : 'at:0';
  const from = /^at:(\d+)$/.exec(cursor)?.[1];
  if (from === undefined) return no('invalid_cursor');
  const end = Number(from) + limit;
  const next = end < items.length ? Buffer.from(`at:${end}`).toString('base64') : '';
  return { items: items.slice(Number(from), end), next };
}
