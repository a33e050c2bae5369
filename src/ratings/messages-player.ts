import { catalogue } from '../core/i18n.ts';

const raisedEn = [
  'The customer escalation in the second month was solved alone and written up for the others.',
  'Trained the new colleague from the first day on, without being asked.',
  'Two other teams work with the hand-over guide now; that is more than was agreed.',
];
const raisedZh = [
  '第二个月的客户投诉独立解决，并整理成文档供团队参考。',
  '主动从第一天起带教新同事。',
  '交接指南已有两个团队在用，超出了约定的范围。',
];
const loweredEn = [
  'Two hand-overs came late, and both times nobody was told beforehand.',
  'The numbers are fine, yet three reviews found the same gap again.',
];
const loweredZh = ['两次交接都晚了，而且事先没有知会。', '数字不错，但三次复盘都发现了同样的问题。'];
const of = (list: readonly string[], n: number): string => list[n % list.length] ?? '';

const answersEn = [
  'In March I took over the phone queue for two weeks; the tickets are linked in the tracker.',
  'The dip in the second month came from the migration; after it the numbers recovered.',
  'Yes: the template was mine, and five people use it now.',
];
const answersZh = [
  '三月我顶替了两周电话组，工单都在系统里。',
  '第二个月下滑是因为系统迁移，之后已经恢复。',
  '是的，模板是我做的，现在有五个人在用。',
];

/** What played people do and write around ratings. */
export const play = catalogue({
  confirms: { en: 'confirmed the numbers', zh: '确认了数字' },
  enters: { en: 'entered a missing number', zh: '补填了数字' },
  adjusts: { en: 'adjusted a rating', zh: '调整了评分' },
  sends: { en: 'sent a rating', zh: '提交了评分' },
  asks: { en: 'asked for more', zh: '追问了情况' },
  answers: { en: 'answered a question', zh: '回答了追问' },
  approves: { en: 'approved a rating', zh: '批准了评分' },
  returns: { en: 'returned a rating', zh: '退回了评分' },
  names: { en: 'named who decides', zh: '指定了审批人' },
  raised: { en: (n: number) => of(raisedEn, n), zh: (n: number) => of(raisedZh, n) },
  lowered: { en: (n: number) => of(loweredEn, n), zh: (n: number) => of(loweredZh, n) },
  question: {
    en: 'What do you count as your best piece of work in this period?',
    zh: '这个周期里，你最满意的一项工作是什么？',
  },
  answer: { en: (n: number) => of(answersEn, n), zh: (n: number) => of(answersZh, n) },
  back: {
    en: 'Please look at collaboration again: I heard of the late hand-over from another team.',
    zh: '请再看一下协作：我从其他团队听说了交接延误的事。',
  },
});
