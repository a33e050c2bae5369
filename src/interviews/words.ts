/** The facts of conversations as sentences, for the audit. */
import type { Fact } from '../core/facts.ts';
import type { FactWords } from '../core/module.ts';
import {
  feedbackWritten,
  interviewAsked,
  interviewConfirmed,
  interviewDenied,
  interviewDone,
  interviewHeld,
  interviewMoved,
  interviewRead,
  notesWritten,
  timeAgreed,
  timeCalledOff,
  timeProposed,
} from './facts.ts';
import { sayFacts } from './messages-facts.ts';

type Deed =
  | 'asked'
  | 'proposed'
  | 'agreed'
  | 'calledOff'
  | 'held'
  | 'denied'
  | 'noted'
  | 'wrote'
  | 'confirmed'
  | 'read';

const did =
  (deed: Deed): FactWords =>
  (l, { by, about }) =>
    sayFacts(l)[deed](by, about);

const words: [Fact<never>, FactWords][] = [
  [interviewAsked as Fact<never>, did('asked')],
  [timeProposed as Fact<never>, did('proposed')],
  [timeAgreed as Fact<never>, did('agreed')],
  [timeCalledOff as Fact<never>, did('calledOff')],
  [interviewHeld as Fact<never>, did('held')],
  [interviewDenied as Fact<never>, did('denied')],
  [notesWritten as Fact<never>, did('noted')],
  [feedbackWritten as Fact<never>, did('wrote')],
  [interviewConfirmed as Fact<never>, did('confirmed')],
  [interviewRead as Fact<never>, did('read')],
  [interviewDone as Fact<never>, (l, { about }) => sayFacts(l).done(about)],
  [
    interviewMoved as Fact<never>,
    (l, { about, data }) => sayFacts(l).moved(about, (data as { to?: string }).to),
  ],
];

export const factWords: Readonly<Record<string, FactWords>> = Object.fromEntries(
  words.map(([fact, say]) => [fact.name, say]),
);
