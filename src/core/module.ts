/** What a capability declares, and the registry made of all of them. A name given twice stops the start. */
import type { Action } from './action.ts';
import type { Actor, Policy } from './actor.ts';
import type { Answer, Block, Card, Reply } from './card.ts';
import type { Ctx, Draw, View } from './context.ts';
import type { Dialog } from './dialog.ts';
import type { Entity } from './entity.ts';
import type { Fact, FactRow } from './facts.ts';
import type { Catalogue, Locale, Sentence } from './i18n.ts';
import type { Job } from './job.ts';
import type { Md } from './md.ts';
import type { FileRef, Inbound } from './platform.ts';

/** A kind of data and how it is touched: `goals:R`, `goals:W`. The access table reads it. */
export type Touch = `${string}:${'R' | 'W'}`;

interface Steps<A, V, S, O = true> {
  /** Answers with a form, or with why there is none. A platform opens its window before the answer is there. */
  opens?: O;
  touches: readonly [Touch, ...Touch[]];
  load(ctx: Ctx, args: A): Promise<S>;
  allow: Policy<S>;
  // biome-ignore lint/suspicious/noConfusingVoidType: most handlers answer by what they show
  run(ctx: Ctx, subject: S, args: A, values: V): Promise<(O extends true ? Reply : Answer) | void>;
  /** How things stand now, drawn instead of an error when a press is refused. */
  redraw?(subject: S, args: A, ctx: Ctx): Draw | undefined | Promise<Draw | undefined>;
}

export interface Handler extends Steps<unknown, unknown, unknown> {
  readonly action: Action;
}

export function on<A, V, S, O extends true | undefined = undefined>(
  action: Action<A, V>,
  steps: Steps<NoInfer<A>, NoInfer<V>, S, O>,
): Handler {
  return { action, ...steps } as unknown as Handler;
}

export interface Typed {
  /** What follows the command's name, spaces folded. */
  text: string;
  files: readonly FileRef[];
}

export interface Command extends Steps<Typed, undefined, unknown> {
  /** One or two words: `kickoff`, `people import`. */
  readonly name: string;
  /** Other spellings, Chinese ones among them. */
  readonly aliases: readonly string[];
  readonly help: Sentence;
  /** Listed in the help of those who may. */
  readonly listed: (who: Actor) => boolean;
}

interface CommandSpec<S, O> extends Steps<Typed, undefined, S, O> {
  aliases?: readonly string[];
  help: Sentence;
  listed?: (who: Actor) => boolean;
}

export function command<S, O extends true | undefined = undefined>(
  name: string,
  spec: CommandSpec<S, O>,
): Command {
  return { aliases: [], listed: () => true, ...spec, name } as unknown as Command;
}

/** Something that waits for a person: shown by `/perf`, on Home and in the daily digest. */
export interface Task {
  /** Stable while the thing stays open. */
  key: string;
  title: Sentence;
  /** The day it is due, in the person's own zone. */
  due?: string;
  /** The stage of the work that it belongs to, as a code: what others may hear of it at most. */
  phase?: string;
  /** That it is open is nobody else's news: it counts, but never beside a name. */
  confidential?: true;
  button: { label: Sentence; token: string };
}

export interface HomeSection {
  /** Low numbers stand on top. */
  order: number;
  /** With the registry, for who offers what other capabilities do. */
  blocks(who: Actor, view: View, registry: Registry): Promise<Block[]>;
}

/** One thing a person does when the others are played: through the same press and submit as everybody. */
export type Move = { what: Sentence } & (
  | { press: string; value?: string }
  | { submit: string; values: Record<string, unknown> }
  | { say: string }
);

/** The next thing this person owes, or nothing. `draw(n)` is a seeded whole number below n. */
export type Player = (person: string, now: Date, draw: (n: number) => number) => Promise<Move | undefined>;

export interface CardSample {
  name: string;
  /** What the card is made from: whatever stands in it is not the capability's own wording. */
  given: { shortest: readonly unknown[]; longest: readonly unknown[] };
  draw(which: 'shortest' | 'longest', view: View): Card;
}

export function sample<A extends unknown[]>(
  name: string,
  card: (...args: A) => Draw,
  shortest: A,
  longest: A,
): CardSample {
  const given = { shortest, longest };
  return { name, given, draw: (which, view) => card(...(which === 'shortest' ? shortest : longest))(view) };
}

