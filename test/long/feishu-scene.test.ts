/** What breaks on the way to Feishu: refused in storms, cut after acceptance, never answered. Nobody misses a card, nobody gets one twice. */

import {
  asks,
  calm,
  kickOff,
  life,
  listensAt,
  over,
  random,
  type Seen,
  type Stage,
  seen,
  stage,
  until,
  welcomed,
  writes,
} from '../feishu-faults/scene.ts';
import type { Seen as Call, Fault } from '../kit/fake-feishu/server.ts';

const many = Number(process.env.PEOPLE ?? 24);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

interface Ran extends Seen {
  calls: number;
  faults: Record<string, number>;
  inside: number;
}

/** The scene with one bot, and a fault for the calls that a person's message or card goes through. */
async function ran(fault: (next: () => number, call: Call) => Fault | undefined): Promise<Ran> {
  const s: Stage = await stage(many);
  const next = random(seed);
  const faults: Record<string, number> = {};
  s.feishu.faults((call) => {
    if (!call.path.startsWith('/open-apis/im/v1/messages')) return undefined;
    const wish = fault(next, call);
    if (wish) faults[wish.kind] = (faults[wish.kind] ?? 0) + 1;
    return wish;
  });
  const bot = await life(s, { dir: s.dir });
  listensAt(s, bot.port);
  await kickOff(s);
  await asks(s);
  await until('everybody’s card', () => welcomed(s) === many, 240_000);
  await writes(s, s.names.slice(2, 6), 'p000');
  await calm(s, 4000);
  const result = { ...seen(s), calls: s.feishu.log.length, faults, inside: s.feishu.limits.inside() };
  await bot.kill();
  await over(s);
  return result;
}

const told = (name: string, { calls, faults, inside, doubled }: Ran) =>
  process.stdout.write(
    `feishu ${name}: seed ${seed}, ${many} people, ${calls} calls, ${JSON.stringify(faults)}, doubled ${doubled.length}, inside a block window ${inside}\n`,
  );

let clean: Ran;
test('nothing breaks', async () => {
  clean = await ran(() => undefined);
  told('clean', clean);
  expect(clean).toMatchObject({ doubled: [], inside: 0 });
  expect(clean.ledger.p001?.some((t) => t.includes('what it means for you'))).toBe(true);
}, 300_000);

test.each<[string, (next: () => number) => Fault | undefined]>([
  [
    '429 storms',
    (next) => (next() < 0.1 ? { kind: 'storm', seconds: 1 + Math.floor(next() * 3) } : undefined),
  ],
  [
    'refused as too often by one person',
    (next) => (next() < 0.1 ? { kind: 'refuse', code: 'targetRate' } : undefined),
  ],
  ['cut after it was done', (next) => (next() < 0.2 ? { kind: 'reset', accepted: true } : undefined)],
  ['cut, done or not', (next) => (next() < 0.2 ? { kind: 'reset', accepted: next() < 0.5 } : undefined)],
  ['502, done or not', (next) => (next() < 0.2 ? { kind: 'error', accepted: next() < 0.5 } : undefined)],
  ['never answered', (next) => (next() < 0.03 ? { kind: 'hang', accepted: next() < 0.5 } : undefined)],
])(
  '%s',
  async (name, fault) => {
    const rough = await ran(fault);
    told(name, rough);
    expect(Object.keys(rough.faults)).not.toEqual([]);
    expect(rough.ledger).toEqual(clean.ledger);
    expect(rough).toMatchObject({ doubled: [], inside: 0 });
  },
  600_000,
);
