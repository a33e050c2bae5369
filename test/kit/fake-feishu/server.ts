/** The HTTP side: routes, tokens, scopes, limits, and faults as tests wish for them. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appRoutes } from './api-app.ts';
import { calendarRoutes } from './api-calendar.ts';
import { chatRoutes } from './api-chats.ts';
import { contactRoutes, granted } from './api-contact.ts';
import { fileRoutes } from './api-files.ts';
import { messageRoutes } from './api-messages.ts';
import { type Code, codes, Refused } from './codes.ts';
import type { Limits } from './limits.ts';
import type { Call, Download, Route } from './route.ts';
import type { State } from './state.ts';

/** What happens to one call. `accepted`: Feishu did it, only the answer gets lost. */
export type Fault =
  | { kind: 'late'; ms: number }
  | { kind: 'storm'; seconds: number }
  | { kind: 'refuse'; code: Code }
  | { kind: 'reset' | 'hang' | 'error'; accepted: boolean };

/** A call as it came in. */
export interface Seen {
  n: number;
  at: number;
  method: string;
  /** With `:names`, or as it was where nothing is. */
  path: string;
  uuid?: string;
  to?: string;
}

export interface Logged extends Seen {
  status: number;
  code: number;
  fault?: Fault['kind'];
}

export interface HttpOptions {
  state: State;
  limits: Limits;
  /** API calls a month of a free tenant. */
  quota?: number;
  port?: number;
  /** Asked for every call. */
  fault(call: Seen): Fault | undefined;
  /** Paths that are not Feishu's: the long connection's endpoint, the page. */
  others(req: IncomingMessage, body: Buffer, res: ServerResponse): Promise<boolean>;
}

export interface Http {
  server: Server;
  url: string;
  log: Logged[];
  close(): Promise<void>;
}

const routes: Route[] = [
  ...appRoutes,
  ...messageRoutes,
  ...chatRoutes,
  ...fileRoutes,
  ...contactRoutes,
  ...calendarRoutes,
];
const patterns = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
}));

export async function serve(options: HttpOptions): Promise<Http> {
  const log: Logged[] = [];
  const server = createServer((req, res) => {
    answer(options, log, req, res).catch((e) => {
      if (res.headersSent) return res.destroy();
      res.writeHead(500).end(String(e));
    });
  });
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
  return {
    server,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

export async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

async function answer(
  options: HttpOptions,
  log: Logged[],
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const body = await bodyOf(req);
  const url = new URL(req.url ?? '/', 'http://feishu');
  const found = match(req.method ?? '', url.pathname);
  if (!found && (await options.others(req, body, res))) return;
  const seen = asSeen(log.length + 1, options, req, found?.route.path ?? url.pathname, body);
  const entry: Logged = { ...seen, status: 0, code: 0 };
  log.push(entry);
  const fault = found && !found.route.open ? options.fault(seen) : undefined;
  if (fault) entry.fault = fault.kind;
  const result = await faulted(options, fault, apiOf(seen), () =>
    found ? run(options, found, { req, url, body }) : Promise.resolve(unknownPath(req, url)),
  );
  if (!result) {
    if (fault?.kind === 'reset') req.socket.resetAndDestroy();
    return;
  }
  entry.status = result.status;
  entry.code = codeOf(result.body);
  write(res, result);
}

const apiOf = ({ method, path }: Seen) => `${method} ${path}`;
const unknownPath = (req: IncomingMessage, url: URL): Answer => ({
  status: 404,
  body: { code: 404, msg: `404 page not found: ${req.method} ${url.pathname}` },
});
const codeOf = (body: unknown) => Number((body as { code?: number } | null)?.code ?? 0);

function asSeen(n: number, { state }: HttpOptions, req: IncomingMessage, path: string, body: Buffer): Seen {
  const text = body.length < 200_000 ? body.toString('utf8') : '';
  const uuid = /"uuid":"([^"]+)"/.exec(text)?.[1];
  const to = /"receive_id":"([^"]+)"/.exec(text)?.[1];
  return {
    n,
    at: state.clock.now(),
    method: req.method ?? '',
    path,
    ...(uuid && { uuid }),
    ...(to && { to }),
  };
}

