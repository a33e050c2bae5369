import { catalogue } from '../core/i18n.ts';
import type { AppealState, Bar, Clock, Outcome } from './model.ts';

const stateEn: Record<AppealState, string> = {
  opened: 'opened',
  assigned: 'with a panel',
  hearing: 'being heard',
  decided: 'decided',
  escalated: 'escalated',
  final: 'final',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
};
const stateZh: Record<AppealState, string> = {
  opened: '已提出',
  assigned: '已组成评审组',
  hearing: '审理中',
  decided: '已有决定',
  escalated: '已提请复议',
  final: '已终结',
  withdrawn: '已撤回',
  lapsed: '已失效',
};

const barEn: Record<Bar, string> = {
  self: 'nobody decides about their own appeal',
  rater: 'they gave this rating',
  approver: 'they approved this rating',
  calibrator: 'they took part in its calibration',
  line: 'they are in the line above this person',
  report: 'this person leads them',
  away: 'they are on leave, or no longer here',
  case: 'they already have another part in this appeal',
};
const barZh: Record<Bar, string> = {
  self: '不能评审自己的申诉',
  rater: '是该结果的评分人',
  approver: '批准过该评分',
  calibrator: '参与过该结果的校准',
  line: '是申诉人的上级',
  report: '是申诉人的下属',
  away: '正在休假或已离职',
  case: '在本次申诉中已有其他角色',
};

const outcomeEn: Record<Outcome, string> = {
  upheld: 'the result stands',
  adjusted: 'the result is changed',
  're-rate': 'somebody else rates anew',
};
const outcomeZh: Record<Outcome, string> = {
  upheld: '维持原结果',
  adjusted: '调整结果',
  're-rate': '换人重新评分',
};

const clockEn: Record<Clock, string> = {
  assign: 'naming a panel',
  acknowledge: 'confirming receipt',
  statement: 'the rater’s statement',
  decide: 'the decision',
  rerate: 'the new rating',
  escalate: 'a possible escalation',
  conclude: 'the final decision',
};
const clockZh: Record<Clock, string> = {
  assign: '指定评审组',
  acknowledge: '确认收到',
  statement: '评分人的说明',
  decide: '作出决定',
  rerate: '重新评分',
  escalate: '提请复议',
  conclude: '最终决定',
};

