/** Buttons and forms of appeals. `seen` is the number of the draft that a press is about. */
import { z } from 'zod';
import { action, openAction } from '../core/action.ts';
import { choice, many, maybe, number, pick, text } from '../core/values.ts';
import { grades } from '../cycles/scheme.ts';

const one = { appeal: z.string() };
const seen = { ...one, seen: z.number() };
const version = { cycle: z.string(), version: z.number() };

export const appealResult = action('appeals.appeal', version);
export const saveAppeal = action('appeals.save', version, {
  what: text(300),
  why: text(3000),
  wanted: text(1000),
  evidence: maybe(text(2000)),
});
export const openOwn = action('appeals.own', one);
export const withdrawAppeal = action('appeals.withdraw', one);
export const answerNeed = action('appeals.answer', one);
export const saveAnswer = action('appeals.saveAnswer', one, { answer: text(3000) });
export const escalateAppeal = action('appeals.escalate', one);
export const saveEscalation = action('appeals.saveEscalation', one, { why: text(3000) });

export const assignPanel = action('appeals.assign', one);
export const savePanel = action('appeals.savePanel', one, {
  owner: pick(),
  panel: many(10),
  others: many(10),
  outside: maybe(text(200)),
});
export const nameSecond = action('appeals.second', one);
export const saveSecond = action('appeals.saveSecond', one, { panel: many(5), others: many(5) });
export const openOffice = action('appeals.office', {});
/** The value is an appeal. */
export const openRoute = action('appeals.route', {}, { value: pick() });

export const openCase = action('appeals.case', one);
export const confirmReceipt = action('appeals.receipt', one);
export const askPerson = action('appeals.need', one);
export const saveNeed = action('appeals.saveNeed', one, { need: text(2000) });
export const inviteRater = action('appeals.invite', one);
export const takeRecord = action('appeals.record', one);
export const writeStatement = action('appeals.statement', one);
export const saveStatement = action('appeals.saveStatement', one, { statement: text(4000) });

const yesNo = choice('yes', 'no');
export const draftDecision = action('appeals.draft', one);
export const saveDraft = action('appeals.saveDraft', one, {
  ok_standards: yesNo,
  word_standards: text(500),
  ok_data: yesNo,
  word_data: text(500),
  ok_raters: yesNo,
  word_raters: text(500),
  ok_bias: yesNo,
  word_bias: text(500),
  outcome: choice('upheld', 'adjusted', 're-rate'),
  reasons: text(4000),
});
export const changeLevels = action('appeals.levels', seen);
/** `level_<i>` for each dimension, `grade`. */
export const saveLevels = openAction('appeals.saveLevels', seen);
/** The value is `<goal> <key result>`. */
export const changeNumber = action('appeals.number', seen, { value: pick() });
export const saveNumber = action(
  'appeals.saveNumber',
  { ...seen, goal: z.number(), keyResult: z.number() },
  {
    actual: maybe(number()),
    state: maybe(choice('open', 'done', 'stretched')),
    level: maybe(choice('1', '2', '3', '4', '5')),
  },
);
export const nameRerater = action('appeals.rerater', seen);
export const saveRerater = action('appeals.saveRerater', seen, { who: maybe(pick()), other: many(1) });
export const agreeDraft = action('appeals.agree', seen);
export const discussDraft = action('appeals.discuss', seen);
export const saveDiscussion = action('appeals.saveDiscussion', seen, { word: text(2000) });

export const rateAnew = action('appeals.rate', one);
/** `level_<i>` and `reason_<i>` for each dimension. */
export const saveRating = openAction('appeals.saveRating', one);

export const gradeChoice = maybe(choice(...grades));
