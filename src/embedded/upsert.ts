/** The document that an upsert starts from: what the filter says its fields are equal to. */
import { BSONRegExp } from 'bson';
import { Fault } from './fault.ts';
import { hasOperators } from './match.ts';
import { type Path, pathOf } from './path.ts';
import { type Doc, isObject, own, put } from './value.ts';

export function upsertSeed(filter: Doc): Doc {
  const seed: Doc = {};
  for (const [field, value] of equalities(filter)) setOnce(seed, pathOf(field), value, field);
  return seed;
}

function* equalities(filter: Doc): Generator<[string, unknown]> {
  for (const [field, value] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(value)) for (const part of value) yield* equalities(part as Doc);
    else if (field === '$or' && Array.isArray(value) && value.length === 1)
      yield* equalities(value[0] as Doc);
    else if (!field.startsWith('$')) yield* equality(field, value);
  }
}

function* equality(field: string, value: unknown): Generator<[string, unknown]> {
  if (value instanceof BSONRegExp) return;
  if (!hasOperators(value)) {
    yield [field, value];
    return;
  }
  const only = (list: unknown): unknown => (Array.isArray(list) && list.length === 1 ? list[0] : undefined);
  const single = only(own(value, '$in')) ?? only(own(value, '$all'));
  if (single !== undefined && !hasOperators(single)) yield [field, single];
}

function setOnce(seed: Doc, path: Path, value: unknown, field: string): void {
  let doc = seed;
  for (const step of path.slice(0, -1)) {
    const next = own(doc, step) ?? {};
    if (!isObject(next)) throw matchedTwice(field);
    put(doc, step, next);
    doc = next;
  }
  const last = path.at(-1) as string;
  if (Object.hasOwn(doc, last)) throw matchedTwice(field);
  put(doc, last, value);
}

const matchedTwice = (field: string): Fault =>
  new Fault(54, 'NotSingleValueField', `cannot infer query fields to set, path '${field}' is matched twice`);
