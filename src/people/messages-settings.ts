/** What the settings say: one's own, and the organisation's for HR. */
import { catalogue } from '../core/i18n.ts';
import { md } from '../core/md.ts';

export const saySettings = catalogue({
  help: { en: 'your language, time zone and quiet hours', zh: '语言、时区和免打扰时间' },
  title: { en: 'Your settings', zh: '我的设置' },
  intro: {
    en: md`In this language and at these hours I write to you. What you ask for yourself is always answered at once.`,
    zh: md`我会按这里的语言和时间给你发消息。你主动询问的内容随时都会马上回复。`,
  },
  language: { en: 'Language', zh: '语言' },
  english: { en: 'English', zh: 'English' },
  chinese: { en: '中文', zh: '中文' },
  zone: { en: 'Time zone', zh: '时区' },
  zoneHint: {
    en: 'For example Europe/Berlin or Asia/Shanghai. Due days end at midnight there.',
    zh: '例如 Asia/Shanghai 或 Europe/Berlin。截止日期按当地时间的当天结束计算。',
  },
  now: { en: 'Your time now', zh: '你的当地时间' },
  quiet: { en: 'Quiet hours', zh: '免打扰时间' },
  quietNone: { en: 'None', zh: '不设' },
  quietFrom: { en: 'Quiet from', zh: '免打扰开始' },
  quietTo: { en: 'Quiet until', zh: '免打扰结束' },
  quietHint: {
    en: 'Like 20:00. Leave both empty to have no quiet hours.',
    zh: '例如 20:00。两项都留空表示不设免打扰。',
  },
  change: { en: 'Time zone and other hours', zh: '修改时区和时间' },
  save: { en: 'Save', zh: '保存' },
  saved: { en: 'Saved.', zh: '已保存。' },
  zoneMoved: {
    en: (zone: string) => `Saved. Reminders and due days now follow ${zone}.`,
    zh: (zone: string) => `已保存。提醒和截止时间改按 ${zone} 计算。`,
  },
  badZone: {
    en: 'I don’t know this time zone. Please write it like Asia/Shanghai.',
    zh: '没有这个时区，请写成 Asia/Shanghai 这样。',
  },
  zoneLike: {
    en: (near: string) => `I don’t know this time zone. Did you mean ${near}?`,
    zh: (near: string) => `没有这个时区，是不是想写 ${near}？`,
  },
  badTime: { en: 'Please write a time like 20:00.', zh: '请填写时间，例如 20:00。' },
  bothTimes: {
    en: 'Please give both times, or leave both empty.',
    zh: '请两个时间都填，或者都留空。',
  },
  lookAgain: { en: 'Please look at the marked fields.', zh: '请看一下标出来的几项。' },
  organisation: { en: 'Organisation', zh: '组织设置' },
  organisationTitle: { en: 'The organisation’s settings', zh: '组织设置' },
  organisationIntro: {
    en: md`Language and time zone hold for announcements and for new people. What people chose for themselves stays.`,
    zh: md`语言和时区用于公告和新员工，不会改动个人已选的设置。`,
  },
  organisationName: { en: 'Name', zh: '组织名称' },
  announce: { en: 'Channel for announcements', zh: '公告频道' },
  announceHint: {
    en: 'The channel that everybody reads. Another name opens another channel with the same people in it.',
    zh: '全员都会看的频道。换一个名称会新开一个频道，成员不变。',
  },
  values: { en: 'Company values', zh: '公司价值观' },
  valuesHint: {
    en: 'One a line, ten at most; kudos can name one. In two languages: English, then |, then Chinese. Empty: the usual four.',
    zh: '每行一条，最多十条，认可时可以选用。双语写成「Customers first | 客户第一」。留空则用默认的四条。',
  },
  valuesMany: { en: 'Ten values at most, please.', zh: '最多十条。' },
  valueLong: {
    en: (value: string) => `“${value}” is too long; 60 characters fit.`,
    zh: (value: string) => `「${value}」太长了，请控制在 60 字以内。`,
  },
});
