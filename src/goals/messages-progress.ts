import { catalogue } from '../core/i18n.ts';
import { bold, inside, type Md, md } from '../core/md.ts';

export const going = catalogue({
  help: { en: 'new numbers for your goals', zh: '更新目标进度' },
  title: { en: (cycle: string) => `Progress · ${cycle}`, zh: (cycle: string) => `目标进度 · ${cycle}` },
  about: {
    en: md`Your numbers are provisional until the one who confirms them does so. A few words on what helped or is in the way are worth more than a perfect figure.`,
    zh: md`你填写的数字是初步的，最后由确认人核实。写几句什么起了作用、什么在挡路，比数字精确更有用。`,
  },
  none: {
    en: md`No agreed goals yet. /perf goals shows what is missing.`,
    zh: md`还没有达成一致的目标。输入「/perf 目标」看看还差什么。`,
  },
  locked: {
    en: md`Numbers for this cycle are locked; this is how they stand.`,
    zh: md`这个周期的数字已锁定，以下是最终情况。`,
  },
  goal: {
    en: (title: string, weight: string, reached: string): Md =>
      md`${bold(title)} · weight ${weight} · ${reached}`,
    zh: (title: string, weight: string, reached: string): Md =>
      md`${bold(title)} · 权重 ${weight} · ${reached}`,
  },
  reached: { en: (percent: string) => `${percent} reached`, zh: (percent: string) => `完成 ${percent}` },
  notYet: { en: 'not measured yet', zh: '还没有数据' },
  dropped: { en: 'left out', zh: '不计入' },
  line: {
    en: (title: string, now: string, rest: Md): Md => md`• ${title}: ${bold(now)}${inside(rest)}`,
    zh: (title: string, now: string, rest: Md): Md => md`• ${title}：${bold(now)}${inside(rest)}`,
  },
  noNumber: { en: 'no number yet', zh: '还没有数字' },
  way: {
    en: (from: string, to: string): Md => md` (${from} → ${to})`,
    zh: (from: string, to: string): Md => md`(${from} → ${to})`,
  },
  aim: {
    en: (to: string): Md => md` (target ${to})`,
    zh: (to: string): Md => md`（目标 ${to}）`,
  },
  share: { en: (percent: string): Md => md` · ${percent}`, zh: (percent: string): Md => md` · ${percent}` },
  sure: { en: (words: string): Md => md` · ${words}`, zh: (words: string): Md => md` · ${words}` },
  confirmedBy: {
    en: (who: string): Md => md` · confirmed by ${who}`,
    zh: (who: string): Md => md` · ${who} 已确认`,
  },
  left: {
    en: (reason: string): Md => md` · left out: ${reason}`,
    zh: (reason: string): Md => md` · 不计入：${reason}`,
  },
  open: { en: 'not done yet', zh: '还没完成' },
  done: { en: 'done', zh: '已完成' },
  stretched: { en: 'done, stretch reached', zh: '已完成，达到挑战' },
  level: { en: (n: string) => `level ${n}`, zh: (n: string) => `${n} 级` },
  onTrack: { en: 'on track', zh: '进展顺利' },
  atRisk: { en: 'at risk', zh: '有风险' },
  offTrack: { en: 'off track', zh: '已偏离' },
  total: {
    en: (percent: string): Md => md`All goals together, by weight: ${bold(percent)}`,
    zh: (percent: string): Md => md`按权重合计：${bold(percent)}`,
  },
  update: { en: 'New number for', zh: '更新' },
  isDone: { en: (title: string) => `Done: ${title}`, zh: (title: string) => `完成：${title}` },
  isStretched: {
    en: (title: string) => `Stretch too: ${title}`,
    zh: (title: string) => `挑战也达到：${title}`,
  },
  isOpen: { en: (title: string) => `Not done: ${title}`, zh: (title: string) => `未完成：${title}` },
  saved: { en: 'Noted.', zh: '已记录。' },
  chart: { en: 'Attainment over time', zh: '完成度走势' },
  chartLine: {
    en: (title: string, from: string, to: string) => `${title}: from ${from} to ${to}`,
    zh: (title: string, from: string, to: string) => `${title}：从 ${from} 到 ${to}`,
  },
  notes: { en: md`**Latest notes**`, zh: md`**最近的记录**` },
  note: {
    en: (when: Date, title: string, text: string): Md => md`${when}, ${title}: ${text}`,
    zh: (when: Date, title: string, text: string): Md => md`${when}，${title}：${text}`,
  },
  pickLevel: { en: (title: string) => `Level of ${title}`, zh: (title: string) => `「${title}」评为几级` },
  offTitle: {
    en: 'A goal you share is off track',
    zh: '你参与协作的目标进展偏离',
  },
  off: {
    en: (owner: Md, title: string): Md =>
      md`${inside(owner)} says ${bold(title)} is off track. Does it change something in your own goals? A short talk today is cheaper than a surprise at the end.`,
    zh: (owner: Md, title: string): Md =>
      md`${inside(owner)} 说 ${bold(title)} 进展偏离。会影响你的目标吗？今天简单聊一下，好过期末才发现。`,
  },
  adjustMine: { en: 'Adjust mine', zh: '调整我的目标' },
});
