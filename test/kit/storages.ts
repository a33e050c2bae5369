/**
 * Each test file loads the product anew, with async storages of its own. Node makes every promise carry all storages that
 * were ever used in the process, so those of the files before are switched off: without it the thirtieth file of a run takes
 * five times as long as alone.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

type Storage = AsyncLocalStorage<unknown>;
const mark = Symbol.for('growloop.storages');
const shared = AsyncLocalStorage as unknown as { [mark]?: Set<Storage> };

if (!shared[mark]) {
  const used = new Set<Storage>();
  shared[mark] = used;
  const { run } = AsyncLocalStorage.prototype;
  AsyncLocalStorage.prototype.run = function (this: Storage, ...args: Parameters<typeof run>) {
    used.add(this);
    return run.apply(this, args);
  } as typeof run;
}
for (const storage of shared[mark]) storage.disable();
shared[mark].clear();
