/** The expressions that pipelines and `$expr` may hold, compiled to functions of a document. */
import { Double, Int32, Long } from 'bson';
import { badValue, Fault, typeMismatch } from './fault.ts';
import { compare, rank, rankOf } from './order.ts';
import { pathOf, read } from './path.ts';
import { expressions, isOneOf, type Operation } from './supported.ts';
import { addNumbers, isNumber, isObject, isTruthy, negate, numeric, own, put } from './value.ts';

export type Expression = (doc: unknown) => unknown;

export function compileExpression(spec: unknown, now: Date): Expression {
  if (typeof spec === 'string' && spec.startsWith('$')) return reference(spec, now);
  if (Array.isArray(spec)) {
    const parts = spec.map((part) => compileExpression(part, now));
    return (doc) => parts.map((part) => part(doc) ?? null);
  }
  if (!isObject(spec)) return () => spec;
  const [name, ...rest] = Object.keys(spec);
  if (!name?.startsWith('$')) return documentOf(spec, now);
  if (!isOneOf(expressions, name))
    throw new Fault(168, 'InvalidPipelineOperator', `Unrecognized expression '${name}'`);
  if (rest.length)
    throw new Fault(
      15983,
      'Location15983',
      'An object representing an expression must have exactly one field',
    );
  return compileOperation(name, spec[name], now);
}

function reference(text: string, now: Date): Expression {
  if (text === '$$NOW') return () => now;
  if (text.startsWith('$$'))
    throw new Fault(17276, 'Location17276', `Use of undefined variable: ${text.slice(2)}`);
  const path = pathOf(text.slice(1));
  if (path.includes(''))
    throw new Fault(15998, 'Location15998', 'FieldPath field names may not be empty strings.');
  return (doc) => read(doc, path);
}

function documentOf(spec: Record<string, unknown>, now: Date): Expression {
  const fields = Object.entries(spec).map(([field, part]) => [field, compileExpression(part, now)] as const);
  return (doc) => {
    const result = {};
    for (const [field, part] of fields) {
      const value = part(doc);
      if (value !== undefined) put(result, field, value);
    }
    return result;
  };
}

function compileOperation(name: Operation, spec: unknown, now: Date): Expression {
  if (name === '$literal') return () => spec;
  if (name === '$cond') return conditional(spec, now);
  const list = Array.isArray(spec) ? spec : [spec];
  const parts = list.map((part) => compileExpression(part, now));
  if (name in comparisons || name === '$subtract') requireTwo(name, parts.length);
  const operation = operations[name];
  // One array as the only argument of $max and $min stands for its elements.
  const spread = (name === '$max' || name === '$min') && parts.length === 1;
  return (doc) => {
    const values = parts.map((part) => part(doc));
    return operation(spread && Array.isArray(values[0]) ? values[0] : values);
  };
}

function requireTwo(name: string, given: number): void {
  if (given === 2) return;
  throw new Fault(
    16020,
    'Location16020',
    `Expression ${name} takes exactly 2 arguments. ${given} were passed in.`,
  );
}

function conditional(spec: unknown, now: Date): Expression {
  const branches = Array.isArray(spec)
    ? spec
    : isObject(spec)
      ? [own(spec, 'if'), own(spec, 'then'), own(spec, 'else')]
      : [];
  if (branches.length !== 3 || branches.includes(undefined))
    throw new Fault(17081, 'Location17081', '$cond takes if, then and else');
  const [test, yes, no] = branches.map((branch) => compileExpression(branch, now)) as [
    Expression,
    Expression,
    Expression,
  ];
  return (doc) => (isTruthy(test(doc)) ? yes(doc) : no(doc));
}

/** In expressions a missing field is below null. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compare(a, b);
}

const comparisons = {
  $eq: ([a, b]: readonly unknown[]) => compareValues(a, b) === 0,
  $ne: ([a, b]: readonly unknown[]) => compareValues(a, b) !== 0,
  $gt: ([a, b]: readonly unknown[]) => compareValues(a, b) > 0,
  $gte: ([a, b]: readonly unknown[]) => compareValues(a, b) >= 0,
  $lt: ([a, b]: readonly unknown[]) => compareValues(a, b) < 0,
  $lte: ([a, b]: readonly unknown[]) => compareValues(a, b) <= 0,
};

const operations: Readonly<
  Record<Exclude<Operation, '$literal' | '$cond'>, (values: readonly unknown[]) => unknown>
> = {
  ...comparisons,
  $and: (values) => values.every(isTruthy),
  $or: (values) => values.some(isTruthy),
  $add: add,
  $subtract: subtract,
  $ifNull: (values) => values.find((value) => value !== undefined && value !== null) ?? values.at(-1),
  $max: (values) => extreme(values, 1),
  $min: (values) => extreme(values, -1),
};

/** The largest (or smallest) of the values that are neither null nor missing. */
export function extreme(values: readonly unknown[], direction: 1 | -1): unknown {
  let best: unknown = null;
  for (const value of values) {
    if (value === undefined || value === null) continue;
    if (best === null || compare(value, best) * direction > 0) best = value;
  }
  return best;
}

/** A sum of numbers; a long that overflows becomes a double. */
export function sum(a: unknown, b: unknown): Int32 | Long | Double {
  return addNumbers(a, b) ?? new Double(Number(numeric(a)) + Number(numeric(b)));
}

function add(values: readonly unknown[]): unknown {
  if (values.some((value) => value === undefined || value === null)) return null;
  const dates = values.filter((value) => rankOf(value) === rank.date) as Date[];
  if (dates.length > 1) throw badValue('only one date allowed in an $add expression');
  const wrong = values.find((value) => !isNumber(value) && rankOf(value) !== rank.date);
  if (wrong !== undefined) throw typeMismatch('$add only supports numeric or date types');
  const total = values.filter(isNumber).reduce<Int32 | Long | Double>(sum, new Int32(0));
  return dates[0] ? new Date(dates[0].getTime() + Number(numeric(total))) : total;
}

function subtract([a, b]: readonly unknown[]): unknown {
  if (a === undefined || a === null || b === undefined || b === null) return null;
  if (isNumber(b)) {
    if (isNumber(a)) return sum(a, negate(b));
    if (a instanceof Date) return new Date(a.getTime() - Number(numeric(b)));
  }
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  throw typeMismatch("can't $subtract values of these types");
}
