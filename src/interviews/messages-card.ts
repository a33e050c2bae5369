import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';
import type { InterviewState, Reason } from './model.ts';

const whyEn: Record<Reason, string> = {
  unrated: 'there is no rating',
  grade: 'a C or a D is always talked about',
  changed: 'the grade was changed after it was computed',
  plan: 'an improvement plan may follow',
  asked: 'one of you asked for it',
};
const whyZh: Record<Reason, string> = {
  unrated: '本次没有评分',
  grade: '等级为 C 或 D，都要当面聊',
  changed: '等级在计算之后有过调整',
  plan: '可能需要制定改进计划',
  asked: '有一方希望当面聊',
};

const stateEn: Record<InterviewState, string> = {
  due: 'needs a time',
  offered: 'a few lines are enough',
  proposed: 'time proposed',
  scheduled: 'time agreed',
  held: 'notes open',
  written: 'written, not confirmed',
  confirmed: 'one confirmed',
  done: 'done',
  cancelled: 'not needed',
};
const stateZh: Record<InterviewState, string> = {
  due: '待约时间',
  offered: '写几句即可',
  proposed: '已提议时间',
  scheduled: '已约好',
  held: '待记录或确认',
  written: '已写，待确认',
  confirmed: '一方已确认',
  done: '已完成',
  cancelled: '不需要',
};

