import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';
import type { Source } from './model.ts';

const sources: Record<'en' | 'zh', Record<Source, string>> = {
  en: {
    attainment: 'goals reached',
    self: 'self review',
    manager: 'manager',
    dotted: 'dotted-line lead',
    peer: 'peers',
    report: 'reports',
    partner: 'partners in other units',
    customer: 'customers',
    improvement: 'improvement of the reports',
    cycles: 'inner cycles',
  },
  zh: {
    attainment: '目标达成',
    self: '自评',
    manager: '直线经理',
    dotted: '虚线上级',
    peer: '同事',
    report: '下属',
    partner: '协作伙伴',
    customer: '客户',
    improvement: '下属进步',
    cycles: '内含周期',
  },
};

const dimensions: Record<'en' | 'zh', Record<string, string>> = {
  en: {
    results: 'results',
    competencies: 'competencies',
    collaboration: 'collaboration',
    teamDevelopment: 'team development',
    behaviour: 'behaviour',
  },
  zh: {
    results: '工作结果',
    competencies: '能力',
    collaboration: '协作',
    teamDevelopment: '下属绩效提升',
    behaviour: '行为表现',
  },
};

const schemes: Record<'en' | 'zh', Record<string, string>> = {
  en: { standard: 'Standard', manager: 'People manager' },
  zh: { standard: '标准', manager: '管理者' },
};

/** A dimension can be called anything, `constructor` too. */
const own = (names: Record<string, string>, d: string): string =>
  Object.hasOwn(names, d) ? (names[d] ?? d) : d;

