/** What each update operator does to one field: the value it has (undefined when missing) to the value it gets. */
import { badValue, typeMismatch } from './fault.ts';
import { equal } from './order.ts';
import { arrayModifiers, isOneOf, type UpdateOperator } from './supported.ts';
import { addNumbers, isNumber, isObject, own } from './value.ts';

export type Modify = (current: unknown, argument: unknown) => unknown;

/** The `$each` form, or the one value given. */
function eachOf(argument: unknown): readonly unknown[] {
  if (!isObject(argument) || !Object.hasOwn(argument, '$each')) return [argument];
  const unknown = Object.keys(argument).find((name) => !isOneOf(arrayModifiers, name));
  if (unknown) throw badValue(`Found unexpected fields after $each in $addToSet: ${unknown}`);
  const values = own(argument, '$each');
  if (!Array.isArray(values)) throw typeMismatch('The argument to $each in $addToSet must be an array');
  return values;
}

function increment(current: unknown, argument: unknown): unknown {
  if (!isNumber(argument)) throw typeMismatch('Cannot increment with non-numeric argument');
  if (current === undefined) return argument;
  if (!isNumber(current)) throw typeMismatch('Cannot apply $inc to a value of non-numeric type');
  const total = addNumbers(current, argument);
  if (total === null) throw badValue('Failed to apply $inc operations to current value: integer overflow');
  return total;
}

function addToSet(current: unknown, argument: unknown): unknown {
  if (current !== undefined && !Array.isArray(current))
    throw badValue('Cannot apply $addToSet to a non-array field');
  const result: unknown[] = [...(current ?? [])];
  for (const value of eachOf(argument))
    if (!result.some((element) => equal(element, value))) result.push(value);
  return result;
}

export const modify: Readonly<Record<UpdateOperator, Modify>> = {
  $set: (_current, argument) => argument,
  $setOnInsert: (_current, argument) => argument,
  $unset: () => undefined,
  $inc: increment,
  $addToSet: addToSet,
};
