import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';

const platformNames: Record<string, { en: string; zh: string }> = {
  slack: { en: 'Slack', zh: 'Slack' },
  feishu: { en: 'Feishu', zh: '飞书' },
  web: { en: 'Web', zh: '网页版' },
};

const hours = (minutes: number) => {
  const whole = Math.ceil(minutes);
  return { h: Math.floor(whole / 60), m: whole % 60 };
};

/** The card of a draft: what the look before the launch found, and what will happen. */
export const check = catalogue({
  platform: {
    en: (p: string) => platformNames[p]?.en ?? p,
    zh: (p: string) => platformNames[p]?.zh ?? p,
  },
  /** A length of time from minutes. */
  about: {
    en: (minutes: number) => {
      if (minutes === 0) return 'at once';
      if (minutes < 1) return 'under a minute';
      if (minutes < 90) return `about ${Math.ceil(minutes)} min`;
      const { h, m } = hours(minutes);
      return m === 0 ? `about ${h} h` : `about ${h} h ${m} min`;
    },
    zh: (minutes: number) => {
      if (minutes === 0) return '即时送达';
      if (minutes < 1) return '不到 1 分钟';
      if (minutes < 90) return `约 ${Math.ceil(minutes)} 分钟`;
      const { h, m } = hours(minutes);
      return m === 0 ? `约 ${h} 小时` : `约 ${h} 小时 ${m} 分钟`;
    },
  },
  ready: {
    en: (name: string) => `${name} – ready to start?`,
    zh: (name: string) => `${name}：可以启动了吗？`,
  },
  notReady: { en: (name: string) => `${name} – not ready yet`, zh: (name: string) => `${name}：还不能启动` },
  looking: { en: (name: string) => `${name} – looking it over`, zh: (name: string) => `${name}：检查中` },
  lookingText: {
    en: md`I am looking through people, lines and dates. This card changes by itself when I am done; nobody hears of it yet.`,
    zh: md`正在检查人员、汇报关系和日期。检查完后这张卡片会自动更新，目前还没有通知任何人。`,
  },
  summary: {
    en: (people: string, scheme: string, from: string, to: string): Md =>
      md`${bold(people)} · scheme ${bold(scheme)} · ${from} – ${to}`,
    zh: (people: string, scheme: string, from: string, to: string): Md =>
      md`${bold(people)} · 考核方案 ${bold(scheme)} · ${from}至${to}`,
  },
  scheme: {
    en: (name: string, version: number) => `${name} v${version}`,
    zh: (name: string, version: number) => `${name} v${version}`,
  },
  colPhase: { en: 'Phase', zh: '阶段' },
  colOpens: { en: 'Opens', zh: '开始' },
  colDue: { en: 'Due', zh: '截止' },
  colState: { en: 'Now', zh: '当前' },
  grace: {
    en: md`Late work is taken for one working day more, in appeals not at all. A phase opens at 09:00; it is due at the end of the day where each person is.`,
    zh: md`截止后有一个工作日的宽限期（申诉除外）。各阶段当天 09:00 开始，截止时间为参与人所在时区当天结束。`,
  },
  fine: {
    en: (n: number): Md => md`${bold('Launch check')}: ${n} fine.`,
    zh: (n: number): Md => md`${bold('启动检查')}：${n} 人没有问题。`,
  },
  noManager: {
    en: (n: number, who: string): Md =>
      md`${bold(String(n))} without a manager: ${who}. Without a named evaluator nobody rates them.`,
    zh: (n: number, who: string): Md =>
      md`${bold(String(n))} 人没有直线经理：${who}。不指定评价人就没有人给他们评分。`,
  },
  circle: {
    en: (n: number, who: string): Md => md`${bold(String(n))} report to each other in a circle: ${who}.`,
    zh: (n: number, who: string): Md => md`${bold(String(n))} 人的汇报关系互相循环：${who}。`,
  },
  noAccount: {
    en: (n: number, who: string): Md =>
      md`${bold(String(n))} without an account, they get no message: ${who}.`,
    zh: (n: number, who: string): Md => md`${bold(String(n))} 人没有账号，收不到消息：${who}。`,
  },
  leave: {
    en: (n: number, who: string): Md => md`${bold(String(n))} on long leave → not eligible: ${who}.`,
    zh: (n: number, who: string): Md => md`${bold(String(n))} 人长期休假 → 不参与：${who}。`,
  },
  joined: {
    en: (n: number, who: string): Md =>
      md`${bold(String(n))} joined too late in the period → not eligible: ${who}.`,
    zh: (n: number, who: string): Md => md`${bold(String(n))} 人入职时间较短 → 不参与：${who}。`,
  },
  leaving: {
    en: (n: number, who: string): Md =>
      md`${bold(String(n))} leaving too early in the period → not eligible: ${who}.`,
    zh: (n: number, who: string): Md => md`${bold(String(n))} 人周期内将离职 → 不参与：${who}。`,
  },
  weights: {
    en: (of: string, is: string): Md => md`Weights of ${bold(of)} add up to ${is}, not to 100 %.`,
    zh: (of: string, is: string): Md => md`${bold(of)} 的权重之和是 ${is}，不是 100%。`,
  },
  past: {
    en: (phase: string, day: string): Md =>
      md`${bold(phase)} would be due on ${day}, which is over. Please change it.`,
    zh: (phase: string, day: string): Md => md`${bold(phase)}的截止日 ${day} 已经过去，请修改。`,
  },
  order: {
    en: (phase: string, day: string): Md => md`${bold(phase)} is due on ${day}, before it can begin.`,
    zh: (phase: string, day: string): Md => md`${bold(phase)}的截止日 ${day} 早于它能开始的日子。`,
  },
  holiday: {
    en: (phase: string, day: string, name: string): Md =>
      md`${bold(phase)} is due on ${day}, when nobody works${name ? ` (${name})` : ''}.`,
    zh: (phase: string, day: string, name: string): Md =>
      md`${bold(phase)}的截止日 ${day} 不是工作日${name ? `(${name})` : ''}。`,
  },
  overlap: {
    en: (names: string): Md =>
      md`The same scheme already runs in this period: ${names}. People in both are asked twice.`,
    zh: (names: string): Md => md`同一考核方案在这段时间已有周期：${names}。两边都在的人会被问两次。`,
  },
  preview: {
    en: (eligible: number, others: number, room: string): Md =>
      md`${bold('What happens on Start')}: one announcement in ${room}. Then each of the ${eligible} who take part gets one message: their dates, who decides, what is kept and who sees it.${others > 0 ? ` ${others} not eligible get one that says why.` : ''} Outside quiet hours only.`,
    zh: (eligible: number, others: number, room: string): Md =>
      md`${bold('启动后')}：先在「${room}」发一条公告；随后 ${eligible} 位参与人每人收到一条消息，说明自己的日期、由谁评价、保存哪些内容、谁能看到。${others > 0 ? `${others} 位不参与的同事会收到原因说明。` : ''}免打扰时段不发送。`,
  },
  takes: {
    en: (platform: string, time: string) => `${platform} ${time}`,
    zh: (platform: string, time: string) => `${platform} ${time}`,
  },
  delivery: {
    en: (list: string): Md => md`Everybody gets one message: ${list}.`,
    zh: (list: string): Md => md`每人一条消息：${list}。`,
  },
  quota: {
    en: (platform: string, left: string, n: string): Md =>
      md`A free edition of ${platform} has ${left} calls left this month; this broadcast needs about ${n}, and reminders follow.`,
    zh: (platform: string, left: string, n: string): Md =>
      md`${platform}免费版本月还剩 ${left} 次调用，这次群发约需 ${n} 次，后续还有提醒。`,
  },
  test: { en: 'Send me a test', zh: '先发给我看看' },
  start: { en: 'Start', zh: '启动' },
  confirm: {
    en: (people: string) => `${people} will be written to. Start now?`,
    zh: (people: string) => `将通知 ${people}，现在启动吗？`,
  },
  change: { en: 'Change', zh: '修改' },
  notYet: { en: 'Not yet', zh: '暂不启动' },
  lookAgain: { en: 'Look again', zh: '重新检查' },
  assign: { en: 'Name evaluators', zh: '指定评价人' },
  open: { en: 'Open', zh: '打开' },
  discard: { en: 'Discard', zh: '删除草稿' },
  discardConfirm: { en: 'Throw this draft away?', zh: '确定删除这份草稿吗？' },
  waits: { en: (name: string) => `${name} waits as a draft`, zh: (name: string) => `${name}：草稿已保留` },
  waitsText: {
    en: md`Nobody has heard of it. It stays on your list until you start or discard it.`,
    zh: md`还没有通知任何人。启动或删除之前，它会一直在你的待办里。`,
  },
  discarded: { en: (name: string) => `${name} was discarded`, zh: (name: string) => `${name}：草稿已删除` },
  discardedText: { en: md`Nobody was told.`, zh: md`没有通知任何人。` },
  testSent: {
    en: 'The announcement and a personal card are in your messages; nobody else has them.',
    zh: '公告和个人卡片已发给你，其他人看不到。',
  },
  task: {
    en: (name: string) => `Start ${name}, or discard the draft`,
    zh: (name: string) => `启动「${name}」，或删除草稿`,
  },
});
