/** The fake's front door: the Web API, uploads and downloads, response URLs, sockets; and what goes wrong on the way. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { ApiError } from './api.ts';
import { type Answered, answered } from './call.ts';
import type { CallRecord, Core } from './core.ts';
import type { Fault } from './faults.ts';
import { isObject } from './shape.ts';
import type { Json } from './state.ts';

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function argsOf(url: URL, type: string, raw: Buffer): Json {
  const query = Object.fromEntries(url.searchParams);
  if (type.startsWith('application/json')) {
    const body: unknown = raw.length > 0 ? JSON.parse(raw.toString('utf8')) : {};
    return { ...query, ...(isObject(body) ? body : {}) };
  }
  return { ...query, ...Object.fromEntries(new URLSearchParams(raw.toString('utf8'))) };
}

const bearer = (request: IncomingMessage): string | undefined =>
  /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];

function send(response: ServerResponse, { status, body, headers }: Answered): void {
  response.writeHead(status, headers);
  response.end(JSON.stringify(body));
}

const plain = (response: ServerResponse, status: number, body: Json | string): void => {
  response.writeHead(status, {
    'content-type': typeof body === 'string' ? 'text/plain' : 'application/json',
  });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};

interface Coming {
  core: Core;
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  raw: Buffer;
}

/** A fault that was planned for this call, if one was. */
function planned(core: Core, method: string, args: Json, team: string): Fault | undefined {
  const nth = (core.faults.counts.get(method) ?? 0) + 1;
  core.faults.counts.set(method, nth);
  return core.faults.plan?.({ method, args, team, nth });
}

const sleep = (core: Core, ms: number): Promise<void> =>
  new Promise((resolve) => core.state.time.after(ms, () => resolve()));

async function api({ core, request, response, url, raw }: Coming): Promise<void> {
  const method = url.pathname.slice('/api/'.length);
  const args = argsOf(url, request.headers['content-type'] ?? '', raw);
  const token = bearer(request) ?? (args.token as string | undefined);
  const team = core.state.installs.find((i) => i.token === token)?.team ?? '';
  const fault = planned(core, method, args, team);
  if (fault && untouched(fault)) {
    if (fault.kind === 'limited') core.limiter.block(team, method, fault.seconds);
    core.ledger.calls.push({ ...sketch(core, method, args, team), fault: fault.kind, error: 'fault' });
    return fail(fault, request, response);
  }
  const answer = await answered(core, method, token, args);
  const record = core.ledger.calls.findLast((c) => c.method === method && c.args === args);
  if (record && fault) record.fault = fault.kind;
  if (fault?.kind === 'late') await sleep(core, fault.ms);
  else if (fault) return fail(fault, request, response);
  send(response, answer);
}

const sketch = (core: Core, method: string, args: Json, team: string): CallRecord => ({
  at: core.state.time.now(),
  method,
  team,
  args,
  ok: false,
  status: 0,
});

/** The call never reached the method. */
const untouched = (fault: Fault): boolean =>
  fault.kind === 'limited' || fault.kind === 'error' || (fault.kind !== 'late' && !fault.accepted);

function fail(fault: Fault, request: IncomingMessage, response: ServerResponse) {
  if (fault.kind === 'reset') request.socket.resetAndDestroy();
  if (fault.kind === 'status') plain(response, fault.status, 'something broke');
  if (fault.kind === 'error') plain(response, 200, { ok: false, error: fault.error });
  if (fault.kind === 'limited') {
    response.writeHead(429, { 'retry-after': String(fault.seconds), 'content-type': 'application/json' });
    response.end('{"ok":false,"error":"ratelimited"}');
  }
  // A hang: the connection stays open and nothing comes.
}

/** The bytes of a file, bare or as the one part of a form. */
function fileIn(type: string, raw: Buffer): Buffer {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(type)?.[1];
  if (boundary === undefined) return raw;
  const from = raw.indexOf('\r\n\r\n') + 4;
  return raw.subarray(from, raw.indexOf(`\r\n--${boundary}`, from));
}

function upload({ core, request, response, url, raw }: Coming) {
  const file = core.state.files.get(url.pathname.split('/').pop() ?? '');
  if (file?.state !== 'asked') return plain(response, 404, 'no such upload');
  const bytes = fileIn(request.headers['content-type'] ?? '', raw);
  if (bytes.length !== Number(url.searchParams.get('length'))) return plain(response, 400, 'length differs');
  file.bytes = bytes;
  file.state = 'uploaded';
  plain(response, 200, `OK - ${bytes.length}`);
}

function download({ core, request, response, url }: Coming) {
  const install = core.state.installs.find((i) => i.token === bearer(request));
  const file = core.state.files.get(url.pathname.split('/')[2] ?? '');
  // Without a token Slack shows its page to sign in.
  if (!install) return plain(response, 200, '<!DOCTYPE html><title>Sign in to Slack</title>');
  if (!file || file.team !== install.team || !install.scopes.includes('files:read'))
    return plain(response, 404, 'no such file');
  response.writeHead(200, { 'content-type': file.mimetype, 'content-length': file.bytes.length });
  response.end(file.bytes);
}

async function respond({ core, request, response, url, raw }: Coming): Promise<void> {
  const args = argsOf(url, request.headers['content-type'] ?? '', raw);
  const fault = planned(core, 'response_url', args, '');
  if (fault && untouched(fault)) return fail(fault, request, response);
  const { status, body } = core.urls.post(core, url.pathname.split('/').pop() ?? '', args);
  const told = typeof body === 'string' ? {} : body;
  core.ledger.calls.push({
    ...sketch(core, 'response_url', args, ''),
    ok: status === 200,
    status,
    ...(told.error !== undefined && { error: String(told.error) }),
    ...(Array.isArray(told.errors) && { messages: told.errors.map(String) }),
  });
  if (fault?.kind === 'late') await sleep(core, fault.ms);
  else if (fault) return fail(fault, request, response);
  plain(response, status, body);
}

export type Extra = (
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  raw: Buffer,
) => boolean | Promise<boolean>;

const doors: [prefix: string, run: (c: Coming) => void | Promise<void>][] = [
  ['/api/', api],
  ['/upload/', upload],
  ['/files/', download],
  ['/response/', respond],
];

async function come(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  extra: Extra | undefined,
): Promise<void> {
  const done = core.busy();
  response.once('close', done);
  const url = new URL(request.url ?? '/', 'http://fake');
  const raw = await bytesOf(request);
  const door = doors.find(([prefix]) => url.pathname.startsWith(prefix));
  if (door) return door[1]({ core, request, response, url, raw });
  if (extra && (await extra(url, request, response, raw))) return;
  plain(response, 404, 'nothing here');
}

function apologise(core: Core, response: ServerResponse, e: unknown): void {
  const told = e instanceof ApiError || e instanceof SyntaxError;
  const error = told ? 'invalid_json' : String(e);
  if (!response.headersSent) plain(response, told ? 400 : 500, { ok: false, error });
  if (!told) core.ledger.troubles.push({ user: 'fake', what: e instanceof Error ? String(e.stack) : error });
}

export async function serve(
  core: Core,
  port: number,
  extra?: Extra,
): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    come(core, request, response, extra).catch((e: unknown) => apologise(core, response, e));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) =>
    core.delivery.sockets.upgrade(request, socket),
  );
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}
