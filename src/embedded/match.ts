/** Compiles a filter to a predicate over a document, with the semantics of arrays, null and missing that MongoDB has. */
import { BSONRegExp } from 'bson';
import { compileExpression } from './expression.ts';
import { badValue } from './fault.ts';
import { isIndex, type Path, pathOf } from './path.ts';
import { begins, comparison, equals, member, type Test } from './predicate.ts';
import {
  type FieldOperator,
  type FilterOperator,
  fieldOperators,
  filterOperators,
  isOneOf,
} from './supported.ts';
import { type Doc, firstField, isObject, isTruthy, own } from './value.ts';

export type Match = (doc: unknown) => boolean;

/** A condition on one field, at its path, where arrays count by element too. */
type Condition = (path: Path) => Match;

const onElements =
  (test: Test): Condition =>
  (path) => {
    const spread: Test = (value) => test(value) || (Array.isArray(value) && value.some(test));
    return (doc) => reaches(doc, path, 0, spread, test);
  };

const onWhole =
  (test: Test): Condition =>
  (path) =>
  (doc) =>
    reaches(doc, path, 0, test, test);

const not =
  (condition: Condition): Condition =>
  (path) => {
    const match = condition(path);
    return (doc) => !match(doc);
  };

const all =
  (conditions: readonly Condition[]): Condition =>
  (path) =>
    everyOf(conditions.map((condition) => condition(path)));

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
  return fieldCondition(value)(pathOf(name));
}

function compileLogic(name: FilterOperator, value: unknown, now: Date): Match {
  if (name === '$expr') {
    const evaluate = compileExpression(value, now);
    return (doc) => isTruthy(evaluate(doc));
  }
  if (!Array.isArray(value) || value.length === 0)
    throw badValue(`${name} argument must be a non-empty array`);
  const matches = value.map((part) => compileFilter(part, now));
  return name === '$and' ? everyOf(matches) : (doc) => matches.some((match) => match(doc));
}

/** `{ $gt: 1 }` rather than a document to be equal to. */
export function hasOperators(value: unknown): value is Doc {
  return isObject(value) && firstField(value).startsWith('$');
}

function fieldCondition(value: unknown): Condition {
  if (value instanceof BSONRegExp) return onElements(begins(value));
  return hasOperators(value) ? operators(value) : onElements(equals(value));
}

function operators(spec: Doc): Condition {
  const conditions = Object.entries(spec).map(([name, value]) => {
    if (!isOneOf(fieldOperators, name)) throw badValue(`unknown operator: ${name}`);
    return build[name](value);
  });
  return all(conditions);
}

const build: Readonly<Record<FieldOperator, (value: unknown) => Condition>> = {
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
  $not: (value) => {
    if (value instanceof BSONRegExp || hasOperators(value)) return not(fieldCondition(value));
    throw badValue('$not needs a regex or a document');
  },
  $all: (value) => {
    if (!Array.isArray(value)) throw badValue('$all needs an array');
    if (value.some(hasOperators)) throw badValue('no $ expressions in $all');
    return value.length ? all(value.map(fieldCondition)) : onWhole(() => false);
  },
};

function memberOf(name: string, value: unknown): Test {
  if (!Array.isArray(value)) throw badValue(`${name} needs an array`);
  if (value.some(hasOperators)) throw badValue(`cannot nest $ under ${name}`);
  if (value.some((one) => one instanceof BSONRegExp))
    throw badValue(`the embedded store takes no patterns under ${name}`);
  return member(value);
}