/** What is said in answer to a press, and words that all of appeals share. */
export const say = catalogue({
  state: { en: (s: AppealState) => stateEn[s], zh: (s: AppealState) => stateZh[s] },
  outcome: { en: (o: Outcome) => outcomeEn[o], zh: (o: Outcome) => outcomeZh[o] },
  clock: { en: (c: Clock) => clockEn[c], zh: (c: Clock) => clockZh[c] },
  barred: {
    en: (why: Bar) => `Please choose somebody else: ${barEn[why]}.`,
    zh: (why: Bar) => `请另选他人：对方${barZh[why]}。`,
  },
  help: { en: 'appeal a result, or see where an appeal stands', zh: '对结果提出申诉，或查看申诉进展' },
  noResult: {
    en: 'There is no result of yours to appeal. Once one is released, you have ten working days.',
    zh: '目前没有可以申诉的结果。结果发布后，你有十个工作日可以申诉。',
  },
  onlyOwn: {
    en: 'Only the person whose result it is can do that.',
    zh: '只有结果本人可以这样做。',
  },
  isOpen: {
    en: 'Your appeal against this result is already open. Here is how it stands.',
    zh: '你对这份结果的申诉已在处理中，这是最新进展。',
  },
  cameFromAppeal: {
    en: 'This version came out of an appeal, so it is not appealed again. If you disagree with that decision, you can escalate it once.',
    zh: '这一版本是申诉后形成的，不能再次申诉。如果你不认同该决定，可以提请复议一次。',
  },
  wasDecided: {
    en: 'An appeal against this result has already been heard to its end. HR is glad to talk it through with you.',
    zh: '这份结果的申诉已经审理完毕。如果还有疑问，欢迎与人力资源沟通。',
  },
  tooLate: {
    en: (day: string) =>
      `An appeal was possible until ${day}. If something kept you from it, please talk to HR: they can tell you what is still possible.`,
    zh: (day: string) =>
      `申诉期已于${day}结束。如果有特殊原因未能及时提出，请联系人力资源，看看还能怎么处理。`,
  },
  movedOn: {
    en: 'This has moved on since. Here is how it stands.',
    zh: '情况已经有变化，这是最新状态。',
  },
  notYourself: { en: 'Nobody decides about their own appeal.', zh: '不能处理自己的申诉。' },
  onlyRouter: {
    en: (who: string) => `Naming the panel is up to ${who}.`,
    zh: (who: string) => `评审组由${who}指定。`,
  },
  onlyOwner: { en: 'Only the case owner can confirm receipt.', zh: '只有案件负责人可以确认收到。' },
  onlyCase: {
    en: 'Only the case owner and the panel of this appeal can do that.',
    zh: '只有本次申诉的负责人和评审组可以这样做。',
  },
  onlyReaders: {
    en: 'An appeal is read only by the person, the case owner, the panel and the HR partner of the unit.',
    zh: '申诉内容仅限本人、案件负责人、评审组以及所在部门的人力资源伙伴查看。',
  },
  onlyPanel: { en: 'Only those who decide this appeal can do that.', zh: '只有负责决定的人可以这样做。' },
  onlyRater: {
    en: 'Only the person who gave the rating is asked for a statement.',
    zh: '只请评分人本人提交说明。',
  },
  onlyRerater: {
    en: 'Only the person whom the panel named rates anew.',
    zh: '只有评审组指定的人可以重新评分。',
  },
  ownerNotPanel: {
    en: 'The case owner looks after the case and is not on the panel: please choose somebody else.',
    zh: '案件负责人不兼任评审组成员，请另选他人。',
  },
  panelNeeded: { en: 'Please name at least one person for the panel.', zh: '请至少指定一位评审组成员。' },
  twoNeeded: {
    en: 'Two people decide finally: please name both.',
    zh: '最终决定由两个人作出，请指定两位。',
  },
  receiptFirst: {
    en: 'The case owner confirms receipt first; then the hearing begins.',
    zh: '请先由案件负责人确认收到，之后进入审理。',
  },
  asksAlready: {
    en: 'Something has been asked already, and the answer is still to come. One thing at a time.',
    zh: '已经向本人询问，正在等待答复。请一次只问一件事。',
  },
  nothingAsked: { en: 'Nothing is asked of you any more. Thank you.', zh: '目前不需要再补充了，谢谢。' },
  statementStands: {
    en: 'Your statement is there already, with its date. If something is missing, tell the case owner.',
    zh: '你的说明已经提交并注明日期。如需补充，请告诉案件负责人。',
  },
  noReRating: {
    en: 'This decision is the last one: please decide yourselves.',
    zh: '这是最终决定，请直接作出判断，不再交由他人重新评分。',
  },
  draftChanged: {
    en: 'The draft has changed since. Please read it as it is now.',
    zh: '草案已经修改，请看最新内容。',
  },
  reasonsNeeded: { en: 'Please write the reasons: the person reads them.', zh: '请写明理由，申诉人会看到。' },
  checklistNeeded: {
    en: 'Please answer all four questions, each with a word.',
    zh: '请逐项回答四个问题，并各写一句说明。',
  },
  reraterNeeded: { en: 'Please name who rates anew.', zh: '请指定由谁重新评分。' },
  notLower: {
    en: 'This would lower the result, and an appeal never does that under this scheme. Let the result stand, or correct it otherwise.',
    zh: '这样会降低结果，而本方案规定申诉不得降低结果。请维持原结果，或以其他方式更正。',
  },
  changesNothing: {
    en: 'Nothing differs from the result so far. Change a level, a number or the grade, or let the result stand.',
    zh: '与原结果没有差别。请调整级别、数字或等级，或选择维持原结果。',
  },
  agreedAlready: {
    en: 'You have agreed to this draft already.',
    zh: '你已经同意这份草案。',
  },
  secondMissing: {
    en: 'Somebody who decides with you has yet to be named.',
    zh: '还需指定另一位共同决定的人。',
  },
  escalatedOnce: {
    en: 'An appeal is escalated once, and this one has been.',
    zh: '每次申诉只能提请复议一次，本次已经提请过。',
  },
  ratingFirst: {
    en: 'The new rating comes first. After it you have five working days to escalate.',
    zh: '请先等待重新评分的结果，之后五个工作日内可以提请复议。',
  },
  escalateLate: {
    en: (day: string) =>
      `Escalating was possible until ${day}. HR is glad to talk the decision through with you.`,
    zh: (day: string) => `提请复议的期限已于${day}结束。如果对决定还有疑问，欢迎与人力资源沟通。`,
  },
  noBasis: {
    en: 'This result has no score to correct: give a grade, or name somebody who rates.',
    zh: '这份结果没有可更正的得分，请直接给出等级，或指定他人评分。',
  },
  opened: {
    en: 'Your appeal is open. You hear from HR within one working day.',
    zh: '申诉已提交，人力资源会在一个工作日内安排。',
  },
  assignedToast: { en: 'The panel is named and its room is open.', zh: '评审组已确定，房间已开启。' },
  receiptToast: {
    en: 'Receipt confirmed. The hearing begins.',
    zh: '已确认收到，审理开始。',
  },
  sent: { en: 'Sent.', zh: '已发送。' },
  kept: { en: 'Kept.', zh: '已保存。' },
  stated: {
    en: 'Thank you. Your statement is with the panel.',
    zh: '谢谢，说明已转交评审组。',
  },
  agreedToast: {
    en: 'Agreed. It counts when the others agree, too.',
    zh: '已同意。其他成员也同意后生效。',
  },
  decidedToast: { en: 'Decided. The person reads it now.', zh: '决定已作出，并已告知本人。' },
  escalatedToast: {
    en: 'Escalated. Two people who had no part in it so far decide finally.',
    zh: '已提请复议，由两位此前未参与的人作最终决定。',
  },
  withdrawnToast: { en: 'Withdrawn. The result stands.', zh: '已撤回，原结果不变。' },
  invitedToast: { en: 'Invited. They see the room from now on.', zh: '已邀请，对方现在可以看到房间。' },
  recordComes: { en: 'The record comes as a file in a moment.', zh: '申诉记录文件马上发给你。' },
  reratedToast: { en: 'Thank you. The panel’s decision is carried out.', zh: '谢谢，评审组的决定已执行。' },
  nothingOpen: { en: 'No appeal is open that concerns you.', zh: '目前没有与你有关的申诉。' },
  lookAtFields: { en: 'Please look at the marked fields.', zh: '请看一下标出的内容。' },
  numberOrState: { en: 'Please enter the right value.', zh: '请填写正确的数值。' },
});