/** The announcement to everybody and the first personal card: what it is for, how it works, who sees what. */
export const announce = catalogue({
  source: { en: (s: Source) => sources.en[s], zh: (s: Source) => sources.zh[s] },
  dimension: { en: (d: string) => own(dimensions.en, d), zh: (d: string) => own(dimensions.zh, d) },
  scheme: { en: (s: string) => schemes.en[s] ?? s, zh: (s: string) => schemes.zh[s] ?? s },
  part: {
    en: (what: string, percent: string) => `${what} ${percent}`,
    zh: (what: string, percent: string) => `${what} ${percent}`,
  },
  title: { en: (name: string) => `${name} begins`, zh: (name: string) => `「${name}」绩效周期开始了` },
  purpose: {
    en: (from: string, to: string): Md =>
      md`From ${from} to ${to} we agree on goals, talk about them on the way, and look back together. What counts is that everybody knows what is expected, gets help early, and can follow how a result came about.`,
    zh: (from: string, to: string): Md =>
      md`${from}至${to}，我们一起定目标、过程中多沟通、期末共同回顾。希望每个人都清楚要做到什么，需要帮助时能及时得到，也明白结果是怎么来的。`,
  },
  word: {
    en: (who: string, text: string): Md => md`${bold(who)}: ${text}`,
    zh: (who: string, text: string): Md => md`${bold(who)}：${text}`,
  },
  colGrace: { en: 'Late work until', zh: '宽限至' },
  none: { en: 'none', zh: '无' },
  graceDays: {
    en: (n: number) => (n === 1 ? '1 working day more' : `${n} working days more`),
    zh: (n: number) => `再宽限 ${n} 个工作日`,
  },
  endOfDay: {
    en: md`Due means the end of the day where you are. Who joins late or is on long leave is told so personally.`,
    zh: md`截止时间按你所在时区的当天结束计算。入职较晚或长期休假的同事会单独收到说明。`,
  },
  numbers: {
    en: md`**Where the numbers come from**: each key result names its source (a report, a system). You update it; whoever is named there, normally your manager, confirms it.`,
    zh: md`**数据从哪里来**：每个关键结果都写明数据来源（报表或系统）。由你更新，由指定的人（一般是直线经理）确认。`,
  },
  score: {
    en: md`**How a score is made**: each dimension is a weighted mean of the sources below, the final score the weighted mean of the dimensions, rounded once at the end. A source that is missing never counts as zero. What colleagues say counts only as a mean of 3 or more.`,
    zh: md`**评分怎么算**：每个维度是下列来源的加权平均，总分是各维度的加权平均，只在最后取一次整。缺少的来源不按零分算。同事评价须满 3 人才取平均计入。`,
  },
  colScheme: { en: 'Scheme', zh: '方案' },
  colDimension: { en: 'Dimension', zh: '维度' },
  colWeight: { en: 'Weight', zh: '权重' },
  colSources: { en: 'Sources', zh: '来源' },
  seen: {
    en: md`**Who sees what**: your goals and check-ins: you, your manager, and their manager for goals; HR where there is a reason to look. What colleagues write is confidential: only means and mixed comments of 3 or more are shown, nobody sees who said what. Your result: you after its release, your managers, HR. Reading somebody else’s record is logged.`,
    zh: md`**谁能看到什么**：目标和辅导沟通，本人和直线经理可见，上级经理可看目标，HR 确有需要时可以查阅。同事评价保密：满 3 人才显示平均分和打乱后的意见，没有人能看到是谁写的。绩效结果在发布后由本人、各级经理和 HR 可见。查看他人记录都会留痕。`,
  },
  leads: {
    en: (bonus: string): Md =>
      md`**What it leads to**: grades are the basis for bonus (${bonus}), raises, promotion, training and plans. Nothing is applied without the approval of a person.`,
    zh: (bonus: string): Md =>
      md`**结果用在哪里**：等级是奖金（系数 ${bonus}）、调薪、晋升、培训和改进计划的依据。任何应用都须经人审批。`,
  },
  appeal: {
    en: md`**If you disagree**: appeal within 10 working days after you got your result. A panel without your rater and their line hears you and answers in writing. Acknowledging a result never costs you that right.`,
    zh: md`**如有异议**：收到结果后 10 个工作日内可以申诉。由与评价人及其上级无关的评审组听取意见，并书面答复。签收结果不影响申诉。`,
  },
  kept: {
    en: md`**What is kept**: goals, check-ins, reviews and results, for 3 years after the cycle closes, then they are erased. /perf mydata gives you everything about yourself.`,
    zh: md`**保存什么**：目标、辅导沟通、评价和结果，周期结束后保留 3 年，之后删除。输入「/perf mydata」可以导出你自己的全部数据。`,
  },

  yours: {
    en: (name: string) => `${name}: what it means for you`,
    zh: (name: string) => `${name}：与你有关的事`,
  },
  yoursText: {
    en: (from: string, to: string): Md => md`You take part in the cycle from ${from} to ${to}.`,
    zh: (from: string, to: string): Md => md`你参与 ${from}至${to} 的绩效周期。`,
  },
  yourManager: {
    en: (who: string): Md => md`${bold(who)} agrees your goals and rates you.`,
    zh: (who: string): Md => md`由${bold(who)}与你确认目标并评分。`,
  },
  noManager: {
    en: md`Nobody is named yet who rates you; HR takes care of it.`,
    zh: md`你的评价人还没有确定，HR 会安排。`,
  },
  leadsPeople: {
    en: md`You lead people in this cycle, so developing them is part of your own score.`,
    zh: md`你在本周期带领团队，下属的成长也计入你的评分。`,
  },
  privacy: {
    en: md`Kept are your goals, check-ins, reviews and results, for 3 years after the cycle closes. You and your manager see them; HR too, and each look is logged. What colleagues say stays confidential.`,
    zh: md`会保存你的目标、辅导沟通、评价和结果，周期结束后保留 3 年。你和直线经理可见，HR 也可见且查看留痕。同事评价对所有人保密。`,
  },
  after: {
    en: (phase: string, day: string): Md =>
      md`Nothing to do right now: when ${phase} opens on ${day}, you get a card with the first step.`,
    zh: (phase: string, day: string): Md => md`现在不用做什么。${day}${phase}开始时，你会收到第一步的卡片。`,
  },
  soon: {
    en: (phase: string, day: string): Md =>
      md`Next: ${phase}, until ${day}. The card with the first step comes by itself.`,
    zh: (phase: string, day: string): Md => md`接下来是${phase}，${day}截止。第一步的卡片会自动发给你。`,
  },
  notIn: {
    en: (name: string) => `${name}: not for you this time`,
    zh: (name: string) => `${name}：这次你不参与`,
  },
  notInText: {
    en: (name: string, why: string): Md =>
      md`You do not take part in ${bold(name)}: ${why}. You have nothing to do, and it leaves no mark in your record. If that is wrong, HR can help.`,
    zh: (name: string, why: string): Md =>
      md`你不参与${bold(name)}，原因：${why}。不需要做任何事，也不会影响你的绩效档案。如有疑问请联系 HR。`,
  },
  until: { en: (day: string) => `until ${day}`, zh: (day: string) => `${day}截止` },
});
