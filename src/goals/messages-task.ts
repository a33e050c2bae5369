import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';

/** Tasks, the section on Home, and the audit's sentences. */
export const chore = catalogue({
  write: {
    en: (cycle: string) => `Write your goals for ${cycle}`,
    zh: (cycle: string) => `填写 ${cycle} 的目标`,
  },
  propose: {
    en: (cycle: string) => `Propose your goals for ${cycle}`,
    zh: (cycle: string) => `提交 ${cycle} 的目标`,
  },
  answer: {
    en: (cycle: string) => `Answer your manager’s proposal for ${cycle}`,
    zh: (cycle: string) => `答复直线经理对 ${cycle} 目标的提议`,
  },
  confirm: {
    en: (cycle: string) => `Confirm the performance contract for ${cycle}`,
    zh: (cycle: string) => `确认 ${cycle} 的绩效合同`,
  },
  agree: {
    en: (n: string) => (n === '1' ? 'Agree the goals of one person' : `Agree the goals of ${n} people`),
    zh: (n: string) => `确认 ${n} 人的目标`,
  },
  concern: { en: 'Answer a concern about a goal', zh: '答复一项「目标过高」的反馈' },
  open: { en: 'Open', zh: '打开' },
  answerNow: { en: 'Answer', zh: '答复' },
  home: {
    en: (cycle: string): Md => md`${bold('My goals')} · ${cycle}`,
    zh: (cycle: string): Md => md`${bold('我的目标')} · ${cycle}`,
  },
  line: {
    en: (title: string, state: string): Md => md`• ${title}: ${state}`,
    zh: (title: string, state: string): Md => md`• ${title}：${state}`,
  },
  goals: { en: 'Goals', zh: '目标' },
  progress: { en: 'Update progress', zh: '更新进度' },
  proposedFact: {
    en: (by: string): Md => md`${by} proposed goals`,
    zh: (by: string): Md => md`${by} 提交了目标`,
  },
  agreedFact: {
    en: (by: string, about: string, version: string): Md =>
      md`${by} agreed a goal of ${about} (version ${version})`,
    zh: (by: string, about: string, version: string): Md =>
      md`${by} 同意了 ${about} 的一个目标（第 ${version} 版）`,
  },
  returnedFact: {
    en: (by: string, about: string): Md => md`${by} sent back a goal of ${about}`,
    zh: (by: string, about: string): Md => md`${by} 退回了 ${about} 的一个目标`,
  },
  undoneFact: {
    en: (by: string, about: string): Md => md`${by} took back a decision on a goal of ${about}`,
    zh: (by: string, about: string): Md => md`${by} 撤销了对 ${about} 一个目标的决定`,
  },
  droppedFact: {
    en: (by: string, about: string): Md => md`${by} agreed to drop a goal of ${about}`,
    zh: (by: string, about: string): Md => md`${by} 同意取消 ${about} 的一个目标`,
  },
  progressFact: {
    en: (by: string): Md => md`${by} noted progress on a goal`,
    zh: (by: string): Md => md`${by} 更新了目标进度`,
  },
  contractFact: {
    en: (about: string, version: string): Md =>
      md`The performance contract of ${about} was confirmed by both (version ${version})`,
    zh: (about: string, version: string): Md => md`${about} 的绩效合同已由双方确认（第 ${version} 版）`,
  },
  waivedFact: {
    en: (by: string, about: string, sum: string): Md =>
      md`${by} accepted goal weights of ${sum} % for ${about}`,
    zh: (by: string, about: string, sum: string): Md => md`${by} 豁免了 ${about} 的权重要求（合计 ${sum}%）`,
  },
  concernFact: {
    en: (by: string): Md => md`${by} raised a concern about a goal`,
    zh: (by: string): Md => md`${by} 反馈目标过高`,
  },
  answeredFact: {
    en: (by: string, about: string): Md => md`${by} answered a concern of ${about}`,
    zh: (by: string, about: string): Md => md`${by} 答复了 ${about} 的顾虑`,
  },
  publishedFact: {
    en: (by: string): Md => md`${by} published a company goal`,
    zh: (by: string): Md => md`${by} 发布了公司目标`,
  },
  readFact: {
    en: (by: string, about: string): Md => md`${by} read the goals of ${about}`,
    zh: (by: string, about: string): Md => md`${by} 查看了 ${about} 的目标`,
  },
});
