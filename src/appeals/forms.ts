/** The forms of appeals, drawn from what is stored. Pure. */
import type { Field, Form, Option } from '../core/card.ts';
import { dayWords, type Locale } from '../core/i18n.ts';
import type { Md } from '../core/md.ts';
import type { Person } from '../people/model.ts';
import {
  saveAnswer,
  saveAppeal,
  saveDiscussion,
  saveEscalation,
  saveNeed,
  savePanel,
  saveRerater,
  saveSecond,
  saveStatement,
} from './actions.ts';
import { ask } from './messages-form.ts';
import type { Appeal } from './model.ts';
import { lastDay } from './rules.ts';
import type { Offered, Scene } from './scene.ts';

export const longText = (name: string, label: string, max: number, more: Partial<Field> = {}): Field => ({
  name,
  label,
  type: 'text',
  required: true,
  lines: 4,
  max,
  ...more,
});

export function appealForm(at: Offered, now: Date, l: Locale): Form {
  const words = ask(l);
  const { cycle, version } = at.result;
  return {
    title: words.appealTitle,
    intro: words.appealIntro(dayWords(l, lastDay(at, at.place), now)),
    submit: words.send,
    token: saveAppeal.token({ cycle, version }),
    fields: [
      longText('what', words.what, 300, { lines: 1, hint: words.whatHint }),
      longText('why', words.why, 3000, { hint: words.whyHint, lines: 6 }),
      longText('wanted', words.wanted, 1000, { lines: 2 }),
      longText('evidence', words.evidence, 2000, { lines: 2, required: false, hint: words.evidenceHint }),
    ],
  };
}

export const optionOf = (p: Pick<Person, '_id' | 'name' | 'title'>): Option => ({
  label: p.title ? `${p.name} · ${p.title}`.slice(0, 75) : p.name,
  value: p._id,
});

const somebody = (name: string, label: string, many: boolean): Field => ({
  name,
  label,
  type: 'person',
  ...(many && { many: true }),
});

export interface Suggested {
  owners: Person[];
  panel: Person[];
}

export function panelForm(at: Scene, suggested: Suggested, l: Locale): Form {
  const words = ask(l);
  const { appeal: a } = at;
  const alone = suggested.panel.length === 0;
  const known = suggested.panel.map((p) => p._id);
  const others = a.panel.filter((id) => !known.includes(id));
  return {
    title: words.panelTitle(at.person.name),
    intro: words.panelIntro,
    submit: words.keep,
    token: savePanel.token({ appeal: a._id }),
    fields: [
      {
        name: 'owner',
        label: words.owner,
        type: 'choice',
        required: true,
        options: suggested.owners.map(optionOf),
        ...(a.owner !== undefined && { value: a.owner }),
      },
      ...(alone
        ? []
        : [
            {
              name: 'panel',
              label: words.panel,
              type: 'choice' as const,
              many: true,
              hint: words.panelHint,
              options: suggested.panel.map(optionOf),
              value: a.panel.filter((id) => known.includes(id)),
            },
          ]),
      { ...somebody('others', words.others, true), value: others },
      ...(alone
        ? [longText('outside', words.outside, 200, { lines: 1, required: false, hint: words.outsideHint })]
        : []),
    ],
  };
}

export function secondForm(at: Scene, free: readonly Person[], l: Locale): Form {
  const words = ask(l);
  const named = at.appeal.escalated?.to ?? [];
  const options = free.map(optionOf);
  return {
    title: words.secondTitle,
    intro: words.secondIntro,
    submit: words.keep,
    token: saveSecond.token({ appeal: at.appeal._id }),
    fields: [
      ...(options.length > 0
        ? [
            {
              name: 'panel',
              label: words.two,
              type: 'choice' as const,
              many: true,
              options,
              value: named.filter((id) => free.some((p) => p._id === id)),
            },
          ]
        : []),
      somebody('others', words.others, true),
    ],
  };
}

export function reraterForm(at: Scene, seen: number, free: readonly Person[], l: Locale): Form {
  const words = ask(l);
  const now = at.appeal.draft?.rerater ?? at.appeal.decision?.rerater;
  const options = free.map(optionOf);
  return {
    title: words.reraterTitle,
    intro: words.reraterIntro,
    submit: words.keep,
    token: saveRerater.token({ appeal: at.appeal._id, seen }),
    fields: [
      ...(options.length > 0
        ? [
            {
              name: 'who',
              label: words.rerater,
              type: 'choice' as const,
              options,
              ...(now !== undefined && free.some((p) => p._id === now) && { value: now }),
            },
          ]
        : []),
      somebody('other', words.others, false),
    ],
  };
}

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

export const needForm = (a: Appeal, l: Locale): Form =>
  oneText(
    l,
    { title: ask(l).needTitle, intro: ask(l).needIntro, token: saveNeed.token({ appeal: a._id }) },
    longText('need', ask(l).need, 2000),
  );

export const answerForm = (a: Appeal, l: Locale): Form =>
  oneText(
    l,
    { title: ask(l).answerTitle, token: saveAnswer.token({ appeal: a._id }) },
    longText('answer', ask(l).answer, 3000),
  );

export const escalateForm = (a: Appeal, l: Locale): Form =>
  oneText(
    l,
    {
      title: ask(l).escalateTitle,
      intro: ask(l).escalateIntro,
      token: saveEscalation.token({ appeal: a._id }),
    },
    longText('why', ask(l).escalateWhy, 3000),
  );

export const statementForm = (at: Scene, l: Locale): Form =>
  oneText(
    l,
    {
      title: ask(l).statementTitle,
      intro: ask(l).statementIntro(at.person.name),
      token: saveStatement.token({ appeal: at.appeal._id }),
    },
    longText('statement', ask(l).statement, 4000, { lines: 6 }),
  );

export const discussForm = (a: Appeal, seen: number, l: Locale): Form =>
  oneText(
    l,
    {
      title: ask(l).discussTitle,
      intro: ask(l).discussIntro,
      token: saveDiscussion.token({ appeal: a._id, seen }),
    },
    longText('word', ask(l).discuss, 2000),
  );
