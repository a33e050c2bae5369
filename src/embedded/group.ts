/** `$group`: one document for each value of `_id`, with accumulators. */
import { Double, Int32 } from 'bson';
import { compileExpression, type Expression, extreme, sum } from './expression.ts';
import { Fault } from './fault.ts';
import { keyText } from './keys.ts';
import { type Accumulator, accumulators, isOneOf } from './supported.ts';
import { type Doc, isNumber, isObject, numeric, own, put } from './value.ts';

interface Gathering {
  add(value: unknown): void;
  result(): unknown;
}

const present = (value: unknown): boolean => value !== undefined;

const gatherings: Readonly<Record<Accumulator, () => Gathering>> = {
  $sum: () => {
    let total: unknown = new Int32(0);
    const add = (value: unknown): void => {
      if (isNumber(value)) total = sum(total, value);
    };
    return { add, result: () => total };
  },
  $avg: () => {
    let total = 0;
    let count = 0;
    const add = (value: unknown): void => {
      if (!isNumber(value)) return;
      total += Number(numeric(value));
      count++;
    };
    return { add, result: () => (count ? new Double(total / count) : null) };
  },
  $min: () => extremes(-1),
  $max: () => extremes(1),
  $push: () => {
    const list: unknown[] = [];
    return { add: (value) => void (present(value) && list.push(value)), result: () => list };
  },
  $addToSet: () => {
    const set = new Map<string, unknown>();
    return {
      add: (value) => void (present(value) && set.set(keyText(value), value)),
      result: () => [...set.values()],
    };
  },
  $first: () => {
    const seen: unknown[] = [];
    const add = (value: unknown): void => {
      if (!seen.length) seen.push(value);
    };
    return { add, result: () => seen[0] ?? null };
  },
  $last: () => {
    let last: unknown;
    const add = (value: unknown): void => {
      last = value;
    };
    return { add, result: () => last ?? null };
  },
};

function extremes(direction: 1 | -1): Gathering {
  let best: unknown = null;
  const add = (value: unknown): void => {
    best = extreme([best, value], direction);
  };
  return { add, result: () => best };
}

interface Field {
  name: string;
  gather: () => Gathering;
  expression: Expression;
}

function compileField(name: string, spec: unknown, now: Date): Field {
  const [operator, ...rest] = isObject(spec) ? Object.keys(spec) : [];
  if (!isObject(spec) || !operator || rest.length)
    throw new Fault(40234, 'Location40234', `The field '${name}' must be an accumulator object`);
  if (!isOneOf(accumulators, operator))
    throw new Fault(15952, 'Location15952', `unknown group operator '${operator}'`);
  return { name, gather: gatherings[operator], expression: compileExpression(spec[operator], now) };
}

export function compileGroup(spec: unknown, now: Date): (docs: Iterable<Doc>) => Doc[] {
  if (!isObject(spec))
    throw new Fault(15947, 'Location15947', "a group's fields must be specified in an object");
  if (!Object.hasOwn(spec, '_id'))
    throw new Fault(15955, 'Location15955', 'a group specification must include an _id');
  const key = compileExpression(own(spec, '_id'), now);
  const fields = Object.entries(spec)
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => compileField(name, value, now));
  return (docs) => {
    const groups = new Map<string, { id: unknown; values: Gathering[] }>();
    for (const doc of docs) {
      const id = key(doc) ?? null;
      const text = keyText(id);
      const group = groups.get(text) ?? { id, values: fields.map((field) => field.gather()) };
      groups.set(text, group);
      fields.forEach((field, i) => {
        group.values[i]?.add(field.expression(doc));
      });
    }
    return [...groups.values()].map(({ id, values }) => {
      const result: Doc = { _id: id };
      fields.forEach((field, i) => {
        put(result, field.name, values[i]?.result());
      });
      return result;
    });
  };
}
