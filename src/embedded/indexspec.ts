/** Reads what an index is asked to be, and refuses what the store would not hold to. */
import { cannotIndex, Fault, typeMismatch } from './fault.ts';
import { isIndex, pathOf } from './path.ts';
import { indexOptions, isOneOf } from './supported.ts';
import { type Doc, isObject, numeric, own, put } from './value.ts';

/** Drivers and mongoose send these; they mean nothing here. */
const ignored = ['v', 'ns', 'background'];

/** The specification as it is kept; undefined for the index on `_id`, which is always there. */
export function indexSpec(given: unknown): Doc | undefined {
  if (!isObject(given)) throw typeMismatch('an index specification must be an object');
  const spec = knownOptions(given);
  const key = own(spec, 'key');
  if (!isObject(key) || !Object.keys(key).length) throw cannotIndex('Index keys cannot be an empty object');
  requireLifetime(spec, key);
  if (Object.keys(key).join() === '_id') return undefined;
  for (const [field, direction] of Object.entries(key)) requireField(field, direction);
  if (typeof spec.name !== 'string' || !spec.name) throw cannotIndex('an index needs a name');
  return spec;
}

function knownOptions(given: Doc): Doc {
  const spec: Doc = {};
  for (const field of Object.keys(given)) {
    if (isOneOf(indexOptions, field)) put(spec, field, given[field]);
    else if (!ignored.includes(field))
      throw new Fault(
        197,
        'InvalidIndexSpecificationOption',
        `The field '${field}' is not valid for an index specification`,
      );
  }
  return spec;
}

function requireField(field: string, direction: unknown): void {
  const n = numeric(direction);
  if (n !== 1 && n !== -1)
    throw cannotIndex(`Values in the index key pattern must be 1 or -1 in the embedded store: ${field}`);
  const path = pathOf(field);
  if (path.some((step) => step === '' || step.startsWith('$') || isIndex(step)))
    throw cannotIndex(`the embedded store has no indexes on '${field}'`);
}

function requireLifetime(spec: Doc, key: Doc): void {
  const given = own(spec, 'expireAfterSeconds');
  if (given === undefined) return;
  const seconds = numeric(given);
  if (seconds === undefined) throw typeMismatch("The field 'expireAfterSeconds' must be a number");
  if (!(Number(seconds) >= 0 && Number(seconds) < 2 ** 31))
    throw cannotIndex('TTL index expireAfterSeconds must be within the range of 0 to 2147483647');
  if (Object.hasOwn(key, '_id'))
    throw cannotIndex("The field 'expireAfterSeconds' is not valid for an _id index");
  if (Object.keys(key).length > 1)
    throw cannotIndex('TTL indexes are single-field indexes, compound indexes do not support TTL.');
}
