import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';

export const pact = catalogue({
  title: {
    en: (name: string, cycle: string) => `Performance contract · ${name} · ${cycle}`,
    zh: (name: string, cycle: string) => `绩效合同 · ${name} · ${cycle}`,
  },
  open: {
    en: md`All goals are agreed and weigh 100 %. This is what both of you say yes to; please look it over and confirm.`,
    zh: md`所有目标已达成一致，权重合计 100%。以下是双方共同认可的内容，请过目并确认。`,
  },
  forming: {
    en: md`Goals are being changed. The contract opens again when all of them are agreed.`,
    zh: md`目标正在修改，全部重新达成一致后再确认合同。`,
  },
  confirmed: {
    en: md`Both have confirmed. It can be changed at any time by a proposal that the other agrees to; every version stays readable.`,
    zh: md`双方均已确认。之后可以随时提出变更，对方同意后生效，每个版本都会保留。`,
  },
  version: {
    en: (n: string): Md => md`Version ${n}`,
    zh: (n: string): Md => md`第 ${n} 版`,
  },
  goals: { en: md`**Goals, weights and standards**`, zh: md`**目标、权重与标准**` },
  standards: {
    en: md`Attainment is the mean of a goal’s key results; the weights make the result of all goals.`,
    zh: md`目标完成度取各关键结果的平均值，再按权重合成总结果。`,
  },
  support: { en: md`**Support promised**`, zh: md`**承诺的支持**` },
  noSupport: { en: md`Nothing written yet.`, zh: md`还没有写。` },
  commitment: { en: md`**Commitment to improve**`, zh: md`**持续改进承诺**` },
  usual: {
    en: md`To work towards these goals, to say early when one is at risk, and to keep getting better on the way.`,
    zh: md`围绕目标持续投入，有风险及早说，在过程中不断改进。`,
  },
  did: {
    en: (who: string, when: Date): Md => md`${bold(who)} confirmed, ${when}`,
    zh: (who: string, when: Date): Md => md`${bold(who)} 已于 ${when} 确认`,
  },
  notYet: {
    en: (who: string): Md => md`${bold(who)}: not confirmed yet`,
    zh: (who: string): Md => md`${bold(who)}：尚未确认`,
  },
  manager: { en: 'Manager', zh: '直线经理' },
  quoted: {
    en: (text: string): Md => md`“${text}”`,
    zh: (text: string): Md => md`「${text}」`,
  },
  confirm: { en: 'Confirm', zh: '确认' },
  writeSupport: { en: 'Promise support', zh: '承诺支持' },
  writeCommitment: { en: 'In my own words', zh: '用自己的话写' },
  confirmedToast: { en: 'Confirmed.', zh: '已确认。' },
  saved: { en: 'It stands in the contract now.', zh: '已写进合同。' },
});
