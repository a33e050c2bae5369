/** Socket Mode: connections that the app opened, envelopes down, acknowledgements up, in three seconds or again. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { ackMs, type Came, type Kind } from './deliver.ts';
import { accept, type Line } from './frames.ts';
import type { Json } from './state.ts';
import type { Time } from './time.ts';

const mostConnections = 10;
const types: Record<Kind, string> = {
  event: 'events_api',
  command: 'slash_commands',
  interactive: 'interactive',
};

export interface Sockets {
  open(): boolean;
  count(): number;
  url(base: string): string;
  upgrade(request: IncomingMessage, socket: Duplex): void;
  deliver(kind: Kind, body: Json, retry: number, reason?: string): Promise<Came>;
  /** As when Slack renews its machines: asks the app to come back. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** The lines tear. */
  cut(): void;
  /** Acknowledgements of envelopes that nobody knows. */
  strange(): number;
}

interface Connection {
  line: Line;
  waiting: Map<string, (came: Came) => void>;
}

export function socketsOf(time: Time, id: (prefix: string) => string, appId: () => string): Sockets {
  const tickets = new Set<string>();
  const connections = new Set<Connection>();
  let turn = 0;
  let unknown = 0;

  function heard(connection: Connection, text: string): void {
    const { envelope_id, payload } = JSON.parse(text) as { envelope_id?: string; payload?: Json };
    const resolve = connection.waiting.get(envelope_id ?? '');
    if (!resolve) {
      unknown += 1;
      return;
    }
    const body = payload && Object.keys(payload).length > 0 ? payload : undefined;
    resolve({ status: 200, body, text: body ? JSON.stringify(body) : '', noRetry: false });
  }

  function opened(socket: Duplex, key: string): void {
    const connection: Connection = { waiting: new Map(), line: undefined as unknown as Line };
    connection.line = accept(
      socket,
      key,
      (text) => heard(connection, text),
      () => {
        connections.delete(connection);
        clearInterval(pings);
        for (const resolve of connection.waiting.values()) resolve({ failed: 'connection_failed' });
      },
    );
    const pings = setInterval(() => connection.line.ping(), 10_000);
    pings.unref();
    connections.add(connection);
    connection.line.ping();
    connection.line.send(
      JSON.stringify({
        type: 'hello',
        num_connections: connections.size,
        connection_info: { app_id: appId() },
        debug_info: { host: 'fake', approximate_connection_time: 18_060 },
      }),
    );
  }

  return {
    open: () => connections.size > 0,
    count: () => connections.size,
    strange: () => unknown,
    url(base) {
      const ticket = id('t').toLowerCase();
      tickets.add(ticket);
      return `${base.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${appId()}`;
    },
    upgrade(request, socket) {
      const ticket = new URL(request.url ?? '/', 'http://x').searchParams.get('ticket') ?? '';
      // A ticket lets in once.
      if (!tickets.delete(ticket) || connections.size >= mostConnections) {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      opened(socket, String(request.headers['sec-websocket-key']));
    },
    deliver(kind, body, retry, reason) {
      const all = [...connections];
      turn += 1;
      const connection = all[turn % all.length]!;
      const envelope = id('env').toLowerCase();
      const envelopeJson = {
        type: types[kind],
        envelope_id: envelope,
        payload: body,
        accepts_response_payload: kind !== 'event',
        ...(kind === 'event' && { retry_attempt: retry, retry_reason: reason ?? '' }),
      };
      return new Promise<Came>((resolve) => {
        const off = time.after(ackMs, () => end({ failed: 'http_timeout' }));
        const end = (came: Came) => {
          off();
          connection.waiting.delete(envelope);
          resolve(came);
        };
        connection.waiting.set(envelope, end);
        connection.line.send(JSON.stringify(envelopeJson));
      });
    },
    disconnect(reason) {
      for (const { line } of connections)
        line.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
    },
    cut() {
      for (const { line } of connections) line.cut();
    },
  };
}
