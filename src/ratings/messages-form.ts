import { catalogue } from '../core/i18n.ts';
import { type Md, md } from '../core/md.ts';

/** The forms of ratings. */
export const ask = catalogue({
  send: { en: 'Send', zh: '提交' },
  keep: { en: 'Keep', zh: '保存' },
  adjustTitle: { en: (name: string) => `Rate ${name}`, zh: (name: string) => `给 ${name} 评分` },
  adjustIntro: {
    en: md`One level for each dimension. Say why where it differs from the proposal by more than one level, or is a 1 or a 5: your manager reads it, and so may an appeal.`,
    zh: md`每个维度评一个等级。与建议相差超过一级，或评 1 级、5 级时，请写明理由：上级会看，申诉时也可能查阅。`,
  },
  proposed: {
    en: (level: string) => `Proposed: ${level}`,
    zh: (level: string) => `建议：${level}`,
  },
  notProposed: { en: 'Nothing could be proposed', zh: '没有可参考的建议' },
  reasonFor: {
    en: (dimension: string) => `Why: ${dimension}`,
    zh: (dimension: string) => `理由：${dimension}`,
  },
  cites: { en: 'What you rely on', zh: '你依据的事实' },
  citesHint: {
    en: 'Nothing chosen means: all of it.',
    zh: '不选表示全部参考。',
  },
  numberTitle: { en: 'Number or reason', zh: '数字或理由' },
  numberIntro: {
    en: (title: string, source: string): Md =>
      md`${title} – from ${source}. What you enter is final. If there is no fair number, leave it out and say why; everybody who sees the score sees that, too.`,
    zh: (title: string, source: string): Md =>
      md`${title}（数据来源：${source}）。你填写的即为最终数字。如果没有公允的数字，可以不计入并写明理由；看到得分的人都会看到这个理由。`,
  },
  actual: {
    en: (unit: string) => (unit ? `Reached (${unit})` : 'Reached'),
    zh: (unit: string) => (unit ? `实际值（${unit}）` : '实际值'),
  },
  state: { en: 'Is it done?', zh: '完成了吗？' },
  done: { en: 'Done', zh: '已完成' },
  open: { en: 'Not done', zh: '未完成' },
  stretched: { en: 'Done, and the stretch too', zh: '已完成，且达到挑战值' },
  level: { en: 'Level', zh: '等级' },
  levelOf: { en: (n: string) => `Level ${n}`, zh: (n: string) => `${n} 级` },
  leaveOut: { en: 'Leave it out: why?', zh: '不计入的理由' },
  askTitle: { en: 'Ask for more', zh: '追问' },
  askIntro: {
    en: md`The answer comes back into the card with the evidence.`,
    zh: md`回答会出现在事实依据卡片里。`,
  },
  askWhom: { en: 'Whom?', zh: '问谁' },
  askPerson: { en: (name: string) => name, zh: (name: string) => name },
  askHr: { en: 'HR of the unit', zh: '该部门的人力资源' },
  question: { en: 'Your question', zh: '你的问题' },
  answerTitle: { en: 'Your answer', zh: '你的回答' },
  answer: { en: 'Answer', zh: '回答' },
  returnTitle: {
    en: (name: string) => `Return the rating of ${name}`,
    zh: (name: string) => `退回 ${name} 的评分`,
  },
  returnIntro: {
    en: md`The manager reads your reason and has three working days.`,
    zh: md`经理会看到你的理由，有三个工作日处理。`,
  },
  reexamineTitle: {
    en: (name: string) => `Return for re-examination: ${name}`,
    zh: (name: string) => `退回复核：${name}`,
  },
  reexamineIntro: {
    en: md`It goes back to the manager with your reason, through approval again, and is kept in the audit.`,
    zh: md`评分将附上你的理由退回经理，重新走审批，并记入审计。`,
  },
  reason: { en: 'Reason', zh: '理由' },
  nameTitle: { en: 'Who decides?', zh: '由谁审批？' },
  nameIntro: {
    en: md`Somebody from another line: not the person rated, not who rated, nobody whom the person leads. It is kept in the audit.`,
    zh: md`请选择另一条线的同事：不能是被评人、评分人或被评人的下属。此操作会记入审计。`,
  },
  who: { en: 'Who', zh: '审批人' },
  statementTitle: {
    en: (name: string) => `Statement on ${name}`,
    zh: (name: string) => `关于 ${name} 的说明`,
  },
  statementIntro: {
    en: md`What you saw in your time, with an example. The new manager reads it; it counts for nothing in the score.`,
    zh: md`写下你任内看到的情况，最好有例子。新经理会看到；不计入得分。`,
  },
  statement: { en: 'Statement', zh: '说明' },
});
