/**
 * One owner per directory, also after a kill -9. An owner is a file `owner.<n>`; the highest number counts. Taking over
 * from a dead one means to create the next number, which the file system grants to one process only.
 */
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

interface Owner {
  pid: number;
  /** Tells a process from a later one with the same number; empty where the system does not say. */
  started: string;
  socket: string;
  released?: boolean;
}

const fileName = /^owner\.(\d+)$/;

function highest(dir: string): number {
  return Math.max(0, ...readdirSync(dir).map((name) => Number(fileName.exec(name)?.[1] ?? 0)));
}

const pathOf = (dir: string, number: number): string => join(dir, `owner.${number}`);

function readOwner(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

/** When a process started, in ticks since a boot that has an id. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold anything; the times come after it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${boot} ${ticks}`;
  } catch {
    return '';
  }
}

function isRunning({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return started === '' || started === startOf(pid);
}

/** A process of another container, whose number means nothing here, still answers on its socket. */
function answers(socket: string): Promise<boolean> {
  if (!existsSync(socket)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const connection = connect(socket);
    const end = (answered: boolean): void => {
      connection.destroy();
      resolve(answered);
    };
    connection.once('connect', () => end(true));
    connection.once('error', () => end(false));
  });
}

/** Makes this process the owner of the directory, or says who is. Gives back how to release it. */
export async function takeOwnership(dir: string, socket: string): Promise<() => void> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  for (;;) {
    const last = highest(dir);
    const owner = last ? readOwner(pathOf(dir, last)) : undefined;
    if (owner && !owner.released && (isRunning(owner) || (await answers(owner.socket))))
      throw new Error(`${dir} is in use by process ${owner.pid}; stop it or set DATA_DIR`);
    const mine: Owner = { pid: process.pid, started: startOf(process.pid), socket };
    if (!create(dir, last + 1, mine)) continue; // another process was faster: see who it is
    for (let old = last; old > 0 && existsSync(pathOf(dir, old)); old--)
      rmSync(pathOf(dir, old), { force: true });
    return () => replace(dir, last + 1, { ...mine, released: true });
  }
}

const temporary = (dir: string, number: number): string => join(dir, `owner.${number}.${process.pid}`);

function create(dir: string, number: number, owner: Owner): boolean {
  const draft = temporary(dir, number);
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    linkSync(draft, pathOf(dir, number)); // fails if it exists, and never shows half a file
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Released, not removed: numbers only grow, so nobody takes over from an owner that is long gone. */
function replace(dir: string, number: number, owner: Owner): void {
  const draft = temporary(dir, number);
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
  renameSync(draft, pathOf(dir, number));
}
