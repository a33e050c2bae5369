/** Whether a filter asks only for documents that a partial index holds. */
import { conjuncts } from './bounds.ts';
import { compileFilter, hasOperators } from './match.ts';
import { equal } from './order.ts';
import { pathOf, withPath } from './path.ts';
import { type Doc, isTruthy, own } from './value.ts';

export function implies(filter: Doc, partial: Doc): boolean {
  const known = [...conjuncts(filter)];
  return [...conjuncts(partial)].every(([field, wanted]) =>
    known.some(([name, value]) => name === field && impliesOne(field, value, wanted)),
  );
}

function impliesOne(field: string, value: unknown, wanted: unknown): boolean {
  if (equal(value, wanted)) return true;
  if (field.startsWith('$')) return false;
  if (requiresPresence(value) && isPresence(wanted)) return true;
  const values = valuesOf(value);
  if (!values.length) return false;
  const holds = compileFilter({ [field]: wanted }, new Date(0));
  // Null finds a missing field too.
  return values.every(
    (candidate) =>
      holds(withPath({}, pathOf(field), candidate)) && ((candidate ?? null) !== null || holds({})),
  );
}

function valuesOf(value: unknown): readonly unknown[] {
  if (!hasOperators(value)) return [value];
  const list = own(value, '$in');
  return Array.isArray(list) ? list : [];
}

const isPresence = (wanted: unknown): boolean =>
  hasOperators(wanted) && Object.keys(wanted).length === 1 && isTruthy(own(wanted, '$exists'));

/** A range over a value is never met by a missing field. */
function requiresPresence(value: unknown): boolean {
  if (!hasOperators(value)) return false;
  return ['$gt', '$gte', '$lt', '$lte'].some((operator) => (own(value, operator) ?? null) !== null);
}
