/**
 * What one person can get to read: every card and file they ever got, Home, every command with everything sensible behind
 * it, and from there every button and every form, breadth first. Each press is a trial that is undone; what it would have
 * sent to this person, at once or by a job, is read like everything else.
 */
import { system } from '../../src/core/actor.ts';
import type { Card } from '../../src/core/card.ts';
import { newContext, type Parts } from '../../src/core/context.ts';
import { jobs } from '../../src/core/job.ts';
import { type OutboxRow, outbox } from '../../src/core/outbox.ts';
import type { Inbound, NamedFile } from '../../src/core/platform.ts';
import { receive } from '../../src/core/work.ts';
import { sheetOf, unzipped } from './sheet.ts';
import { transcript } from './transcript.ts';
import { buttonsOf, eventOf, formsOf, type Pressable, type Sent, undone } from './trials.ts';
import type { World } from './world.ts';

/** Something that was read, and how one comes to it. */
export interface Seen {
  how: string;
  text: string;
  card?: Card;
  /** The file's name. */
  file?: string;
}

/** Everything that was ever sent, also what was edited since. */
export interface Kept {
  to: string;
  card: Card;
  file?: NamedFile;
}

/** From now on keeps whatever the platform shows. To be called before anything happens. */
export function keepAll(w: World): Kept[] {
  const kept: Kept[] = [];
  const { send, edit, attach, answered } = w.platform;
  Object.assign(w.platform, {
    send: (...[at, card, key]: Parameters<typeof send>) => {
      kept.push({ to: at.channel, card });
      return send(at, card, key);
    },
    edit: (...[receipt, card]: Parameters<typeof edit>) => {
      kept.push({ to: receipt.at.channel, card });
      return edit(receipt, card);
    },
    attach: (...[at, file, key]: Parameters<typeof attach>) => {
      kept.push({ to: at.channel, card: { title: file.name, blocks: [] }, file });
      return attach(at, file, key);
    },
    answered: (...[e, reply]: Parameters<typeof answered>) => {
      if (reply.card) kept.push({ to: e.where.channel, card: reply.card });
      answered(e, reply);
    },
  } satisfies Partial<typeof w.platform>);
  return kept;
}

/** A file as the text that its reader finds in it. */
function textOf({ name, bytes }: Pick<NamedFile, 'name' | 'bytes'>): string {
  if (!name.endsWith('.xlsx')) return `${name}\n${bytes.toString('utf8')}`;
  const rows = sheetOf(bytes).map((row) => row.join(' | '));
  return [name, ...rows, ...Object.values(unzipped(bytes))].join('\n');
}

export const seenCard = (how: string, card: Card): Seen => ({
  how,
  card,
  text: `${transcript(card)}\n${JSON.stringify(card)}`,
});
const seenFile = (how: string, file: Pick<NamedFile, 'name' | 'bytes'>): Seen => ({
  how,
  file: file.name,
  text: textOf(file),
});

/** Of one kind of button so many are tried: a list of forty people has forty. */
const mostOfAKind = 24;
const deepest = 4;
const mostJobs = 50;

interface Step {
  event: Sent;
  how: string;
  depth: number;
}

/** What is still to be tried: nothing twice, not deeper than that, and of one kind only so many. */
function frontier() {
  const waiting: Step[] = [];
  const known = new Set<string>();
  const counts = new Map<string, number>();
  const isNew = (p: Pressable): boolean => {
    const id = JSON.stringify(p);
    const name = p.token.split(' ')[0] ?? '';
    const n = counts.get(name) ?? 0;
    if (known.has(id) || n >= mostOfAKind) return false;
    known.add(id);
    counts.set(name, n + 1);
    return true;
  };
  return {
    waiting,
    add(pressables: readonly Pressable[], how: string, depth: number) {
      for (const p of depth > deepest ? [] : pressables.filter(isNew))
        waiting.push({ event: eventOf(p), how: `${how} › ${p.token}${p.value ? ` ${p.value}` : ''}`, depth });
    },
  };
}

