/** Forms: filled as well as the bot can guess. */
import type { Field, Form } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { cancelCycle, draftCycle, extendPhase, saveEvaluators, withdrawPerson } from './actions.ts';
import { schemeTitle } from './cards-plan.ts';
import { say } from './messages.ts';
import { form as words } from './messages-form.ts';
import { type Audience, type Cycle, type Phase, phases } from './model.ts';
import type { Dues, Period } from './plan.ts';
import { schemePairs } from './schemes.ts';

export interface Prefill {
  /** Of a draft that is changed. */
  cycle?: string;
  rev?: number;
  name: string;
  period: Period;
  scheme: string;
  audience: Audience;
  dues: Dues;
  message?: string;
}

export interface Choosable {
  units: readonly { unit: string; n: number }[];
  /** The first day that can be chosen. */
  today: string;
}

export function kickoffForm(fill: Prefill, choosable: Choosable, { locale }: View): Form {
  const text = words(locale);
  const { cycle, rev } = fill;
  return {
    title: cycle ? text.change : text.kickoff,
    intro: text.intro,
    submit: text.look,
    token: draftCycle.token(cycle ? { cycle, rev } : {}),
    fields: [
      { name: 'name', label: text.name, type: 'text', required: true, value: fill.name, max: 80 },
      { name: 'from', label: text.from, type: 'date', required: true, value: fill.period.from },
      { name: 'to', label: text.to, type: 'date', required: true, value: fill.period.to },
      {
        name: 'scheme',
        label: text.scheme,
        type: 'choice',
        required: true,
        value: fill.scheme,
        options: Object.entries(schemePairs).map(([value, pair]) => ({
          label: schemeTitle(locale, pair.standard),
          value,
        })),
      },
      ...audienceFields(fill.audience, choosable, locale),
      ...phases.map((p) => dueField(p, fill.dues, choosable.today, locale)),
      {
        name: 'message',
        label: text.message,
        hint: text.messageHint,
        type: 'text',
        lines: 4,
        max: 2000,
        ...(fill.message && { value: fill.message }),
      },
    ],
  };
}

function audienceFields(audience: Audience, { units }: Choosable, locale: View['locale']): Field[] {
  const text = words(locale);
  const chosen = audience.kind === 'units' ? audience.units : [];
  const named = audience.kind === 'people' ? audience.ids : [];
  return [
    {
      name: 'audience',
      label: text.audience,
      type: 'choice',
      required: true,
      value: audience.kind,
      options: [
        { label: text.everyone, value: 'everyone' },
        { label: text.units, value: 'units' },
        { label: text.people, value: 'people' },
      ],
    },
    {
      name: 'units',
      label: text.units,
      hint: text.unitsHint,
      type: 'choice',
      many: true,
      options: units.map(({ unit, n }) => ({ label: text.unitOption(unit, n), value: unit })),
      ...(chosen.length > 0 && { value: chosen }),
    },
    {
      name: 'people',
      label: text.people,
      hint: text.peopleHint,
      type: 'person',
      many: true,
      ...(named.length > 0 && { value: named }),
    },
  ];
}

const dueField = (phase: Phase, dues: Dues, today: string, locale: View['locale']): Field => ({
  name: phase,
  label: words(locale).due(say(locale).Phase(phase)),
  type: 'date',
  required: true,
  value: dues[phase],
  min: today,
  ...(phase === 'planning' && { hint: words(locale).dueHint }),
});

export function extendForm(cycle: Cycle, { units, today }: Choosable, { locale, now }: View): Form {
  const text = words(locale);
  const open = cycle.phases.filter((p) => !cycle.locked?.includes(p.phase));
  const option = (label: string, value: string) => ({ label, value });
  return {
    title: text.extend(cycle.name),
    intro: text.extendIntro,
    submit: text.extendDo,
    token: extendPhase.token({ cycle: cycle._id }),
    fields: [
      {
        name: 'phase',
        label: text.which,
        type: 'choice',
        required: true,
        value: cycle.opened.at(-1) ?? open[0]?.phase ?? 'planning',
        options: open.map((p) =>
          option(text.whichOption(say(locale).Phase(p.phase), dayWords(locale, p.due, now)), p.phase),
        ),
      },
      {
        name: 'who',
        label: text.who,
        type: 'choice',
        required: true,
        value: 'all',
        options: [option(text.all, 'all'), option(text.oneUnit, 'unit'), option(text.onePerson, 'person')],
      },
      {
        name: 'unit',
        label: text.unit,
        type: 'choice',
        options: units.map(({ unit, n }) => option(text.unitOption(unit, n), unit)),
      },
      { name: 'person', label: text.person, type: 'person' },
      { name: 'due', label: text.newDue, type: 'date', required: true, min: today },
    ],
  };
}

export const cancelForm = (cycle: Cycle, people: number, { locale }: View): Form => ({
  title: words(locale).cancel(cycle.name),
  intro: words(locale).cancelIntro(people),
  submit: words(locale).cancelDo,
  token: cancelCycle.token({ cycle: cycle._id }),
  fields: [{ name: 'reason', label: words(locale).why, type: 'text', lines: 3, max: 1000, required: true }],
});

export const withdrawForm = (cycle: Cycle, person: string | undefined, { locale }: View): Form => {
  const text = words(locale);
  return {
    title: text.withdraw(cycle.name),
    intro: text.withdrawIntro,
    submit: text.withdrawDo,
    token: withdrawPerson.token({ cycle: cycle._id }),
    fields: [
      {
        name: 'person',
        label: text.person,
        type: 'person',
        required: true,
        ...(person && { value: person }),
      },
      {
        name: 'reason',
        label: text.why,
        type: 'choice',
        required: true,
        options: [
          { label: text.reasonLeave, value: 'leave' },
          { label: text.reasonLeft, value: 'left' },
          { label: text.reasonOther, value: 'other' },
        ],
      },
    ],
  };
};

/** One field for each person without a manager, named by the person's id. */
export const evaluatorsForm = (
  cycle: Cycle,
  persons: readonly { id: string; name: string; evaluator?: string }[],
  { locale }: View,
): Form => ({
  title: words(locale).assign,
  intro: words(locale).assignIntro,
  submit: words(locale).assignDo,
  token: saveEvaluators.token({ cycle: cycle._id, rev: cycle.rev }),
  fields: persons.map((p) => ({
    name: p.id,
    label: p.name,
    type: 'person' as const,
    ...(p.evaluator && { value: p.evaluator }),
  })),
});
