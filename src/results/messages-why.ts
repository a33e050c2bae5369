import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

/** Why an answer is not there; `Absence` and `Obstacle` of the sum. */
const absentEn: Record<string, string> = {
  tooFew: 'too few answers',
  noAnswer: 'no answer',
  noGoals: 'no agreed goals',
  noGoalLeft: 'every goal was left out',
  tooFewReports: 'fewer than 3 reports to compare',
  noCycles: 'no inner cycle',
  managerMissing: 'the manager’s rating is missing',
  weightsUnsettled: 'the weights of the goals do not come to 100 %',
  numberMissing: 'a key result has no number',
  noSource: 'no source at all',
};
const absentZh: Record<string, string> = {
  tooFew: '人数太少',
  noAnswer: '没有回答',
  noGoals: '没有达成一致的目标',
  noGoalLeft: '所有目标都不计入',
  tooFewReports: '可比较的下属不足 3 人',
  noCycles: '没有内含周期',
  managerMissing: '缺少直线经理的评分',
  weightsUnsettled: '目标权重合计不是 100%',
  numberMissing: '有关键结果没有数字',
  noSource: '没有任何来源',
};

/** "Why this score?": the sum laid open, so that a pocket calculator gives the same. */
export const why = catalogue({
  title: {
    en: (cycle: string, what: string) => `Why this score? · ${cycle}: ${what}`,
    zh: (cycle: string, what: string) => `得分明细 · ${cycle}：${what}`,
  },
  how: {
    en: md`Each dimension is the weighted mean of its sources, the final score the weighted mean of the dimensions. Numbers stay exact until the end and are rounded once. A source that is missing never counts as zero: the others share its weight.`,
    zh: md`每个维度是各来源的加权平均，总分是各维度的加权平均。计算过程保持精确，只在最后取一次整。缺少的来源不按零分算，其权重由其他来源分担。`,
  },
  used: {
    en: (scheme: string, v: string, rating: string, version: string): Md =>
      md`Scheme ${scheme}, version ${v}; the manager’s rating, version ${rating}; this result, version ${version}.`,
    zh: (scheme: string, v: string, rating: string, version: string): Md =>
      md`方案「${scheme}」第 ${v} 版；直线经理评分第 ${rating} 版；本结果第 ${version} 版。`,
  },
  nothing: {
    en: md`There was no rating, so nothing was added up.`,
    zh: md`没有评分，因此没有计算。`,
  },
  dimension: {
    en: (name: string, weight: string): Md => md`${bold(name)} · weight ${weight} %`,
    zh: (name: string, weight: string): Md => md`${bold(name)} · 权重 ${weight}%`,
  },
  colSource: { en: 'Source', zh: '来源' },
  colWeight: { en: 'Weight', zh: '权重' },
  colCounts: { en: 'Counts', zh: '实际占比' },
  colFrom: { en: 'From', zh: '依据' },
  colValue: { en: 'Value', zh: '数值' },
  colGoal: { en: 'Goal', zh: '目标' },
  colReached: { en: 'Reached', zh: '完成度' },
  percent: { en: (n: string) => `${n} %`, zh: (n: string) => `${n}%` },
  people: { en: (n: string) => `${n} people`, zh: (n: string) => `${n} 人` },
  standIn: {
    en: (by: string, n: string) => `${by} stand in, ${n} people`,
    zh: (by: string, n: string) => `由${by}代替，${n} 人`,
  },
  reports: { en: (n: string) => `${n} reports`, zh: (n: string) => `${n} 名下属` },
  cycles: { en: (n: string) => `${n} cycles`, zh: (n: string) => `${n} 个周期` },
  goalsFrom: { en: 'see below', zh: '见下表' },
  one: { en: '–', zh: '–' },
  absent: { en: (why: string) => absentEn[why] ?? why, zh: (why: string) => absentZh[why] ?? why },
  notCounted: { en: 'not counted', zh: '不计入' },
  about: {
    en: (n: string, near: string) => `${n} ≈ ${near}`,
    zh: (n: string, near: string) => `${n} ≈ ${near}`,
  },
  goal: { en: (n: string) => `Goal ${n}`, zh: (n: string) => `目标 ${n}` },
  goalsHead: { en: md`How the goals count:`, zh: md`目标的计算：` },
  goalsScale: {
    en: md`From reached to level, in a straight line between: 0 % is 1, 70 % is 2, 100 % is 3, 110 % is 4, 120 % is 5.`,
    zh: md`完成度换算为级别，中间按直线插值：0% 为 1，70% 为 2，100% 为 3，110% 为 4，120% 为 5。`,
  },
  meanOf: {
    en: (goal: string, parts: string): Md => md`${goal}: the mean of ${parts}.`,
    zh: (goal: string, parts: string): Md => md`${goal}：取 ${parts} 的平均。`,
  },
  capped: {
    en: (cap: string): Md => md`No key result counts for more than ${cap} %.`,
    zh: (cap: string): Md => md`每个关键结果最多按 ${cap}% 计算。`,
  },
  left: {
    en: (title: string, who: string, reason: string): Md =>
      md`Left out by ${person(who)}: ${title} – ${reason}`,
    zh: (title: string, who: string, reason: string): Md =>
      md`${person(who)} 决定不计入：${title}——${reason}`,
  },
  waived: {
    en: (who: string, sum: string, reason: string): Md =>
      md`${person(who)} from HR let weights of ${sum} % pass: ${reason}`,
    zh: (who: string, sum: string, reason: string): Md =>
      md`人力资源 ${person(who)} 允许权重合计为 ${sum}%：${reason}`,
  },
  sum: {
    en: (name: string, sum: string): Md => md`${name} = ${sum}`,
    zh: (name: string, sum: string): Md => md`${name} = ${sum}`,
  },
  equals: {
    en: (sum: string, value: string) => `${sum} = ${value}`,
    zh: (sum: string, value: string) => `${sum} = ${value}`,
  },
  shared: {
    en: (weight: string): Md => md`${weight} % had nobody to speak for it; the others share it.`,
    zh: (weight: string): Md => md`其中 ${weight}% 没有数据，由其他来源分担。`,
  },
  dropped: {
    en: (name: string, weight: string): Md =>
      md`${bold(name)} · weight ${weight} %: nobody answered. It is optional, so it is left out and the others share its weight.`,
    zh: (name: string, weight: string): Md =>
      md`${bold(name)} · 权重 ${weight}%：没有人回答。此维度为可选，因此不计入，权重由其他维度分担。`,
  },
  notComputable: {
    en: (name: string, why: string): Md =>
      md`${name} cannot be computed: ${absentEn[why] ?? why}. So there is no final score.`,
    zh: (name: string, why: string): Md => md`「${name}」无法计算：${absentZh[why] ?? why}，因此没有总分。`,
  },
  finalHead: { en: md`**The final score**`, zh: md`**总分**` },
  final: { en: 'Final', zh: '总分' },
  rounded: {
    en: (final: string): Md => md`Rounded half up to two decimals: ${bold(final)}`,
    zh: (final: string): Md => md`四舍五入到两位小数：${bold(final)}`,
  },
  noFinal: { en: md`There is no final score, and so no grade.`, zh: md`没有总分，因此没有等级。` },
  bands: {
    en: (grade: string): Md =>
      md`Grades by that number: S from 4.50, A from 3.75, B from 2.75, C from 2.00, below that D. Computed: ${bold(grade)}`,
    zh: (grade: string): Md =>
      md`按该分数定等级：S 为 4.50 及以上，A 为 3.75 及以上，B 为 2.75 及以上，C 为 2.00 及以上，以下为 D。计算等级：${bold(grade)}`,
  },
  labels: {
    en: md`In this cycle results are grades without a number, so the sums are not written out. Every part that went into them stands above.`,
    zh: md`本周期的结果只有等级，因此不列出合计。计算所用的每一部分都在上面。`,
  },
  holds: {
    en: (grade: string): Md => md`The grade that holds: ${bold(grade)}`,
    zh: (grade: string): Md => md`最终等级：${bold(grade)}`,
  },
  groups: {
    en: md`Groups of colleagues count as their published mean: rounded half up to 0.5, and between 1.5 and 4.5 when fewer than five answered. Their number is only given as 3–4 or 5+.`,
    zh: md`同事评价按公布的均值计入：按 0.5 四舍五入，不足五人时限于 1.5 至 4.5。人数只显示 3–4 或 5+。`,
  },
});
