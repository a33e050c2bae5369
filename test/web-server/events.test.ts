import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { jest } from '@jest/globals';
import { eventsOf } from '../../adapters/web/events.ts';
import { connect } from '../kit/database.ts';
import { type Console, cardOf, openConsole, turns } from './kit/console.ts';
import { get, upload } from './kit/visit.ts';

const connection = await connect('web-events');
let c: Console;

beforeEach(async () => {
  await connection.dropDatabase();
  c = await openConsole(connection);
});
afterEach(async () => {
  await c.web.stop();
  expect(c.errors).toEqual([]);
});

type News = { person: string; seq: number };

async function readAll(body: ReadableStream<Uint8Array>, heard: News[]): Promise<string> {
  let text = '';
  for await (const chunk of body) {
    text += Buffer.from(chunk).toString();
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    heard.push(...blocks.filter((b) => b.startsWith('data: ')).map((b) => JSON.parse(b.slice(6)) as News));
  }
  return 'closed';
}

function listen({ body }: Response) {
  const heard: News[] = [];
  return { heard, done: readAll(body ?? new ReadableStream(), heard) };
}

test('everybody whom something concerns is named, with its number', async () => {
  const response = await c.handle(get('/api/events'));
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const { heard, done } = listen(response);
  const sent = await c.dm('ann', cardOf('A'), 'a');
  const room = await c.web.room('local', 'r', 'Room', ['ann', 'bo']);
  await c.web.send(room, cardOf('B'), 'b');
  await c.web.edit(sent, cardOf('A2'));
  await c.say('bo', { text: 'hi' });
  await c.dm('ann', cardOf('A'), 'a');
  await turns();
  expect(heard.map((e) => `${e.person} ${e.seq}`)).toEqual([
    'ann 1',
    'ann 2',
    'bo 2',
    'ann 3',
    'bo 3',
    'ann 4',
    'bo 5',
  ]);
  await c.web.stop();
  expect(await done).toBe('closed');
});

test('whoever leaves is forgotten', async () => {
  const control = new AbortController();
  const one = await c.handle(get('/api/events'));
  const two = listen(await c.handle(new Request('http://localhost/api/events', { signal: control.signal })));
  await one.body?.cancel();
  control.abort();
  expect(await two.done).toBe('closed');
  await c.dm('ann', cardOf('A'), 'a');
  expect(two.heard).toEqual([]);
});

test('a heart beats, and who does not read is let go', async () => {
  jest.useFakeTimers();
  const events = eventsOf();
  events.start();
  const response = events.subscribe(new AbortController().signal);
  jest.advanceTimersByTime(60_000);
  expect(events.listeners).toBe(1);
  for (let seq = 0; seq < 3000; seq += 1) events.tell('ann', seq);
  expect(events.listeners).toBe(0);
  events.stop();
  jest.useRealTimers();
  const text = await response.text();
  expect(text.match(/^: still here$/gm)).toHaveLength(2);
});

type Handler = (request: Request) => Response | Promise<Response>;

async function onServer(fetch: Handler, run: (base: string) => Promise<void>): Promise<void> {
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  await once(server, 'listening');
  await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

test('on a real server: the stream, the deeds beside it, and a clean end', async () => {
  await onServer(c.handle, async (base) => {
    const { heard, done } = listen(await fetch(`${base}/api/events`));
    const headers = { 'content-type': 'application/json' };
    const said = await fetch(base + c.of('ann', 'say'), { method: 'POST', headers, body: '{"text":"hi"}' });
    expect(said.status).toBe(200);
    for (let i = 0; i < 200 && heard.length === 0; i += 1) await turns();
    expect(heard).toEqual([{ person: 'ann', seq: 1 }]);
    const evil = await fetch(`${base}/api/people`, { headers: { origin: 'http://evil.example' } });
    expect([evil.status, await evil.json()]).toMatchObject([403, { error: { code: 'forbidden' } }]);
    await c.web.stop();
    expect(await done).toBe('closed');
  });
});

test('on a real server: files, and what is too large before it has arrived', async () => {
  await onServer(c.handle, async (base) => {
    const send = async (size: number) => {
      const { method, headers, body } = upload(
        c.of('ann', 'files'),
        new File([Buffer.alloc(size, 1)], 'x.bin'),
      );
      const init = { method, headers, body, duplex: 'half' };
      return (await fetch(base + c.of('ann', 'files'), init as RequestInit)).status;
    };
    expect(await send(3_000_000)).toBe(200);
    expect(await send(11_000_000).catch(() => 413)).toBe(413);
  });
});

test('on a real server: a reader who goes away is noticed', async () => {
  const events = eventsOf();
  await onServer(
    (request) => events.subscribe(request.signal),
    async (base) => {
      const control = new AbortController();
      await fetch(base, { signal: control.signal });
      expect(events.listeners).toBe(1);
      control.abort();
      for (let i = 0; i < 100 && events.listeners > 0; i += 1) await turns();
      expect(events.listeners).toBe(0);
    },
  );
});
