/**
 * What of confidential answers may leave this folder. A card for the subject or the manager takes `ForSubject<…>` only, and
 * nothing but this file makes one: means of k or more people, one distribution from five on, sentences mixed and stripped.
 * What was published once stands in the ledger: something new is published only when it differs from everything there
 * by nobody or by k people, so that no subtraction tells what fewer than k people said (domain.md §7).
 */
import { clip, exact, type Fraction, fraction, halfSteps, mean, whole } from '../core/fraction.ts';
import { sentencesOf, stripper } from './sentences.ts';

export const GROUPS = ['peer', 'report', 'partner', 'customer'] as const;
export type Group = (typeof GROUPS)[number];
/** `together`: whoever answered, in whichever role; shown, never counted into a score. */
export type Of = Group | 'together';

export const LEVELS = ['1', '2', '3', '4', '5'] as const;
export const CANNOT_JUDGE = 'none';

const order: readonly Of[] = [...GROUPS, 'together'];

/** Fewer are never shown, whatever a scheme says. */
export const LEAST = 3;
const MANY = 5;
const LOWEST = fraction(3, 2);
const HIGHEST = fraction(9, 2);

declare const cleared: unique symbol;
/** Cleared for the eyes of the one it is about. */
export type ForSubject<T> = T & { readonly [cleared]: true };

/** One person's confidential answers, without the person. */
export interface Given {
  /** Random; says nothing about who or when. */
  _id: string;
  group: Group;
  /** By dimension: '1' to '5', or that it cannot be judged. */
  levels: Readonly<Record<string, string>>;
  examples: Readonly<Record<string, string>>;
  keep?: string | undefined;
  differ?: string | undefined;
}

export interface Published {
  of: Of;
  /** '3.5': rounded half-up to 0.5; within 1.5 to 4.5 from fewer than five. */
  value: string;
  givers: '3-4' | '5+';
  /** Percent on each of the five levels: from five on, of one group a dimension. Two of them could be subtracted. */
  distribution?: number[];
}

export interface Line {
  id: string;
  kind: 'keep' | 'differ';
  text: string;
  /** HR took it out before the subject could read it. */
  redacted?: true;
}

export interface Release {
  k: number;
  dimensions: { name: string; groups: Published[] }[];
  lines: Line[];
}

/** One line of the ledger: whose answers went into what was published. */
export interface Entry {
  dimension: string;
  of: Of;
  answers: string[];
}

/** The mean of a group as everybody reads it, which is also the only one that counts. */
export function published(levels: readonly number[]): Fraction {
  const rounded = halfSteps(mean(levels.map((level) => fraction(level))));
  return levels.length < MANY ? clip(rounded, LOWEST, HIGHEST) : rounded;
}

const isLevel = (level: string | undefined): level is string =>
  level !== undefined && (LEVELS as readonly string[]).includes(level);

const apart = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((id) => !b.has(id)).length + [...b].filter((id) => !a.has(id)).length;

const isWithin = (part: readonly string[], all: readonly string[]): boolean =>
  part.every((id) => all.includes(id));

/** All unions of some of these sets, the empty one among them. */
function unions(sets: readonly ReadonlySet<string>[]): ReadonlySet<string>[] {
  let all: ReadonlySet<string>[] = [new Set()];
  for (const one of sets) all = all.concat(all.map((before) => new Set([...before, ...one])));
  return all;
}

/**
 * May an aggregate of these answers stand beside those? Not when it, taken from whatever can be put together of them,
 * leaves 1 to k − 1 people.
 */
export function admissible(
  answers: readonly string[],
  beside: readonly (readonly string[])[],
  k: number,
): boolean {
  const wanted = new Set(answers);
  return unions(beside.map((ids) => new Set(ids))).every((union) => {
    const people = apart(wanted, union);
    return people >= k || (people === 0 && union.size > 0);
  });
}

/**
 * The groups of one dimension that can be shown, the largest first, so that the next-smallest gives way where subtraction
 * would reveal a small one; everybody together comes last, because it counts for nothing.
 */
function shown(answers: readonly Given[], name: string, k: number, ledger: readonly Entry[]): Entry[] {
  const judged = answers.filter((a) => isLevel(a.levels[name]));
  const sets = GROUPS.map((of) => ({ of, ids: judged.filter((a) => a.group === of).map((a) => a._id) }))
    .filter(({ ids }) => ids.length > 0)
    .sort((a, b) => b.ids.length - a.ids.length);
  const everybody = { of: 'together' as const, ids: judged.map((a) => a._id) };
  const entries: Entry[] = [];
  for (const { of, ids } of sets.length > 1 ? [...sets, everybody] : sets) {
    const beside = [...ledger.filter((e) => e.dimension === name), ...entries].map((e) => e.answers);
    if (admissible(ids, beside, k)) entries.push({ dimension: name, of, answers: ids });
  }
  // In an order of their own: by size it would tell which group is larger.
  return entries.sort((a, b) => order.indexOf(a.of) - order.indexOf(b.of));
}

