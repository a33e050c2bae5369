import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface StoreProcess {
  pid: number;
  /** The store's URI, or why it did not start. */
  line: string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

const child = fileURLToPath(new URL('./child.js', import.meta.url));

/** The store in a process of its own: LMDB must not be opened inside a test file. */
export async function startProcess(dir: string): Promise<StoreProcess> {
  const running = spawn(process.execPath, [child, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(running, 'exit');
  const early = ended.then(([code]) => Promise.reject(new Error(`the store ended with ${code}`)));
  early.catch(() => undefined);
  const [line] = await Promise.race([once(running.stdout.setEncoding('utf8'), 'data'), early]);
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    running.kill(signal);
    await ended;
  };
  return { pid: running.pid as number, line: String(line).trim(), kill };
}
