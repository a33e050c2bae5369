/** What the adapter itself says in a toast: in the reader's language, or in both for the client to choose from. */
import type { Locale } from '../../src/core/i18n.ts';
import { say, type Words } from './messages.ts';

export type ToastType = 'info' | 'success' | 'warning' | 'error';
export interface Toast {
  type: ToastType;
  content: string;
  i18n?: { en_us: string; zh_cn: string };
}

export const ownToast = (
  pick: (words: Words) => string,
  locale: Locale | undefined,
  type: ToastType = 'info',
): Toast => {
  const [en_us, zh_cn] = [pick(say('en')), pick(say('zh'))];
  if (locale) return { type, content: locale === 'zh' ? zh_cn : en_us };
  return { type, content: en_us, i18n: { en_us, zh_cn } };
};

/** The same as a message, which has no languages to choose from. */
export const worded = ({ content, i18n }: Toast): string => (i18n ? `${i18n.zh_cn}\n${i18n.en_us}` : content);
