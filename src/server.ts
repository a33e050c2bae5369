/** One HTTP server for everything: the adapters hand over their routes, the product adds its health and figures. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Log } from './core/log.ts';
import type { HttpRoute } from './core/platform.ts';

export interface Health {
  /** Reasons why not; empty when all is well. */
  ready(): Promise<string[]>;
  /** Prometheus text. */
  metrics(): Promise<string>;
}

export interface Listening {
  port: number;
  stop(): Promise<void>;
}

export function application(routes: readonly HttpRoute[], health: Health, log: Log): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => {
    const reasons = await health.ready().catch((e: Error) => [e.message]);
    return c.json({ ready: reasons.length === 0, reasons }, reasons.length === 0 ? 200 : 503);
  });
  app.get('/metrics', async (c) => c.text(await health.metrics()));
  for (const { method, path, handle } of routes)
    if (method === 'ALL') app.all(path, (c) => handle(c.req.raw));
    else app.on(method, path, (c) => handle(c.req.raw));
  app.notFound((c) =>
    c.json({ error: { code: 'not-found', message: 'There is nothing at this address.' } }, 404),
  );
  app.onError((err, c) => {
    log.error({ err }, 'a request failed');
    return c.json(
      { error: { code: 'trouble', message: 'Something went wrong on our side. Please try again.' } },
      500,
    );
  });
  return app;
}

export function listen(app: Hono, hostname: string, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port }) as Server;
    server.once('error', reject);
    server.once('listening', () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        stop: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      }),
    );
  });
}
