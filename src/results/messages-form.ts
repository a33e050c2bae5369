import { catalogue } from '../core/i18n.ts';
import { type Md, md } from '../core/md.ts';

/** Forms of results. */
export const ask = catalogue({
  commentTitle: { en: 'Your comment', zh: '你的留言' },
  commentIntro: {
    en: md`Manager and HR read it. It changes nothing about the result and is no appeal.`,
    zh: md`直线经理和人力资源会看到。留言不改变结果，也不是申诉。`,
  },
  comment: { en: 'Comment', zh: '留言' },
  keep: { en: 'Keep', zh: '保存' },
  wordsTitle: { en: (name: string) => `Words for ${name}`, zh: (name: string) => `给 ${name} 的评语` },
  wordsIntro: {
    en: md`It stands on the result, beside the numbers. Say what somebody did and what it changed; nothing that only colleagues could have told you.`,
    zh: md`会写在结果里，与数字并列。请写具体行为和带来的影响，不要写只有同事才知道的内容。`,
  },
  strengths: { en: 'Strengths', zh: '优势' },
  strengthsHint: { en: 'What to keep doing, with an example', zh: '值得保持的做法，并举例' },
  improve: { en: 'To improve', zh: '待提升' },
  improveHint: { en: 'One or two things, and what better would look like', zh: '一两点即可，写明怎样算更好' },
  cause: { en: (d: string) => `Why below in ${d}`, zh: (d: string) => `「${d}」低于预期的原因` },
  measure: { en: (d: string) => `What helps in ${d}`, zh: (d: string) => `「${d}」的改进措施` },
  gapHint: {
    en: (score: string) => `Reached ${score}, expected 3`,
    zh: (score: string) => `实际 ${score}，预期 3`,
  },
  releaseTitle: { en: 'Release results', zh: '发布绩效结果' },
  releaseIntro: {
    en: md`You see a preview first. Nobody is written to before a second person has signed it off and you confirm.`,
    zh: md`先看预览。须经另一个人签批并由你确认后，才会通知大家。`,
  },
  cycle: { en: 'Cycle', zh: '周期' },
  units: { en: 'Units', zh: '部门' },
  unitsHint: { en: 'Leave it empty for everybody', zh: '不选表示全部' },
  preview: { en: 'Preview', zh: '预览' },
  declineTitle: { en: 'Not yet', zh: '暂不签批' },
  declineIntro: {
    en: (who: string): Md => md`${who} reads what is still to be done.`,
    zh: (who: string): Md => md`${who} 会看到还需要做什么。`,
  },
  reason: { en: 'What is missing', zh: '还缺什么' },
  send: { en: 'Send', zh: '发送' },
});
