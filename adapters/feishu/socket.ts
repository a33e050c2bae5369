/**
 * The long connection of Feishu's SDK, with our own dispatcher in place of the SDK's: that one flattens events, checks no
 * shape and lets a failing handler answer as if all was well.
 */
import { type EventDispatcher, type HttpInstance, type Logger, WSClient } from '@larksuiteoapi/node-sdk';
import type { Log } from '../../src/core/log.ts';
import { http } from './client.ts';
import type { Receiving } from './receive.ts';
import { Unwelcome } from './verify.ts';

export interface SocketOptions {
  appId: string;
  appSecret: string;
  domain: string;
}

export interface Socket {
  start(): Promise<void>;
  stop(): void;
  /** `connected`, or why not. */
  state(): string;
}

const [handshakeTimeoutMs, pingTimeoutSeconds, firstConnectMs] = [15_000, 20, 20_000];

/** Of what the SDK says only that it said something: its lines may hold secrets and what people wrote. */
export function redacting(log: Log): Logger {
  const first = (said: unknown[]) =>
    said
      .flat()
      .map(String)
      .join(' ')
      .slice(0, 40)
      .replace(/[^\w\s[\]:.-]/g, '');
  const line =
    (level: 'error' | 'warn' | 'debug') =>
    (...said: unknown[]) =>
      log[level]({ sdk: first(said) }, 'Feishu’s long connection');
  return {
    error: line('error'),
    warn: line('warn'),
    info: line('debug'),
    debug: line('debug'),
    trace: () => undefined,
  };
}

/** In place of the SDK's EventDispatcher: its one method that the long connection calls. */
const dispatcherTo = (receiving: Receiving, log: Log, connection: () => string | undefined) => ({
  async invoke(data: unknown): Promise<unknown> {
    // The SDK sends the answer after this returns, on what is open then, and says nothing when nothing is.
    const asked = connection();
    try {
      const { body, flushed } = await receiving.take(data);
      flushed?.(() => asked !== undefined && connection() === asked);
      return Object.keys(body).length > 0 ? body : undefined;
    } catch (err) {
      if (!(err instanceof Unwelcome)) throw err;
      // Repeating would not make it readable.
      log.warn({ why: err.message }, 'an event of Feishu’s long connection was refused');
      return undefined;
    }
  },
});

export function socketOf(options: SocketOptions, receiving: Receiving, log: Log): Socket {
  const axios = http();
  axios.interceptors.response.use((answer) => answer.data);
  let ready: () => void = () => undefined;
  let failed: (e: Error) => void = () => undefined;

  const client = new WSClient({
    appId: options.appId,
    appSecret: options.appSecret,
    domain: options.domain,
    logger: redacting(log),
    httpInstance: axios as unknown as HttpInstance,
    handshakeTimeoutMs,
    wsConfig: { pingTimeout: pingTimeoutSeconds },
    onReady: () => ready(),
    onError: (e) => {
      log.error('Feishu’s long connection gave up; npm run doctor says more');
      failed(e);
    },
    onReconnecting: () => log.warn('Feishu’s long connection broke; it is being made anew'),
    onReconnected: () => log.info('Feishu’s long connection is back'),
  });

  /** The connection that is open, told from the one after it. */
  const connection = () => {
    const { state, lastConnectTime } = client.getConnectionStatus();
    return state === 'connected' ? String(lastConnectTime) : undefined;
  };

  return {
    async start() {
      // The SDK only writes a line about an id that it does not like, and never connects.
      if (!/^cli_[0-9a-fA-F]{16}$/.test(options.appId))
        throw new Error(
          'FEISHU_APP_ID is not an app id (cli_ and 16 hexadecimal digits): no long connection is possible',
        );
      const connected = new Promise<void>((done, broken) => {
        ready = done;
        failed = broken;
      });
      const patience = new Promise<void>((done) => setTimeout(done, firstConnectMs).unref());
      const eventDispatcher = dispatcherTo(receiving, log, connection) as unknown as EventDispatcher;
      await client.start({ eventDispatcher });
      // Feishu may be away: the SDK goes on trying, and the product runs meanwhile.
      await Promise.race([connected, patience]);
    },
    stop: () => client.close({ force: true }),
    state: () => client.getConnectionStatus().state,
  };
}
