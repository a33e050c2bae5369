/** Facts of feedback as sentences of the audit. */
import { catalogue } from '../core/i18n.ts';
import { type Md, md, person } from '../core/md.ts';
import type { FactWords } from '../core/module.ts';

type Two = (by: string, about: string) => Md;

export const sayFacts = catalogue({
  kudos: {
    en: ((by, about) => md`${person(by)} gave ${person(about)} kudos.`) as Two,
    zh: (by: string, about: string): Md => md`${person(by)} 认可了 ${person(about)}。`,
  },
  named: {
    en: ((by, about) => md`${person(by)} gave ${person(about)} feedback.`) as Two,
    zh: (by: string, about: string): Md => md`${person(by)} 给了 ${person(about)} 反馈。`,
  },
  confided: {
    en: ((by, about) => md`${person(by)} gave ${person(about)} feedback about a report.`) as Two,
    zh: (by: string, about: string): Md => md`${person(by)} 向 ${person(about)} 反馈了一位下属的情况。`,
  },
  thanked: {
    en: ((by, about) => md`${person(by)} thanked ${person(about)} for feedback.`) as Two,
    zh: (by: string, about: string): Md => md`${person(by)} 对 ${person(about)} 的反馈表示感谢。`,
  },
  answered: {
    en: ((by, about) => md`${person(by)} answered ${person(about)} on feedback.`) as Two,
    zh: (by: string, about: string): Md => md`${person(by)} 就反馈回复了 ${person(about)}。`,
  },
  asked: {
    en: (by: string, n: number): Md => md`${person(by)} asked for feedback (people: ${n}).`,
    zh: (by: string, n: number): Md => md`${person(by)} 邀请了 ${n} 位同事反馈。`,
  },
  pooled: {
    en: (about: string): Md => md`Unnamed feedback for ${person(about)} came out in a pool.`,
    zh: (about: string): Md => md`${person(about)} 的不具名反馈已汇总展示。`,
  },
  noted: {
    en: ((by, about) => md`${person(by)} noted a fact about ${person(about)}.`) as Two,
    zh: (by: string, about: string): Md => md`${person(by)} 记了一条关于 ${person(about)} 的事实依据。`,
  },
  notedOwn: {
    en: (by: string): Md => md`${person(by)} noted a fact about their own work.`,
    zh: (by: string): Md => md`${person(by)} 记了一条自己的事实依据。`,
  },
  noteSeen: {
    en: ((by, about) => md`${person(by)} has seen a note about ${person(about)}.`) as Two,
    zh: (by: string, about: string): Md => md`${person(by)} 看过了一条关于 ${person(about)} 的事实依据。`,
  },
  noteCommented: {
    en: ((by, about) => md`${person(by)} commented on a note about ${person(about)}.`) as Two,
    zh: (by: string, about: string): Md => md`${person(by)} 评论了一条关于 ${person(about)} 的事实依据。`,
  },
  noteTakenBack: {
    en: ((by, about) => md`${person(by)} took back a note about ${person(about)}.`) as Two,
    zh: (by: string, about: string): Md => md`${person(by)} 撤回了一条关于 ${person(about)} 的事实依据。`,
  },
  notesRead: {
    en: ((by, about) => md`${person(by)} read the notes about ${person(about)}.`) as Two,
    zh: (by: string, about: string): Md => md`${person(by)} 查看了关于 ${person(about)} 的事实依据。`,
  },
});

const two =
  (key: 'thanked' | 'answered' | 'noteSeen' | 'noteCommented' | 'noteTakenBack' | 'notesRead'): FactWords =>
  (l, row) =>
    sayFacts(l)[key](row.by, row.about);

export const factWords: Record<string, FactWords> = {
  'feedback.given': (l, row) => {
    const { kind, visibility } = row.data as { kind: string; visibility: string };
    const named = kind === 'kudos' ? 'kudos' : 'named';
    return sayFacts(l)[visibility === 'manager' ? 'confided' : named](row.by, row.about);
  },
  'feedback.thanked': two('thanked'),
  'feedback.answered': two('answered'),
  'feedback.asked': (l, row) => sayFacts(l).asked(row.by, Number((row.data as { people: number }).people)),
  'feedback.pooled': (l, row) => sayFacts(l).pooled(row.about),
  'feedback.noted': (l, row) =>
    (row.data as { own: boolean }).own ? sayFacts(l).notedOwn(row.by) : sayFacts(l).noted(row.by, row.about),
  'feedback.noteSeen': two('noteSeen'),
  'feedback.noteCommented': two('noteCommented'),
  'feedback.noteTakenBack': two('noteTakenBack'),
  'feedback.notesRead': two('notesRead'),
};
