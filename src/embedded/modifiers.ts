/** What each update operator does to one field: the value it has (undefined when missing) to the value it gets. */
import { BSONRegExp } from 'bson';
import { badValue, typeMismatch } from './fault.ts';
import { compileFilter, elementMatch, hasOperators } from './match.ts';
import { compare, equal } from './order.ts';
import { arrayModifiers, isOneOf, type UpdateOperator } from './supported.ts';
import { addNumbers, isNumber, isObject, own, whole } from './value.ts';

export type Modify = (current: unknown, argument: unknown, now: Date) => unknown;

function arrayAt(current: unknown, otherwise: string): readonly unknown[] {
  if (current === undefined) return [];
  if (!Array.isArray(current)) throw badValue(otherwise);
  return current;
}

/** The `$each` form of `$push` and `$addToSet`, or the one value given. */
function eachOf(argument: unknown, operator: string): { values: readonly unknown[]; slice?: unknown } {
  if (!isObject(argument) || !Object.hasOwn(argument, '$each')) return { values: [argument] };
  for (const name of Object.keys(argument)) {
    const known = operator === '$push' ? isOneOf(arrayModifiers, name) : name === '$each';
    if (!known) throw badValue(`Unrecognized clause in ${operator}: ${name}`);
  }
  const values = own(argument, '$each');
  const otherwise = `The argument to $each in ${operator} must be an array`;
  if (!Array.isArray(values)) throw operator === '$push' ? badValue(otherwise) : typeMismatch(otherwise);
  return { values, slice: own(argument, '$slice') };
}

function increment(current: unknown, argument: unknown): unknown {
  if (!isNumber(argument)) throw typeMismatch('Cannot increment with non-numeric argument');
  if (current === undefined) return argument;
  if (!isNumber(current)) throw typeMismatch('Cannot apply $inc to a value of non-numeric type');
  const total = addNumbers(current, argument);
  if (total === null) throw badValue('Failed to apply $inc operations to current value: integer overflow');
  return total;
}

function push(current: unknown, argument: unknown): unknown {
  const array = arrayAt(current, 'The field to $push to must be an array');
  const { values, slice } = eachOf(argument, '$push');
  const result = [...array, ...values];
  if (slice === undefined) return result;
  const size = whole(slice);
  if (size === undefined) throw badValue('The value for $slice must be an integer value');
  return size < 0 ? result.slice(size) : result.slice(0, size);
}

function addToSet(current: unknown, argument: unknown): unknown {
  const result = [...arrayAt(current, 'Cannot apply $addToSet to a non-array field')];
  for (const value of eachOf(argument, '$addToSet').values)
    if (!result.some((element) => equal(element, value))) result.push(value);
  return result;
}

function pull(current: unknown, argument: unknown, now: Date): unknown {
  if (current === undefined) return undefined;
  const goes = pulled(argument, now);
  return arrayAt(current, 'Cannot apply $pull to a non-array value').filter((element) => !goes(element));
}

function pulled(argument: unknown, now: Date): (element: unknown) => boolean {
  if (argument instanceof BSONRegExp) return elementMatch({ $regex: argument }, now);
  if (!isObject(argument)) return (element) => equal(element, argument);
  if (hasOperators(argument)) return elementMatch(argument, now);
  const matches = compileFilter(argument, now);
  return (element) => isObject(element) && matches(element);
}

const better = (current: unknown, argument: unknown, direction: 1 | -1): unknown =>
  current === undefined || compare(argument, current) * direction > 0 ? argument : current;

export const modify: Readonly<Record<UpdateOperator, Modify>> = {
  $set: (_current, argument) => argument,
  $setOnInsert: (_current, argument) => argument,
  $unset: () => undefined,
  $inc: increment,
  $min: (current, argument) => better(current, argument, -1),
  $max: (current, argument) => better(current, argument, 1),
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
};

/** These never make a path that is not there. */
export const onlyExisting: ReadonlySet<string> = new Set(['$unset', '$pull']);
