import { z } from 'zod';
import { action } from '../core/action.ts';
import { choice, day, maybe, pick, text } from '../core/values.ts';
import { decisions, ticks } from './model.ts';
import { snoozes } from './schedule.ts';

const checkIn = z.string();
const obstacle = z.string();

export const start = action('checkins.start', { checkIn });
export const openTalkForm = action('checkins.form', { checkIn });
export const snooze = action('checkins.snooze', { checkIn, to: z.enum(snoozes) });
export const tick = action('checkins.tick', { checkIn, n: z.number() }, { value: choice(...ticks) });
export const openSkip = action('checkins.openSkip', { checkIn });
export const skip = action('checkins.skip', { checkIn }, { reason: text(2000) });

const slot = { day: day(), time: pick(), note: maybe(text(2000)) };
export const openMeet = action('checkins.openMeet', { checkIn });
export const meet = action('checkins.meet', { checkIn }, slot);
/** `at`: the proposal that is accepted, so that one changed meanwhile is noticed. */
export const acceptMeeting = action('checkins.acceptMeeting', { checkIn, at: z.string() });

export const openComment = action('checkins.openComment', { checkIn });
export const comment = action('checkins.comment', { checkIn }, { text: text(3000) });
export const openRecord = action('checkins.open', { checkIn });
export const readEarlier = action('checkins.read', { checkIn });

export const openDecision = action('checkins.openDecision', { obstacle, how: z.enum(decisions) });
export const decide = action(
  'checkins.decide',
  { obstacle, how: z.enum(['answer', 'resource']) },
  { text: text(3000) },
);
export const escalate = action('checkins.escalate', { obstacle }, { text: maybe(text(3000)) });
export const meetAbout = action('checkins.meetAbout', { obstacle }, slot);
export const showWaiting = action('checkins.waiting', {});
