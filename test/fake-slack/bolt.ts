/** A small app on the real Bolt, over HTTP or over a socket, to see the fake as an app sees it. */
import { createServer } from 'node:http';
import { App, HTTPReceiver, type types, webApi } from '@slack/bolt';
import type { FakeSlack } from '../kit/fake-slack/index.ts';

type Args = Parameters<Parameters<App['use']>[0]>[0];
export type Handle = (
  args: Args & { ack?: (answer?: unknown) => Promise<void>; body: Record<string, never> },
) => Promise<void>;

export interface SmallApp {
  /** What came, by kind. */
  came: Record<string, unknown>[];
  stop(): Promise<void>;
}

const silent = () => {};
const logger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  getLevel: () => webApi.LogLevel.ERROR,
  setName: silent,
};

export async function smallApp(slack: FakeSlack, mode: 'http' | 'socket', handle: Handle): Promise<SmallApp> {
  const came: Record<string, unknown>[] = [];
  const install = slack.core.installFor('T1');
  const common = {
    authorize: async () => ({ botToken: install.token, botId: install.botId, botUserId: install.botUser }),
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    convoStore: false as const,
    logger,
  };
  const receiver = new HTTPReceiver({
    signingSecret: slack.app.signingSecret,
    processBeforeResponse: true,
    logger,
  });
  const app =
    mode === 'http'
      ? new App({ ...common, receiver })
      : new App({ ...common, appToken: slack.app.appToken, socketMode: true });
  app.use(async (args) => {
    came.push(args.body as never);
    await handle(args as never);
  });
  app.error(async (e) => {
    throw e;
  });
  if (mode === 'socket') {
    await app.start();
    return {
      came,
      async stop() {
        // The SDK leaves a timer of 30 s behind when it says goodbye itself.
        slack.delivery.sockets.cut();
        await new Promise((resolve) => setTimeout(resolve, 50));
        await app.stop();
      },
    };
  }
  const server = createServer((req, res) => receiver.requestListener(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  slack.delivery.to.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/slack/events`;
  return {
    came,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type View = types.View;
