/** Every sentence the console's server says, en and zh side by side. `it` is the detail of that one case. */
interface Said {
  en(it: string): string;
  zh(it: string): string;
}

export const messages = {
  notJson: {
    en: () => 'Send JSON (content-type: application/json).',
    zh: () => '请发送 JSON（content-type: application/json）。',
  },
  malformed: { en: () => 'This could not be read.', zh: () => '内容无法读取。' },
  badField: { en: (it) => `“${it}” is not as expected.`, zh: (it) => `「${it}」不符合要求。` },
  emptyMessage: { en: () => 'There is nothing in this message.', zh: () => '消息是空的。' },
  badKey: {
    en: () => 'An idempotency-key has 1 to 200 plain characters.',
    zh: () => 'idempotency-key 为 1 到 200 个普通字符。',
  },
  oneFile: { en: () => 'Send exactly one part named “file”.', zh: () => '请只上传一个名为「file」的部分。' },
  sentence: { en: (it) => it, zh: (it) => it },
  noToken: { en: () => 'The console asks for its token.', zh: () => '需要控制台口令。' },
  notFromHere: { en: () => 'The console answers only this computer.', zh: () => '控制台只接受本机访问。' },
  noRoute: { en: () => 'There is nothing here.', zh: () => '这里什么也没有。' },
  noPerson: { en: () => 'Nobody here has this id.', zh: () => '没有这个人。' },
  noRoom: { en: () => 'You are not in such a room.', zh: () => '您不在这个群里。' },
  noItem: { en: () => 'This message is not there for you.', zh: () => '找不到这条消息。' },
  noFile: { en: () => 'This file is not there for you.', zh: () => '找不到这个文件。' },
  otherUse: {
    en: () => 'This idempotency-key was already used for something else.',
    zh: () => '这个 idempotency-key 已用于别的请求。',
  },
  interrupted: {
    en: () =>
      'This was begun before and nobody knows how far it came. Look first, then use a new idempotency-key.',
    zh: () => '这一步之前开始过但中断了。请先查看现状，再换一个 idempotency-key。',
  },
  tooLarge: { en: (it) => `More than ${it} is too large.`, zh: (it) => `超过 ${it}，太大了。` },
  tooFast: { en: () => 'A little slower, please.', zh: () => '请稍慢一点。' },
  starting: { en: () => 'Not ready yet.', zh: () => '尚未就绪。' },
  failed: { en: () => 'Something went wrong here. It is in the log.', zh: () => '这边出错了，已记录。' },
} satisfies Record<string, Said>;

export type Saying = keyof typeof messages;
export type Locale = 'en' | 'zh';

export function sentence(saying: Saying, locale: Locale, it = ''): string {
  const said: Said = messages[saying];
  return said[locale](it);
}
