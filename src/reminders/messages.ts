import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';

export const say = catalogue({
  digestTitle: {
    en: (n: number) => (n === 1 ? 'One thing is due' : `${n} things are due`),
    zh: (n: number) => `有 ${n} 件事到期`,
  },
  askedTitle: {
    en: (n: number) => (n === 1 ? 'One thing is open for you' : `${n} things are open for you`),
    zh: (n: number) => `你有 ${n} 件事待办`,
  },
  teamTitle: { en: 'Late in your team', zh: '团队里有逾期' },
  hrTitle: { en: 'Late by five working days', zh: '逾期满五个工作日' },
  restingTitle: { en: 'Set aside for now', zh: '先放一放' },
  allDoneTitle: { en: 'All done', zh: '都完成了' },
  allDone: {
    en: md`Nothing of this is open any more. Thank you.`,
    zh: md`这些都已处理完，谢谢。`,
  },
  item: {
    en: (title: string, when: string): Md => md`${bold(title)}\n${when}`,
    zh: (title: string, when: string): Md => md`${bold(title)}\n${when}`,
  },
  dueToday: { en: (day: string) => `due today, ${day}`, zh: (day: string) => `今天（${day}）到期` },
  dueSoon: {
    en: (day: string, n: number) =>
      n === 1 ? `due ${day}, one working day left` : `due ${day}, ${n} working days left`,
    zh: (day: string, n: number) => `${day}到期，还有 ${n} 个工作日`,
  },
  dueBeforeWork: {
    en: (day: string) => `due ${day}, today is the last working day before it`,
    zh: (day: string) => `${day}到期，今天是到期前最后一个工作日`,
  },
  wasDue: { en: (day: string) => `was due ${day}`, zh: (day: string) => `${day}已到期` },
  noDue: { en: 'no fixed day', zh: '没有固定日期' },
  more: {
    en: (n: number): Md => md`${n === 1 ? 'One more is' : `${n} more are`} open: **/perf** shows everything.`,
    zh: (n: number): Md => md`还有 ${n} 件待办，输入 **/perf** 查看全部。`,
  },
  doneOf: { en: 'Done', zh: '已完成' },
  promise: {
    en: md`What you finish leaves this list by itself. I write once a day at most, and only on your working days.`,
    zh: md`完成的事项会自动从这里消失。我每天最多提醒一次，只在你的工作日。`,
  },
  restButton: { en: 'Not before the next working day', zh: '下个工作日再提醒' },
  resting: {
    en: (n: number, day: string): Md => md`${n === 1 ? 'One thing rests' : `${n} things rest`} until ${day}.`,
    zh: (n: number, day: string): Md => md`${n} 件事先放一放，${day}再提醒。`,
  },
  restToast: { en: (day: string) => `Until ${day}, then.`, zh: (day: string) => `好，${day}再提醒你。` },
  nothingToRest: {
    en: 'Nothing of this is open any more.',
    zh: '这些都已经处理完了。',
  },
  olderTitle: { en: 'An earlier reminder', zh: '之前的提醒' },
  older: {
    en: (day: string): Md => md`This was the reminder of ${day}. **/perf** shows what is open now.`,
    zh: (day: string): Md => md`这是${day}的提醒。输入 **/perf** 查看现在的待办。`,
  },
  olderButton: {
    en: 'This reminder is an earlier one. /perf shows what is open now.',
    zh: '这是之前的提醒。输入「/perf」查看现在的待办。',
  },
  team: {
    en: md`Three working days late or more. A word from you may help more than a message from me.`,
    zh: md`以下同事逾期已满三个工作日。你的一句话，可能比我的消息更管用。`,
  },
  hr: {
    en: md`Five working days late, by phase. Managers hear of it after three, on their own next working day; confidential answers are only counted.`,
    zh: md`逾期满五个工作日的事项，按阶段统计。逾期满三个工作日后，直线经理会在自己的下一个工作日收到通知；保密的评价只计数。`,
  },
  confidential: { en: 'Confidential', zh: '保密事项' },
  who: { en: 'Who', zh: '姓名' },
  phase: { en: 'Phase', zh: '阶段' },
  peopleOpen: { en: 'People', zh: '人数' },
  due: { en: 'Due', zh: '到期' },
  andMore: {
    en: (n: number): Md => md`and ${n} more`,
    zh: (n: number): Md => md`另有 ${n} 人`,
  },
  remindHelp: {
    en: 'who still has something open, and a reminder for them',
    zh: '查看谁还有未完成的事项，并提醒他们',
  },
  whoMayRemind: {
    en: 'HR can remind everybody, a manager their own team. You lead nobody at the moment.',
    zh: 'HR 可以提醒所有人，直线经理可以提醒自己的团队。你目前没有下属。',
  },
  openTitle: { en: 'Who still has something open', zh: '谁还有未完成的事项' },
  looking: {
    en: (n: number): Md => md`Looking through everybody’s list, ${n} so far. I put the answer here.`,
    zh: (n: number): Md => md`正在逐个查看，已看 ${n} 人。结果会显示在这里。`,
  },
  openOf: {
    en: (open: number, people: number): Md => md`${open} of ${people} people have something open.`,
    zh: (open: number, people: number): Md => md`共 ${people} 人，其中 ${open} 人还有未完成的事项。`,
  },
  nobodyOpen: {
    en: (people: number): Md => md`Nobody of ${people} has anything open.`,
    zh: (people: number): Md => md`${people} 人都没有未完成的事项。`,
  },
  ownTeam: { en: md`In your own team:`, zh: md`你自己的团队：` },
  remindButton: { en: 'Remind now', zh: '立即提醒' },
  remindConfirm: {
    en: (n: number) =>
      `${n === 1 ? 'One person gets' : `${n} people get`} today’s reminder. Whoever had one today is left alone.`,
    zh: (n: number) => `将向 ${n} 人发送今天的提醒；今天已经提醒过的人不会再收到。`,
  },
  onItsWay: {
    en: 'The reminders are on their way. The result will stand on this card.',
    zh: '提醒正在发出，结果会显示在这张卡片上。',
  },
  remindedTitle: { en: 'Reminders sent', zh: '提醒已发出' },
  remindedNow: {
    en: (n: number): Md => md`${n === 1 ? 'One person was' : `${n} people were`} reminded just now.`,
    zh: (n: number): Md => md`刚刚提醒了 ${n} 人。`,
  },
  remindedLater: {
    en: (n: number): Md =>
      md`${n === 1 ? 'One person is' : `${n} people are`} off or outside working hours: it reaches them when they are back at work.`,
    zh: (n: number): Md => md`${n} 人正在休息或不在工作时间，会在他们上班后送达。`,
  },
  remindedBefore: {
    en: (names: string): Md => md`Already reminded today, so left alone: ${names}.`,
    zh: (names: string): Md => md`今天已经提醒过，没有再打扰：${names}。`,
  },
  andOthers: { en: (n: number) => `${n} more`, zh: (n: number) => `另外 ${n} 人` },
  otherPhase: { en: 'Other', zh: '其他' },
  askedFact: {
    en: (who: string): Md => md`${bold(who)} had those reminded who still had something open.`,
    zh: (who: string): Md => md`${bold(who)} 提醒了还有未完成事项的同事。`,
  },
});
