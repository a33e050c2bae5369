/** Listens on a unix socket that only its owner can open, and keeps house. */
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server as NetServer, type Socket } from 'node:net';
import type { Server } from './call.ts';
import { loadCatalogue } from './catalogue.ts';
import { closeIdle, newCursors } from './cursors.ts';
import { answer } from './dispatch.ts';
import { deleteExpired } from './expiry.ts';
import { endIdle } from './sessions.ts';
import { closeStore, openStore } from './store.ts';
import { abortExpired, abortTransaction } from './transaction.ts';
import { messageSplitter, readMessage, writeMessage } from './wire.ts';

export interface Listening {
  stop(): Promise<void>;
}

const housekeepingMs = 1000;

export async function listen(dir: string, socket: string, sweepSeconds: number): Promise<Listening> {
  const store = openStore(dir);
  loadCatalogue(store);
  const server: Server = {
    store,
    cursors: newCursors(),
    sessions: new Map(),
    address: socket,
  };
  const sockets = new Set<Socket>();
  const net = createServer((connection) => accept(server, sockets, connection));
  rmSync(socket, { force: true }); // a process that was killed leaves its socket behind
  await new Promise<void>((resolve, reject) => {
    net.once('error', reject);
    net.listen(socket, resolve);
  });
  chmodSync(socket, 0o600);
  const timers = keepHouse(server, sweepSeconds);
  return { stop: () => stop(server, net, sockets, timers) };
}

function keepHouse(server: Server, sweepSeconds: number): NodeJS.Timeout[] {
  const { store, cursors, sessions } = server;
  const tidy = setInterval(() => {
    const now = Date.now();
    abortExpired(store, now);
    closeIdle(cursors, now);
    endIdle(store, sessions, cursors, now);
  }, housekeepingMs);
  let sweeping = false;
  const sweep = setInterval(() => {
    if (sweeping) return;
    sweeping = true;
    const done = (): void => {
      sweeping = false; // what could not be deleted this time, because its index went, say, is tried the next time
    };
    void deleteExpired(store, new Date()).then(done, done);
  }, sweepSeconds * 1000);
  return [tidy, sweep];
}

function accept(server: Server, sockets: Set<Socket>, connection: Socket): void {
  sockets.add(connection);
  const split = messageSplitter((bytes) => void handle(server, connection, bytes));
  connection.on('data', (chunk) => {
    try {
      split(chunk);
    } catch {
      connection.destroy(); // not MongoDB's protocol: there is nobody to explain it to
    }
  });
  connection.on('error', () => connection.destroy());
  connection.on('close', () => {
    sockets.delete(connection);
  });
}

async function handle(server: Server, connection: Socket, bytes: Buffer): Promise<void> {
  try {
    const message = readMessage(bytes);
    const reply = await answer(server, message);
    if (!message.unanswered && !connection.destroyed) connection.write(writeMessage(message, reply));
  } catch {
    connection.destroy();
  }
}

async function stop(
  { store, cursors }: Server,
  net: NetServer,
  sockets: ReadonlySet<Socket>,
  timers: readonly NodeJS.Timeout[],
): Promise<void> {
  for (const timer of timers) clearInterval(timer);
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => net.close(resolve));
  for (const transaction of [...store.transactions]) abortTransaction(store, transaction);
  for (const cursor of cursors.open.values()) cursor.rows.return?.();
  await closeStore(store);
}
