import { catalogue } from '../core/i18n.ts';

/** Answers to words that were typed instead of a button being pressed. */
export const words = catalogue({
  putOff: {
    en: (at: string) => `All right, I will ask you again ${at}. Write to me if you want to start before.`,
    zh: (at: string) => `好的，${at}再来找你。想提前开始，随时给我发消息。`,
  },
  whySkip: {
    en: 'To skip it, write “skip: ” and your reason, in a few words; your manager reads it. “Later” puts it off.',
    zh: '想跳过的话，请输入「跳过：原因」，简短即可，直线经理会看到。只想晚点再说，就输入「稍后」。',
  },
  skipped: {
    en: 'Skipped, your manager hears why. You can still start it with the button above.',
    zh: '已跳过，原因会转告直线经理。仍然可以用上面的按钮开始。',
  },
});
