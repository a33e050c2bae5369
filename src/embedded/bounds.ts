/** What a filter says about single fields, as far as an index can use it. */
import { hasOperators } from './match.ts';
import { rank, rankOf } from './order.ts';
import { type Doc, isObject } from './value.ts';

export interface Bounds {
  /** The field equals one of these. */
  equals?: readonly unknown[];
  low?: unknown;
  high?: unknown;
}

/** An `$in` beyond this is cheaper to check than to look up. */
const maxValues = 5000;

/** The conditions that all have to hold: `$and` is opened, `$or` and the like are not looked into. */
export function* conjuncts(filter: Doc): Generator<readonly [string, unknown]> {
  for (const [field, value] of Object.entries(filter)) {
    if (field !== '$and' || !Array.isArray(value)) yield [field, value];
    else for (const part of value) if (isObject(part)) yield* conjuncts(part);
  }
}

export function boundsOf(filter: Doc): Map<string, Bounds> {
  const all = new Map<string, Bounds>();
  for (const [field, value] of conjuncts(filter)) {
    if (field.startsWith('$')) continue;
    const bounds = all.get(field) ?? {};
    all.set(field, bounds);
    narrow(bounds, value);
  }
  return all;
}

function narrow(bounds: Bounds, value: unknown): void {
  if (!hasOperators(value)) {
    if (isScalar(value)) bounds.equals = [value];
    return;
  }
  for (const [operator, argument] of Object.entries(value)) narrowOperator(bounds, operator, argument);
}

/** Arrays and patterns are looked up by other keys than their own. */
function isScalar(value: unknown): boolean {
  const order = rankOf(value);
  return value !== undefined && order !== rank.array && order !== rank.regex;
}

const unordered: ReadonlySet<number> = new Set([rank.null, rank.minKey, rank.maxKey]);
const isOrdered = (value: unknown): boolean => isScalar(value) && !unordered.has(rankOf(value));

function narrowOperator(bounds: Bounds, operator: string, argument: unknown): void {
  if (operator === '$in' && isLookup(argument)) bounds.equals ??= argument;
  if (!isOrdered(argument)) return;
  if (operator === '$gt' || operator === '$gte') bounds.low = argument;
  if (operator === '$lt' || operator === '$lte') bounds.high = argument;
}

const isLookup = (values: unknown): values is readonly unknown[] =>
  Array.isArray(values) && values.length <= maxValues && values.every(isScalar);
