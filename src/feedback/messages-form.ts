import { catalogue } from '../core/i18n.ts';
import { type Md, md } from '../core/md.ts';

/** The forms of kudos and feedback. */
export const ask = catalogue({
  kudosTitle: { en: 'Kudos', zh: '认可同事' },
  kudosIntro: {
    en: md`They read it at once, and so does their manager.`,
    zh: md`对方会马上收到，直线经理也能看到。`,
  },
  whomKudos: { en: 'For whom', zh: '认可谁' },
  value: { en: 'Which of our values', zh: '体现了哪条价值观' },
  kudosDid: { en: 'What they did', zh: '做了什么' },
  kudosDidHint: {
    en: 'Something that happened: “stayed on the line with the customer until it worked”.',
    zh: '写具体的事：「一直陪客户在线，直到问题解决」。',
  },
  kudosEffect: { en: 'What it changed', zh: '带来了什么改变' },
  share: { en: 'Everybody may read it', zh: '让大家也看到' },
  shareIn: { en: (room: string) => `Post it in #${room}`, zh: (room: string) => `发到 #${room}` },
  sendKudos: { en: 'Send', zh: '送出' },

  feedbackTitle: { en: 'Feedback', zh: '给同事反馈' },
  feedbackIntro: {
    en: md`Good feedback says what you saw and what it led to, asks for their view, and looks ahead. Describe what they did, not how they are.`,
    zh: md`好的反馈：说看到的行为，说带来的影响，听对方的看法，再谈接下来怎么做。写做了什么，不评价人。`,
  },
  whomFeedback: { en: 'For whom', zh: '给谁' },
  did: { en: 'What you saw', zh: '看到的行为' },
  didHint: {
    en: '“On Tuesday you let the intern present first” rather than “you are supportive”.',
    zh: '写「周二的会上让实习生先讲」，不写「你很照顾人」。',
  },
  effect: { en: 'What it led to', zh: '带来的影响' },
  effectHint: { en: 'For you, the team or the customer.', zh: '对你、团队或客户。' },
  ask: { en: 'What you would like to ask', zh: '想问对方的' },
  askHint: { en: '“How did you see it?”', zh: '「你怎么看这件事？」' },
  next: { en: 'What could come next', zh: '接下来可以怎么做' },
  nextHint: { en: 'Something to keep doing, or to try.', zh: '可以坚持的，或可以试试的。' },
  visible: { en: 'Who may see it', zh: '谁可以看到' },
  named: { en: 'With my name', zh: '实名' },
  namedHint: {
    en: 'The person and their manager. They can answer you.',
    zh: '本人和直线经理可见，对方可以回复你。',
  },
  manager: { en: 'The manager alone', zh: '仅直线经理' },
  managerHint: {
    en: 'The person does not see it; it never counts for a rating.',
    zh: '本人看不到，因此不会作为评分依据。',
  },
  unnamed: { en: 'Without my name', zh: '不具名' },
  unnamedHint: {
    en: 'Mixed with the words of others, from three people on.',
    zh: '满三人后与他人的内容混在一起展示。',
  },
  /** Stands above the form: the rules are known before anybody writes. */
  unnamedRule: {
    en: md`Without your name: your name is not kept. The person reads it mixed with the words of others once three people have written in this period; if they don’t, it is dropped unread. It never counts for a rating. Write so that the words don’t tell who you are.`,
    zh: md`不具名：不保留你的姓名。本周期满三人写过后，与他人的内容打乱展示给本人；不满三人则不展示、直接删除。不会作为评分依据。措辞上也请避免透露身份。`,
  },
  sendFeedback: { en: 'Pass it on', zh: '提交' },

  askTitle: { en: 'Ask for feedback', zh: '邀请同事反馈' },
  askIntro: {
    en: md`They get a friendly question and may leave it. What they write, and whether you see their name, is their choice. To give feedback yourself: **/perf feedback @name**.`,
    zh: md`对方会收到一张邀请卡，可以写，也可以不写；写什么、是否具名都由对方决定。想给别人反馈，输入 **/perf feedback @姓名**。`,
  },
  whomAsk: { en: 'Whom would you like to hear from', zh: '想听谁的反馈' },
  askAbout: { en: 'About what', zh: '关于什么' },
  askAboutHint: {
    en: 'A question is easier to answer than “any feedback?”: “What should I do differently in our reviews?”',
    zh: '具体的问题更好回答：「评审会上我有哪些地方可以改进？」',
  },
  sendAsk: { en: 'Ask', zh: '发出邀请' },

  replyTitle: { en: 'Reply', zh: '回复' },
  replyIntro: {
    en: (name: string): Md => md`${name} reads it at once; nobody else does.`,
    zh: (name: string): Md => md`${name} 会马上看到，其他人看不到。`,
  },
  replyLabel: { en: 'Your words', zh: '你想说的' },
  send: { en: 'Send', zh: '发送' },
});
