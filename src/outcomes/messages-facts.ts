/** Facts of outcomes as sentences of the audit. */
import { catalogue } from '../core/i18n.ts';
import { type Md, md, person } from '../core/md.ts';
import type { FactWords } from '../core/module.ts';
import {
  batchApproved,
  batchDropped,
  batchExported,
  batchMade,
  batchReturned,
  batchSettled,
  batchSubmitted,
  batchUndone,
  differenceMade,
  exceptionRemoved,
  outcomeApplied,
  outcomeExcepted,
  outcomeRead,
  outcomeRecomputed,
  ownRowApproved,
  preferenceSaid,
} from './facts.ts';

type One = (who: string) => Md;
type Two = (by: string, about: string) => Md;
type Counted = (by: string, n: number) => Md;

export const sayFacts = catalogue({
  made: {
    en: ((n) => md`An outcome batch was made (people: ${n}).`) as (n: number) => Md,
    zh: (n: number): Md => md`生成了一批结果应用（${n} 人）。`,
  },
  submitted: {
    en: ((by, n) => md`${person(by)} submitted outcomes for approval (people: ${n}).`) as Counted,
    zh: (by: string, n: number): Md => md`${person(by)} 提交了一批结果应用待审批（${n} 人）。`,
  },
  approved: {
    en: ((by) => md`${person(by)} approved a batch of outcomes.`) as One,
    zh: (by: string): Md => md`${person(by)} 批准了一批结果应用。`,
  },
  returned: {
    en: ((by) => md`${person(by)} returned a batch of outcomes.`) as One,
    zh: (by: string): Md => md`${person(by)} 退回了一批结果应用。`,
  },
  undone: {
    en: ((by) => md`${person(by)} took an approval of outcomes back.`) as One,
    zh: (by: string): Md => md`${person(by)} 撤回了对结果应用的批准。`,
  },
  dropped: {
    en: ((by) => md`${person(by)} discarded a batch of outcomes.`) as One,
    zh: (by: string): Md => md`${person(by)} 作废了一批结果应用。`,
  },
  settled: {
    en: ((n) => md`A batch of outcomes holds (held back: ${n}).`) as (n: number) => Md,
    zh: (n: number): Md => md`一批结果应用已生效（暂缓 ${n} 人）。`,
  },
  exported: {
    en: ((by, n) => md`${person(by)} exported outcomes (people: ${n}).`) as Counted,
    zh: (by: string, n: number): Md => md`${person(by)} 导出了结果应用（${n} 人）。`,
  },
  drafted: {
    en: ((by, n) => md`${person(by)} took a draft file of outcomes (people: ${n}).`) as Counted,
    zh: (by: string, n: number): Md => md`${person(by)} 下载了结果应用草稿文件（${n} 人）。`,
  },
  excepted: {
    en: ((by, about) => md`${person(by)} set an exception for ${person(about)}.`) as Two,
    zh: (by: string, about: string): Md => md`${person(by)} 为 ${person(about)} 设置了例外。`,
  },
  asRules: {
    en: ((by, about) => md`${person(by)} removed the exception for ${person(about)}.`) as Two,
    zh: (by: string, about: string): Md => md`${person(by)} 取消了 ${person(about)} 的例外。`,
  },
  ownRow: {
    en: ((by, about) => md`${person(by)} approved the own row of ${person(about)}.`) as Two,
    zh: (by: string, about: string): Md => md`${person(by)} 批准了 ${person(about)} 本人的一行。`,
  },
  applied: {
    en: ((about) => md`The outcome of ${person(about)} holds.`) as One,
    zh: (about: string): Md => md`${person(about)} 的结果应用已生效。`,
  },
  recomputed: {
    en: ((about) => md`The outcome of ${person(about)} was worked out again before its approval.`) as One,
    zh: (about: string): Md => md`${person(about)} 的结果应用在批准前重新计算。`,
  },
  difference: {
    en: ((about) => md`A difference for ${person(about)} lies with HR.`) as One,
    zh: (about: string): Md => md`${person(about)} 的差额待 HR 处理。`,
  },
  read: {
    en: ((by, about) => md`${person(by)} read the outcome of ${person(about)}.`) as Two,
    zh: (by: string, about: string): Md => md`${person(by)} 查看了 ${person(about)} 的结果应用。`,
  },
  preferred: {
    en: ((by) => md`${person(by)} said which recognition they like best.`) as One,
    zh: (by: string): Md => md`${person(by)} 选择了认可偏好。`,
  },
});

const count = (data: unknown, key: string): number => Number((data as Record<string, unknown>)[key] ?? 0);
const byOne =
  (key: 'approved' | 'returned' | 'undone' | 'dropped' | 'preferred'): FactWords =>
  (l, { by }) =>
    sayFacts(l)[key](by);
const two =
  (key: 'excepted' | 'asRules' | 'ownRow' | 'read'): FactWords =>
  (l, { by, about }) =>
    sayFacts(l)[key](by, about);
const about =
  (key: 'applied' | 'recomputed' | 'difference'): FactWords =>
  (l, row) =>
    sayFacts(l)[key](row.about);

export const factWords: Readonly<Record<string, FactWords>> = {
  [batchMade.name]: (l, { data }) => sayFacts(l).made(count(data, 'people')),
  [batchSubmitted.name]: (l, { by, data }) => sayFacts(l).submitted(by, count(data, 'people')),
  [batchApproved.name]: byOne('approved'),
  [batchReturned.name]: byOne('returned'),
  [batchUndone.name]: byOne('undone'),
  [batchDropped.name]: byOne('dropped'),
  [batchSettled.name]: (l, { data }) => sayFacts(l).settled(count(data, 'held')),
  [batchExported.name]: (l, { by, data }) => {
    const { final } = data as { final: boolean };
    return sayFacts(l)[final ? 'exported' : 'drafted'](by, count(data, 'people'));
  },
  [outcomeExcepted.name]: two('excepted'),
  [exceptionRemoved.name]: two('asRules'),
  [ownRowApproved.name]: two('ownRow'),
  [outcomeApplied.name]: about('applied'),
  [outcomeRecomputed.name]: about('recomputed'),
  [differenceMade.name]: about('difference'),
  [outcomeRead.name]: two('read'),
  [preferenceSaid.name]: byOne('preferred'),
};
