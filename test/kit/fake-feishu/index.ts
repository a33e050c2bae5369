/**
 * A strict Feishu of our own: what it takes is what Feishu takes, what it refuses is refused with Feishu's code. For
 * tests (`const feishu = await fakeFeishu()`), and by hand with `main.ts`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { userData } from './api-contact.ts';
import { type FakeClock, machineClock } from './clock.ts';
import { type Limits, limits, unlimited } from './limits.ts';
import { type Push, pushing, retryMs } from './push.ts';
import { type Fault, type Logged, type Seen, serve } from './server.ts';
import { type Sockets, sockets } from './socket.ts';
import { type FeishuUser, someone } from './someone.ts';
import { type App, addUser, type Message, type NewUser, newState, type State, type User } from './state.ts';

export interface FakeOptions {
  clock?: FakeClock;
  app?: Partial<App>;
  port?: number;
  /** Milliseconds by which the limits are measured; the machine's without it, `none` for no limits at all. */
  pace?: (() => number) | 'none';
  quota?: number;
  /** A delivered event comes once more after each of these. */
  again?: readonly number[];
  /** The time in signatures; the clock's without it. */
  wire?: () => number;
  keepsSignature?: boolean;
  /** When an event that was not taken comes again; Feishu's own moments without it. */
  retries?: readonly number[];
  /** Seconds until a client of the long connection tries again. */
  reconnectSeconds?: number;
  /** Serves what is not Feishu's. */
  others?: (req: IncomingMessage, body: Buffer, res: ServerResponse) => Promise<boolean>;
}

export interface FakeFeishu {
  url: string;
  app: App;
  state: State;
  clock: FakeClock;
  push: Push;
  sockets: Sockets;
  limits: Limits;
  log: Logged[];
  user(given: NewUser): FeishuUser;
  /** The hands of somebody who is there already. */
  as(openId: string): FeishuUser;
  /** Changes a person and tells the bot. */
  changes(openId: string, change: Partial<User>): Promise<void>;
  /** Asked for every call from now on. */
  faults(of: (call: Seen) => Fault | undefined): void;
  /** Half of the documentation's samples have `host` and `context` beside the event. */
  contextBeside(on: boolean): void;
  /** Messages of the bot. */
  sent(): Message[];
  close(): Promise<void>;
}

const ourApp: App = {
  id: 'cli_0123456789abcdef',
  secret: 'fake-secret-of-32-characters-long',
  encryptKey: 'fake-encrypt-key',
  verificationToken: 'fake-verification-token',
  botOpenId: 'ou_bot',
  tenantKey: 'tenant1',
  name: 'growloop',
};

export async function fakeFeishu(options: FakeOptions = {}): Promise<FakeFeishu> {
  const clock = options.clock ?? machineClock();
  const state = newState({ ...ourApp, ...options.app }, clock);
  const limited = options.pace === 'none' ? unlimited : limits(options.pace ?? (() => performance.now()));
  const wires = sockets(state, options.reconnectSeconds ?? 1);
  let fault: (call: Seen) => Fault | undefined = () => undefined;
  let beside = false;
  let url = '';
  const http = await serve({
    state,
    limits: limited,
    fault: (call) => fault(call),
    ...(options.quota !== undefined && { quota: options.quota }),
    ...(options.port !== undefined && { port: options.port }),
    async others(req, body, res) {
      if (req.method === 'POST' && req.url === '/callback/ws/endpoint') {
        res.writeHead(200, { 'content-type': 'application/json' });
        res.end(JSON.stringify(wires.endpoint(body, url)));
        return true;
      }
      return (await options.others?.(req, body, res)) ?? false;
    },
  });
  url = http.url;
  wires.listen(http.server);
  const push = pushing({
    state,
    sockets: wires,
    again: options.again ?? [],
    wire: options.wire ?? (() => clock.now()),
    keepsSignature: options.keepsSignature ?? true,
    retries: options.retries ?? retryMs,
  });
  const as = (openId: string): FeishuUser => {
    const user = state.users.get(openId);
    if (!user) throw new Error(`nobody is ${openId}`);
    return someone({
      state,
      push,
      user,
      get beside() {
        return beside;
      },
    });
  };
  return {
    url,
    app: state.app,
    state,
    clock,
    push,
    sockets: wires,
    limits: limited,
    log: http.log,
    as,
    user: (given) => as(addUser(state, given).openId),
    async changes(openId, change) {
      const user = state.users.get(openId) as User;
      const old = userData(state, user);
      Object.assign(user, change);
      const type = change.resigned ? 'contact.user.deleted_v3' : 'contact.user.updated_v3';
      await push.event(type, { object: userData(state, user), old_object: old });
    },
    faults: (of) => {
      fault = of;
    },
    contextBeside: (on) => {
      beside = on;
    },
    sent: () => [...state.messages.values()].filter((m) => m.from === 'bot'),
    async close() {
      clock.stop();
      wires.close();
      await http.close();
    },
  };
}
