import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';
import type { Decision } from './model.ts';

const howEn: Record<Decision, string> = {
  answer: 'answered',
  resource: 'offered',
  meet: 'proposed a meeting',
  escalate: 'passed it up',
};
const howZh: Record<Decision, string> = {
  answer: '答复',
  resource: '提供支持',
  meet: '约当面聊',
  escalate: '上报',
};

/** What managers read: obstacles, the digest, coaching. */
export const line = catalogue({
  obstacleTitle: { en: (name: string) => `${name} needs help`, zh: (name: string) => `${name} 需要支持` },
  obstacleAbout: {
    en: (who: string, goal: string | undefined): Md =>
      goal
        ? md`In the check-in about ${bold(goal)}, ${person(who)} wrote:`
        : md`In the check-in, ${person(who)} wrote:`,
    zh: (who: string, goal: string | undefined): Md =>
      goal ? md`${person(who)} 在关于${bold(goal)}的沟通里写道：` : md`${person(who)} 在沟通里写道：`,
  },
  obstacleSupport: {
    en: (text: string): Md => md`Help wanted: ${text}`,
    zh: (text: string): Md => md`希望得到的支持：${text}`,
  },
  obstacleAfter: {
    en: (who: string): Md => md`Whatever you choose, ${person(who)} hears it at once.`,
    zh: (who: string): Md => md`无论选哪一项，${person(who)} 都会马上收到。`,
  },
  answer: { en: 'Answer', zh: '答复' },
  resource: { en: 'Offer resource', zh: '提供支持' },
  meet: { en: 'Meet', zh: '当面聊' },
  escalate: { en: 'Escalate', zh: '上报' },
  how: { en: (how: Decision) => howEn[how], zh: (how: Decision) => howZh[how] },
  decidedLine: {
    en: (by: string, how: string, at: Date, text: string | undefined): Md =>
      text ? md`${person(by)} ${how}, ${at}: ${text}` : md`${person(by)} ${how}, ${at}.`,
    zh: (by: string, how: string, at: Date, text: string | undefined): Md =>
      text ? md`${person(by)} ${how},${at}:${text}` : md`${person(by)} ${how},${at}。`,
  },
  withdrawn: {
    en: (who: string): Md => md`${person(who)} took this back. Nothing needs to be done.`,
    zh: (who: string): Md => md`${person(who)} 已撤回，不需要处理了。`,
  },
  obstacleOver: {
    en: md`The cycle has ended, so nothing needs to be done here any more.`,
    zh: md`周期已结束，这件事不需要处理了。`,
  },
  waitsWith: {
    en: (who: string): Md => md`It now lies with ${person(who)}.`,
    zh: (who: string): Md => md`现在由 ${person(who)} 处理。`,
  },
  answerForm: { en: (name: string) => `Answer to ${name}`, zh: (name: string) => `答复 ${name}` },
  answerField: { en: 'Your answer', zh: '你的答复' },
  resourceForm: {
    en: (name: string) => `What you can offer ${name}`,
    zh: (name: string) => `可以给 ${name} 的支持`,
  },
  resourceField: { en: 'Who, what, from when', zh: '什么人、什么资源、什么时候到位' },
  escalateForm: { en: (name: string) => `Pass it to ${name}`, zh: (name: string) => `上报给 ${name}` },
  escalateIntro: {
    en: (above: string, who: string): Md =>
      md`${person(above)} gets the obstacle with your note, not the rest of the check-in. ${person(who)} is told.`,
    zh: (above: string, who: string): Md =>
      md`${person(above)} 会看到这个障碍和你的说明，看不到沟通的其他内容。${person(who)} 会被告知。`,
  },
  escalateField: { en: 'Your note', zh: '你的说明' },
  send: { en: 'Send', zh: '发送' },
  toldTitle: { en: 'About your obstacle', zh: '关于你遇到的阻碍' },
  toldAnswer: {
    en: (by: string, text: string): Md => md`${person(by)} answers: ${text}`,
    zh: (by: string, text: string): Md => md`${person(by)} 的答复：${text}`,
  },
  toldResource: {
    en: (by: string, text: string): Md => md`${person(by)} offers: ${text}`,
    zh: (by: string, text: string): Md => md`${person(by)} 可以提供：${text}`,
  },
  toldEscalate: {
    en: (by: string, above: string): Md =>
      md`${person(by)} passed it on to ${person(above)}, so that it can be decided there. You hear the answer here.`,
    zh: (by: string, above: string): Md =>
      md`${person(by)} 已上报给 ${person(above)}，有答复会在这里告诉你。`,
  },
  toldObstacle: {
    en: (text: string): Md => md`You wrote: ${text}`,
    zh: (text: string): Md => md`你当时写的是：${text}`,
  },
  waitingTitle: { en: 'Obstacles that wait for you', zh: '等你答复的障碍' },
  waitingNone: { en: md`No obstacle waits for you.`, zh: md`没有等你答复的障碍。` },
  digestTitle: {
    en: (n: number) => (n === 1 ? 'One check-in today' : `${n} check-ins today`),
    zh: (n: number) => `今天收到 ${n} 份辅导沟通`,
  },
  needing: { en: md`These need something from you:`, zh: md`这几位需要你关注：` },
  fine: { en: md`All well:`, zh: md`进展正常：` },
  digestLine: {
    en: (who: string, what: string): Md => md`${person(who)}: ${what}`,
    zh: (who: string, what: string): Md => md`${person(who)}：${what}`,
  },
  semicolon: { en: '; ', zh: '；' },
  wordConfidence: {
    en: (state: string, goal: string | undefined) => (goal ? `${state} with “${goal}”` : state),
    zh: (state: string, goal: string | undefined) => (goal ? `「${goal}」${state}` : state),
  },
  wordHelp: { en: (text: string) => `needs help: ${text}`, zh: (text: string) => `需要支持：${text}` },
  wordCommitment: { en: (n: number) => `commitment ${n} of 10`, zh: (n: number) => `决心 ${n} 分` },
  wordSkipped: { en: (reason: string) => `skipped: ${reason}`, zh: (reason: string) => `跳过：${reason}` },
  wordMeeting: { en: 'would rather meet', zh: '想当面聊' },
  wordDeeds: {
    en: (done: number, of: number) => `${done} of ${of} actions done`,
    zh: (done: number, of: number) => `${of} 项行动完成 ${done} 项`,
  },
  open: { en: (name: string) => `Open ${name}`, zh: (name: string) => `打开 ${name}` },
  openOne: { en: 'Open', zh: '打开' },
  asking: { en: md`Worth asking:`, zh: md`值得一问：` },
  hint: {
    en: (who: string, question: string): Md => md`${person(who)}: ${question}`,
    zh: (who: string, question: string): Md => md`${person(who)}：${question}`,
  },
  offTrack: {
    en: 'What would have to be true for this goal to come right again, and what can we let go of for it?',
    zh: '要让这个目标回到正轨，需要什么条件？为此可以先放下什么？',
  },
  sameObstacle: {
    en: 'The same obstacle as last time: what have you tried, and who could remove it?',
    zh: '和上次是同一个阻碍：你试过哪些办法？谁能把它移开？',
  },
  nothingDone: {
    en: 'None of last time’s actions happened: were they the right ones, or did something come in between?',
    zh: '上次定的行动都没做：是方向不对，还是有别的事插进来了？',
  },
  lowCommitment: {
    en: 'What would make you more willing to do it, and which smaller step would you really take?',
    zh: '怎样你会更愿意去做？有没有一个更小、你真的会迈出的步子？',
  },
  atRisk: {
    en: 'How would you notice early that it is slipping, and what would you do then?',
    zh: '如果要滑坡，最早会看到什么信号？到时打算怎么做？',
  },
  quietObstacle: {
    en: 'You noted an obstacle without asking for help: how are you going to deal with it?',
    zh: '你记了一个阻碍，但没有请求支持：准备怎么解决？',
  },
  copied: {
    en: 'It reads much like last time: what has really changed since then?',
    zh: '内容和上次很接近：这段时间真正变化的是什么？',
  },
  noDate: {
    en: 'When will you know that the actions have worked?',
    zh: '这些行动什么时候能看到效果？',
  },
  noDeed: {
    en: 'What is the very next step, and when do you take it?',
    zh: '下一步具体做什么？什么时候做？',
  },
  skippedAgain: {
    en: 'Two check-ins skipped: is the rhythm right, or is something else the matter?',
    zh: '连续跳过两次：是频率不合适，还是有别的原因？',
  },
  goingWell: {
    en: 'What is working so well that others should hear of it?',
    zh: '哪些做法效果好，值得让大家也知道？',
  },
  coachTitle: {
    en: (name: string, day: string) => `Check-in of ${name}, ${day}`,
    zh: (name: string, day: string) => `${name} 的辅导沟通 · ${day}`,
  },
  coachNote: {
    en: (who: string): Md => md`${person(who)} sees the same record and every comment.`,
    zh: (who: string): Md => md`${person(who)} 看到的是同一份记录，也看得到每条留言。`,
  },
  notHeld: { en: md`Nothing has been written yet.`, zh: md`还没有填写内容。` },
  homeMine: { en: 'Check-ins', zh: '辅导沟通' },
  homeLast: {
    en: (day: string, state: string): Md => md`Last check-in ${day}: ${state}`,
    zh: (day: string, state: string): Md => md`上次沟通 ${day}：${state}`,
  },
  homeNone: { en: md`No check-in yet.`, zh: md`还没有沟通记录。` },
  homeNext: { en: (day: string): Md => md`Next one ${day}.`, zh: (day: string): Md => md`下次：${day}。` },
  homeDeeds: { en: md`Your open actions:`, zh: md`你还没完成的行动：` },
  homeTeam: { en: 'Check-ins of my team', zh: '团队的辅导沟通' },
  homeCounts: {
    en: (cycle: string) => `Check-ins in ${cycle}`,
    zh: (cycle: string) => `${cycle} 辅导沟通次数`,
  },
  state_open: { en: 'open', zh: '待完成' },
  state_done: { en: 'held', zh: '已完成' },
  state_skipped: { en: 'skipped', zh: '已跳过' },
  state_meeting: { en: 'meeting instead', zh: '改为面谈' },
  state_dropped: { en: 'closed', zh: '已关闭' },
});
