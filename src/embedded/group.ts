/** `$group`: one document for each value of `_id`, with sums. */
import { Int32 } from 'bson';
import { compileExpression, type Expression, sum } from './expression.ts';
import { Fault } from './fault.ts';
import { keyText } from './keys.ts';
import { accumulators, isOneOf } from './supported.ts';
import { type Doc, isNumber, isObject, own, put } from './value.ts';

function summed(name: string, spec: unknown, now: Date): readonly [string, Expression] {
  const [operator, ...rest] = isObject(spec) ? Object.keys(spec) : [];
  if (!isObject(spec) || !operator || rest.length)
    throw new Fault(40234, 'Location40234', `The field '${name}' must be an accumulator object`);
  if (!isOneOf(accumulators, operator))
    throw new Fault(15952, 'Location15952', `unknown group operator '${operator}'`);
  return [name, compileExpression(spec[operator], now)];
}

export function compileGroup(spec: unknown, now: Date): (docs: Iterable<Doc>) => Iterable<Doc> {
  if (!isObject(spec))
    throw new Fault(15947, 'Location15947', "a group's fields must be specified in an object");
  if (!Object.hasOwn(spec, '_id'))
    throw new Fault(15955, 'Location15955', 'a group specification must include an _id');
  const key = compileExpression(own(spec, '_id'), now);
  const sums = Object.entries(spec)
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => summed(name, value, now));
  return (docs) => {
    const groups = new Map<string, Doc>();
    for (const doc of docs) {
      const id = key(doc) ?? null;
      const text = keyText(id);
      const group = groups.get(text) ?? { _id: id };
      groups.set(text, group);
      for (const [name, expression] of sums) {
        const value = expression(doc);
        const total = own(group, name) ?? new Int32(0);
        put(group, name, isNumber(value) ? sum(total, value) : total);
      }
    }
    return groups.values();
  };
}
