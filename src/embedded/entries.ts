/** The entries that an index has for a document. */
import type { Index } from './collection.ts';
import { Fault } from './fault.ts';
import { fieldKey } from './keys.ts';
import { emptyArray } from './order.ts';
import type { Path } from './path.ts';
import { type Doc, isObject, own } from './value.ts';

/** Where the walk for one field of the index stands. */
interface Slot {
  value: unknown;
  path: Path;
  at: number;
  /** An element of an array is not gone into again. */
  done: boolean;
}

export interface Entries {
  /** By their bytes as text. */
  keys: Map<string, Buffer>;
  multikey: boolean;
}

const none: Entries = { keys: new Map(), multikey: false };

export function entriesOf(index: Index, doc: Doc): Entries {
  if (index.partial && !index.partial.holds(doc)) return none;
  const slots = index.fields.map(({ path }) => ({ value: doc, path, at: 0, done: false }));
  const rows: unknown[][] = [];
  const arrays = expand(slots, rows);
  const keys = new Map<string, Buffer>();
  let cut = false;
  for (const row of rows) {
    const parts = row.map((value, i) => fieldKey(value, index.fields[i]?.descending === true, index.room));
    cut ||= parts.some((part) => part.length > index.room);
    const key = Buffer.concat(parts);
    keys.set(key.toString('latin1'), key);
  }
  return { keys, multikey: arrays || cut };
}

/**
 * Adds one row of values for each element of the array that the fields meet; fields below the same array go through it
 * together. Says whether there was one.
 */
function expand(from: readonly Slot[], rows: unknown[][]): boolean {
  const slots = from.map(advance);
  const atArray = slots.filter(({ value, done }) => !done && Array.isArray(value));
  const [first] = atArray;
  if (!first) {
    rows.push(slots.map(({ value }) => value));
    return false;
  }
  const other = atArray.find(({ value }) => value !== first.value);
  if (other) throw parallel(first, other);
  const array = first.value as readonly unknown[];
  const elements = array.length ? array : [emptyArray];
  for (const element of elements)
    expand(
      slots.map((slot) => (!slot.done && slot.value === array ? stepInto(slot, element) : slot)),
      rows,
    );
  return true;
}

const parallel = (a: Slot, b: Slot): Fault =>
  new Fault(
    171,
    'CannotIndexParallelArrays',
    `cannot index parallel arrays [${a.path.slice(0, a.at).join('.')}] [${b.path.slice(0, b.at).join('.')}]`,
  );

/** As far as documents lead: to the value of the field, to an array, or to nothing. */
function advance(slot: Slot): Slot {
  let { value, at } = slot;
  for (; at < slot.path.length && !Array.isArray(value); at++)
    value = isObject(value) ? own(value, slot.path[at] as string) : undefined;
  return { ...slot, value, at };
}

function stepInto(slot: Slot, element: unknown): Slot {
  if (slot.at === slot.path.length) return { ...slot, value: element, done: true };
  return { ...slot, value: isObject(element) ? element : undefined };
}
