import { catalogue } from '../core/i18n.ts';
import { bold, inside, type Md, md } from '../core/md.ts';

/** The person's own card. */
export const card = catalogue({
  help: { en: 'your goals: write, propose, follow', zh: '我的目标：撰写、提交、跟进' },
  title: {
    en: (cycle: string) => `Your goals for ${cycle}`,
    zh: (cycle: string) => `${cycle}：我的目标`,
  },
  start: {
    en: (due: string): Md =>
      md`Three to seven goals that matter this period, with a number or a clear end each. Due ${bold(due)}, about 10 minutes.`,
    zh: (due: string): Md =>
      md`写下这个周期最重要的三到七个目标，每个都有数字或明确的完成标准。${bold(due)}前完成，大约十分钟。`,
  },
  due: {
    en: (due: string): Md => md`To be agreed by ${bold(due)}.`,
    zh: (due: string): Md => md`请在${bold(due)}前和直线经理达成一致。`,
  },
  overdue: {
    en: (due: string): Md =>
      md`These were due ${bold(due)}. You can still finish them; they are marked as late.`,
    zh: (due: string): Md => md`原定${bold(due)}前完成。现在仍可以继续，会标注为逾期。`,
  },
  company: {
    en: (titles: string): Md => md`Company goals to align with: ${titles}`,
    zh: (titles: string): Md => md`可以对齐的公司目标：${titles}`,
  },
  quoted: { en: (title: string) => `“${title}”`, zh: (title: string) => `「${title}」` },
  leftOver: { en: 'Carry over from last time', zh: '沿用上个周期没完成的目标' },
  lesson: {
    en: md`Two minutes on good goals. **Specific**: what changes, for whom. **Measurable**: a number or an end that both of you would recognise. **Achievable**: a stretch, not a wish. **Relevant**: it serves a goal of the company or your manager. **Timed**: by when. “Better support” becomes “cut open tickets from 120 to 40 by the end of March”.`,
    zh: md`两分钟说清什么是好目标。**具体**：改变什么、对谁有帮助。**可衡量**：有数字，或双方都认得出的完成标准。**可达成**：要踮踮脚，但够得着。**相关**：支持公司或直线经理的目标。**有时限**：什么时候完成。比如「做好客服」可以写成「3 月底前把未结工单从 120 降到 40」。`,
  },
  lessonRead: { en: 'Got it', zh: '知道了' },
  weights: { en: 'Weights', zh: '权重合计' },
  weightsOff: {
    en: (sum: string): Md => md`The weights add up to ${bold(`${sum} %`)}; to propose they need to be 100 %.`,
    zh: (sum: string): Md => md`权重合计 ${bold(`${sum}%`)}，达到 100% 才能提交。`,
  },
  waived: {
    en: (sum: string, who: string, reason: string): Md =>
      md`HR accepted weights of ${sum} % (${who}): “${reason}”`,
    zh: (sum: string, who: string, reason: string): Md =>
      md`HR 已豁免权重要求（合计 ${sum}%，${who}）：「${reason}」`,
  },
  after: {
    en: md`Your manager agrees each goal or sends it back with a comment. When all are agreed, both of you confirm them as your performance contract. You, the managers above you, HR and named partners can read them.`,
    zh: md`直线经理会逐个同意，或写明意见退回。全部达成一致后，双方确认绩效合同。能看到的人：你、上级经理、HR 和你指定的协作伙伴。`,
  },
  withManager: {
    en: md`Your manager has them now. You will hear from me as soon as there is an answer.`,
    zh: md`已经交给直线经理，有答复我会马上告诉你。`,
  },
  allAgreed: {
    en: md`All goals are agreed. Numbers can be updated at any time; changes are proposed to your manager.`,
    zh: md`所有目标都已达成一致。进度可以随时更新；要修改目标，请向直线经理提出变更。`,
  },
  few: {
    en: md`Three to seven goals work best for most people.`,
    zh: md`对多数人来说，三到七个目标最合适。`,
  },
  sentBack: {
    en: (who: string, comment: string): Md => md`${bold(who)} sent it back: “${comment}”`,
    zh: (who: string, comment: string): Md => md`${bold(who)} 退回了，意见是：「${comment}」`,
  },
  agreedBy: {
    en: (who: string, when: Date): Md => md`Agreed by ${who}, ${when}`,
    zh: (who: string, when: Date): Md => md`${who} 于 ${when} 同意`,
  },
  late: { en: 'late', zh: '逾期' },
  wanted: { en: md`Change you want:`, zh: md`你想做的变更：` },
  wantedByManager: { en: md`Your manager proposes:`, zh: md`直线经理的提议：` },
  changeOf: { en: md`Proposed change:`, zh: md`提出的变更：` },
  leave: { en: md`Drop this goal.`, zh: md`取消这个目标。` },
  oldNew: {
    en: (label: string, before: Md, after: Md): Md =>
      md`${bold(label)}\nbefore: ${inside(before)}\nafter: ${inside(after)}`,
    zh: (label: string, before: Md, after: Md): Md =>
      md`${bold(label)}\n原来：${inside(before)}\n改为：${inside(after)}`,
  },
  nothing: { en: md`nothing`, zh: md`无` },
  lowered: {
    en: md`A target was lowered after the middle of the period; both attainments will be shown.`,
    zh: md`周期过半之后调低了目标值，评估时两种完成度都会列出。`,
  },
  earlier: {
    en: (version: string, who: string, when: Date, title: string): Md =>
      md`Version ${version}, agreed by ${who}, ${when}: ${title}`,
    zh: (version: string, who: string, when: Date, title: string): Md =>
      md`第 ${version} 版，${who} 于 ${when} 同意：${title}`,
  },
  earlierTitle: { en: 'How it changed', zh: '历次版本' },
  write: { en: 'Write a goal', zh: '写一个目标' },
  split: { en: 'Split evenly', zh: '平均分配' },
  setWeights: { en: 'Set weights', zh: '设置权重' },
  propose: { en: 'Propose to my manager', zh: '提交给直线经理' },
  takeBack: { en: 'Take back', zh: '撤回' },
  edit: { en: 'Edit', zh: '修改' },
  remove: { en: 'Delete', zh: '删除' },
  removeSure: { en: 'Delete this goal?', zh: '确定删除这个目标吗？' },
  dropSure: {
    en: 'Your manager has to agree to drop it. Ask?',
    zh: '取消已达成一致的目标需要直线经理同意，要提出吗？',
  },
  addKeyResult: { en: 'Add key result', zh: '添加关键结果' },
  openOne: { en: 'Change a goal', zh: '修改某个目标' },
  editKeyResult: { en: 'Change a key result', zh: '修改关键结果' },
  removeKeyResult: { en: 'Take out a key result', zh: '去掉关键结果' },
  writeLevels: { en: 'Write the five levels', zh: '写五级标准' },
  share: { en: 'Share with others', zh: '邀请协作伙伴' },
  forget: { en: 'Forget the change', zh: '放弃变更' },
  takeOn: { en: 'Take it on', zh: '接受' },
  decline: { en: 'Rather not', zh: '不合适' },
  accept: { en: 'Agree', zh: '同意' },
  keepMine: { en: 'Keep as it is', zh: '维持原样' },
  concern: { en: 'Raise concern', zh: '目标过高' },
  contract: { en: 'Performance contract', zh: '绩效合同' },
  progress: { en: 'Update progress', zh: '更新进度' },
  saved: { en: 'Saved.', zh: '已保存。' },
  proposedToast: { en: 'Your manager has them now.', zh: '已提交给直线经理。' },
});

/** The parts of a goal, where old and new stand side by side. */
export const part = catalogue({
  title: { en: 'Title', zh: '标题' },
  why: { en: 'Why', zh: '为什么' },
  parent: { en: 'Serves', zh: '对齐' },
  weight: { en: 'Weight', zh: '权重' },
  due: { en: 'Due', zh: '完成日期' },
  partners: { en: 'Partners', zh: '协作伙伴' },
  visibility: { en: 'Visible to', zh: '可见范围' },
  keyResults: { en: 'Key results', zh: '关键结果' },
  line: { en: 'the line, HR and partners', zh: '上级经理、HR 和协作伙伴' },
  everyone: { en: 'everybody', zh: '所有人' },
});
