/** What was published, for those who may read it; HR's look through the comments; home, tasks and facts. */
import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

export const read = catalogue({
  receivedTitle: {
    en: (cycle: string) => `What colleagues say · ${cycle}`,
    zh: (cycle: string) => `同事的评价 · ${cycle}`,
  },
  subjectTitle: {
    en: (name: string, cycle: string) => `Reviews of ${name} · ${cycle}`,
    zh: (name: string, cycle: string) => `${name} 的评价 · ${cycle}`,
  },
  rules: {
    en: (k: number): Md =>
      md`Means of ${k} or more people, in steps of a half; comments mixed. It was frozen when the assessment locked and does not change any more.`,
    zh: (k: number): Md =>
      md`展示 ${k} 人及以上的平均分，精确到 0.5；评语打散混排。评估锁定时已固定，不再变化。`,
  },
  dimension: { en: 'Dimension', zh: '维度' },
  group: { en: 'Who', zh: '来源' },
  mean: { en: 'Mean', zh: '平均分' },
  people: { en: 'People', zh: '人数' },
  of_peer: { en: 'colleagues', zh: '同事' },
  of_report: { en: 'reports', zh: '下属' },
  of_partner: { en: 'partners', zh: '协作伙伴' },
  of_customer: { en: 'customers', zh: '客户' },
  of_together: { en: 'all together', zh: '合计' },
  chartAlt: {
    en: (dimension: string, shares: string) => `${dimension}, share of each level: ${shares}`,
    zh: (dimension: string, shares: string) => `${dimension}，各等级占比：${shares}`,
  },
  share: { en: 'Share in %', zh: '占比（%）' },
  nothing: {
    en: (k: number): Md => md`Fewer than ${k} people of any group answered, so nothing is shown.`,
    zh: (k: number): Md => md`每一类评价人都不足 ${k} 位，因此不展示。`,
  },
  notYet: {
    en: md`What colleagues say is put together when the assessment locks.`,
    zh: md`同事的评价会在评估锁定时汇总。`,
  },
  keepHead: { en: md`${bold('Keep doing')}`, zh: md`${bold('继续保持')}` },
  differHead: { en: md`${bold('Do differently')}`, zh: md`${bold('可以调整')}` },
  line: { en: (text: string): Md => md`– ${text}`, zh: (text: string): Md => md`– ${text}` },
  morePages: { en: 'More comments', zh: '更多评语' },
  redactedLines: {
    en: (n: number): Md => (n === 1 ? md`HR took out one sentence.` : md`HR took out ${n} sentences.`),
    zh: (n: number): Md => md`HR 去掉了 ${n} 句。`,
  },
  selfHead: { en: md`${bold('Their own view')}`, zh: md`${bold('自评')}` },
  selfMissing: { en: md`No self review has been sent.`, zh: md`还没有提交自评。` },
  othersHead: { en: md`${bold('What colleagues say')}`, zh: md`${bold('同事的评价')}` },
  level: { en: 'Level', zh: '等级' },

  checkTitle: {
    en: (done: number, of: number) => `Comments before they are read · ${done} of ${of} looked through`,
    zh: (done: number, of: number) => `评语发布前检查 · 已看 ${done}/${of}`,
  },
  checkIntro: {
    en: (name: string): Md =>
      md`${bold(name)}: take out only what insults, or what points at who wrote it. The numbers stay, all who wrote hear of it, and nobody learns whose it was.`,
    zh: (name: string): Md =>
      md`${bold(name)}：只去掉带有攻击性、或能认出作者的句子。评分不受影响，所有评价人都会收到说明，但没有人知道是谁写的。`,
  },
  takeOut: { en: 'Take out', zh: '去掉' },
  takeOutSure: {
    en: 'Take this sentence out? It cannot be brought back.',
    zh: '去掉这句话？之后无法恢复。',
  },
  takenOut: { en: md`(taken out)`, zh: md`（已去掉）` },
  checked: { en: 'Looked through, next', zh: '看完了，下一位' },
  checkDone: { en: 'All comments are looked through', zh: '评语已全部看过' },
  checkNothing: {
    en: md`There is nothing to look through. Comments come when an assessment locks.`,
    zh: md`目前没有需要看的评语。评估锁定之后才会有。`,
  },
  redactedToast: { en: 'Taken out. The numbers stay.', zh: '已去掉，评分不受影响。' },
  redactedBefore: { en: 'This sentence was taken out already.', zh: '这句话已经去掉了。' },
  lineGone: { en: 'This sentence is no longer there.', zh: '这句话已经不在了。' },
  readAlready: {
    en: 'The person can read it already, so it stays as it is.',
    zh: '本人已经可以看到，不能再改动。',
  },

  ownAfterRelease: {
    en: 'What is said about you comes with your result.',
    zh: '关于你的评价会和绩效结果一起发布。',
  },
  onlyReaders: {
    en: 'Only their manager in this cycle and HR can read this.',
    zh: '只有本周期的直线经理和 HR 可以查看。',
  },
  onlyHrRedacts: {
    en: 'Only HR looks through comments before they are read.',
    zh: '只有 HR 可以在发布前检查评语。',
  },
  notOwnComments: {
    en: 'These are about you; somebody else of HR looks through them.',
    zh: '这些评语是关于你的，由其他 HR 检查。',
  },
  noSuchReport: {
    en: (typed: string) => `I find nobody “${typed}” whose reviews you can read.`,
    zh: (typed: string) => `没有找到你可以查看评价的「${typed}」。`,
  },

  reviewHelp: {
    en: 'My reviews and my self review; with a name: what was said about a report',
    zh: '我的评价和自评；加上姓名可查看下属收到的评价',
  },
  checkHelp: { en: 'Look through comments before they are read', zh: '发布前检查评语' },
  taskGive: {
    en: (n: number) => (n === 1 ? 'Feedback for a colleague' : `Feedback for ${n} colleagues`),
    zh: (n: number) => (n === 1 ? '给一位同事写评价' : `给 ${n} 位同事写评价`),
  },
  taskSelf: { en: 'Your self review', zh: '自评' },
  taskNominate: { en: 'Name who gives you feedback', zh: '提名评价人' },
  taskApprove: {
    en: (n: number) =>
      n === 1 ? 'Reviewers of one person wait for you' : `Reviewers of ${n} people wait for you`,
    zh: (n: number) => `${n} 人的评价人名单等你确认`,
  },
  open: { en: 'Open', zh: '打开' },
  home: { en: md`${bold('Reviews')}`, zh: md`${bold('评价')}` },
  homeGive: { en: 'Feedback for colleagues', zh: '给同事的评价' },
  homeSelf: { en: 'Self review', zh: '自评' },
  homeNominate: { en: 'My reviewers', zh: '我的评价人' },
  homeTeam: { en: 'Reviewers in my team', zh: '团队的评价人' },
  homeReceived: { en: 'What colleagues say', zh: '同事的评价' },
  homeCounts: {
    en: (cycle: string): Md => md`Reviews in ${bold(cycle)}`,
    zh: (cycle: string): Md => md`${bold(cycle)}的评价`,
  },
  countSelf: { en: 'Self reviews sent', zh: '已提交自评' },
  countNamed: { en: 'Reviewer lists approved', zh: '已通过名单' },
  countSent: { en: 'Reviews sent', zh: '已提交评价' },
  countOpen: { en: 'Reviews open', zh: '未完成评价' },
  countDeclined: { en: 'Declined', zh: '已婉拒' },
  ofAll: { en: (n: number, of: number) => `${n} of ${of}`, zh: (n: number, of: number) => `${n}/${of}` },

  factProposed: {
    en: (who: string, n: number): Md => md`${person(who)} named ${n} reviewers.`,
    zh: (who: string, n: number): Md => md`${person(who)} 提名了 ${n} 位评价人。`,
  },
  factApproved: {
    en: (about: string, by: string, n: number): Md =>
      md`${bold(by)} approved ${n} reviewers of ${person(about)}.`,
    zh: (about: string, by: string, n: number): Md =>
      md`${bold(by)} 通过了 ${person(about)} 的 ${n} 位评价人。`,
  },
  factAuto: {
    en: (about: string, n: number): Md => md`${n} reviewers of ${person(about)} were approved by the date.`,
    zh: (about: string, n: number): Md => md`${person(about)} 的 ${n} 位评价人到期自动通过。`,
  },
  factSelf: {
    en: (who: string): Md => md`${person(who)} sent their self review.`,
    zh: (who: string): Md => md`${person(who)} 提交了自评。`,
  },
  factReleased: {
    en: (n: number): Md => md`What colleagues say was frozen, for ${n} people.`,
    zh: (n: number): Md => md`已固定 ${n} 人收到的评价。`,
  },
  factRedacted: {
    en: (about: string, by: string): Md =>
      md`${bold(by)} took a sentence out of the comments for ${person(about)} before they were read.`,
    zh: (about: string, by: string): Md => md`${bold(by)} 在发布前去掉了 ${person(about)} 评语中的一句。`,
  },
  factRead: {
    en: (about: string, by: string): Md => md`${bold(by)} read the reviews of ${person(about)}.`,
    zh: (about: string, by: string): Md => md`${bold(by)} 查看了 ${person(about)} 的评价。`,
  },
});
