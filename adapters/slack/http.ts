/**
 * `POST /slack/events`: everything that Slack sends over HTTP. Signed, of these five minutes (before and after), not too
 * large; and answered with 200 only when what it caused is stored, so that Slack delivers it again when it is not.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Log } from '../../src/core/log.ts';
import type { HttpRoute } from '../../src/core/platform.ts';
import { type Deliveries, Unwanted } from './receiver.ts';

const largestBody = 1_000_000;
const skewSeconds = 300;

class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function signatureOf(secret: string, timestamp: string, body: string | Buffer): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}

function verify(request: Request, body: Buffer, secret: string): void {
  const timestamp = request.headers.get('x-slack-request-timestamp') ?? '';
  const given = Buffer.from(request.headers.get('x-slack-signature') ?? '');
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(Date.now() / 1000 - Number(timestamp)) > skewSeconds)
    throw new Refused(401, 'not of these five minutes');
  const expected = Buffer.from(signatureOf(secret, timestamp, body));
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Refused(401, 'not signed');
}

async function bodyOf(request: Request): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) throw new Refused(413, 'too large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > largestBody) {
      await reader.cancel();
      throw new Refused(413, 'too large');
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

type Fields = Record<string, unknown>;

function jsonOf(text: string): Fields {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Fields;
  } catch {}
  throw new Refused(400, 'not readable');
}

function fieldsOf(contentType: string | null, body: Buffer): Fields {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return jsonOf(body.toString());
  if (type !== 'application/x-www-form-urlencoded') throw new Refused(415, 'neither JSON nor a form');
  const form = new URLSearchParams(body.toString());
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : jsonOf(payload);
}

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    // Nothing of this becomes better by being sent again.
    headers: {
      'content-type': 'application/json',
      ...(status < 500 && status >= 400 && { 'x-slack-no-retry': '1' }),
    },
  });
const empty = () => new Response(null, { status: 200 });

/** Slack looks whether we are there, or tells that it holds something back. */
function formality(fields: Fields, log: Log): Response | undefined {
  if (fields.type === 'url_verification') return json(200, { challenge: String(fields.challenge ?? '') });
  if (fields.type === 'app_rate_limited')
    log.error({ team: String(fields.team_id ?? '') }, 'Slack holds events back: more than 30,000 in an hour');
  return fields.ssl_check || fields.type === 'app_rate_limited' ? empty() : undefined;
}

export function eventsRoute(secret: string, isOpen: () => boolean, of: Deliveries, log: Log): HttpRoute {
  async function answered(request: Request): Promise<Response> {
    const body = await bodyOf(request);
    verify(request, body, secret);
    const fields = fieldsOf(request.headers.get('content-type'), body);
    const formal = formality(fields, log);
    if (formal) return formal;
    if (!isOpen()) throw new Refused(503, 'not ready yet');
    const outcome = await of.take(fields, false);
    if (!outcome.known) throw new Refused(400, 'not readable');
    return outcome.answer === undefined ? empty() : json(200, outcome.answer);
  }

  return {
    method: 'POST',
    path: '/slack/events',
    async handle(request) {
      try {
        return await answered(request);
      } catch (e) {
        if (e instanceof Refused) return json(e.status, { error: e.message });
        if (e instanceof Unwanted) return json(403, { error: e.message });
        log.error({ err: (e as Error)?.message }, 'a delivery of Slack was not taken; it comes again');
        return json(500, { error: 'not taken' });
      }
    },
  };
}
