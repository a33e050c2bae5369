/** Compiles a filter to a predicate over a document, with the semantics of arrays, null and missing that MongoDB has. */
import { BSONRegExp } from 'bson';
import { compileExpression } from './expression.ts';
import { badValue } from './fault.ts';
import { equal } from './order.ts';
import { isIndex, type Path, pathOf } from './path.ts';
import { comparison, equals, matchesRegex, member, type Test } from './predicate.ts';
import { asRegex } from './regex.ts';
import {
  type FieldOperator,
  type FilterOperator,
  fieldOperators,
  filterOperators,
  isOneOf,
} from './supported.ts';
import { type Doc, firstField, isObject, isTruthy, own, whole } from './value.ts';

export type Match = (doc: unknown) => boolean;

/** A condition on one field: on a value as it is, or at a path of a document, where arrays count by element too. */
interface Condition {
  of: Test;
  at(path: Path): Match;
}

const onElements = (test: Test): Condition => ({
  of: test,
  at: (path) => {
    const spread: Test = (value) => test(value) || (Array.isArray(value) && value.some(test));
    return (doc) => reaches(doc, path, 0, spread, test);
  },
});

const onWhole = (test: Test): Condition => ({
  of: test,
  at: (path) => (doc) => reaches(doc, path, 0, test, test),
});

const not = (condition: Condition): Condition => ({
  of: (value) => !condition.of(value),
  at: (path) => {
    const match = condition.at(path);
    return (doc) => !match(doc);
  },
});

const all = (conditions: readonly Condition[]): Condition => ({
  of: (value) => conditions.every((condition) => condition.of(value)),
  at: (path) => everyOf(conditions.map((condition) => condition.at(path))),
});

function everyOf(matches: readonly Match[]): Match {
  const [only] = matches;
  if (only && matches.length === 1) return only;
  return (doc) => matches.every((match) => match(doc));
}

/** Whether `end` holds at the path; an array element that the path names by number is not spread again (`exact`). */
function reaches(value: unknown, path: Path, at: number, end: Test, exact: Test): boolean {
  const step = path[at];
  if (step === undefined) return end(value);
  if (isObject(value)) return reaches(own(value, step), path, at + 1, end, exact);
  if (!Array.isArray(value)) return end(undefined);
  if (isIndex(step) && Number(step) < value.length) {
    const element = value[Number(step)];
    const last = at === path.length - 1;
    if (last ? exact(element) : typeof element === 'object' && reachesInto(element, path, at, end, exact))
      return true;
  }
  return value.some((element) => isObject(element) && reaches(element, path, at, end, exact));
}

function reachesInto(element: unknown, path: Path, at: number, end: Test, exact: Test): boolean {
  return (isObject(element) || Array.isArray(element)) && reaches(element, path, at + 1, end, exact);
}

export function compileFilter(filter: unknown, now: Date): Match {
  if (!isObject(filter)) throw badValue('Expected field filter to be of type object');
  return everyOf(Object.entries(filter).map(([name, value]) => compileEntry(name, value, now)));
}

function compileEntry(name: string, value: unknown, now: Date): Match {
  if (isOneOf(filterOperators, name)) return compileLogic(name, value, now);
  if (name.startsWith('$'))
    throw badValue(
      `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
    );
  return fieldCondition(value, now).at(pathOf(name));
}

function compileLogic(name: FilterOperator, value: unknown, now: Date): Match {
  if (name === '$expr') {
    const evaluate = compileExpression(value, now);
    return (doc) => isTruthy(evaluate(doc));
  }
  if (!Array.isArray(value) || value.length === 0)
    throw badValue(`${name} argument must be a non-empty array`);
  const matches = value.map((part) => compileFilter(part, now));
  if (name === '$and') return everyOf(matches);
  const wanted = name === '$or';
  return (doc) => matches.some((match) => match(doc)) === wanted;
}

/** `{ $gt: 1 }` rather than a document to be equal to. */
export function hasOperators(value: unknown): value is Doc {
  return isObject(value) && firstField(value).startsWith('$');
}

function fieldCondition(value: unknown, now: Date): Condition {
  if (value instanceof BSONRegExp) return onElements(matchesRegex(value));
  return hasOperators(value) ? operators(value, now) : onElements(equals(value));
}

function operators(spec: Doc, now: Date): Condition {
  const conditions = Object.entries(spec).map(([name, value]) => {
    if (!isOneOf(fieldOperators, name)) throw badValue(`unknown operator: ${name}`);
    return build[name](value, now, spec);
  });
  return all(conditions);
}

type Build = (value: unknown, now: Date, spec: Doc) => Condition;
const always: Condition = onWhole(() => true);

const build: Readonly<Record<FieldOperator, Build>> = {
  $eq: (value) => onElements(value instanceof BSONRegExp ? (other) => equal(other, value) : equals(value)),
  $ne: (value) => {
    if (value instanceof BSONRegExp) throw badValue("Can't have regex as arg to $ne.");
    return not(onElements(equals(value)));
  },
  $gt: (value) => onElements(comparison(value, 1, false)),
  $gte: (value) => onElements(comparison(value, 1, true)),
  $lt: (value) => onElements(comparison(value, -1, false)),
  $lte: (value) => onElements(comparison(value, -1, true)),
  $in: (value) => onElements(memberOf('$in', value)),
  $nin: (value) => not(onElements(memberOf('$nin', value))),
  $exists: (value) => {
    const present = onWhole((other) => other !== undefined);
    return value === '' || isTruthy(value) ? present : not(present);
  },
  $not: (value, now) => {
    if (value instanceof BSONRegExp) return not(onElements(matchesRegex(value)));
    if (!hasOperators(value)) throw badValue('$not needs a regex or a document');
    return not(operators(value, now));
  },
  $elemMatch: (value, now) => {
    const match = elementMatch(value, now);
    return onWhole((other) => Array.isArray(other) && other.some(match));
  },
  $size: (value) => {
    const size = whole(value);
    if (size === undefined || size < 0) throw badValue('$size may not be negative and must be a number');
    return onWhole((other) => Array.isArray(other) && other.length === size);
  },
  $all: (value, now) => {
    if (!Array.isArray(value)) throw badValue('$all needs an array');
    return value.length ? all(value.map((part) => fieldCondition(part, now))) : onWhole(() => false);
  },
  $regex: (value, _now, spec) => {
    const options = own(spec, '$options');
    const regex = asRegex(value, typeof options === 'string' ? options : '');
    if (!regex) throw badValue('$regex has to be a string');
    return onElements(matchesRegex(regex));
  },
  $options: (_value, _now, spec) => {
    if (!Object.hasOwn(spec, '$regex')) throw badValue('$options needs a $regex');
    return always;
  },
};

function memberOf(name: string, value: unknown): Test {
  if (!Array.isArray(value)) throw badValue(`${name} needs an array`);
  if (value.some(hasOperators)) throw badValue(`cannot nest $ under ${name}`);
  return member(value);
}

/** The condition on one element of an array: operators on the element itself, or a filter of its fields. */
export function elementMatch(spec: unknown, now: Date): Test {
  if (!isObject(spec)) throw badValue('$elemMatch needs an Object');
  if (hasOperators(spec) && !isOneOf(filterOperators, firstField(spec))) return operators(spec, now).of;
  const match = compileFilter(spec, now);
  // An element that is an array itself is read as a document with the fields 0, 1, 2…
  return (element) => (isObject(element) ? match(element) : Array.isArray(element) && match({ ...element }));
}