/** `words`: what may stand behind a command. */
export async function crawl(
  w: World,
  kept: readonly Kept[],
  person: string,
  words: readonly string[],
): Promise<Seen[]> {
  const seen: Seen[] = [];
  const { waiting, add } = frontier();
  const read = (one: Seen, depth: number) => {
    seen.push(one);
    add(buttonsOf(one.card, Number.POSITIVE_INFINITY), one.how, depth);
  };
  for (const { card, file } of gotBy(w, kept, person))
    read(file ? seenFile('kept', file) : seenCard('kept', card), 1);
  waiting.push(...firstSteps(w, words));
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const { how, depth } = step;
    const { reply, sent } = await attempt(w, person, step.event);
    const { card, ...rest } = reply;
    seen.push({ how, text: JSON.stringify(rest) });
    add(formsOf(rest.open), how, depth + 1);
    const answered = card ? [seenCard(how, card)] : [];
    for (const one of answered.concat(sent.flatMap((row) => seenRow(how, row)))) read(one, depth + 1);
  }
  return seen;
}

/** What came to this person or to a room that they are in. */
function gotBy(w: World, kept: readonly Kept[], person: string): Kept[] {
  const channels = new Set(w.platform.seenBy(person).map((m) => m.to)).add(`dm:${person}`);
  return kept.filter((k) => channels.has(k.to));
}

function seenRow(how: string, row: OutboxRow): Seen[] {
  const { file, card } = row;
  if (file) return [seenFile(how, { ...file, bytes: Buffer.from(file.base64, 'base64') })];
  return card ? [seenCard(how, JSON.parse(card) as Card)] : [];
}

/** Home, and every command: alone, and with each of these words. */
function firstSteps(w: World, words: readonly string[]): Step[] {
  const names = [...new Set(w.parts.registry.commands.values())].map(({ name }) => name);
  const typed = names.flatMap((name) => [name, ...words.map((word) => `${name} ${word}`)]);
  return [
    { event: { kind: 'home' }, how: 'home', depth: 0 },
    ...typed.map((text): Step => {
      return { event: { kind: 'command', name: 'perf', text }, how: `/perf ${text}`, depth: 0 };
    }),
  ];
}

let count = 0;

interface Attempt {
  reply: Awaited<ReturnType<typeof receive>>;
  sent: OutboxRow[];
}

/** One event, the jobs that it queues, and what of all that would go to this person; all undone. */
async function attempt(w: World, person: string, event: Sent): Promise<Attempt> {
  let sent: OutboxRow[] = [];
  const transact = <R>(run: () => Promise<R>): Promise<R> =>
    undone(w, async () => {
      const before = new Set((await outbox.find({ state: 'ready' })).map((row) => row._id));
      const result = await run();
      await runJobs(w.parts);
      const rows = await outbox.find({ state: 'ready', subject: person });
      sent = rows.filter((row) => !before.has(row._id));
      return result;
    });
  const parts: Parts = { ...w.parts, store: { ...w.store, transact } };
  count += 1;
  const where = { platform: 'web', tenant: 'local', channel: `dm:${person}` };
  const e = { id: `crawl${count}`, at: w.clock.now(), from: person, where, ...event } as Inbound;
  return { reply: await receive(parts, e), sent };
}

/** In the transaction that will be undone: a worker of its own would not see it. */
async function runJobs(parts: Parts): Promise<void> {
  const now = parts.clock.now();
  for (let n = 0; n < mostJobs; n += 1) {
    const row = await jobs.one({ state: 'ready', runAt: { $lte: now } });
    const job = row && parts.registry.jobs.get(row.job);
    if (!row || !job) return;
    const { ctx, flush } = newContext(parts, { id: `${row._id}#${row.rev}`, actor: system, now });
    const next = await job.run(ctx, job.args.parse(row.args), row.runAt, undefined);
    await flush({});
    const ended = next ? { args: next.again, rev: row.rev + 1 } : { state: 'done' as const };
    await jobs.change({ _id: row._id }, { $set: ended });
  }
}
