/**
 * News of calibration. `about` is the cycle, `ref` the session: everybody reads the audit about themself, and before the
 * release nobody is to find there that their grade was changed. Only looking into a row is a fact about its person.
 */
import { type Fact, fact } from '../core/facts.ts';

type Nothing = Record<never, never>;

export const calibrationOpened: Fact<{ people: number; members: number }> = fact('calibration.opened');
export const calibrationJoined: Fact<{ members: number }> = fact('calibration.joined');
/** `override`: which; whom it is about and the grades stand there alone. */
export const gradeChanged: Fact<{ override: string }> = fact('calibration.changed');
export const gradeChangeUndone: Fact<{ override: string }> = fact('calibration.undone');
export const gradeProposed: Fact<{ note: string }> = fact('calibration.proposed');
export const calibrationSigned: Fact<Nothing> = fact('calibration.signed');
export const calibrationUnsigned: Fact<Nothing> = fact('calibration.unsigned');
export const calibrationClosed: Fact<{ people: number }> = fact('calibration.closed');
export const calibrationReopened: Fact<Nothing> = fact('calibration.reopened');
/** `about` is the person, `ref` the cycle. */
export const rowRead: Fact<{ session: string }> = fact('calibration.read');
