/** The long connection: where a bot asks for its address, and the WebSocket on which it hears events and callbacks. */
import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { decodeFrame, encodeFrame, type Frame } from './frame.ts';
import type { Outcome } from './push.ts';
import type { State } from './state.ts';

export interface Sockets {
  /** Answers POST /callback/ws/endpoint. */
  endpoint(body: Buffer, url: string): unknown;
  /** One of the connected clients gets it; waits for its answer. */
  deliver(payload: string, ms: number): Promise<Outcome>;
  connected(): number;
  /** Cuts every connection, as a network does. */
  drop(): void;
  /** Refuses new connections until told otherwise. */
  refuse(on: boolean): void;
  close(): void;
  listen(http: Server): void;
}

const mostConnections = 50;
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

export function sockets(state: State, reconnectSeconds: number): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const clients = new Set<WebSocket>();
  const waiting = new Map<string, (frame: Frame) => void>();
  let turn = 0;
  let refusing = false;
  let sequence = 0;
  const config = {
    PingInterval: 120,
    ReconnectCount: -1,
    ReconnectInterval: reconnectSeconds,
    ReconnectNonce: 0,
  };

  const greet = (ws: WebSocket) => {
    clients.add(ws);
    ws.on('close', () => clients.delete(ws));
    ws.on('error', () => clients.delete(ws));
    ws.on('message', (data: Buffer) => heard(ws, decodeFrame(data)));
  };
  const heard = (ws: WebSocket, frame: Frame) => {
    if (frame.method === 0) {
      if (frame.headers.type !== 'ping') return;
      const headers = { ...frame.headers, type: 'pong' };
      return ws.send(encodeFrame({ ...frame, headers, payload: Buffer.from(JSON.stringify(config)) }));
    }
    waiting.get(frame.headers.message_id ?? '')?.(frame);
  };
  return {
    endpoint(body, url) {
      const asked = JSON.parse(body.toString('utf8')) as { AppID?: string; AppSecret?: string };
      if (asked.AppID !== state.app.id || asked.AppSecret !== state.app.secret)
        return { code: 514, msg: 'app_id or app_secret is wrong', data: {} };
      if (refusing || clients.size >= mostConnections)
        return { code: 1000040350, msg: 'too many connections', data: {} };
      const device = state.id('').slice(0, 12);
      const URL = `${url.replace('http', 'ws')}/ws?device_id=${device}&service_id=7`;
      return { code: 0, msg: '', data: { URL, ClientConfig: config } };
    },
    async deliver(payload, ms) {
      const alive = [...clients];
      const ws = alive[turn++ % Math.max(1, alive.length)];
      if (!ws) return { status: 0, body: '' };
      sequence += 1;
      const id = `msg-${sequence}`;
      const type = 'event';
      const headers = { type, message_id: id, sum: '1', seq: '0', trace_id: id };
      const answered = new Promise<Outcome>((done) => {
        const late = setTimeout(() => done({ status: 0, body: '' }), ms);
        waiting.set(id, (frame) => {
          clearTimeout(late);
          const { code, data } = JSON.parse(text(frame.payload)) as { code: number; data?: string };
          done({ status: code, body: data ? Buffer.from(data, 'base64').toString('utf8') : '' });
        });
      });
      ws.send(
        encodeFrame({
          seq: sequence,
          log: sequence,
          service: 7,
          method: 1,
          headers,
          payload: Buffer.from(payload),
        }),
        () => undefined,
      );
      return answered.finally(() => waiting.delete(id));
    },
    connected: () => clients.size,
    drop: () => {
      for (const ws of clients) ws.terminate();
    },
    refuse: (on) => {
      refusing = on;
    },
    close: () => {
      for (const ws of clients) ws.terminate();
      server.close();
    },
    listen: (http) => {
      http.on('upgrade', (req: IncomingMessage, socket, head) =>
        server.handleUpgrade(req, socket, head, greet),
      );
    },
  };
}
