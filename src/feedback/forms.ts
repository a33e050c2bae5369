/** The forms, drawn from what was typed already. Pure. */
import type { Field, Form } from '../core/card.ts';
import type { View } from '../core/context.ts';
import type { Locale } from '../core/i18n.ts';
import { lines, type Md } from '../core/md.ts';
import { longText } from '../core/values.ts';
import type { Person } from '../people/model.ts';
import type { Whom } from '../people/whom.ts';
import { askFor, giveFeedback, giveKudos, keepNote, reply } from './actions.ts';
import { say } from './messages.ts';
import { ask } from './messages-form.ts';
import { pad } from './messages-note.ts';
import type { Value } from './model.ts';
import { optionOf } from './values.ts';

/** Somebody who was named, but not so that it is one person. */
export type Doubt = Extract<Whom, { kind: 'several' | 'unknown' }>;

/** What was typed with the command. */
export interface Typed {
  /** Ids. */
  whom: readonly string[];
  doubt?: Doubt | undefined;
  text?: string | undefined;
}

/** More than that is chosen from everybody. */
const mostChoices = 10;

const named = (p: Person) => `${p.name} (@${p._id})`;
export const namedList = (all: readonly Person[]): string => all.map(named).join(', ');

export function introOf(typed: Typed, l: Locale, usual: Md): Md {
  const { doubt } = typed;
  if (!doubt) return usual;
  const what = doubt.typed.slice(0, 100);
  return doubt.kind === 'several'
    ? say(l).severalIntro(what)
    : say(l).unknownIntro(what, namedList(doubt.near));
}

/** A picker; when several could be meant and nobody else is named, those to choose from. */
function whomField(typed: Typed, label: string, many: boolean): Field {
  const { doubt, whom } = typed;
  const base = { name: 'whom', label, required: true };
  if (doubt?.kind === 'several' && doubt.people.length <= mostChoices && whom.length === 0)
    return {
      ...base,
      type: 'choice',
      options: doubt.people.map((p) => ({
        label: p.name.slice(0, 70),
        value: p._id,
        hint: `${p.title}, ${p.unit}`,
      })),
    };
  const value = many ? [...whom] : whom[0];
  return { ...base, type: 'person', ...(many && { many }), ...(whom.length > 0 && value && { value }) };
}

interface TextField {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  value?: string | undefined;
  lines?: number;
}

const textField = ({ value, ...field }: TextField): Field => ({
  lines: 3,
  ...field,
  type: 'text',
  max: longText,
  ...(value && { value }),
});

/** `room`: the name of the announcement room, where there is one. */
export interface KudosForm extends Typed {
  group: string;
  values: readonly Value[];
  room?: string | undefined;
}

export function kudosForm(given: KudosForm, { locale }: Pick<View, 'locale'>): Form {
  const words = ask(locale);
  const share: Field[] = given.room
    ? [
        {
          name: 'share',
          label: words.share,
          type: 'choice',
          many: true,
          options: [{ label: words.shareIn(given.room.slice(0, 50)), value: 'yes' }],
        },
      ]
    : [];
  return {
    title: words.kudosTitle,
    intro: introOf(given, locale, words.kudosIntro),
    submit: words.sendKudos,
    token: giveKudos.token({ group: given.group }),
    fields: [
      whomField(given, words.whomKudos, true),
      textField({
        name: 'did',
        label: words.kudosDid,
        hint: words.kudosDidHint,
        required: true,
        value: given.text,
      }),
      textField({ name: 'effect', label: words.kudosEffect, lines: 2 }),
      {
        name: 'value',
        label: words.value,
        type: 'choice',
        options: given.values.map((v) => optionOf(v, locale)),
      },
      ...share,
    ],
  };
}

export interface FeedbackForm extends Typed {
  group: string;
  request?: string | undefined;
}

export function feedbackForm(given: FeedbackForm, { locale }: Pick<View, 'locale'>): Form {
  const words = ask(locale);
  const { group, request } = given;
  return {
    title: words.feedbackTitle,
    intro: lines(introOf(given, locale, words.feedbackIntro), words.unnamedRule),
    submit: words.sendFeedback,
    token: giveFeedback.token({ group, ...(request && { request }) }),
    fields: [
      whomField(given, words.whomFeedback, false),
      textField({ name: 'did', label: words.did, hint: words.didHint, required: true, value: given.text }),
      textField({ name: 'effect', label: words.effect, hint: words.effectHint, required: true }),
      textField({ name: 'ask', label: words.ask, hint: words.askHint, lines: 2 }),
      textField({ name: 'next', label: words.next, hint: words.nextHint, lines: 2 }),
      {
        name: 'visible',
        label: words.visible,
        type: 'choice',
        required: true,
        value: 'named',
        options: [
          { label: words.named, value: 'named', hint: words.namedHint },
          { label: words.manager, value: 'manager', hint: words.managerHint },
          { label: words.unnamed, value: 'unnamed', hint: words.unnamedHint },
        ],
      },
    ],
  };
}

export const mostAsked = 8;

export function askForm({ locale }: Pick<View, 'locale'>): Form {
  const words = ask(locale);
  return {
    title: words.askTitle,
    intro: words.askIntro,
    submit: words.sendAsk,
    token: askFor.token({}),
    fields: [
      { name: 'whom', label: words.whomAsk, type: 'person', many: true, required: true },
      {
        ...textField({ name: 'about', label: words.askAbout, hint: words.askAboutHint, lines: 2 }),
        max: 1000,
      },
    ],
  };
}

export const replyForm = (item: string, to: string, { locale }: Pick<View, 'locale'>): Form => ({
  title: ask(locale).replyTitle,
  intro: ask(locale).replyIntro(to),
  submit: ask(locale).send,
  token: reply.token({ item }),
  fields: [textField({ name: 'text', label: ask(locale).replyLabel, required: true })],
});

export interface NoteForm extends Typed {
  note: string;
  /** In the zone of the one who writes. */
  today: string;
  /** Somebody reports to them. */
  leads: boolean;
}

export function noteForm(given: NoteForm, { locale }: Pick<View, 'locale'>): Form {
  const words = pad(locale);
  const about: Field[] = given.leads
    ? [{ ...whomField(given, words.whom, false), hint: words.whomHint }]
    : [];
  return {
    title: words.formTitle,
    intro: introOf(given, locale, words.formIntro),
    submit: words.save,
    token: keepNote.token({ note: given.note }),
    fields: [
      ...about,
      { name: 'day', label: words.day, type: 'date', required: true, max: given.today, value: given.today },
      textField({ name: 'what', label: words.what, hint: words.whatHint, required: true, value: given.text }),
      textField({ name: 'effect', label: words.effect, lines: 2 }),
      { name: 'link', label: words.link, type: 'text', hint: words.linkHint, max: 500 },
    ],
  };
}
