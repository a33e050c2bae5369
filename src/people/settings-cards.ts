import type { Block, Field, Form } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { momentWords } from '../core/i18n.ts';
import {
  chooseLocale,
  chooseQuiet,
  openOrganisation,
  openSettings,
  saveOrganisation,
  saveSettings,
} from './actions.ts';
import { saySettings } from './messages-settings.ts';
import type { Organisation, Person } from './model.ts';

type Mine = Pick<Person, 'locale' | 'zone' | 'quiet'>;

/** Offered for one tap; anything else through the form. Equal times are none. */
export const quietOffers = ['20:00-08:00', '18:00-09:00', '22:00-07:00', '00:00-00:00'] as const;

const hours = ({ from, to }: Person['quiet']) => `${from}-${to}`;
const none = ({ from, to }: Person['quiet']) => from === to;

/** `organisation`: also shown to HR, with a button. */
export const settingsCard =
  (mine: Mine, withOrganisation: boolean): Draw =>
  (view) => {
    const words = saySettings(view.locale);
    return {
      title: words.title,
      blocks: [
        { type: 'text', text: words.intro },
        {
          type: 'facts',
          items: [
            { label: words.zone, value: mine.zone },
            { label: words.now, value: momentWords(view.locale, mine.zone, view.now) },
          ],
        },
        {
          type: 'choices',
          label: words.language,
          token: chooseLocale.token({}),
          options: [
            { label: words.english, value: 'en' },
            { label: words.chinese, value: 'zh' },
          ],
          value: mine.locale,
        },
        quietChoices(mine, view),
        {
          type: 'actions',
          items: [
            { label: words.change, token: openSettings.token({}) },
            ...(withOrganisation ? [{ label: words.organisation, token: openOrganisation.token({}) }] : []),
          ],
        },
      ],
    };
  };

function quietChoices({ quiet }: Mine, { locale }: View): Block {
  const words = saySettings(locale);
  const value = none(quiet) ? '00:00-00:00' : hours(quiet);
  const offered: string[] = [...quietOffers];
  if (!offered.includes(value)) offered.unshift(value);
  return {
    type: 'choices',
    label: words.quiet,
    token: chooseQuiet.token({}),
    options: offered.map((offer) => ({
      value: offer,
      label: offer === '00:00-00:00' ? words.quietNone : offer.replace('-', ' – '),
    })),
    value,
  };
}

export function settingsForm(mine: Mine, { locale }: View): Form {
  const words = saySettings(locale);
  const { from, to } = none(mine.quiet) ? { from: '', to: '' } : mine.quiet;
  return {
    title: words.title,
    intro: words.intro,
    submit: words.save,
    token: saveSettings.token({}),
    fields: [
      {
        name: 'zone',
        label: words.zone,
        type: 'text',
        hint: words.zoneHint,
        required: true,
        value: mine.zone,
      },
      { name: 'from', label: words.quietFrom, type: 'text', hint: words.quietHint, value: from, max: 5 },
      { name: 'to', label: words.quietTo, type: 'text', value: to, max: 5 },
    ],
  };
}

export function organisationForm(org: Organisation, { locale }: View): Form {
  const words = saySettings(locale);
  return {
    title: words.organisationTitle,
    intro: words.organisationIntro,
    submit: words.save,
    token: saveOrganisation.token({ rev: org.rev }),
    fields: [
      {
        name: 'name',
        label: words.organisationName,
        type: 'text',
        required: true,
        max: 120,
        value: org.name,
      },
      {
        name: 'locale',
        label: words.language,
        type: 'choice',
        required: true,
        value: org.locale,
        options: [
          { label: words.english, value: 'en' },
          { label: words.chinese, value: 'zh' },
        ],
      },
      {
        name: 'zone',
        label: words.zone,
        type: 'text',
        hint: words.zoneHint,
        required: true,
        value: org.zone,
      },
      {
        name: 'announce',
        label: words.announce,
        type: 'text',
        hint: words.announceHint,
        required: true,
        max: 80,
        value: org.announce.name,
      },
      valuesField(org, locale),
    ],
  };
}

const valuesField = ({ values = [] }: Organisation, locale: View['locale']): Field => ({
  name: 'values',
  label: saySettings(locale).values,
  type: 'text',
  hint: saySettings(locale).valuesHint,
  lines: 5,
  max: 1500,
  value: values.join('\n'),
});
