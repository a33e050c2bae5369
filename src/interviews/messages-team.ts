import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

/** Lists: a manager's team, HR's numbers, and what is asked afterwards. */
export const team = catalogue({
  title: {
    en: (cycle: string) => `Feedback conversations, ${cycle}`,
    zh: (cycle: string) => `反馈面谈 · ${cycle}`,
  },
  intro: {
    en: (unmet: number, offered: number, done: number, day: string): Md =>
      md`To meet face to face: ${bold(String(unmet))}. A few written lines are enough: ${bold(String(offered))}. Done: ${bold(String(done))}. All by ${bold(day)}.`,
    zh: (unmet: number, offered: number, done: number, day: string): Md =>
      md`需要当面聊：${bold(String(unmet))} 位；写几句即可：${bold(String(offered))} 位；已完成：${bold(String(done))} 位。请都在 ${bold(day)} 前完成。`,
  },
  who: { en: 'Who', zh: '姓名' },
  stands: { en: 'How it stands', zh: '进展' },
  when: { en: 'When', zh: '时间' },
  open: { en: 'Open', zh: '打开' },
  more: { en: 'More', zh: '更多' },

  officeTitle: {
    en: (cycle: string) => `Conversations in ${cycle}`,
    zh: (cycle: string) => `${cycle} 面谈进展`,
  },
  officeIntro: {
    en: md`Numbers only: what was said stays between the two.`,
    zh: md`这里只有数字，谈了什么只有当事两人知道。`,
  },
  unmet: { en: 'Required, not held yet', zh: '需要面谈、尚未进行' },
  held: { en: 'Held, waiting for notes or a confirmation', zh: '已面谈，待记录或确认' },
  offered: { en: 'Written feedback to come', zh: '待写反馈' },
  written: { en: 'Written, waiting for a confirmation', zh: '已写，待确认' },
  done: { en: 'Done', zh: '已完成' },
  overdueHead: {
    en: (day: string): Md => md`**Required, and not held by ${day}:**`,
    zh: (day: string): Md => md`**${day} 前应面谈而未面谈：**`,
  },
  noneOverdue: {
    en: (day: string): Md => md`They are due by ${bold(day)}.`,
    zh: (day: string): Md => md`截止日期：${bold(day)}。`,
  },
  manager: { en: 'Manager', zh: '经理' },
  number: { en: 'Conversations', zh: '面谈数' },
  nobody: { en: 'nobody named', zh: '尚未指定' },
  alone: {
    en: (n: number, who: string): Md =>
      md`${bold('Nobody to talk to:')} ${n === 1 ? 'a conversation is' : `${n} conversations are`} required (a C or a D, a changed grade, no rating, a plan, or asked for), and nobody leads ${who}. Please name somebody with /perf people import; they hear of it at once.`,
    zh: (n: number, who: string): Md =>
      md`${bold('没有面谈人：')}${n} 人需要面谈（等级 C 或 D、等级有调整、未评分、需要改进计划，或本人提出），但没有直线经理：${who}。请用 /perf people import 指定一位，对方会马上收到通知。`,
  },
  morePeople: { en: (n: number) => `${n} more`, zh: (n: number) => `另外 ${n} 人` },
  motionsHead: {
    en: md`**Going through the motions:** held, and nothing or next to nothing noted`,
    zh: md`**流于形式**：谈过了，但没有记录或几乎没有记录`,
  },
  silentOf: {
    en: (silent: number, held: number) => `${silent} of ${held}`,
    zh: (silent: number, held: number) => `${held} 次中 ${silent} 次`,
  },
  helpedHead: {
    en: md`**Did it help?** 60 days later, counted from three people on`,
    zh: md`**面谈有帮助吗？** 60 天后的回答，至少三人才统计`,
  },
  asWhom: { en: 'Answers of', zh: '回答者' },
  ofPerson: { en: 'employees', zh: '员工' },
  ofManager: { en: 'managers', zh: '经理' },
  others: {
    en: (n: number): Md => md`… and ${n} managers more.`,
    zh: (n: number): Md => md`……另有 ${n} 位经理。`,
  },
  refresh: { en: 'Refresh', zh: '刷新' },

  helpTitle: { en: 'Did the conversation help?', zh: '那次面谈有帮助吗？' },
  helpText: {
    en: (other: string, cycle: string): Md =>
      md`Two months ago you and ${person(other)} talked about the result of ${bold(cycle)}. Did it help you since?`,
    zh: (other: string, cycle: string): Md =>
      md`两个月前，你和 ${person(other)} 聊过 ${bold(cycle)} 的绩效结果。到现在，它对你有帮助吗？`,
  },
  helpNote: {
    en: md`Your answer stays yours: HR sees only counts, from three people on.`,
    zh: md`只有你自己知道答案：至少三个人回答后，HR 才能看到合计人数。`,
  },
  yes: { en: 'Yes', zh: '有' },
  partly: { en: 'Partly', zh: '有一些' },
  no: { en: 'No', zh: '没有' },
  helpThanks: { en: md`Thank you. Nobody else reads your answer.`, zh: md`谢谢，别人不会看到你的回答。` },

  movedTitle: { en: 'Somebody else takes over the conversation', zh: '面谈由新的经理接手' },
  movedText: {
    en: (to: string, cycle: string): Md =>
      md`The conversation about the result of ${bold(cycle)} goes on with ${person(to)}, who also reads what was noted so far. A time that was agreed before no longer holds.`,
    zh: (to: string, cycle: string): Md =>
      md`关于 ${bold(cycle)} 结果的面谈由 ${person(to)} 接手，之前的记录也会转给新的经理。之前约好的时间不再有效。`,
  },
  movedNobody: {
    en: (cycle: string): Md =>
      md`The conversation about the result of ${bold(cycle)} waits until HR names somebody. A time that was agreed before no longer holds.`,
    zh: (cycle: string): Md =>
      md`关于 ${bold(cycle)} 结果的面谈要等 HR 指定新的负责人。之前约好的时间不再有效。`,
  },
  passedText: {
    en: (name: string, to: string | undefined): Md =>
      to === undefined
        ? md`The conversation with ${name} is no longer yours.`
        : md`The conversation with ${name} is with ${person(to)} now.`,
    zh: (name: string, to: string | undefined): Md =>
      to === undefined ? md`与 ${name} 的面谈不再由你负责。` : md`与 ${name} 的面谈已由 ${person(to)} 接手。`,
  },

  eventTitle: {
    en: (a: string, b: string) => `Conversation: ${a} and ${b}`,
    zh: (a: string, b: string) => `沟通：${a} 与 ${b}`,
  },
  fileName: { en: 'conversation.ics', zh: '沟通.ics' },
});