/** Without an answer where the fault swallows it. */
async function faulted(
  { limits }: HttpOptions,
  fault: Fault | undefined,
  api: string,
  run: () => Promise<Answer>,
): Promise<Answer | undefined> {
  switch (fault?.kind) {
    case undefined:
      return run();
    case 'late':
      await new Promise((done) => setTimeout(done, fault.ms).unref());
      return run();
    case 'storm':
      return refusal(limits.close(api, fault.seconds));
    case 'refuse':
      return refusal(new Refused(fault.code));
    case 'error':
      if (fault.accepted) await run();
      return { status: 502, body: '<html>502 Bad Gateway</html>' };
    case 'reset':
    case 'hang':
      if (fault.accepted) await run();
      return undefined;
  }
}

const refusal = (e: Refused): Answer => {
  const [code, status] = codes[e.reason];
  return { status, body: { code, msg: e.message, error: { log_id: 'fake' } }, headers: e.headers };
};

interface Found {
  route: Route;
  params: Record<string, string>;
}

function match(method: string, path: string): Found | undefined {
  for (const { route, pattern } of patterns) {
    const hit = route.method === method ? pattern.exec(path) : null;
    if (hit)
      return {
        route,
        params: Object.fromEntries(
          Object.entries(hit.groups ?? {}).map(([k, v]) => [k, decodeURIComponent(v)]),
        ),
      };
  }
  return undefined;
}

async function run(
  options: HttpOptions,
  { route, params }: Found,
  { req, url, body }: { req: IncomingMessage; url: URL; body: Buffer },
): Promise<Answer> {
  const { state, limits } = options;
  try {
    if (!route.open) admit(options, route, req.headers.authorization);
    const query = Object.fromEntries(url.searchParams);
    const call: Call = { params, query, ...(await content(req, body)), size: body.length, limits };
    const data = await route.run(state, call);
    return { status: 200, body: route.root || route.download ? data : { code: 0, msg: 'success', data } };
  } catch (e) {
    if (e instanceof Refused) return refusal(e);
    throw e;
  }
}

function admit({ state, limits, quota }: HttpOptions, route: Route, authorization: string | undefined): void {
  if (!authorization?.startsWith('Bearer ')) throw new Refused('tokenMissing');
  const token = state.tokens.get(authorization.slice(7));
  if (!token || token.until <= state.clock.now()) throw new Refused('tokenInvalid');
  if (route.scopes && !granted(state, route.scopes))
    throw new Refused('scopeMissing', `[${route.scopes.join(', ')}]`);
  if (!route.free) {
    if (quota !== undefined && state.counted >= quota) throw new Refused('quota');
    state.counted += 1;
  }
  limits.call(`${route.method} ${route.path}`);
}

async function content(req: IncomingMessage, body: Buffer): Promise<Pick<Call, 'body' | 'form'>> {
  const type = req.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return { body: undefined, form };
  }
  if (body.length === 0) return { body: {}, form: undefined };
  try {
    return { body: JSON.parse(body.toString('utf8')), form: undefined };
  } catch {
    throw new Refused('fieldInvalid', ': the body is no json');
  }
}

function write(res: ServerResponse, { status, body, headers }: Answer): void {
  const download = body as Partial<Download> | undefined;
  if (Buffer.isBuffer(download?.bytes)) {
    const disposition = `attachment; filename="${encodeURIComponent(download.name ?? '')}"`;
    res.writeHead(200, {
      'content-type': download.type || 'application/octet-stream',
      'content-disposition': disposition,
    });
    return void res.end(download.bytes);
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-tt-logid': 'fake',
    ...headers,
  });
  res.end(text);
}
