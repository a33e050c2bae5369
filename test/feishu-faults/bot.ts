/**
 * A process that tests start to kill it: the product on Feishu, with its own store in a directory or on one that somebody
 * else serves. `node bot.js <feishu> <port> <people> <ahead> dir|uri <where>`
 */
import { feishuAdapter } from '../../adapters/feishu/index.ts';
import { running, takeOver } from '../../src/core/bot.ts';
import { offsetClock } from '../../src/core/clock.ts';
import type { Parts } from '../../src/core/context.ts';
import { randomEntropy } from '../../src/core/entropy.ts';
import { logger, silent } from '../../src/core/log.ts';
import { registry } from '../../src/core/module.ts';
import { sealingOf } from '../../src/core/seal.ts';
import { openStore, prepare, type Store } from '../../src/core/store.ts';
import { startEmbedded } from '../../src/embedded/index.ts';
import { modules } from '../../src/modules.ts';
import { directory } from '../../src/people/directory.ts';
import { people } from '../../src/people/model.ts';
import { aboutPeople } from '../../src/people/platform-ports.ts';
import { application, listen } from '../../src/server.ts';
import { aPerson, small } from '../kit/someone.ts';

const [domain = '', port = '0', many = '0', ahead = '0', kind = 'dir', where = ''] = process.argv.slice(2);
const log = process.env.SHOW_LOG ? logger('warn') : silent;
const clock = offsetClock(Number(ahead));

async function arrange(): Promise<void> {
  if (await people.get('hanna')) return;
  const accounts = (id: string) => [`feishu:tenant1:ou_${id}`];
  await small({ _id: 'hanna', roles: ['hr', 'hrHead'], accounts: accounts('hanna') });
  const ids = Array.from({ length: Number(many) - 1 }, (_, n) => `p${String(n).padStart(3, '0')}`);
  await people.insertAll(
    ids.map((_id) => aPerson({ _id, name: _id, manager: 'hanna', accounts: accounts(_id) })),
  );
}

async function opened(): Promise<Store> {
  const uri = kind === 'dir' ? (await startEmbedded({ dir: where })).uri : where;
  return openStore(uri, Buffer.alloc(32, 5));
}

const store = await opened();
const adapters = new Map();
const parts: Parts = {
  store,
  clock,
  entropy: randomEntropy,
  registry: registry(modules),
  directory: directory({ console: false, clock }),
  adapters,
  log,
};
await prepare(store, parts.registry.entities);
if (kind === 'dir') await takeOver(store);
await store.transact(arrange);
const adapter = feishuAdapter(
  {
    appId: 'cli_0123456789abcdef',
    appSecret: 'fake-secret-of-32-characters-long',
    encryptKey: 'fake-encrypt-key',
    verificationToken: 'fake-verification-token',
    domain,
    mode: 'webhook',
  },
  {
    connection: store.connection,
    log,
    now: clock.now,
    sealing: sealingOf(store),
    ...aboutPeople((run) => store.within(run), clock.now),
  },
);
adapters.set(adapter.name, adapter);
const bot = running(parts, `bot-${process.pid}`);
const health = { ready: async () => [], metrics: async () => '' };
await listen(application(adapter.routes ?? [], health, log), '127.0.0.1', Number(port));
await adapter.start(bot);
await bot.start();
// Nobody is left behind when the test ends.
process.on('disconnect', () => process.exit());
process.send?.('ready');
