/** The forms of ratings, drawn from what is stored. Pure. */

import type { Field, Form } from '../core/card.ts';
import { dayWords, type Locale } from '../core/i18n.ts';
import type { Md } from '../core/md.ts';
import { announce } from '../cycles/messages-announce.ts';
import type { Evidence } from '../feedback/index.ts';
import type { GoalKeyResult } from '../goals/model.ts';
import {
  saveAdjusted,
  saveAnswer,
  saveDecider,
  saveNumber,
  saveQuestion,
  saveReexamine,
  saveReturn,
  saveStatement,
} from './actions.ts';
import { say } from './messages.ts';
import { ask } from './messages-form.ts';
import { pack } from './messages-pack.ts';
import { type Given, levels, type Rating } from './model.ts';
import { standing } from './rules.ts';
import type { Full, Place, Scene } from './scene.ts';

const about = ({ rating }: Pick<Scene, 'rating'>) => ({ cycle: rating.cycle, person: rating.person });
const longestLabel = 90;
const labelled = (text: string): string =>
  [...text].length > longestLabel ? `${[...text].slice(0, longestLabel - 1).join('')}…` : text;

/** As many as a choice of several still reads well with; with more of them, all count. */
const mostCited = 40;

export function adjustForm(full: Full, l: Locale): Form {
  const words = ask(l);
  const { evidence } = full.pack;
  return {
    title: words.adjustTitle(full.person.name),
    intro: words.adjustIntro,
    submit: words.keep,
    token: saveAdjusted.token(about(full)),
    fields: [
      ...full.given.flatMap((d, i) => dimensionFields(d, i, full.optional.includes(d.name), l)),
      ...(evidence.length > 0 && evidence.length <= mostCited ? [citesField(evidence, full.rating, l)] : []),
    ],
  };
}

function dimensionFields(d: Given, i: number, optional: boolean, l: Locale): Field[] {
  const words = ask(l);
  const name = announce(l).dimension(d.name);
  const level = standing(d);
  return [
    {
      name: `level_${i}`,
      label: name,
      type: 'rating',
      min: 1,
      max: 5,
      required: !optional,
      hint: d.proposal === undefined ? words.notProposed : words.proposed(say(l).level(d.proposal)),
      options: levels.map((n) => ({ label: say(l).level(n), value: String(n) })),
      ...(level !== undefined && { value: String(level) }),
    },
    {
      name: `reason_${i}`,
      label: words.reasonFor(name),
      type: 'text',
      lines: 2,
      max: 2000,
      ...(d.reason !== undefined && { value: d.reason }),
    },
  ];
}

const citesField = (evidence: readonly Evidence[], rating: Rating, l: Locale): Field => ({
  name: 'cites',
  label: ask(l).cites,
  hint: ask(l).citesHint,
  type: 'choice',
  many: true,
  options: evidence.map((e) => ({
    label: labelled(`${dayWords(l, e.date)} · ${pack(l)[e.kind]}: ${e.text}`),
    value: e.ref,
  })),
  value: rating.cites,
});

export function numberForm(scene: Scene, { goal, kr }: Place, l: Locale): Form {
  const words = ask(l);
  const token = saveNumber.token({ ...about(scene), goal: goal._id, keyResult: kr.id });
  return {
    title: words.numberTitle,
    intro: words.numberIntro(kr.title, kr.dataSource),
    submit: words.keep,
    token,
    fields: [
      readingField(kr, l),
      {
        name: 'reason',
        label: words.leaveOut,
        type: 'text',
        lines: 2,
        max: 2000,
        ...(kr.exclusion && { value: kr.exclusion.reason }),
      },
    ],
  };
}

function readingField(kr: GoalKeyResult, l: Locale): Field {
  const words = ask(l);
  if (kr.kind === 'milestone') {
    const value = kr.done === undefined ? undefined : stateOf(kr);
    const states = ['open', 'done', ...(kr.beyond === undefined ? [] : ['stretched'])] as const;
    const options = states.map((s) => ({ label: words[s as 'open'], value: s }));
    return { name: 'state', label: words.state, type: 'choice', options, ...(value && { value }) };
  }
  if (kr.kind === 'rated') {
    const options = levels.map((n) => {
      const hint = kr.anchors?.[n - 1];
      return { label: words.levelOf(String(n)), value: String(n), ...(hint && { hint: labelled(hint) }) };
    });
    const value = kr.level === undefined ? {} : { value: String(kr.level) };
    return { name: 'level', label: words.level, type: 'choice', options, ...value };
  }
  const value = kr.actual === undefined ? {} : { value: String(kr.actual) };
  return { name: 'actual', label: words.actual(kr.unit ?? ''), type: 'number', ...value };
}

function stateOf(kr: Extract<GoalKeyResult, { kind: 'milestone' }>): string {
  if (!kr.done) return 'open';
  return kr.stretched ? 'stretched' : 'done';
}

export const askForm = (scene: Scene, l: Locale): Form => ({
  title: ask(l).askTitle,
  intro: ask(l).askIntro,
  submit: ask(l).send,
  token: saveQuestion.token(about(scene)),
  fields: [
    {
      name: 'whom',
      label: ask(l).askWhom,
      type: 'choice',
      required: true,
      options: [
        { label: scene.person.name, value: 'person' },
        { label: ask(l).askHr, value: 'hr' },
      ],
      value: 'person',
    },
    longText('question', ask(l).question),
  ],
});

const longText = (name: string, label: string, max = 2000, value?: string): Field => ({
  name,
  label,
  type: 'text',
  required: true,
  lines: 4,
  max,
  ...(value !== undefined && { value }),
});

interface Words {
  title: string;
  intro?: Md;
  token: string;
}

const oneText = (l: Locale, words: Words, field: Field): Form => ({
  ...words,
  submit: ask(l).send,
  fields: [field],
});

export const answerForm = (scene: Scene, question: string, l: Locale): Form =>
  oneText(
    l,
    { title: ask(l).answerTitle, token: saveAnswer.token({ ...about(scene), question }) },
    longText('answer', ask(l).answer),
  );

export function returnForm(scene: Scene, seen: number, l: Locale): Form {
  const { returnTitle, returnIntro, reason } = ask(l);
  const token = saveReturn.token({ ...about(scene), seen });
  return oneText(
    l,
    { title: returnTitle(scene.person.name), intro: returnIntro, token },
    longText('reason', reason),
  );
}

export function reexamineForm(scene: Scene, l: Locale): Form {
  const { reexamineTitle, reexamineIntro, reason } = ask(l);
  const token = saveReexamine.token(about(scene));
  const words = { title: reexamineTitle(scene.person.name), intro: reexamineIntro, token };
  return oneText(l, words, longText('reason', reason));
}

export const nameForm = (scene: Scene, l: Locale): Form => ({
  title: ask(l).nameTitle,
  intro: ask(l).nameIntro,
  submit: ask(l).keep,
  token: saveDecider.token(about(scene)),
  fields: [{ name: 'who', label: ask(l).who, type: 'person', required: true }],
});

export function statementForm(
  of: { cycle: string; person: string; name: string; text?: string },
  l: Locale,
): Form {
  const { statementTitle, statementIntro, statement } = ask(l);
  const token = saveStatement.token({ cycle: of.cycle, person: of.person });
  const words = { title: statementTitle(of.name), intro: statementIntro, token };
  return oneText(l, words, longText('statement', statement, 4000, of.text));
}
