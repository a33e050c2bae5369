import { catalogue, listWords } from '../core/i18n.ts';
import { bold, inside, type Md, md, person } from '../core/md.ts';

/** Kudos, feedback, pools and requests as people read them. */
export const card = catalogue({
  kudosTo: { en: (from: string) => `Kudos from ${from}`, zh: (from: string) => `来自 ${from} 的认可` },
  kudosBy: {
    en: (names: readonly string[]) => `Your kudos for ${listWords('en', names)}`,
    zh: (names: readonly string[]) => `你对 ${listWords('zh', names)} 的认可`,
  },
  kudosAbout: {
    en: (names: readonly string[]) => `Kudos for ${listWords('en', names)}`,
    zh: (names: readonly string[]) => `${listWords('zh', names)} 得到了认可`,
  },
  feedbackTo: { en: (from: string) => `Feedback from ${from}`, zh: (from: string) => `来自 ${from} 的反馈` },
  feedbackBy: {
    en: (name: string) => `Your feedback for ${name}`,
    zh: (name: string) => `你给 ${name} 的反馈`,
  },
  feedbackAbout: { en: (name: string) => `Feedback for ${name}`, zh: (name: string) => `给 ${name} 的反馈` },
  confided: {
    en: (name: string) => `About ${name}, for you alone`,
    zh: (name: string) => `关于 ${name} 的反馈，仅你可见`,
  },
  from: {
    en: (who: string): Md => md`${person(who)} writes:`,
    zh: (who: string): Md => md`${person(who)} 写道：`,
  },
  value: {
    en: (name: string): Md => md`Value: ${bold(name)}`,
    zh: (name: string): Md => md`价值观：${bold(name)}`,
  },
  with: {
    en: (all: Md): Md => md`Together with ${inside(all)}.`,
    zh: (all: Md): Md => md`同时认可的还有 ${inside(all)}。`,
  },
  changed: {
    en: (text: string): Md => md`${bold('What it changed')}: ${text}`,
    zh: (text: string): Md => md`${bold('带来的改变')}：${text}`,
  },
  did: {
    en: (text: string): Md => md`${bold('What I saw')}: ${text}`,
    zh: (text: string): Md => md`${bold('我看到的')}：${text}`,
  },
  effect: {
    en: (text: string): Md => md`${bold('What it led to')}: ${text}`,
    zh: (text: string): Md => md`${bold('带来的影响')}：${text}`,
  },
  ask: {
    en: (text: string): Md => md`${bold('How do you see it')}: ${text}`,
    zh: (text: string): Md => md`${bold('想听听你的看法')}：${text}`,
  },
  next: {
    en: (text: string): Md => md`${bold('What could come next')}: ${text}`,
    zh: (text: string): Md => md`${bold('接下来可以')}：${text}`,
  },
  seesBoth: {
    en: (manager: string): Md => md`You and ${person(manager)} see this.`,
    zh: (manager: string): Md => md`你和 ${person(manager)} 可以看到。`,
  },
  seesYou: { en: md`Only you see this.`, zh: md`只有你可以看到。` },
  sentBoth: {
    en: (to: Md, managers: Md): Md => md`${inside(to)} sees it; so does ${inside(managers)}.`,
    zh: (to: Md, managers: Md): Md => md`${inside(to)} 和 ${inside(managers)} 可以看到。`,
  },
  sentOne: {
    en: (to: Md): Md => md`${inside(to)} sees it, nobody else.`,
    zh: (to: Md): Md => md`只有 ${inside(to)} 可以看到。`,
  },
  sentManager: {
    en: (manager: string, who: string): Md =>
      md`${person(manager)} sees it, ${person(who)} does not. It never counts for a rating.`,
    zh: (manager: string, who: string): Md =>
      md`${person(manager)} 可以看到，${person(who)} 看不到，也不会作为评分依据。`,
  },
  confidedNote: {
    en: (who: string): Md =>
      md`${person(who)} does not see this, and it never counts for a rating. If it can help, speak about what happened, not about who wrote it.`,
    zh: (who: string): Md =>
      md`${person(who)} 看不到这条内容，也不会作为评分依据。如果有帮助，可以就事论事地聊，不提是谁写的。`,
  },
  says: {
    en: (who: string, at: Date, text: string): Md => md`${person(who)}, ${at}: ${text}`,
    zh: (who: string, at: Date, text: string): Md => md`${person(who)}，${at}：${text}`,
  },
  thankedBy: {
    en: (who: Md): Md => md`Thanks from ${inside(who)}.`,
    zh: (who: Md): Md => md`${inside(who)} 表示感谢。`,
  },
  earlierWords: {
    en: (n: number): Md => md`${n} earlier messages are kept, not shown here.`,
    zh: (n: number): Md => md`更早的 ${n} 条已保存，这里不再显示。`,
  },

  poolTitle: { en: 'What colleagues wrote without their names', zh: '同事们的不具名反馈' },
  poolIntro: {
    en: md`From three people or more, mixed, without times. It never counts for a rating, and nobody can say who wrote what.`,
    zh: md`来自三位或以上的同事，已打乱顺序，不含时间。不会作为评分依据，也无从得知谁写了什么。`,
  },
  poolSeen: { en: md`**What they saw**`, zh: md`**他们看到的**` },
  poolWishes: { en: md`**What could come next**`, zh: md`**接下来可以**` },
  poolPiece: {
    en: (text: string, effect: string): Md => (effect ? md`“${text}” It led to: ${effect}` : md`“${text}”`),
    zh: (text: string, effect: string): Md =>
      effect ? md`「${text}」带来的影响：${effect}` : md`「${text}」`,
  },
  poolAfter: {
    en: md`More appears only when at least three more people have written.`,
    zh: md`至少再有三位同事写过，才会有新内容。`,
  },
  poolOpen: {
    en: (period: string) => `Without names, ${period}`,
    zh: (period: string) => `不具名反馈，${period}`,
  },

  requestTitle: {
    en: (name: string) => `${name} would like to hear from you`,
    zh: (name: string) => `${name} 想听听你的反馈`,
  },
  requestText: {
    en: (who: string): Md =>
      md`What did you see ${person(who)} do, and what did it change? Five minutes are plenty. You choose who may read it.`,
    zh: (who: string): Md => md`你看到 ${person(who)} 做了什么，带来了什么？五分钟就够，谁能看由你决定。`,
  },
  requestAbout: {
    en: (text: string): Md => md`${bold('The question')}: ${text}`,
    zh: (text: string): Md => md`${bold('想了解的是')}：${text}`,
  },
  requestAfter: {
    en: md`“Not now” is fine too: nobody hears of it.`,
    zh: md`点「暂不」也没关系，不会告诉任何人。`,
  },
  give: { en: 'Give feedback', zh: '写反馈' },
  notNow: { en: 'Not now', zh: '暂不' },
  requestClosed: {
    en: (who: string): Md =>
      md`Closed, thank you. ${person(who)} does not hear what you chose. If you think of something later: **/perf feedback**.`,
    zh: (who: string): Md =>
      md`已结束，谢谢。${person(who)} 不会知道你的选择。之后想到什么，随时可以用 **/perf feedback**。`,
  },

  listReceived: { en: 'Feedback and kudos you received', zh: '收到的反馈与认可' },
  listGiven: { en: 'Feedback and kudos you gave', zh: '给出的反馈与认可' },
  listTeam: { en: 'Feedback and kudos for your team', zh: '团队收到的反馈与认可' },
  received: { en: 'Received', zh: '收到的' },
  given: { en: 'Given', zh: '给出的' },
  team: { en: 'My team', zh: '我的团队' },
  listNone: { en: md`Nothing here yet.`, zh: md`还没有内容。` },
  listLine: {
    en: (n: number, day: string, kind: string, who: string, text: string): Md =>
      md`${n}. ${bold(day)} ${kind}, ${person(who)}: ${text}`,
    zh: (n: number, day: string, kind: string, who: string, text: string): Md =>
      md`${n}. ${bold(day)} ${kind}，${person(who)}：${text}`,
  },
  teamLine: {
    en: (n: number, day: string, kind: string, about: Md, text: string): Md =>
      md`${n}. ${bold(day)} ${kind}, ${inside(about)}: ${text}`,
    zh: (n: number, day: string, kind: string, about: Md, text: string): Md =>
      md`${n}. ${bold(day)} ${kind}，${inside(about)}：${text}`,
  },
  fromTo: {
    en: (from: string, who: string): Md => md`${person(from)} about ${person(who)}`,
    zh: (from: string, who: string): Md => md`${person(from)} 写给 ${person(who)}`,
  },
  kudos: { en: 'kudos', zh: '认可' },
  feedback: { en: 'feedback', zh: '反馈' },
  confidedKind: { en: 'for the manager alone', zh: '仅直线经理可见' },
  unnamedNote: {
    en: md`What you gave without your name is not listed: nothing connects it with you any more.`,
    zh: md`不具名给出的反馈不在列表里：系统里已没有任何信息能对应到你。`,
  },
  homeTitle: { en: md`**Latest kudos**`, zh: md`**最近收到的认可**` },
  homeLine: {
    en: (who: string, text: string): Md => md`${person(who)}: ${text}`,
    zh: (who: string, text: string): Md => md`${person(who)}：${text}`,
  },
  homeAll: { en: 'All feedback', zh: '全部反馈' },
  roomText: {
    en: (from: string, to: Md): Md => md`${person(from)} thanks ${inside(to)}:`,
    zh: (from: string, to: Md): Md => md`${person(from)} 感谢 ${inside(to)}：`,
  },
  taskRequest: {
    en: (name: string) => `Feedback that ${name} asked you for`,
    zh: (name: string) => `${name} 邀请你写反馈`,
  },
});
