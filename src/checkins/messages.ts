import { catalogue, type Locale, listWords } from '../core/i18n.ts';
import { bold, inside, type Md, md, person } from '../core/md.ts';
import type { CheckInState } from './model.ts';

/** "**a**, **b** and **c**" */
const boldList = (l: Locale, words: readonly string[]) =>
  inside(
    listWords(
      l,
      words.map((w) => bold(w).markup),
    ) as Md,
  );

const standsEn: Record<CheckInState, string> = {
  open: 'This check-in is open.',
  done: 'You have already sent this check-in. Here is what stands in it.',
  skipped: 'You skipped this check-in. You can still start it.',
  meeting: 'You asked for a meeting instead. You can still start it.',
  dropped: 'This check-in is closed; the cycle has ended, or you no longer take part in it.',
};
const standsZh: Record<CheckInState, string> = {
  open: '这次沟通还没完成。',
  done: '这次沟通你已经提交过了，内容如下。',
  skipped: '这次沟通你选择了跳过，现在仍可以开始。',
  meeting: '这次你选择了当面聊，现在仍可以开始。',
  dropped: '周期已结束，或你已不在其中，这次沟通已关闭。',
};

/** What the person reads around a check-in: the prompt, its buttons, its refusals. */
export const say = catalogue({
  title: {
    en: (day: string) => `Check-in, ${day}`,
    zh: (day: string) => `辅导沟通 · ${day}`,
  },
  about: {
    en: (goals: readonly string[]): Md => md`Ten minutes for ${boldList('en', goals)}?`,
    zh: (goals: readonly string[]): Md => md`想和你聊聊${boldList('zh', goals)}，大约十分钟，现在方便吗？`,
  },
  aboutWork: {
    en: md`Ten minutes for how your work is going?`,
    zh: md`想和你聊聊最近的工作，大约十分钟，现在方便吗？`,
  },
  waited: {
    en: (n: number): Md =>
      n === 1 ? md`It is still open from last time.` : md`It has waited through ${n} dates.`,
    zh: (n: number): Md => (n === 1 ? md`上一次的还没完成，接着来就好。` : md`已经顺延 ${n} 次了。`),
  },
  lastTime: {
    en: md`Last time you wanted to do this. Did it happen?`,
    zh: md`上次你打算做这些，后来怎么样？`,
  },
  deed: {
    en: (what: string, by: string | undefined): Md => (by ? md`${bold(what)}, by ${by}` : md`${bold(what)}`),
    zh: (what: string, by: string | undefined): Md => (by ? md`${bold(what)}（${by}前）` : md`${bold(what)}`),
  },
  deedLabel: { en: (n: number) => `Action ${n}`, zh: (n: number) => `行动 ${n}` },
  tick_done: { en: 'Done', zh: '完成了' },
  tick_partly: { en: 'Partly', zh: '做了一部分' },
  tick_notYet: { en: 'Not yet', zh: '还没做' },
  whoSees: {
    en: (manager: string): Md =>
      md`What you write is seen by you and ${person(manager)}. HR may ask to read it, and each look is logged. You read it over before it is sent.`,
    zh: (manager: string): Md =>
      md`你写的内容由你和 ${person(manager)} 查看；HR 确有需要时可以查阅，每次都会留痕。提交前可以再看一遍。`,
  },
  onlyYou: {
    en: md`What you write is seen by you only, unless HR asks to read it; each look is logged. You read it over before it is sent.`,
    zh: md`你写的内容只有你自己看得到；HR 确有需要时可以查阅，每次都会留痕。提交前可以再看一遍。`,
  },
  start: { en: 'Start', zh: '开始' },
  goOn: { en: 'Continue', zh: '继续' },
  startAnyway: { en: 'Start after all', zh: '还是聊聊' },
  asForm: { en: 'All at once, as a form', zh: '用表单一次填完' },
  hour: { en: 'In an hour', zh: '一小时后' },
  tomorrow: { en: 'Tomorrow', zh: '明天' },
  week: { en: 'Next week', zh: '下周' },
  skip: { en: 'Skip with a reason', zh: '这次跳过' },
  rather: { en: 'I’d rather meet', zh: '想当面聊' },
  snoozed: {
    en: (at: Date): Md => md`All right, I will ask you again ${at}. You can also start now.`,
    zh: (at: Date): Md => md`好的，${at}再来找你。想现在开始也可以。`,
  },
  below: {
    en: md`I asked you again further down; this card is no longer needed.`,
    zh: md`我在下面重新发了一条，这张卡片不用管了。`,
  },
  skippedCard: {
    en: (reason: string): Md => md`Skipped. Your reason: ${reason}`,
    zh: (reason: string): Md => md`这次已跳过。原因：${reason}`,
  },
  meetingCard: {
    en: (other: string, at: Date): Md =>
      md`You would rather meet. I told ${person(other)} and proposed ${at}.`,
    zh: (other: string, at: Date): Md => md`你想当面聊，我已经转告 ${person(other)}，提议的时间是 ${at}。`,
  },
  droppedCard: {
    en: md`This check-in is closed, because you no longer take part in the cycle.`,
    zh: md`你已不在这个周期里，这次沟通就此关闭。`,
  },
  overCard: {
    en: md`The cycle has ended, so this check-in is closed. Nothing was passed on.`,
    zh: md`周期已结束，这次沟通就此关闭，没有提交任何内容。`,
  },
  sentCard: {
    en: (at: Date, manager: string | undefined): Md =>
      manager
        ? md`Sent ${at}. You and ${person(manager)} read the same record; you can change it until the next check-in opens.`
        : md`Sent ${at}. You can change it until the next check-in opens.`,
    zh: (at: Date, manager: string | undefined): Md =>
      manager
        ? md`${at}已提交。你和 ${person(manager)} 看到的是同一份记录，下次沟通开始前都可以修改。`
        : md`${at}已提交，下次沟通开始前都可以修改。`,
  },
  closedCard: {
    en: (at: Date): Md => md`Sent ${at}. The next check-in has opened, so this record stays as it is.`,
    zh: (at: Date): Md => md`${at}已提交。下一次沟通已经开始，这份记录不再修改。`,
  },
  changed: { en: (at: Date): Md => md`Changed ${at}.`, zh: (at: Date): Md => md`${at}有修改。` },
  change: { en: 'Change', zh: '修改' },
  comment: { en: 'Comment', zh: '留言' },
  skipForm: { en: 'Skip this check-in', zh: '跳过这次沟通' },
  skipIntro: {
    en: md`Your manager reads the reason. Actions you have not finished come back next time.`,
    zh: md`原因会告诉你的直线经理；没做完的行动下次会再出现。`,
  },
  reason: { en: 'Reason', zh: '原因' },
  reasonHint: {
    en: 'For example: release week, nothing new since Monday',
    zh: '例如：这周在发版，周一以来没有新进展',
  },
  skipSend: { en: 'Skip', zh: '跳过' },
  meetForm: { en: 'Propose a meeting', zh: '约个时间当面聊' },
  meetIntro: {
    en: (other: string): Md =>
      md`${person(other)} gets your proposal and can accept it or name another time.`,
    zh: (other: string): Md => md`${person(other)} 会收到你的提议，可以接受，也可以换个时间。`,
  },
  meetDay: { en: 'Day', zh: '日期' },
  meetTime: { en: 'Time (your own zone)', zh: '时间（你所在时区）' },
  meetNote: { en: 'What it is about', zh: '想聊什么' },
  meetSend: { en: 'Propose', zh: '发出提议' },
  meetPast: { en: 'Please name a time that is still to come.', zh: '请选一个还没过去的时间。' },
  meetNobody: {
    en: 'There is nobody above you in this cycle to meet. HR can name somebody.',
    zh: '这个周期里你没有直线经理。可以请 HR 指定一位。',
  },
  meetingTitle: { en: 'Meeting', zh: '当面沟通' },
  meetingProposed: {
    en: (from: string, at: Date): Md => md`${person(from)} would like to meet you ${at}.`,
    zh: (from: string, at: Date): Md => md`${person(from)} 想和你当面聊，提议时间：${at}。`,
  },
  meetingWaits: {
    en: (to: string, at: Date): Md => md`You proposed to meet ${person(to)} ${at}. The answer comes here.`,
    zh: (to: string, at: Date): Md => md`你提议 ${at} 和 ${person(to)} 当面聊，对方回复后会显示在这里。`,
  },
  meetingAgreed: {
    en: (other: string, at: Date): Md => md`You meet ${person(other)} ${at}.`,
    zh: (other: string, at: Date): Md => md`你和 ${person(other)} 约在 ${at}。`,
  },
  meetingOff: {
    en: md`The manager has changed before this meeting was agreed, so it falls away.`,
    zh: md`这次见面还没约定，直线经理就换了，所以取消。`,
  },
  meetingNote: { en: (note: string): Md => md`About: ${note}`, zh: (note: string): Md => md`想聊：${note}` },
  works: { en: 'That works', zh: '可以' },
  otherTime: { en: 'Another time', zh: '换个时间' },
  meetingMoved: {
    en: 'The time was changed meanwhile, or it is the other one’s turn to answer.',
    zh: '时间刚刚改过，或者正在等对方答复。',
  },
  meetingStands: { en: 'This meeting is agreed already.', zh: '这次见面已经约好了。' },
  commentForm: { en: 'Comment on the check-in', zh: '给这次沟通留言' },
  commentIntro: {
    en: (other: string): Md => md`${person(other)} reads it under the record and can answer.`,
    zh: (other: string): Md => md`${person(other)} 会在记录下面看到，也可以回复。`,
  },
  commentAlone: { en: md`It stands under the record.`, zh: md`留言会放在记录下面。` },
  commentText: { en: 'Comment', zh: '留言' },
  commentSend: { en: 'Send', zh: '发送' },
  remark: {
    en: (by: string, at: Date, text: string): Md => md`${person(by)}, ${at}: ${text}`,
    zh: (by: string, at: Date, text: string): Md => md`${person(by)}，${at}：${text}`,
  },
  remarkTitle: {
    en: (name: string) => `${name} commented on a check-in`,
    zh: (name: string) => `${name} 的留言`,
  },
  replied: { en: 'Answer', zh: '回复' },
  sentOn: { en: 'Passed on.', zh: '已转达。' },
  numbersKept: {
    en: 'Sent. Numbers are closed for this cycle, so your goal keeps those it had.',
    zh: '已提交。本周期的数据已锁定，目标里的数字保持不变。',
  },
  stands: { en: (state: CheckInState) => standsEn[state], zh: (state: CheckInState) => standsZh[state] },
  nextIsOpen: {
    en: 'The next check-in has opened, so this record stays as it is. Put it into the new one.',
    zh: '下一次沟通已经开始，这份记录不再修改。请写到新的那次里。',
  },
  deedGone: { en: 'This action is no longer in the list.', zh: '这项行动已经不在清单里了。' },
  pausedNow: {
    en: 'The cycle is paused. Check-ins go on when HR resumes it.',
    zh: '周期已暂停，HR 恢复后再继续沟通。',
  },
  overNow: { en: 'The cycle is over; check-ins are closed.', zh: '周期已结束，沟通不再开放。' },
  noCycle: {
    en: 'No cycle is running for you, so there is nothing to check in on yet.',
    zh: '目前没有你参与的周期在进行，暂时没有需要沟通的内容。',
  },
  onlyOwn: {
    en: (name: string) => `Only ${name} can do this.`,
    zh: (name: string) => `只有 ${name} 本人可以操作。`,
  },
  onlyTwo: {
    en: (name: string) =>
      `Only ${name} and their manager can do this. HR reads a check-in with /perf checkin ${name}; each look is logged.`,
    zh: (name: string) =>
      `只有 ${name} 和直线经理可以操作。HR 可以输入「/perf checkin ${name}」查阅，每次都会留痕。`,
  },
  onlyAsked: {
    en: (name: string) => `${name} has been asked to answer this.`,
    zh: (name: string) => `这件事由 ${name} 来答复。`,
  },
  obstacleWithdrawn: {
    en: 'This was taken back, or its cycle has ended; nothing needs to be done.',
    zh: '对方已撤回，或周期已结束，不需要处理了。',
  },
  obstacleHigh: { en: 'This has been passed up once already.', zh: '这件事已经上报过一次了。' },
  obstacleTop: {
    en: 'There is nobody above you to pass it to. HR can help.',
    zh: '你之上没有可以上报的人，可以找 HR 协助。',
  },
  obstacleDecided: {
    en: (name: string, at: string) => `${name} answered this already (${at}).`,
    zh: (name: string, at: string) => `${name} 已经处理过了（${at}）。`,
  },
  help: {
    en: 'Start a check-in, or go on with yours; with a name their manager and HR read the last one',
    zh: '开始或继续一次辅导沟通；加上姓名，直线经理和 HR 可查看最近一次',
  },
  task: { en: (about: string) => `Check-in about ${about}`, zh: (about: string) => `辅导沟通：${about}` },
  taskWork: { en: 'Check-in about your work', zh: '辅导沟通：最近的工作' },
  taskObstacles: {
    en: (n: number) => (n === 1 ? 'An obstacle waits for you' : `${n} obstacles wait for you`),
    zh: (n: number) => `有 ${n} 个障碍等你答复`,
  },
  show: { en: 'Show', zh: '查看' },
});
