/** Socket Mode: the same deliveries over a connection that we open. An envelope that is not acked comes again. */
import { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../src/core/log.ts';
import { codeOf } from './errors.ts';
import { quiet } from './log.ts';
import { type Deliveries, Unwanted } from './receiver.ts';

interface Envelope {
  body: Record<string, unknown>;
  ack(answer?: unknown): Promise<void>;
}

export interface Socket {
  start(): void;
  stop(): Promise<void>;
}

const againMs = 10_000;
/** Slack renews its machines, and asks to come back. */
const cutMs = 250;

export function socketOf(appToken: string, apiUrl: string | undefined, of: Deliveries, log: Log): Socket {
  const clientOptions = apiUrl ? { clientOptions: { slackApiUrl: apiUrl } } : {};
  const { client } = new SocketModeReceiver({ appToken, logger: quiet, installerOptions: clientOptions });
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function taken({ body, ack }: Envelope): Promise<void> {
    try {
      const outcome = await of.take(body, true, async (answer) => ack(answer));
      if (!outcome.known) await ack();
    } catch (e) {
      // Unacked, an event comes again; what nobody here can ever take does not have to.
      if (e instanceof Unwanted) await ack();
      else log.error({ err: (e as Error)?.message }, 'a delivery of Slack was not taken; it comes again');
    }
  }

  // Bolt's own listener would ack events before they are stored.
  client.removeAllListeners('slack_event');
  client.on('slack_event', (envelope: Envelope) => {
    taken(envelope).catch((e) => log.error({ err: (e as Error)?.message }, 'an ack did not leave'));
  });
  client.on('error', (e: unknown) =>
    log.warn({ code: codeOf(e) ?? 'connection' }, 'Slack’s socket had an error'),
  );

  // Bolt's own reconnecting throws into nothing where Slack refuses a connection, and that would end the process.
  (client as unknown as { autoReconnectEnabled: boolean }).autoReconnectEnabled = false;
  client.on('disconnected', () => soon(cutMs));

  function soon(wait: number): void {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(connect, wait);
    timer.unref();
  }

  function connect(): void {
    Promise.resolve(client.start()).catch((e: unknown) => {
      if (stopped) return;
      log.error({ code: codeOf(e) ?? 'no answer' }, 'Socket Mode could not connect; it tries again');
      soon(againMs);
    });
  }

  return {
    start: connect,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.resolve(client.disconnect()).catch(() => {});
    },
  };
}
