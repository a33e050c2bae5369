/**
 * When a message was first tried: from then on it may be there, and that is how far back it is looked for. What Slack
 * surely refused is forgotten, so a note that is left means that nobody knows.
 */
import type { Collections, TryRow } from './model.ts';
import { later } from './model.ts';

export interface Tries {
  /** Notes the try, and tells of an earlier one. `unnoted`: there was one, but nobody knows when. */
  begin(id: string, unnoted: boolean): Promise<TryRow | undefined>;
  /** Nothing can be there. */
  forget(id: string): Promise<void>;
  /** The look-up has to wait, and goes on at this page; says how often it had to. */
  waits(id: string, cursor: string): Promise<number>;
}

/** Longer than any outbox waits. */
const keptDays = 30;

export function triesOf({ tries }: Pick<Collections, 'tries'>, now: () => Date): Tries {
  return {
    async begin(id, unnoted) {
      const first = { at: unnoted ? new Date(0) : now(), until: later(keptDays), waits: 0 };
      const before = await tries.findOneAndUpdate(
        { _id: id },
        { $setOnInsert: first },
        { upsert: true, returnDocument: 'before' },
      );
      return before ?? undefined;
    },
    forget: async (id) => void (await tries.deleteOne({ _id: id })),
    async waits(id, cursor) {
      const change = { $inc: { waits: 1 }, $set: { cursor } };
      return (await tries.findOneAndUpdate({ _id: id }, change, { returnDocument: 'after' }))?.waits ?? 0;
    },
  };
}
