import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';
import type { CheckName } from './model.ts';

const checkEn: Record<CheckName, string> = {
  standards: 'Standards published beforehand',
  data: 'Data sources right',
  raters: 'Raters eligible',
  bias: 'Free of bias',
};
const checkZh: Record<CheckName, string> = {
  standards: '标准事先公布',
  data: '数据来源准确',
  raters: '评分人符合资格',
  bias: '没有偏见',
};

/** What the person, the room and those who hear it read. */
export const card = catalogue({
  ownTitle: {
    en: (cycle: string) => `Your appeal · ${cycle}`,
    zh: (cycle: string) => `你的申诉 · ${cycle}`,
  },
  roomName: {
    en: (name: string, cycle: string) => `Appeal ${name} ${cycle}`,
    zh: (name: string, cycle: string) => `申诉 ${name} ${cycle}`,
  },
  roomTitle: {
    en: (name: string, cycle: string) => `Appeal of ${name} · ${cycle}`,
    zh: (name: string, cycle: string) => `${name} 的申诉 · ${cycle}`,
  },
  isOpened: {
    en: (since: Date, day: string): Md =>
      md`Open since ${since}. HR names a case owner and a panel by ${bold(day)}: nobody who rated, calibrated or leads you.`,
    zh: (since: Date, day: string): Md =>
      md`${since} 提出。人力资源将在${bold(day)}前指定案件负责人和评审组；评分人、校准人和你的上级都不会参与。`,
  },
  isAssigned: {
    en: (owner: string, day: string): Md =>
      md`${person(owner)} looks after the case and confirms receipt by ${bold(day)}.`,
    zh: (owner: string, day: string): Md => md`案件由 ${person(owner)} 负责，将在${bold(day)}前确认收到。`,
  },
  isHearing: {
    en: (day: string): Md => md`Receipt is confirmed and the hearing is on. Decision by ${bold(day)}.`,
    zh: (day: string): Md => md`已确认收到，正在审理。将在${bold(day)}前作出决定。`,
  },
  panelIs: { en: 'Panel', zh: '评审组' },
  outsideIs: {
    en: (name: string): Md => md`Panel: ${bold(name)}, from outside; the case owner keeps the pen.`,
    zh: (name: string): Md => md`评审组：${bold(name)}（外部人士），由案件负责人代为记录。`,
  },
  panelOf: {
    en: (names: string): Md => md`Panel: ${bold(names)}`,
    zh: (names: string): Md => md`评审组：${bold(names)}`,
  },
  roomAbout: {
    en: md`What is said and shown in this room is the record of the case. The person, the case owner and the panel can have it as a file.`,
    zh: md`房间里说的话和发的文件就是申诉记录。申诉人、案件负责人和评审组都可以导出。`,
  },
  roomForPerson: {
    en: md`A private room is open for it. Bring what helps there, files, too; it is part of the record.`,
    zh: md`专门的房间已经开启。有帮助的材料（包括文件）请发到那里，都会成为申诉记录。`,
  },
  raterIn: {
    en: (who: string): Md => md`${person(who)}, who rated, was invited into this room.`,
    zh: (who: string): Md => md`评分人 ${person(who)} 已受邀进入房间。`,
  },
  roomClosed: {
    en: md`The record is closed: what is said here from now on is not kept.`,
    zh: md`申诉记录已经封存，此后的发言不再保留。`,
  },
  wasFinal: {
    en: md`This appeal is closed, and the decision is final.`,
    zh: md`本次申诉已终结，决定为最终决定。`,
  },
  wasWithdrawn: {
    en: md`The appeal was withdrawn. The result stands.`,
    zh: md`申诉已撤回，原结果不变。`,
  },
  wasLapsed: {
    en: md`Nothing was heard for a long time, so the appeal lapsed. The result stands. If something kept you away, please talk to HR.`,
    zh: md`长时间没有收到答复，申诉已失效，原结果不变。如有特殊情况，请联系人力资源。`,
  },
  canEscalate: {
    en: (day: string): Md =>
      md`If you disagree, you can escalate once, until ${bold(day)}: two people who had no part in it decide finally. After that day the decision is final.`,
    zh: (day: string): Md =>
      md`如果不认同，${bold(day)}前可以提请复议一次，由两位此前未参与的人作最终决定。逾期即为最终决定。`,
  },
  ratesAnew: {
    en: (who: string, day: string): Md => md`${person(who)} rates anew by ${bold(day)}.`,
    zh: (who: string, day: string): Md => md`由 ${person(who)} 在${bold(day)}前重新评分。`,
  },
  ratedAnew: {
    en: (who: string): Md => md`${person(who)} has rated anew.`,
    zh: (who: string): Md => md`${person(who)} 已重新评分。`,
  },
  newVersion: {
    en: (n: string): Md => md`Version ${n} of the result holds now; the one before stays readable.`,
    zh: (n: string): Md => md`现以结果第 ${n} 版为准，之前的版本仍可查看。`,
  },
  nothingBetter: {
    en: md`The new rating came to nothing better, so the result stays as it was.`,
    zh: md`重新评分没有得出更好的结果，原结果保持不变。`,
  },
  isEscalated: {
    en: (day: string): Md =>
      md`Escalated. Two people who had no part in it so far decide finally by ${bold(day)}.`,
    zh: (day: string): Md => md`已提请复议，由两位此前未参与的人在${bold(day)}前作最终决定。`,
  },
  decidesFinally: {
    en: (names: string): Md => md`They are ${bold(names)}.`,
    zh: (names: string): Md => md`最终决定人：${bold(names)}。`,
  },
  youSaid: { en: 'What you wrote', zh: '你的申诉内容' },
  theySaid: {
    en: (name: string): string => `What ${name} writes`,
    zh: (name: string): string => `${name} 的申诉内容`,
  },
  what: {
    en: (t: string): Md => md`${bold('About')}: ${t}`,
    zh: (t: string): Md => md`${bold('申诉事项')}：${t}`,
  },
  why: { en: (t: string): Md => md`${bold('Why')}: ${t}`, zh: (t: string): Md => md`${bold('理由')}：${t}` },
  wanted: {
    en: (t: string): Md => md`${bold('What would be right')}: ${t}`,
    zh: (t: string): Md => md`${bold('希望的结果')}：${t}`,
  },
  evidence: {
    en: (t: string): Md => md`${bold('Evidence')}: ${t}`,
    zh: (t: string): Md => md`${bold('依据')}：${t}`,
  },
  needed: {
    en: (text: string, by: string, day: string): Md =>
      md`${person(by)} needs something from you by ${bold(day)}: “${text}”`,
    zh: (text: string, by: string, day: string): Md =>
      md`${person(by)} 请你在${bold(day)}前补充：「${text}」`,
  },
  neededRule: {
    en: md`A word in the room is enough, also that you need more time. If nothing comes, I ask once more; ten working days after that the appeal would lapse. Meanwhile the panel’s clock stands still.`,
    zh: md`在房间里说一句就行，需要更多时间也可以直说。如果一直没有答复，我会再提醒一次；提醒后十个工作日仍无答复，申诉将失效。等待期间评审组的期限暂停。`,
  },
  neededAgain: {
    en: (text: string, day: string): Md =>
      md`Still needed: “${text}” Without a word from you until ${bold(day)} the appeal lapses and the result stands. One line in the room keeps it open.`,
    zh: (text: string, day: string): Md =>
      md`仍需补充：「${text}」如果到${bold(day)}仍没有任何答复，申诉将失效，原结果不变。在房间里说一句即可继续。`,
  },
  waitsFor: {
    en: (name: string, text: string, day: string): Md =>
      md`Waiting for ${bold(name)}, until ${bold(day)}: “${text}”`,
    zh: (name: string, text: string, day: string): Md =>
      md`等待 ${bold(name)} 在${bold(day)}前补充：「${text}」`,
  },
  decision: {
    en: (outcome: string): Md => md`${bold('Decision')}: ${outcome}.`,
    zh: (outcome: string): Md => md`${bold('决定')}：${outcome}。`,
  },
  conclusion: {
    en: (outcome: string): Md => md`${bold('Final decision')}: ${outcome}.`,
    zh: (outcome: string): Md => md`${bold('最终决定')}：${outcome}。`,
  },
  decidedBy: {
    en: (names: string, at: Date): Md => md`By ${names}, ${at}.`,
    zh: (names: string, at: Date): Md => md`${names}，${at}。`,
  },
  reasons: { en: (t: string): Md => md`${t}`, zh: (t: string): Md => md`${t}` },
  checklist: { en: 'How the process was checked', zh: '程序核查' },
  colQuestion: { en: 'Question', zh: '核查项' },
  colAnswer: { en: 'Answer', zh: '结论' },
  colWord: { en: 'In a word', zh: '说明' },
  check: { en: (c: CheckName) => checkEn[c], zh: (c: CheckName) => checkZh[c] },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  answer: { en: 'Answer', zh: '答复' },
  escalate: { en: 'Escalate', zh: '提请复议' },
  withdraw: { en: 'Withdraw', zh: '撤回申诉' },
  withdrawSure: {
    en: 'Withdraw the appeal? The result stands then. You can appeal again while your ten working days last.',
    zh: '确定撤回申诉吗？撤回后原结果不变；在申诉期内你仍可再次提出。',
  },
  record: { en: 'Record as a file', zh: '导出记录' },
  receipt: { en: 'Acknowledge receipt', zh: '确认收到' },
  openCase: { en: 'Open the case', zh: '查看案件' },
  whoSees: {
    en: md`Read by the case owner, the panel and the HR partner of your unit; your manager sees that there is an appeal, not what you write. Nobody’s result gets worse by appealing.`,
    zh: md`内容仅案件负责人、评审组和所在部门的人力资源伙伴可见；你的经理只知道有这次申诉，看不到内容。申诉不会使结果变差。`,
  },
  whoSeesLower: {
    en: md`Read by the case owner, the panel and the HR partner of your unit; your manager sees that there is an appeal, not what you write. Under this scheme a decision can also lower a result.`,
    zh: md`内容仅案件负责人、评审组和所在部门的人力资源伙伴可见；你的经理只知道有这次申诉，看不到内容。按本方案规定，决定也可能降低结果。`,
  },
  offer: { en: (day: string) => `Appeal — until ${day}`, zh: (day: string) => `申诉 — ${day}前` },
});
