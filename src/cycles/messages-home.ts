import { catalogue } from '../core/i18n.ts';
import { type Md, md } from '../core/md.ts';

/** What is next, on Home. */
export const home = catalogue({
  homeNext: { en: md`**What is next**`, zh: md`**接下来**` },
  nextDue: {
    en: (name: string, phase: string, day: string): Md => md`${day}: ${phase} is due (${name})`,
    zh: (name: string, phase: string, day: string): Md => md`${day}：${phase}截止（${name}）`,
  },
  nextOpens: {
    en: (name: string, phase: string, day: string): Md => md`${day}: ${phase} begins (${name})`,
    zh: (name: string, phase: string, day: string): Md => md`${day}：${phase}开始（${name}）`,
  },
  nextPaused: {
    en: (name: string): Md => md`${name} is paused; nothing is due.`,
    zh: (name: string): Md => md`「${name}」已暂停，没有截止事项。`,
  },
});
