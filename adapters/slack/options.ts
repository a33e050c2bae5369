/** What can be chosen from: Slack's option objects, and in full above them what does not fit into one. */
import type { Option } from '../../src/core/card.ts';
import { heldAgain } from './kept.ts';
import { limits, shortened } from './limits.ts';
import { say } from './messages.ts';
import { escaped, type Reader } from './mrkdwn.ts';

export const plain = (text: string, most: number) => ({
  type: 'plain_text' as const,
  text: shortened(text.replace(/\s+/g, ' ').trim() || '–', most),
  emoji: true,
});

export interface OptionObject {
  text: ReturnType<typeof plain>;
  value: string;
  description?: ReturnType<typeof plain>;
}

export function optionsOf(options: readonly Option[], keep: (text: string) => string): OptionObject[] {
  const times = new Map<string, number>();
  return options.map(({ label, value, hint }) => {
    const nth = times.get(value) ?? 0;
    times.set(value, nth + 1);
    return {
      text: plain(label, limits.optionText),
      value: heldAgain(value, nth, limits.optionValue, keep),
      ...(hint && { description: plain(hint, limits.optionText) }),
    };
  });
}

const isLong = ({ label, hint = '' }: Option) =>
  label.length > limits.optionText || hint.length > limits.optionText;

/** Lines of mrkdwn that say in full what an option only begins to say. */
export const inFull = (options: readonly Option[]): string[] =>
  options
    .filter(isLong)
    .map(({ label, hint }) => `• ${escaped(label)}${hint ? `\n    ${escaped(hint)}` : ''}`);

/** A menu: up to a hundred options, or as many groups of them, each named by its first and last. */
export function menuOf(options: readonly OptionObject[], { locale }: Reader) {
  const placeholder = plain(say(locale).choose, limits.placeholder);
  if (options.length <= limits.options) return { placeholder, options };
  const size = limits.options;
  const groups = Array.from({ length: Math.ceil(options.length / size) }, (_, i) =>
    options.slice(i * size, (i + 1) * size),
  );
  const edge = (option: OptionObject | undefined) => shortened(option?.text.text ?? '', 30);
  return {
    placeholder,
    option_groups: groups.map((some) => ({
      label: plain(`${edge(some[0])} … ${edge(some.at(-1))}`, limits.optionText),
      options: some,
    })),
  };
}
