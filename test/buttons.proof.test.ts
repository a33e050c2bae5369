/**
 * Every button that some card showed in the life of a cycle: pressed by the wrong person, twice, late, and when the card is
 * no longer true. Whoever presses reads a sentence, and nothing happens that was not meant.
 */

import { readToken } from '../src/core/action.ts';
import { anyone } from '../src/core/actor.ts';
import { say } from '../src/core/messages.ts';
import { everybody, live } from './access/life.ts';
import { pairs } from './access/pairs.ts';
import { nameOf, offeredBy, seenBy } from './access/pressed.ts';
import { eventOf, type Pressable, type Trial, type Tries, trials } from './kit/trials.ts';
import type { World } from './kit/world.ts';

/** Takes part in nothing: neither in the cycle nor in HR. */
const stranger = 'tom';
const patience = 1_800_000;
/** How often one action is tried before it has done something. */
const mostTries = 3;
const mostOfAKind = 2;

/** Meant to act again, because … */
const again: Readonly<Record<string, string>> = {
  'feedback.comment': 'a second remark is a second remark; the form closed after the first',
  'feedback.reply': 'a second reply is a second reply; the form closed after the first',
  'checkins.comment': 'a second remark is a second remark; the form closed after the first',
  'goals.saveProgress': 'that a number did not move is an entry of its history, too',
  'goals.milestone': 'an entry of its history, as a number is',
  'goals.level': 'an entry of its history, as a number is',
  'results.preview': 'a preview gives nothing out; each look counts anew',
};
/** For everybody: they are about the one who presses, because … */
const forAnybody: Readonly<Record<string, string>> = {
  'insights.status': 'whoever leads nobody sees how they stand themselves',
  'insights.run': 'stands for a typed command, which decides about whoever types it',
};
/** Meant to act after the cycle has closed, because … */
const afterwards: Readonly<Record<string, string>> = {
  'goals.readLesson': 'says only that somebody has read the lesson',
  'feedback.comment': 'notes and what is said about them belong to no cycle',
  'feedback.reply': 'feedback belongs to no cycle',
  'feedback.thank': 'feedback belongs to no cycle',
  'checkins.comment': 'the two go on talking about it; nothing counts it any more',
  'calibration.sort': 'the order in which one reads',
  'feedback.takeBack': 'notes belong to no cycle',
  'outcomes.prefer': 'what somebody likes best belongs to them, not to a cycle',
  'outcomes.export': 'payroll may need the file once more; it notes who took it',
  'results.print': 'a record of one’s result can be had at any time; its seal is kept to verify it',
  'results.saveComment': 'one’s own words beside one’s result, read by manager and HR',
};

interface Seen {
  person: string;
  p: Pressable;
}

const wrong = {
  person: new Set<string>(),
  twice: new Set<string>(),
  late: new Set<string>(),
  stale: new Set<string>(),
};
const tried = { person: new Set<string>(), twice: new Map<string, number>(), stale: new Set<string>() };
const collected = new Map<string, Seen[]>();
/** By what a token is about, without the state in which it was shown. */
const newest = new Map<string, Seen>();

const sentence = /\p{L}{2}/u;
const isSaid = ({ reply }: Trial): boolean =>
  sentence.test(reply.toast ?? '') && reply.toast !== say('en').trouble && reply.toast !== say('zh').trouble;
const named = ({ changed }: Trial): string => [...new Set(changed.map((c) => c.of))].join(', ');

const states = ['rev', 'seen', 'version', 'until', 'last', 'made', 'at', 'round'];
function withoutState(p: Pressable): string {
  const args = Object.entries((readToken(p.token)?.args ?? {}) as object).filter(
    ([k]) => !states.includes(k),
  );
  return JSON.stringify([nameOf(p), args, p.value]);
}

async function trying<R>(where: Set<string>, what: string, run: () => Promise<R>): Promise<R | undefined> {
  try {
    return await run();
  } catch (e) {
    where.add(`${what}: trouble: ${String(e)}`);
    return undefined;
  }
}

/** Of a stranger: a sentence and nothing else, unless it is about whoever presses. */
async function byStranger(tries: Tries, w: World, p: Pressable): Promise<void> {
  const name = nameOf(p);
  if (tried.person.has(name)) return;
  tried.person.add(name);
  const trial = await trying(wrong.person, name, () => tries(stranger, eventOf(p)));
  if (!trial) return;
  if (trial.refused ? !isSaid(trial) : false) wrong.person.add(`${name}: says nothing`);
  const others = trial.changed.filter(
    ({ of, row }) =>
      ![row.person, row.from, row.by, row.owner, of === 'people' && row._id].includes(stranger),
  );
  if (others.length > 0) wrong.person.add(`${name}: changes ${named({ ...trial, changed: others })}`);
  const open = w.parts.registry.handlers.get(name)?.allow === anyone;
  if (!trial.refused && !open && !(name in forAnybody)) wrong.person.add(`${name}: is answered, not refused`);
}