/**
 * The one group of a dimension whose distribution stands there, everybody together first. Percent tell how many gave which
 * level: whatever else is published inside of it has to leave nobody or at least as many as a distribution needs.
 */
function spreadOf(entries: readonly Entry[], ledger: readonly Entry[]): Entry | undefined {
  const widest = [...entries].sort((a, b) => Number(b.of === 'together') - Number(a.of === 'together'));
  const inside = (one: Entry) => entries.filter((e) => e !== one && isWithin(e.answers, one.answers));
  return widest.find((one) => {
    const beside = [...ledger, ...inside(one)].map((e) => e.answers);
    return one.answers.length >= MANY && admissible(one.answers, beside, MANY);
  });
}

type Groups = Release['dimensions'][number]['groups'];

/** Of releases from before that rule: what their cards drew, unless a group of three or four stands beside it. */
function oneSpread(groups: Groups): Groups {
  const drawn =
    groups.find((g) => g.of === 'together' && g.distribution) ?? groups.find((g) => g.distribution);
  const small = drawn?.of === 'together' && groups.some((g) => g.givers === '3-4');
  return groups.map(({ distribution, ...g }) =>
    distribution && !small && g.of === drawn?.of ? { ...g, distribution } : g,
  );
}

function summed(
  { of, answers, dimension }: Entry,
  all: ReadonlyMap<string, Given>,
  spread: boolean,
): Published {
  const levels = answers.map((id) => Number(all.get(id)?.levels[dimension]));
  return {
    of,
    value: exact(published(levels)),
    givers: levels.length < MANY ? '3-4' : '5+',
    ...(spread && { distribution: LEVELS.map((l) => percent(levels, Number(l))) }),
  };
}

const percent = (levels: readonly number[], level: number): number =>
  Number(whole(fraction(100 * levels.filter((l) => l === level).length, levels.length)));

export interface Rules {
  dimensions: readonly string[];
  k: number;
  /** What was published about this person in this cycle before. */
  ledger?: readonly Entry[];
  /** Names that must not stand in a comment. */
  names: readonly string[];
  /** A new random id. */
  id(): string;
}

/** The one way from answers to what a subject may see, and what it adds to the ledger. */
export function aggregate(
  answers: readonly Given[],
  rules: Rules,
): { release: ForSubject<Release>; entries: Entry[] } {
  const k = Math.max(LEAST, rules.k);
  const all = new Map(answers.map((a) => [a._id, a]));
  const ledger = rules.ledger ?? [];
  const entries = rules.dimensions.flatMap((name) => shown(answers, name, k, ledger));
  const dimensions = rules.dimensions.map((name) => {
    const here = entries.filter((e) => e.dimension === name);
    const spread = spreadOf(
      here,
      ledger.filter((e) => e.dimension === name),
    );
    return { name, groups: here.map((e) => summed(e, all, e === spread)) };
  });
  const lines = rules.ledger?.length ? [] : mixed(answers, k, rules);
  return { release: { k, dimensions, lines } as unknown as ForSubject<Release>, entries };
}

/** A release as it was frozen, from the JSON in the store. */
export function frozen(body: string): ForSubject<Release> {
  const release = JSON.parse(body) as ForSubject<Release>;
  const dimensions = release.dimensions.map((d) => ({ ...d, groups: oneSpread(d.groups) }));
  return { ...release, dimensions };
}

const speaks = (a: Given): boolean =>
  [a.keep, a.differ, ...Object.values(a.examples)].some((text) => text !== undefined && text !== '');

/** Sentences of every group in which k people wrote something, in an order that says nothing. */
function mixed(answers: readonly Given[], k: number, { names, id }: Rules): Line[] {
  const heard = GROUPS.flatMap((group) => {
    const writers = answers.filter((a) => a.group === group && speaks(a));
    return writers.length >= k ? writers : [];
  });
  const stripped = stripper(names);
  const lines = heard.flatMap((a) => [...said(a, 'keep'), ...said(a, 'differ')]);
  return lines
    .flatMap(({ kind, text }) =>
      sentencesOf(text)
        .map(stripped)
        .filter((sentence) => sentence !== '')
        .map((sentence): Line => ({ id: id(), kind, text: sentence })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** An example for a 5 is something to keep, one for a 1 something to do differently: which it was for is not said. */
function said(a: Given, kind: Line['kind']): { kind: Line['kind']; text: string }[] {
  const level = kind === 'keep' ? '5' : '1';
  const examples = Object.keys(a.levels).filter((name) => a.levels[name] === level);
  const texts = [a[kind], ...examples.map((name) => a.examples[name])];
  return texts.flatMap((text) => (text ? [{ kind, text }] : []));
}
