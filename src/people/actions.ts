import { z } from 'zod';
import { action } from '../core/action.ts';
import { choice, maybe, pick, text } from '../core/values.ts';

const importOf = { import: z.string(), rev: z.number() };

export const getTemplate = action('people.template', {});
export const applyImport = action('people.importApply', importOf);
export const confirmImport = action('people.importConfirm', importOf);
export const discardImport = action('people.importDiscard', { import: z.string() });
/** Pages of the two lists, each from 0. */
export const turnImport = action('people.importPage', {
  import: z.string(),
  changes: z.number(),
  findings: z.number(),
});

export const chooseLocale = action('people.locale', {}, { value: choice('en', 'zh') });
export const chooseQuiet = action('people.quiet', {}, { value: pick() });
export const openSettings = action('people.settingsForm', {});
export const saveSettings = action(
  'people.settings',
  {},
  { zone: text(64), from: maybe(text(5)), to: maybe(text(5)) },
);
export const openOrganisation = action('people.organisationForm', {});
export const saveOrganisation = action(
  'people.organisation',
  { rev: z.number() },
  {
    name: text(120),
    locale: choice('en', 'zh'),
    zone: text(64),
    announce: text(80),
    values: maybe(text(1500)),
  },
);
