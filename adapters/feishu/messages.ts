/** Every sentence that the Feishu adapter itself says, en and zh side by side. */
import { catalogue } from '../../src/core/i18n.ts';

export const say = catalogue({
  back: { en: 'Back', zh: '返回' },
  next: { en: 'Next', zh: '下一页' },
  previous: { en: 'Previous', zh: '上一页' },
  pageOf: {
    en: (n: number, of: number) => `Page ${n} of ${of}`,
    zh: (n: number, of: number) => `第 ${n} 页，共 ${of} 页`,
  },
  part: {
    en: (n: number) => `Part ${n}. What you write is kept when you go on or back.`,
    zh: (n: number) => `第 ${n} 部分。前后翻看时，已填内容会保留。`,
  },
  more: { en: (label: string) => `${label} (continued)`, zh: (label: string) => `${label}（续）` },
  moreRoom: {
    en: 'There is more room now: go on in the second field, or leave it empty and send again.',
    zh: '已为您加了一栏：可以接着写；不需要的话留空，再发送一次。',
  },
  levels: { en: 'What these mean', zh: '各选项的含义' },
  details: { en: 'The whole text', zh: '全文' },
  confirmTitle: { en: 'Are you sure?', zh: '确定吗？' },
  search: { en: 'Part of a name, or an e-mail address', zh: '输入姓名的一部分，或邮箱' },
  searchMore: { en: 'Somebody else? Part of a name', zh: '还有别人？输入姓名的一部分' },
  found: {
    en: (n: number) =>
      n === 1 ? 'Found one. Is it right? Then send again.' : `Found ${n}. Choose, then send again.`,
    zh: (n: number) =>
      n === 1 ? '找到一位。确认无误后，请再发送一次。' : `找到 ${n} 位。请选择，然后再发送一次。`,
  },
  foundSome: {
    en: (from: number, to: number, of: number) =>
      `Shown: ${from} to ${to} of ${of}. A longer piece of the name finds fewer.`,
    zh: (from: number, to: number, of: number) =>
      `当前显示第 ${from} 到 ${to} 位，共 ${of} 位。多输入几个字可缩小范围。`,
  },
  notFound: {
    en: (typed: string) => `Nobody was found for “${typed}”. Try another piece of the name.`,
    zh: (typed: string) => `没有找到「${typed}」。换姓名中的另一部分试试。`,
  },
  furtherPeople: { en: 'More people', zh: '更多人选' },
  movedOn: {
    en: 'The form had moved on already. What you wrote is kept; please look, and press again.',
    zh: '表单已经翻到这里，您刚才填写的内容已保留。请确认后再按一次。',
  },
  directoryLate: {
    en: 'The address book is still being read. Please send again in a moment.',
    zh: '通讯录还在读取，请稍后再发送一次。',
  },
  formSent: {
    en: 'The form is in your own conversation with me.',
    zh: '表单已发到您与我的单聊里。',
  },
  sentTitle: { en: 'Sent', zh: '已提交' },
  sent: { en: 'It has arrived.', zh: '已收到。' },
  sendFile: {
    en: 'Send it to me here, as a message; then press the button below.',
    zh: '请直接在这个会话里把文件发给我，然后点下面的按钮。',
  },
  fileTaken: {
    en: (name: string) => `Got “${name}”. It goes along when you send the form above.`,
    zh: (name: string) => `已收到「${name}」，提交上方表单时会一并附上。`,
  },
  filesHere: { en: (names: string) => `Here so far: ${names}`, zh: (names: string) => `已收到：${names}` },
  expired: {
    en: 'This is no longer open. Please open it anew, or say “/perf”.',
    zh: '这里已经失效，请重新打开，或发送「/perf」。',
  },
  expiredTitle: { en: 'No longer open', zh: '已失效' },
  working: {
    en: 'One moment, it takes a little longer. What you did is kept.',
    zh: '请稍候，处理时间稍长，您的操作已收到。',
  },
  broken: { en: 'Something went wrong here. Please try again.', zh: '出了点问题，请再试一次。' },
  mark: { en: 'Please look at the marked fields.', zh: '请看标出的栏目。' },
  noPicture: { en: (alt: string) => `Picture: ${alt}`, zh: (alt: string) => `图片：${alt}` },
});

export type Words = ReturnType<typeof say>;
