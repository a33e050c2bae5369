/** A cable to the store that can be pulled. */

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export interface Cable {
  /** The store's address by way of the cable. */
  uri: string;
  pull(): void;
  plug(): void;
  close(): void;
}

export async function cable(uri: string): Promise<Cable> {
  // A port, or the socket file that the embedded store listens on.
  const [, host = ''] = /^mongodb:\/\/([^/?]+)/.exec(uri) ?? [];
  const target = decodeURIComponent(host);
  const [name = '', port = ''] = target.split(':');
  const open = new Set<Socket>();
  let pulled = false;
  const server = createServer((near) => {
    if (pulled) return void near.resetAndDestroy();
    const far = target.startsWith('/') ? connect(target) : connect(Number(port), name);
    for (const end of [near, far]) {
      open.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        open.delete(end);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const own = (server.address() as AddressInfo).port;
  return {
    uri: uri.replace(host, `127.0.0.1:${own}`),
    pull() {
      pulled = true;
      for (const end of open) end.destroy();
    },
    plug: () => {
      pulled = false;
    },
    close: () => {
      for (const end of open) end.destroy();
      server.close();
    },
  };
}
