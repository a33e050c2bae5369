import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

/** What HR and closer readers see: counts, units, one rating; the export; the manager's overview. */
export const office = catalogue({
  title: { en: (cycle: string) => `Ratings · ${cycle}`, zh: (cycle: string) => `评分总览 · ${cycle}` },
  about: {
    en: md`How far the ratings are. Open a unit for hints with their numbers and to return a rating. Your own is not in here.`,
    zh: md`评分的整体进度。打开部门可查看带数字的偏差提示，也可以退回评分。你本人的不在其中。`,
  },
  colUnit: { en: 'Unit', zh: '部门' },
  colOpen: { en: 'With managers', zh: '在经理处' },
  colSent: { en: 'To decide', zh: '待审批' },
  colApproved: { en: 'Approved', zh: '已批准' },
  colNone: { en: 'No rating', zh: '无评分' },
  openUnit: { en: 'Open a unit', zh: '打开部门' },
  unitTitle: {
    en: (unit: string, cycle: string) => `Ratings of ${unit} · ${cycle}`,
    zh: (unit: string, cycle: string) => `${unit} 的评分 · ${cycle}`,
  },
  hintsOf: { en: (who: string): Md => md`${bold(who)}`, zh: (who: string): Md => md`${bold(who)}` },
  noHints: { en: md`Nothing strikes in how this unit rates.`, zh: md`这个部门的评分没有明显偏差。` },
  colName: { en: 'Name', zh: '姓名' },
  colState: { en: 'State', zh: '状态' },
  colRater: { en: 'Rated by', zh: '评分人' },
  read: { en: 'Open a rating', zh: '查看评分' },
  next: { en: 'Next', zh: '下一页' },
  closerTitle: {
    en: (name: string, cycle: string) => `The rating of ${name} · ${cycle}`,
    zh: (name: string, cycle: string) => `${name} 的评分详情 · ${cycle}`,
  },
  closerState: {
    en: (state: string, rater: string | undefined): Md =>
      rater === undefined ? md`State: ${state}.` : md`State: ${state}. Rated by ${rater}.`,
    zh: (state: string, rater: string | undefined): Md =>
      rater === undefined ? md`状态：${state}。` : md`状态：${state}。评分人：${rater}。`,
  },
  colLevel: { en: 'Manager', zh: '经理' },
  colScore: { en: 'Score', zh: '得分' },
  result: {
    en: (result: string, version: string): Md => md`Computed: ${bold(result)} (version ${version})`,
    zh: (result: string, version: string): Md => md`计算结果：${bold(result)}（第 ${version} 版）`,
  },
  leftOut: {
    en: (title: string, reason: string): Md => md`Left out: ${title} – ${reason}`,
    zh: (title: string, reason: string): Md => md`不计入：${title}——${reason}`,
  },
  waived: {
    en: (reason: string): Md => md`HR let weights other than 100 % pass: ${reason}`,
    zh: (reason: string): Md => md`人力资源允许权重合计不为 100%：${reason}`,
  },
  reexamine: { en: 'Return for re-examination', zh: '退回复核' },
  exportTitle: {
    en: (cycle: string) => `Audit file · ${cycle}`,
    zh: (cycle: string) => `审计文件 · ${cycle}`,
  },
  exportAbout: {
    en: (n: number): Md =>
      md`${n} ratings, in the format of the worked cases, with what was published beside. ${bold('npm run score -- FILE')} computes every score again. Answers of confidential groups are stand-ins that publish to the same mean: nobody’s. Your own rating is not in it.`,
    zh: (n: number): Md =>
      md`共 ${n} 份评分，格式与示例算例相同，并附已公布的结果。用 ${bold('npm run score -- FILE')} 可逐项重算。保密来源的答案是能得出相同均值的替代值，不属于任何人。文件不含你本人的评分。`,
  },
  overviewTitle: {
    en: (cycle: string) => `Your team · ${cycle}`,
    zh: (cycle: string) => `我的团队 · ${cycle}`,
  },
  overviewAbout: {
    en: md`How everybody stands. What colleagues are still writing is theirs and not in here.`,
    zh: md`团队的整体情况。同事之间的评价进度不在其中。`,
  },
  colGoals: { en: 'Goals', zh: '目标' },
  colReached: { en: 'Reached', zh: '完成度' },
  colCheckIn: { en: 'Last check-in', zh: '最近沟通' },
  colRating: { en: 'Rating', zh: '评分' },
  never: { en: 'none yet', zh: '还没有' },
  rate: { en: 'Ratings', zh: '评分' },
  homeTeam: {
    en: (cycle: string, sent: number, of: number): Md =>
      md`${bold('Ratings')} · ${cycle}: ${sent} of ${of} sent`,
    zh: (cycle: string, sent: number, of: number): Md =>
      md`${bold('评分')} · ${cycle}：已提交 ${sent} / ${of}`,
  },
  homeDecide: {
    en: (n: number): Md =>
      n === 1 ? md`One rating waits for your decision.` : md`${n} ratings wait for your decision.`,
    zh: (n: number): Md => md`有 ${n} 份评分待你审批。`,
  },
  decide: { en: 'Decide', zh: '去审批' },
  taskRate: {
    en: (n: number, cycle: string) =>
      n === 1 ? `Rate one person · ${cycle}` : `Rate ${n} people · ${cycle}`,
    zh: (n: number, cycle: string) => `给 ${n} 人评分 · ${cycle}`,
  },
  taskDecide: {
    en: (n: number, rater: string) =>
      n === 1 ? `Decide one rating by ${rater}` : `Decide ${n} ratings by ${rater}`,
    zh: (n: number, rater: string) => `审批 ${rater} 提交的 ${n} 份评分`,
  },
  taskAnswer: {
    en: (name: string) => `Answer a question from ${name}`,
    zh: (name: string) => `回答 ${name} 的问题`,
  },
  taskVerify: {
    en: (cycle: string) => `Confirm numbers · ${cycle}`,
    zh: (cycle: string) => `核实数字 · ${cycle}`,
  },
  taskName: {
    en: (name: string) => `Name who decides about ${name}`,
    zh: (name: string) => `指定 ${name} 评分的审批人`,
  },
  openTask: { en: 'Open', zh: '打开' },
  openedFact: {
    en: (n: number): Md => md`Ratings opened for ${n} people.`,
    zh: (n: number): Md => md`开始评分，共 ${n} 人。`,
  },
  did: {
    en: (who: string, what: string, about: string): Md => md`${person(who)} ${what} ${person(about)}.`,
    zh: (who: string, what: string, about: string): Md => md`${person(who)} ${what}（${person(about)}）。`,
  },
  passedFact: {
    en: (about: string, to: string): Md => md`The rating of ${person(about)} passed on to ${person(to)}.`,
    zh: (about: string, to: string): Md => md`${person(about)} 的评分已转交 ${person(to)}。`,
  },
  missedFact: {
    en: (about: string, why: string): Md => md`${person(about)} stays without a rating: ${why}.`,
    zh: (about: string, why: string): Md => md`${person(about)} 无评分：${why}。`,
  },
  standsFact: {
    en: (about: string): Md =>
      md`Nobody rated ${person(about)} anew in time: what was sent before stands, and is decided about again.`,
    zh: (about: string): Md => md`${person(about)} 未在期限内重新评分：沿用此前提交的评分，重新审批。`,
  },
  namedFact: {
    en: (who: string, to: string, about: string): Md =>
      md`${person(who)} named ${person(to)} to decide about the rating of ${person(about)}.`,
    zh: (who: string, to: string, about: string): Md =>
      md`${person(who)} 指定 ${person(to)} 审批 ${person(about)} 的评分。`,
  },
  exportedFact: {
    en: (who: string, n: number): Md => md`${person(who)} exported the audit file of ${n} ratings.`,
    zh: (who: string, n: number): Md => md`${person(who)} 导出了 ${n} 份评分的审计文件。`,
  },
});
