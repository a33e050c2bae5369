/**
 * What MongoDB does, written a second time: slow, small, and knowing nothing of the store. It covers the values and
 * operators that random.proof.test.ts makes.
 */
import type { Doc } from './cases/case.ts';

const types = ['null', 'number', 'string', 'object', 'array', 'boolean', 'date'];

function typeOf(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return value instanceof Date ? 'date' : typeof value;
}

function order(a: unknown, b: unknown): number {
  const [type, other] = [typeOf(a), typeOf(b)];
  if (type !== other) return types.indexOf(type) - types.indexOf(other);
  if (Array.isArray(a) && Array.isArray(b)) return orderLists(a, b);
  if (type === 'object') return orderLists(Object.entries(a as Doc).flat(), Object.entries(b as Doc).flat());
  if (type === 'null') return 0;
  const [x, y] = [a, b].map((value) => (typeof value === 'string' ? value : Number(value))) as [
    number,
    number,
  ];
  return x < y ? -1 : x > y ? 1 : 0;
}

function orderLists(a: readonly unknown[], b: readonly unknown[]): number {
  const at = a.findIndex((value, i) => i < b.length && order(value, b[i]) !== 0);
  return at < 0 ? a.length - b.length : order(a[at], b[at]);
}

const isDoc = (value: unknown): value is Doc => typeOf(value) === 'object';

/** The value at a path of at most two steps; there are no documents in arrays here. */
function at(doc: Doc, path: string): unknown {
  const [first = '', second] = path.split('.');
  const value = doc[first];
  if (second === undefined) return value;
  return isDoc(value) ? value[second] : undefined;
}

type Test = (value: unknown) => boolean;
const anyOf = (value: unknown, test: Test): boolean =>
  test(value) || (Array.isArray(value) && value.some(test));

function compares(name: string, wanted: unknown): Test {
  const sameType = (value: unknown): boolean => typeOf(value) === typeOf(wanted);
  const tests: Record<string, Test> = {
    $eq: (value) => sameType(value) && order(value, wanted) === 0,
    $gt: (value) => sameType(value) && order(value, wanted) > 0,
    $lt: (value) => sameType(value) && order(value, wanted) < 0,
    $gte: (value) => sameType(value) && order(value, wanted) >= 0,
    $lte: (value) => sameType(value) && order(value, wanted) <= 0,
  };
  return tests[name] as Test;
}

/** Below an array there is nothing to find, not even null: its elements are no documents here. */
function isBelowArray(doc: Doc, path: string): boolean {
  const [first = '', second] = path.split('.');
  return second !== undefined && Array.isArray(doc[first]);
}

function meets(doc: Doc, path: string, name: string, wanted: unknown): boolean {
  const value = at(doc, path);
  const has = (test: Test): boolean => !isBelowArray(doc, path) && anyOf(value, test);
  const list = wanted as unknown[];
  switch (name) {
    case '$ne':
      return !has(compares('$eq', wanted));
    case '$in':
      return list.some((one) => has(compares('$eq', one)));
    case '$nin':
      return !list.some((one) => has(compares('$eq', one)));
    case '$exists':
      return (value !== undefined) === wanted;
    case '$all':
      return list.length > 0 && list.every((one) => has(compares('$eq', one)));
    case '$not':
      return !Object.entries(wanted as Doc).every(([inner, argument]) => meets(doc, path, inner, argument));
    default:
      return has(compares(name, wanted));
  }
}

export function matches(doc: Doc, filter: Doc): boolean {
  return Object.entries(filter).every(([name, value]) => {
    const parts = value as Doc[];
    if (name === '$and') return parts.every((part) => matches(doc, part));
    if (name === '$or') return parts.some((part) => matches(doc, part));
    if (!isDoc(value)) return meets(doc, name, '$eq', value);
    return Object.entries(value).every(([operator, argument]) => meets(doc, name, operator, argument));
  });
}

/** An empty array is below null. */
function sortKey(doc: Doc, path: string, direction: 1 | -1): { empty: boolean; value: unknown } {
  const value = at(doc, path);
  if (!Array.isArray(value)) return { empty: false, value };
  const elements = [...value].sort((a, b) => order(a, b) * direction);
  return { empty: value.length === 0, value: elements[0] };
}

export function sorted(docs: readonly Doc[], by: readonly (readonly [string, 1 | -1])[]): Doc[] {
  return [...docs].sort((a, b) => {
    for (const [path, direction] of by) {
      const [x, y] = [sortKey(a, path, direction), sortKey(b, path, direction)];
      const result = Number(y.empty) - Number(x.empty) || order(x.value, y.value);
      if (result) return result * direction;
    }
    return 0;
  });
}

/** The document after an update, or undefined when it is refused. */
export function updated(doc: Doc, update: Record<string, Record<string, unknown>>): Doc | undefined {
  const [[operator = '', fields = {}] = []] = Object.entries(update);
  const [[path = '', argument] = []] = Object.entries(fields);
  const current = at(doc, path);
  const [first = '', second] = path.split('.');
  const blocked = second !== undefined && doc[first] !== undefined && !isDoc(doc[first]);
  const removes = operator === '$unset';
  if (blocked) return removes ? doc : undefined;
  if (removes) return current === undefined ? doc : without(doc, first, second);
  const result = results[operator]?.(current, argument);
  if (result === undefined) return undefined;
  if (second === undefined) return { ...doc, [first]: result };
  return { ...doc, [first]: { ...(doc[first] as Doc | undefined), [second]: result } };
}

function without(doc: Doc, first: string, second: string | undefined): Doc {
  const { [first]: value, ...rest } = doc;
  if (second === undefined) return rest;
  const { [second]: _, ...inner } = value as Doc;
  return { ...doc, [first]: inner };
}

/** What a field becomes; undefined when that is refused. */
const results: Record<string, (current: unknown, argument: unknown) => unknown> = {
  $set: (_, argument) => argument,
  $inc: (current, argument) => {
    if (current === undefined) return argument;
    return typeof current === 'number' ? current + Number(argument) : undefined;
  },
  $addToSet: (current, argument) => {
    if (current === undefined) return [argument];
    if (!Array.isArray(current)) return undefined;
    return current.some((one) => order(one, argument) === 0) ? current : [...current, argument];
  },
};
