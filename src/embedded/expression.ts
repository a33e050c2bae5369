/** The expressions that pipelines and `$expr` may hold, compiled to functions of a document. */
import { Double, Int32, type Long } from 'bson';
import { badValue, Fault, typeMismatch } from './fault.ts';
import { compare, rank, rankOf } from './order.ts';
import { pathOf, read } from './path.ts';
import { expressions, isOneOf, type Operation } from './supported.ts';
import { addNumbers, isNumber, isObject, numeric, put } from './value.ts';

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
  const list = Array.isArray(spec) ? spec : [spec];
  const parts = list.map((part) => compileExpression(part, now));
  if (name === '$lt') requireTwo(name, parts.length);
  return (doc) => operations[name](parts.map((part) => part(doc)));
}

function requireTwo(name: string, given: number): void {
  if (given === 2) return;
  throw new Fault(
    16020,
    'Location16020',
    `Expression ${name} takes exactly 2 arguments. ${given} were passed in.`,
  );
}

/** In expressions a missing field is below null. */
function compareValues(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compare(a, b);
}

const operations: Readonly<Record<Operation, (values: readonly unknown[]) => unknown>> = {
  $lt: ([a, b]) => compareValues(a, b) < 0,
  $add: add,
};

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
