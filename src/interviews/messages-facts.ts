import { catalogue } from '../core/i18n.ts';
import { type Md, md, person } from '../core/md.ts';

/** The audit's sentences about conversations. */
export const sayFacts = catalogue({
  asked: {
    en: (by: string, about: string): Md =>
      md`${person(by)} asked to talk about the result of ${person(about)}.`,
    zh: (by: string, about: string): Md => md`${person(by)} 提出就 ${person(about)} 的结果当面聊。`,
  },
  proposed: {
    en: (by: string, about: string): Md =>
      md`${person(by)} proposed a time for the conversation with ${person(about)}.`,
    zh: (by: string, about: string): Md => md`${person(by)} 为 ${person(about)} 的面谈提议了时间。`,
  },
  agreed: {
    en: (by: string, about: string): Md =>
      md`${person(by)} agreed to a time for the conversation about ${person(about)}.`,
    zh: (by: string, about: string): Md => md`${person(by)} 同意了 ${person(about)} 的面谈时间。`,
  },
  calledOff: {
    en: (by: string, about: string): Md =>
      md`${person(by)} called off the agreed time of ${person(about)}’s conversation.`,
    zh: (by: string, about: string): Md => md`${person(by)} 取消了 ${person(about)} 的面谈时间。`,
  },
  held: {
    en: (by: string, about: string): Md =>
      md`${person(by)} says that ${person(about)}’s conversation took place.`,
    zh: (by: string, about: string): Md => md`${person(by)} 表示 ${person(about)} 的面谈已经进行。`,
  },
  denied: {
    en: (by: string, about: string): Md =>
      md`${person(by)} says that ${person(about)}’s conversation did not take place.`,
    zh: (by: string, about: string): Md => md`${person(by)} 表示 ${person(about)} 的面谈还没有进行。`,
  },
  noted: {
    en: (by: string, about: string): Md =>
      md`${person(by)} wrote the notes of ${person(about)}’s conversation.`,
    zh: (by: string, about: string): Md => md`${person(by)} 写了 ${person(about)} 的面谈记录。`,
  },
  wrote: {
    en: (by: string, about: string): Md => md`${person(by)} wrote feedback for ${person(about)}.`,
    zh: (by: string, about: string): Md => md`${person(by)} 给 ${person(about)} 写了书面反馈。`,
  },
  confirmed: {
    en: (by: string, about: string): Md =>
      md`${person(by)} confirmed the record of ${person(about)}’s conversation.`,
    zh: (by: string, about: string): Md => md`${person(by)} 确认了 ${person(about)} 的面谈记录。`,
  },
  read: {
    en: (by: string, about: string): Md =>
      md`${person(by)} read the notes of ${person(about)}’s conversation.`,
    zh: (by: string, about: string): Md => md`${person(by)} 查看了 ${person(about)} 的面谈记录。`,
  },
  done: {
    en: (about: string): Md => md`The conversation of ${person(about)} is done: both confirmed.`,
    zh: (about: string): Md => md`${person(about)} 的面谈已完成，双方都已确认。`,
  },
  moved: {
    en: (about: string, to: string | undefined): Md =>
      to
        ? md`${person(to)} takes over the conversation with ${person(about)}.`
        : md`The conversation with ${person(about)} waits for a manager.`,
    zh: (about: string, to: string | undefined): Md =>
      to ? md`${person(about)} 的面谈由 ${person(to)} 接手。` : md`${person(about)} 的面谈在等新的经理。`,
  },
});
