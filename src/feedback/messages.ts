import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';

/** Commands, answers to a click, and why something is not possible. */
export const say = catalogue({
  kudosHelp: { en: 'praise somebody: @name and what they did', zh: '认可同事：@姓名，再写做了什么' },
  feedbackHelp: {
    en: 'give feedback to @name, or ask for it',
    zh: '给 @某位同事反馈，或请同事给你反馈',
  },
  listHelp: { en: 'feedback and kudos, given and received', zh: '收到和给出的反馈与认可' },
  noteHelp: {
    en: 'note a fact about your work, or about @report’s',
    zh: '记一条事实依据：自己的，或 @下属的',
  },
  notesHelp: { en: 'the notes about you, or about @report', zh: '查看关于自己或 @下属的事实依据' },

  customers: { en: 'Customers first', zh: '客户第一' },
  together: { en: 'Working together', zh: '协作共赢' },
  word: { en: 'Keeping our word', zh: '说到做到' },
  learning: { en: 'Learning every day', zh: '持续学习' },

  kudosSelf: {
    en: 'Kudos are for others. Something you are proud of yourself fits into /perf note.',
    zh: '认可是送给别人的。自己做得好的事，可以用「/perf note」记下来。',
  },
  feedbackSelf: {
    en: 'Feedback goes to somebody else. To hear from others, type /perf feedback without a name.',
    zh: '反馈是给别人的。想听听同事怎么说，直接输入「/perf feedback」就好。',
  },
  askSelf: { en: 'Please choose somebody else.', zh: '请选择其他同事。' },
  gone: {
    en: (name: string) => `${name} no longer works here, so this can’t reach them.`,
    zh: (name: string) => `${name} 已经离职，收不到了。`,
  },
  whoNeeded: { en: 'Please choose whom it is for.', zh: '请选择对象。' },
  tooMany: {
    en: (most: number) => `${most} people at most, please.`,
    zh: (most: number) => `最多 ${most} 位。`,
  },
  lookAtFields: { en: 'Please look at the marked fields.', zh: '请看一下标出来的几项。' },
  tooLong: {
    en: (n: string, most: string) =>
      `That is ${n} characters; ${most} fit. Please shorten it, or send it in two.`,
    zh: (n: string, most: string) => `共 ${n} 字，最多 ${most} 字。请精简一些，或分两次发送。`,
  },
  unknownWho: {
    en: (typed: string, near: string) =>
      near ? `I don’t know “${typed}”. Did you mean ${near}?` : `I don’t know “${typed}”.`,
    zh: (typed: string, near: string) =>
      near ? `没有找到「${typed}」，是不是想写 ${near}？` : `没有找到「${typed}」。`,
  },
  severalWho: {
    en: (typed: string, who: string) => `“${typed}” could be ${who}. Please write which one.`,
    zh: (typed: string, who: string) => `「${typed}」可能是 ${who}，请写明是哪一位。`,
  },
  unknownIntro: {
    en: (typed: string, near: string): Md =>
      near
        ? md`I don’t know “${typed}”. Names like it: ${near}. Your text is kept.`
        : md`I don’t know “${typed}”. Please choose; your text is kept.`,
    zh: (typed: string, near: string): Md =>
      near
        ? md`没有找到「${typed}」，相近的有：${near}。你写的内容还在。`
        : md`没有找到「${typed}」，请选择一位。你写的内容还在。`,
  },
  severalIntro: {
    en: (typed: string): Md => md`Whom do you mean by ${bold(typed)}? Your text is kept.`,
    zh: (typed: string): Md => md`${bold(typed)} 指的是哪一位？你写的内容还在。`,
  },

  kudosSent: { en: 'Sent.', zh: '已送出。' },
  feedbackSent: { en: 'Passed on.', zh: '已转达。' },
  managerSent: { en: 'Passed on to the manager alone.', zh: '已单独转达给直线经理。' },
  /** Says nothing about the person: what stands in an answer is kept for three days. */
  unnamedSent: {
    en: 'Taken, without your name. It is read once three people have written in this period; until then nobody sees it.',
    zh: '已收下，不留姓名。本周期内满三人写过才会展示，在此之前谁都看不到。',
  },
  poolFull: {
    en: 'No more can be taken for this person in this period.',
    zh: '这位同事本周期的不具名反馈已经收满了。',
  },
  already: { en: 'You have sent this already.', zh: '这份已经提交过了。' },
  managerSelf: {
    en: 'You are the manager yourself. Choose “with my name”, or write it down for yourself with /perf note.',
    zh: '你就是 TA 的直线经理。请选「实名」，或用「/perf note」记下来。',
  },
  managerNone: {
    en: 'There is no manager who could read this. Please choose another way.',
    zh: '对方没有直线经理可以接收，请换一种方式。',
  },
  managerSubject: {
    en: 'Only a manager other than you and the person can receive this.',
    zh: '只有你和对方以外的直线经理才能接收。',
  },

  onlyThese: {
    en: 'Only the one who wrote it and those it was written to can open this.',
    zh: '只有写的人和收到的人可以打开。',
  },
  onlyAddressee: {
    en: 'The one it was written to can do this.',
    zh: '这一步由收到的人来做。',
  },
  onlyBoth: {
    en: 'This is between the two who write to each other.',
    zh: '这是双方之间的对话。',
  },
  onlyAsked: { en: 'The one who was asked can answer this.', zh: '由被邀请的人来回复。' },
  onlyOwnPool: { en: 'Only the person it is about can open this.', zh: '只有本人可以打开。' },
  thankedAlready: { en: 'You have said thanks already.', zh: '已经道过谢了。' },
  requestClosed: { en: 'This is closed already.', zh: '这一条已经结束了。' },
  longTalk: {
    en: 'This has become a long exchange; better go on in a talk.',
    zh: '已经聊了很多轮，建议当面接着聊。',
  },
  thanks: { en: 'Say thanks', zh: '说声谢谢' },
  reply: { en: 'Reply', zh: '回复' },
  replyTo: { en: (name: string) => `Reply to ${name}`, zh: (name: string) => `回复 ${name}` },
  open: { en: (n: number) => `Open ${n}`, zh: (n: number) => `打开 ${n}` },
  asked: {
    en: (n: number) => (n === 1 ? 'Asked.' : `Asked ${n} people.`),
    zh: (n: number) => `已邀请 ${n} 位同事。`,
  },
  askedBefore: { en: 'They have your question already.', zh: '之前的邀请对方还没回复，不再重复打扰。' },
  replied: { en: 'Sent.', zh: '已发送。' },
});
