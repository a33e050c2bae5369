import { catalogue, type Locale, listWords, numberWords } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';
import { announce } from '../cycles/messages-announce.ts';
import type { LeftOut } from './figures.ts';
import { say } from './messages.ts';
import type { BatchState, Outcome } from './model.ts';

const why: Record<Locale, Record<LeftOut, string>> = {
  en: {
    appeal: 'waits: appeal open',
    noResult: 'no result given out yet',
    withdrawn: 'withdrawn from the cycle',
    notEligible: 'not eligible',
  },
  zh: {
    appeal: '申诉处理中，暂缓',
    noResult: '结果尚未发布',
    withdrawn: '已退出周期',
    notEligible: '不参与本周期',
  },
};

/** '3', '2.5'; what does not end is cut to two places behind a tilde. */
export function monthsWords(l: Locale, exact: string): string {
  const [n = '0', d = '1'] = exact.split('/');
  const value = Number(n) / Number(d);
  const short = numberWords(l, Math.round(value * 100) / 100);
  return Number.isInteger(value * 100) ? short : `~${short}`;
}

/** '2–5 %', '6.5 %'. */
export function raiseWords(l: Locale, raise: Outcome['raise']): string {
  if (!raise) return '–';
  const unit = l === 'en' ? ' %' : '%';
  return raise.from === raise.to ? `${raise.from}${unit}` : `${raise.from}–${raise.to}${unit}`;
}

export const dimensionWords = (l: Locale, training: readonly string[]): string =>
  listWords(
    l,
    training.map((d) => announce(l).dimension(d)),
  );

