import { rmSync } from 'node:fs';
import { running } from './store.ts';

/** After all tests: the store ends and its data goes. */
export default async function stop(): Promise<void> {
  await running.current?.store.stop();
  if (running.current) rmSync(running.current.dir, { recursive: true, force: true });
}
