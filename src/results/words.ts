/** The facts of results as sentences, for the audit. */
import type { FactWords } from '../core/module.ts';
import {
  historyExported,
  recordPrinted,
  releaseStarted,
  resultAcknowledged,
  resultRead,
  resultReleased,
  resultRevised,
  signAsked,
  signGiven,
  signRefused,
  talkHeld,
  wordsWritten,
} from './facts.ts';
import { team } from './messages-team.ts';

const value = (data: unknown, key: string): unknown => (data as Record<string, unknown>)[key];
const figure = (data: unknown, key: string): number => Number(value(data, key) ?? 0);

export const factWords: Readonly<Record<string, FactWords>> = {
  [resultReleased.name]: (l, { about }) => team(l).releasedFact(about),
  [resultRevised.name]: (l, { about, data }) => team(l).revisedFact(about, String(figure(data, 'version'))),
  [resultAcknowledged.name]: (l, { about, data }) =>
    value(data, 'silent') === true ? team(l).silentFact(about) : team(l).acknowledgedFact(about),
  [resultRead.name]: (l, { by, about }) => team(l).readFact(by, about),
  [wordsWritten.name]: (l, { by, about }) => team(l).wordsFact(by, about),
  [talkHeld.name]: (l, { by, about }) => team(l).talkedFact(by, about),
  [signAsked.name]: (l, { by, data }) => team(l).askedFact(by, figure(data, 'people')),
  [signGiven.name]: (l, { by }) => team(l).signedFact(by),
  [signRefused.name]: (l, { by }) => team(l).declinedFact(by),
  [releaseStarted.name]: (l, { by, data }) => team(l).startedFact(by, figure(data, 'people')),
  [recordPrinted.name]: (l, { by, about }) => team(l).printedFact(by, about),
  [historyExported.name]: (l, { by }) => team(l).historyFact(by),
};
