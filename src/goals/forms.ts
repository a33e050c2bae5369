/** The forms of goals, drawn from what is stored; what somebody wrote before stands in the fields. Pure. */
import type { Field, Form, Option } from '../core/card.ts';
import type { Locale } from '../core/i18n.ts';
import type { Md } from '../core/md.ts';
import {
  longestTitle,
  saveAnchors,
  saveEdit,
  saveGoal,
  saveKeyResult,
  savePartners,
  saveWeights,
} from './actions.ts';
import { labelled } from './blocks.ts';
import { latest } from './change.ts';
import { alignOf, kinds, valuesOf } from './entry.ts';
import { ask } from './messages-form.ts';
import type { Content, Goal, GoalKeyResult } from './model.ts';
import type { Sheet } from './sheet.ts';
import { counted, isAdjustable, percentOf, weightWanted } from './weights.ts';

export function alignOptions({ company, above, titles }: Sheet, l: Locale, now?: Content): Option[] {
  const words = ask(l);
  const published = company.map((g) => ({
    label: labelled(g.title),
    value: alignOf({ kind: 'company', id: g._id }),
    hint: g.unit ? words.unitGoal(g.unit) : words.companyGoal,
  }));
  const managers = above.map((g) => ({
    label: labelled(g.title),
    value: alignOf({ kind: 'goal', id: g._id }),
    hint: words.managersGoal,
  }));
  const known = [...published, ...managers];
  const kept = alignOf(now?.parent);
  const own =
    kept === 'none' || known.some((o) => o.value === kept)
      ? []
      : [{ label: labelled(titles.get(now?.parent?.id ?? '') ?? kept), value: kept }];
  return [...known, ...own, { label: words.alignNone, value: 'none' }];
}

/** The fields of the goal itself. */
export function goalFields(sheet: Sheet, l: Locale, now?: Content): Field[] {
  const words = ask(l);
  return [
    {
      name: 'title',
      label: words.title,
      type: 'text',
      hint: words.titleHint,
      required: true,
      max: longestTitle,
      ...(now && { value: now.title }),
    },
    {
      name: 'why',
      label: words.why,
      type: 'text',
      hint: words.whyHint,
      lines: 2,
      max: 1000,
      ...(now?.why !== undefined && { value: now.why }),
    },
    {
      name: 'align',
      label: words.align,
      type: 'choice',
      hint: words.alignHint,
      options: alignOptions(sheet, l, now),
      value: alignOf(now?.parent),
    },
  ];
}

const visibilityField = (l: Locale, now?: Content): Field => ({
  name: 'visibility',
  label: ask(l).visibility,
  type: 'choice',
  options: [
    { label: ask(l).line, value: 'line' },
    { label: ask(l).everyone, value: 'everyone' },
  ],
  value: now?.visibility ?? 'line',
});

/** The fields that all kinds of key results share. */
export function keyResultFields(sheet: Sheet, l: Locale, kr?: GoalKeyResult): Field[] {
  const words = ask(l);
  const now: Record<string, string> = kr ? valuesOf(kr) : { due: sheet.cycle.period.to };
  const field = (name: string, rest: Omit<Field, 'name' | 'label'> & { label?: string }): Field => ({
    name,
    label: words[name as 'measure'],
    ...rest,
    ...(now[name] !== undefined && { value: now[name] }),
  });
  return [
    field('measure', { type: 'text', hint: words.measureHint, required: true, max: longestTitle }),
    field('kind', {
      type: 'choice',
      required: true,
      options: kinds.map((k) => ({ label: words[k], value: k, hint: words[`${k}Hint`] })),
    }),
    field('from', { type: 'number', hint: words.fromHint }),
    field('to', { type: 'number', hint: words.toHint }),
    field('stretch', { type: 'text', hint: words.stretchHint, max: 300 }),
    field('unit', { type: 'text', hint: words.unitHint, max: 30 }),
    field('due', { type: 'date' }),
    field('source', { type: 'text', hint: words.sourceHint, required: true, max: longestTitle }),
    field('verifier', { type: 'person', hint: words.verifierHint }),
  ];
}

