/** What the catalogue knows of a collection and its indexes. */
import type { UUID } from 'bson';
import { fieldRoom, numberKey } from './keys.ts';
import { compileFilter, type Match } from './match.ts';
import { type Path, pathOf } from './path.ts';
import { type Doc, isObject, isTruthy, numeric, own, whole } from './value.ts';

export interface IndexField {
  name: string;
  path: Path;
  descending: boolean;
}

export interface Index {
  id: number;
  name: string;
  /** As it was asked for, and as listIndexes answers. */
  spec: Doc;
  /** All its entries begin with these bytes. */
  prefix: Buffer;
  fields: readonly IndexField[];
  unique: boolean;
  partial: { filter: Doc; holds: Match } | undefined;
  expireAfterSeconds: number | undefined;
  /** Bytes that one field may take in an entry. */
  room: number;
  /**
   * Some document has several entries, because of an array, or an entry that is cut short. Its order is then not the
   * order of the documents, and the two ends of a range may be met by different elements.
   */
  multikey: boolean;
  /** Transactions begun before this moment do not see its entries, nor does anybody before they are on the disk. */
  usableFrom: number;
}

export const notYet = Number.POSITIVE_INFINITY;

export interface Collection {
  ns: string;
  id: number;
  uuid: UUID;
  /** The keys of all its documents begin with these bytes. */
  prefix: Buffer;
  indexes: readonly Index[];
}

export function readIndex(id: number, spec: Doc, multikey: boolean, usableFrom: number): Index {
  const key = spec.key as Doc;
  const fields = Object.entries(key).map(([name, direction]) => ({
    name,
    path: pathOf(name),
    descending: Number(numeric(direction)) < 0,
  }));
  const filter = own(spec, 'partialFilterExpression');
  return {
    id,
    name: String(spec.name),
    spec,
    prefix: numberKey(id),
    fields,
    unique: isTruthy(own(spec, 'unique')),
    partial: isObject(filter) ? { filter, holds: compileFilter(filter, new Date(0)) } : undefined,
    expireAfterSeconds: whole(own(spec, 'expireAfterSeconds')),
    room: fieldRoom(fields.length),
    multikey,
    usableFrom,
  };
}
