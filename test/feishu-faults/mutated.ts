/**
 * Payloads as Feishu pushes them, spoilt in every way that a seed can think of: their structure, their bytes, their
 * encryption, their signature. Sent to the real adapter and router; the answer is never a 5xx and nothing escapes.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FeishuWorld, feishuWorld } from '../feishu-journey/feishu-world.ts';
import type { Json } from '../kit/fake-feishu/checks.ts';
import { decrypted, encrypted, signed } from '../kit/fake-feishu/seal.ts';
import { bodyOf } from '../kit/fake-feishu/server.ts';
import { seeded } from '../kit/played.ts';

export interface Fuzzed {
  sent: number;
  statuses: Record<string, number>;
  /** Answers of 500 and more, and requests without any: what was sent. */
  troubled: string[];
  uncaught: string[];
  /** Events that were taken although their signature was not Feishu's. */
  forgedTaken: number;
}

type Draw = (n: number) => number;

/** What Feishu really sends when people talk, click, fill in, come and go. */
async function recorded(w: FeishuWorld): Promise<Json[]> {
  const payloads: Json[] = [];
  const { encryptKey } = w.feishu.app;
  const recorder = createServer(async (req, res) => {
    const { encrypt } = JSON.parse((await bodyOf(req)).toString()) as { encrypt: string };
    payloads.push(JSON.parse(decrypted(encryptKey, encrypt)) as Json);
    res.end('{}');
  });
  await new Promise<void>((done) => recorder.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(recorder.address() as AddressInfo).port}`;
  const ann = w.feishu.as(w.account('ann'));
  w.feishu.push.to({ events: url, cards: url });
  await ann.says('/perf goals');
  await ann.says('绩效 目标 😀');
  await ann.sendsFile('a.csv', Buffer.from('a,b'));
  await ann.menu('goals');
  await ann.enters();
  await w.feishu.changes(w.account('dev'), { title: 'Lead' });
  for (const beside of [false, true]) {
    w.feishu.contextBeside(beside);
    const open = ann.find((e) => e.tag === 'button' && !e.form_action_type);
    if (open) await ann.presses(open);
    await ann.submits({ v0_title: 'Cut the backlog', v0_why: 'because' }).catch(() => undefined);
  }
  recorder.closeAllConnections();
  recorder.close();
  return payloads;
}

const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
const strange: unknown[] = [
  ...[null, true, false, 0, -1, 1e308, 2 ** 53, '', ' ', '0', 'null', [], {}, [[]], [{}], { '': 1 }],
  ...[
    '\u0000',
    '\ud800',
    '😀'.repeat(300),
    'x'.repeat(20_000),
    '\u202e\u0627',
    '<at id=all></at>',
    "{'$ne':null}",
    '../../etc',
  ],
  ...['2027-13-45', '99999999999999999999', 'ou_nobody', 'om_nothing', '{"a":', '{"__proto__":{"x":1}}'],
  ...[
    { $gt: '' },
    { $where: '1' },
    JSON.parse('{"__proto__":{"x":1}}'),
    { constructor: { prototype: {} } },
    deep(200),
  ],
];

function paths(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([k, v]) => paths(v, [...at, Array.isArray(value) ? Number(k) : k])),
  ];
}

type Spoil = (parent: Json, key: string, draw: Draw) => void;
const spoils: readonly Spoil[] = [
  (parent, key) => void delete parent[key],
  (parent, key) => void Object.assign(parent, { [key]: [parent[key]] }),
  (parent, key) => void Object.assign(parent, { [`${key}x`]: parent[key] }),
  (parent, key) => void Object.assign(parent, { [key]: JSON.stringify(parent[key]) ?? '' }),
  (parent, key, draw) => void Object.assign(parent, { [key]: strange[draw(strange.length)] }),
  (parent, key, draw) => void Object.assign(parent, { [key]: strange[draw(strange.length)] }),
];

function spoilOnce(copy: Json, draw: Draw): void {
  const all = paths(copy).filter((p) => p.length > 0);
  const path = all[draw(Math.max(1, all.length))] ?? ['header'];
  const key = String(path.at(-1));
  const parent = path.slice(0, -1).reduce((o: unknown, k) => (o as Json | undefined)?.[k as string], copy);
  if (typeof parent === 'object' && parent !== null) spoils[draw(spoils.length)]?.(parent as Json, key, draw);
}

/** One value somewhere in it is not what it should be; sometimes several. */
function spoilt(payload: Json, draw: Draw): Json {
  const copy = structuredClone(payload);
  for (let n = draw(3); n >= 0; n -= 1) spoilOnce(copy, draw);
  return copy;
}

function noise(bytes: Buffer, draw: Draw): Buffer {
  const copy = Buffer.from(bytes);
  for (let n = draw(8); n >= 0; n -= 1) copy[draw(Math.max(1, copy.length))] = draw(256);
  return draw(4) === 0 ? copy.subarray(0, draw(copy.length + 1)) : copy;
}

interface Shot {
  body: Buffer;
  headers: Record<string, string>;
  /** Nobody but Feishu could have sent it. */
  genuine: boolean;
}

/** Structure, plain bytes, cipher bytes, or the signature. */
function shot(payload: Json, key: string, draw: Draw): Shot {
  const now = Date.now() / 1000;
  const way = draw(10);
  const seal = (plain: string) => Buffer.from(JSON.stringify({ encrypt: encrypted(key, plain) }));
  if (way < 6) {
    const body = seal(JSON.stringify(spoilt(payload, draw)));
    return { body, headers: signed(key, body, now), genuine: true };
  }
  if (way === 6) {
    const body = seal(noise(Buffer.from(JSON.stringify(payload)), draw).toString('latin1'));
    return { body, headers: signed(key, body, now), genuine: true };
  }
  if (way === 7) {
    const body = noise(seal(JSON.stringify(payload)), draw);
    return { body, headers: signed(key, body, now), genuine: true };
  }
  const body = way === 8 ? Buffer.from(JSON.stringify(spoilt(payload, draw))) : seal(JSON.stringify(payload));
  const headers = signed(way === 8 ? key : 'another', body, way === 8 ? now - 9 * 3600 : now);
  return { body, headers, genuine: false };
}

/** Eight at once, and what became of them. */
async function volley(
  w: FeishuWorld,
  shots: readonly (Shot & { to: string })[],
  result: Fuzzed,
): Promise<void> {
  const answers = await Promise.all(
    shots.map(({ to, body, headers }) => w.feishu.push.raw(to, body, headers)),
  );
  for (const [i, { status }] of answers.entries()) {
    result.sent += 1;
    result.statuses[status] = (result.statuses[status] ?? 0) + 1;
    const { genuine, body } = shots[i] as Shot;
    if (status === 0 || status >= 500)
      result.troubled.push(`${status} ${plainly(body, w.feishu.app.encryptKey)}`);
    if (!genuine && status === 200) result.forgedTaken += 1;
  }
}

/** Runs it while nothing that escapes goes unseen. */
async function watched(uncaught: string[], run: () => Promise<void>): Promise<void> {
  const caught = (e: unknown) => void uncaught.push(String((e as Error)?.stack ?? e));
  process.on('uncaughtException', caught);
  process.on('unhandledRejection', caught);
  await run();
  await new Promise((done) => setTimeout(done, 300));
  process.off('uncaughtException', caught);
  process.off('unhandledRejection', caught);
}

export async function fuzz(database: string, many: number, seed: number): Promise<Fuzzed> {
  const w = await feishuWorld({ database, mode: 'webhook' });
  const { events = '', cards = '' } = w.feishu.push.urls() ?? {};
  const result: Fuzzed = { sent: 0, statuses: {}, troubled: [], uncaught: [], forgedTaken: 0 };
  await w.as('ann').types('/perf goals');
  const payloads = await recorded(w);
  const draw = seeded(seed);
  await watched(result.uncaught, async () => {
    while (result.sent < many) {
      const shots = Array.from({ length: Math.min(8, many - result.sent) }, () => ({
        ...shot(payloads[draw(payloads.length)] as Json, w.feishu.app.encryptKey, draw),
        to: draw(2) === 0 ? events : cards,
      }));
      await volley(w, shots, result);
    }
  });
  await w.end();
  return result;
}

function plainly(body: Buffer, key: string): string {
  try {
    return decrypted(key, (JSON.parse(body.toString()) as { encrypt: string }).encrypt).slice(0, 2000);
  } catch {
    return body.toString('latin1').slice(0, 300);
  }
}

export const told = ({ sent, statuses, troubled, uncaught, forgedTaken }: Fuzzed, seed: number): string =>
  `feishu: ${sent} mutated payloads (seed ${seed}): ${JSON.stringify(statuses)}, 5xx or none ${troubled.length}, uncaught ${uncaught.length}, forged and taken ${forgedTaken}\n`;
