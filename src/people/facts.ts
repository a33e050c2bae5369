/** News of people. `about` is the person, `ref` the import that brought it. */
import type { Day } from '../core/calendar.ts';
import { type Fact, fact } from '../core/facts.ts';

/** `about` is the HR person who pressed [Apply], `ref` the import. */
export const peopleImported: Fact<{ added: number; changed: number; leaving: number; lines: number }> =
  fact('people.imported');
/** Somebody is new, or is back after having left. */
export const personJoined: Fact<{ hired: Day }> = fact('people.joined');
/** The person's last day is over: recorded when the next one begins where they live, or at once for a day that is past. */
export const personLeft: Fact<{ day: Day }> = fact('people.left');
/** Without `to` the person has no manager any more. */
export const managerChanged: Fact<{ from?: string; to?: string }> = fact('people.managerChanged');
/** The transfer's date is the fact's. */
export const unitChanged: Fact<{ from: string; to: string }> = fact('people.unitChanged');
/** Who may do what changed: names of roles. */
export const rolesChanged: Fact<{ from: string[]; to: string[] }> = fact('people.rolesChanged');
export const settingsChanged: Fact<{ what: string[] }> = fact('people.settingsChanged');
