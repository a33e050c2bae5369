import { catalogue } from '../core/i18n.ts';
import { type Md, md } from '../core/md.ts';
import type { CheckName } from './model.ts';

const askEn: Record<CheckName, string> = {
  standards: 'Were the standards published beforehand?',
  data: 'Were the data sources right?',
  raters: 'Were the raters eligible?',
  bias: 'Was the rating free of bias?',
};
const askZh: Record<CheckName, string> = {
  standards: '评价标准是否事先公布？',
  data: '数据来源是否准确？',
  raters: '评分人是否符合资格？',
  bias: '评分是否没有偏见？',
};

/** Forms of appeals. */
export const ask = catalogue({
  appealTitle: { en: 'Appeal', zh: '提出申诉' },
  appealIntro: {
    en: (day: string): Md =>
      md`Possible until ${day}. A panel without your rater and their line hears you and answers in writing. Short is fine; you can say more in the room.`,
    zh: (day: string): Md =>
      md`${day}前可以提出。由评分人及其条线以外的人组成评审组，听取你的意见并书面答复。简短即可，之后可以在房间里补充。`,
  },
  what: { en: 'What is it about?', zh: '对哪一点有异议？' },
  whatHint: { en: 'A dimension, a number, the grade …', zh: '例如某个维度、某个数字、最终等级……' },
  why: { en: 'Why is it not right?', zh: '为什么认为不对？' },
  whyHint: { en: 'What happened, when, and who saw it', zh: '发生了什么、什么时候、谁了解情况' },
  wanted: { en: 'What would be right?', zh: '你认为怎样才合适？' },
  evidence: { en: 'Evidence', zh: '依据' },
  evidenceHint: {
    en: 'Links, or where to find it. Bring files to the room that opens once a panel is named: they are kept with the case.',
    zh: '链接或存放位置。文件请在评审组确定、房间开启后直接发到房间里，会作为案件材料留存。',
  },
  send: { en: 'Send', zh: '提交' },
  keep: { en: 'Keep', zh: '保存' },
  panelTitle: { en: (name: string) => `Appeal of ${name}`, zh: (name: string) => `${name} 的申诉` },
  panelIntro: {
    en: md`Suggested are people against whom nothing speaks. Whoever rated, approved, calibrated, leads the person or is led by them cannot be named.`,
    zh: md`以下建议人选均符合条件。评分人、批准人、校准人、上级和下属不能参与。`,
  },
  owner: { en: 'Case owner', zh: '案件负责人' },
  panel: { en: 'Panel', zh: '评审组' },
  panelHint: { en: 'At least one', zh: '至少一位' },
  others: { en: 'Or somebody else', zh: '或另选他人' },
  outside: { en: 'Or somebody from outside', zh: '或外部人士' },
  outsideHint: {
    en: 'Nobody is left inside. Name and organisation; the case owner writes down what they decide.',
    zh: '公司内已无合适人选。请填写姓名和单位，由案件负责人代为记录其决定。',
  },
  secondTitle: { en: 'Who decides finally', zh: '最终决定人' },
  secondIntro: {
    en: md`Two people who had no part in it so far: the HR head or HR, and an executive of another line.`,
    zh: md`两位此前未参与的人：人力资源负责人（或人力资源），以及一位其他条线的高层。`,
  },
  two: { en: 'These two', zh: '人选' },
  needTitle: { en: 'Ask for something', zh: '请本人补充' },
  needIntro: {
    en: md`The person has five working days. If nothing comes I ask once more, and ten working days later the appeal would lapse; the card says so. Your own clock stands still meanwhile.`,
    zh: md`本人有五个工作日答复。如无答复，我会再提醒一次；提醒后十个工作日仍无答复，申诉将失效，卡片上会写明。等待期间你们的期限暂停。`,
  },
  need: { en: 'What do you need?', zh: '需要补充什么？' },
  answerTitle: { en: 'Your answer', zh: '你的答复' },
  answer: { en: 'Answer', zh: '答复' },
  escalateTitle: { en: 'Escalate', zh: '提请复议' },
  escalateIntro: {
    en: md`Two people who had no part in it decide finally. This is possible once.`,
    zh: md`由两位此前未参与的人作最终决定，只能提请一次。`,
  },
  escalateWhy: { en: 'What did the panel overlook?', zh: '评审组忽略了什么？' },
  statementTitle: { en: 'Your statement', zh: '你的说明' },
  statementIntro: {
    en: (name: string): Md =>
      md`About your rating of ${name}: facts, with dates where you have them. It is kept with its date and not changed afterwards.`,
    zh: (name: string): Md => md`关于你对 ${name} 的评分：请写事实，尽量注明日期。提交后注明日期，不再修改。`,
  },
  statement: { en: 'How did you come to your rating?', zh: '你是怎样得出评分的？' },
  draftTitle: { en: 'The decision', zh: '决定' },
  draftIntro: {
    en: md`First the process, then the outcome. The person reads all of it, so write it to them.`,
    zh: md`先核查程序，再作结论。本人会看到全部内容，请用对其说话的口吻来写。`,
  },
  check: { en: (c: CheckName) => askEn[c], zh: (c: CheckName) => askZh[c] },
  yes: { en: 'Yes', zh: '是' },
  no: { en: 'No', zh: '否' },
  word: { en: 'In a word', zh: '说明' },
  outcome: { en: 'Outcome', zh: '结论' },
  upheld: { en: 'The result stands', zh: '维持原结果' },
  adjusted: { en: 'The result is changed', zh: '调整结果' },
  adjustedHint: {
    en: 'Levels, numbers or the grade come next, with a preview',
    zh: '接下来调整级别、数字或等级，并可预览',
  },
  rerate: { en: 'Somebody else rates anew', zh: '换人重新评分' },
  reasons: { en: 'Reasons', zh: '理由' },
  reasonsHint: {
    en: 'What you looked at, what you found, what follows',
    zh: '看了什么、发现了什么、因此如何',
  },
  levelsTitle: { en: 'Levels and grade', zh: '级别和等级' },
  levelsIntro: {
    en: md`Leave empty what stays. Without a grade of your own the better of the present one and the computed one holds.`,
    zh: md`不变的请留空。如不填写等级，则取现有等级与重新计算等级中较好的一个。`,
  },
  levelFor: {
    en: (dimension: string, now: string) => `${dimension}, now ${now}`,
    zh: (dimension: string, now: string) => `${dimension}，现为 ${now}`,
  },
  grade: { en: 'Grade', zh: '等级' },
  gradeComputed: { en: 'As computed', zh: '按计算结果' },
  numberTitle: { en: 'The right number', zh: '正确的数字' },
  numberIntro: {
    en: (title: string, now: string): Md => md`${title}; so far ${now}. Empty: it stays.`,
    zh: (title: string, now: string): Md => md`${title}，目前为 ${now}。留空则不变。`,
  },
  actual: { en: 'Reached', zh: '实际值' },
  state: { en: 'State', zh: '状态' },
  level: { en: 'Level', zh: '级别' },
  open: { en: 'not done', zh: '未完成' },
  done: { en: 'done', zh: '已完成' },
  stretched: { en: 'stretch reached', zh: '达成挑战值' },
  leftOut: { en: 'left out', zh: '不计入' },
  reraterTitle: { en: 'Who rates anew', zh: '重新评分人' },
  reraterIntro: {
    en: md`Somebody who knows the work, is not in the line and not on the panel. They have five working days.`,
    zh: md`请选择了解其工作、不在其条线、也不在评审组的人，期限为五个工作日。`,
  },
  rerater: { en: 'Suggested', zh: '建议人选' },
  discussTitle: { en: 'A word to the others', zh: '留言' },
  discussIntro: {
    en: md`Read by those who decide with you, by nobody else. Nobody has agreed to the draft any more then.`,
    zh: md`仅共同决定的人可见。提交后，此前的同意将全部取消。`,
  },
  discuss: { en: 'What should be otherwise?', zh: '哪里需要修改？' },
  rateTitle: { en: (name: string) => `Rate ${name}`, zh: (name: string) => `为 ${name} 评分` },
  rateIntro: {
    en: md`One level for each dimension, with the facts that it rests on.`,
    zh: md`请为每个维度选择级别，并写明依据的事实。`,
  },
  reasonFor: {
    en: (dimension: string) => `Why (${dimension})`,
    zh: (dimension: string) => `理由（${dimension}）`,
  },
});
