import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

/** What single people are told or asked. */
export const told = catalogue({
  askedTitle: {
    en: (by: string, cycle: string) => `A question from ${by} · ${cycle}`,
    zh: (by: string, cycle: string) => `${by} 想了解 · ${cycle}`,
  },
  askedYou: {
    en: (by: string): Md => md`${person(by)} is preparing your rating and asks:`,
    zh: (by: string): Md => md`${person(by)} 正在准备你的评分，想问你：`,
  },
  askedOffice: {
    en: (by: string, about: string): Md =>
      md`${person(by)} is preparing the rating of ${bold(about)} and asks HR:`,
    zh: (by: string, about: string): Md => md`${person(by)} 正在准备 ${bold(about)} 的评分，想问人力资源：`,
  },
  question: { en: (text: string): Md => md`“${text}”`, zh: (text: string): Md => md`「${text}」` },
  answer: { en: 'Answer', zh: '回答' },
  askedAfter: {
    en: md`Your answer stands beside the evidence that the manager reads, and nowhere else.`,
    zh: md`你的回答只会出现在经理看到的事实依据里。`,
  },
  answeredBy: {
    en: (who: string, when: Date, text: string): Md => md`${person(who)} answered, ${when}: ${text}`,
    zh: (who: string, when: Date, text: string): Md => md`${person(who)} 于 ${when} 回答：${text}`,
  },
  noLonger: { en: md`No answer is needed any more.`, zh: md`不再需要回答了。` },
  movedTitle: {
    en: (name: string, cycle: string) => `The rating of ${name} has moved on · ${cycle}`,
    zh: (name: string, cycle: string) => `${name} 的评分已转交 · ${cycle}`,
  },
  passed: {
    en: (to: string): Md =>
      md`It was not sent in time, so ${person(to)} rates now. Nothing more is asked of you.`,
    zh: (to: string): Md => md`未在期限内提交，现由 ${person(to)} 评分。你不需要再做什么。`,
  },
  missedTitle: { en: (cycle: string) => `No rating · ${cycle}`, zh: (cycle: string) => `无评分 · ${cycle}` },
  missed: {
    en: (name: string, why: string): Md =>
      md`${bold(name)}: ${why}. The result will say so and can be appealed. Until the release you can return it for re-examination.`,
    zh: (name: string, why: string): Md =>
      md`${bold(name)}：${why}。结果会如实注明，本人可以申诉。发布之前，你可以退回补评。`,
  },
  noEvaluator: { en: 'there was nobody to rate', zh: '没有评分人' },
  notRated: { en: 'nobody rated in time', zh: '无人在期限内评分' },
  verifyTitle: {
    en: (cycle: string) => `Numbers for you to confirm · ${cycle}`,
    zh: (cycle: string) => `请核实这些数字 · ${cycle}`,
  },
  verifyAbout: {
    en: md`These goals name you as the one who verifies their numbers. What you confirm is final and goes into the score.`,
    zh: md`这些目标指定由你核实数字。你确认后即为最终数字，计入得分。`,
  },
  verifyOf: { en: (name: string): Md => md`${bold(name)}`, zh: (name: string): Md => md`${bold(name)}` },
  verifyDone: { en: md`Nothing is left to confirm, thank you.`, zh: md`都已处理，谢谢。` },
  statementTitle: {
    en: (name: string, cycle: string) => `${name} has a new manager · ${cycle}`,
    zh: (name: string, cycle: string) => `${name} 换了经理 · ${cycle}`,
  },
  statementAbout: {
    en: (name: string): Md =>
      md`You led ${bold(name)} until now. One dated statement of what you saw can go along; it is no rating and counts for nothing. The new manager rates.`,
    zh: (name: string): Md =>
      md`${bold(name)} 此前由你管理。你可以留下一份注明日期的说明，写下你看到的情况；它不是评分，不计入得分，评分由新经理负责。`,
  },
  statementWrite: { en: 'Write a statement', zh: '写一份说明' },
  statementYours: {
    en: (when: Date, text: string): Md => md`Yours, ${when}: ${text}`,
    zh: (when: Date, text: string): Md => md`你的说明，${when}：${text}`,
  },
});
