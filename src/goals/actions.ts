/** Buttons and forms of goals. `seen` is the proposal that a decision is about (rules.ts: `proposal`). */
import { z } from 'zod';
import { action, openAction } from '../core/action.ts';
import { choice, maybe, number, pick, text } from '../core/values.ts';
import { kinds } from './entry.ts';
import { confidences } from './model.ts';

const cycle = { cycle: z.string() };
const goal = { goal: z.string() };
const one = { ...goal, keyResult: z.string() };
const theirs = { ...cycle, person: z.string() };
const decision = { ...goal, seen: z.number() };

export const longestTitle = 200;

const goalFields = {
  title: text(longestTitle),
  why: maybe(text(1000)),
  align: maybe(pick()),
  visibility: maybe(choice('line', 'everyone')),
};

const keyResultFields = {
  measure: text(longestTitle),
  kind: choice(...kinds),
  from: maybe(number()),
  to: maybe(number()),
  stretch: maybe(text(300)),
  unit: maybe(text(30)),
  due: maybe(text(10)),
  source: text(longestTitle),
  verifier: maybe(pick()),
};

/** The person's own card, anew at the bottom of the conversation. */
export const openGoals = action('goals.open', cycle);
/** The value is a goal: one of many, with its buttons. */
export const openOne = action('goals.openOne', cycle, { value: pick() });
export const readLesson = action('goals.readLesson', cycle);

export const writeGoal = action('goals.write', cycle);
export const saveGoal = action('goals.save', cycle, { ...goalFields, ...keyResultFields });
export const editGoal = action('goals.edit', goal);
/** With a single key result its fields are in the same form. */
export const saveEdit = action('goals.saveEdit', goal, {
  ...goalFields,
  ...keyResultFields,
  measure: maybe(keyResultFields.measure),
  kind: maybe(keyResultFields.kind),
  source: maybe(keyResultFields.source),
});
export const addKeyResult = action('goals.addKeyResult', goal);
/** The value is a key result's id. */
export const editKeyResult = action('goals.editKeyResult', goal, { value: pick() });
export const saveKeyResult = action(
  'goals.saveKeyResult',
  { ...goal, keyResult: z.string().optional() },
  keyResultFields,
);
/** The value is a key result's id. */
export const removeKeyResult = action('goals.removeKeyResult', goal, { value: pick() });
export const writeAnchors = action('goals.anchors', one);
const fiveLevels = { a1: text(500), a2: text(500), a3: text(500), a4: text(500), a5: text(500) };
export const saveAnchors = action('goals.saveAnchors', one, fiveLevels);
export const deleteGoal = action('goals.delete', goal);
/** The value is a goal of the last cycle. */
export const carryOver = action('goals.carryOver', cycle, { value: pick() });
export const sharePartners = action('goals.partners', goal);
export const savePartners = openAction('goals.savePartners', goal);

export const splitEvenly = action('goals.splitEvenly', cycle);
export const setWeights = action('goals.weights', cycle);
/** One field for each goal, named by its id. */
export const saveWeights = openAction('goals.saveWeights', cycle);

export const proposeGoals = action('goals.propose', cycle);
export const takeBackGoals = action('goals.takeBack', cycle);
export const forgetChange = action('goals.forgetChange', goal);

export const openTeam = action('goals.team', cycle);
/** The value is a person. */
export const reviewGoals = action('goals.review', cycle, { value: pick() });
/** The value is a goal: one of many, with all its words. */
export const reviewOne = action('goals.reviewOne', theirs, { value: pick() });
export const agreeGoal = action('goals.agree', decision);
export const agreePerson = action('goals.agreePerson', { ...theirs, seen: z.record(z.string(), z.number()) });
/** Everybody's without hints that was proposed until `until`. */
export const agreeClean = action('goals.agreeClean', { ...cycle, until: z.number() });
export const returnGoal = action('goals.return', decision);
export const sendBackGoal = action('goals.sendBack', decision, { comment: text(2000) });
export const counterGoal = action('goals.counter', goal);
export const saveCounter = action('goals.saveCounter', goal, {
  title: text(longestTitle),
  why: maybe(text(1000)),
  align: maybe(pick()),
  ...keyResultFields,
});
/** Of what the manager proposed. */
export const writeTheirLevels = action('goals.theirLevels', one);
export const saveTheirLevels = action('goals.saveTheirLevels', one, fiveLevels);
export const undoDecision = action('goals.undo', { ...theirs, made: z.record(z.string(), z.number()) });

export const offerGoal = action('goals.offer', theirs);
export const saveOffer = action('goals.saveOffer', theirs, { ...goalFields, ...keyResultFields });
export const takeOnGoal = action('goals.takeOn', goal);
export const declineOffer = action('goals.decline', goal);

export const agreeLateChange = action('goals.agreeLate', decision);

export const openContract = action('goals.contract', theirs);
export const writeSupport = action('goals.support', theirs);
export const saveSupport = action('goals.saveSupport', theirs, { support: text(2000) });
export const writeCommitment = action('goals.commitment', theirs);
export const saveCommitment = action('goals.saveCommitment', theirs, { commitment: text(2000) });
export const confirmContract = action('goals.confirm', { ...theirs, version: z.number() });
/** The value is a person. */
export const waiveWeights = action('goals.waive', cycle, { value: pick() });
export const saveWaiver = action('goals.saveWaiver', theirs, { reason: text(2000) });

export const openProgress = action('goals.progress', cycle);
/** The value is `<goal> <key result>`. */
export const updateProgress = action('goals.update', cycle, { value: pick() });
export const saveProgress = action('goals.saveProgress', one, {
  actual: maybe(number()),
  state: maybe(choice('open', 'done', 'stretched')),
  confidence: choice(...confidences),
  note: maybe(text(2000)),
});

export const markMilestone = action('goals.milestone', {
  ...one,
  state: z.enum(['open', 'done', 'stretched']),
});
/** The manager's level of a qualitative key result, 1 to 5. */
export const pickLevel = action('goals.level', one, { value: pick() });

export const raiseConcern = action('goals.concern', goal);
export const saveConcern = action('goals.saveConcern', goal, { concern: text(2000) });
export const answerConcern = action('goals.answerConcern', goal);
export const saveAnswer = action('goals.saveAnswer', goal, {
  how: choice('keep', 'adjust', 'help'),
  answer: text(2000),
});

export const openCompany = action('goals.company', {});
export const publishGoal = action('goals.publish', {});
export const savePublished = action(
  'goals.savePublished',
  {},
  {
    title: text(longestTitle),
    why: maybe(text(1000)),
    unit: maybe(text(100)),
    from: text(10),
    to: text(10),
  },
);
/** The value is a company goal. */
export const withdrawCompany = action('goals.withdrawCompany', {}, { value: pick() });
