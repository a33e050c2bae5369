import { catalogue } from '../core/i18n.ts';
import { type Md, md } from '../core/md.ts';

/** Bias hints to the manager: questions, each with its numbers. */
export const hint = catalogue({
  lenient: {
    en: (mean: string, all: string, n: string): Md =>
      md`Your ratings average ${mean}, the company’s ${all} (n = ${n}). Would somebody else see it that way?`,
    zh: (mean: string, all: string, n: string): Md =>
      md`你的评分平均 ${mean}，全公司 ${all}（n = ${n}）。换一个人来评，也会这么高吗？`,
  },
  severe: {
    en: (mean: string, all: string, n: string): Md =>
      md`Your ratings average ${mean}, the company’s ${all} (n = ${n}). Is the bar the same as elsewhere?`,
    zh: (mean: string, all: string, n: string): Md =>
      md`你的评分平均 ${mean}，全公司 ${all}（n = ${n}）。标准和别处一样吗？`,
  },
  central: {
    en: (deviation: string, n: string): Md =>
      md`Your ratings hardly differ: standard deviation ${deviation} (n = ${n}, usual is 0.35 or more). Are the differences really that small?`,
    zh: (deviation: string, n: string): Md =>
      md`评分几乎没有差别：标准差 ${deviation}（n = ${n}，通常不低于 0.35）。大家真的差不多吗？`,
  },
  halo: {
    en: (alike: string, n: string): Md =>
      md`${alike} of ${n} people have the same level in every dimension. Did one impression colour the rest?`,
    zh: (alike: string, n: string): Md => md`${n} 人中有 ${alike} 人各维度同分。是不是一个印象影响了全部？`,
  },
  recency: {
    en: (recent: string, n: string): Md =>
      md`${recent} of ${n} pieces of evidence come from the last quarter of the period. What happened before?`,
    zh: (recent: string, n: string): Md => md`${n} 条事实依据中有 ${recent} 条来自周期最后四分之一。之前呢？`,
  },
  mismatch: {
    en: (percent: string, high: string, n: string): Md =>
      md`The unit reached ${percent} % of its goals, yet ${high} of ${n} managers’ ratings are 4 or more. Do both fit together?`,
    zh: (percent: string, high: string, n: string): Md =>
      md`部门目标完成 ${percent}%，但经理评分中有 ${high} / ${n} 为 4 级以上。两者对得上吗（老好人）？`,
  },
  motions: {
    en: (copied: string, held: string): Md =>
      md`${copied} of ${held} check-ins say what the one before said.`,
    zh: (copied: string, held: string): Md =>
      md`${held} 次沟通中有 ${copied} 次与上一次内容雷同（流于形式）。`,
  },
  silent: {
    en: (silent: string, interviews: string): Md => md`${silent} of ${interviews} interviews have no notes.`,
    zh: (silent: string, interviews: string): Md =>
      md`${interviews} 次面谈中有 ${silent} 次没有记录（流于形式）。`,
  },
});

/** The same for HR: findings. */
export const finding = catalogue({
  lenient: {
    en: (mean: string, all: string, n: string): Md =>
      md`Mild: ratings average ${mean}, the company’s ${all} (n = ${n}).`,
    zh: (mean: string, all: string, n: string): Md => md`偏松：评分平均 ${mean}，全公司 ${all}（n = ${n}）。`,
  },
  severe: {
    en: (mean: string, all: string, n: string): Md =>
      md`Severe: ratings average ${mean}, the company’s ${all} (n = ${n}).`,
    zh: (mean: string, all: string, n: string): Md => md`偏严：评分平均 ${mean}，全公司 ${all}（n = ${n}）。`,
  },
  central: {
    en: (deviation: string, n: string): Md =>
      md`All in the middle: standard deviation ${deviation} (n = ${n}).`,
    zh: (deviation: string, n: string): Md => md`居中：标准差 ${deviation}（n = ${n}）。`,
  },
  halo: {
    en: (alike: string, n: string): Md =>
      md`One impression: ${alike} of ${n} people have hardly any range over the dimensions.`,
    zh: (alike: string, n: string): Md => md`晕轮：${n} 人中有 ${alike} 人各维度几乎同分。`,
  },
  recency: {
    en: (recent: string, n: string): Md =>
      md`Recent only: ${recent} of ${n} pieces of evidence come from the last quarter of the period.`,
    zh: (recent: string, n: string): Md => md`近因：${n} 条事实依据中有 ${recent} 条来自周期最后四分之一。`,
  },
  mismatch: {
    en: (percent: string, high: string, n: string): Md =>
      md`Mismatch: the unit reached ${percent} % of its goals, ${high} of ${n} managers’ ratings are 4 or more.`,
    zh: (percent: string, high: string, n: string): Md =>
      md`老好人：部门目标完成 ${percent}%，经理评分中有 ${high} / ${n} 为 4 级以上。`,
  },
  motions: {
    en: (copied: string, held: string): Md =>
      md`${copied} of ${held} check-ins say what the one before said.`,
    zh: (copied: string, held: string): Md =>
      md`${held} 次沟通中有 ${copied} 次与上一次内容雷同（流于形式）。`,
  },
  silent: {
    en: (silent: string, interviews: string): Md => md`${silent} of ${interviews} interviews have no notes.`,
    zh: (silent: string, interviews: string): Md =>
      md`${interviews} 次面谈中有 ${silent} 次没有记录（流于形式）。`,
  },
});
