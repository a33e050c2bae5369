import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

/** Forms of conversations. */
export const ask = catalogue({
  timeTitle: { en: 'Propose a time', zh: '提议面谈时间' },
  timeIntro: {
    en: (other: string): Md =>
      md`${person(other)} gets it and can accept or name another one. 45 minutes are usual.`,
    zh: (other: string): Md => md`${person(other)} 收到后可以同意，也可以换个时间。一般 45 分钟。`,
  },
  day: { en: 'Day', zh: '日期' },
  time: { en: 'Time (your own zone)', zh: '时间（你所在时区）' },
  place: { en: 'Place or link', zh: '地点或会议链接' },
  placeHint: { en: 'A quiet room, or a link to a call.', zh: '安静的会议室，或线上会议链接。' },
  placeTitle: { en: 'Where do you meet?', zh: '在哪里聊？' },
  propose: { en: 'Propose', zh: '发出提议' },
  save: { en: 'Save', zh: '保存' },

  notesTitle: { en: 'What did you agree?', zh: '聊好了什么？' },
  notesIntro: {
    en: (other: string): Md =>
      md`${person(other)} sees the same text and can change it, until both have confirmed. Short is fine.`,
    zh: (other: string): Md => md`${person(other)} 看到的是同一份内容，双方确认之前都可以改。简短就好。`,
  },
  talkedOn: { en: 'When you talked', zh: '面谈日期' },
  agreed: { en: 'What you agreed', zh: '达成的一致' },
  agreedHint: {
    en: 'What stays, what changes, what you see differently. Words that both would use.',
    zh: '保持什么、改变什么、哪里看法不同，用双方都认可的话写。',
  },
  step: { en: (n: number) => `Next step ${n}`, zh: (n: number) => `下一步 ${n}` },
  stepHint: { en: 'Who does what.', zh: '谁来做什么。' },
  by: { en: (n: number) => `Step ${n}: by when`, zh: (n: number) => `第 ${n} 步：什么时候之前` },
  support: { en: 'Support promised', zh: '承诺的支持' },
  supportHint: { en: 'Time, a course, a contact, somebody to ask.', zh: '时间、课程、引荐、可以请教的人。' },

  differTitle: { en: 'How do you see it?', zh: '你怎么看？' },
  differIntro: {
    en: md`It stands beside the text, and both of you read it. Sending it confirms that you talked about it, or have read it, not that you agree.`,
    zh: md`会放在记录旁边，双方都能看到。提交代表确实聊过或看过，不代表认同。`,
  },
  differ: { en: 'Your view', zh: '你的看法' },
  differSend: { en: 'Add it and confirm', zh: '写上并确认' },

  writeTitle: {
    en: (name: string) => `A few lines for ${name}`,
    zh: (name: string) => `写给 ${name} 的反馈`,
  },
  writeIntro: {
    en: (name: string): Md =>
      md`${bold(name)} reads it and confirms that it arrived. Sending it is your own confirmation.`,
    zh: (name: string): Md => md`${bold(name)} 会看到并确认收到，你发出就代表你已确认。`,
  },
  seen: { en: 'What you saw, and what it changed', zh: '你看到了什么，带来什么变化' },
  seenHint: {
    en: 'One or two things they did, concrete enough to do them again. “Great work” helps little.',
    zh: '一两件具体做过的事，让对方知道可以继续做什么。只写「干得不错」帮助不大。',
  },
  next: { en: 'What comes next', zh: '接下来' },
  nextHint: {
    en: 'What you expect, what they could try, what you will do for it.',
    zh: '你的期望、可以尝试的事，以及你会提供的支持。',
  },
  send: { en: 'Send', zh: '发送' },

  prepareTitle: { en: 'Prepare the conversation', zh: '面谈准备' },
  prepareIntro: {
    en: (other: string): Md => md`Only you see it, until you share it with ${person(other)}.`,
    zh: (other: string): Md => md`只有你自己看得到；想让 ${person(other)} 提前知道，可以再分享。`,
  },
  toAsk: { en: 'What you want to ask', zh: '想问的' },
  toAskHint: {
    en: 'For example: what would have made it an A? What do you expect of me next?',
    zh: '例如：做到什么程度会是 A？接下来对我的期望是什么？',
  },
  toTalk: { en: 'What you want to talk about', zh: '想聊的' },
  toTalkHint: {
    en: 'For example: a task I would like to have, what held me back, where I want to be in two years.',
    zh: '例如：想承担的工作、遇到的阻碍、两年后想走到哪一步。',
  },
});