/** The card of a conversation, as each of the two reads it. */
export const card = catalogue({
  title: { en: (other: string) => `Conversation with ${other}`, zh: (other: string) => `与 ${other} 的面谈` },
  readTitle: {
    en: (name: string, cycle: string) => `Notes of ${name}’s conversation, ${cycle}`,
    zh: (name: string, cycle: string) => `${name} 的面谈记录 · ${cycle}`,
  },
  about: {
    en: (cycle: string): Md => md`About the result of ${bold(cycle)}.`,
    zh: (cycle: string): Md => md`关于 ${bold(cycle)} 的绩效结果。`,
  },
  why: {
    en: (list: readonly Reason[]): Md =>
      md`You meet face to face: ${list.map((r) => whyEn[r] ?? r).join('; ')}.`,
    zh: (list: readonly Reason[]): Md => md`这次需要当面聊：${list.map((r) => whyZh[r] ?? r).join('；')}。`,
  },
  state: { en: (s: InterviewState) => stateEn[s], zh: (s: InterviewState) => stateZh[s] },

  dueLead: {
    en: (other: string, day: string): Md =>
      md`Please talk by ${bold(day)}; 45 minutes are usual. Choose a time, and ${person(other)} answers with one tap.`,
    zh: (other: string, day: string): Md =>
      md`请在 ${bold(day)} 前聊一次，一般 45 分钟。选一个时间，${person(other)} 点一下就能答复。`,
  },
  dueOwn: {
    en: (other: string, day: string): Md =>
      md`${person(other)} proposes a time, by ${bold(day)} at the latest. You can propose one as well. Until then you can note what you want to ask; only you see it.`,
    zh: (other: string, day: string): Md =>
      md`${person(other)} 最晚 ${bold(day)} 前会和你约时间，你也可以先提。在这之前可以写下想问的，只有你自己看得到。`,
  },
  offeredLead: {
    en: (other: string, day: string): Md =>
      md`A few written lines are enough here, by ${bold(day)}: what you saw, what it changed, what comes next. ${person(other)} confirms that they arrived. A talk is always possible.`,
    zh: (other: string, day: string): Md =>
      md`这次写几句就可以，${bold(day)} 前发出：你看到了什么、带来什么变化、接下来怎么做。${person(other)} 会确认收到。想当面聊随时可以约。`,
  },
  offeredOwn: {
    en: (other: string, day: string): Md =>
      md`${person(other)} writes you a few lines by ${bold(day)}. If you would rather talk, say so with one tap.`,
    zh: (other: string, day: string): Md =>
      md`${person(other)} 会在 ${bold(day)} 前给你写几句反馈。想当面聊的话，点一下就行。`,
  },
  choose: { en: 'Propose a time', zh: '提议一个时间' },
  slotsInside: {
    en: md`All inside the working hours and workdays of both. I can’t see your calendars, so please look there first.`,
    zh: md`都在两人的工作时间和工作日内。我看不到你们的日历，请先确认有空再选。`,
  },
  slotsOutside: {
    en: md`Your working hours do not overlap: these are the least early and late times. I can’t see your calendars.`,
    zh: md`你们的工作时间没有重叠，以下是对双方影响最小的时间。我看不到你们的日历。`,
  },
  slotsNone: {
    en: md`In the next three months I found no day on which both of you work. Please name a time yourself.`,
    zh: md`接下来三个月没有找到两人都上班的日子，请自己选一个时间。`,
  },
  slot: {
    en: (mine: string, name: string, theirs: string) => `${mine} (${name}: ${theirs})`,
    zh: (mine: string, name: string, theirs: string) => `${mine}（${name}：${theirs}）`,
  },
  proposedMine: {
    en: (other: string, at: Date): Md => md`You proposed ${at}. The answer of ${person(other)} comes here.`,
    zh: (other: string, at: Date): Md => md`你提议 ${at}，${person(other)} 答复后会显示在这里。`,
  },
  proposedTheirs: {
    en: (other: string, at: Date): Md => md`${person(other)} proposes ${at}, 45 minutes.`,
    zh: (other: string, at: Date): Md => md`${person(other)} 提议 ${at} 聊 45 分钟。`,
  },
  standsUntil: {
    en: (at: Date): Md => md`Until both take the new time, ${at} stands as agreed.`,
    zh: (at: Date): Md => md`在双方都同意新时间之前，原来约好的 ${at} 不变。`,
  },
  outside: {
    en: (who: string, time: string): Md =>
      md`For ${person(who)} it is ${time} then, outside the usual hours.`,
    zh: (who: string, time: string): Md => md`那时是 ${person(who)} 当地的 ${time}，不在通常的工作时间内。`,
  },
  off: {
    en: (who: string): Md => md`${person(who)} does not work on that day (weekend, holiday or leave).`,
    zh: (who: string): Md => md`那天 ${person(who)} 不上班（周末、节假日或休假）。`,
  },
  scheduled: {
    en: (other: string, at: Date): Md => md`You and ${person(other)} talk ${at}, 45 minutes.`,
    zh: (other: string, at: Date): Md => md`你和 ${person(other)} 约在 ${at}，45 分钟。`,
  },
  place: { en: (where: string): Md => md`Where: ${where}`, zh: (where: string): Md => md`地点：${where}` },
  fileNote: {
    en: md`It comes into your calendar, or as a file in this chat that puts it there. Its title says nothing about the result.`,
    zh: md`它会加到你的日历里；没有的话，点聊天里的文件即可加入。标题不会提到绩效结果。`,
  },
  wasPlanned: {
    en: (other: string, at: Date): Md =>
      md`You and ${person(other)} had planned ${at}. Note what you agreed while it is fresh; both of you see the same record.`,
    zh: (other: string, at: Date): Md =>
      md`你和 ${person(other)} 约的是 ${at}。趁记得清楚，记下聊好的事，双方看到同一份记录。`,
  },
  talked: {
    en: (day: string): Md =>
      md`You talked on ${bold(day)}. Nothing is noted yet; both of you see the same record.`,
    zh: (day: string): Md => md`你们在 ${bold(day)} 聊过了，还没有记录。双方看到的是同一份记录。`,
  },
  agreedHead: {
    en: (day: string): Md => md`${bold('What we agreed')} (talked on ${day})`,
    zh: (day: string): Md => md`${bold('我们的约定')}（${day}面谈）`,
  },
  stepsHead: { en: md`**Next steps**`, zh: md`**下一步**` },
  step: {
    en: (what: string, day: string): Md => md`• ${what} – by ${day}`,
    zh: (what: string, day: string): Md => md`• ${what}（${day}前）`,
  },
  support: {
    en: (text: string): Md => md`**Support promised:** ${text}`,
    zh: (text: string): Md => md`**承诺的支持：**${text}`,
  },
  seen: {
    en: (by: string, text: string): Md => md`**What ${person(by)} saw and what it changed:** ${text}`,
    zh: (by: string, text: string): Md => md`**${person(by)} 看到的事和带来的变化：**${text}`,
  },
  next: {
    en: (text: string): Md => md`**What comes next:** ${text}`,
    zh: (text: string): Md => md`**接下来：**${text}`,
  },
  view: {
    en: (who: string, text: string): Md => md`**${person(who)} sees it differently:** ${text}`,
    zh: (who: string, text: string): Md => md`**${person(who)} 有不同看法：**${text}`,
  },
  confirmNote: {
    en: md`Confirming says that this is what you talked about, not that you agree with the result. After a change of the text both are asked again.`,
    zh: md`确认表示确实聊了这些，不代表认同结果。内容一有改动，就会请双方重新确认。`,
  },
  readNote: {
    en: md`Confirming says that you have read it, not that you agree.`,
    zh: md`确认表示你看过了，不代表认同。`,
  },
  youConfirmed: {
    en: (other: string): Md => md`You have confirmed; ${person(other)} has not yet.`,
    zh: (other: string): Md => md`你已确认，正在等 ${person(other)} 确认。`,
  },
  otherConfirmed: {
    en: (other: string): Md => md`${person(other)} has confirmed; your word is missing.`,
    zh: (other: string): Md => md`${person(other)} 已确认，就差你了。`,
  },
  beforeConfirmed: {
    en: (old: string, other: string): Md =>
      md`${person(old)}, who led before you, has confirmed; ${person(other)} has not yet. If you note something new, both of you are asked.`,
    zh: (old: string, other: string): Md =>
      md`之前的经理 ${person(old)} 已确认，正在等 ${person(other)} 确认。如果你补充了内容，会请你们两人重新确认。`,
  },
  waitsRead: {
    en: (other: string): Md => md`${person(other)} has it and has not confirmed yet.`,
    zh: (other: string): Md => md`已发给 ${person(other)}，还没有确认。`,
  },
  done: {
    en: (at: Date): Md =>
      md`Both confirmed, ${at}. It stays as it is: the two of you read it, HR on request, and that is recorded.`,
    zh: (at: Date): Md =>
      md`双方已确认（${at}），不再改动。只有你们两人能看；HR 需要时可以查看，并会留下记录。`,
  },
  cancelled: {
    en: md`This conversation is no longer needed.`,
    zh: md`这次面谈不再需要了。`,
  },
  alone: {
    en: md`There is nobody above you in this cycle to talk with just now. HR names somebody; you hear of it here.`,
    zh: md`目前这个周期里你没有直线经理可以面谈。HR 指定之后，会在这里告诉你。`,
  },
  earlier: {
    en: (version: string): Md => md`**Earlier, about version ${version} of the result**`,
    zh: (version: string): Md => md`**此前关于第 ${version} 版结果**`,
  },
  preparedOwn: {
    en: md`**Your preparation** (only you see it)`,
    zh: md`**你的准备**（只有你自己看得到）`,
  },
  preparedShared: {
    en: (other: string): Md => md`**Your preparation** (${person(other)} sees it, too)`,
    zh: (other: string): Md => md`**你的准备**（${person(other)} 也能看到）`,
  },
  preparedTheirs: {
    en: (who: string): Md => md`**What ${person(who)} shares with you before the talk**`,
    zh: (who: string): Md => md`**${person(who)} 面谈前分享给你的**`,
  },
  toAsk: { en: (text: string): Md => md`To ask: ${text}`, zh: (text: string): Md => md`想问：${text}` },
  toTalk: {
    en: (text: string): Md => md`To talk about: ${text}`,
    zh: (text: string): Md => md`想聊：${text}`,
  },
  readLogged: {
    en: md`That you looked here is kept in the audit.`,
    zh: md`本次查看会记入审计记录。`,
  },
  nothingNoted: { en: md`Nothing is noted so far.`, zh: md`目前还没有记录。` },
});
