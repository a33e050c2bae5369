/**
 * Before all tests: one embedded store for all of them, in jest's own process. LMDB must not be opened inside a test
 * file: its native msgpack is shared between jest's contexts and mixes up their classes.
 */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Embedded, startEmbedded } from '../../src/embedded/index.ts';

export interface TestStore {
  store: Embedded;
  dir: string;
}

/** Between set-up and teardown, which jest runs in the same process. */
export const running: { current: TestStore | undefined } = { current: undefined };

export default async function start(): Promise<void> {
  // In memory where the system has it: the proofs are there for what survives on a disk.
  const dir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'growloop-test-'));
  const store = await startEmbedded({ dir, sweepSeconds: 1 });
  running.current = { store, dir };
  process.env.TEST_STORE_URI = store.uri;
}