/** What HR and who approves see. */
export const office = catalogue({
  title: { en: (cycle: string) => `Outcomes · ${cycle}`, zh: (cycle: string) => `结果应用 · ${cycle}` },
  about: {
    en: md`From released results to what they lead to, by the rules that were published at the kick-off. Nothing holds before a second person approves. You are not in these numbers yourself.`,
    zh: md`按启动时公布的规则，把已发布的结果转为应用。须经第二人批准才生效。数字不含你本人。`,
  },
  free: {
    en: (n: number): Md =>
      n === 1
        ? md`${bold('One person')} has a result and is in no batch yet.`
        : md`${bold(`${n} people`)} have a result and are in no batch yet.`,
    zh: (n: number): Md => md`${bold(`${n} 人`)} 已有结果、尚未进入任何批次。`,
  },
  nobodyFree: { en: md`Everybody who has a result is in a batch.`, zh: md`有结果的同事都已在批次里。` },
  leftOutLine: {
    en: (reason: string, n: number) => `${reason}: ${n}`,
    zh: (reason: string, n: number) => `${reason}：${n} 人`,
  },
  leftOut: {
    en: (list: string): Md => md`Not in it: ${list}.`,
    zh: (list: string): Md => md`未纳入：${list}。`,
  },
  why: { en: (w: LeftOut) => why.en[w], zh: (w: LeftOut) => why.zh[w] },
  make: { en: 'Make the batch', zh: '生成批次' },
  showLeftOut: { en: 'Who is not in it', zh: '查看未纳入人员' },
  colBatch: { en: 'Batch', zh: '批次' },
  colState: { en: 'State', zh: '状态' },
  colPeople: { en: 'People', zh: '人数' },
  colTotal: { en: 'Coefficients', zh: '系数合计' },
  open: { en: (name: string) => `Open ${name}`, zh: (name: string) => `打开${name}` },
  batchName: {
    en: (n: number, delta: boolean) => (delta ? `batch ${n}, differences` : `batch ${n}`),
    zh: (n: number, delta: boolean) => (delta ? `第 ${n} 批（差额）` : `第 ${n} 批`),
  },
  batchTitle: {
    en: (cycle: string, name: string) => `Outcomes · ${cycle}, ${name}`,
    zh: (cycle: string, name: string) => `结果应用 · ${cycle}，${name}`,
  },
  making: {
    en: md`I am reckoning it. This takes about a minute; the card changes when it is done.`,
    zh: md`正在计算，大约一分钟，完成后这张卡片会更新。`,
  },
  stateLine: {
    en: (state: BatchState): Md => md`State: ${bold(say('en').state(state))}`,
    zh: (state: BatchState): Md => md`状态：${bold(say('zh').state(state))}`,
  },
  draftNext: {
    en: md`Look at the rows, set exceptions where the rules do not fit, then submit. Until somebody else approves, nobody in it sees anything.`,
    zh: md`请先核对各行，规则不合适的可设例外，再提交审批。他人批准前，被评人看不到任何内容。`,
  },
  submittedBy: {
    en: (who: string, at: Date): Md => md`Submitted by ${person(who)}, ${at}.`,
    zh: (who: string, at: Date): Md => md`${person(who)} 于 ${at} 提交。`,
  },
  submittedNext: {
    en: md`An executive or the head of HR decides now; nothing changes meanwhile.`,
    zh: md`等待高层或人力资源负责人审批，期间内容不变。`,
  },
  secondNext: {
    en: md`Your approval makes it hold: five minutes later everybody in it reads their own row, managers those of their team. Your own row is not in here; somebody else approves it.`,
    zh: md`批准五分钟后生效：本人可查看自己的一行，直线经理可查看团队。你本人的一行不在其中，由其他人审批。`,
  },
  returnedBy: {
    en: (who: string, reason: string): Md => md`Returned by ${person(who)}: ${reason}`,
    zh: (who: string, reason: string): Md => md`${person(who)} 退回：${reason}`,
  },
  approvedBy: {
    en: (who: string, at: Date): Md => md`Approved by ${person(who)}, ${at}.`,
    zh: (who: string, at: Date): Md => md`${person(who)} 于 ${at} 批准。`,
  },
  holdsAt: {
    en: (at: Date): Md => md`It holds from ${at}; until then it can be taken back.`,
    zh: (at: Date): Md => md`${at} 起生效，此前可以撤回。`,
  },
  holdsNow: {
    en: md`It holds. Everybody in it has their card; managers see their team. Next: the file for payroll.`,
    zh: md`已生效。本人已收到卡片，直线经理可查看团队。下一步：导出给薪酬的文件。`,
  },
  heldBack: {
    en: (n: number): Md =>
      n === 1
        ? md`One person’s appeal was open and held back; they come with a later batch.`
        : md`${n} people’s appeals were open and held back; they come with a later batch.`,
    zh: (n: number): Md => md`${n} 人因申诉处理中暂缓，将进入后续批次。`,
  },
  ownWaits: {
    en: (who: string): Md =>
      md`The row of ${person(who)}, who approved the others, waits for somebody else’s approval.`,
    zh: (who: string): Md => md`审批人 ${person(who)} 本人的一行，须由其他人审批。`,
  },
  ownRow: {
    en: (what: string): Md => md`It reads: ${what}.`,
    zh: (what: string): Md => md`内容：${what}。`,
  },
  ownApprovedBy: {
    en: (who: string): Md => md`The approver’s own row was approved by ${person(who)}.`,
    zh: (who: string): Md => md`审批人本人的一行由 ${person(who)} 批准。`,
  },
  exportedBy: {
    en: (who: string, at: Date, n: number): Md => md`Exported by ${person(who)}, ${at}: ${n} rows.`,
    zh: (who: string, at: Date, n: number): Md => md`${person(who)} 于 ${at} 导出，共 ${n} 行。`,
  },
  dropped: { en: md`Discarded. Nothing of it holds.`, zh: md`已作废，其中内容均不生效。` },
  colGrade: { en: 'Grade', zh: '等级' },
  noGrade: { en: 'No grade', zh: '无等级' },
  total: { en: 'Total of coefficients', zh: '系数合计' },
  difference: { en: 'Changes the total by', zh: '合计变化' },
  pool: { en: 'Pool', zh: '奖金池' },
  poolUse: {
    en: (percent: string): string => `${percent} % used`,
    zh: (percent: string): string => `已用 ${percent}%`,
  },
  exceptions: { en: 'Exceptions', zh: '例外' },
  overPool: {
    en: (by: string): Md =>
      md`The total is ${bold(by)} above the pool. Nobody is scaled down by itself: raise the pool, or set exceptions with a reason.`,
    zh: (by: string): Md =>
      md`合计超出奖金池 ${bold(by)}。系统不会自动下调任何人：请追加奖金池，或写明理由设置例外。`,
  },
  noPool: { en: md`The scheme names no pool to compare with.`, zh: md`方案未设奖金池，无从对比。` },
  ownHidden: {
    en: md`Your own row is not in these numbers.`,
    zh: md`以上数字不含你本人的一行。`,
  },
  rows: { en: 'See the rows', zh: '查看明细' },
  exceptionRows: { en: 'See the exceptions', zh: '查看例外' },
  file: { en: 'Draft file (.xlsx)', zh: '草稿文件（.xlsx）' },
  submit: { en: 'Submit for approval', zh: '提交审批' },
  drop: { en: 'Discard', zh: '作废' },
  dropSure: { en: 'Discard this batch with its exceptions?', zh: '确定作废这一批及其中的例外吗？' },
  approve: { en: 'Approve', zh: '批准' },
  approveSure: {
    en: 'Approve all rows but your own? They hold in five minutes.',
    zh: '批准除你本人以外的所有行吗？五分钟后生效。',
  },
  back: { en: 'Return', zh: '退回' },
  undo: { en: 'Undo', zh: '撤回' },
  approveOwn: { en: 'Approve that row', zh: '批准该行' },
  exportXlsx: { en: 'Export (.xlsx)', zh: '导出（.xlsx）' },
  exportCsv: { en: 'Export (.csv)', zh: '导出（.csv）' },

  rowsTitle: { en: (name: string) => `Rows · ${name}`, zh: (name: string) => `明细 · ${name}` },
  exceptedTitle: { en: (name: string) => `Exceptions · ${name}`, zh: (name: string) => `例外 · ${name}` },
  colName: { en: 'Name', zh: '姓名' },
  colMonths: { en: 'Months', zh: '计入月数' },
  colCoefficient: { en: 'Coefficient', zh: '系数' },
  colRaise: { en: 'Raise', zh: '调薪' },
  colPromotion: { en: 'Promotion', zh: '晋升' },
  colLikes: { en: 'Prefers', zh: '认可偏好' },
  colWhy: { en: 'Why', zh: '原因' },
  candidate: { en: 'candidate', zh: '候选' },
  starred: { en: md`* HR decided otherwise than the rules.`, zh: md`* 为 HR 设置的例外。` },
  exceptionLine: {
    en: (name: string, what: string, by: string, reason: string): Md =>
      md`${bold(name)}: ${what} (${by}). ${reason}`,
    zh: (name: string, what: string, by: string, reason: string): Md =>
      md`${bold(name)}：${what}（${by}）。${reason}`,
  },
  noRows: { en: md`There is nothing to show here.`, zh: md`这里没有内容。` },
  openRow: { en: 'Open a row', zh: '打开一行' },
  next: { en: 'Next', zh: '下一页' },
  previous: { en: 'Back', zh: '上一页' },
  leftOutTitle: {
    en: (cycle: string) => `Not in a batch · ${cycle}`,
    zh: (cycle: string) => `未纳入人员 · ${cycle}`,
  },

  rowTitle: { en: (name: string) => `Outcome of ${name}`, zh: (name: string) => `${name} 的结果应用` },
  byRules: { en: 'By the rules', zh: '按规则' },
  holds: { en: 'Holds', zh: '实际' },
  before: { en: 'Before', zh: '原先' },
  outside: {
    en: md`The raise lies outside of the grade’s band.`,
    zh: md`调薪超出该等级的幅度。`,
  },
  likes: {
    en: (what: string): Md => md`Would like best: ${what}. It decides nothing.`,
    zh: (what: string): Md => md`最希望得到：${what}。仅供参考。`,
  },
  except: { en: 'Set an exception', zh: '设置例外' },
  change: { en: 'Change the exception', zh: '修改例外' },
  asRules: { en: 'Back to the rules', zh: '恢复按规则' },

  exceptTitle: { en: (name: string) => `Exception for ${name}`, zh: (name: string) => `为 ${name} 设置例外` },
  exceptIntro: {
    en: (what: string): Md =>
      md`By the rules: ${what}. What you leave empty stays so. Whoever approves reads your reason.`,
    zh: (what: string): Md => md`按规则：${what}。留空的项保持不变。审批人会看到你写的理由。`,
  },
  coefficient: { en: 'Bonus coefficient', zh: '奖金系数' },
  coefficientHint: {
    en: 'Counts as it stands, it is not multiplied by months again.',
    zh: '按填写的数值直接使用，不再按月数折算。',
  },
  raise: { en: 'Raise in percent', zh: '调薪幅度（%）' },
  promotion: { en: 'Promotion candidate', zh: '晋升候选' },
  yes: { en: 'Yes', zh: '是' },
  no: { en: 'No', zh: '否' },
  reason: { en: 'Reason', zh: '理由' },
  keep: { en: 'Keep', zh: '保存' },
  returnTitle: { en: 'Return the batch', zh: '退回批次' },
  returnHint: { en: 'What should be different?', zh: '哪里需要调整？' },
  saidCoefficient: { en: (c: string) => `coefficient ${c}`, zh: (c: string) => `系数 ${c}` },
  saidRaise: { en: (r: string) => `raise ${r}`, zh: (r: string) => `调薪 ${r}` },
  saidCandidate: { en: 'promotion candidate', zh: '晋升候选' },
  saidNoCandidate: { en: 'no promotion candidate', zh: '非晋升候选' },
  saidNothing: { en: 'no grade, so nothing by the rules', zh: '无等级，规则不适用' },

  changedTitle: {
    en: (name: string) => `A result changed: ${name}`,
    zh: (name: string) => `结果有变化：${name}`,
  },
  changed: {
    en: (cycle: string): Md =>
      md`An appeal changed a result of ${cycle} before its outcome was approved. The row is reckoned again by the rules.`,
    zh: (cycle: string): Md => md`${cycle} 中有一项结果在批准前因申诉调整，该行已按规则重新计算。`,
  },
  changedException: {
    en: md`The exception on it was about the old result and is gone; set it again if it still fits.`,
    zh: md`原例外针对旧结果，已移除；如仍适用请重新设置。`,
  },
  changedBack: {
    en: md`The batch is a draft again: look at it and submit it anew.`,
    zh: md`批次已回到草稿状态，请核对后重新提交。`,
  },
  deltaAbout: {
    en: md`Differences after appeals: the old row is taken back, the new one put in its place. Nobody else’s row changes.`,
    zh: md`申诉后的差额：撤回原行，改用新行。其他人的行不受影响。`,
  },

  taskMake: {
    en: (cycle: string) => `Make the outcome batch · ${cycle}`,
    zh: (cycle: string) => `生成结果应用批次 · ${cycle}`,
  },
  taskSubmit: {
    en: (cycle: string) => `Check and submit outcomes · ${cycle}`,
    zh: (cycle: string) => `核对并提交结果应用 · ${cycle}`,
  },
  taskDelta: {
    en: (cycle: string) => `Differences after appeals · ${cycle}`,
    zh: (cycle: string) => `申诉后的差额 · ${cycle}`,
  },
  taskApprove: {
    en: (cycle: string) => `Approve outcomes · ${cycle}`,
    zh: (cycle: string) => `审批结果应用 · ${cycle}`,
  },
  taskOwn: {
    en: (cycle: string) => `Approve the approver’s own row · ${cycle}`,
    zh: (cycle: string) => `审批审批人本人的一行 · ${cycle}`,
  },
  taskExport: {
    en: (cycle: string) => `Export outcomes · ${cycle}`,
    zh: (cycle: string) => `导出结果应用 · ${cycle}`,
  },
  openTask: { en: 'Open', zh: '打开' },
  homeLine: {
    en: (cycle: string, batch: string, state: string): Md =>
      md`${bold('Outcomes')} · ${cycle}, ${batch}: ${state}`,
    zh: (cycle: string, batch: string, state: string): Md =>
      md`${bold('结果应用')} · ${cycle}，${batch}：${state}`,
  },
});
