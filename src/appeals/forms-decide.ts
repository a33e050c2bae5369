/** Forms of those who decide, and of whoever rates anew. Pure. */
import type { Field, Form } from '../core/card.ts';
import type { Locale } from '../core/i18n.ts';
import { announce } from '../cycles/messages-announce.ts';
import { grades } from '../cycles/scheme.ts';
import type { KeyResult } from '../goals/attainment.ts';
import { say as rated } from '../ratings/messages.ts';
import { levels } from '../ratings/model.ts';
import type { Result } from '../results/model.ts';
import { saveDraft, saveLevels, saveNumber, saveRating } from './actions.ts';
import { managerLevel, reading } from './cards-draft.ts';
import { longText } from './forms.ts';
import { ask } from './messages-form.ts';
import { type Appeal, type Correction, checks, type Draft } from './model.ts';
import type { Scene } from './scene.ts';

const yesNo = (l: Locale) => [
  { label: ask(l).yes, value: 'yes' },
  { label: ask(l).no, value: 'no' },
];

export function draftForm(a: Appeal, l: Locale): Form {
  const words = ask(l);
  const { draft } = a;
  const last = a.state === 'escalated';
  return {
    title: words.draftTitle,
    intro: words.draftIntro,
    submit: words.keep,
    token: saveDraft.token({ appeal: a._id }),
    fields: [
      ...checks.flatMap((name): Field[] => {
        const found = draft?.checklist.find((c) => c.name === name);
        return [
          {
            name: `ok_${name}`,
            label: words.check(name),
            type: 'choice',
            required: true,
            options: yesNo(l),
            ...(found && { value: found.ok ? 'yes' : 'no' }),
          },
          longText(`word_${name}`, words.word, 500, { lines: 1, ...(found && { value: found.word }) }),
        ];
      }),
      {
        name: 'outcome',
        label: words.outcome,
        type: 'choice',
        required: true,
        options: [
          { label: words.upheld, value: 'upheld' },
          { label: words.adjusted, value: 'adjusted', hint: words.adjustedHint },
          ...(last ? [] : [{ label: words.rerate, value: 're-rate' }]),
        ],
        ...(draft && { value: draft.outcome }),
      },
      longText('reasons', words.reasons, 4000, {
        lines: 6,
        hint: words.reasonsHint,
        ...(draft && { value: draft.reasons }),
      }),
    ],
  };
}

/** The dimensions that a manager rates. */
export const rateable = ({ scheme }: Pick<Result, 'scheme'>): string[] =>
  scheme.dimensions.filter((d) => (d.sources.manager ?? 0) > 0).map((d) => d.name);

const levelField = (name: string, label: string, l: Locale, more: Partial<Field> = {}): Field => ({
  name,
  label,
  type: 'rating',
  min: 1,
  max: 5,
  options: levels.map((n) => ({ label: rated(l).level(n), value: String(n) })),
  ...more,
});

export function levelsForm(a: Appeal, draft: Draft, result: Result, l: Locale): Form {
  const words = ask(l);
  const fields = result.basis
    ? rateable(result).map((name, i) => {
        const level = draft.levels[name];
        const label = words.levelFor(announce(l).dimension(name), managerLevel(result, name));
        return levelField(`level_${i}`, label, l, level === undefined ? {} : { value: String(level) });
      })
    : [];
  return {
    title: words.levelsTitle,
    intro: words.levelsIntro,
    submit: words.keep,
    token: saveLevels.token({ appeal: a._id, seen: draft.n }),
    fields: [
      ...fields,
      {
        name: 'grade',
        label: words.grade,
        type: 'choice',
        options: [
          { label: words.gradeComputed, value: '' },
          ...grades.map((g) => ({ label: g, value: g })),
        ].filter((o) => o.value !== ''),
        ...(draft.grade && { value: draft.grade }),
      },
    ],
  };
}

export interface AtNumber {
  goal: number;
  keyResult: number;
  title: string;
  /** As the result has it. */
  kr: KeyResult;
  now?: Correction | undefined;
}

export function numberForm(a: Appeal, draft: Draft, at: AtNumber, l: Locale): Form {
  const words = ask(l);
  const { goal, keyResult } = at;
  return {
    title: words.numberTitle,
    intro: words.numberIntro(at.title, reading(at.kr, l)),
    submit: words.keep,
    token: saveNumber.token({ appeal: a._id, seen: draft.n, goal, keyResult }),
    fields: [numberField(at, l)],
  };
}

function numberField({ kr, now }: AtNumber, l: Locale): Field {
  const words = ask(l);
  if (kr.kind === 'milestone') {
    const options = (['open', 'done', 'stretched'] as const).map((s) => ({ label: words[s], value: s }));
    return {
      name: 'state',
      label: words.state,
      type: 'choice',
      options,
      ...(now?.state && { value: now.state }),
    };
  }
  if (kr.kind === 'rated')
    return levelField('level', words.level, l, now?.level === undefined ? {} : { value: String(now.level) });
  const value = now?.actual === undefined ? {} : { value: String(now.actual) };
  return { name: 'actual', label: words.actual, type: 'number', ...value };
}

export function ratingForm(at: Scene, names: readonly string[], l: Locale): Form {
  const words = ask(l);
  return {
    title: words.rateTitle(at.person.name),
    intro: words.rateIntro,
    submit: words.send,
    token: saveRating.token({ appeal: at.appeal._id }),
    fields: names.flatMap((name, i): Field[] => {
      const dimension = announce(l).dimension(name);
      return [
        levelField(`level_${i}`, dimension, l, { required: true }),
        longText(`reason_${i}`, words.reasonFor(dimension), 2000, { lines: 2 }),
      ];
    }),
  };
}
