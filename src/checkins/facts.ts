/** News of check-ins. `about` is the person, `ref` the check-in; never what was said. */
import { type Fact, fact } from '../core/facts.ts';

export const checkInAsked: Fact<{ cycle: string; why: string }> = fact('checkins.asked');
export const checkInDone: Fact<{ cycle: string; confidence: string }> = fact('checkins.done');
export const checkInChanged: Fact<{ cycle: string }> = fact('checkins.changed');
export const checkInSkipped: Fact<{ cycle: string }> = fact('checkins.skipped');
/** Not asked on its day: a code of `Hindrance` in rules.ts. */
export const checkInOmitted: Fact<{ cycle: string; day: string; why: string }> = fact('checkins.omitted');
/** The next date came before anybody answered. */
export const checkInPassed: Fact<{ cycle: string; day: string }> = fact('checkins.passed');
export const meetingProposed: Fact<{ at: string }> = fact('checkins.meetingProposed');
export const meetingAgreed: Fact<{ at: string }> = fact('checkins.meetingAgreed');
export const obstacleTold: Fact<{ to: string }> = fact('checkins.obstacleTold');
export const obstacleDecided: Fact<{ how: string; to?: string | undefined }> =
  fact('checkins.obstacleDecided');
export const recordRead: Fact<Record<never, never>> = fact('checkins.read');
export const recordCommented: Fact<Record<never, never>> = fact('checkins.commented');
