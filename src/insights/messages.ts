import { catalogue } from '../core/i18n.ts';
import { bold, inside, type Md, md } from '../core/md.ts';

export const say = catalogue({
  mydataHelp: { en: 'everything of your own, as a file', zh: '导出你自己的全部数据' },
  mydataSent: {
    en: 'Your data is in our direct chat, as a file.',
    zh: '你的数据已作为文件发到我们的私聊里。',
  },
  mydataNote: {
    en: 'Confidential reviews you gave are not in this file: once they are locked, nobody can tell any more which were yours, growloop neither.',
    zh: '你给别人的匿名评价不在这个文件里：锁定之后，谁都无法再认出哪一份是你写的，growloop 也不能。',
  },
  failuresHelp: {
    en: 'messages that did not arrive, and what to do about them',
    zh: '查看没有送达的消息并处理',
  },
  failuresTitle: { en: 'What did not arrive', zh: '没有送达的内容' },
  allArrived: {
    en: md`Everything arrived. Nothing needs you here.`,
    zh: md`全部已送达，无需处理。`,
  },
  failuresIntro: {
    en: md`What the messages say stays with those they were meant for. “Try again” sends them once more; “Send another way” takes the person’s other account, else it asks their manager to tell them; “Done” is for what you settled yourself.`,
    zh: md`消息内容只有收件人能看到。「重试」会再发一次；「换个方式」会发到对方的另一个账号，没有的话请其直线经理转告；自己已经处理好的，点「完成」。`,
  },
  failure: {
    en: (who: string, what: string, why: string, since: Date): Md =>
      md`${bold(who)}: ${what}\n${why} Since ${since}.`,
    zh: (who: string, what: string, why: string, since: Date): Md =>
      md`${bold(who)}：${what}\n${why}始于 ${since}。`,
  },
  messagesAbout: {
    en: (n: number, topics: string) => (n === 1 ? `one message (${topics})` : `${n} messages (${topics})`),
    zh: (n: number, topics: string) => `${n} 条消息（${topics}）`,
  },
  jobWho: { en: 'The bot’s own work', zh: '系统任务' },
  jobsAbout: {
    en: (n: number, topics: string) => (n === 1 ? `one task (${topics})` : `${n} tasks (${topics})`),
    zh: (n: number, topics: string) => `${n} 项（${topics}）`,
  },
  retry: { en: 'Try again', zh: '重试' },
  retryConfirm: {
    en: (n: number) => (n === 1 ? 'It is sent once more.' : `All ${n} are sent once more.`),
    zh: (n: number) => `将重新发送 ${n} 条。`,
  },
  rerun: {
    en: (n: number) => (n === 1 ? 'It runs once more.' : `All ${n} run once more.`),
    zh: (n: number) => `将重新执行 ${n} 项。`,
  },
  reroute: { en: 'Send another way', zh: '换个方式' },
  rerouteConfirm: {
    en: (who: string) =>
      `It goes to another account of ${who}. If there is none, their manager hears that a message did not arrive, without what it says.`,
    zh: (who: string) => `将发到 ${who} 的另一个账号。如果没有，会通知其直线经理有消息未送达，不含内容。`,
  },
  close: { en: 'Done', zh: '完成' },
  closeConfirm: {
    en: (n: number) =>
      n === 1 ? 'It is not tried again and leaves this list.' : `None of the ${n} is tried again.`,
    zh: (n: number) => `这 ${n} 条不再重试，并从列表移除。`,
  },
  retried: { en: 'On its way once more.', zh: '正在重新发送。' },
  toAccount: { en: 'On its way to the other account.', zh: '正在发往另一个账号。' },
  toManager: {
    en: (who: string) => `There is no other account. ${who} is asked to pass on that a message waits.`,
    zh: (who: string) => `没有其他账号，已请 ${who} 转告有消息待查收。`,
  },
  noOtherWay: {
    en: 'There is no other account and no manager to tell. Please reach the person yourself, then press Done.',
    zh: '对方没有其他账号，也没有直线经理可以转告。请你直接联系本人，处理好后点「完成」。',
  },
  closedNow: { en: 'Taken off the list.', zh: '已从列表移除。' },
  settled: {
    en: 'Somebody dealt with this already. This is how it stands.',
    zh: '这一项已经有人处理了，这是最新的情况。',
  },
  noticeTitle: { en: 'A message did not arrive', zh: '有消息没有送达' },
  notice: {
    en: (who: Md): Md =>
      md`I could not reach ${inside(who)} in chat. Please tell them that something waits for them here, and that HR helps with the account. What the message says is for them alone.`,
    zh: (who: Md): Md =>
      md`我在聊天里联系不上${inside(who)}。请转告对方这里有消息待查收，账号问题可以找 HR。消息内容仅限本人查看。`,
  },
  homeFailures: {
    en: (n: number): Md => md`${bold(n === 1 ? 'One message' : `${n} messages`)} did not arrive.`,
    zh: (n: number): Md => md`有 ${bold(String(n))} 条消息没有送达。`,
  },
  homeJobs: {
    en: (n: number): Md => md`${bold(n === 1 ? 'One task' : `${n} tasks`)} of the bot gave up.`,
    zh: (n: number): Md => md`有 ${bold(String(n))} 项系统任务没有完成。`,
  },
  look: { en: 'Look at it', zh: '去看看' },
  newer: { en: 'Newer', zh: '较新的' },
  older: { en: 'Older', zh: '较早的' },
  before: { en: 'Back', zh: '上一页' },
  next: { en: 'Next', zh: '下一页' },
});

export const sayReason = catalogue({
  gone: {
    en: 'The account or the conversation no longer exists.',
    zh: '账号或会话已不存在。',
  },
  denied: {
    en: 'The platform does not let me write there.',
    zh: '平台不允许我在那里发消息。',
  },
  broken: {
    en: 'The platform does not take the message in this form.',
    zh: '平台不接受这种格式的消息。',
  },
  late: { en: 'No answer in spite of many tries.', zh: '多次尝试都没有成功。' },
  unsure: {
    en: 'Nobody can say whether it arrived; sent again it may arrive twice.',
    zh: '无法确认是否送达；重发可能会收到两次。',
  },
});

/** The capabilities, as recipients know them. */
export const sayTopic = catalogue({
  cycles: { en: 'cycle', zh: '周期' },
  people: { en: 'people', zh: '人员' },
  goals: { en: 'goals', zh: '目标' },
  checkins: { en: 'check-in', zh: '辅导沟通' },
  talk: { en: 'talk', zh: '沟通' },
  reviews: { en: 'review', zh: '评价' },
  ratings: { en: 'rating', zh: '评分' },
  calibration: { en: 'calibration', zh: '校准' },
  results: { en: 'result', zh: '绩效结果' },
  appeals: { en: 'appeal', zh: '申诉' },
  outcomes: { en: 'outcome', zh: '结果应用' },
  plans: { en: 'plan', zh: '改进计划' },
  feedback: { en: 'feedback', zh: '反馈' },
  reminders: { en: 'reminder', zh: '提醒' },
  insights: { en: 'overview', zh: '概览' },
  other: { en: 'other', zh: '其他' },
});
