import { catalogue } from '../core/i18n.ts';
import { bold, inside, type Md, md, person } from '../core/md.ts';

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The evidence pack: what the rater reads before they rate. */
export const pack = catalogue({
  title: {
    en: (name: string, cycle: string) => `Rating of ${name} · ${cycle}`,
    zh: (name: string, cycle: string) => `${name} 的评分 · ${cycle}`,
  },
  about: {
    en: (due: string): Md =>
      md`Everything about this period in one place, then a proposal. Yours to send until ${due}, about ten minutes.`,
    zh: (due: string): Md => md`这个周期的情况都在这里，最后是评分建议。请在${due}前提交，大约十分钟。`,
  },
  cameBack: {
    en: (who: string, when: Date, reason: string): Md => md`${person(who)} returned it, ${when}: ${reason}`,
    zh: (who: string, when: Date, reason: string): Md => md`${person(who)} 于 ${when} 退回：${reason}`,
  },
  passedOn: {
    en: (from: string): Md =>
      md`It was due with ${from} and came to you: you rate, and HR of the unit approves.`,
    zh: (from: string): Md => md`${from} 未按期完成，现由你评分，由该部门的人力资源审批。`,
  },
  sent: {
    en: (when: Date, to: string | undefined): Md =>
      to === undefined ? md`Sent, ${when}.` : md`Sent, ${when}. ${person(to)} decides.`,
    zh: (when: Date, to: string | undefined): Md =>
      to === undefined ? md`已于 ${when} 提交。` : md`已于 ${when} 提交，由 ${person(to)} 审批。`,
  },
  approvedBy: {
    en: (who: string, when: Date): Md =>
      md`${person(who)} approved it, ${when}. It goes into calibration now.`,
    zh: (who: string, when: Date): Md => md`${person(who)} 已于 ${when} 批准，接下来进入校准。`,
  },
  unrated: {
    en: md`Nobody rated in time: the result will be “no rating”, with this reason, and can be appealed.`,
    zh: md`未在期限内评分：结果将为「无评分」并注明原因，本人可以申诉。`,
  },
  dropped: { en: md`This person has left the cycle.`, zh: md`此人已退出这个周期。` },
  why: {
    en: (dimension: string, reason: string): Md => md`${dimension}: ${reason}`,
    zh: (dimension: string, reason: string): Md => md`${dimension}：${reason}`,
  },
  goals: { en: md`**Goals and numbers**`, zh: md`**目标与数字**` },
  noGoals: { en: md`No agreed goals in this cycle.`, zh: md`这个周期没有达成一致的目标。` },
  lowered: {
    en: (title: string, before: string, now: string): Md =>
      md`${bold(title)}: the target was lowered after the middle of the period. By the old one ${before}, by the new one ${now}.`,
    zh: (title: string, before: string, now: string): Md =>
      md`${bold(title)}：目标在周期过半后下调。按原目标 ${before}，按新目标 ${now}。`,
  },
  unsettled: {
    en: (sum: string): Md =>
      md`The agreed weights come to ${sum} instead of 100 %. Until that is settled, or HR waives it with a reason, the results cannot be computed.`,
    zh: (sum: string): Md =>
      md`已达成一致的权重合计为 ${sum}，不是 100%。在补齐或人力资源说明理由豁免之前，工作结果无法计算。`,
  },
  waived: {
    en: (sum: string, who: string, reason: string): Md =>
      md`HR (${who}) let weights of ${sum} pass: ${reason}`,
    zh: (sum: string, who: string, reason: string): Md =>
      md`人力资源（${who}）允许权重合计为 ${sum}：${reason}`,
  },
  missing: {
    en: (titles: string): Md => md`No number yet: ${titles}. Enter it, or leave it out and say why.`,
    zh: (titles: string): Md => md`还没有数字：${titles}。请填写，或说明理由后不计入。`,
  },
  confirmAll: {
    en: (n: number) => (n === 1 ? 'Confirm the number' : `Confirm all ${n}`),
    zh: (n: number) => (n === 1 ? '确认数字' : `全部确认（${n}）`),
  },
  enter: { en: 'Enter a number, or leave it out', zh: '填写数字或不计入' },
  months: { en: md`**Month by month**`, zh: md`**逐月情况**` },
  month: { en: (n: number) => monthsEn[n - 1] ?? '', zh: (n: number) => `${n} 月` },
  colMonth: { en: 'Month', zh: '月份' },
  colCheckIns: { en: 'Check-ins', zh: '辅导沟通' },
  colNotes: { en: 'Notes', zh: '事实记录' },
  colKudos: { en: 'Kudos and feedback', zh: '点赞与反馈' },
  showEvidence: { en: 'Show evidence', zh: '查看事实依据' },
  evidenceTitle: {
    en: (name: string, cycle: string) => `Evidence on ${name} · ${cycle}`,
    zh: (name: string, cycle: string) => `${name} 的事实依据 · ${cycle}`,
  },
  evidenceLine: {
    en: (when: Date, what: string, text: Md): Md => md`${when} · ${what}: ${inside(text)}`,
    zh: (when: Date, what: string, text: Md): Md => md`${when} · ${what}：${inside(text)}`,
  },
  checkIn: { en: 'check-in', zh: '辅导沟通' },
  note: { en: 'note', zh: '事实记录' },
  kudos: { en: 'kudos', zh: '点赞' },
  feedback: { en: 'feedback', zh: '反馈' },
  from: { en: (who: string): Md => md` (${person(who)})`, zh: (who: string): Md => md`（${person(who)}）` },
  noEvidence: {
    en: md`Nothing was noted in this period: no check-ins, notes, kudos or feedback that both can see.`,
    zh: md`这个周期没有双方可见的沟通、事实记录、点赞或反馈。`,
  },
  later: { en: 'Go on', zh: '继续看' },
  colleagues: { en: md`**What colleagues say**`, zh: md`**同事怎么说**` },
  colleaguesNote: {
    en: md`Means of three or more people, rounded to halves; groups that are too small are not shown. Nobody sees who said what.`,
    zh: md`仅显示三人及以上的均值，按 0.5 取整；人数太少的组不显示。没有人能看到是谁说的。`,
  },
  noColleagues: {
    en: md`Nothing from colleagues can be shown: too few people answered.`,
    zh: md`同事的评价不足三人，无法显示。`,
  },
  keep: { en: (text: string): Md => md`Keep: ${text}`, zh: (text: string): Md => md`继续保持：${text}` },
  differ: {
    en: (text: string): Md => md`Do differently: ${text}`,
    zh: (text: string): Md => md`可以调整：${text}`,
  },
  ownKeep: {
    en: (text: string): Md => md`Own view, to keep: ${text}`,
    zh: (text: string): Md => md`自评，继续保持：${text}`,
  },
  ownDiffer: {
    en: (text: string): Md => md`Own view, to do differently: ${text}`,
    zh: (text: string): Md => md`自评，可以调整：${text}`,
  },
  statement: {
    en: (who: string, when: Date, text: string): Md =>
      md`${person(who)} led before and wrote, ${when}: ${text}`,
    zh: (who: string, when: Date, text: string): Md => md`前任经理 ${person(who)} 于 ${when} 写道：${text}`,
  },
  statementNote: {
    en: md`An earlier manager’s words are no rating and count for nothing in the score.`,
    zh: md`前任经理的说明不是评分，不计入得分。`,
  },
  proposal: { en: md`**Proposal, from everything but you**`, zh: md`**建议（不含你的评分）**` },
  colDimension: { en: 'Dimension', zh: '维度' },
  colOthers: { en: 'The others', zh: '其他来源' },
  colProposal: { en: 'Proposal', zh: '建议' },
  colYours: { en: 'Yours', zh: '你的评分' },
  colOwn: { en: 'Own view', zh: '自评' },
  colReason: { en: 'Reason', zh: '理由' },
  asProposed: { en: 'as proposed', zh: '同建议' },
  allComments: { en: 'All comments', zh: '全部评语' },
  toRate: { en: 'please rate', zh: '请评分' },
  nothing: { en: '–', zh: '–' },
  improvementWaits: {
    en: (n: number, of: number): Md =>
      md`Team development counts how the reports’ scores changed: known for ${n} of ${of} so far, and needs three.`,
    zh: (n: number, of: number): Md =>
      md`下属绩效提升按下属得分变化计算：目前已知 ${n} / ${of} 人，至少需要三人。`,
  },
  questions: { en: md`**Asked and answered**`, zh: md`**追问与回答**` },
  question: {
    en: (who: string, when: Date, text: string): Md => md`${person(who)}, ${when}: ${text}`,
    zh: (who: string, when: Date, text: string): Md => md`${person(who)}，${when}：${text}`,
  },
  waitingFor: {
    en: (whom: string): Md => md`Waiting for an answer from ${whom}.`,
    zh: (whom: string): Md => md`等待${whom}回答。`,
  },
  hr: { en: 'HR', zh: '人力资源' },
  hints: { en: md`**Before you send**`, zh: md`**提交前看一眼**` },
  approve: { en: 'Approve', zh: '同意建议' },
  send: { en: 'Send', zh: '提交' },
  adjust: { en: 'Adjust', zh: '调整' },
  askMore: { en: 'Ask for more', zh: '追问' },
  undo: { en: 'Undo', zh: '撤回' },
  after: {
    en: md`After you send it, your own manager decides. The person sees nothing before the results are released.`,
    zh: md`提交后由你的上级经理审批。结果发布之前，本人看不到任何内容。`,
  },
  notComputable: {
    en: (why: string): Md => md`As it stands no score can be computed: ${why}.`,
    zh: (why: string): Md => md`目前还算不出得分：${why}。`,
  },
  managerMissing: { en: 'your rating is missing', zh: '缺少你的评分' },
  weightsUnsettled: { en: 'the weights of the goals are not settled', zh: '目标权重没有确定' },
  numberMissing: { en: 'a key result has no number', zh: '有关键结果没有数字' },
  noSource: { en: 'a dimension has no source at all', zh: '有维度没有任何来源' },
  givers: {
    en: (group: string, n: string) => `${group} (${n})`,
    zh: (group: string, n: string) => `${group}（${n} 人）`,
  },
  together: { en: 'everybody together', zh: '全部合计' },
});
