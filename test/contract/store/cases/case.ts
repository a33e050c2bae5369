/** What a case of the contract is made of: data only, so that the coverage test can read which operators it uses. */
import mongoose from 'mongoose';

export interface Doc {
  [field: string]: unknown;
}

export interface Index {
  key: Record<string, 1 | -1>;
  options?: Doc;
}

interface Given {
  name: string;
  given: Doc[];
  indexes?: Index[];
  /** MongoDB can do more than the embedded store here, so a real one is not asked. */
  embeddedOnly?: boolean;
}

export interface FindCase extends Given {
  filter: Doc;
  options?: Doc;
  /** The documents found, in order if `options` sorts; a list of plain values stands for their `_id`s. */
  finds: unknown[];
}

export interface UpdateCase extends Given {
  filter: Doc;
  update: Doc | Doc[];
  options?: Doc & { many?: boolean };
  /** All documents afterwards, by `_id`. */
  leaves: Doc[];
}

export interface AggregateCase extends Given {
  pipeline: Doc[];
  /** In any order. */
  gives: Doc[];
}

export interface RefusalCase extends Given {
  find?: Doc;
  projection?: Doc;
  update?: Doc | Doc[];
  options?: Doc & { many?: boolean };
  pipeline?: Doc[];
  command?: Doc;
  code: number;
}

export const { Long, Double, Int32, MinKey, MaxKey, ObjectId, Binary, Code, BSONRegExp, Timestamp } =
  mongoose.mongo;

/** Documents with the ids 1, 2, 3… and these values in field `a`. */
export const values = (...list: unknown[]): Doc[] => list.map((a, i) => ({ _id: i + 1, a }));

export function finds(name: string, given: Doc[], filter: Doc, found: unknown[]): FindCase {
  return { name, given, filter, finds: found };
}

export function findsWith(name: string, given: Doc[], filter: Doc, options: Doc, found: unknown[]): FindCase {
  return { name, given, filter, options, finds: found };
}

/** An update of the document with the id 1. */
export function changes(name: string, given: Doc[], update: Doc | Doc[], leaves: Doc[]): UpdateCase {
  return { name, given, filter: { _id: 1 }, update, leaves };
}

export function changesWith(
  name: string,
  given: Doc[],
  filter: Doc,
  update: Doc | Doc[],
  options: Doc,
  leaves: Doc[],
): UpdateCase {
  return { name, given, filter, update, options, leaves };
}

export function gives(name: string, given: Doc[], pipeline: Doc[], result: Doc[]): AggregateCase {
  return { name, given, pipeline, gives: result };
}
