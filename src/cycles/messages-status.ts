import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';
import type { Scheme } from './model.ts';

type Every = Scheme['checkIns']['every'];

const rhythm: Record<'en' | 'zh', Record<Every, string>> = {
  en: { week: 'every week', fortnight: 'every two weeks', month: 'every month', quarter: 'every quarter' },
  zh: { week: '每周', fortnight: '每两周', month: '每月', quarter: '每季度' },
};

/** How far a cycle is, what is next, and the schemes. */
export const status = catalogue({
  title: { en: (name: string) => `${name} – how far we are`, zh: (name: string) => `${name}：进度` },
  teamTitle: { en: (name: string) => `${name} – your team`, zh: (name: string) => `${name}：你的团队` },
  ownTitle: { en: (name: string) => `${name} – where you are`, zh: (name: string) => `${name}：你的进度` },
  period: { en: 'Period', zh: '考核期' },
  periodValue: {
    en: (from: string, to: string) => `${from} – ${to}`,
    zh: (from: string, to: string) => `${from}至${to}`,
  },
  now: { en: 'Now', zh: '当前' },
  notOpen: { en: 'not open yet', zh: '尚未开始' },
  nowValue: {
    en: (phase: string, due: string) => `${phase}, due ${due}`,
    zh: (phase: string, due: string) => `${phase}，${due}截止`,
  },
  taking: { en: 'Take part', zh: '参与人数' },
  unit: { en: 'Unit', zh: '部门' },
  people: { en: 'People', zh: '人数' },
  done: { en: 'Done', zh: '已完成' },
  open: { en: 'Open', zh: '未完成' },
  late: { en: 'Late', zh: '逾期' },
  state: { en: 'State', zh: '状态' },
  completion: { en: (phase: string) => `${phase}: done`, zh: (phase: string) => `${phase}完成` },
  chartAlt: {
    en: (phase: string, done: number, open: number, late: number) =>
      `${phase} by unit: ${done} done, ${open} open, ${late} late.`,
    zh: (phase: string, done: number, open: number, late: number) =>
      `各部门${phase}进度：已完成 ${done}，未完成 ${open}，逾期 ${late}。`,
  },
  moreUnits: {
    en: (n: number, done: number, of: number): Md => md`And ${n} more units: ${done} of ${of} done.`,
    zh: (n: number, done: number, of: number): Md => md`另有 ${n} 个部门：已完成 ${done}/${of}。`,
  },
  whoLate: {
    en: (n: number, who: string): Md => md`${bold('Late')} (${n}): ${who}. They hear from me themselves.`,
    zh: (n: number, who: string): Md => md`${bold('逾期')}（${n} 人）：${who}。我会提醒他们本人。`,
  },
  nobodyLate: { en: md`Nobody is late.`, zh: md`没有人逾期。` },
  outLine: {
    en: (what: string, why: string, n: number, who: string): Md => md`${bold(what)} (${n}): ${why} – ${who}.`,
    zh: (what: string, why: string, n: number, who: string): Md =>
      md`${bold(what)}（${n} 人），${why}：${who}。`,
  },
  small: {
    en: md`Numbers only: who is late hears it themselves, and HR.`,
    zh: md`这里只显示数字。是否逾期由我提醒本人，HR 可以看到。`,
  },
  noScope: {
    en: md`You look after no unit of this cycle.`,
    zh: md`你负责的部门不在这个周期里。`,
  },
  ownState: {
    en: (state: string): Md => md`You are at: ${bold(state)}.`,
    zh: (state: string): Md => md`你目前处于：${bold(state)}。`,
  },
  notIn: {
    en: (why: string): Md => md`You do not take part: ${why}.`,
    zh: (why: string): Md => md`你不参与：${why}。`,
  },
  stranger: { en: md`You are not in this cycle.`, zh: md`你不在这个周期里。` },

  homeHr: { en: md`**Running cycles**`, zh: md`**进行中的周期**` },
  homeLine: {
    en: (name: string, phase: string, due: string): Md => md`${bold(name)}: ${phase}, due ${due}`,
    zh: (name: string, phase: string, due: string): Md => md`${bold(name)}：${phase}，${due}截止`,
  },
  homeState: {
    en: (name: string, state: string): Md => md`${bold(name)}: ${state}`,
    zh: (name: string, state: string): Md => md`${bold(name)}：${state}`,
  },
  homeNext: { en: md`**What is next**`, zh: md`**接下来**` },
  nextDue: {
    en: (name: string, phase: string, day: string): Md => md`${day}: ${phase} is due (${name})`,
    zh: (name: string, phase: string, day: string): Md => md`${day}：${phase}截止（${name}）`,
  },
  nextOpens: {
    en: (name: string, phase: string, day: string): Md => md`${day}: ${phase} begins (${name})`,
    zh: (name: string, phase: string, day: string): Md => md`${day}：${phase}开始（${name}）`,
  },
  nextPaused: {
    en: (name: string): Md => md`${name} is paused; nothing is due.`,
    zh: (name: string): Md => md`「${name}」已暂停，没有截止事项。`,
  },

  schemes: { en: 'Schemes', zh: '考核方案' },
  schemeLine: {
    en: (key: string, title: string): Md => md`${bold(title)} – /perf scheme show ${key}`,
    zh: (key: string, title: string): Md => md`${bold(title)}：/perf scheme show ${key}`,
  },
  schemeTitle: { en: (title: string) => `Scheme ${title}`, zh: (title: string) => `考核方案：${title}` },
  schemeFor: {
    en: md`The first holds for everybody, the second for those who lead people in the cycle. Running cycles keep the copy that was frozen at their start.`,
    zh: md`第一套适用于所有人，第二套适用于在周期内带团队的人。进行中的周期使用启动时冻结的版本。`,
  },
  schemeFacts: {
    en: (k: number, cap: number, days: number, every: Every, time: string): Md =>
      md`A group is shown from ${k} answers on. Attainment counts up to ${cap} %. Who is active for less than ${days} days of the period (at most half of it) is not eligible. Check-ins are ${rhythm.en[every]} at ${time}.`,
    zh: (k: number, cap: number, days: number, every: Every, time: string): Md =>
      md`同类评价满 ${k} 人才显示。目标达成率最高计 ${cap}%。考核期内在岗少于 ${days} 天（短周期按一半计）的不参与。辅导沟通${rhythm.zh[every]}一次，${time} 开始。`,
  },
});
