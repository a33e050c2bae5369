import { catalogue } from '../core/i18n.ts';
import type { InterviewState } from './model.ts';

const standsEn: Record<InterviewState, string> = {
  due: 'The two of you are to meet; no time is agreed yet.',
  offered: 'A few written lines are enough here; either of you can ask to talk.',
  proposed: 'A time is proposed and waits for an answer.',
  scheduled: 'A time is agreed.',
  held: 'The conversation took place; its notes are open.',
  written: 'The written feedback is there.',
  confirmed: 'One of you has confirmed the notes.',
  done: 'Both have confirmed; it stays as it is.',
  cancelled: 'This conversation is no longer needed.',
};
const standsZh: Record<InterviewState, string> = {
  due: '需要当面聊一次，时间还没有约定。',
  offered: '这次写几句反馈就可以，任何一方都可以提出当面聊。',
  proposed: '已经提议了一个时间，正在等对方答复。',
  scheduled: '时间已经约好了。',
  held: '面谈已经进行，记录还可以修改。',
  written: '书面反馈已经发出。',
  confirmed: '有一方已经确认了记录。',
  done: '双方都已确认，记录不再改动。',
  cancelled: '这次面谈不再需要了。',
};

/** Refusals, tasks and the command. */
export const say = catalogue({
  help: {
    en: 'The conversation about a result: a time, an agenda, what you agreed',
    zh: '绩效面谈：约时间、看提纲、记下约定',
  },
  stands: { en: (state: InterviewState) => standsEn[state], zh: (state: InterviewState) => standsZh[state] },
  past: { en: 'Please name a time that is still to come.', zh: '请选一个还没过去的时间。' },
  timeMoved: {
    en: 'The time was changed meanwhile, or it is the other one’s turn to answer.',
    zh: '时间刚刚改过，或者正在等对方答复。',
  },
  noted: {
    en: 'Notes were written about it. If you see it differently, say so beside them.',
    zh: '这次面谈已经有记录了。如果看法不同，可以写在记录旁边。',
  },
  notesFirst: {
    en: 'Nothing is noted yet. Write what you agreed first; then both confirm it.',
    zh: '还没有记录。请先写下约定的内容，再由双方确认。',
  },
  notesMoved: {
    en: 'The text was changed meanwhile. Please read it once more; nothing of yours was sent.',
    zh: '内容刚刚有改动，请再看一遍。你这边还没有提交任何内容。',
  },
  alreadyConfirmed: {
    en: 'You have confirmed it already; the other one has not.',
    zh: '你已经确认过了，正在等对方确认。',
  },
  nothingPrepared: { en: 'You have not written anything yet.', zh: '你还没有写下任何内容。' },
  answeredBefore: {
    en: 'Thank you, this is answered already or no longer asked.',
    zh: '谢谢，你已经回答过，或者这个问题已经结束。',
  },
  future: { en: 'That day is still to come.', zh: '这一天还没到。' },
  stepNeedsDay: {
    en: 'By when? A step without a day is soon forgotten.',
    zh: '什么时候之前？没有日期的事容易忘。',
  },
  stepNeedsWhat: { en: 'What is to happen by that day?', zh: '这一天之前要做什么？' },
  paused: {
    en: 'The cycle is paused. The conversation goes on when HR resumes it.',
    zh: '周期已暂停，HR 恢复后再继续。',
  },
  over: { en: 'This cycle was cancelled.', zh: '这个周期已经取消。' },
  nobody: {
    en: 'There is nobody above you in this cycle to talk with. HR can name somebody.',
    zh: '这个周期里你没有直线经理可以面谈，可以请 HR 指定一位。',
  },
  notYet: {
    en: 'There is no conversation to prepare yet: it begins when a result is released.',
    zh: '还没有面谈安排：结果发布之后才会开始。',
  },
  notYetOf: {
    en: (name: string) => `${name} has no result yet to talk about.`,
    zh: (name: string) => `${name} 还没有可以面谈的结果。`,
  },
  onlyTwo: {
    en: (name: string) => `This is between ${name} and their manager.`,
    zh: (name: string) => `这是 ${name} 和直线经理之间的面谈。`,
  },
  onlyOwn: {
    en: (name: string) => `Only ${name} can do this.`,
    zh: (name: string) => `只有 ${name} 本人可以操作。`,
  },
  onlyLead: {
    en: (name: string) => `Only the manager of ${name} can do this.`,
    zh: (name: string) => `只有 ${name} 的直线经理可以操作。`,
  },
  onlyHr: { en: 'HR can see these numbers.', zh: '这些数字由 HR 查看。' },

  proposedToast: { en: 'Proposed. The answer comes here.', zh: '已提议，对方答复后会显示在这里。' },
  agreedToast: {
    en: 'Agreed. It is on its way to your calendar.',
    zh: '约好了，随后会加到你的日历。',
  },
  savedToast: { en: 'Kept. The other side sees it.', zh: '已保存，对方也能看到。' },
  sentToast: { en: 'Sent.', zh: '已发送。' },
  privateToast: { en: 'Kept; only you see it.', zh: '已保存，只有你自己看得到。' },
  thanks: { en: 'Thank you. Your answer stays with you.', zh: '谢谢，你的回答不会给别人看到。' },

  taskTalk: {
    en: (name: string) => `Feedback conversation with ${name}`,
    zh: (name: string) => `和 ${name} 的绩效面谈`,
  },
  taskTalks: {
    en: (n: number, cycle: string) => `Feedback for ${n} people (${cycle})`,
    zh: (n: number, cycle: string) => `${cycle}：有 ${n} 位同事等你面谈或反馈`,
  },
  taskAnswer: {
    en: (name: string) => `${name} proposes a time to talk`,
    zh: (name: string) => `${name} 提议了面谈时间`,
  },
  taskConfirm: {
    en: (name: string) => `Confirm what you and ${name} agreed`,
    zh: (name: string) => `确认你和 ${name} 的面谈记录`,
  },
  taskRead: {
    en: (name: string) => `Written feedback from ${name}`,
    zh: (name: string) => `${name} 写给你的反馈`,
  },
  taskNote: {
    en: (name: string) => `Note what you and ${name} agreed`,
    zh: (name: string) => `记下你和 ${name} 面谈的约定`,
  },
  talkAboutIt: { en: 'Talk about it', zh: '聊聊这个结果' },
  open: { en: 'Open', zh: '打开' },
  homeMeet: {
    en: (other: string, when: string) => `You and ${other} talk ${when}`,
    zh: (other: string, when: string) => `${when} 与 ${other} 面谈`,
  },
  homeTeam: {
    en: (done: number, all: number, cycle: string) => `Feedback in ${cycle}: ${done} of ${all} done`,
    zh: (done: number, all: number, cycle: string) => `${cycle} 反馈面谈：${all} 位中已完成 ${done} 位`,
  },
});
