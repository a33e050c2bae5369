/** Facts of people as sentences of the audit. */
import { catalogue, dayWords, listWords } from '../core/i18n.ts';
import { bold, inside, type Md, md, person } from '../core/md.ts';
import type { FactWords } from '../core/module.ts';
import { headerOf } from './columns.ts';

export const sayFacts = catalogue({
  imported: {
    en: (who: string, added: number, changed: number, leaving: number): Md =>
      md`${person(who)} imported people: ${added} new, ${changed} changed, ${leaving} leaving.`,
    zh: (who: string, added: number, changed: number, leaving: number): Md =>
      md`${person(who)} 导入了人员：新增 ${added} 人，变更 ${changed} 人，离职 ${leaving} 人。`,
  },
  joined: {
    en: (who: string, day: string): Md => md`${person(who)} joined, hired ${day}.`,
    zh: (who: string, day: string): Md => md`${person(who)} 加入，入职日期 ${day}。`,
  },
  left: {
    en: (who: string, day: string): Md => md`${person(who)} left; the last day was ${day}.`,
    zh: (who: string, day: string): Md => md`${person(who)} 已离职，最后工作日 ${day}。`,
  },
  led: {
    en: (who: string, from: string, to: string): Md =>
      md`The manager of ${person(who)} changed from ${bold(from)} to ${bold(to)}.`,
    zh: (who: string, from: string, to: string): Md =>
      md`${person(who)} 的直线经理由 ${bold(from)} 改为 ${bold(to)}。`,
  },
  nobody: { en: 'none', zh: '无' },
  moved: {
    en: (who: string, from: string, to: string): Md =>
      md`${person(who)} moved from ${bold(from)} to ${bold(to)}.`,
    zh: (who: string, from: string, to: string): Md => md`${person(who)} 从 ${bold(from)} 调到 ${bold(to)}。`,
  },
  roles: {
    en: (who: string, from: string, to: string): Md =>
      md`The roles of ${person(who)} changed from ${bold(from)} to ${bold(to)}.`,
    zh: (who: string, from: string, to: string): Md =>
      md`${person(who)} 的角色由 ${bold(from)} 改为 ${bold(to)}。`,
  },
  settings: {
    en: (who: Md, what: string): Md => md`Settings of ${inside(who)} changed: ${what}.`,
    zh: (who: Md, what: string): Md => md`${inside(who)} 的设置有改动：${what}。`,
  },
  organisation: { en: md`the organisation`, zh: md`组织` },
  quiet: { en: 'quiet hours', zh: '免打扰时间' },
  announce: { en: 'channel for announcements', zh: '公告频道' },
  values: { en: 'company values', zh: '公司价值观' },
});

type Data = Record<string, unknown>;
const data = (row: { data: unknown }) => row.data as Data;
const number = (value: unknown) => Number(value ?? 0);
const words = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));

export const factWords: Record<string, FactWords> = {
  'people.imported': (l, row) => {
    const { added, changed, leaving } = data(row);
    return sayFacts(l).imported(row.about, number(added), number(changed), number(leaving));
  },
  'people.joined': (l, row) => sayFacts(l).joined(row.about, dayWords(l, words(data(row).hired))),
  'people.left': (l, row) => sayFacts(l).left(row.about, dayWords(l, words(data(row).day))),
  'people.managerChanged': (l, row, names) => {
    const { from, to } = data(row);
    const name = (id: unknown) => (typeof id === 'string' ? names(id) : sayFacts(l).nobody);
    return sayFacts(l).led(row.about, name(from), name(to));
  },
  'people.unitChanged': (l, row) => {
    const { from, to } = data(row);
    return sayFacts(l).moved(row.about, words(from), words(to));
  },
  'people.rolesChanged': (l, row) => {
    const { from, to } = data(row);
    const some = (list: unknown) => words(list) || sayFacts(l).nobody;
    return sayFacts(l).roles(row.about, some(from), some(to));
  },
  'people.settingsChanged': (l, row) => {
    const says = sayFacts(l);
    const named: Record<string, string> = { quiet: says.quiet, announce: says.announce, values: says.values };
    const what = (data(row).what as string[]).map(
      (field) => named[field] ?? headerOf(field as 'name' | 'locale' | 'zone', l),
    );
    const who = row.about === 'organisation' ? says.organisation : md`${person(row.about)}`;
    return says.settings(who, listWords(l, what));
  },
};
