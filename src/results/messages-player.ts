import { catalogue } from '../core/i18n.ts';

const strengthsEn = [
  'Took over the migration in February and told everybody each Friday where it stood; nobody had to ask.',
  'Listens to customers before answering: the three escalations of the quarter ended with a thank-you.',
  'Wrote the hand-over guide, and two teams work by it now.',
];
const strengthsZh = [
  '二月主动接手系统迁移，每周五同步进展，大家心里都有数。',
  '先听清客户的问题再答复，本季度三次投诉都得到了客户认可。',
  '编写了交接指南，现在有两个团队在用。',
];
const improveEn = [
  'Say a day earlier when a date slips; twice the others waited without knowing.',
  'Let colleagues finish in meetings: their objections would have saved us a week in March.',
  'Choose one priority for the month and defer the rest openly.',
];
const improveZh = [
  '日期要推迟时提前一天说，有两次大家白等。',
  '会议上让同事把话说完，三月如果早听到意见可以省一周。',
  '每月明确一个重点，其余的公开说明延后。',
];

/** What played people do and write around results. */
export const play = catalogue({
  asks: { en: 'asked for the sign-off of the results', zh: '提请签批绩效结果' },
  previews: { en: 'prepared the release of the results', zh: '准备发布绩效结果' },
  signs: { en: 'signed off the results', zh: '签批了绩效结果' },
  gives: { en: 'released the results', zh: '发布了绩效结果' },
  talks: { en: 'talked about a result before giving it', zh: '发布前面谈了绩效结果' },
  givesOne: { en: 'gave out a result', zh: '向下属发布了结果' },
  writes: { en: 'wrote words for a result', zh: '写了绩效评语' },
  reads: { en: 'acknowledged the result', zh: '签收了绩效结果' },
  comments: { en: 'acknowledged the result with a comment', zh: '签收并留言' },
  strengths: {
    en: (n: number) => strengthsEn[n % strengthsEn.length] ?? '',
    zh: (n: number) => strengthsZh[n % strengthsZh.length] ?? '',
  },
  improve: {
    en: (n: number) => improveEn[n % improveEn.length] ?? '',
    zh: (n: number) => improveZh[n % improveZh.length] ?? '',
  },
  cause: {
    en: 'Two projects at once, and no agreed order between them.',
    zh: '两个项目同时进行，没有明确先后。',
  },
  measure: {
    en: 'One priority a month, agreed in the first check-in of the month.',
    zh: '每月第一次沟通时确定一个重点。',
  },
  comment: {
    en: 'Thank you. The part about dates is fair; I would like to talk about the second goal.',
    zh: '谢谢。关于日期的意见我认同，第二个目标希望再聊聊。',
  },
});
