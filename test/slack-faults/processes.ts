/** The product as its own process on a store that was filled before, with the fake as its Slack. */
import { once } from 'node:events';
import { registry } from '../../src/core/module.ts';
import { openStore, prepare, type Store } from '../../src/core/store.ts';
import { modules } from '../../src/modules.ts';
import { people } from '../../src/people/model.ts';
import { accountOf, employ, team } from '../kit/fake-slack/company.ts';
import { type FakeOptions, type FakeSlack, fakeSlack } from '../kit/fake-slack/index.ts';
import { type StoreProcess, startProcess } from '../kit/process.ts';
import { type Product, startProduct } from '../kit/product.ts';
import { aPerson, small } from '../kit/someone.ts';
import { fill } from './outgoing.ts';

export const secretsKey = Buffer.alloc(32, 9);

export const staff = (many: number): string[] =>
  Array.from({ length: many }, (_, n) => `p${String(n).padStart(3, '0')}`);

export async function companyOf(many: number, options: FakeOptions = {}): Promise<FakeSlack> {
  const slack = await fakeSlack(options);
  slack.workspace(team, 'Acme');
  slack.install(team);
  employ(
    slack,
    team,
    ['hanna', ...staff(many)].map((id) => ({ id, name: id, zone: 'UTC', locale: 'en' })),
  );
  return slack;
}

/** People with accounts, and a message that waits for each of them. */
export async function fillStore(uri: string, many: number, messages: number): Promise<void> {
  const store = await openStore(uri, secretsKey);
  await prepare(store, registry(modules).entities);
  await store.within(async () => {
    const accounts = (id: string) => [`slack:${team}:${accountOf(id)}`];
    // A person's own quiet hours are no part of what is tried here.
    const quiet = { from: '00:00', to: '00:00' };
    await small({ _id: 'hanna', roles: ['hr', 'hrHead'], accounts: accounts('hanna'), quiet });
    await people.insertAll(
      staff(many).map((_id) => aPerson({ _id, name: _id, manager: 'hanna', accounts: accounts(_id), quiet })),
    );
    await fill({ persons: staff(many), many: messages, now: new Date() });
  });
  await store.close();
}

export async function looking<R>(uri: string, run: (store: Store) => Promise<R>): Promise<R> {
  const store = await openStore(uri, secretsKey);
  try {
    return await store.within(() => run(store));
  } finally {
    await store.close();
  }
}

/** A store in a process of its own, for as long as `run` takes. */
export async function servedFrom<R>(dir: string, run: (store: StoreProcess) => Promise<R>): Promise<R> {
  const store = await startProcess(dir);
  try {
    return await run(store);
  } finally {
    await store.kill('SIGTERM');
  }
}

export async function productOn(slack: FakeSlack, where: Record<string, string>): Promise<Product> {
  const product = await startProduct({
    ...slack.env('http'),
    ...where,
    SECRETS_KEY: secretsKey.toString('base64'),
    CONSOLE: 'off',
    LOG_LEVEL: 'silent',
  });
  slack.delivery.to.url = `${product.url}/slack/events`;
  return product;
}

export const ended = (product: Product): Promise<unknown> =>
  product.process.exitCode === null && product.process.signalCode === null
    ? once(product.process, 'exit')
    : Promise.resolve();

export async function within(ms: number, what: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const until = Date.now() + ms; Date.now() < until; await new Promise((r) => setTimeout(r, 50)))
    if (await what()) return true;
  return what();
}

/** How often each of these messages is there. */
export const timesOf = (slack: FakeSlack, keys: readonly string[]): number[] => {
  const posts = [...slack.posts()];
  return keys.map((key) => posts.filter(([p]) => p.includes(`"${key}>`)).reduce((sum, [, n]) => sum + n, 0));
};

export const keysOf = (many: number, prefix = 'fault'): string[] =>
  Array.from({ length: many }, (_, n) => `${prefix}:${n}`);
