/** The facts of ratings as sentences, for the audit. */
import type { FactWords } from '../core/module.ts';
import {
  deciderNamed,
  keyResultExcluded,
  numberEntered,
  numbersConfirmed,
  questionAnswered,
  questionAsked,
  ratingApproved,
  ratingMissed,
  ratingPassedOn,
  ratingRead,
  ratingReturned,
  ratingStands,
  ratingSubmitted,
  ratingsExported,
  ratingsOpened,
  ratingUndone,
  statementWritten,
} from './facts.ts';
import { deed } from './messages-deeds.ts';
import { office } from './messages-office.ts';
import { told } from './messages-told.ts';
import type { UnratedReason } from './model.ts';

const text = (data: unknown, key: string): string => String((data as Record<string, unknown>)[key] ?? '');

/** "Bo confirmed the final numbers of Ann." */
const did =
  (what: keyof ReturnType<typeof deed>): FactWords =>
  (l, { by, about }) =>
    office(l).did(by, deed(l)[what], about);

export const factWords: Readonly<Record<string, FactWords>> = {
  [ratingsOpened.name]: (l, { data }) => office(l).openedFact(Number(text(data, 'people'))),
  [numbersConfirmed.name]: did('confirmed'),
  [numberEntered.name]: did('entered'),
  [keyResultExcluded.name]: did('excluded'),
  [ratingSubmitted.name]: did('submitted'),
  [ratingApproved.name]: did('approved'),
  [ratingReturned.name]: (l, { by, about, data }) =>
    office(l).did(by, deed(l)[text(data, 'office') === 'true' ? 'reexamined' : 'returned'], about),
  [ratingUndone.name]: did('undone'),
  [ratingPassedOn.name]: (l, { about, data }) => office(l).passedFact(about, text(data, 'to')),
  [ratingMissed.name]: (l, { about, data }) =>
    office(l).missedFact(about, told(l)[(text(data, 'why') || 'notRated') as UnratedReason]),
  [ratingStands.name]: (l, { about }) => office(l).standsFact(about),
  [deciderNamed.name]: (l, { by, about, data }) => office(l).namedFact(by, text(data, 'to'), about),
  [questionAsked.name]: did('asked'),
  [questionAnswered.name]: did('answered'),
  [ratingRead.name]: did('read'),
  [ratingsExported.name]: (l, { by, data }) => office(l).exportedFact(by, Number(text(data, 'people'))),
  [statementWritten.name]: did('statement'),
};
