/**
 * Trials: an event as anybody could send it, whose effects are looked at and undone, so that all trials meet the same
 * company. And what there is to press: every action of the registry pointing to nothing, every button and form seen.
 */
import mongoose from 'mongoose';
import type { z } from 'zod';
import type { Block, Card, Field, Form, Reply } from '../../src/core/card.ts';
import type { Parts } from '../../src/core/context.ts';
import { Refusal } from '../../src/core/errors.ts';
import type { Handler } from '../../src/core/module.ts';
import { outbox } from '../../src/core/outbox.ts';
import type { Inbound } from '../../src/core/platform.ts';
import { scope } from '../../src/core/store.ts';
import { receive } from '../../src/core/work.ts';
import type { World } from './world.ts';

export interface Changed {
  of: string;
  row: Record<string, unknown>;
}

export interface Trial {
  reply: Reply;
  /** Documents that it would have added, changed or removed. */
  changed: Changed[];
  /** Cards that it would have sent, as JSON, and to whom. */
  sent: { to: string; card: string }[];
  /** It was answered with a "no". */
  refused: boolean;
}

export type Sent = Partial<Inbound> & Pick<Inbound, 'kind'>;

export interface Pressable {
  token: string;
  value?: string;
  values?: Record<string, unknown>;
}

const mostOfAKind = 4;

type Rows = Map<string, Changed>;

class Undone extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('undone');
    this.result = result;
  }
}

/** Runs in one transaction that is never committed. */
export function undone<R>(w: World, run: () => Promise<R>): Promise<R> {
  const ended = w.store.transact(async () => {
    throw new Undone(await run());
  });
  return ended.catch((e: unknown) => {
    if (e instanceof Undone) return e.result as R;
    throw e;
  });
}

/** What every event writes, whatever it does. */
export const traffic = ['inbox', 'outbox', 'jobs', 'facts', 'shown', 'rooms', 'keys', 'lanes'];

async function rowsNow(names: Iterable<string>): Promise<Rows> {
  const { connection, session } = scope();
  const rows: Rows = new Map();
  for (const name of names)
    for (const row of await connection
      .collection(name)
      .find({}, session ? { session } : {})
      .toArray())
      rows.set(`${name}/${String(row._id)}`, { of: name, row });
  return rows;
}

function difference(was: Rows, is: Rows): Changed[] {
  const added = [...is].filter(([key, { row }]) => JSON.stringify(was.get(key)?.row) !== JSON.stringify(row));
  const gone = [...was].filter(([key]) => !is.has(key));
  return [...added, ...gone].map(([, entry]) => entry);
}

async function outgoing(before: ReadonlySet<string>): Promise<Trial['sent']> {
  const rows = (await outbox.find({})).filter((row) => !before.has(row._id));
  return rows.map(({ to, card }) => ({ to: 'person' in to ? to.person : to.room, card: card ?? '' }));
}

export type Tries = (person: string, event: Sent) => Promise<Trial>;

export async function trials(w: World): Promise<Tries> {
  const before = new Map<string, Rows>();
  let count = 0;
  const written = new Set<string>();
  let sends = false;
  const waiting = new Set((await w.inside(() => outbox.find({}))).map((row) => row._id));
  // Only what was written needs to be compared; mongoose reports every write.
  mongoose.set('debug', (of: string, method: string) => {
    if (!/insert|update|replace|delete/i.test(method)) return;
    if (of === 'outbox') sends = true;
    if (!traffic.includes(of)) written.add(of);
  });
  /** As it stood when the trials began: they are all undone. */
  const rowsBefore = async (names: ReadonlySet<string>): Promise<Rows> => {
    for (const name of names) if (!before.has(name)) before.set(name, await w.inside(() => rowsNow([name])));
    return new Map([...names].flatMap((name) => [...(before.get(name) ?? [])]));
  };
  return async (person, event) => {
    let changed: Changed[] = [];
    let refused = false;
    let sent: Trial['sent'] = [];
    const transact = async <R>(run: () => Promise<R>): Promise<R> => {
      const tried = undone(w, async () => {
        written.clear();
        sends = false;
        const result = await run();
        sent = sends ? await outgoing(waiting) : [];
        const names = new Set(written);
        return { result, names, rows: await rowsNow(names) };
      });
      const { result, names, rows } = await tried.catch((e: unknown) => {
        if (e instanceof Refusal) refused = true;
        throw e;
      });
      changed = difference(await rowsBefore(names), rows);
      return result;
    };
    const parts: Parts = { ...w.parts, store: { ...w.store, transact } };
    count += 1;
    const where = { platform: 'web', tenant: 'local', channel: `dm:${person}` };
    const e = { id: `trial${count}`, at: w.clock.now(), from: person, where, ...event } as Inbound;
    return { reply: await receive(parts, e), changed, sent, refused };
  };
}