export function goalForm(sheet: Sheet, l: Locale): Form {
  const words = ask(l);
  return {
    title: words.writeTitle,
    intro: words.writeIntro,
    submit: words.save,
    token: saveGoal.token({ cycle: sheet.cycle._id }),
    fields: [...goalFields(sheet, l), ...keyResultFields(sheet, l), visibilityField(l)],
  };
}

/** Goal and key result in one, for somebody else's hand: an offer or a counterproposal. */
export function wholeForm(
  sheet: Sheet,
  l: Locale,
  form: { title: string; intro: Md; token: string },
  now?: Content,
): Form {
  return {
    ...form,
    submit: ask(l).send,
    fields: [...goalFields(sheet, l, now), ...keyResultFields(sheet, l, now?.keyResults[0])],
  };
}

export function editForm(goal: Goal, sheet: Sheet, l: Locale): Form {
  const words = ask(l);
  const now = latest(goal);
  const [only, ...more] = now.keyResults;
  return {
    title: words.editTitle,
    ...(goal.state === 'agreed' && { intro: words.changeIntro }),
    submit: words.save,
    token: saveEdit.token({ goal: goal._id }),
    fields: [
      ...goalFields(sheet, l, now),
      ...(more.length === 0 ? keyResultFields(sheet, l, only) : []),
      visibilityField(l, now),
    ],
  };
}

export function keyResultForm(goal: Goal, sheet: Sheet, l: Locale, kr?: GoalKeyResult): Form {
  const words = ask(l);
  return {
    title: words.keyResultTitle,
    ...(goal.state === 'agreed' && { intro: words.changeIntro }),
    submit: words.save,
    token: saveKeyResult.token({ goal: goal._id, ...(kr && { keyResult: kr.id }) }),
    fields: keyResultFields(sheet, l, kr),
  };
}

export function anchorsForm(goal: Goal, kr: GoalKeyResult, l: Locale, to = saveAnchors): Form {
  const words = ask(l);
  const anchors = kr.kind === 'rated' ? (kr.anchors ?? []) : [];
  const hints = [words.level1, words.level2, words.level3, words.level4, words.level5];
  return {
    title: words.anchorsTitle,
    intro: words.anchorsIntro(kr.title),
    submit: words.save,
    token: to.token({ goal: goal._id, keyResult: kr.id }),
    fields: hints.map((hint, i) => ({
      name: `a${i + 1}`,
      label: words.level(String(i + 1)),
      type: 'text' as const,
      hint,
      required: true,
      lines: 2,
      max: 500,
      ...(anchors[i] !== undefined && { value: anchors[i] }),
    })),
  };
}

export function weightsForm({ goals, cycle }: Sheet, l: Locale): Form {
  const words = ask(l);
  return {
    title: words.weightsTitle,
    intro: words.weightsIntro,
    submit: words.save,
    token: saveWeights.token({ cycle: cycle._id }),
    fields: counted(goals)
      .filter(isAdjustable)
      .map((g) => ({
        name: g._id,
        label: labelled(latest(g).title),
        type: 'number' as const,
        required: true,
        min: 0,
        max: 100,
        value: String(percentOf(weightWanted(g))),
      })),
  };
}

export const partnersForm = (goal: Goal, l: Locale): Form => ({
  title: ask(l).partnersTitle,
  intro: ask(l).partnersIntro,
  submit: ask(l).save,
  token: savePartners.token({ goal: goal._id }),
  fields: [
    { name: 'partners', label: ask(l).partners, type: 'person', many: true, value: latest(goal).partners },
  ],
});

/** One text to write: a comment, a reason, a promise. */
export function textForm(
  l: Locale,
  form: { title: string; intro: Md; token: string },
  field: { name: string; label: string; value?: string | undefined },
): Form {
  const { value, ...rest } = field;
  return {
    ...form,
    submit: ask(l).send,
    fields: [
      {
        ...rest,
        type: 'text',
        required: true,
        lines: 4,
        max: 2000,
        ...(value !== undefined && { value }),
      },
    ],
  };
}
