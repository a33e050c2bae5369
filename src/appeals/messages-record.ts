import { catalogue } from '../core/i18n.ts';

/** The record of a case as a text file. */
export const filed = catalogue({
  state: {
    en: (state: string, zone: string) => `State: ${state}. Times are in ${zone}.`,
    zh: (state: string, zone: string) => `状态：${state}。时间以 ${zone} 为准。`,
  },
  opening: {
    en: (what: string, why: string, wanted: string, evidence: string | undefined) =>
      [
        `Appeal: ${what}`,
        `Why: ${why}`,
        `What would be right: ${wanted}`,
        ...(evidence ? [`Evidence: ${evidence}`] : []),
      ].join('\n'),
    zh: (what: string, why: string, wanted: string, evidence: string | undefined) =>
      [
        `申诉事项：${what}`,
        `理由：${why}`,
        `希望的结果：${wanted}`,
        ...(evidence ? [`依据：${evidence}`] : []),
      ].join('\n'),
  },
  statement: { en: (text: string) => `Statement: ${text}`, zh: (text: string) => `说明：${text}` },
  need: { en: (text: string) => `Asks for: ${text}`, zh: (text: string) => `请本人补充：${text}` },
  escalated: { en: (text: string) => `Escalated: ${text}`, zh: (text: string) => `提请复议：${text}` },
  decision: { en: (outcome: string) => `Decision: ${outcome}`, zh: (outcome: string) => `决定：${outcome}` },
  check: {
    en: (question: string, answer: string, word: string) => `${question}: ${answer} – ${word}`,
    zh: (question: string, answer: string, word: string) => `${question}：${answer}，${word}`,
  },
  edited: {
    en: (when: string, text: string) => `[edited ${when}] ${text}`,
    zh: (when: string, text: string) => `[${when} 修改] ${text}`,
  },
  file: { en: (name: string) => `[file] ${name}`, zh: (name: string) => `[文件] ${name}` },
});
