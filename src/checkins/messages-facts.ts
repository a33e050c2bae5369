/** Facts of check-ins as sentences of the audit. */
import { catalogue, dayWords } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';
import type { FactWords } from '../core/module.ts';

export const sayFacts = catalogue({
  asked: {
    en: (who: string): Md => md`${bold(who)} was invited to a check-in.`,
    zh: (who: string): Md => md`${bold(who)} 收到了辅导沟通邀请。`,
  },
  done: {
    en: (who: string): Md => md`${bold(who)} sent in a check-in.`,
    zh: (who: string): Md => md`${bold(who)} 提交了一次辅导沟通。`,
  },
  changed: {
    en: (who: string): Md => md`${bold(who)} changed a check-in that was sent in.`,
    zh: (who: string): Md => md`${bold(who)} 修改了已提交的辅导沟通。`,
  },
  skipped: {
    en: (who: string): Md => md`${bold(who)} skipped a check-in.`,
    zh: (who: string): Md => md`${bold(who)} 跳过了一次辅导沟通。`,
  },
  omitted: {
    en: (who: string, day: string): Md => md`The check-in of ${bold(who)} on ${day} was left out.`,
    zh: (who: string, day: string): Md => md`${bold(who)} ${day}的辅导沟通没有进行。`,
  },
  passed: {
    en: (who: string, day: string): Md =>
      md`The check-in of ${bold(who)} of ${day} stayed open until the next one came.`,
    zh: (who: string, day: string): Md => md`${bold(who)} ${day}的辅导沟通到下一次开始时仍未提交。`,
  },
  meetingProposed: {
    en: (by: string, who: string): Md => md`${bold(by)} proposed a meeting for the check-in of ${bold(who)}.`,
    zh: (by: string, who: string): Md => md`${bold(by)} 提议当面进行 ${bold(who)} 的辅导沟通。`,
  },
  meetingAgreed: {
    en: (by: string, who: string): Md => md`${bold(by)} agreed to meet for the check-in of ${bold(who)}.`,
    zh: (by: string, who: string): Md => md`${bold(by)} 同意当面进行 ${bold(who)} 的辅导沟通。`,
  },
  obstacleTold: {
    en: (who: string, to: string): Md => md`${bold(who)} asked ${bold(to)} for help with an obstacle.`,
    zh: (who: string, to: string): Md => md`${bold(who)} 遇到阻碍，请 ${bold(to)} 帮忙。`,
  },
  obstacleDecided: {
    en: (by: string, who: string): Md => md`${bold(by)} answered the request for help of ${bold(who)}.`,
    zh: (by: string, who: string): Md => md`${bold(by)} 处理了 ${bold(who)} 的求助。`,
  },
  read: {
    en: (by: string, who: string): Md => md`${bold(by)} read a check-in of ${bold(who)}.`,
    zh: (by: string, who: string): Md => md`${bold(by)} 查看了 ${bold(who)} 的辅导沟通。`,
  },
  commented: {
    en: (by: string, who: string): Md => md`${bold(by)} commented on a check-in of ${bold(who)}.`,
    zh: (by: string, who: string): Md => md`${bold(by)} 评论了 ${bold(who)} 的辅导沟通。`,
  },
});

const text = (data: unknown, field: string): string => String((data as Record<string, unknown>)[field] ?? '');

export const factWords: Readonly<Record<string, FactWords>> = {
  'checkins.asked': (l, row, names) => sayFacts(l).asked(names(row.about)),
  'checkins.done': (l, row, names) => sayFacts(l).done(names(row.about)),
  'checkins.changed': (l, row, names) => sayFacts(l).changed(names(row.about)),
  'checkins.skipped': (l, row, names) => sayFacts(l).skipped(names(row.about)),
  'checkins.omitted': (l, row, names) =>
    sayFacts(l).omitted(names(row.about), dayWords(l, text(row.data, 'day'))),
  'checkins.passed': (l, row, names) =>
    sayFacts(l).passed(names(row.about), dayWords(l, text(row.data, 'day'))),
  'checkins.meetingProposed': (l, row, names) => sayFacts(l).meetingProposed(names(row.by), names(row.about)),
  'checkins.meetingAgreed': (l, row, names) => sayFacts(l).meetingAgreed(names(row.by), names(row.about)),
  'checkins.obstacleTold': (l, row, names) =>
    sayFacts(l).obstacleTold(names(row.about), names(text(row.data, 'to'))),
  'checkins.obstacleDecided': (l, row, names) => sayFacts(l).obstacleDecided(names(row.by), names(row.about)),
  'checkins.read': (l, row, names) => sayFacts(l).read(names(row.by), names(row.about)),
  'checkins.commented': (l, row, names) => sayFacts(l).commented(names(row.by), names(row.about)),
};
