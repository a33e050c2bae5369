/** Company values that kudos can name: those of the organisation's settings, else four that fit most companies. */
import type { Locale } from '../core/i18n.ts';
import { say } from './messages.ts';
import type { Value } from './model.ts';

const usual = ['customers', 'together', 'word', 'learning'] as const;

export const usualValues = (): Value[] => usual.map((key) => ({ en: say('en')[key], zh: say('zh')[key] }));

/** A line of the settings: `Name`, or `English | 中文`. */
function readValue(line: string): Value {
  const [en = line, zh = en] = line.split('|').map((part) => part.trim());
  return { en: en || zh, zh: zh || en };
}

export const valuesOf = (organisation: { values?: readonly string[] | undefined }): Value[] =>
  organisation.values && organisation.values.length > 0 ? organisation.values.map(readValue) : usualValues();

/** How a value is named in a form; its English name is what it is known by. */
export const optionOf = (value: Value, l: Locale) => ({ label: value[l], value: value.en });
