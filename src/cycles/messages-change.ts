import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';
import type { Verb } from './actions.ts';

const which: Record<'en' | 'zh', Record<Verb, string>> = {
  en: {
    extend: 'Which cycle needs more time?',
    pause: 'Which cycle shall be paused?',
    resume: 'Which cycle goes on?',
    cancel: 'Which cycle shall be cancelled?',
    withdraw: 'From which cycle?',
  },
  zh: {
    extend: '要延长哪个周期？',
    pause: '要暂停哪个周期？',
    resume: '要恢复哪个周期？',
    cancel: '要取消哪个周期？',
    withdraw: '从哪个周期移出？',
  },
};

const reports = (n: number) => (n === 1 ? '1 report' : `${n} reports`);

/** What changes while a cycle runs: told to those concerned, once. */
export const change = catalogue({
  which: { en: (verb: Verb) => which.en[verb], zh: (verb: Verb) => which.zh[verb] },
  several: { en: md`More than one fits.`, zh: md`符合的周期不止一个。` },
  cycle: { en: 'Cycle', zh: '周期' },

  moreTime: {
    en: (phase: string, name: string) => `More time for ${phase} (${name})`,
    zh: (phase: string, name: string) => `「${name}」${phase}延期`,
  },
  moreTimeText: {
    en: (phase: string, day: string): Md =>
      md`${bold(phase)} is now due on ${bold(day)}, at the end of the day where you are. You need not do anything else; whatever you did already stays.`,
    zh: (phase: string, day: string): Md =>
      md`${bold(phase)}的截止日改为${bold(day)}（以你所在时区当天结束为准）。已经完成的内容都保留，不需要另外处理。`,
  },
  extended: {
    en: (phase: string, day: string) => `${phase} is now due on ${day}. Those concerned are being told.`,
    zh: (phase: string, day: string) => `${phase}已延至${day}，正在通知相关人员。`,
  },

  pauseAsk: { en: (name: string) => `Pause ${name}?`, zh: (name: string) => `暂停「${name}」？` },
  pauseAskText: {
    en: md`While a cycle is paused nothing is due, nothing opens and nobody is reminded. When you go on, every date that is still ahead moves by as many days as the pause lasted, to working days. One note goes to the announcement room.`,
    zh: md`暂停期间没有截止日，不会开始新阶段，也不发提醒。恢复时，尚未截止的日期按暂停天数顺延，并避开非工作日。公告群会收到一条说明。`,
  },
  pause: { en: 'Pause the cycle', zh: '暂停周期' },
  pauseConfirm: { en: 'Pause it for everybody?', zh: '确定对所有人暂停吗？' },
  resumeAsk: { en: (name: string) => `Go on with ${name}?`, zh: (name: string) => `恢复「${name}」？` },
  resumeAskText: {
    en: (days: number): Md =>
      days === 0
        ? md`The pause lasted less than a day, so no date moves.`
        : md`The pause lasted ${days} days. These would be the dates:`,
    zh: (days: number): Md =>
      days === 0 ? md`暂停不足一天，日期不变。` : md`共暂停 ${days} 天，恢复后的日期如下：`,
  },
  resume: { en: 'Go on', zh: '恢复周期' },
  paused: { en: (name: string) => `${name} is paused`, zh: (name: string) => `「${name}」已暂停` },
  pausedText: {
    en: md`Until further notice nothing is due and nobody is reminded. What you have entered stays. The dates move when it goes on; I will write here.`,
    zh: md`在另行通知前没有截止日，也不发提醒，已填的内容都会保留。恢复后日期会顺延，届时在这里通知。`,
  },
  resumed: { en: (name: string) => `${name} goes on`, zh: (name: string) => `「${name}」恢复进行` },
  resumedText: {
    en: (days: number): Md =>
      days === 0
        ? md`The dates stay as they were.`
        : md`The dates have moved by ${days} days, to working days:`,
    zh: (days: number): Md =>
      days === 0 ? md`日期保持不变。` : md`各阶段日期顺延 ${days} 天（已避开非工作日）：`,
  },

  cancelled: { en: (name: string) => `${name} was cancelled`, zh: (name: string) => `「${name}」已取消` },
  cancelledText: {
    en: (who: string, why: string): Md =>
      md`${bold(who)} has ended this cycle. The reason: ${why}
You have nothing more to do for it. What was written stays on record and leads to no result.`,
    zh: (who: string, why: string): Md =>
      md`${bold(who)}取消了这个周期，原因：${why}
你不需要再做任何事。已写的内容会存档，不会产生绩效结果。`,
  },
  cancelDone: {
    en: 'The cycle is cancelled. Those who took part are being told.',
    zh: '周期已取消，正在通知参与人。',
  },

  withdrawn: {
    en: (name: string) => `You no longer take part in ${name}`,
    zh: (name: string) => `你不再参与「${name}」`,
  },
  withdrawnText: {
    en: (why: string): Md =>
      md`HR has taken you out of the cycle: ${why}. Nothing more is asked of you, and it leaves no mark in your record.`,
    zh: (why: string): Md =>
      md`HR 已将你移出本周期，原因：${why}。之后不需要再做任何事，也不会影响你的绩效档案。`,
  },
  withdrawDone: {
    en: (who: string) => `${who} is withdrawn and listed with the reason.`,
    zh: (who: string) => `${who}已退出，会连同原因一起列出。`,
  },

  newManager: {
    en: (name: string) => `${name}: your manager has changed`,
    zh: (name: string) => `「${name}」：你的直线经理有变化`,
  },
  newManagerText: {
    en: (who: string): Md =>
      md`From now on ${bold(who)} agrees your goals and rates you, and sees what you and your earlier manager have on record. Nothing is lost; what is open moves along.`,
    zh: (who: string): Md =>
      md`今后由${bold(who)}与你确认目标并评分，并能看到之前的记录。内容不会丢失，未完成的事项会一并转过去。`,
  },
  noManagerText: {
    en: md`You have no manager in this cycle right now. HR takes care of it; you need not do anything.`,
    zh: md`目前本周期没有你的直线经理，HR 会安排，你不需要做什么。`,
  },
  leaver: {
    en: (who: string) => `${who} has left: who decides now`,
    zh: (who: string) => `${who}已离职：由谁接手`,
  },
  leaverLine: {
    en: (cycle: string, n: number, to: string): Md =>
      md`${bold(cycle)}: ${reports(n)} now with ${bold(to)}, the next one above.`,
    zh: (cycle: string, n: number, to: string): Md =>
      md`${bold(cycle)}：${n} 名下属改由上一级${bold(to)}负责。`,
  },
  leaverNobody: {
    en: (cycle: string, n: number): Md =>
      md`${bold(cycle)}: nobody above for ${reports(n)}. Please name a manager.`,
    zh: (cycle: string, n: number): Md => md`${bold(cycle)}：${n} 名下属暂无上级，请为他们指定直线经理。`,
  },
  leaverAfter: {
    en: md`Their people have been told. A manager whom you import or assign takes over at once.`,
    zh: md`已通知相关下属。之后导入或指定新的直线经理，会立即生效。`,
  },
});
