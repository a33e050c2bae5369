/** The GROW talk as questions that follow from what was answered so far. */
import type { Answers, Question } from '../core/dialog.ts';
import type { Sentence } from '../core/i18n.ts';
import { numberWords } from '../core/i18n.ts';
import { number } from '../core/values.ts';
import { confidences, type Goal, type GoalKeyResult } from '../goals/model.ts';
import { enoughCommitment } from './coaching.ts';
import { say } from './messages.ts';
import { ask } from './messages-talk.ts';
import { type CheckIn, ticks } from './model.ts';

export interface Topic {
  checkIn: CheckIn;
  /** Agreed goals as they stand now. */
  goals: Goal[];
  /** Who can be told of an obstacle. */
  manager: string | undefined;
  /** The goals take no numbers any more: they are not asked for; what was given before still stands in the record. */
  numbersClosed?: boolean;
}

type Key = Exclude<
  keyof typeof ask.pairs,
  'intro' | 'did' | 'number' | 'milestone' | 'thanks' | 'didLabel' | 'outOfTen'
>;

const other = 'other';
/** So many of last time's actions are asked for in the talk; the others can be ticked on the card. */
const mostTicks = 5;

const label =
  (key: Extract<Key, `${string}Label`>): Sentence =>
  (l) =>
    ask(l)[key];
const option = (value: string, words: Sentence) => ({ value, label: words });

const written = (
  name: 'want' | 'happened' | 'obstacles' | 'options' | 'support' | 'deeds' | 'raise',
  optional = false,
) =>
  ({
    name,
    label: label(`${name}Label`),
    ask: ({ locale }) => ask(locale)[name],
    type: 'text',
    ...(optional && { optional }),
    ...(name === 'deeds' && { hint: label('deedsHint' as 'deedsLabel') }),
  }) satisfies Question;

/** The goal that is talked about: chosen, or the one of the record that is corrected, or the only one. */
export function chosenId({ goals, checkIn }: Topic, answers: Answers): string | undefined {
  return answers.goal ?? checkIn.record?.goal ?? (goals.length === 1 ? goals[0]?._id : undefined);
}

export function chosenGoal(topic: Topic, answers: Answers): Goal | undefined {
  const id = chosenId(topic, answers);
  return topic.goals.find((g) => g._id === id);
}

/** The beginning of a text that stands in full elsewhere. */
export const excerpt = (text: string, most = 140): string => {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : letters.join('');
};

export const tickName = (n: number): string => `did_${n}`;
/** Bound to the goal as well: a number of one goal is never taken for another's. */
export const numberName = (goal: string, keyResult: string): string =>
  `kr_${goal}_${keyResult}`.replaceAll(':', '_');

/** "None", 「没有」: an obstacle that is none. */
export const isNone = (text: string | undefined): boolean =>
  !text ||
  /^\s*(?:no|none|nothing|nope|n\/a|-+|无|没有|暂无|没|无障碍|没有障碍|没有阻碍)\s*[.。!]?\s*$/i.test(
    text.normalize('NFKC'),
  );

export function questions(topic: Topic, answers: Answers): Question[] {
  const stuck = !isNone(answers.obstacles) && topic.manager !== undefined;
  const low = answers.commitment !== undefined && Number(answers.commitment) < enoughCommitment;
  return [
    ...tickQuestions(topic, answers),
    ...goalQuestion(topic, answers),
    written('want'),
    ...numberQuestions(chosenGoal(topic, answers)).filter(
      (q) => !topic.numbersClosed || answers[q.name] !== undefined,
    ),
    written('happened'),
    confidence,
    written('obstacles', true),
    ...(stuck ? [tell] : []),
    written('options'),
    written('support', true),
    written('deeds'),
    commitment,
    ...(low ? [written('raise')] : []),
  ];
}

function tickQuestions({ checkIn }: Topic, answers: Answers): Question[] {
  return checkIn.carried
    .map((d, n) => ({ ...d, n, name: tickName(n) }))
    .filter((d) => !d.tick || answers[d.name] !== undefined)
    .slice(0, mostTicks)
    .map(({ what, n, name }) => ({
      name,
      label: (l) => ask(l).didLabel(n + 1),
      ask: ({ locale }) => ask(locale).did(what),
      type: 'choice',
      hint: () => excerpt(what),
      options: ticks.map((t) => option(t, (l) => say(l)[`tick_${t}`])),
      optional: true,
    }));
}

function goalQuestion({ goals, checkIn }: Topic, answers: Answers): Question[] {
  const known = goals.map((g) => ({ id: g._id, title: g.title }));
  const gone = checkIn.goals.filter((g) => g.id === answers.goal && !known.some((k) => k.id === g.id));
  const all = [...known, ...gone];
  const clear = answers.goal === undefined && (goals.length === 1 || checkIn.record?.goal !== undefined);
  if (all.length === 0 || clear) return [];
  return [
    {
      name: 'goal',
      label: label('goalLabel'),
      ask: ({ locale }) => ask(locale).goal,
      type: 'choice',
      options: [...all.map((g) => option(g.id, () => g.title)), option(other, (l) => ask(l).other)],
    },
  ];
}

/** Numbers of the key results that the owner gives; the qualitative ones are the manager's. */
function numberQuestions(goal: Goal | undefined): Question[] {
  return (goal?.keyResults ?? [])
    .filter((kr) => kr.kind !== 'rated' && !kr.excluded)
    .map((kr) => (kr.kind === 'milestone' ? milestone(goal?._id ?? '', kr) : counted(goal?._id ?? '', kr)));
}

const titled =
  ({ title, unit }: GoalKeyResult): Sentence =>
  () =>
    unit ? `${title} (${unit})` : title;

function counted(goal: string, kr: GoalKeyResult): Question {
  const [now, target] = 'target' in kr ? [kr.actual ?? kr.baseline, kr.target] : [undefined, undefined];
  const least = kr.kind === 'atLeast' || kr.kind === 'atMost' ? 0 : undefined;
  return {
    name: numberName(goal, kr.id),
    label: titled(kr),
    ask: ({ locale: l }) => {
      const words = (n: number | string | undefined) =>
        n === undefined ? ask(l).unknown : `${numberWords(l, Number(n))}${kr.unit ? ` ${kr.unit}` : ''}`;
      return ask(l).number(kr.title, words(now), words(target));
    },
    type: 'number',
    reads: number(least),
    optional: true,
  };
}

function milestone(goal: string, kr: GoalKeyResult): Question {
  return {
    name: numberName(goal, kr.id),
    label: titled(kr),
    ask: ({ locale }) => ask(locale).milestone(kr.title),
    type: 'choice',
    options: [option('yes', (l) => ask(l).reached), option('no', (l) => ask(l).notReached)],
    optional: true,
  };
}

const confidence: Question = {
  name: 'confidence',
  label: label('confidenceLabel'),
  ask: ({ locale }) => ask(locale).confidence,
  type: 'choice',
  options: confidences.map((c) => option(c, (l) => ask(l)[c])),
};

const tell: Question = {
  name: 'tell',
  label: label('tellLabel'),
  ask: ({ locale }) => ask(locale).tell,
  type: 'choice',
  options: [option('yes', (l) => ask(l).yes), option('no', (l) => ask(l).no)],
};

const commitment: Question = {
  name: 'commitment',
  label: label('commitmentLabel'),
  ask: ({ locale }) => ask(locale).commitment,
  type: 'rating',
  options: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => option(String(n), () => String(n))),
};
