/**
 * One scene under every fault: HR kicks a cycle off, everybody gets their card, asks the bot something and writes to somebody,
 * while things break. In the end everybody has seen what they see when nothing breaks, once.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { machineClock } from '../kit/fake-feishu/clock.ts';
import { titleOf } from '../kit/fake-feishu/draw.ts';
import { type FakeFeishu, fakeFeishu } from '../kit/fake-feishu/index.ts';
import type { FeishuUser } from '../kit/fake-feishu/someone.ts';

/** Monday 4 January 2027, 09:02 in Berlin. */
export const aheadMs = Date.parse('2027-01-04T08:02:00Z') - Date.now();
const program = fileURLToPath(new URL('./bot.js', import.meta.url));
export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The generator of the other proofs, so that a seed repeats a run's moments. */
export function random(from: number): () => number {
  let state = from;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

export interface Stage {
  feishu: FakeFeishu;
  many: number;
  dir: string;
  names: string[];
}

/** Feishu with its people; events that are not taken come again after 2, 10, 40, 120 s instead of 15 s, 5 min, 1 h, 6 h. */
export async function stage(many: number): Promise<Stage> {
  const feishu = await fakeFeishu({
    clock: machineClock(1, aheadMs),
    wire: Date.now,
    retries: [2000, 10_000, 40_000, 120_000],
  });
  const names = ['hanna', ...Array.from({ length: many - 1 }, (_, n) => `p${String(n).padStart(3, '0')}`)];
  for (const name of names) feishu.user({ name, openId: `ou_${name}`, language: 'en_us', zone: 'UTC' });
  return { feishu, many, names, dir: mkdtempSync(join(tmpdir(), 'growloop-feishu-')) };
}

export interface Life {
  port: number;
  process: ChildProcess;
  ended: Promise<unknown>;
  kill(): Promise<void>;
}

export type Store = { dir: string } | { uri: string };

/** Starts the product; it listens when this is done. */
export async function life({ feishu, many }: Stage, store: Store, port?: number): Promise<Life> {
  const own = port ?? (await freePort());
  const kept = 'dir' in store ? ['dir', store.dir] : ['uri', store.uri];
  const process = fork(program, [feishu.url, String(own), String(many), String(aheadMs), ...kept], {
    stdio: 'inherit',
  });
  const ended = once(process, 'exit');
  await Promise.race([
    once(process, 'message'),
    ended.then(() => Promise.reject(new Error('the bot ended'))),
  ]);
  const kill = async () => {
    process.kill('SIGKILL');
    await ended;
  };
  return { port: own, process, ended, kill };
}

export const listensAt = ({ feishu }: Stage, port: number): void =>
  feishu.push.to({
    events: `http://127.0.0.1:${port}/feishu/events`,
    cards: `http://127.0.0.1:${port}/feishu/cards`,
  });

/** Waits until it is so. @throws after `ms` */
export async function until(what: string, is: () => boolean, ms = 60_000): Promise<void> {
  const from = Date.now();
  while (!is()) {
    if (Date.now() - from > ms) throw new Error(`it never came: ${what}`);
    await sleep(50);
  }
}

/** A person tries again when the client shows an error; what they see decides. */
async function insists(
  what: string,
  run: () => Promise<{ error?: number }>,
  over: () => boolean,
): Promise<void> {
  for (let tries = 0; !over(); tries += 1) {
    if (tries > 60) throw new Error(`it never worked: ${what}`);
    await run().catch(() => undefined);
    if (over()) return;
    await sleep(300);
  }
}

const titles = (user: FeishuUser) => user.messages().map((m) => titleOf(m.card, 'en_us'));
const hasButton = (user: FeishuUser, label: string) =>
  user.find((e) => e.tag === 'button' && (e.text as { content: string }).content === label) !== undefined;

export async function kickOff({ feishu }: Stage): Promise<void> {
  const hanna = feishu.as('ou_hanna');
  await hanna.says('/perf kickoff');
  await until('the form', () => hasButton(hanna, 'Open the form'));
  await insists(
    'opening the form',
    () => hanna.clicks('Open the form'),
    () => hanna.form() !== undefined,
  );
  await insists(
    'sending the form',
    () => hanna.submits(),
    () => hanna.form() === undefined,
  );
  await until('the plan', () => hasButton(hanna, 'Start'));
  await insists(
    'the start',
    () => hanna.clicks('Start'),
    () => !hasButton(hanna, 'Start'),
  );
}

export const welcomed = ({ feishu, names }: Stage): number =>
  names.filter((n) => titles(feishu.as(`ou_${n}`)).some((t) => t.includes('what it means for you'))).length;

/** Everybody asks for their goals, once; Feishu repeats what was not taken. */
export async function asks(
  { feishu, names }: Stage,
  between: () => Promise<void> = async () => undefined,
): Promise<void> {
  for (const name of names) {
    await feishu.as(`ou_${name}`).says('/perf help');
    await between();
  }
}

/** A word of feedback from each to the next, by form, sent again until the client shows no error. */
export async function writes({ feishu }: Stage, who: readonly string[], to: string): Promise<void> {
  for (const name of who) {
    const user = feishu.as(`ou_${name}`);
    await user.says(`/perf feedback @${to}`);
    await until(`the button of ${name}`, () => hasButton(user, 'Open the form'), 120_000);
    await insists(
      `opening ${name}’s form`,
      () => user.clicks('Open the form'),
      () => user.form() !== undefined,
    );
    const said = { v0_did: `You helped ${name} on Tuesday`, v0_effect: 'We were done a day early' };
    await insists(
      `sending ${name}’s form`,
      () => user.submits(said),
      () => user.form() === undefined,
    );
  }
}

export interface Seen {
  /** Titles that everybody sees, by person, in no order. */
  ledger: Record<string, string[]>;
  doubled: string[];
}

export function seen({ feishu, names }: Stage): Seen {
  const ledger = Object.fromEntries(
    names.map((n) => [
      n,
      titles(feishu.as(`ou_${n}`))
        .filter(Boolean)
        .sort(),
    ]),
  );
  const counts = new Map<string, number>();
  for (const { uuid } of feishu.sent()) if (uuid) counts.set(uuid, (counts.get(uuid) ?? 0) + 1);
  return { ledger, doubled: [...counts].filter(([, n]) => n > 1).map(([uuid]) => uuid) };
}

/** Nothing was sent or changed for a while. */
export async function calm({ feishu }: Stage, ms = 3000): Promise<void> {
  for (let last = -1; last !== feishu.log.length; ) {
    last = feishu.log.length;
    await sleep(ms);
  }
}

export async function over({ feishu, dir }: Stage): Promise<void> {
  await feishu.close();
  rmSync(dir, { recursive: true, force: true });
}
