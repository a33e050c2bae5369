/** Requests and answers of the console: a small table of routes, and one place that turns a trouble into an answer. */
import { ZodError } from 'zod';
import type { ConsolePerson, ConsolePorts } from './index.ts';
import { type Locale, type Saying, sentence } from './messages.ts';

export interface Call {
  request: Request;
  url: URL;
  params: Record<string, string>;
  locale: Locale;
  /** Done when the answer is on its way. */
  afterwards: (() => void)[];
}

export interface PersonCall extends Call {
  person: ConsolePerson;
}

/** `person` routes have `:id` in their path; whoever that is has been looked up before they run. */
export type Route = { method: 'GET' | 'POST'; path: string } & (
  | { needs: 'person'; run(call: PersonCall): Promise<Response> }
  | { needs: 'nothing'; run(call: Call): Promise<Response> | Response }
);

const STATUS: Partial<Record<Saying, [number, string]>> = {
  noToken: [401, 'unauthorised'],
  notFromHere: [403, 'forbidden'],
  noRoute: [404, 'not-found'],
  noPerson: [404, 'not-found'],
  noRoom: [404, 'not-found'],
  noItem: [404, 'not-found'],
  noFile: [404, 'not-found'],
  otherUse: [409, 'conflict'],
  interrupted: [409, 'conflict'],
  tooLarge: [413, 'too-large'],
  tooFast: [429, 'too-many'],
  starting: [503, 'starting'],
  failed: [500, 'failed'],
};

const HEADERS: Partial<Record<Saying, Record<string, string>>> = {
  noToken: { 'www-authenticate': 'Bearer' },
  tooFast: { 'retry-after': '1' },
  starting: { 'retry-after': '1' },
};

/** A request that is answered with a "no"; what it says is in `messages.ts`. */
export class Trouble extends Error {
  readonly saying: Saying;
  readonly it: string;
  constructor(saying: Saying, it = '') {
    super(saying);
    this.saying = saying;
    this.it = it;
  }
}

const SAFE = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

export const answered = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...SAFE, ...headers },
  });

function troubleOf(error: unknown, log: ConsolePorts['log'], what: string): Trouble {
  if (error instanceof Trouble) return error;
  if (error instanceof ZodError) return new Trouble('badField', error.issues[0]?.path.join('.') || 'body');
  // Neither body nor address go into the log: they may name people.
  log.error({ err: error, what }, 'the console could not answer');
  return new Trouble('failed');
}

export function refused(error: unknown, locale: Locale, log: ConsolePorts['log'], what: string): Response {
  const { saying, it } = troubleOf(error, log, what);
  const [status, code] = STATUS[saying] ?? [400, 'bad-request'];
  return answered(status, { error: { code, message: sentence(saying, locale, it) } }, HEADERS[saying]);
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    // `%ff` is nobody's id: the caller finds nothing and answers 404.
    return undefined;
  }
}

/** The path's `:names`, or nothing when it is another path. */
export function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, want] of wanted.entries()) {
    const part = given[i] ?? '';
    if (!want.startsWith(':')) {
      if (want !== part) return undefined;
      continue;
    }
    const value = decoded(part);
    if (!value) return undefined;
    params[want.slice(1)] = value;
  }
  return params;
}
