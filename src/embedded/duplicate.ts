/** E11000, with the key and the value that clash, as mongoose and the product read them. */

import { ObjectId } from 'bson';
import type { Collection } from './collection.ts';
import { Fault } from './fault.ts';
import { emptyArray } from './order.ts';
import { pathOf, valuesAt } from './path.ts';
import { type Doc, numeric, put } from './value.ts';

export function duplicateKey(collection: Collection, index: { name: string; spec: Doc }, doc: Doc): Fault {
  const keyPattern = index.spec.key as Doc;
  const keyValue: Doc = {};
  for (const field of Object.keys(keyPattern)) {
    const [value] = valuesAt(doc, pathOf(field));
    put(keyValue, field, value === undefined || value === emptyArray ? null : value);
  }
  const shown = Object.entries(keyValue).map(([field, value]) => `${field}: ${show(value)}`);
  return new Fault(
    11000,
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.ns} index: ${index.name} dup key: { ${shown.join(', ')} }`,
    { keyPattern, keyValue },
  );
}

function show(value: unknown): string {
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  const n = numeric(value);
  return n === undefined ? JSON.stringify(value) : String(n);
}
