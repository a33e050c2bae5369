import { catalogue } from '../core/i18n.ts';
import { type Md, md, person } from '../core/md.ts';
import type { Question } from './questions.ts';

const questionsEn: Record<Question, string> = {
  unrated: 'Nobody rated this period. What should be known about it all the same?',
  calibrated:
    'The grade was changed in calibration. What do you make of the reason, and what is still unclear?',
  appealed: 'After the appeal: what would help us to look ahead?',
  selfHigher: 'You see yourself further than I do. What did you do that I may not have seen?',
  selfLower: 'You are stricter with yourself than I am. What makes you say so?',
  othersDiffer: 'Colleagues see one side of you differently than I do. How do you explain that?',
  goalMissed: 'One goal stayed far behind. What stood in the way, and what would you do differently?',
  low: 'What is the one thing that would change most in the next three months, and what do you need from me?',
  high: 'What would make the next year worth staying for: which task, which responsibility?',
  newInJob: 'You are still new here. What would have made the start easier?',
  expectations: 'What do you think I expect of you next? Let us see whether we mean the same.',
  career: 'Where do you want to be in two years, and what is the next step towards it?',
  myPart: 'What should I do differently as your manager?',
};
const questionsZh: Record<Question, string> = {
  unrated: '这个周期没有评分。即便如此，有哪些事是应该被看到的？',
  calibrated: '等级在校准时有调整。你怎么看这个理由，还有哪里不清楚？',
  appealed: '申诉已经有结果了，接下来怎样才能往前看？',
  selfHigher: '你的自评比我的评价高。有哪些事是我可能没看到的？',
  selfLower: '你对自己比我更严格，是出于什么考虑？',
  othersDiffer: '有一方面，同事的看法和我不太一样，你觉得是什么原因？',
  goalMissed: '有一个目标差得比较多。当时卡在哪里，再来一次会怎么做？',
  low: '接下来三个月，最能带来改变的一件事是什么？需要我做什么？',
  high: '明年做什么样的事、承担什么样的责任，会让你更有干劲？',
  newInJob: '你来的时间还不长。刚开始时，怎样会更顺利？',
  expectations: '你觉得我接下来对你的期望是什么？我们对一对是不是一个意思。',
  career: '两年后你想走到哪一步？下一步从哪里开始？',
  myPart: '作为你的经理，我可以在哪些地方做得不一样？',
};

/** What the manager has in hand for the conversation. */
export const agenda = catalogue({
  title: {
    en: (name: string) => `Agenda: conversation with ${name}`,
    zh: (name: string) => `面谈提纲：${name}`,
  },
  best: {
    en: md`**BEST** in four steps: the **behaviour** you saw, the **effect** it had, **seek** how they see it, **talk** about what comes next. Let them speak first, and more than half of the time.`,
    zh: md`**BEST 四步**：先说看到的**行为**，再说带来的**影响**，**请对方**谈看法，一起**商量**接下来怎么做。先让对方说，让对方说得比你多。`,
  },
  onlyTheirs: {
    en: (who: string): Md =>
      md`Everything here is what ${person(who)} can see as well: nothing comes as a surprise.`,
    zh: (who: string): Md => md`这里的内容 ${person(who)} 自己也都能看到，不会有意外。`,
  },
  result: {
    en: (what: string): Md => md`**The result:** ${what}. Say it in the first minutes, then why.`,
    zh: (what: string): Md => md`**结果：**${what}。开场几分钟内就说清楚，再讲原因。`,
  },
  noResult: {
    en: md`**The result:** there is no rating. Say why, and what follows from it.`,
    zh: md`**结果：**本次没有评分。说明原因，以及之后怎么办。`,
  },
  calibrated: {
    en: (from: string, reason: string): Md => md`Computed ${from}, changed in calibration: ${reason}`,
    zh: (from: string, reason: string): Md => md`计算结果为 ${from}，校准时调整，理由：${reason}`,
  },
  goals: { en: md`**Goals, as they counted**`, zh: md`**计入的目标**` },
  goal: { en: 'Goal', zh: '目标' },
  weight: { en: 'Weight', zh: '权重' },
  reached: { en: 'Reached', zh: '完成' },
  leftOut: { en: 'left out', zh: '未计入' },
  evidence: {
    en: md`**What happened** – behaviour and effect, from notes, kudos and named feedback`,
    zh: md`**发生过的事**：行为与影响，来自事实依据、认可和署名反馈`,
  },
  evidenceLine: {
    en: (day: string, text: string, by: string): Md => md`• ${day}: ${text} (${person(by)})`,
    zh: (day: string, text: string, by: string): Md => md`• ${day}：${text}（${person(by)}）`,
  },
  noEvidence: {
    en: md`There are no notes both have seen. Think of two situations that both of you remember.`,
    zh: md`没有双方都看过的记录。可以想两件你们都记得的具体事情。`,
  },
  more: { en: 'Earlier evidence', zh: '更早的记录' },
  self: { en: md`**In their own words**`, zh: md`**本人怎么说**` },
  selfKeep: {
    en: (text: string): Md => md`Went well: ${text}`,
    zh: (text: string): Md => md`做得好的：${text}`,
  },
  selfDiffer: {
    en: (text: string): Md => md`Would change: ${text}`,
    zh: (text: string): Md => md`想改进的：${text}`,
  },
  noSelf: { en: md`There is no self review. Ask first.`, zh: md`没有自评，先听对方说。` },
  others: {
    en: md`**What colleagues say**, as published; nobody knows who said what`,
    zh: md`**同事的反馈**（已发布的汇总，没有人知道是谁说的）`,
  },
  ahead: {
    en: md`**What comes next:** what you expect in the next period, said so that both could measure it; where they want to go (career path), and one step towards it; what you will do for it.`,
    zh: md`**接下来：**说清下个周期的期望，说到双方都能衡量；聊聊职业路径，对方想往哪里走，先迈哪一步；你会提供什么支持。`,
  },
  ask: { en: md`**Three questions worth asking**`, zh: md`**值得问的三个问题**` },
  question: {
    en: (q: Question): Md => md`• ${questionsEn[q] ?? q}`,
    zh: (q: Question): Md => md`• ${questionsZh[q] ?? q}`,
  },
  close: {
    en: md`At the end say together what you agreed, and note it here: steps with a day, and what you promised.`,
    zh: md`最后一起复述约定，并记在这里：写清下一步和日期，以及你承诺的支持。`,
  },
});