async function pressedTwice(w: World, { person, p }: Seen): Promise<void> {
  const name = nameOf(p);
  const n = tried.twice.get(name) ?? 0;
  if (n >= mostTries) return;
  const both = await trying(wrong.twice, name, () => pairs(w)(person, eventOf(p)));
  if (!both) return;
  const [first, second] = both;
  tried.twice.set(name, first.refused ? n + 1 : mostTries);
  if (first.refused && !isSaid(first)) wrong.twice.add(`${name}: refuses without a word`);
  if (second.refused && !isSaid(second))
    wrong.twice.add(`${name}: the second press is refused without a word`);
  if (!second.refused && second.changed.length > 0 && !(name in again))
    wrong.twice.add(`${name}: a second press changes ${named(second)} again`);
}

async function whenStale(tries: Tries, w: World, seen: Seen): Promise<void> {
  const key = `${seen.person} ${withoutState(seen.p)}`;
  const before = newest.get(key);
  newest.set(key, seen);
  const name = nameOf(seen.p);
  if (!before || before.p.token === seen.p.token || tried.stale.has(name)) return;
  tried.stale.add(name);
  const trial = await trying(wrong.stale, name, () => tries(before.person, eventOf(before.p)));
  if (!trial) return;
  if (!trial.refused && trial.changed.length > 0) wrong.stale.add(`${name}: changes ${named(trial)}`);
  if (trial.refused && !isSaid(trial)) wrong.stale.add(`${name}: says nothing`);
  const redraws = w.parts.registry.handlers.get(name)?.redraw !== undefined;
  if (trial.refused && redraws && !seen.p.values && !trial.reply.card)
    wrong.stale.add(`${name}: does not show how things stand`);
}

/** Twice and by the wrong person, until it has done something; says what opens behind it. */
async function pressed(tries: Tries, w: World, seen: Seen): Promise<Pressable[]> {
  const { person, p } = seen;
  const name = nameOf(p);
  if ((tried.twice.get(name) ?? 0) >= mostTries) return [];
  await pressedTwice(w, seen);
  await byStranger(tries, w, p);
  const trial = await trying(wrong.twice, name, () => tries(person, eventOf(p)));
  return trial ? offeredBy(person, trial) : [];
}

function keep(seen: Seen): void {
  const all = collected.get(nameOf(seen.p)) ?? [];
  const others = all.filter(({ p }) => JSON.stringify(p) !== JSON.stringify(seen.p));
  collected.set(nameOf(seen.p), [...others, seen].slice(-mostOfAKind));
}

async function visitOf(person: string, tries: Tries, w: World): Promise<void> {
  const queue = await seenBy(w, tries, [person]);
  const met = new Map<string, number>();
  const now = new Set<string>();
  for (let p = queue.shift(); p; p = queue.shift()) {
    const n = met.get(nameOf(p)) ?? 0;
    if (n >= mostOfAKind) continue;
    met.set(nameOf(p), n + 1);
    keep({ person, p });
    // The newest card comes first: what is about the same is older.
    if (!now.has(withoutState(p))) await whenStale(tries, w, { person, p });
    now.add(withoutState(p));
    queue.push(...(await pressed(tries, w, { person, p })));
  }
}

async function visit(w: World): Promise<void> {
  const tries = await trials(w);
  for (const person of everybody) if (person !== stranger) await visitOf(person, tries, w);
}

let w: World | undefined;

async function pressedLate(tries: Tries, { person, p }: Seen): Promise<void> {
  const name = nameOf(p);
  const trial = await trying(wrong.late, name, () => tries(person, eventOf(p)));
  if (!trial) return;
  if (trial.refused && !isSaid(trial)) wrong.late.add(`${name}: says nothing`);
  if (!trial.refused && trial.changed.length > 0 && !(name in afterwards))
    wrong.late.add(`${name}: changes ${named(trial)} after the close`);
}

async function closed(w: World): Promise<void> {
  await w.until('2027-03-20T09:00:00Z');
  const tries = await trials(w);
  for (const seen of [...collected.values()].flat()) await pressedLate(tries, seen);
}

beforeAll(async () => {
  w = await live('buttons', async (world, phase, last) => {
    if (!process.env.ACCESS_PHASES || process.env.ACCESS_PHASES.split(',').includes(phase))
      await visit(world);
    await logged(`${phase} ${last} ${collected.size}`);
  });
  await closed(w);
  await logged(`stale: ${[...tried.stale].join(' ')}`);
  await logged(
    JSON.stringify({ ...wrong, n: [...collected.keys()] }, (_, v) => (v instanceof Set ? [...v] : v), 1),
  );
}, patience);
afterAll(() => w?.end());

async function logged(text: string): Promise<void> {
  const to = process.env.ACCESS_LOG;
  if (to) (await import('node:fs')).appendFileSync(to, `${new Date().toISOString()} ${text}\n`);
}

test('there was something to press', () => {
  expect(collected.size).toBeGreaterThan(100);
});

test('the wrong person reads a sentence, and nothing changes', () => {
  expect([...wrong.person].sort()).toEqual([]);
});

test('a second press has no second effect', () => {
  expect([...wrong.twice].sort()).toEqual([]);
});

test('after the close a button says so or shows how it was', () => {
  expect([...wrong.late].sort()).toEqual([]);
});

test('a card that is no longer true says so and shows how things stand', () => {
  expect([...wrong.stale].sort()).toEqual([]);
});

test('what is meant to act again is still there', () => {
  const known = [...(w?.parts.registry.handlers.keys() ?? [])];
  for (const list of [again, forAnybody, afterwards])
    expect(Object.keys(list).filter((name) => !known.includes(name))).toEqual([]);
});
