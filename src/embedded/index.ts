/**
 * The store that the product brings along: a MongoDB server of our own in a worker thread, on LMDB, reached by mongoose
 * through an ordinary URI. What it supports is listed in supported.ts; `test/contract/store` holds it to MongoDB.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerInput, WorkerOutput } from './worker.ts';

export interface Embedded {
  uri: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dir: string;
  /** How often TTL indexes are looked after; MongoDB does so every minute. */
  sweepSeconds?: number;
}

/** What the address of a unix socket can hold, on Linux; one byte ends it. */
const longestSocket = 107;
/** The driver takes a host for a socket only if its name ends so. */
const socketName = 'store.sock';

export async function startEmbedded({ dir, sweepSeconds = 60 }: EmbeddedOptions): Promise<Embedded> {
  const data = resolve(dir);
  const { socket, remove } = socketIn(data);
  const input: WorkerInput = { dir: data, socket, sweepSeconds };
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: input });
  try {
    await reply(worker, 'ready');
  } catch (error) {
    remove();
    throw error;
  }
  const stop = async (): Promise<void> => {
    worker.postMessage('stop');
    await reply(worker, 'stopped');
    remove();
  };
  return { uri: `mongodb://${encodeURIComponent(socket)}/growloop?directConnection=true`, stop };
}

/** A directory that nobody else may enter, because a socket is open to all for the moment before its mode is set. */
function socketIn(dir: string): { socket: string; remove: () => void } {
  const inside = join(dir, 'socket');
  if (Buffer.byteLength(join(inside, socketName)) <= longestSocket) {
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    chmodSync(inside, 0o700);
    return { socket: join(inside, socketName), remove: () => undefined };
  }
  const outside = mkdtempSync(join(tmpdir(), 'growloop-'));
  return {
    socket: join(outside, socketName),
    remove: () => rmSync(outside, { recursive: true, force: true }),
  };
}

/** An error of the worker after its start is not caught: a store that died must not look like a slow one. */
function reply(worker: Worker, expected: 'ready' | 'stopped'): Promise<void> {
  return new Promise((done, fail) => {
    const onExit = (): void => fail(new Error('the store ended unexpectedly'));
    worker.once('exit', onExit);
    worker.once('message', (output: WorkerOutput) => {
      worker.off('exit', onExit);
      if (expected in output) done();
      else fail(new Error('failed' in output ? output.failed : 'the store gave an unexpected answer'));
    });
  });
}
