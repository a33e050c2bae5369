/** Facts of cycles as sentences of the audit. */
import { catalogue, dayWords, type Locale } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';
import type { FactWords } from '../core/module.ts';
import { say } from './messages.ts';
import type { Phase } from './model.ts';

export const sayFacts = catalogue({
  drafted: {
    en: (who: string): Md => md`${person(who)} drafted a cycle.`,
    zh: (who: string): Md => md`${person(who)} 新建了周期草稿。`,
  },
  launched: {
    en: (n: number): Md => md`The cycle was launched with ${n} people; lines and schemes are frozen.`,
    zh: (n: number): Md => md`周期已启动，共 ${n} 人，汇报关系和考核方案已冻结。`,
  },
  opened: {
    en: (phase: string): Md => md`${bold(phase)} opened.`,
    zh: (phase: string): Md => md`${bold(phase)}开始。`,
  },
  locked: {
    en: (phase: string): Md => md`${bold(phase)} closed for everybody.`,
    zh: (phase: string): Md => md`${bold(phase)}对所有人截止。`,
  },
  extended: {
    en: (who: string, phase: string, whose: string, day: string): Md =>
      md`${person(who)} extended ${bold(phase)} for ${whose} to ${day}.`,
    zh: (who: string, phase: string, whose: string, day: string): Md =>
      md`${person(who)} 将${bold(phase)}延至 ${day}，对象：${whose}。`,
  },
  everybody: { en: 'everybody', zh: '所有人' },
  paused: {
    en: (who: string): Md => md`${person(who)} paused the cycle.`,
    zh: (who: string): Md => md`${person(who)} 暂停了周期。`,
  },
  resumed: {
    en: (who: string, days: number): Md =>
      md`${person(who)} went on with the cycle; its dates moved by ${days} days.`,
    zh: (who: string, days: number): Md => md`${person(who)} 恢复了周期，日期顺延 ${days} 天。`,
  },
  cancelled: {
    en: (who: string): Md => md`${person(who)} cancelled the cycle.`,
    zh: (who: string): Md => md`${person(who)} 取消了周期。`,
  },
  closed: { en: md`The cycle closed.`, zh: md`周期结束。` },
  erased: {
    en: md`Three years have passed: what belonged to the cycle was erased.`,
    zh: md`已满三年，这个周期的内容已删除。`,
  },
  withdrawn: {
    en: (who: string, why: string): Md => md`${person(who)} was withdrawn: ${why}.`,
    zh: (who: string, why: string): Md => md`${person(who)} 退出周期，原因：${why}。`,
  },
  led: {
    en: (who: string, from: string, to: string): Md =>
      md`In the cycle ${person(who)} is now led by ${bold(to)}, before by ${bold(from)}.`,
    zh: (who: string, from: string, to: string): Md =>
      md`周期内 ${person(who)} 的直线经理由 ${bold(from)} 改为 ${bold(to)}。`,
  },
  nobody: { en: 'nobody', zh: '无' },
});

const data = (row: { data: unknown }) => row.data as Record<string, unknown>;
const word = (value: unknown) => (typeof value === 'string' ? value : '');
const phase = (l: Locale, value: unknown) => say(l).Phase(word(value) as Phase);

export const factWords: Record<string, FactWords> = {
  'cycles.drafted': (l, row) => sayFacts(l).drafted(row.by),
  'cycles.launched': (l, row) => sayFacts(l).launched(Number(data(row).people ?? 0)),
  'cycles.phaseOpened': (l, row) => sayFacts(l).opened(phase(l, data(row).phase)),
  'cycles.phaseLocked': (l, row) => sayFacts(l).locked(phase(l, data(row).phase)),
  'cycles.phaseExtended': (l, row, names) => {
    const { due, unit, person: who } = data(row);
    const whose = word(who) ? names(word(who)) : word(unit) || sayFacts(l).everybody;
    return sayFacts(l).extended(row.by, phase(l, data(row).phase), whose, dayWords(l, word(due)));
  },
  'cycles.paused': (l, row) => sayFacts(l).paused(row.by),
  'cycles.resumed': (l, row) => sayFacts(l).resumed(row.by, Number(data(row).days ?? 0)),
  'cycles.cancelled': (l, row) => sayFacts(l).cancelled(row.by),
  'cycles.closed': (l) => sayFacts(l).closed,
  'cycles.erased': (l) => sayFacts(l).erased,
  'cycles.withdrawn': (l, row) => sayFacts(l).withdrawn(row.about, say(l).reason(word(data(row).reason))),
  'cycles.managerChanged': (l, row, names) => {
    const name = (id: unknown) => (word(id) ? names(word(id)) : sayFacts(l).nobody);
    return sayFacts(l).led(row.about, name(data(row).from), name(data(row).to));
  },
};