/** A fact as a sentence, for the audit; `names` gives the name of a person by id. */
export type FactWords = (l: Locale, row: FactRow, names: (id: string) => string) => Md;

/**
 * A list that lives in the chat: after every press on it it is drawn anew, whoever handled the press. `undefined` leaves
 * it as it is.
 */
export interface LiveList {
  /** Cards whose key begins with this. */
  prefix: string;
  draw(ctx: Ctx, key: string): Promise<Draw | undefined>;
}

/** Rooms whose messages are kept: what was said, edited or shown as a file there, by one of its members. */
export interface Ear {
  /** Rooms whose key begins with this. */
  prefix: string;
  hear(ctx: Ctx, room: string, said: Inbound & { kind: 'message' }): Promise<void>;
}

/** News travels upward: when `fact` is recorded, `job` is queued in the same transaction. */
export interface After {
  fact: Fact;
  job: Job;
}

export const after = <A>(fact: Fact<A>, job: Job<A>): After => ({
  fact: fact as Fact,
  job: job as unknown as Job,
});

export interface Parts {
  entities?: readonly Entity<never>[];
  handlers?: readonly Handler[];
  commands?: readonly Command[];
  dialogs?: readonly Dialog[];
  jobs?: readonly Job[];
  after?: readonly After[];
  messages?: readonly Catalogue[];
  cards?: readonly CardSample[];
  home?: readonly HomeSection[];
  lists?: readonly LiveList[];
  ears?: readonly Ear[];
  /** By kind of fact. */
  factWords?: Readonly<Record<string, FactWords>>;
  tasks?: (person: string, now: Date) => Promise<Task[]>;
  player?: Player;
  /** Removes what belongs to a cycle without naming it, before its parents go. */
  erase?: (cycle: string) => Promise<void>;
  /** Queued when the members of a tenant changed on their platform. */
  members?: Job<{ platform: string; tenant: string }>;
}

type Optional = 'tasks' | 'player' | 'members' | 'erase';

export interface Module extends Required<Omit<Parts, Optional>>, Pick<Parts, Optional> {
  readonly name: string;
}

export function module(name: string, parts: Parts): Module {
  return {
    name,
    entities: [],
    handlers: [],
    commands: [],
    dialogs: [],
    jobs: [],
    after: [],
    messages: [],
    cards: [],
    home: [],
    lists: [],
    ears: [],
    factWords: {},
    ...parts,
  };
}

export interface Registry {
  readonly modules: readonly Module[];
  readonly entities: readonly Entity[];
  readonly handlers: ReadonlyMap<string, Handler>;
  readonly commands: ReadonlyMap<string, Command>;
  readonly dialogs: ReadonlyMap<string, Dialog>;
  readonly jobs: ReadonlyMap<string, Job>;
  readonly lists: readonly LiveList[];
  readonly ears: readonly Ear[];
  readonly factWords: ReadonlyMap<string, FactWords>;
  after(fact: string): readonly Job[];
}

function named<T>(what: string, list: readonly (readonly [string, T])[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const [name, value] of list) {
    if (map.has(name)) throw new Error(`Two ${what} are named ${name}.`);
    map.set(name, value);
  }
  return map;
}

export function registry(modules: readonly Module[]): Registry {
  const all = <K extends keyof Parts & keyof Module>(part: K) =>
    modules.flatMap((m) => (m[part] as unknown as readonly unknown[]) ?? []);
  const afters = all('after') as After[];
  const entities = all('entities') as Entity[];
  named(
    'collections',
    entities.map((e) => [e.name, e]),
  );
  return {
    modules,
    entities,
    handlers: named(
      'actions',
      (all('handlers') as Handler[]).map((h) => [h.action.name, h]),
    ),
    commands: named(
      'commands',
      (all('commands') as Command[]).flatMap((c) => [c.name, ...c.aliases].map((n) => [n, c] as const)),
    ),
    dialogs: named(
      'dialogs',
      (all('dialogs') as Dialog[]).map((d) => [d.name, d]),
    ),
    jobs: named(
      'jobs',
      (all('jobs') as Job[]).map((j) => [j.name, j]),
    ),
    lists: all('lists') as LiveList[],
    ears: all('ears') as Ear[],
    factWords: named(
      'words of a fact',
      modules.flatMap((m) => Object.entries(m.factWords)),
    ),
    after: (fact) => afters.filter((a) => a.fact.name === fact).map((a) => a.job),
  };
}