/** Every button that these people see on cards, on Home and in their list, and every form that opens behind one. */
export async function pressables(w: World, tries: Tries, persons: readonly string[]): Promise<Pressable[]> {
  const pool = new Map<string, Pressable>();
  const keep = (all: readonly Pressable[]) => {
    for (const p of all) pool.set(JSON.stringify(p), p);
  };
  for (const person of persons) {
    keep(
      w
        .as(person)
        .messages()
        .flatMap(({ card }) => buttonsOf(card)),
    );
    for (const sent of [{ kind: 'home' }, { kind: 'command', name: 'perf', text: '' }] as const)
      keep(buttonsOf((await tries(person, sent)).reply.card));
  }
  const seen = few([...pool.values()]);
  pool.clear();
  for (const p of seen) for (const person of persons) keep(formOf((await tries(person, eventOf(p))).reply));
  return [...seen, ...few([...pool.values()])];
}

/** A list of forty people has forty buttons that differ in the id: the first of each kind stand for all. */
function few(all: readonly Pressable[]): Pressable[] {
  const counts = new Map<string, number>();
  return all.filter(({ token }) => {
    const name = token.split(' ')[0] ?? '';
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return (counts.get(name) ?? 0) <= mostOfAKind;
  });
}

/** Which options of a choice stand for all: so many of the first, or the first two and this one. */
type Chosen = number | string;
export const buttonsOf = (card: Card | undefined, chosen: Chosen = 2): Pressable[] =>
  (card?.blocks ?? []).flatMap((block) => buttons(block, chosen));
/** A form as it opened, and empty. */
export const formsOf = (form: Form | undefined): Pressable[] =>
  form ? [filled(form), {}].map((values) => ({ token: form.token, values })) : [];
/** As it opened; and where something can be chosen, with something else chosen. */
export const formOf = ({ open }: Reply): Pressable[] => {
  if (!open) return [];
  const values = filled(open);
  const chosen = open.fields.flatMap(({ name, options, many }) => {
    const other = many ? undefined : options?.find((o) => o.value !== values[name]);
    return other ? [[name, other.value] as const] : [];
  });
  const others = chosen.length > 0 ? [{ ...values, ...Object.fromEntries(chosen) }] : [];
  return [values, ...others].map((v) => ({ token: open.token, values: v }));
};

function buttons(block: Block, chosen: Chosen): Pressable[] {
  if (block.type === 'actions') return block.items.map(({ token }) => ({ token }));
  if (block.type !== 'choices') return [];
  const most = typeof chosen === 'number' ? chosen : 2;
  return block.options
    .filter(({ value }, i) => i < most || value === chosen)
    .map(({ value }) => ({ token: block.token, value }));
}

const filled = (form: Form) =>
  Object.fromEntries(form.fields.map((f, i) => [f.name, repeated(form, i) ? [] : given(f)]));

/** Of people three at least: fewer are refused where it matters. */
function given(f: Field): unknown {
  if (!f.value?.length) return example(f);
  return f.type === 'person' && f.many ? [...new Set([...f.value, ...three])] : f.value;
}
const three = ['dev', 'wang', 'zhao'];

/** A second list of people that may stay empty: the same ones again would be refused. */
const repeated = ({ fields }: Form, i: number): boolean => {
  const isList = (f: Field | undefined) => f?.type === 'person' && f.many === true;
  return isList(fields[i]) && !fields[i]?.required && fields.slice(0, i).some(isList);
};

function example(f: Field): unknown {
  if (f.options?.length && f.many) return f.options.slice(0, 3).map((o) => o.value);
  if (f.options?.length) return f.options[0]?.value;
  if (f.type === 'date') return '2027-02-01';
  if (f.type === 'number' || f.type === 'rating') return String(f.min ?? 1);
  if (f.type === 'person') return f.many ? three : 'tom';
  return 'Something to say about this';
}

export const eventOf = ({ token, value, values }: Pressable): Sent =>
  values
    ? { kind: 'submit', token, values }
    : { kind: 'press', token, ...(value !== undefined && { value }) };

const candidates: unknown[] = ['nothing', '2027-02-01', '3', 3, 0, true, [], {}, ['nothing']];

/** Something that the schema reads; options are taken from what it complains of. */
export function fitting(schema: z.ZodType): unknown {
  for (const candidate of candidates) if (schema.safeParse(candidate).success) return candidate;
  const issue = schema.safeParse('nothing').error?.issues[0] as { values?: unknown[] } | undefined;
  return issue?.values?.[0] ?? shaped(schema);
}

export function shaped(schema: z.ZodType): Record<string, unknown> | undefined {
  const { shape } = schema as unknown as { shape?: Record<string, z.ZodType> };
  if (!shape) return undefined;
  return Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, fitting(field)]));
}

/** An action with arguments that it reads and that point to nothing. */
export const intoNothing = ({ action }: Handler): Pressable => ({
  token: `${action.name} ${JSON.stringify(shaped(action.args) ?? {})}`,
  values: shaped(action.values) ?? {},
});
