import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

/** One row, opened, and the forms. */
export const one = catalogue({
  title: {
    en: (name: string, cycle: string) => `Calibration · ${name} · ${cycle}`,
    zh: (name: string, cycle: string) => `校准 · ${name} · ${cycle}`,
  },
  head: {
    en: (score: string, grade: string, rater: string): Md =>
      md`Computed ${bold(score)} · grade ${bold(grade)} · rated by ${rater}`,
    zh: (score: string, grade: string, rater: string): Md =>
      md`计算得分 ${bold(score)} · 等级 ${bold(grade)} · 评分人 ${rater}`,
  },
  calibrated: {
    en: (computed: string, grade: string): Md =>
      md`Computed ${computed}, calibrated ${bold(grade)}. The score stays.`,
    zh: (computed: string, grade: string): Md => md`计算等级 ${computed}，校准为 ${bold(grade)}，分数不变。`,
  },
  gone: {
    en: md`This rating is being looked at again. It comes back to the list once it is approved.`,
    zh: md`这份评分正在复核，批准后会重新进入名单。`,
  },
  released: {
    en: md`The result is given out: from here on an appeal is the way.`,
    zh: md`结果已发布，之后只能通过申诉调整。`,
  },
  colDimension: { en: 'Dimension', zh: '维度' },
  colProposal: { en: 'Proposed', zh: '系统建议' },
  colLevel: { en: 'Manager', zh: '经理' },
  colScore: { en: 'Score', zh: '得分' },
  goals: { en: md`**Goals**`, zh: md`**目标**` },
  goal: {
    en: (title: string, weight: string): Md => md`${bold(title)} · weight ${weight}`,
    zh: (title: string, weight: string): Md => md`${bold(title)} · 权重 ${weight}`,
  },
  reached: {
    en: (title: string, percent: string): Md => md`• ${title}: ${percent} reached`,
    zh: (title: string, percent: string): Md => md`• ${title}：完成 ${percent}`,
  },
  lowered: {
    en: (title: string, before: string, now: string): Md =>
      md`• ${title}: ${now} reached; by the target that held before it was lowered after mid-period ${before}`,
    zh: (title: string, before: string, now: string): Md =>
      md`• ${title}：完成 ${now}；期中后目标曾下调，按原目标为 ${before}`,
  },
  leftOut: {
    en: (title: string, reason: string): Md => md`• ${title}: left out – ${reason}`,
    zh: (title: string, reason: string): Md => md`• ${title}：不计入——${reason}`,
  },
  noGoals: { en: md`No goals counted here.`, zh: md`没有计入的目标。` },
  hints: {
    en: (rater: string): Md => md`**What strikes about how ${rater} rates**`,
    zh: (rater: string): Md => md`**${rater} 的评分值得留意之处**`,
  },
  history: { en: md`**Changes of the grade**`, zh: md`**等级调整记录**` },
  noHistory: { en: md`The grade has not been changed.`, zh: md`等级没有调整过。` },
  change: {
    en: (from: string, to: string, by: string, at: Date, reason: string): Md =>
      md`${from} → ${bold(to)} · ${person(by)} ${at}: ${reason}`,
    zh: (from: string, to: string, by: string, at: Date, reason: string): Md =>
      md`${from} → ${bold(to)} · ${person(by)} ${at}：${reason}`,
  },
  changeUndone: {
    en: (from: string, to: string, by: string, at: Date): Md =>
      md`${from} → ${to} · ${person(by)} ${at}, taken back`,
    zh: (from: string, to: string, by: string, at: Date): Md =>
      md`${from} → ${to} · ${person(by)} ${at}，已撤销`,
  },
  changeEarlier: {
    en: (from: string, to: string, by: string, at: Date): Md =>
      md`${from} → ${to} · ${person(by)} ${at}, about an earlier rating`,
    zh: (from: string, to: string, by: string, at: Date): Md =>
      md`${from} → ${to} · ${person(by)} ${at}，针对更早的评分`,
  },
  notes: { en: md`**Notes, not published**`, zh: md`**内部备注（不公开）**` },
  note: {
    en: (by: string, at: Date, text: string): Md => md`${person(by)} ${at}: ${text}`,
    zh: (by: string, at: Date, text: string): Md => md`${person(by)} ${at}：${text}`,
  },
  proposal: {
    en: (by: string, at: Date, to: string, text: string): Md =>
      md`${person(by)} ${at} proposes ${bold(to)}: ${text}`,
    zh: (by: string, at: Date, to: string, text: string): Md =>
      md`${person(by)} ${at} 建议 ${bold(to)}：${text}`,
  },
  changeButton: { en: 'Change grade', zh: '调整等级' },
  proposeButton: { en: 'Propose another grade', zh: '建议调整' },
  undo: { en: 'Undo', zh: '撤销' },
  back: { en: 'Back to the list', zh: '返回名单' },
  reexamine: { en: 'Return for re-examination', zh: '退回复核' },
  changeTitle: { en: (name: string) => `Grade of ${name}`, zh: (name: string) => `调整 ${name} 的等级` },
  changeIntro: {
    en: (score: string, grade: string): Md =>
      md`It is ${bold(grade)} now, computed from ${score}. Only the grade changes, the score stays.`,
    zh: (score: string, grade: string): Md =>
      md`目前为 ${bold(grade)}，由分数 ${score} 算出。只调整等级，分数不变。`,
  },
  grade: { en: 'New grade', zh: '新等级' },
  reason: { en: 'Reason', zh: '理由' },
  reasonHint: {
    en: (name: string, n: number) =>
      `${name} will read this word for word, beside both grades. At least ${n} characters; name the work, not the quota.`,
    zh: (name: string, n: number) =>
      `${name} 会逐字读到这段理由和前后等级。至少 ${n} 个字，请写工作表现，不要写比例。`,
  },
  internal: { en: 'Internal note', zh: '内部备注' },
  internalHint: {
    en: 'Not published. Read by HR, the HR partner, the manager and the line above.',
    zh: '不公开，仅人力资源、HRBP、直线经理和其上级可见。',
  },
  save: { en: 'Change', zh: '确认调整' },
  proposeTitle: {
    en: (name: string) => `Another grade for ${name}`,
    zh: (name: string) => `为 ${name} 建议等级`,
  },
  proposeIntro: {
    en: md`You rated this person, so somebody else decides: HR, or the manager above you. Your proposal stays with the case.`,
    zh: md`这个人由你评分，因此由人力资源或你的上级决定。你的建议会记入个案。`,
  },
  why: { en: 'Why', zh: '原因' },
  propose: { en: 'Propose', zh: '提交建议' },
  openTitle: { en: 'Open a calibration session', zh: '开启校准会' },
  openIntro: {
    en: (unit: string, ready: number, open: number, submitted: number, unrated: number): Md =>
      open + submitted + unrated === 0
        ? md`${bold(unit)}: ${ready} to calibrate, everybody is approved.`
        : md`${bold(unit)}: ${ready} to calibrate. Not ready: ${open} still with their managers, ${submitted} to be approved, ${unrated} without a rating. Whoever is approved later joins the list.`,
    zh: (unit: string, ready: number, open: number, submitted: number, unrated: number): Md =>
      open + submitted + unrated === 0
        ? md`${bold(unit)}：待校准 ${ready} 人，全部已批准。`
        : md`${bold(unit)}：待校准 ${ready} 人。尚未就绪：评分中 ${open} 人，待审批 ${submitted} 人，无评分 ${unrated} 人。之后批准的人会自动进入名单。`,
  },
  units: { en: 'Units', zh: '部门' },
  unitsHint: {
    en: 'Heads, managers and HR partners of units that you add join by themselves.',
    zh: '新增部门的负责人、经理和 HRBP 会自动加入。',
  },
  members: { en: 'Who joins', zh: '参加成员' },
  membersHint: {
    en: 'Suggested: the managers of these people and the units’ HR partners. Everybody gets a list without their own row.',
    zh: '建议名单：这些人的经理和部门 HRBP。每位成员的名单都不含本人。',
  },
  heads: { en: 'Who closes as head of the unit', zh: '作为部门负责人确认结束' },
  headsHint: {
    en: 'Together with HR; never one person alone.',
    zh: '与人力资源共同确认，不能由同一个人完成。',
  },
  openSubmit: { en: 'Open', zh: '开启' },
  inviteTitle: { en: 'Who joins', zh: '参加成员' },
  inviteIntro: {
    en: md`Whoever has joined stays. New members get a list of their own; agreements to close begin anew.`,
    zh: md`已加入的成员会保留。新成员会收到自己的名单，结束确认将重新开始。`,
  },
  inviteSubmit: { en: 'Save', zh: '保存' },
  reopenTitle: { en: 'Open again', zh: '重新开启' },
  reopenIntro: {
    en: md`All members read the reason. Grades can be changed again; both have to agree to close anew.`,
    zh: md`全体成员会看到原因。等级可再次调整，之后需双方重新确认结束。`,
  },
  reopenSubmit: { en: 'Open again', zh: '重新开启' },
});
