/** News of results. `about` is the person, `ref` the cycle; never a grade, a score or a word. */
import { type Fact, fact } from '../core/facts.ts';

/** The first version is with the person. */
export const resultReleased: Fact<{ version: number }> = fact('results.released');
/** A later version, after an appeal. */
export const resultRevised: Fact<{ version: number }> = fact('results.revised');
/** `silent`: five working days passed without a word. */
export const resultAcknowledged: Fact<{ version: number; silent: boolean }> = fact('results.acknowledged');
/** Somebody else read it. */
export const resultRead: Fact<{ version: number }> = fact('results.read');
/** The manager wrote beside the numbers. */
export const wordsWritten: Fact<Record<string, never>> = fact('results.words');
/** Where managers give out: they say that they have talked, before. */
export const talkHeld: Fact<Record<string, never>> = fact('results.talked');
/** About a cycle: HR asks for a sign-off, somebody gives it or not, everything is out. */
export const signAsked: Fact<{ batch: string; people: number }> = fact('results.signAsked');
export const signGiven: Fact<{ batch: string }> = fact('results.signGiven');
export const signRefused: Fact<{ batch: string }> = fact('results.signRefused');
export const releaseStarted: Fact<{ batch: string; people: number }> = fact('results.releaseStarted');
/** The person's or a reader's printable record, or the archive as a file. */
export const recordPrinted: Fact<{ version: number }> = fact('results.printed');
export const historyExported: Fact<{ results: number }> = fact('results.historyExported');
