/** The facts of appeals as sentences, for the audit. */
import type { FactWords } from '../core/module.ts';
import { spans } from './clocks.ts';
import {
  appealAcknowledged,
  appealAgreed,
  appealAnswered,
  appealAssigned,
  appealDecided,
  appealEnded,
  appealEscalated,
  appealInvited,
  appealNeeds,
  appealOpened,
  appealOverdue,
  appealRead,
  appealRerated,
  appealStatement,
} from './facts.ts';
import { say } from './messages.ts';
import { office } from './messages-office.ts';
import { type AppealState, appealFlow, type Clock, type Outcome, outcomes } from './model.ts';

const text = (data: unknown, key: string): string => String((data as Record<string, unknown>)[key] ?? '');

/** What an older or newer program wrote stays as it is. */
const known = <T extends string>(all: readonly T[], code: string, words: (one: T) => string): string =>
  (all as readonly string[]).includes(code) ? words(code as T) : code;

type Deed = Extract<keyof ReturnType<typeof office>, `deed${string}`>;
const did =
  (deed: Deed): FactWords =>
  (l, { by, about }) =>
    office(l).did(by, office(l)[deed], about);

export const factWords: Readonly<Record<string, FactWords>> = {
  [appealOpened.name]: did('deedOpened'),
  [appealAssigned.name]: did('deedAssigned'),
  [appealAcknowledged.name]: did('deedAcknowledged'),
  [appealStatement.name]: did('deedStatement'),
  [appealInvited.name]: did('deedInvited'),
  [appealNeeds.name]: did('deedNeeds'),
  [appealAnswered.name]: did('deedAnswered'),
  [appealRead.name]: (l, { by, about, data }) =>
    office(l).did(by, office(l)[text(data, 'file') === 'true' ? 'deedFile' : 'deedRead'], about),
  [appealAgreed.name]: did('deedAgreed'),
  [appealDecided.name]: (l, { by, about, data }) =>
    office(l).decidedFact(
      by,
      about,
      known<Outcome>(outcomes, text(data, 'outcome'), (o) => say(l).outcome(o)),
    ),
  [appealRerated.name]: did('deedRerated'),
  [appealEscalated.name]: did('deedEscalated'),
  [appealOverdue.name]: (l, { about, data }) =>
    office(l).overdueFact(
      about,
      known<Clock>(Object.keys(spans) as Clock[], text(data, 'clock'), (c) => say(l).clock(c)),
    ),
  [appealEnded.name]: (l, { about, data }) =>
    office(l).endedFact(
      about,
      known<AppealState>(appealFlow.states, text(data, 'how'), (s) => say(l).state(s)),
    ),
};
