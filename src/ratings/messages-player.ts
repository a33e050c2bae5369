import { catalogue } from '../core/i18n.ts';

const reasonsEn = [
  'The customer escalation in the second month was solved alone and written up for the others.',
  'Two hand-overs came late, and both times nobody was told beforehand.',
  'Trained the new colleague from the first day on, without being asked.',
  'The numbers are fine, yet three reviews found the same gap again.',
];
const reasonsZh = [
  '第二个月的客户投诉独立解决，并整理成文档供团队参考。',
  '两次交接都晚了，而且事先没有知会。',
  '主动从第一天起带教新同事。',
  '数字不错，但三次复盘都发现了同样的问题。',
];
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
  reason: {
    en: (n: number) => reasonsEn[n % reasonsEn.length] ?? '',
    zh: (n: number) => reasonsZh[n % reasonsZh.length] ?? '',
  },
  question: {
    en: 'What do you count as your best piece of work in this period?',
    zh: '这个周期里，你最满意的一项工作是什么？',
  },
  answer: {
    en: (n: number) => answersEn[n % answersEn.length] ?? '',
    zh: (n: number) => answersZh[n % answersZh.length] ?? '',
  },
  back: {
    en: 'Please look at collaboration again: I heard of the late hand-over from another team.',
    zh: '请再看一下协作：我从其他团队听说了交接延误的事。',
  },
});
