/** The self review and the short lesson on rating. */
import { catalogue, type Locale } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';

export const own = catalogue({
  lessonButton: { en: 'Rating without bias: two minutes', zh: '两分钟：怎样评得更公正' },
  lessonTitle: { en: 'Rating without bias', zh: '怎样评得更公正' },
  lesson1: {
    en: md`${bold('Start from what you saw.')} Note two or three moments of the whole period before you tap a level; the last weeks come to mind first.`,
    zh: md`${bold('从看到的事出发。')}打分之前，先想两三件整个周期里的事；最近几周的总是最先想到。`,
  },
  lesson2: {
    en: md`${bold('One question at a time.')} Somebody can be pleasant to work with and late with results, or the other way round.`,
    zh: md`${bold('一项一项地评。')}相处愉快的人也可能总是延误，反过来也一样。`,
  },
  lesson3: {
    en: md`${bold('Read the level, not the number.')} A 3 means: did what the role asks for. That is good work.`,
    zh: md`${bold('看描述，别只看数字。')}3 分的意思是达到岗位要求，这已经是不错的工作。`,
  },
  lesson4: {
    en: md`${bold('Compare with the anchors,')} not with yourself, not with friends, not with the best in the room.`,
    zh: md`${bold('对照描述来评，')}不和自己比，不和熟人比，也不和最强的人比。`,
  },
  lesson5: {
    en: md`${bold('“Can’t judge” is an answer.')} A guess does harm, a gap does not.`,
    zh: md`${bold('「无法评价」也是答案。')}乱猜有害，空着没有关系。`,
  },

  selfTitle: {
    en: (cycle: string) => `Your self review · ${cycle}`,
    zh: (cycle: string) => `自评 · ${cycle}`,
  },
  selfIntro: {
    en: (due: string): Md =>
      md`Your own view of the period, by ${due}. It stands beside the others and does not count into the score, so that honesty costs nothing.`,
    zh: (due: string): Md =>
      md`请在 ${due}前写下你自己的看法。自评会与其他评价并列展示，不计入得分，所以可以放心如实填写。`,
  },
  selfWho: {
    en: md`Your manager reads it once you have sent it, and HR.`,
    zh: md`提交之后，直线经理和 HR 可以看到。`,
  },
  selfSent: {
    en: (locks: Date): Md => md`Sent. Your manager can read it. You can change it until ${locks}.`,
    zh: (locks: Date): Md => md`已提交，直线经理可以看到。${locks} 前都可以修改。`,
  },
  selfOver: { en: md`Closed. This is what you sent.`, zh: md`已截止，以下是你提交的内容。` },
  selfOverUnsent: {
    en: md`Closed. You did not send a self review.`,
    zh: md`已截止，你没有提交自评。`,
  },
  selfWords: { en: 'Comments on your own work', zh: '对自己工作的评语' },
  selfKeep: { en: 'What went well', zh: '做得好的地方' },
  selfDiffer: { en: 'What I will do differently', zh: '接下来要调整的地方' },
  selfKeepLine: {
    en: (text: string): Md => md`${bold('What went well')}: ${text}`,
    zh: (text: string): Md => md`${bold('做得好的地方')}：${text}`,
  },
  selfDifferLine: {
    en: (text: string): Md => md`${bold('What I will do differently')}: ${text}`,
    zh: (text: string): Md => md`${bold('接下来要调整的地方')}：${text}`,
  },
  goalsHead: { en: md`${bold('Your goals')}`, zh: md`${bold('你的目标')}` },
  goal: { en: 'Goal', zh: '目标' },
  weight: { en: 'Weight', zh: '权重' },
  reached: { en: 'Reached', zh: '完成度' },
  noNumber: { en: 'no number yet', zh: '还没有数字' },
  dropped: { en: 'left out', zh: '不计入' },
  monthHead: {
    en: md`${bold('Month by month')}`,
    zh: md`${bold('按月回顾')}`,
  },
  onTrack: { en: 'on track', zh: '顺利' },
  atRisk: { en: 'at risk', zh: '有风险' },
  offTrack: { en: 'off track', zh: '偏离' },
  doneOne: { en: 'done', zh: '已完成' },
  notDone: { en: 'not done', zh: '未完成' },
  evidence: {
    en: (title: string, what: string) => (what ? `${title}: ${what}` : title),
    zh: (title: string, what: string) => (what ? `${title}：${what}` : title),
  },
  remark: {
    en: (what: string, text: string) => `${what}: ${text}`,
    zh: (what: string, text: string) => `${what}：${text}`,
  },
  what_note: { en: 'Note', zh: '事实记录' },
  what_kudos: { en: 'Kudos', zh: '认可' },
  what_feedback: { en: 'Feedback', zh: '反馈' },
  comma: { en: ', ', zh: '，' },
  monthLine: {
    en: (month: string, lines: readonly string[]): Md => md`${bold(month)}\n${lines.join('\n')}`,
    zh: (month: string, lines: readonly string[]): Md => md`${bold(month)}\n${lines.join('\n')}`,
  },
  percent: { en: (n: string) => `${n} %`, zh: (n: string) => `${n}%` },
  noEvidence: {
    en: md`Neither numbers nor notes came in during this period.`,
    zh: md`这个周期还没有数字和事实记录。`,
  },
});

const formats = {
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  zh: new Intl.DateTimeFormat('zh-CN', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
};

/** "January 2027" of '2027-01'. */
export const monthName = (l: Locale, month: string): string =>
  formats[l].format(new Date(`${month}-01T00:00:00Z`));
