import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

const unratedEn: Record<string, string> = {
  noEvaluator: 'nobody was named who could rate',
  notRated: 'nobody rated in time',
};
const unratedZh: Record<string, string> = {
  noEvaluator: '没有确定评分人',
  notRated: '未在期限内评分',
};

/** The summary: what the person reads first, and their managers and HR after the release. */
export const card = catalogue({
  ownTitle: {
    en: (cycle: string, what: string) => `Your result · ${cycle}: ${what}`,
    zh: (cycle: string, what: string) => `你的绩效结果 · ${cycle}：${what}`,
  },
  title: {
    en: (name: string, cycle: string, what: string) => `Result of ${name} · ${cycle}: ${what}`,
    zh: (name: string, cycle: string, what: string) => `${name} 的绩效结果 · ${cycle}：${what}`,
  },
  graded: {
    en: (grade: string, final: string | null) => (final === null ? grade : `${grade}, ${final}`),
    zh: (grade: string, final: string | null) => (final === null ? grade : `${grade}，${final}`),
  },
  noRating: { en: 'no rating', zh: '无评分' },
  noGrade: { en: 'no grade', zh: '无等级' },
  unrated: {
    en: (why: string): Md =>
      md`There is no rating: ${unratedEn[why] ?? why}. That is no judgement of your work, and it can be appealed.`,
    zh: (why: string): Md => md`本周期无评分：${unratedZh[why] ?? why}。这不代表对工作的评价，可以申诉。`,
  },
  notComputable: {
    en: md`No score could be computed, so there is no grade either. “Why this score” says which part is missing. It can be appealed.`,
    zh: md`得分无法计算，因此没有等级。「得分明细」里写明了缺少哪一部分。可以申诉。`,
  },
  scale: {
    en: md`On the scale from 1 to 5, 3 means that the expectations were met.`,
    zh: md`评分为 1 到 5，3 表示达到预期。`,
  },
  labels: {
    en: md`In this cycle results are given as grades, without a number.`,
    zh: md`本周期的结果只有等级，不显示分数。`,
  },
  calibrated: {
    en: (from: string, to: string, reason: string): Md =>
      md`Computed ${bold(from)}, calibrated ${bold(to)}. The reason: ${reason}`,
    zh: (from: string, to: string, reason: string): Md =>
      md`计算等级 ${bold(from)}，校准后 ${bold(to)}。原因：${reason}`,
  },
  appealed: {
    en: (reasons: string): Md => md`Decided after an appeal. The reasons: ${reasons}`,
    zh: (reasons: string): Md => md`经申诉决定。理由：${reasons}`,
  },
  before: {
    en: (version: string, before: string, now: string): Md =>
      md`Version ${version}: before ${bold(before)}, now ${bold(now)}. The earlier version stays readable under /perf history.`,
    zh: (version: string, before: string, now: string): Md =>
      md`第 ${version} 版：之前 ${bold(before)}，现在 ${bold(now)}。之前的版本仍可在「/perf history」中查看。`,
  },
  same: {
    en: (version: string, now: string): Md =>
      md`Version ${version}: the result stays ${bold(now)}. The earlier version stays readable under /perf history.`,
    zh: (version: string, now: string): Md =>
      md`第 ${version} 版：结果仍为 ${bold(now)}。之前的版本仍可在「/perf history」中查看。`,
  },
  earlier: {
    en: (version: string, holds: string): Md =>
      md`This is version ${version} as it was given out then. Version ${holds} holds now.`,
    zh: (version: string, holds: string): Md =>
      md`这是当时发布的第 ${version} 版，现在以第 ${holds} 版为准。`,
  },
  self: { en: 'own view', zh: '自评' },
  manager: { en: 'manager', zh: '直线经理' },
  colleagues: { en: 'colleagues', zh: '同事' },
  chartAlt: {
    en: (series: string) => `Levels from 1 to 5 by dimension. ${series}`,
    zh: (series: string) => `各维度 1 到 5 级。${series}`,
  },
  chartSeries: {
    en: (name: string, values: string) => `${name}: ${values}.`,
    zh: (name: string, values: string) => `${name}：${values}。`,
  },
  chartValue: {
    en: (dimension: string, value: string) => `${dimension} ${value}`,
    zh: (dimension: string, value: string) => `${dimension} ${value}`,
  },
  chartNote: {
    en: md`Where nothing may be shown, or nobody was asked, a line runs to the middle.`,
    zh: md`没有数据或不便显示的维度，线条落在中心。`,
  },
  comma: { en: ', ', zh: '，' },
  goals: { en: md`**Goals**`, zh: md`**目标**` },
  goal: {
    en: (title: string, weight: string, reached: string): Md =>
      md`${bold(title)} · weight ${weight} · ${reached} reached`,
    zh: (title: string, weight: string, reached: string): Md =>
      md`${bold(title)} · 权重 ${weight} · 完成 ${reached}`,
  },
  goalOut: {
    en: (title: string, weight: string): Md => md`${bold(title)} · weight ${weight} · left out`,
    zh: (title: string, weight: string): Md => md`${bold(title)} · 权重 ${weight} · 不计入`,
  },
  goalOpen: {
    en: (title: string, weight: string): Md => md`${bold(title)} · weight ${weight} · without a number`,
    zh: (title: string, weight: string): Md => md`${bold(title)} · 权重 ${weight} · 没有数字`,
  },
  keyResult: {
    en: (title: string, reached: string): Md => md`• ${title}: ${reached}`,
    zh: (title: string, reached: string): Md => md`• ${title}：${reached}`,
  },
  lowered: {
    en: (title: string, now: string, before: string): Md =>
      md`• ${title}: ${now}; by the target before it was lowered ${before}`,
    zh: (title: string, now: string, before: string): Md =>
      md`• ${title}：${now}；按下调前的目标为 ${before}`,
  },
  leftOut: {
    en: (title: string, reason: string): Md => md`• ${title}: left out – ${reason}`,
    zh: (title: string, reason: string): Md => md`• ${title}：不计入——${reason}`,
  },
  noGoals: { en: md`No agreed goals counted in this cycle.`, zh: md`这个周期没有计入的目标。` },
  strengths: {
    en: (text: string): Md => md`${bold('Strengths')}\n${text}`,
    zh: (text: string): Md => md`${bold('优势')}\n${text}`,
  },
  improve: {
    en: (text: string): Md => md`${bold('To improve')}\n${text}`,
    zh: (text: string): Md => md`${bold('待提升')}\n${text}`,
  },
  wordsBy: {
    en: (who: string): Md => md`Written by ${person(who)}.`,
    zh: (who: string): Md => md`由 ${person(who)} 填写。`,
  },
  noWords: {
    en: md`The manager wrote no words beside the numbers. Ask for them in the talk.`,
    zh: md`直线经理没有写文字说明，可以在面谈时询问。`,
  },
  reason: {
    en: (dimension: string, reason: string): Md => md`The manager on ${dimension}: ${reason}`,
    zh: (dimension: string, reason: string): Md => md`直线经理对「${dimension}」的说明：${reason}`,
  },
  gaps: { en: md`**Against what is expected**`, zh: md`**与预期对照**` },
  colDimension: { en: 'Dimension', zh: '维度' },
  colTarget: { en: 'Target', zh: '目标' },
  colActual: { en: 'Reached', zh: '实际' },
  colGap: { en: 'Difference', zh: '差距' },
  below: { en: 'below', zh: '低于预期' },
  met: { en: 'met', zh: '达到预期' },
  above: { en: 'above', zh: '高于预期' },
  nothing: { en: '–', zh: '–' },
  cause: {
    en: (dimension: string, cause: string, measure: string): Md =>
      md`${bold(dimension)} – why: ${cause}\nWhat helps: ${measure}`,
    zh: (dimension: string, cause: string, measure: string): Md =>
      md`${bold(dimension)}——原因：${cause}\n改进措施：${measure}`,
  },
  said: { en: md`**What colleagues say**`, zh: md`**同事怎么说**` },
  saidMore: { en: 'What colleagues say', zh: '同事的评价' },
  colleaguesTitle: {
    en: (cycle: string) => `What colleagues say · ${cycle}`,
    zh: (cycle: string) => `同事的评价 · ${cycle}`,
  },
  noColleagues: {
    en: md`Nothing from colleagues can be shown: too few people answered.`,
    zh: md`同事的评价人数太少，无法显示。`,
  },
  ask: {
    en: (day: string): Md => md`Please say by ${day} that you have read it. It means received, not agreed.`,
    zh: (day: string): Md => md`请在${day}前签收。签收只表示已读，不代表同意。`,
  },
  appealUntil: {
    en: (day: string): Md => md`An appeal is open until ${day}. Acknowledging never costs you that right.`,
    zh: (day: string): Md => md`${day}前可以申诉。签收不影响申诉的权利。`,
  },
  appealOver: {
    en: (day: string): Md => md`The time for an appeal ended on ${day}.`,
    zh: (day: string): Md => md`申诉期已于${day}结束。`,
  },
  read: { en: (when: Date): Md => md`Read, ${when}.`, zh: (when: Date): Md => md`已于 ${when} 签收。` },
  silent: {
    en: (when: Date): Md =>
      md`Nobody said anything for five working days, so it counts as received since ${when}. That means neither agreed nor disagreed.`,
    zh: (when: Date): Md => md`五个工作日内没有回应，自 ${when} 起视为已收到，不代表同意或不同意。`,
  },
  unread: { en: md`Not acknowledged yet.`, zh: md`尚未签收。` },
  comment: {
    en: (text: string): Md => md`Comment: ${text}`,
    zh: (text: string): Md => md`留言：${text}`,
  },
  commentSeen: {
    en: md`Manager and HR read the comment.`,
    zh: md`留言由直线经理和人力资源阅读。`,
  },
  released: {
    en: (version: string, when: Date): Md => md`Version ${version}, given out ${when}.`,
    zh: (version: string, when: Date): Md => md`第 ${version} 版，${when} 发布。`,
  },
  acknowledge: { en: 'I have read it', zh: '我已阅读' },
  addComment: { en: 'Add a comment', zh: '写留言' },
  changeComment: { en: 'Change the comment', zh: '修改留言' },
  why: { en: 'Why this score?', zh: '得分明细' },
  print: { en: 'Printable record', zh: '打印存档' },
  more: { en: 'Go on', zh: '继续看' },
  first: { en: 'From the start', zh: '从头看' },
});
