import { catalogue } from '../core/i18n.ts';
import { type Md, md, person } from '../core/md.ts';

/** What HR reads around a check-in that they asked for. */
export const read = catalogue({
  title: {
    en: (name: string, day: string) => `Check-in of ${name}, ${day}`,
    zh: (name: string, day: string) => `${name} 的辅导沟通 · ${day}`,
  },
  logged: {
    en: (who: string): Md => md`It stands in the audit that you read this; ${person(who)} can see that, too.`,
    zh: (who: string): Md => md`这次查阅已记入审计，${person(who)} 也能看到。`,
  },
  earlier: { en: 'The one before', zh: '上一次' },
  none: {
    en: (name: string) => `${name} has not sent a check-in yet.`,
    zh: (name: string) => `${name} 还没有提交过辅导沟通。`,
  },
  nobody: {
    en: 'I find nobody of that name. “/perf checkin” alone starts your own.',
    zh: '没有找到这个人。只输入「/perf checkin」就能开始自己的沟通。',
  },
  whichOne: {
    en: (names: string) => `Several people fit: ${names}. Please type the whole name.`,
    zh: (names: string) => `有几位同事符合：${names}。请输入全名。`,
  },
});
