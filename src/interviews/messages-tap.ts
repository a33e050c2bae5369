import { catalogue } from '../core/i18n.ts';

/** The buttons of a conversation. */
export const tap = catalogue({
  works: { en: 'That works', zh: '可以' },
  otherTime: { en: 'Another time', zh: '换个时间' },
  nameTime: { en: 'Propose a time', zh: '提议时间' },
  keep: { en: 'Keep the agreed time', zh: '还按原来的时间' },
  addPlace: { en: 'Place or link', zh: '地点或链接' },
  callOff: { en: 'Call it off', zh: '取消这次时间' },
  callOffSure: {
    en: 'The time is free again for both, and a new one is needed. Call it off?',
    zh: '这个时间会对双方取消，需要重新约。确定取消吗？',
  },
  agenda: { en: 'Agenda', zh: '面谈提纲' },
  took: { en: 'We have talked', zh: '我们聊过了' },
  notTaken: { en: 'It has not taken place', zh: '还没有聊' },
  note: { en: 'Note what we agreed', zh: '记下约定' },
  confirm: { en: 'Confirm', zh: '确认' },
  haveRead: { en: 'I have read it', zh: '看过了' },
  change: { en: 'Change', zh: '修改' },
  differ: { en: 'We see this differently', zh: '看法不同' },
  write: { en: 'Write a few lines', zh: '写几句反馈' },
  ask: { en: 'I’d rather talk', zh: '想当面聊' },
  prepare: { en: 'Prepare', zh: '做点准备' },
  share: { en: 'Share it', zh: '分享给对方' },
  shareSure: {
    en: 'From then on the other one reads it, and later changes of it. Share it?',
    zh: '分享之后对方就能看到，之后的修改也能看到。确定分享吗？',
  },
});
