/** What played people write, so that a try-out reads like a company. */
import { catalogue } from '../core/i18n.ts';

const of = (list: readonly string[], n: number): string => list[n % list.length] ?? '';

const keepEn = [
  'Wrote the hand-over list before the release, so support had answers on day one.',
  'Asked the two customers who had left and brought back three concrete reasons.',
  'Splits big tasks early; we could review each part within a day.',
  'Shared the numbers every Monday without being asked, which kept our plan honest.',
  'Sat down with the new colleague for an hour each week until she could work alone.',
];
const keepZh = [
  '发布前写好了交接清单，客服第一天就能答上来。',
  '主动联系了两位流失客户，带回三条具体原因。',
  '任务拆得早，我们一天之内就能看完每一部分。',
  '每周一主动同步数据，计划一直没有跑偏。',
  '每周花一小时带新同事，直到她能独立处理。',
];
const differEn = [
  'Say in the first meeting what is missing; we found out in week three.',
  'Decisions taken in the hallway should reach the channel the same day.',
  'Give the estimate as a range; the single date moved twice.',
  'Let others finish in discussions; two ideas were lost in the last review.',
  'Book time for questions before the deadline, not after it.',
];
const differZh = [
  '缺什么在第一次会上就讲，我们到第三周才知道。',
  '走廊里定下来的事，当天同步到群里。',
  '给时间时说个区间，单一日期已经改过两次。',
  '讨论时让别人说完，上次评审有两个想法没讲出来。',
  '截止之前留出答疑时间，不要放到之后。',
];
const exampleEn = [
  'The launch checklist was theirs, and it caught two errors before customers did.',
  'The report came ten days after the meeting that needed it.',
  'Stayed on the call until the other team could go on, and wrote down how.',
];
const exampleZh = [
  '上线清单是对方做的，提前发现了两处错误。',
  '会议用的报告，十天之后才给出来。',
  '一直陪到对方团队能继续，并把做法写了下来。',
];

export const play = catalogue({
  rates: { en: 'rates a colleague', zh: '给同事打分' },
  comments: { en: 'writes comments for a colleague', zh: '给同事写评语' },
  sends: { en: 'sends a review', zh: '提交评价' },
  declines: { en: 'declines a review', zh: '婉拒一份评价' },
  ratesSelf: { en: 'rates their own work', zh: '给自己打分' },
  writesSelf: { en: 'writes about their own work', zh: '写自评' },
  sendsSelf: { en: 'sends the self review', zh: '提交自评' },
  names: { en: 'names reviewers', zh: '提名评价人' },
  approves: { en: 'approves reviewers', zh: '通过评价人名单' },
  settles: { en: 'leaves a list of reviewers as it is', zh: '名单不再补充' },
  keep: { en: (n: number) => of(keepEn, n), zh: (n: number) => of(keepZh, n) },
  differ: { en: (n: number) => of(differEn, n), zh: (n: number) => of(differZh, n) },
  example: { en: (n: number) => of(exampleEn, n), zh: (n: number) => of(exampleZh, n) },
});
