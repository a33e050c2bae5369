/**
 * From the fields of a form to a goal's content. One form serves every kind of key result, so which fields are needed
 * depends on the kind; what is wrong is said beside its field.
 */
import { isDay } from '../core/calendar.ts';
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import type { KeyResult } from './attainment.ts';
import { say } from './messages.ts';
import type { Content, GoalKeyResult, Parent, Visibility } from './model.ts';
import { problems } from './validity.ts';

export const kinds = ['increase', 'decrease', 'atLeast', 'atMost', 'milestone', 'rated'] as const;
export type Kind = (typeof kinds)[number];

export const mostKeyResults = 5;
/** More than the recommended 3–7 is hinted at; beyond this a card would not be read any more. */
export const mostGoals = 12;

/** What the form's key result fields hold. Numbers come as they were written, checked by the reader. */
export interface KeyResultValues {
  measure: string;
  kind: Kind;
  from?: number | undefined;
  to?: number | undefined;
  /** A number, or for a milestone the condition in words. */
  stretch?: string | undefined;
  unit?: string | undefined;
  due?: string | undefined;
  source: string;
  verifier?: string | undefined;
}

export interface GoalValues {
  title: string;
  why?: string | undefined;
  /** `company:<id>`, `goal:<id>` or `none`. */
  align?: string | undefined;
  visibility?: Visibility | undefined;
}

type Wrong = Record<string, Sentence>;

const fieldOf = { baseline: 'from', target: 'to', stretch: 'stretch' } as const;

/** @throws Refusal with a sentence beside each field that cannot be */
export function keyResultFrom(id: string, values: KeyResultValues): GoalKeyResult {
  const wrong: Wrong = missing(values);
  const stretch = stretchOf(values, wrong);
  if (Object.keys(wrong).length > 0) throw new Refusal((l) => say(l).lookAtFields, wrong);
  const measured = { ...named(id, values), ...numbers(values, stretch) } as GoalKeyResult;
  for (const { field, code } of problems(measured as KeyResult)) {
    const name = fieldOf[field as keyof typeof fieldOf] ?? 'to';
    wrong[name] ??= (l) => say(l)[code];
  }
  if (Object.keys(wrong).length > 0) throw new Refusal((l) => say(l).lookAtFields, wrong);
  return measured;
}

function named(id: string, { measure, unit, source, verifier, due, kind, stretch }: KeyResultValues) {
  return {
    id,
    title: measure,
    dataSource: source,
    ...(unit && { unit }),
    ...(verifier && { verifier }),
    ...(due && { due }),
    ...(kind === 'milestone' && stretch && { beyond: stretch }),
  };
}

function numbers({ kind, from, to }: KeyResultValues, stretch: number | undefined): object {
  switch (kind) {
    case 'increase':
    case 'decrease':
      return { kind, baseline: from, target: to };
    case 'atLeast':
    case 'atMost':
      return {
        kind,
        target: to,
        ...(stretch !== undefined && { stretch }),
        ...(from !== undefined && { baseline: from }),
      };
    case 'milestone':
    case 'rated':
      return { kind };
  }
}

function missing({ kind, from, to, due }: KeyResultValues): Wrong {
  const wrong: Wrong = {};
  const changes = kind === 'increase' || kind === 'decrease';
  const measured = changes || kind === 'atLeast' || kind === 'atMost';
  if (changes && from === undefined) wrong.from = (l) => say(l).fromNeeded;
  if (measured && to === undefined) wrong.to = (l) => say(l).toNeeded;
  if (due !== undefined && !isDay(due)) wrong.due = (l) => say(l).dayNeeded;
  return wrong;
}

/** The stretch as a number where the kind has one; for changes the formula itself goes beyond 100 %. */
function stretchOf({ kind, stretch }: KeyResultValues, wrong: Wrong): number | undefined {
  if (stretch === undefined || (kind !== 'atLeast' && kind !== 'atMost')) return undefined;
  const plain = stretch.normalize('NFKC').replace(/,/g, '').replace(/%$/, '').trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return Number(plain);
  wrong.stretch = (l) => say(l).notANumber;
  return undefined;
}

export function parentOf(align: string | undefined): Parent | undefined {
  const [kind, ...id] = (align ?? '').split(':');
  if (kind !== 'company' && kind !== 'goal') return undefined;
  return { kind, id: id.join(':') };
}

export const alignOf = (parent: Parent | undefined): string =>
  parent ? `${parent.kind}:${parent.id}` : 'none';

/** A goal's own fields over the content that was there. */
export function withValues(content: Content, { title, why, align, visibility }: GoalValues): Content {
  const { why: _, parent: __, ...rest } = content;
  const parent = parentOf(align);
  return {
    ...rest,
    title,
    ...(why && { why }),
    ...(parent && { parent }),
    ...(visibility && { visibility }),
  };
}

/** Adds a key result, or puts it in the place of the one with its id. The goal is due when its last key result is. */
export function withKeyResult(content: Content, kr: GoalKeyResult): Content {
  const known = content.keyResults.some((k) => k.id === kr.id);
  if (!known && content.keyResults.length >= mostKeyResults) throw new Refusal((l) => say(l).mostKeyResults);
  const keyResults = known
    ? content.keyResults.map((k) => (k.id === kr.id ? { ...anchorsOf(k), ...kr } : k))
    : [...content.keyResults, kr];
  return dated({ ...content, keyResults });
}

const anchorsOf = (kr: GoalKeyResult) => (kr.kind === 'rated' && kr.anchors ? { anchors: kr.anchors } : {});

export function withoutKeyResult(content: Content, id: string): Content {
  const keyResults = content.keyResults.filter((k) => k.id !== id);
  if (keyResults.length === 0) throw new Refusal((l) => say(l).lastKeyResult);
  return dated({ ...content, keyResults });
}

function dated({ due, ...content }: Content): Content {
  const latest = content.keyResults
    .map((k) => k.due)
    .filter((d) => d !== undefined)
    .sort()
    .at(-1);
  return latest === undefined ? content : { ...content, due: latest };
}

/** The five levels of a qualitative key result. */
export function withAnchors(content: Content, id: string, anchors: readonly string[]): Content {
  return {
    ...content,
    keyResults: content.keyResults.map((k) => (k.id === id && k.kind === 'rated' ? { ...k, anchors } : k)),
  };
}

/** What the form shows of a key result that is there already. */
export function valuesOf(kr: GoalKeyResult): Record<string, string> {
  const figures =
    kr.kind === 'milestone' || kr.kind === 'rated'
      ? { stretch: kr.kind === 'milestone' ? kr.beyond : undefined }
      : { from: kr.baseline, to: kr.target, stretch: 'stretch' in kr ? kr.stretch : undefined };
  const all = {
    measure: kr.title,
    kind: kr.kind,
    ...figures,
    unit: kr.unit,
    due: kr.due,
    source: kr.dataSource,
    verifier: kr.verifier,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([k, v]) => (v === undefined ? [] : [[k, String(v)]])),
  );
}
