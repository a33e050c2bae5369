/** What of `ws` (it comes with Feishu's SDK) the long connection needs; its own types are no dependency of ours. */
declare module 'ws' {
  import type { EventEmitter } from 'node:events';
  import type { IncomingMessage } from 'node:http';
  import type { Duplex } from 'node:stream';

  export class WebSocket extends EventEmitter {
    send(data: Uint8Array, done?: (e?: Error) => void): void;
    close(code?: number): void;
    terminate(): void;
    readonly readyState: number;
  }
  export class WebSocketServer extends EventEmitter {
    constructor(options: { noServer: true });
    handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer, done: (ws: WebSocket) => void): void;
    close(): void;
  }
}
