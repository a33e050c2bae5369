import { z } from 'zod';
import { action } from '../core/action.ts';
import { type Fact, fact } from '../core/facts.ts';

/** Rest for what is still open of this day's digest, until the next working day. */
export const rest = action('reminders.rest', { day: z.string() });
/** Sends today's digest to those in the list who have something open. */
export const remindNow = action('reminders.now', { list: z.string() });

/** Somebody let the others be reminded; `about` is who did. */
export const askedToRemind: Fact<{ whom: 'all' | 'units' | 'team' }> = fact('reminders.asked');
