import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

/** What those around an appeal read: HR who routes it, the rater, whoever rates anew; tasks and audit. */
export const office = catalogue({
  title: { en: 'Appeals', zh: '申诉' },
  none: { en: md`No appeal is open.`, zh: md`目前没有进行中的申诉。` },
  about: {
    en: md`Who, since when and how far; what they write is read by the case owner and the panel.`,
    zh: md`仅显示申诉人、时间和进展；申诉内容由案件负责人和评审组查看。`,
  },
  colWho: { en: 'Who', zh: '申诉人' },
  colCycle: { en: 'Cycle', zh: '周期' },
  colSince: { en: 'Since', zh: '提出日期' },
  colState: { en: 'State', zh: '状态' },
  colNext: { en: 'Next', zh: '下一步' },
  nextCell: {
    en: (what: string, day: string) => `${what}, ${day}`,
    zh: (what: string, day: string) => `${what}，${day}`,
  },
  lateCell: {
    en: (what: string, day: string) => `${what}, was due ${day}`,
    zh: (what: string, day: string) => `${what}，应于${day}前完成`,
  },
  routeTitle: {
    en: (name: string, cycle: string) => `${name} appeals · ${cycle}`,
    zh: (name: string, cycle: string) => `${name} 提出申诉 · ${cycle}`,
  },
  routeAbout: {
    en: (name: string, since: Date): Md => md`${bold(name)} appeals their result, since ${since}.`,
    zh: (name: string, since: Date): Md => md`${bold(name)} 于 ${since} 对结果提出申诉。`,
  },
  routeAsk: {
    en: (day: string): Md =>
      md`Please name a case owner and a panel by ${bold(day)}. Whoever rated, approved, calibrated, leads the person or is led by them is left out.`,
    zh: (day: string): Md =>
      md`请在${bold(day)}前指定案件负责人和评审组。评分人、批准人、校准人、上级和下属均不能参与。`,
  },
  routeAfter: {
    en: md`Then a private room opens for them, and the rater is asked for a statement.`,
    zh: md`之后会为他们开启专门的房间，并请评分人提交说明。`,
  },
  routeNow: {
    en: (owner: string, panel: string): Md => md`Case owner ${person(owner)}; panel: ${bold(panel)}.`,
    zh: (owner: string, panel: string): Md => md`案件负责人 ${person(owner)}；评审组：${bold(panel)}。`,
  },
  takenOff: {
    en: (who: string): Md =>
      md`Taken off the case: ${bold(who)}. Nobody is meant to read on in the room after that. If the platform does not let me remove somebody you still see them there: please take them out by hand.`,
    zh: (who: string): Md =>
      md`已不再参与本案：${bold(who)}，之后不应继续查看房间内容。如果平台不允许我移除成员、对方仍在房间里，请手动移出。`,
  },
  stateIs: {
    en: (state: string): Md => md`State: ${bold(state)}.`,
    zh: (state: string): Md => md`状态：${bold(state)}。`,
  },
  secondAsk: {
    en: (day: string): Md =>
      md`It was escalated. Please name who decides finally, by ${bold(day)}: the HR head or HR, and an executive of another line, none of whom had a part in it so far.`,
    zh: (day: string): Md =>
      md`已提请复议。请指定最终决定人，${bold(day)}前完成：人力资源负责人（或人力资源）和一位其他条线的高层，均未参与此前的决定。`,
  },
  assign: { en: 'Name owner and panel', zh: '指定负责人和评审组' },
  reassign: { en: 'Change owner or panel', zh: '更换负责人或评审组' },
  second: { en: 'Name who decides', zh: '指定最终决定人' },
  rerater: { en: 'Name somebody else to rate', zh: '另选评分人' },
  overdueTitle: {
    en: (name: string, cycle: string) => `Overdue: appeal of ${name} · ${cycle}`,
    zh: (name: string, cycle: string) => `已逾期：${name} 的申诉 · ${cycle}`,
  },
  overdueAssign: {
    en: (day: string): Md => md`A case owner and a panel were due ${bold(day)} and are not named yet.`,
    zh: (day: string): Md => md`案件负责人和评审组应在${bold(day)}前指定，目前还没有。`,
  },
  overdue: {
    en: (what: string, who: string, day: string): Md =>
      md`${what} was due ${bold(day)} and is still to come, from ${bold(who)}. A word with them helps; if they cannot, name somebody else.`,
    zh: (what: string, who: string, day: string): Md =>
      md`${what}应在${bold(day)}前完成，目前仍未完成，由${bold(who)}负责。请与对方沟通；如对方无法处理，可另选他人。`,
  },
  statementTitle: {
    en: (name: string, cycle: string) => `${name} has appealed · ${cycle}`,
    zh: (name: string, cycle: string) => `${name} 提出了申诉 · ${cycle}`,
  },
  statementAbout: {
    en: (name: string): Md =>
      md`${bold(name)} has asked for the result to be looked at again. That is their right and no reproach; a panel outside your line hears it.`,
    zh: (name: string): Md =>
      md`${bold(name)} 希望复核自己的结果。这是员工的权利，不是指责；由其他条线的人组成的评审组审理。`,
  },
  statementAsk: {
    en: (day: string): Md =>
      md`How did you come to your rating, and on what facts? Please answer by ${bold(day)}. The panel, the case owner and the person read it.`,
    zh: (day: string): Md =>
      md`你是怎样得出评分的，依据哪些事实？请在${bold(day)}前说明。评审组、案件负责人和申诉人会看到。`,
  },
  statementYours: {
    en: (at: Date, text: string): Md => md`${bold('Your statement')}, ${at}: ${text}`,
    zh: (at: Date, text: string): Md => md`${bold('你的说明')}，${at}：${text}`,
  },
  statementWrite: { en: 'Write a statement', zh: '提交说明' },
  statementEnd: {
    en: (state: string): Md => md`State of the appeal: ${bold(state)}.`,
    zh: (state: string): Md => md`申诉状态：${bold(state)}。`,
  },
  rateTitle: {
    en: (name: string, cycle: string) => `Rate anew: ${name} · ${cycle}`,
    zh: (name: string, cycle: string) => `重新评分：${name} · ${cycle}`,
  },
  rateAsk: {
    en: (name: string, day: string): Md =>
      md`A panel asks you to rate ${bold(name)} anew, by ${bold(day)}, from the facts below and on your own judgement. Levels and reasons are read by the person.`,
    zh: (name: string, day: string): Md =>
      md`评审组请你根据以下事实、独立判断，在${bold(day)}前为 ${bold(name)} 重新评分。本人会看到级别和理由。`,
  },
  rateDone: { en: md`Your rating is in. Thank you.`, zh: md`已收到你的评分，谢谢。` },
  rateOver: { en: md`Nothing is asked of you any more.`, zh: md`不再需要你评分了。` },
  rate: { en: 'Rate', zh: '评分' },
  taskAssign: {
    en: (name: string) => `Appeal of ${name}: name owner and panel`,
    zh: (name: string) => `${name} 的申诉：指定负责人和评审组`,
  },
  taskSecond: {
    en: (name: string) => `Appeal of ${name}: name who decides finally`,
    zh: (name: string) => `${name} 的申诉：指定最终决定人`,
  },
  taskReceipt: {
    en: (name: string) => `Appeal of ${name}: confirm receipt`,
    zh: (name: string) => `${name} 的申诉：确认收到`,
  },
  taskStatement: {
    en: (name: string) => `Appeal of ${name}: your statement`,
    zh: (name: string) => `${name} 的申诉：提交说明`,
  },
  taskDecide: {
    en: (name: string) => `Appeal of ${name}: decide`,
    zh: (name: string) => `${name} 的申诉：作出决定`,
  },
  taskAgree: {
    en: (name: string) => `Appeal of ${name}: read the draft`,
    zh: (name: string) => `${name} 的申诉：确认草案`,
  },
  taskRate: { en: (name: string) => `Rate ${name} anew`, zh: (name: string) => `为 ${name} 重新评分` },
  taskAnswer: { en: 'Your appeal: something is asked of you', zh: '你的申诉：需要你补充' },
  taskEscalate: { en: 'Your appeal: read the decision', zh: '你的申诉：查看决定' },
  taskOverdue: {
    en: (name: string, what: string) => `Appeal of ${name}: ${what} is overdue`,
    zh: (name: string, what: string) => `${name} 的申诉：${what}已逾期`,
  },
  open: { en: 'Open', zh: '打开' },
  homeOwn: {
    en: (cycle: string, state: string): Md => md`Your appeal (${cycle}): ${bold(state)}`,
    zh: (cycle: string, state: string): Md => md`你的申诉（${cycle}）：${bold(state)}`,
  },
  homeOffice: {
    en: (n: number): Md => (n === 1 ? md`One appeal is open.` : md`${n} appeals are open.`),
    zh: (n: number): Md => md`有 ${n} 份申诉正在处理。`,
  },
  fileName: { en: 'appeal-record.txt', zh: '申诉记录.txt' },
  did: {
    en: (by: string, deed: string, about: string): Md => md`${person(by)} ${deed} ${person(about)}.`,
    zh: (by: string, deed: string, about: string): Md => md`${person(by)} ${deed}（${person(about)}）。`,
  },
  deedOpened: { en: 'opened an appeal about the result of', zh: '对结果提出了申诉' },
  deedAssigned: { en: 'named a case owner and a panel for the appeal of', zh: '为申诉指定了负责人和评审组' },
  deedAcknowledged: { en: 'confirmed receipt of the appeal of', zh: '确认收到申诉' },
  deedStatement: { en: 'gave a statement in the appeal of', zh: '在申诉中提交了说明' },
  deedInvited: { en: 'invited the rater into the room of the appeal of', zh: '邀请评分人进入申诉房间' },
  deedNeeds: { en: 'asked for something in the appeal of', zh: '在申诉中要求补充材料' },
  deedAnswered: { en: 'answered in the appeal of', zh: '在申诉中作了答复' },
  deedRead: { en: 'read the appeal of', zh: '查看了申诉' },
  deedFile: { en: 'took the record along of the appeal of', zh: '导出了申诉记录' },
  deedAgreed: { en: 'agreed to a draft in the appeal of', zh: '同意了申诉的决定草案' },
  deedRerated: { en: 'rated anew in the appeal of', zh: '在申诉中重新评分' },
  deedEscalated: { en: 'escalated the appeal of', zh: '提请复议申诉' },
  decidedFact: {
    en: (by: string, about: string, outcome: string): Md =>
      md`${person(by)} decided the appeal of ${person(about)}: ${outcome}.`,
    zh: (by: string, about: string, outcome: string): Md =>
      md`${person(by)} 对 ${person(about)} 的申诉作出决定：${outcome}。`,
  },
  overdueFact: {
    en: (about: string, what: string): Md =>
      md`In the appeal of ${person(about)}, ${what} was overdue; HR was told.`,
    zh: (about: string, what: string): Md => md`${person(about)} 的申诉中，${what}已逾期，并已告知人力资源。`,
  },
  endedFact: {
    en: (about: string, state: string): Md => md`The appeal of ${person(about)} ended: ${state}.`,
    zh: (about: string, state: string): Md => md`${person(about)} 的申诉结束：${state}。`,
  },
});
