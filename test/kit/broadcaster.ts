/**
 * A process that tests start to kill it: the product on the store of a directory, in the middle of a broadcast. Everything
 * that it sends goes to the parent, which is the platform and survives; before and after each commit it says so.
 */
import { running, takeOver } from '../../src/core/bot.ts';
import type { Card, Form, Reply } from '../../src/core/card.ts';
import { offsetClock } from '../../src/core/clock.ts';
import type { Parts } from '../../src/core/context.ts';
import { randomEntropy } from '../../src/core/entropy.ts';
import { silent } from '../../src/core/log.ts';
import { registry } from '../../src/core/module.ts';
import type { Adapter, Address, Inbound, Receipt } from '../../src/core/platform.ts';
import { openStore, prepare } from '../../src/core/store.ts';
import { cycles } from '../../src/cycles/model.ts';
import { startEmbedded } from '../../src/embedded/index.ts';
import { modules } from '../../src/modules.ts';
import { directory } from '../../src/people/directory.ts';
import { people } from '../../src/people/model.ts';
import { fakePlatform } from './platform.ts';
import { aPerson, small } from './someone.ts';

export type Said =
  | { what: 'commit' | 'committed' }
  | { what: 'send'; key: string; to: string; title: string };

const [dir = '', ahead = '0', many = '0', perMinute = ''] = process.argv.slice(2);

let asked = 0;
const waiting = new Map<number, () => void>();
process.on('message', (n: number) => waiting.get(n)?.());
/** The parent answers, or kills. */
const tell = (said: Said): Promise<void> =>
  new Promise((resolve) => {
    asked += 1;
    waiting.set(asked, resolve);
    process.send?.({ n: asked, said });
  });

const clock = offsetClock(Number(ahead));

function ledger(): Adapter {
  const send = async (at: Address, card: Card, key: string): Promise<Receipt> => {
    await tell({ what: 'send', key, to: at.channel, title: card.title });
    return { at, messageId: key, sentAt: clock.now() };
  };
  const platform = fakePlatform(clock);
  const can = { ...platform.can, perMinute: Number(perMinute || Number.POSITIVE_INFINITY) };
  return { ...platform, can, send };
}

async function arrange(): Promise<void> {
  if (await people.get('hanna')) return;
  await small({ _id: 'hanna', roles: ['hr', 'hrHead'] });
  const ids = Array.from({ length: Number(many) - 1 }, (_, n) => `p${String(n).padStart(3, '0')}`);
  await people.insertAll(ids.map((_id) => aPerson({ _id, name: _id, manager: 'hanna' })));
}

const filled = (form: Form | undefined) =>
  Object.fromEntries((form?.fields ?? []).flatMap((f) => (f.value === undefined ? [] : [[f.name, f.value]])));

const embedded = await startEmbedded({ dir });
const store = await openStore(embedded.uri, Buffer.alloc(32, 5));
const platform = ledger();
const parts: Parts = {
  store: {
    ...store,
    async transact(run) {
      const result = await store.transact(async () => {
        const done = await run();
        await tell({ what: 'commit' });
        return done;
      });
      await tell({ what: 'committed' });
      return result;
    },
  },
  clock,
  entropy: randomEntropy,
  registry: registry(modules),
  directory: directory({ console: true, clock }),
  adapters: new Map([[platform.name, platform]]),
  log: silent,
};
await prepare(store, parts.registry.entities);
await takeOver(store);
await store.transact(arrange);
const bot = running(parts, `bot-${process.pid}`);

/** The same ids in every process: what was committed before a kill is not done again. */
const hand = (id: string, event: Record<string, unknown>): Promise<Reply> => {
  const where = { platform: 'web', tenant: 'local', channel: 'dm:hanna' };
  return bot.receive({ id, at: clock.now(), from: 'hanna', where, ...event } as Inbound);
};
const { open } = await hand('h1', { kind: 'command', name: 'perf', text: 'kickoff' });
await hand('h2', { kind: 'submit', token: open?.token, values: filled(open) });
for (;;) {
  await bot.settle();
  const cycle = await store.within(() => cycles.one({}));
  if (cycle?.state === 'draft')
    await hand(`h3-${cycle.rev}`, {
      kind: 'press',
      token: `cycles.start ${JSON.stringify({ cycle: cycle._id, rev: cycle.rev })}`,
    });
  await new Promise((resolve) => setTimeout(resolve, 20));
}
