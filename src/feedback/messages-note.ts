import { catalogue } from '../core/i18n.ts';
import { bold, link, type Md, md, person } from '../core/md.ts';

/** Notes: dated facts that both see. */
export const pad = catalogue({
  formTitle: { en: 'Note a fact', zh: '记一条事实依据' },
  formIntro: {
    en: md`A fact helps later when it says what happened and what it changed. The person and their manager both see it, and only what both have seen counts.`,
    zh: md`写清发生了什么、带来什么结果，评估时才用得上。本人和直线经理都能看到，双方都看过的才作数。`,
  },
  whom: { en: 'About whom', zh: '关于谁' },
  whomHint: { en: 'Yourself, or one of your reports.', zh: '自己，或你的一位下属。' },
  day: { en: 'When', zh: '日期' },
  what: { en: 'What happened', zh: '发生了什么' },
  whatHint: {
    en: 'What you could have seen on a video: “answered 14 open tickets on Friday evening”.',
    zh: '像录像里能看到的那样写：「周五晚上回复了 14 张积压工单」。',
  },
  effect: { en: 'What it changed', zh: '带来的结果' },
  link: { en: 'Link', zh: '链接' },
  linkHint: { en: 'A ticket, a report, a message.', zh: '工单、报表或消息的链接。' },
  save: { en: 'Keep it', zh: '保存' },

  mine: { en: 'A note about your work', zh: '关于你工作的一条事实依据' },
  about: {
    en: (name: string) => `A note about ${name}`,
    zh: (name: string) => `关于 ${name} 的一条事实依据`,
  },
  by: {
    en: (who: string, day: string): Md => md`${person(who)}, about ${bold(day)}:`,
    zh: (who: string, day: string): Md => md`${person(who)}，${bold(day)}：`,
  },
  effectLine: {
    en: (text: string): Md => md`What it changed: ${text}`,
    zh: (text: string): Md => md`带来的结果：${text}`,
  },
  linkLine: {
    en: (url: string): Md => md`${link(url, url)}`,
    zh: (url: string): Md => md`${link(url, url)}`,
  },
  unseen: {
    en: (who: string): Md => md`${person(who)} has not seen it yet; it counts once both have.`,
    zh: (who: string): Md => md`${person(who)} 还没看过，双方都看过才作数。`,
  },
  unseenYou: {
    en: md`It counts once both of you have seen it. Seen is not agreed: add what is missing.`,
    zh: md`双方都看过才作数。看过不等于认同，有不同看法可以补充。`,
  },
  seenBoth: { en: md`Both have seen it.`, zh: md`双方都已看过。` },
  alone: {
    en: md`There is no manager who could see it; it counts once somebody else has.`,
    zh: md`目前没有直线经理可以看到，要有另一方看过才作数。`,
  },
  seen: { en: 'I have seen it', zh: '看过了' },
  comment: { en: 'Comment', zh: '评论' },
  takeBack: { en: 'Take back', zh: '撤回' },
  takenBack: { en: 'A note was taken back', zh: '一条事实依据已撤回' },
  takenBackText: {
    en: (who: string): Md => md`${person(who)} took it back before it was seen. Nothing of it is kept.`,
    zh: (who: string): Md => md`${person(who)} 在对方看到之前撤回了，内容没有保留。`,
  },
  commentTitle: { en: 'Comment on the note', zh: '评论这条事实依据' },
  commentLabel: { en: 'Your comment', zh: '你的评论' },
  send: { en: 'Send', zh: '发送' },
  saved: { en: 'Kept. The other side hears of it.', zh: '已保存，对方会收到。' },
  savedAlone: { en: 'Kept.', zh: '已保存。' },

  future: {
    en: 'A fact has happened already: please choose today or earlier.',
    zh: '请选择今天或更早的日期。',
  },
  badLink: {
    en: 'Please give a whole link, beginning with https://.',
    zh: '请填写完整链接，以 https:// 开头。',
  },
  onlyLine: {
    en: 'Notes are about yourself, or about somebody who reports to you.',
    zh: '只能记自己的，或直接下属的事实依据。',
  },
  onlyReaders: {
    en: (name: string) => `${name}, the manager and HR can read these notes.`,
    zh: (name: string) => `只有 ${name} 本人、直线经理和 HR 可以查看。`,
  },
  onlyTwo: { en: 'The person and their manager can do this.', zh: '由本人和直线经理来做。' },
  onlyAuthor: { en: 'The one who wrote the note can take it back.', zh: '由写的人来撤回。' },
  seenAlready: { en: 'You have seen it already.', zh: '你已经看过了。' },
  noTakeBack: {
    en: 'It has been seen, so it stays. A comment can say what is different.',
    zh: '对方已经看过，不能撤回了，可以用评论补充。',
  },
  manyComments: {
    en: 'Forty comments are enough for one fact; better talk.',
    zh: '评论已经很多了，建议当面聊。',
  },

  listMine: { en: 'Notes about your work', zh: '关于你工作的事实依据' },
  listOf: { en: (name: string) => `Notes about ${name}`, zh: (name: string) => `关于 ${name} 的事实依据` },
  listNone: {
    en: md`There are none yet. **/perf note** and what happened makes one.`,
    zh: md`还没有。输入 **/perf note** 加上发生的事就能记一条。`,
  },
  listUnread: { en: md`You have seen everything.`, zh: md`都看过了。` },
  listToRead: { en: 'Notes to look at', zh: '待看的事实依据' },
  line: {
    en: (n: number, day: string, text: string, seen: boolean): Md =>
      md`${n}. ${bold(day)}: ${text}${seen ? '' : ' (not seen by both yet)'}`,
    zh: (n: number, day: string, text: string, seen: boolean): Md =>
      md`${n}. ${bold(day)}：${text}${seen ? '' : '（尚未双方看过）'}`,
  },
  aboutLine: {
    en: (n: number, who: string, day: string, text: string): Md =>
      md`${n}. ${person(who)}, ${bold(day)}: ${text}`,
    zh: (n: number, who: string, day: string, text: string): Md =>
      md`${n}. ${person(who)}，${bold(day)}：${text}`,
  },
  earlier: { en: 'Earlier', zh: '更早' },
  later: { en: 'Later', zh: '更近' },
  readLogged: {
    en: md`That you looked here is kept in the audit.`,
    zh: md`本次查看会记入审计记录。`,
  },
  task: {
    en: (n: number) => (n === 1 ? 'A note to look at' : `${n} notes to look at`),
    zh: (n: number) => `${n} 条事实依据待看`,
  },
  show: { en: 'Show', zh: '查看' },
});
