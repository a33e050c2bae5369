/** What played people write, so that a try-out reads like a company. */
import { catalogue } from '../core/i18n.ts';

const of = (list: readonly string[], n: number): string => list[n % list.length] ?? '';

const keepEn = [
  'Wrote the hand-over list before the release, so support had answers on day one.',
  'Asked the two customers who had left and brought back three concrete reasons.',
  'Splits big tasks early; we could review each part within a day.',
  'Shared the numbers every Monday without being asked, which kept our plan honest.',
  'Sat down with the new colleague for an hour each week until she could work alone.',
  'Answers on the same day, even if the answer is when the real one will come.',
  'Names a risk together with a way around it; the March plan survived because of that.',
  'Writes minutes that people who were not there can work with.',
  'Tests with a real customer before saying that it is done.',
];
const keepZh = [
  '发布前写好了交接清单，客服第一天就能答上来。',
  '主动联系了两位流失客户，带回三条具体原因。',
  '任务拆得早，我们一天之内就能看完每一部分。',
  '每周一主动同步数据，计划一直没有跑偏。',
  '每周花一小时带新同事，直到她能独立处理。',
  '当天就有回音，哪怕只是说明什么时候能答复。',
  '提出风险时会一并给出办法，三月的计划因此没有中断。',
  '会议纪要写得清楚，没参会的人也能接着做。',
  '说「做完了」之前，会先请真实客户试一遍。',
];
const differEn = [
  'Say in the first meeting what is missing; we found out in week three.',
  'Decisions taken in the hallway should reach the channel the same day.',
  'Give the estimate as a range; the single date moved twice.',
  'Let others finish in discussions; two ideas were lost in the last review.',
  'Book time for questions before the deadline, not after it.',
  'Ask for help in the first week; the others would have had time.',
  'Keep the list of open points in one place; it lives in three now.',
  'Tell the neighbouring team before a change, not with it.',
  'Choose one goal to say no to; all of them moved a little, none arrived.',
];
const differZh = [
  '缺什么在第一次会上就讲，我们到第三周才知道。',
  '走廊里定下来的事，当天同步到群里。',
  '给时间时说个区间，单一日期已经改过两次。',
  '讨论时让别人说完，上次评审有两个想法没讲出来。',
  '截止之前留出答疑时间，不要放到之后。',
  '第一周就开口求助，那时别人还有时间。',
  '待办集中放在一个地方，现在分散在三处。',
  '改动之前先告诉相邻的团队，不要改完才说。',
  '敢于放下一个目标，现在每个都动了一点，但都没有到位。',
];
const goodEn = [
  'The launch checklist was theirs, and it caught two errors before customers did.',
  'Stayed on the call until the other team could go on, and wrote down how.',
  'Took the angry customer’s call on a Friday evening; they renewed in the same month.',
];
const goodZh = [
  '上线清单是对方做的，在客户发现之前就拦下了两处错误。',
  '一直陪到对方团队能继续，并把做法写了下来。',
  '周五晚上接了客户的投诉电话，当月客户就续约了。',
];
const poorEn = [
  'The report came ten days after the meeting that needed it; a word beforehand would have helped.',
  'Two hand-overs were left open over a weekend, and nobody knew whom to ask.',
  'The decision was changed in March without telling the team that was building on it.',
];
const poorZh = [
  '会议要用的报告晚了十天，如果提前说一声，大家就能调整。',
  '有两次交接在周末前没有完成，别人不知道该问谁。',
  '三月改了决定，却没有告诉正在依此开发的团队。',
];
const ownKeepEn = [
  'I wrote the hand-over list before the release, so support had answers on day one.',
  'I shared the numbers every Monday, also when they were not good.',
  'I asked for help in the first week of the migration and not in the last.',
];
const ownKeepZh = [
  '发布前我写好了交接清单，客服第一天就能答上来。',
  '每周一我都同步数据，数字不好看的时候也一样。',
  '迁移的第一周我就开口求助，没有拖到最后。',
];
const ownDifferEn = [
  'I gave a single date twice and moved it twice; a range would have been honest.',
  'I would bring the open questions to the first meeting, not to the third.',
  'I took on two projects at once and should have named the order.',
];
const ownDifferZh = [
  '我两次只给了一个日期，又两次推迟，下次先给区间。',
  '待确认的问题，我应该第一次会上就提，不要等到第三次。',
  '同时接了两个项目，应该先说清楚先后。',
];
const ownGoodEn = [
  'The template of January was mine; five colleagues work with it now.',
  'I led the migration in February, and no customer noticed it.',
];
const ownGoodZh = [
  '一月的模板是我做的，现在有五位同事在用。',
  '二月的系统迁移由我负责，客户没有受到任何影响。',
];
const ownPoorEn = [
  'My report came ten days late, and I did not say so beforehand.',
  'I left the hand-over open before my week off.',
];
const ownPoorZh = ['我的报告晚了十天，而且没有提前说。', '休假之前，我没有把交接做完。'];

type Of = 'good' | 'poor';
const others = { en: { good: goodEn, poor: poorEn }, zh: { good: goodZh, poor: poorZh } };
const own = { en: { good: ownGoodEn, poor: ownPoorEn }, zh: { good: ownGoodZh, poor: ownPoorZh } };

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
  ownKeep: { en: (n: number) => of(ownKeepEn, n), zh: (n: number) => of(ownKeepZh, n) },
  ownDiffer: { en: (n: number) => of(ownDifferEn, n), zh: (n: number) => of(ownDifferZh, n) },
  example: {
    en: (kind: Of, n: number) => of(others.en[kind], n),
    zh: (kind: Of, n: number) => of(others.zh[kind], n),
  },
  ownExample: {
    en: (kind: Of, n: number) => of(own.en[kind], n),
    zh: (kind: Of, n: number) => of(own.zh[kind], n),
  },
});
