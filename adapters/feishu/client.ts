/**
 * Calls to Feishu's API. Not the SDK's client: that fetches the token once per concurrent call, keeps a rejected one until
 * it expires, resolves what was refused with HTTP 200, and logs secrets. Every answer's `code` is looked at here.
 */
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { z } from 'zod';
import { PlatformError } from '../../src/core/platform.ts';
import { codeOf, refusal, resetMs, unanswered } from './errors.ts';
import { apiOf, type Gate, gateOf } from './gate.ts';

export interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/open-apis`. */
  path: string;
  params?: Record<string, string | number | boolean>;
  data?: unknown;
  form?: () => FormData;
}

export interface Client {
  /** The answer's `data`, or its root where an API has none. */
  call<S extends z.ZodType>(call: Call, shape: S): Promise<z.infer<S>>;
  bytes(call: Call): Promise<Buffer>;
  /** All pages, by hand: the SDK's iterators take a refused page for an empty one. */
  pages<S extends z.ZodType>(call: Call, item: S): Promise<z.infer<S>[]>;
  /** The app's secret proves itself. */
  token(): Promise<string>;
}

export interface ClientOptions {
  appId: string;
  appSecret: string;
  domain: string;
  now(): Date;
  /** Called for each call that the monthly quota counts. */
  counted(path: string): void;
}

const timeoutMs = 10_000;
/** A new one is asked for in the last tenth of its life: Feishu gives it then, and both are good. */
const goodPart = 0.9;
const mostPages = 2000;

/** Timeout, and no proxy from the environment; the SDK's long connection uses it too and expects bodies unwrapped. */
export function http(): AxiosInstance {
  return axios.create({
    timeout: timeoutMs,
    proxy: false,
    validateStatus: () => true,
    maxBodyLength: 40e6,
    maxContentLength: 64e6,
  });
}

const envelope = z.object({ code: z.number(), msg: z.string().default('') });
const grant = z.object({ tenant_access_token: z.string().min(1), expire: z.number() });
const tokenGone = new Set([99991661, 99991663, 99991664, 99991665, 99991668]);
const uncounted = /^\/(auth|contact|event)\//;

const headersOf = ({ headers }: AxiosResponse): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(headers).map(([k, v]) => [k.toLowerCase(), v === undefined ? v : String(v)]),
  );

interface Wire {
  options: ClientOptions;
  axios: AxiosInstance;
  gate: Gate;
}

async function answerTo(wire: Wire, call: Call, bearer?: string, raw = false): Promise<AxiosResponse> {
  const { options, axios: own, gate } = wire;
  try {
    const answer = await own.request({
      method: call.method,
      url: `${options.domain}/open-apis${call.path}`,
      responseType: raw ? 'arraybuffer' : 'json',
      ...(call.params && { params: call.params }),
      ...(call.form ? { data: call.form() } : call.data !== undefined && { data: call.data }),
      headers: {
        ...(bearer && { authorization: `Bearer ${bearer}` }),
        ...(!call.form && { 'content-type': 'application/json; charset=utf-8' }),
      },
    });
    const wait = answer.status === 429 ? resetMs(headersOf(answer)) : undefined;
    if (wait) gate.shut(apiOf(call), wait);
    return answer;
  } catch (e) {
    throw unanswered(e);
  }
}

/** @throws PlatformError for everything but a success */
function checked({ options }: Wire, answer: AxiosResponse, body: unknown): unknown {
  const read = envelope.safeParse(body);
  const { code, msg } = read.success ? read.data : { code: answer.status, msg: '' };
  if (read.success && code === 0 && answer.status < 300) return body;
  // HTTP 200 without a code is not Feishu: somebody in between answered, and nobody knows what became of the call.
  if (!read.success && answer.status < 400)
    throw new PlatformError('unknown', 'Feishu’s answer cannot be read');
  throw refusal({ status: answer.status, code, msg, headers: headersOf(answer) }, options.now());
}

interface Grant {
  value: string;
  until: number;
}

async function granted(wire: Wire): Promise<Grant> {
  const { appId: app_id, appSecret: app_secret } = wire.options;
  const call: Call = {
    method: 'POST',
    path: '/auth/v3/tenant_access_token/internal',
    data: { app_id, app_secret },
  };
  try {
    const answer = await answerTo(wire, call);
    const { tenant_access_token: value, expire } = grant.parse(checked(wire, answer, answer.data));
    return { value, until: performance.now() + expire * 1000 * goodPart };
  } catch (e) {
    // Whatever became of asking for a token: the call it was for was not made.
    if (e instanceof PlatformError && e.kind === 'unknown') throw new PlatformError('retry', e.message);
    throw e;
  }
}

interface Tokens {
  renew(): Promise<string>;
  /** Runs with a token, once more with a fresh one when Feishu no longer knows ours. */
  using<R>(run: (bearer: string) => Promise<R>): Promise<R>;
}

function tokensOf(wire: Wire): Tokens {
  let token: Grant | undefined;
  let asking: Promise<string> | undefined;
  /** One question, however many wait for the answer. */
  const renew = (): Promise<string> => {
    asking ??= granted(wire)
      .then((made) => {
        token = made;
        return made.value;
      })
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
  const bearer = async () => (token && token.until > performance.now() ? token.value : renew());
  return {
    renew,
    async using(run) {
      const used = await bearer();
      try {
        return await run(used);
      } catch (e) {
        if (!tokenGone.has(codeOf(e) ?? 0)) throw e;
        if (token?.value === used) token = undefined;
        return run(await bearer());
      }
    },
  };
}

async function bytesOf(wire: Wire, call: Call, bearer: string): Promise<Buffer> {
  const answer = await answerTo(wire, call, bearer, true);
  const raw = Buffer.from(answer.data as ArrayBuffer);
  const isJson = headersOf(answer)['content-type']?.includes('json') ?? false;
  if (answer.status < 300 && !isJson) return raw;
  // A file that is JSON itself has no code.
  const said = jsonIn(raw);
  if (answer.status < 300 && !envelope.safeParse(said).success) return raw;
  checked(wire, answer, said);
  return raw;
}

function jsonIn(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString());
  } catch {
    return undefined;
  }
}

const pageShape = <S extends z.ZodType>(item: S) =>
  z.object({
    items: z.array(item).nullish(),
    has_more: z.boolean().nullish(),
    page_token: z.string().nullish(),
  });

export function clientOf(options: ClientOptions): Client {
  const wire: Wire = { options, axios: http(), gate: gateOf(options.now) };
  const tokens = tokensOf(wire);
  const count = (asked: Call): void => {
    wire.gate.pass(apiOf(asked));
    if (!uncounted.test(asked.path)) options.counted(asked.path);
  };

  async function call<S extends z.ZodType>(asked: Call, shape: S): Promise<z.infer<S>> {
    const whole = (await tokens.using(async (bearer) => {
      count(asked);
      const answer = await answerTo(wire, asked, bearer);
      return checked(wire, answer, answer.data);
    })) as { data?: unknown };
    const read = shape.safeParse(whole.data ?? whole);
    if (!read.success) throw new PlatformError('unknown', 'Feishu’s answer is not as documented');
    return read.data;
  }

  return {
    token: tokens.renew,
    call,
    bytes: (asked) =>
      tokens.using((bearer) => {
        count(asked);
        return bytesOf(wire, asked, bearer);
      }),
    async pages(asked, item) {
      const out: z.infer<typeof item>[] = [];
      let page = '';
      for (let n = 0; n < mostPages; n += 1) {
        const params = { ...asked.params, ...(page && { page_token: page }) };
        const read = await call({ ...asked, params }, pageShape(item));
        out.push(...(read.items ?? []));
        if (!read.has_more || !read.page_token) return out;
        page = read.page_token;
      }
      throw new PlatformError('unknown', 'a list of Feishu does not end');
    },
  };
}
