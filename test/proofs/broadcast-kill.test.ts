/** Killed again and again in the middle of a broadcast: everybody gets their card, nobody gets it twice. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Said } from '../kit/broadcaster.ts';

const people = 200;
const kills = Number(process.env.KILLS ?? 50);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const child = fileURLToPath(new URL('../kit/broadcaster.js', import.meta.url));
/** Monday 4 January 2027, 09:02 in Berlin. */
const ahead = Date.parse('2027-01-04T08:02:00Z') - Date.now();
/** A life in which the moment does not come ends then. */
const patience = 4000;
/** Messages a minute while it is being killed: four at once, so that the broadcast outlives fifty kills. */
const slow = 30;

/** Where a process is killed: before or after a commit, a message under way, accepted but not answered, or just noted. */
const moments = ['commit', 'committed', 'send', 'accept', 'completion'] as const;
type Moment = (typeof moments)[number];

/** How late in a life at most, by what comes there. */
const most: Record<Moment, number> = { commit: 12, committed: 12, send: 4, accept: 4, completion: 4 };

function random(from: number): () => number {
  let state = from;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What the platform has: by key, as it took it; and how often the same was brought again. */
interface Ledger {
  messages: Map<string, { to: string; title: string }>;
  repeats: number;
}

const meets = (said: Said, moment: Moment): boolean =>
  said.what === moment || (said.what === 'send' && (moment === 'accept' || moment === 'completion'));

function take(ledger: Ledger, said: Said): void {
  if (said.what !== 'send') return;
  if (ledger.messages.has(said.key)) ledger.repeats += 1;
  ledger.messages.set(said.key, { to: said.to, title: said.title });
}

interface Kill {
  moment: Moment;
  /** The how-manieth of its kind. */
  nth: number;
  /** Of a completion: after the answer. */
  afterMs: number;
}

/** One life of the process. `true` when everybody had their card before it could be killed. */
async function life(
  dir: string,
  ledger: Ledger,
  kill: Kill | undefined,
  over: () => boolean,
): Promise<boolean> {
  const bot: ChildProcess = fork(child, [dir, String(ahead), String(people), kill ? String(slow) : ''], {
    stdio: 'inherit',
  });
  const ended = once(bot, 'exit');
  let count = 0;
  bot.on('message', ({ n, said }: { n: number; said: Said }) => {
    const now = kill !== undefined && meets(said, kill.moment) && ++count === kill.nth;
    if (now && kill.moment === 'send') return void bot.kill('SIGKILL');
    take(ledger, said);
    if (now && kill.moment !== 'completion') return void bot.kill('SIGKILL');
    bot.send(n, () => undefined);
    if (now) setTimeout(() => bot.kill('SIGKILL'), kill.afterMs);
  });
  const look = setInterval(() => over() && bot.kill('SIGKILL'), 200);
  const late = setTimeout(() => bot.kill('SIGKILL'), kill ? patience : 10 * patience);
  await ended;
  clearInterval(look);
  clearTimeout(late);
  return over();
}

test(`${kills} kills -9 of a broadcast to ${people}`, async () => {
  const next = random(seed);
  const dir = mkdtempSync(join(tmpdir(), 'growloop-broadcast-'));
  const ledger: Ledger = { messages: new Map(), repeats: 0 };
  const cards = () =>
    [...ledger.messages.values()].filter(({ title }) => title.includes('what it means for you'));
  const whole = () => new Set(cards().map(({ to }) => to)).size >= people;
  let killed = 0;
  const at: Partial<Record<Moment, number>> = {};
  for (; killed < kills; killed += 1) {
    const moment = moments[killed % moments.length] as Moment;
    at[moment] = (at[moment] ?? 0) + 1;
    await life(
      dir,
      ledger,
      { moment, nth: 1 + Math.floor(next() * most[moment]), afterMs: next() * 4 },
      () => false,
    );
  }
  const before = cards().length;
  await life(dir, ledger, undefined, whole);
  rmSync(dir, { recursive: true, force: true });
  process.stdout.write(
    `broadcast: seed ${seed}, ${killed} kills ${JSON.stringify(at)}, ${before} cards by then, ${cards().length} in the end, ${ledger.repeats} brought again under their key\n`,
  );
  const perPerson = new Map<string, number>();
  for (const { to } of cards()) perPerson.set(to, (perPerson.get(to) ?? 0) + 1);
  expect([...perPerson.values()].filter((n) => n !== 1)).toEqual([]);
  expect(perPerson.size).toBe(people);
  expect(before).toBeLessThan(people);
}, 600_000);
