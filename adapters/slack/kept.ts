/**
 * What Slack's ids and values have no room for is kept here, sealed, and found again by its digest: the further pages of
 * a long card, an option's long value, the first pages of a long form. The same text is kept once.
 */
import { createHash } from 'node:crypto';
import type { PlatformPorts } from '../../src/core/platform.ts';
import { type Collections, later } from './model.ts';

export interface Kept {
  put(entries: readonly Entry[]): Promise<void>;
  get(id: string): Promise<string | undefined>;
}

export interface Entry {
  id: string;
  subject: string;
  text: string;
  /** From now on, for that long. */
  days?: number;
}

/** Longer than any cycle lasts, so that no live card has a button that nobody can read. */
const usualDays = 400;

export const keyOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

export const entryOf = (subject: string, text: string): Entry => ({
  id: keyOf(subject, text),
  subject,
  text,
});

const about = (id: string) => `slack_kept:${id}`;

export function keeping({ kept }: Collections, { sealing }: Pick<PlatformPorts, 'sealing'>): Kept {
  return {
    async put(entries) {
      for (const { id, subject, text, days = usualDays } of entries) {
        const sealed = await sealing.seal(subject, about(id), text);
        await kept.updateOne(
          { _id: id },
          { $set: { subject, sealed, until: later(days) } },
          { upsert: true },
        );
      }
    },
    async get(id) {
      const row = await kept.findOne({ _id: id });
      return row ? sealing.open(row.subject, about(id), row.sealed) : undefined;
    },
  };
}

const marked = /^(kept|nth\d+):/;

/** As it is where it fits, else by reference. */
export function held(text: string, most: number, keep: (text: string) => string): string {
  return text.length <= most && !marked.test(text) ? text : `kept:${keep(text)}`;
}

/** Slack takes no value twice in one menu. */
export const heldAgain = (
  value: string,
  nth: number,
  most: number,
  keep: (text: string) => string,
): string => (nth === 0 ? held(value, most, keep) : `nth${nth}:${held(value, most - 10, keep)}`);

export async function released(kept: Kept, text: string): Promise<string | undefined> {
  const bare = text.replace(/^nth\d+:/, '');
  return bare.startsWith('kept:') ? kept.get(bare.slice('kept:'.length)) : bare;
}
