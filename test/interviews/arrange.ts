/** A conversation of Ann's with Bo, as the rules see it. */
import type { Interview, Side } from '../../src/interviews/model.ts';
import { type Act, opened } from '../../src/interviews/rules.ts';

export const now = new Date('2027-04-28T09:00:00Z');
export const later = new Date('2027-04-29T09:00:00Z');
export const act = (side: Side, at = now): Act => ({ side, by: side === 'person' ? 'ann' : 'bo', now: at });
export const person = act('person');
export const manager = act('manager');

export const fresh = (over: Partial<Interview> = {}): Interview => ({
  ...opened({
    _id: 'q1:ann',
    cycle: 'q1',
    person: 'ann',
    manager: 'bo',
    unit: 'Product',
    version: 1,
    reasons: [],
    now,
  }),
  rev: 1,
  ...over,
});
