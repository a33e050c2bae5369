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
    en: md`I am working it out. This takes about a minute; the card changes when it is done.`,
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
    en: md`Your approval makes it hold: five minutes later everybody in it reads their own row, managers those of their team.`,
    zh: md`批准五分钟后生效：本人可查看自己的一行，直线经理可查看团队。`,
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
    en: md`Your own row is not in these numbers; somebody else takes care of it.`,
    zh: md`以上数字不含你本人的一行，由其他人处理。`,
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
