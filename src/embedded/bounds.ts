/** What a filter says about single fields, as far as an index can use it. */
import { BSONRegExp } from 'bson';
import { hasOperators } from './match.ts';
import { rank, rankOf } from './order.ts';
import { asRegex, literalPrefix } from './regex.ts';
import { type Doc, isObject, own } from './value.ts';

export interface Bounds {
  /** The field equals one of these. */
  equals?: readonly unknown[];
  low?: unknown;
  high?: unknown;
  /** The field is a string that begins so. */
  begins?: string;
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
    narrow(bounds, value, field, all);
  }
  return all;
}

function narrow(bounds: Bounds, value: unknown, field: string, all: Map<string, Bounds>): void {
  if (value instanceof BSONRegExp) narrowOperator(bounds, '$regex', value, {});
  else if (!hasOperators(value)) narrowOperator(bounds, '$eq', value, {});
  else {
    for (const [operator, argument] of Object.entries(value))
      narrowOperator(bounds, operator, argument, value);
    narrowElements(own(value, '$elemMatch'), field, all);
  }
}

/** What holds for one element holds for the index below the array. */
function narrowElements(spec: unknown, field: string, all: Map<string, Bounds>): void {
  if (!isObject(spec) || hasOperators(spec)) return;
  for (const [inner, bounds] of boundsOf(spec)) all.set(`${field}.${inner}`, bounds);
}

/** Arrays and patterns are looked up by other keys than their own. */
function isScalar(value: unknown): boolean {
  const order = rankOf(value);
  return value !== undefined && order !== rank.array && order !== rank.regex;
}

const unordered: ReadonlySet<number> = new Set([rank.null, rank.minKey, rank.maxKey]);
const isOrdered = (value: unknown): boolean => isScalar(value) && !unordered.has(rankOf(value));

function narrowOperator(bounds: Bounds, operator: string, argument: unknown, spec: Doc): void {
  if (operator === '$eq' && isScalar(argument)) bounds.equals = [argument];
  if (operator === '$in' && isLookup(argument)) bounds.equals ??= argument;
  if (operator === '$regex') narrowRegex(bounds, argument, spec);
  if (!isOrdered(argument)) return;
  if (operator === '$gt' || operator === '$gte') bounds.low = argument;
  if (operator === '$lt' || operator === '$lte') bounds.high = argument;
}

const isLookup = (values: unknown): values is readonly unknown[] =>
  Array.isArray(values) && values.length <= maxValues && values.every(isScalar);

function narrowRegex(bounds: Bounds, pattern: unknown, spec: Doc): void {
  const regex = Object.hasOwn(spec, '$options') ? undefined : asRegex(pattern);
  const prefix = regex && literalPrefix(regex);
  if (prefix) bounds.begins = prefix;
}
