/** Buttons and forms of ratings. `seen` is the version of the rating that a decision is about. */
import { z } from 'zod';
import { action, openAction } from '../core/action.ts';
import { choice, maybe, number, pick, text } from '../core/values.ts';

const cycle = { cycle: z.string() };
const theirs = { ...cycle, person: z.string() };
const seen = { ...theirs, seen: z.number() };
const keyResult = { ...theirs, goal: z.string(), keyResult: z.string() };

export const openTeam = action('ratings.team', cycle);
/** The value is a person. */
export const openPack = action('ratings.open', cycle, { value: pick() });
export const showEvidence = action('ratings.evidence', { ...theirs, page: z.number() });

/** The numbers as they stood on the card, by key result: another one in the meantime is not confirmed. */
export const confirmNumbers = action('ratings.confirm', {
  ...theirs,
  goals: z.record(z.string(), z.number()),
});
/** The value is `<goal> <key result>`. */
export const enterNumber = action('ratings.enter', theirs, { value: pick() });
export const saveNumber = action('ratings.saveNumber', keyResult, {
  actual: maybe(number()),
  state: maybe(choice('open', 'done', 'stretched')),
  level: maybe(choice('1', '2', '3', '4', '5')),
  reason: maybe(text(2000)),
});

export const adjustRating = action('ratings.adjust', theirs);
/** `level_<i>` and `reason_<i>` for each dimension, `cites`. */
export const saveAdjusted = openAction('ratings.saveAdjusted', theirs);
export const submitRating = action('ratings.submit', seen);
export const askMore = action('ratings.askMore', theirs);
export const saveQuestion = action('ratings.saveQuestion', theirs, {
  whom: choice('person', 'hr'),
  question: text(2000),
});
export const answerQuestion = action('ratings.answer', { ...theirs, question: z.string() });
export const saveAnswer = action(
  'ratings.saveAnswer',
  { ...theirs, question: z.string() },
  { answer: text(2000) },
);

/** The ratings by one rater that lie with the one who presses. */
export const openDecisions = action('ratings.decisions', { ...cycle, rater: z.string() });
export const lookCloser = action('ratings.closer', theirs);
export const approveRating = action('ratings.approve', seen);
/** Everything of this rater that was sent until then. */
export const approveAll = action('ratings.approveAll', { ...cycle, rater: z.string(), until: z.number() });
export const returnRating = action('ratings.return', seen);
export const saveReturn = action('ratings.saveReturn', seen, { reason: text(2000) });
/** `at`: when the decision was made. */
export const undoDecision = action('ratings.undo', { ...theirs, at: z.number() });
export const nameDecider = action('ratings.name', theirs);
export const saveDecider = action('ratings.saveDecider', theirs, { who: pick() });

/** The value is a unit. */
export const openUnit = action('ratings.unit', cycle, { value: pick() });
export const turnUnit = action('ratings.turnUnit', { ...cycle, unit: z.string(), page: z.number() });
/** The value is a person. */
export const readRating = action('ratings.read', cycle, { value: pick() });
export const reexamine = action('ratings.reexamine', theirs);
export const saveReexamine = action('ratings.saveReexamine', theirs, { reason: text(2000) });

export const openVerify = action('ratings.verify', cycle);
export const writeStatement = action('ratings.statement', theirs);
export const saveStatement = action('ratings.saveStatement', theirs, { statement: text(4000) });
