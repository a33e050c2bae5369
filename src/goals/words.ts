/** The facts of goals as sentences, for the audit. */
import { numberWords } from '../core/i18n.ts';
import type { FactWords } from '../core/module.ts';
import {
  companyGoalPublished,
  concernAnswered,
  concernRaised,
  contractConfirmed,
  decisionUndone,
  goalAgreed,
  goalDropped,
  goalReturned,
  goalsProposed,
  goalsRead,
  progressRecorded,
  weightsWaived,
} from './facts.ts';
import { chore } from './messages-task.ts';
import { percentOf } from './weights.ts';

const numberIn = (data: unknown, key: string): number => Number((data as Record<string, unknown>)[key] ?? 0);

export const factWords: Readonly<Record<string, FactWords>> = {
  [goalsProposed.name]: (l, { by }, names) => chore(l).proposedFact(names(by)),
  [goalAgreed.name]: (l, { by, about, data }, names) =>
    chore(l).agreedFact(names(by), names(about), String(numberIn(data, 'version'))),
  [goalReturned.name]: (l, { by, about }, names) => chore(l).returnedFact(names(by), names(about)),
  [decisionUndone.name]: (l, { by, about }, names) => chore(l).undoneFact(names(by), names(about)),
  [goalDropped.name]: (l, { by, about }, names) => chore(l).droppedFact(names(by), names(about)),
  [progressRecorded.name]: (l, { by }, names) => chore(l).progressFact(names(by)),
  [contractConfirmed.name]: (l, { about, data }, names) =>
    chore(l).contractFact(names(about), String(numberIn(data, 'version'))),
  [weightsWaived.name]: (l, { by, about, data }, names) =>
    chore(l).waivedFact(names(by), names(about), numberWords(l, percentOf(numberIn(data, 'sum')))),
  [concernRaised.name]: (l, { by }, names) => chore(l).concernFact(names(by)),
  [concernAnswered.name]: (l, { by, about }, names) => chore(l).answeredFact(names(by), names(about)),
  [companyGoalPublished.name]: (l, { by }, names) => chore(l).publishedFact(names(by)),
  [goalsRead.name]: (l, { by, about }, names) => chore(l).readFact(names(by), names(about)),
};
