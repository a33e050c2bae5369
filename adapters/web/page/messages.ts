/** The page's own sentences, side by side. What the bot says comes from the server, already in the reader's language. */
import type { Lang } from './wire.ts';

export const messages = {
  tryOut: { en: 'try-out', zh: '体验版' },
  skip: { en: 'Skip to the conversation', zh: '跳到对话' },
  people: { en: 'People', zh: '人员' },
  chat: { en: 'Chat', zh: '对话' },
  home: { en: 'Home', zh: '首页' },
  beSomeone: { en: 'Be someone', zh: '切换身份' },
  findPerson: { en: 'Find a person', zh: '搜索同事' },
  nobodyFound: { en: 'Nobody by that name.', zh: '没有找到这位同事。' },
  moreFound: {
    en: (n: number) => `${n} more: type to find them`,
    zh: (n: number) => `还有 ${n} 人，输入姓名查找`,
  },
  conversations: { en: 'Conversations', zh: '会话' },
  botTitle: { en: 'performance bot', zh: '绩效助手' },
  unread: { en: (n: number) => `${n} unread`, zh: (n: number) => `${n} 条未读` },
  members: { en: (n: number) => `${n} people`, zh: (n: number) => `${n} 人` },
  you: { en: 'you', zh: '你' },
  bot: { en: 'growloop', zh: 'growloop' },
  messageBot: { en: 'Message growloop, or type /', zh: '给 growloop 发消息，输入 / 看命令' },
  messageRoom: { en: (room: string) => `Message ${room}`, zh: (room: string) => `在「${room}」中发言` },
  send: { en: 'Send', zh: '发送' },
  attach: { en: 'Attach a file', zh: '添加附件' },
  remove: { en: (what: string) => `Remove ${what}`, zh: (what: string) => `移除${what}` },
  replyTo: { en: 'Reply', zh: '回复' },
  replying: { en: (to: string) => `Replying to: ${to}`, zh: (to: string) => `回复：${to}` },
  commandsFor: { en: 'Commands', zh: '可用命令' },
  keys: { en: 'Enter sends · Shift + Enter for a new line', zh: 'Enter 发送 · Shift + Enter 换行' },
  log: { en: 'Messages', zh: '消息' },
  edited: { en: 'updated', zh: '已更新' },
  today: { en: 'Today', zh: '今天' },
  earlier: { en: (n: number) => `Show ${n} earlier messages`, zh: (n: number) => `显示更早的 ${n} 条消息` },
  newMessages: {
    en: (n: number) => (n === 1 ? '1 new message' : `${n} new messages`),
    zh: (n: number) => `${n} 条新消息`,
  },
  thinking: { en: 'growloop is working on it', zh: 'growloop 正在处理' },
  sending: { en: 'sending…', zh: '发送中…' },
  emptyBot: {
    en: 'Nothing here yet. Say hello, or type / for what growloop can do.',
    zh: '还没有消息。打个招呼，或输入 / 看看能做什么。',
  },
  emptyRoom: { en: 'Nobody has written here yet.', zh: '这里还没有人发言。' },
  emptyHome: { en: 'Nothing to do at the moment.', zh: '目前没有待办。' },
  loading: { en: 'Loading…', zh: '加载中…' },
  showRows: { en: (n: number) => `Show all ${n} rows`, zh: (n: number) => `显示全部 ${n} 行` },
  fewerRows: { en: 'Show fewer', zh: '收起' },
  doneOf: {
    en: (done: number, of: number) => `${done} of ${of}`,
    zh: (done: number, of: number) => `${done} / ${of}`,
  },
  pick: { en: 'Choose…', zh: '请选择…' },
  sure: { en: 'Are you sure?', zh: '确认一下' },
  cancel: { en: 'Cancel', zh: '取消' },
  close: { en: 'Close', zh: '关闭' },
  optional: { en: 'optional', zh: '选填' },
  missing: { en: 'Please fill this in.', zh: '这一项需要填写。' },
  lookOver: {
    en: (n: number) => (n === 1 ? 'One answer needs another look.' : `${n} answers need another look.`),
    zh: (n: number) => `有 ${n} 项需要再看一下。`,
  },
  charsLeft: {
    en: (n: number) => (n < 0 ? `${-n} too many` : `${n} left`),
    zh: (n: number) => (n < 0 ? `超出 ${-n} 字` : `还可输入 ${n} 字`),
  },
  chooseFile: { en: 'Choose a file', zh: '选择文件' },
  uploading: { en: (name: string) => `Uploading ${name}…`, zh: (name: string) => `正在上传 ${name}…` },
  discard: {
    en: 'What you typed is not saved yet. Close anyway?',
    zh: '填写的内容还没有提交，确定要关闭吗？',
  },
  discardYes: { en: 'Close without saving', zh: '不保存并关闭' },
  keepWriting: { en: 'Keep writing', zh: '继续填写' },
  offline: { en: 'The connection was lost. Trying again…', zh: '连接中断，正在重试…' },
  failed: { en: 'That did not work. Please try again.', zh: '操作没有成功，请再试一次。' },
  clock: { en: 'Try-out clock', zh: '体验时钟' },
  clockDay: { en: 'Next working day', zh: '下一个工作日' },
  clockPhase: { en: 'To the end of this phase', zh: '到本阶段结束' },
  clockHour: { en: '+1 h', zh: '+1 小时' },
  clockNext: { en: (at: string) => `Next due: ${at}`, zh: (at: string) => `下一项到期：${at}` },
  timePasses: { en: 'Time passes…', zh: '时间流逝中…' },
  ran: {
    en: (n: number) =>
      n === 0
        ? 'Nothing was due.'
        : n === 1
          ? 'One thing was due and is done.'
          : `${n} things were due and are done.`,
    zh: (n: number) => (n === 0 ? '这段时间没有到点的事。' : `到点的 ${n} 件事都办好了。`),
  },
  play: { en: 'Play the others', zh: '让其他人行动' },
  playing: { en: 'The others are at work…', zh: '其他人正在行动…' },
  takesLong: {
    en: 'This takes about a minute. You can look around meanwhile.',
    zh: '大约需要一分钟，你可以先看看别的。',
  },
  playHint: { en: 'Everyone else does what they owe in this phase.', zh: '让其他人把本阶段该做的事做完。' },
  played: { en: 'What the others did', zh: '其他人做了这些' },
  playedNothing: { en: 'Nobody owed anything. Try the clock.', zh: '大家都没有待办，试试拨快时钟。' },
  language: { en: 'Language', zh: '语言' },
  theirLanguage: { en: 'Auto', zh: '自动' },
  tools: { en: 'Clock and others', zh: '时钟与其他人' },
  guide: { en: 'Guide', zh: '新手引导' },
  guideStep: {
    en: (n: number, of: number) => `Step ${n} of ${of}`,
    zh: (n: number, of: number) => `第 ${n} 步，共 ${of} 步`,
  },
  guideBack: { en: 'Previous step', zh: '上一步' },
  guideSkip: { en: 'Next step', zh: '下一步' },
  guideClose: { en: 'Hide the guide', zh: '隐藏引导' },
  guideAgain: { en: 'Start the guide again', zh: '重新开始引导' },
  welcome: { en: 'A company’s performance cycle, run in chat', zh: '把整个绩效周期，放进团队的聊天里' },
  welcomeText: {
    en: 'Goals, check-ins, reviews, ratings, feedback: growloop walks everyone through them, one message at a time. This is a made-up company to try it with: no account is needed, nobody real is written to, and you may be anyone in it.',
    zh: '目标、辅导、评价、评分、反馈，growloop 用一条条消息带着每个人走完。这里是一家虚构的公司，供你随意体验：不需要账号，不会打扰任何真人，你可以扮演公司里的任何人。',
  },
  welcomeSteps: {
    en: [
      'HR starts a cycle, here in the chat',
      'People write goals, managers agree them',
      'You turn the clock, and the quarter unfolds',
    ],
    zh: ['HR 在聊天里启动一轮周期', '员工写目标，主管确认', '拨快时钟，看一个季度怎样展开'],
  },
  startAs: { en: (name: string) => `Start as ${name} (HR)`, zh: (name: string) => `从 HR ${name} 开始` },
  orAnyone: { en: 'or choose anyone from the list', zh: '也可以在列表里选任何人' },
  tokenTitle: { en: 'This console asks for its token', zh: '请输入控制台口令' },
  tokenText: {
    en: 'It is the value of CONSOLE_TOKEN on the server. It stays in this tab only.',
    zh: '即服务器上 CONSOLE_TOKEN 的值，只保存在这个标签页里。',
  },
  tokenGo: { en: 'Open', zh: '进入' },
} as const;

type Catalogue = typeof messages;
/** One language of the catalogue; both sides of a key have the same shape. */
export type Words = { [K in keyof Catalogue]: Catalogue[K][Lang] };

const sides = new Map<Lang, Words>();

export function words(lang: Lang): Words {
  const known = sides.get(lang);
  if (known) return known;
  const side = Object.fromEntries(Object.entries(messages).map(([key, both]) => [key, both[lang]])) as Words;
  sides.set(lang, side);
  return side;
}
