/** Dotted paths through documents and arrays. */
import { emptyArray } from './order.ts';
import { isObject, own, put } from './value.ts';

export type Path = readonly string[];

const split = new Map<string, Path>();

export function pathOf(dotted: string): Path {
  const known = split.get(dotted);
  if (known) return known;
  if (split.size > 5000) split.clear();
  const path = dotted.split('.');
  split.set(dotted, path);
  return path;
}

export const isIndex = (step: string): boolean => /^(0|[1-9]\d*)$/.test(step);

/** Every value that a sort or a distinct sees at `path`: the elements of arrays, undefined where there is none. */
export function valuesAt(value: unknown, path: Path, at = 0, found: unknown[] = []): unknown[] {
  const step = path[at];
  if (step === undefined) {
    if (!Array.isArray(value)) found.push(value);
    else if (value.length) found.push(...value);
    else found.push(emptyArray);
    return found;
  }
  if (Array.isArray(value)) return elementValues(value, path, at, found);
  return valuesAt(isObject(value) ? own(value, step) : undefined, path, at + 1, found);
}

function elementValues(array: readonly unknown[], path: Path, at: number, found: unknown[]): unknown[] {
  const step = path[at] as string;
  if (!array.length) found.push(undefined);
  if (isIndex(step) && Number(step) < array.length) valuesAt(array[Number(step)], path, at + 1, found);
  for (const element of array) {
    if (isObject(element)) valuesAt(element, path, at, found);
    else if (!isIndex(step)) found.push(undefined);
  }
  return found;
}

/** What an expression reads at `path`: through an array, the array of what its elements have there. */
export function read(value: unknown, path: Path, at = 0): unknown {
  const step = path[at];
  if (step === undefined) return value;
  if (Array.isArray(value)) {
    const values = value.map((element) => (isObject(element) ? read(element, path, at) : undefined));
    return values.filter((element) => element !== undefined);
  }
  return isObject(value) ? read(own(value, step), path, at + 1) : undefined;
}

/**
 * A copy of `value` with `next` at `path`, in every element of the arrays on the way; what stands in the way and is no
 * document is replaced by one. An undefined `next` removes the field.
 */
export function withPath(value: unknown, path: Path, next: unknown, at = 0): unknown {
  const step = path[at];
  if (step === undefined) return next;
  if (Array.isArray(value)) return value.map((element) => withPath(element, path, next, at));
  const copy = isObject(value) ? { ...value } : {};
  const last = at === path.length - 1;
  if (last && next === undefined) delete copy[step];
  else put(copy, step, withPath(own(copy, step), path, next, at + 1));
  return copy;
}

/** The leaves of a specification such as `{ a: { b: 1 } }`, with dotted names; an operator is a leaf. */
export function leaves(spec: Record<string, unknown>, prefix = ''): [string, unknown][] {
  return Object.entries(spec).flatMap(([field, value]): [string, unknown][] => {
    const inner = isObject(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$');
    return inner ? leaves(value, `${prefix}${field}.`) : [[prefix + field, value]];
  });
}
