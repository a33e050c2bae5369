import { catalogue, type Locale } from '../core/i18n.ts';
import { bold, inside, type Md, md } from '../core/md.ts';

/** A key result and a goal read back as sentences, and the SMART hints under them. */
export const tell = catalogue({
  increase: {
    en: (title: string, from: string, to: string): Md => md`Raise ${title} from ${from} to ${to}`,
    zh: (title: string, from: string, to: string): Md => md`把「${title}」从 ${from} 提高到 ${to}`,
  },
  decrease: {
    en: (title: string, from: string, to: string): Md => md`Cut ${title} from ${from} to ${to}`,
    zh: (title: string, from: string, to: string): Md => md`把「${title}」从 ${from} 降到 ${to}`,
  },
  atLeast: {
    en: (title: string, to: string): Md => md`Hold ${title} at ${to} or more`,
    zh: (title: string, to: string): Md => md`「${title}」保持不低于 ${to}`,
  },
  atMost: {
    en: (title: string, to: string): Md => md`Keep ${title} at ${to} or less`,
    zh: (title: string, to: string): Md => md`「${title}」控制在 ${to} 以内`,
  },
  milestone: {
    en: (title: string): Md => md`Milestone: ${title}`,
    zh: (title: string): Md => md`完成里程碑「${title}」`,
  },
  rated: {
    en: (title: string): Md => md`${title}, judged on five levels written beforehand`,
    zh: (title: string): Md => md`「${title}」，按事先写好的五级标准评定`,
  },
  stretch: {
    en: (sentence: Md, stretch: string): Md => md`${inside(sentence)} (120 % at ${stretch})`,
    zh: (sentence: Md, stretch: string): Md => md`${inside(sentence)}（达到 ${stretch} 算 120%）`,
  },
  by: {
    en: (sentence: Md, day: string): Md => md`${inside(sentence)} by ${day}`,
    zh: (sentence: Md, day: string): Md => md`${day}前，${inside(sentence)}`,
  },
  source: {
    en: (sentence: Md, source: string, who: Md): Md =>
      md`${inside(sentence)} – from ${source}, confirmed by ${inside(who)}.`,
    zh: (sentence: Md, source: string, who: Md): Md =>
      md`${inside(sentence)}。数据来自${source}，由${inside(who)}确认。`,
  },
  yourManager: { en: md`your manager`, zh: md`你的直线经理` },
  theManager: { en: md`the manager`, zh: md`直线经理` },
  anchor: {
    en: (level: string, text: string): Md => md`${level}: ${text}`,
    zh: (level: string, text: string): Md => md`${level} 级：${text}`,
  },
  goalLine: {
    en: (title: string, weight: string, state: string): Md => md`${bold(title)} · ${weight} · ${state}`,
    zh: (title: string, weight: string, state: string): Md => md`${bold(title)} · ${weight} · ${state}`,
  },
  why: {
    en: (text: string): Md => md`Why: ${text}`,
    zh: (text: string): Md => md`为什么：${text}`,
  },
  serves: {
    en: (title: string): Md => md`Serves: ${title}`,
    zh: (title: string): Md => md`对齐：${title}`,
  },
  partners: {
    en: (names: Md): Md => md`Shared with ${inside(names)}`,
    zh: (names: Md): Md => md`协作伙伴：${inside(names)}`,
  },
  percent: {
    en: (n: string) => `${n} %`,
    zh: (n: string) => `${n}%`,
  },
  fine: {
    en: (letter: string): Md => md`${bold(letter)} ✓`,
    zh: (letter: string): Md => md`${bold(letter)} ✓`,
  },
  hint: {
    en: (letter: string, text: string): Md => md`${bold(letter)}: ${text}`,
    zh: (letter: string, text: string): Md => md`${bold(letter)}：${text}`,
  },
  titleShort: {
    en: 'the title is very short. What changes, for whom? For example “First answer to customers within 4 hours”.',
    zh: '标题有点短。要改变什么、对谁有帮助？例如「客户首次响应缩短到 4 小时以内」。',
  },
  titleVague: {
    en: 'the title says how good, not yet what. For example “Fewer crashes in checkout” instead of “Better quality”.',
    zh: '标题说了「多好」，还没说「做什么」。例如把「提升质量」写成「减少结算页崩溃」。',
  },
  nothingToMeasure: {
    en: 'how will both of you see that it is done? Add a number, a milestone, or the five levels.',
    zh: '怎样算做到了？可以加一个数字、一个里程碑，或者写好五级标准。',
  },
  changeLarge: {
    en: (from: string, to: string) =>
      `${from} → ${to} is more than three times the start; worth talking over?`,
    zh: (from: string, to: string) => `从 ${from} 到 ${to}，变化超过起点的三倍，要不要先一起聊聊？`,
  },
  againstDirection: {
    en: (from: string, to: string) => `${from} → ${to} goes the other way. Is the direction right?`,
    zh: (from: string, to: string) => `从 ${from} 到 ${to}，方向好像反了，再确认一下？`,
  },
  useIncrease: {
    en: 'today’s number is below the target, so “raise” shows the progress better than “hold at least”.',
    zh: '现在的数字低于目标，用「提高」比用「不低于」更能看出进展。',
  },
  useDecrease: {
    en: 'today’s number is above the target, so “cut” shows the progress better than “keep at most”.',
    zh: '现在的数字高于目标，用「降低」比用「不超过」更能看出进展。',
  },
  notAligned: {
    en: 'which goal of the company or of the manager does it serve?',
    zh: '它支持公司或直线经理的哪个目标？',
  },
  noDueDate: {
    en: 'by when? A date makes it easier to plan, for example the end of the period.',
    zh: '什么时候完成？有日期更好安排，例如周期的最后一天。',
  },
  outsidePeriod: {
    en: (due: string, from: string, to: string) =>
      `${due} lies outside the period, ${from} to ${to}. Is there a part that can be done in it?`,
    zh: (due: string, from: string, to: string) =>
      `${due}不在周期内（${from}至${to}）。有没有这段时间可以完成的部分？`,
  },
  drafted: { en: 'draft', zh: '草稿' },
  offered: { en: 'offered by your manager', zh: '直线经理提议' },
  proposed: { en: 'with your manager', zh: '等直线经理确认' },
  waits: { en: 'waits for you', zh: '等你确认' },
  returned: { en: 'sent back', zh: '已退回' },
  agreed: { en: 'agreed', zh: '已达成一致' },
  changing: { en: 'agreed, a change is open', zh: '已达成一致，有一项变更待定' },
  withHr: { en: 'change waits for HR', zh: '变更等 HR 同意' },
  dropped: { en: 'dropped', zh: '已取消' },
});

/** "40 tickets", "95%": a unit that is a sign stands close. */
export function amount(number: string, unit: string | undefined, l: Locale): string {
  if (!unit) return number;
  return /^[%‰°‱]/u.test(unit) || (l === 'zh' && !/^[A-Za-z]/.test(unit))
    ? `${number}${unit}`
    : `${number} ${unit}`;
}
