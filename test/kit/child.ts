/** A process that tests start to kill it: serves the store of a directory and says where, or why not. */
import { startEmbedded } from '../../src/embedded/index.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const store = await startEmbedded({ dir: process.argv[2] ?? '' });
  process.once('SIGTERM', () => void store.stop().then(() => process.exit(0)));
  say(store.uri);
} catch (error) {
  say(`failed: ${(error as Error).message}`);
}
