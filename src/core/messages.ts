import { catalogue } from './i18n.ts';
import { bold, inside, type Md, md } from './md.ts';

/** Sentences of the engine itself; what the capabilities say stands in their own folders. */
export const say = catalogue({
  stranger: {
    en: 'I don’t know this account yet. Ask HR to add you with /perf people import.',
    zh: '我还不认识这个账号。请联系 HR 用「/perf people import」把你加进来。',
  },
  left: {
    en: 'This account has been closed. HR can help if that is a mistake.',
    zh: '这个账号已停用。如果弄错了，请联系 HR。',
  },
  notOurs: {
    en: 'I can’t read that button. Type /perf to see what is open for you.',
    zh: '这个按钮我认不出来。输入「/perf」可以看到你的待办。',
  },
  changed: {
    en: 'Something changed in the meantime. This is how it stands now.',
    zh: '刚刚有了变化，这是最新的情况。',
  },
  gone: {
    en: 'That is no longer there. Type /perf to see what is open for you.',
    zh: '这一项已经不在了。输入「/perf」可以看到你的待办。',
  },
  notYours: { en: 'This is not open to you.', zh: '你没有这项权限。' },
  wrongKey: {
    en: 'SECRETS_KEY is not the key that this data was sealed with. Give the old key back.',
    zh: 'SECRETS_KEY 与数据加密时用的密钥不一致，请换回原来的密钥。',
  },
  trouble: {
    en: 'Something went wrong on my side. Nothing was changed; please try once more.',
    zh: '我这边出了点问题，什么都没有改动，请再试一次。',
  },
  unknownCommand: {
    en: (typed: string) => `I don’t know “/perf ${typed}”. /perf help lists what I can do.`,
    zh: (typed: string) => `没有「/perf ${typed}」这个命令。输入「/perf help」看看我会什么。`,
  },
  didYouMean: {
    en: (typed: string, near: string) => `I don’t know “/perf ${typed}”. Did you mean /perf ${near}?`,
    zh: (typed: string, near: string) => `没有「/perf ${typed}」这个命令。你是想输入「/perf ${near}」吗？`,
  },
  helpTitle: { en: 'What you can type', zh: '可以输入的命令' },
  helpLine: {
    en: (name: string, help: string): Md => md`${bold(`/perf ${name}`)} – ${help}`,
    zh: (name: string, help: string): Md => md`${bold(`/perf ${name}`)}：${help}`,
  },
  helpHelp: { en: 'this list', zh: '显示这份列表' },
  tasksTitle: { en: 'Open for you', zh: '你的待办' },
  noTasks: {
    en: md`Nothing is waiting for you. /perf help shows what you can start yourself.`,
    zh: md`目前没有待办。输入「/perf help」看看可以主动做些什么。`,
  },
  taskLine: {
    en: (title: string, due: string): Md => md`${bold(title)}, due ${due}`,
    zh: (title: string, due: string): Md => md`${bold(title)}，${due}前完成`,
  },
  taskOpen: {
    en: (title: string): Md => md`${bold(title)}`,
    zh: (title: string): Md => md`${bold(title)}`,
  },
  home: { en: 'Your page', zh: '我的主页' },
  greeting: {
    en: md`I read commands and answers to my questions. Type **/perf** to see what is open for you, **/perf help** for everything else.`,
    zh: md`我能看懂命令，以及对我提问的回答。输入 **/perf** 看待办，输入 **/perf help** 看全部命令。`,
  },
  bot: { en: 'growloop', zh: 'growloop' },
  openForm: { en: 'Open the form', zh: '打开表单' },
  needed: { en: 'Please fill this in.', zh: '请填写这一项。' },
  tooLong: {
    en: (max: string) => `Please stay within ${max} characters. Your text is still here.`,
    zh: (max: string) => `请控制在 ${max} 字以内，你写的内容还在。`,
  },
  badDay: { en: 'Please give a date like 2027-01-15.', zh: '请填写日期，例如 2027-01-15。' },
  badNumber: { en: 'Please give a number, like 40 or 3.5.', zh: '请填写数字，例如 40 或 3.5。' },
  whole: { en: 'Please give a whole number.', zh: '请填写整数。' },
  range: {
    en: (from: string, to: string) => `Please give a number from ${from} to ${to}.`,
    zh: (from: string, to: string) => `请填写 ${from} 到 ${to} 之间的数字。`,
  },
  choose: { en: 'Please choose one of the options.', zh: '请从选项中选择。' },
  most: {
    en: (max: string) => `Please choose ${max} at most.`,
    zh: (max: string) => `最多选择 ${max} 项。`,
  },
  formWrong: { en: 'Please look at the marked fields.', zh: '请看一下标出来的几项。' },
  page: {
    en: (n: number, of: number) => `Page ${n} of ${of}`,
    zh: (n: number, of: number) => `第 ${n} 页，共 ${of} 页`,
  },
  talkContinue: { en: 'Continue', zh: '继续' },
  talkParked: {
    en: (title: string): Md =>
      md`${bold(title)} waits until you are done here. You can also go on with it now.`,
    zh: (title: string): Md => md`${bold(title)}先放一放，等你忙完手上这个。也可以现在就继续。`,
  },
  talkForm: { en: 'All at once, as a form', zh: '用表单一次填完' },
  talkSkip: { en: 'Skip this question', zh: '跳过这一题' },
  talkBack: { en: 'Back', zh: '上一题' },
  talkLater: { en: 'Later', zh: '稍后再说' },
  talkStep: {
    en: (n: number, of: number): Md => md`Question ${n} of ${of}`,
    zh: (n: number, of: number): Md => md`第 ${n} 题，共 ${of} 题`,
  },
  talkAnswered: {
    en: (answer: Md): Md => md`You said: ${inside(answer)}`,
    zh: (answer: Md): Md => md`你的回答：${inside(answer)}`,
  },
  talkSkipped: { en: md`Skipped.`, zh: md`已跳过。` },
  talkSummary: {
    en: md`Please look it over. Nothing is passed on before you press Send.`,
    zh: md`请再看一遍。点「提交」之前，不会给任何人看到。`,
  },
  talkSend: { en: 'Send', zh: '提交' },
  talkChangeWhich: { en: 'Change an answer', zh: '修改某个回答' },
  talkChange: { en: 'Change', zh: '修改' },
  talkPaused: {
    en: md`All right, later. What you wrote is kept; press Continue whenever it suits you.`,
    zh: md`好的，稍后再说。你写的内容都保存着，方便的时候点「继续」。`,
  },
  talkStopped: { en: md`Stopped. Nothing was passed on.`, zh: md`已停止，没有提交任何内容。` },
  talkOver: { en: 'This talk is already closed.', zh: '这次沟通已经结束了。' },
  talkTaken: {
    en: (label: string) => `Put down as your answer to “${label}”. Edit your message to change it.`,
    zh: (label: string) => `已记为「${label}」的回答。修改那条消息就能更改。`,
  },
  talkCorrected: { en: 'Corrected.', zh: '已改好。' },
  failures: { en: 'Messages that did not arrive', zh: '没有送达的消息' },
});
