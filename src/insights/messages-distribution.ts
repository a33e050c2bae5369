import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';

/** How grades are spread. */
export const spread = catalogue({
  help: { en: 'how grades are spread, by unit and by rater', zh: '查看各部门、各评分人的等级分布' },
  title: { en: (name: string) => `${name} – grades`, zh: (name: string) => `${name}：等级分布` },
  onlyOffice: {
    en: 'HR, HR partners and executives read how grades are spread. Your team’s grades stand on its own cards.',
    zh: '等级分布由 HR、HRBP 和高层查看。你团队的等级请看团队卡片。',
  },
  stillOpen: {
    en: (n: number): Md =>
      md`${bold(n === 1 ? 'One rating is' : `${n} ratings are`)} still open. You can read the grades as soon as all of them are settled: until then each new one would show by itself.`,
    zh: (n: number): Md =>
      md`还有 ${bold(String(n))} 份评分没有完成。全部完成后才能查看分布，否则新增的每一份都会单独显出来。`,
  },
  someOpen: {
    en: (n: number): Md => md`${n === 1 ? 'One rating is' : `${n} ratings are`} still open and not counted.`,
    zh: (n: number): Md => md`还有 ${n} 份评分没有完成，未计入。`,
  },
  none: { en: md`There are no grades yet.`, zh: md`目前还没有等级。` },
  few: {
    en: (k: number): Md => md`There are fewer than ${k} grades. So few are not shown.`,
    zh: (k: number): Md => md`等级不足 ${k} 份，人数过少，不显示。`,
  },
  all: { en: 'Together', zh: '合计' },
  others: { en: 'Others together', zh: '其余合计' },
  othersOf: { en: (unit: string) => `${unit}, others`, zh: (unit: string) => `${unit}，其余` },
  unit: { en: 'Unit', zh: '部门' },
  rater: { en: 'Rater', zh: '评分人' },
  nobody: { en: 'no rater', zh: '无评分人' },
  people: { en: 'People', zh: '人数' },
  noGrade: { en: 'None', zh: '无等级' },
  most: { en: 'Guideline', zh: '指导比例' },
  mostValue: {
    en: (s: number, sa: number) => `S ≤ ${s}, S+A ≤ ${sa}`,
    zh: (s: number, sa: number) => `S ≤ ${s}，S+A ≤ ${sa}`,
  },
  above: { en: (most: string) => `${most} – above`, zh: (most: string) => `${most}，超出` },
  alt: {
    en: (all: string) => `Grades by unit. Together: ${all}.`,
    zh: (all: string) => `各部门等级分布。合计：${all}。`,
  },
  guideline: {
    en: (s: number, sa: number, team: number): Md =>
      md`The guideline: at most ${s} % with S, at most ${sa} % with S or A, rounded down; teams of fewer than ${team} are looked at in the next larger group. It is a warning and changes no grade.`,
    zh: (s: number, sa: number, team: number): Md =>
      md`指导比例：S 不超过 ${s}%，S 与 A 合计不超过 ${sa}%，向下取整；不足 ${team} 人的团队并入上一级来看。只作提醒，不会改动任何等级。`,
  },
  hidden: {
    en: (k: number): Md =>
      md`Groups of fewer than ${k} people stand among the others, and so does the next-smallest where it would give them away. Your own grade and your manager’s are in no number.`,
    zh: (k: number): Md =>
      md`少于 ${k} 人的组并入「其余」；如果能由此推算出来，相邻的小组也一并合并。所有数字都不含你本人和你的直线经理。`,
  },
  full: {
    en: md`Your own grade and your manager’s are in no number. That you looked is kept.`,
    zh: md`所有数字都不含你本人和你的直线经理。查看会留下记录。`,
  },
  byUnit: { en: 'By unit', zh: '按部门' },
  byRater: { en: 'By rater', zh: '按评分人' },
  status: { en: 'How far we are', zh: '查看进度' },
});

/** HR's board on Home. */
export const board = catalogue({
  title: { en: md`**Running cycles**`, zh: md`**进行中的周期**` },
  line: {
    en: (name: string, phase: string, due: string, lock: string): Md =>
      md`${bold(name)}: ${phase}, due ${due}, closes for good on ${lock}`,
    zh: (name: string, phase: string, due: string, lock: string): Md =>
      md`${bold(name)}：${phase}，${due}截止，${lock}锁定`,
  },
  state: {
    en: (name: string, state: string): Md => md`${bold(name)}: ${state}`,
    zh: (name: string, state: string): Md => md`${bold(name)}：${state}`,
  },
  more: {
    en: (n: number): Md => md`And ${n === 1 ? 'one more cycle' : `${n} more cycles`}: /perf status.`,
    zh: (n: number): Md => md`另有 ${n} 个周期，可输入「/perf status」查看。`,
  },
  unrated: {
    en: (n: number): Md => md`${bold(n === 1 ? 'One person' : `${n} people`)} without a settled rating`,
    zh: (n: number): Md => md`${bold(String(n))} 人的评分还没有完成`,
  },
  returned: {
    en: (n: number): Md => md`of them ${bold(String(n))} sent back to the rater`,
    zh: (n: number): Md => md`其中 ${bold(String(n))} 份已退回评分人`,
  },
  unreleased: {
    en: (n: number): Md => md`${bold(n === 1 ? 'One result' : `${n} results`)} not released`,
    zh: (n: number): Md => md`${bold(String(n))} 份结果还没有发布`,
  },
  appeals: {
    en: (n: number): Md => md`${bold(n === 1 ? 'One appeal' : `${n} appeals`)} open`,
    zh: (n: number): Md => md`${bold(String(n))} 件申诉正在处理`,
  },
  comments: {
    en: (n: number): Md =>
      md`${bold(n === 1 ? 'One person’s comments' : `The comments on ${n} people`)} to look through`,
    zh: (n: number): Md => md`${bold(String(n))} 人收到的评语待检查`,
  },
  rate: { en: 'Ratings', zh: '看评分' },
  release: { en: 'Release', zh: '去发布' },
  appeal: { en: 'Appeals', zh: '看申诉' },
  check: { en: 'Look through', zh: '检查评语' },
  status: { en: 'Status', zh: '进度' },
  spread: { en: 'Distribution', zh: '等级分布' },
});
