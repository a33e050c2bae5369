/** The store's own thread: the product's event loop stays free while it works. */
import { parentPort, workerData } from 'node:worker_threads';
import { takeOwnership } from './owner.ts';
import { listen } from './server.ts';

export interface WorkerInput {
  dir: string;
  socket: string;
  sweepSeconds: number;
}

export type WorkerOutput = { ready: true } | { failed: string } | { stopped: true };

const port = parentPort;
if (!port) throw new Error('worker.js is started by index.js');
const { dir, socket, sweepSeconds } = workerData as WorkerInput;
const say = (output: WorkerOutput): void => port.postMessage(output);

try {
  const release = await takeOwnership(dir, socket);
  const listening = await listen(dir, socket, sweepSeconds);
  port.once('message', () => {
    void listening.stop().then(() => {
      release();
      say({ stopped: true });
      port.close();
    });
  });
  say({ ready: true });
} catch (error) {
  say({ failed: (error as Error).message });
  port.close();
}
