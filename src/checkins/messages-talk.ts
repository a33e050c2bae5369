import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

/** The GROW talk: its questions, and how an answer is named on the record. */
export const ask = catalogue({
  intro: {
    en: (manager: string | undefined): Md =>
      manager
        ? md`Four steps: what you want, how things stand, what you could do, what you will do. Afterwards you and ${person(manager)} have the same record.`
        : md`Four steps: what you want, how things stand, what you could do, what you will do.`,
    zh: (manager: string | undefined): Md =>
      manager
        ? md`分四步：目标、现状、方案、行动。聊完以后，你和 ${person(manager)} 看到的是同一份记录。`
        : md`分四步：目标、现状、方案、行动。`,
  },
  did: {
    en: (what: string): Md => md`Last time you wanted to do this: ${bold(what)}. Did it happen?`,
    zh: (what: string): Md => md`上次你打算：${bold(what)}。后来做了吗？`,
  },
  didLabel: { en: (n: number) => `Last time’s action ${n}`, zh: (n: number) => `上次的行动 ${n}` },
  goal: { en: md`Which goal is this about?`, zh: md`这次想聊哪个目标？` },
  goalLabel: { en: 'Goal', zh: '目标' },
  other: { en: 'Something else', zh: '其他事情' },
  want: {
    en: md`What do you want from this check-in?`,
    zh: md`这次沟通你最想解决什么？`,
  },
  wantLabel: { en: 'What I want', zh: '想解决的问题' },
  number: {
    en: (what: string, now: string, target: string): Md =>
      md`${bold(what)}: where does it stand now? Last known ${now}, target ${target}.`,
    zh: (what: string, now: string, target: string): Md =>
      md`${bold(what)}现在是多少？上次 ${now}，目标 ${target}。`,
  },
  unknown: { en: 'nothing yet', zh: '暂无' },
  milestone: {
    en: (what: string): Md => md`${bold(what)}: is it done?`,
    zh: (what: string): Md => md`${bold(what)}完成了吗？`,
  },
  reached: { en: 'Done', zh: '已完成' },
  notReached: { en: 'Not done yet', zh: '还没完成' },
  happened: {
    en: md`What has happened since last time? What you saw or did, rather than how it felt.`,
    zh: md`上次以来发生了什么？请讲具体的事实，先不下结论。`,
  },
  happenedLabel: { en: 'What happened', zh: '现状' },
  confidence: { en: md`How sure are you that you will get there?`, zh: md`按现在的情况，你觉得能达成吗？` },
  confidenceLabel: { en: 'Confidence', zh: '信心' },
  onTrack: { en: 'On track', zh: '正常推进' },
  atRisk: { en: 'At risk', zh: '有风险' },
  offTrack: { en: 'Off track', zh: '已偏离' },
  obstacles: {
    en: md`Does anything stand in the way? Skip this if nothing does.`,
    zh: md`有什么阻碍吗？没有的话可以跳过。`,
  },
  obstaclesLabel: { en: 'Obstacles', zh: '阻碍' },
  tell: {
    en: md`Shall I tell your manager that you need help with this?`,
    zh: md`需要我告诉你的直线经理，请他来帮忙吗？`,
  },
  tellLabel: { en: 'Ask for help', zh: '请求支持' },
  yes: { en: 'Yes', zh: '请转告' },
  no: { en: 'No, just noting', zh: '不用，先记下' },
  options: {
    en: md`What could you do? Two or three ways, also ones you would not choose.`,
    zh: md`可以怎么做？想两三个办法，不急着选。`,
  },
  optionsLabel: { en: 'Ways forward', zh: '可选方案' },
  support: {
    en: md`What help do you need, and from whom?`,
    zh: md`需要谁的什么支持？`,
  },
  supportLabel: { en: 'Help needed', zh: '需要的支持' },
  deeds: {
    en: md`What will you do, and by when? One line each, like: send the draft to Li — by Friday`,
    zh: md`接下来做什么、什么时候完成？一行一项，例如：把初稿发给小李 — 周五`,
  },
  deedsLabel: { en: 'Actions', zh: '行动' },
  deedsHint: { en: 'One line each: what — by when', zh: '一行一项：做什么 — 什么时候' },
  commitment: {
    en: md`How firmly do you intend to do it, from 1 to 10?`,
    zh: md`你有多大决心去做？请打分，1 到 10。`,
  },
  commitmentLabel: { en: 'Commitment', zh: '决心' },
  raise: {
    en: md`What would make it an 8?`,
    zh: md`怎样才能到 8 分？`,
  },
  raiseLabel: { en: 'What would make it an 8', zh: '怎样到 8 分' },
  thanks: {
    en: (manager: string | undefined): Md =>
      manager
        ? md`Thank you. ${person(manager)} finds it in the next digest. You can change it until the next check-in opens; your actions come back then.`
        : md`Thank you. You can change it until the next check-in opens; your actions come back then.`,
    zh: (manager: string | undefined): Md =>
      manager
        ? md`谢谢。${person(manager)} 会在最近一次汇总里看到。下次沟通开始前都可以修改，行动到时会再出现。`
        : md`谢谢。下次沟通开始前都可以修改，行动到时会再出现。`,
  },
  carriedLabel: { en: 'Actions from last time', zh: '上次的行动' },
  outOfTen: { en: (n: number) => `${n} of 10`, zh: (n: number) => `${n} 分（满分 10）` },
  notSaid: { en: 'not said', zh: '未说明' },
});
