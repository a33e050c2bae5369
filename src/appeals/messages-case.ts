import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

/** What those who hear and decide an appeal read. */
export const hearing = catalogue({
  caseTitle: {
    en: (name: string, cycle: string) => `Case: appeal of ${name} · ${cycle}`,
    zh: (name: string, cycle: string) => `案件：${name} 的申诉 · ${cycle}`,
  },
  asOwner: {
    en: md`You look after this case: confirm receipt, keep the room going, see that the days are kept. The panel decides.`,
    zh: md`你是案件负责人：确认收到、推动房间里的沟通、关注期限。决定由评审组作出。`,
  },
  asPanel: {
    en: md`You decide this appeal. Read, ask in the room, then draft the decision; it counts when all of the panel agree.`,
    zh: md`你是评审组成员。请先阅读材料、在房间里询问，再起草决定；评审组全体同意后生效。`,
  },
  asSecond: {
    en: md`You decide this appeal finally, together with somebody else. Neither of you had a part in the first decision.`,
    zh: md`这次申诉由你和另一位共同作最终决定，你们都没有参与此前的决定。`,
  },
  asReader: {
    en: md`You read this as the HR partner of the unit; that you did is noted.`,
    zh: md`你以部门人力资源伙伴的身份查看，系统会留下记录。`,
  },
  next: {
    en: (what: string, day: string): Md => md`Next: ${what}, by ${bold(day)}.`,
    zh: (what: string, day: string): Md => md`下一步：${what}，${bold(day)}前。`,
  },
  late: {
    en: (what: string, day: string): Md => md`Overdue: ${what} was due ${bold(day)}.`,
    zh: (what: string, day: string): Md => md`已逾期：${what}应在${bold(day)}前完成。`,
  },
  result: {
    en: (grade: string, final: string): Md => md`${bold('The result')}: ${grade}, ${final}`,
    zh: (grade: string, final: string): Md => md`${bold('结果')}：${grade}，${final}`,
  },
  both: {
    en: (grade: string, final: string) => `${grade}, ${final}`,
    zh: (grade: string, final: string) => `${grade}，${final}`,
  },
  noGrade: { en: 'no grade', zh: '无等级' },
  noScore: { en: 'no score', zh: '无得分' },
  colDimension: { en: 'Dimension', zh: '维度' },
  colScore: { en: 'Score', zh: '得分' },
  colManager: { en: 'Manager', zh: '经理' },
  colSelf: { en: 'Self', zh: '自评' },
  managerWhy: {
    en: (dimension: string, text: string): Md => md`${dimension}: ${text}`,
    zh: (dimension: string, text: string): Md => md`${dimension}：${text}`,
  },
  calibrated: {
    en: (from: string, to: string, reason: string): Md => md`Calibrated from ${from} to ${to}: ${reason}`,
    zh: (from: string, to: string, reason: string): Md => md`由 ${from} 校准为 ${to}：${reason}`,
  },
  goal: {
    en: (title: string, weight: string, reached: string): Md => md`${bold(title)} · ${weight} · ${reached}`,
    zh: (title: string, weight: string, reached: string): Md => md`${bold(title)} · ${weight} · ${reached}`,
  },
  statementOf: {
    en: (who: string, at: Date, text: string): Md =>
      md`${bold('Statement')} of ${person(who)}, ${at}: ${text}`,
    zh: (who: string, at: Date, text: string): Md => md`${person(who)} 的${bold('说明')}，${at}：${text}`,
  },
  statementOpen: {
    en: (who: string): Md =>
      md`${person(who)} was asked for a statement. It is not there yet; the decision does not wait for it.`,
    zh: (who: string): Md => md`已请 ${person(who)} 提交说明，尚未收到；决定不因此等待。`,
  },
  asked: {
    en: (by: string, text: string, answer: string): Md => md`${person(by)} asked: “${text}” – ${answer}`,
    zh: (by: string, text: string, answer: string): Md => md`${person(by)} 询问：「${text}」${answer}`,
  },
  answeredWith: { en: (t: string) => `answer: “${t}”`, zh: (t: string) => `答复：「${t}」` },
  answeredInRoom: { en: 'answered in the room', zh: '已在房间里答复' },
  notAnswered: { en: 'no answer yet', zh: '尚未答复' },
  noLonger: {
    en: md`Somebody else looks after this appeal now. Nothing is asked of you any more, thank you.`,
    zh: md`这份申诉已由他人负责，不再需要你处理，谢谢。`,
  },
  need: { en: 'Ask for something', zh: '请本人补充' },
  invite: { en: 'Invite the rater', zh: '邀请评分人' },
  inviteSure: {
    en: 'Invite the rater into the room? They see what is said there from then on, and on some platforms what was said before.',
    zh: '确定邀请评分人进入房间吗？对方将看到之后的发言，在部分平台上也能看到之前的内容。',
  },
  draft: { en: 'Draft the decision', zh: '起草决定' },
  redraft: { en: 'Change the draft', zh: '修改草案' },
  draftTitle: {
    en: (name: string, cycle: string) => `Draft of the decision: ${name} · ${cycle}`,
    zh: (name: string, cycle: string) => `决定草案：${name} · ${cycle}`,
  },
  draftBy: {
    en: (who: string, at: Date): Md =>
      md`Drafted by ${person(who)}, ${at}. Nobody else reads it before it is decided.`,
    zh: (who: string, at: Date): Md => md`${person(who)} 起草，${at}。作出决定前其他人看不到。`,
  },
  draftAlone: {
    en: md`Read it once more: with your press it is decided and the person reads it.`,
    zh: md`请再确认一遍：点击后即作出决定，本人会看到。`,
  },
  draftTogether: {
    en: md`It counts when all of you agree to this draft. A change asks everybody again.`,
    zh: md`全体同意这份草案后生效；如有修改，需要大家重新确认。`,
  },
  agreedBy: {
    en: (names: string): Md => md`Agreed: ${bold(names)}`,
    zh: (names: string): Md => md`已同意：${bold(names)}`,
  },
  missing: {
    en: (names: string): Md => md`Still to agree: ${bold(names)}`,
    zh: (names: string): Md => md`待确认：${bold(names)}`,
  },
  note: {
    en: (who: string, at: Date, text: string): Md => md`${person(who)}, ${at}: ${text}`,
    zh: (who: string, at: Date, text: string): Md => md`${person(who)}，${at}：${text}`,
  },
  preview: {
    en: (grade: string, final: string, was: string): Md =>
      md`${bold('With this draft')}: ${grade}, ${final} (now ${was})`,
    zh: (grade: string, final: string, was: string): Md =>
      md`${bold('按此草案')}：${grade}，${final}（现为 ${was}）`,
  },
  previewLower: {
    en: md`That would lower the result. Under this scheme an appeal never does: it cannot be decided like this.`,
    zh: md`这样会降低结果。按本方案规定，申诉不得降低结果，因此不能这样决定。`,
  },
  previewSame: {
    en: md`Nothing differs from the result yet: change levels, a number or the grade.`,
    zh: md`目前与原结果没有差别，请调整级别、数字或等级。`,
  },
  levelChange: {
    en: (dimension: string, from: string, to: string): Md => md`${dimension}: manager ${from} → ${to}`,
    zh: (dimension: string, from: string, to: string): Md => md`${dimension}：经理评分 ${from} → ${to}`,
  },
  numberChange: {
    en: (title: string, from: string, to: string): Md => md`${title}: ${from} → ${to}`,
    zh: (title: string, from: string, to: string): Md => md`${title}：${from} → ${to}`,
  },
  rerater: {
    en: (who: string): Md => md`${person(who)} rates anew within five working days.`,
    zh: (who: string): Md => md`由 ${person(who)} 在五个工作日内重新评分。`,
  },
  reraterMissing: {
    en: md`Who rates anew has yet to be named: nobody of the line, nobody of the panel.`,
    zh: md`尚未指定由谁重新评分：不能是上级，也不能是评审组成员。`,
  },
  levels: { en: 'Levels and grade', zh: '级别和等级' },
  number: { en: 'Correct a number', zh: '更正数字' },
  nameRerater: { en: 'Name who rates', zh: '指定评分人' },
  agree: { en: 'Agree', zh: '同意' },
  decide: { en: 'Decide', zh: '作出决定' },
  decideSure: {
    en: 'Decide it like this? The person reads the decision and the reasons at once.',
    zh: '确定这样决定吗？本人会立即看到决定和理由。',
  },
  discuss: { en: 'Discuss', zh: '再讨论' },
  isDecided: {
    en: md`Decided. The person has read access to the decision, the reasons and the checklist.`,
    zh: md`已作出决定，本人可以看到决定、理由和核查结果。`,
  },
  nobodyDrafted: { en: md`No draft is open.`, zh: md`目前没有草案。` },
});
