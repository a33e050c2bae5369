/** Killed at every moment, cut off from its store, two bots on one store: what Feishu brought has its effect, once. */

import type { Seen as Call } from '../kit/fake-feishu/server.ts';
import { startProcess } from '../kit/process.ts';
import { cable } from './proxy.ts';
import {
  asks,
  calm,
  freePort,
  kickOff,
  type Life,
  life,
  listensAt,
  over,
  random,
  type Stage,
  type Store,
  seen,
  sleep,
  stage,
  until,
  welcomed,
  writes,
} from './scene.ts';

const many = Number(process.env.PEOPLE ?? 12);
const kills = Number(process.env.KILLS ?? 6);
const outageMs = Number(process.env.OUTAGE_MS ?? 30_000);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** What everybody does, the same in every test. */
async function lived(s: Stage, expected?: Ledger): Promise<void> {
  await kickOff(s);
  await asks(s, () => sleep(50));
  await until('everybody’s card', () => welcomed(s) === many, 300_000);
  await finished(s, expected);
}

type Ledger = ReturnType<typeof seen>['ledger'];
const cards = (ledger: Ledger): number => Object.values(ledger).flat().length;

/** What a killed bot had in hands is free when its lease is over. */
async function finished(s: Stage, expected?: Ledger): Promise<void> {
  await writes(s, s.names.slice(2, 6), 'p000');
  if (expected) await until('every card', () => cards(seen(s).ledger) >= cards(expected), 150_000);
  await calm(s, 4000);
}

const told = (name: string, more: string) =>
  process.stdout.write(`feishu ${name}: seed ${seed}, ${many} people, ${more}\n`);

let clean: ReturnType<typeof seen>;
test('nothing breaks', async () => {
  const s = await stage(many);
  const bot = await life(s, { dir: s.dir });
  listensAt(s, bot.port);
  await lived(s);
  clean = seen(s);
  await bot.kill();
  await over(s);
  expect(clean.doubled).toEqual([]);
}, 300_000);

/** Where a process is killed: before Feishu did it, after it did and before the answer, or just after the answer. */
const moments = ['before', 'accepted', 'answered'] as const;

/** Kills the bot at the chosen call and starts it again on the same store and port, until it was killed often enough. */
function killing(s: Stage, store: Store, port: number, next: () => number) {
  let bot: Life | undefined;
  let left = 0;
  let killed = 0;
  const at: Record<string, number> = {};
  const troubles: string[] = [];
  const again = async () => {
    await bot?.ended;
    bot = await life(s, store, port);
    left = 1 + Math.floor(next() * 7);
  };
  s.feishu.faults((call: Call) => {
    if (!bot || killed >= kills || !call.path.startsWith('/open-apis/im/')) return undefined;
    left -= 1;
    if (left !== 0) return undefined;
    const moment = moments[killed % moments.length] ?? 'before';
    killed += 1;
    at[moment] = (at[moment] ?? 0) + 1;
    const victim = bot;
    setTimeout(() => victim.process.kill('SIGKILL'), moment === 'answered' ? 5 + next() * 20 : 0);
    again().catch((e) => void troubles.push(String(e)));
    return moment === 'answered' ? undefined : { kind: 'reset', accepted: moment === 'accepted' };
  });
  return {
    start: again,
    figures: () => ({ killed, at, troubles }),
    end: async () => {
      killed = kills;
      await bot?.kill();
    },
  };
}

test(`${kills} kills -9 between acceptance and completion`, async () => {
  const s = await stage(many);
  const port = await freePort();
  const victim = killing(s, { dir: s.dir }, port, random(seed));
  listensAt(s, port);
  await victim.start();
  await lived(s, clean.ledger);
  const { ledger, doubled } = seen(s);
  const { killed, at, troubles } = victim.figures();
  told('kill -9', `${killed} kills ${JSON.stringify(at)}, doubled ${doubled.length}`);
  await victim.end();
  await over(s);
  expect(troubles).toEqual([]);
  expect(killed).toBeGreaterThan(kills / 2);
  expect(doubled).toEqual([]);
  expect(ledger).toEqual(clean.ledger);
}, 600_000);

test(`the store is away for ${outageMs / 1000} s`, async () => {
  const s = await stage(many);
  const served = await startProcess(s.dir);
  const line = await cable(served.line);
  const bot = await life(s, { uri: line.uri });
  listensAt(s, bot.port);
  await kickOff(s);
  line.pull();
  setTimeout(line.plug, outageMs);
  const from = Date.now();
  await asks(s);
  const refused = s.feishu.push.events.filter((e) => !e.delivered).length;
  await until('everybody’s card', () => welcomed(s) === many, 300_000);
  await until('every event', () => s.feishu.push.events.every((e) => e.delivered), 120_000);
  const seconds = Math.round((Date.now() - from) / 1000);
  await finished(s, clean.ledger);
  const { ledger, doubled } = seen(s);
  told(
    'store away',
    `${refused} events refused meanwhile, all there ${seconds} s after the cut, doubled ${doubled.length}`,
  );
  expect(bot.process.exitCode).toBeNull();
  await bot.kill();
  line.close();
  await served.kill('SIGKILL');
  await over(s);
  expect(refused).toBeGreaterThan(0);
  expect(doubled).toEqual([]);
  expect(ledger).toEqual(clean.ledger);
}, 600_000);

test('two bots on one store, events at either, one of them killed in the middle', async () => {
  const s = await stage(many);
  const served = await startProcess(s.dir);
  const store = { uri: served.line };
  const bots = [await life(s, store), await life(s, store)];
  let turn = 0;
  let alive = [...bots];
  const alternate = setInterval(() => {
    const bot = alive[turn++ % alive.length];
    if (bot) listensAt(s, bot.port);
  }, 150);
  listensAt(s, bots[0]?.port ?? 0);
  await kickOff(s);
  const asked = asks(s, () => sleep(150));
  await sleep(1500);
  alive = bots.slice(1);
  await bots[0]?.kill();
  await asked;
  await until('everybody’s card', () => welcomed(s) === many, 300_000);
  await until('every event', () => s.feishu.push.events.every((e) => e.delivered), 120_000);
  await finished(s, clean.ledger);
  clearInterval(alternate);
  const { ledger, doubled } = seen(s);
  told('two bots', `doubled ${doubled.length}, inside a block window ${s.feishu.limits.inside()}`);
  await bots[1]?.kill();
  await served.kill('SIGKILL');
  await over(s);
  expect(doubled).toEqual([]);
  expect(ledger).toEqual(clean.ledger);
}, 600_000);
