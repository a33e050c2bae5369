/** Writing a review: of a colleague, and of oneself. */
import { catalogue, listWords } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';

export const said = catalogue({
  confidential: {
    en: (k: number): Md =>
      md`Confidential: only means of ${k} or more people are shown, comments are mixed and stripped of names; nobody, HR included, sees who said what.`,
    zh: (k: number): Md =>
      md`保密：只展示 ${k} 人及以上的平均分，评语打散混排并去掉姓名；包括 HR 在内，没有人能看到谁说了什么。`,
  },
  title: {
    en: (name: string) => `Feedback for ${name}`,
    zh: (name: string) => `给 ${name} 的评价`,
  },
  as_peer: { en: md`You are asked as a colleague.`, zh: md`请你以同事的身份评价。` },
  as_report: {
    en: md`You are asked because you report to this person. Your own rating does not depend on it.`,
    zh: md`请你以下属的身份评价，不会影响你自己的考核。`,
  },
  as_partner: {
    en: md`You are asked as a partner from another unit, about working together.`,
    zh: md`请你以协作伙伴的身份，评价双方的配合。`,
  },
  as_customer: { en: md`You are asked as a customer.`, zh: md`请你以客户的身份评价。` },
  progress: {
    en: (minutes: number) =>
      minutes > 0 ? `Sent, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left` : 'Sent',
    zh: (minutes: number) => (minutes > 0 ? `已提交，还需约 ${minutes} 分钟` : '已提交'),
  },
  saved: {
    en: md`Each tap is saved. Close it and go on tomorrow if you like.`,
    zh: md`每点一下都会保存，随时可以关掉，明天再继续。`,
  },
  option: {
    en: (level: string, name: string) => `${level} · ${name}`,
    zh: (level: string, name: string) => `${level} · ${name}`,
  },
  means: {
    en: (dimension: string, means: string): Md => md`${dimension}: ${means}`,
    zh: (dimension: string, means: string): Md => md`${dimension}：${means}`,
  },
  wantsExample: {
    en: (dimension: string): Md => md`${bold(dimension)}: a 1 or a 5 needs an example of what happened.`,
    zh: (dimension: string): Md => md`${bold(dimension)}：打 1 分或 5 分，需要写一个具体的例子。`,
  },
  example: {
    en: (dimension: string, text: string): Md => md`Example, ${dimension}: ${text}`,
    zh: (dimension: string, text: string): Md => md`「${dimension}」的例子：${text}`,
  },
  keep: { en: 'Keep doing', zh: '继续保持' },
  differ: { en: 'Do differently', zh: '可以调整' },
  keepLine: {
    en: (text: string): Md => md`${bold('Keep doing')}: ${text}`,
    zh: (text: string): Md => md`${bold('继续保持')}：${text}`,
  },
  differLine: {
    en: (text: string): Md => md`${bold('Do differently')}: ${text}`,
    zh: (text: string): Md => md`${bold('可以调整')}：${text}`,
  },
  best: {
    en: md`“Great” helps little: what did they do, and what did it change?`,
    zh: md`只说「很棒」帮助不大：对方做了什么，带来了什么变化？`,
  },
  bestSelf: {
    en: md`What did you do, and what did it change? A fact says more than “good”.`,
    zh: md`你做了什么，带来了什么变化？一个事实胜过一句「不错」。`,
  },
  write: { en: 'Write comments', zh: '写评语' },
  writeAgain: { en: 'Change comments', zh: '修改评语' },
  writeExample: { en: 'Write the example', zh: '写例子' },
  send: { en: 'Send', zh: '提交' },
  sendAgain: { en: 'Send the change', zh: '提交修改' },
  decline: { en: 'Decline', zh: '婉拒' },
  takeBack: { en: 'Take it back', zh: '撤回' },
  next: {
    en: (name: string) => `Next: ${name}`,
    zh: (name: string) => `下一位：${name}`,
  },
  toList: { en: 'All my reviews', zh: '全部评价' },
  sent: {
    en: (locks: Date): Md =>
      md`Sent, thank you. You can change it until ${locks}; after that it is mixed with the others.`,
    zh: (locks: Date): Md => md`已提交，谢谢。${locks} 前都可以修改，之后会与其他人的评价混在一起。`,
  },
  changed: {
    en: md`You changed something since. What you sent before counts until you send the change.`,
    zh: md`提交之后你又改动过。在提交修改之前，以上次提交的为准。`,
  },
  over: {
    en: md`Closed. What was sent is mixed with what others said; not even I can tell which part is whose.`,
    zh: md`已截止。提交的内容已与其他人的混在一起，连我也分不出哪句是谁写的。`,
  },
  overUnsent: {
    en: md`Closed. You did not send this one, so nothing of it was taken; your draft is gone.`,
    zh: md`已截止。这一份没有提交，所以没有采用，草稿也已删除。`,
  },
  closed: {
    en: md`This review is no longer needed. What you wrote is deleted.`,
    zh: md`这份评价已不再需要，你写的内容已删除。`,
  },
  declined: {
    en: md`You declined. Your reason stays between you and me; I only ask for somebody else.`,
    zh: md`你已婉拒。原因只有你我知道，我会请人另找一位。`,
  },
  redacted: {
    en: md`HR took a comment out of the feedback for this person before it could be read, because it was abusive or pointed at somebody. Nobody knows whose it was; if it was yours, your numbers stay.`,
    zh: md`在对方看到之前，HR 从收到的评语里去掉了一句，因为它带有攻击性或能认出某个人。没有人知道是谁写的；如果是你写的，评分仍然有效。`,
  },
  wordsTitle: {
    en: (name: string) => `Comments for ${name}`,
    zh: (name: string) => `给 ${name} 的评语`,
  },
  wordsIntro: {
    en: md`Say what you saw and what it led to. Leave out names, places and dates that tell who you are.`,
    zh: md`写你看到的行为和它带来的影响。请不要写能认出你的姓名、地点和日期。`,
  },
  wordsHint: {
    en: 'For example: “Wrote the hand-over list before the release, so that support had answers on day one.”',
    zh: '例如：「发布前写好了交接清单，客服第一天就能答上来。」',
  },
  differHint: {
    en: 'For example: “Say in the first meeting what is missing; we found out in week three.”',
    zh: '例如：「缺什么在第一次会上就讲，我们到第三周才知道。」',
  },
  exampleField: {
    en: (dimension: string) => `Example: ${dimension}`,
    zh: (dimension: string) => `例子：${dimension}`,
  },
  exampleHint: {
    en: 'What happened? It is mixed into the comments, without the number.',
    zh: '发生了什么？会混入评语，但不带分数。',
  },
  exampleHintSelf: { en: 'What happened?', zh: '发生了什么？' },
  save: { en: 'Save', zh: '保存' },
  savedToast: { en: 'Saved.', zh: '已保存。' },
  sentToast: { en: 'Sent, thank you.', zh: '已提交，谢谢。' },
  declineTitle: { en: 'Decline this review', zh: '婉拒这份评价' },
  declineIntro: {
    en: md`Better than a guess. Your reason stays between you and me; whoever named you only hears that somebody else is needed.`,
    zh: md`比勉强评价更好。原因只有你我知道，提名你的一方只会知道需要另找一位。`,
  },
  declineReason: { en: 'Reason', zh: '原因' },
  reason_little: { en: 'We hardly worked together', zh: '合作太少' },
  reason_conflict: { en: 'I would not be fair', zh: '很难做到公正' },
  reason_load: { en: 'I have too many reviews', zh: '手上的评价太多' },
  reason_other: { en: 'Something else', zh: '其他' },
  declineNote: { en: 'In your own words', zh: '补充说明' },

  listTitle: {
    en: (n: number) => (n === 1 ? 'Feedback for a colleague' : `Feedback for ${n} colleagues`),
    zh: (n: number) => (n === 1 ? '给一位同事的评价' : `给 ${n} 位同事的评价`),
  },
  listDone: { en: 'Feedback for colleagues', zh: '给同事的评价' },
  listIntro: {
    en: (cycle: string, due: string): Md => md`${bold(cycle)}: please answer by ${due}.`,
    zh: (cycle: string, due: string): Md => md`${bold(cycle)}：请在 ${due}前完成。`,
  },
  listWho: { en: 'Colleague', zh: '同事' },
  listAs: { en: 'You are', zh: '你的身份' },
  listState: { en: 'Status', zh: '状态' },
  role_peer: { en: 'colleague', zh: '同事' },
  role_report: { en: 'report', zh: '下属' },
  role_partner: { en: 'partner', zh: '协作伙伴' },
  role_customer: { en: 'customer', zh: '客户' },
  state_open: { en: 'not begun', zh: '未开始' },
  state_begun: { en: 'begun', zh: '填写中' },
  state_sent: { en: 'sent', zh: '已提交' },
  state_declined: { en: 'declined', zh: '已婉拒' },
  state_closed: { en: 'not needed any more', zh: '不再需要' },
  state_unsent: { en: 'not sent', zh: '未提交' },
  start: { en: 'Start', zh: '开始' },
  goOn: { en: 'Go on', zh: '继续' },
  openOne: { en: 'Open', zh: '打开' },
  none: {
    en: md`Nobody has asked you for a review at the moment.`,
    zh: md`目前没有需要你评价的同事。`,
  },
  thanks: {
    en: md`All sent, thank you. You can still change them until the assessment locks.`,
    zh: md`已全部提交，谢谢。评估锁定之前仍可修改。`,
  },

  unrated: {
    en: (names: readonly string[]) => `Still to rate: ${listWords('en', names)}.`,
    zh: (names: readonly string[]) => `还没评：${listWords('zh', names)}。`,
  },
  unexampled: {
    en: (names: readonly string[]) => `A 1 or a 5 needs an example: ${listWords('en', names)}.`,
    zh: (names: readonly string[]) => `打 1 分或 5 分需要写例子：${listWords('zh', names)}。`,
  },
  nothingIn: {
    en: 'There is nothing in it yet. If you cannot judge anything, please decline; that helps more.',
    zh: '目前什么都没有。如果都无法评价，请点「婉拒」，这样更有帮助。',
  },
  notAsked: {
    en: 'This is not asked here. The card shows what is.',
    zh: '这里不评这一项，请看卡片上的内容。',
  },
  onlyGiver: {
    en: 'Only the one who was asked can open this.',
    zh: '只有受邀评价的人可以打开。',
  },
  alreadyDeclined: {
    en: 'You declined this one; somebody else is being asked.',
    zh: '你已婉拒这一份，正在另找他人。',
  },
  notNeeded: { en: 'This review is no longer needed.', zh: '这份评价已不再需要。' },
  notSent: { en: 'It has not been sent.', zh: '还没有提交。' },
  paused: {
    en: 'The cycle is paused. What you wrote is kept; go on when HR resumes it.',
    zh: '周期已暂停，你写的内容都保存着，HR 恢复后再继续。',
  },
  cancelled: { en: 'This cycle was cancelled.', zh: '这个周期已取消。' },
  locked: {
    en: 'The assessment is locked; nothing is taken any more.',
    zh: '评估已锁定，不再接收。',
  },
  notOpen: { en: 'The assessment has not opened yet.', zh: '评估还没有开始。' },
  noCycle: {
    en: 'No cycle with an assessment is running for you.',
    zh: '目前没有你参与且处于评估阶段的周期。',
  },
});
