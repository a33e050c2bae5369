import { catalogue } from '../core/i18n.ts';

/** What played people do and write around appeals. */
export const play = catalogue({
  appeals: { en: 'appealed the result', zh: '对结果提出了申诉' },
  assigns: { en: 'named a case owner and a panel', zh: '指定了案件负责人和评审组' },
  confirms: { en: 'confirmed receipt', zh: '确认收到申诉' },
  states: { en: 'gave a statement', zh: '提交了说明' },
  answers: { en: 'answered the panel', zh: '答复了评审组' },
  drafts: { en: 'drafted the decision', zh: '起草了决定' },
  corrects: { en: 'corrected a level', zh: '调整了一项级别' },
  names: { en: 'named who decides', zh: '指定了决定人' },
  agrees: { en: 'agreed to the decision', zh: '同意了决定' },
  rates: { en: 'rated anew', zh: '重新评了分' },
  what: { en: 'The level for results', zh: '「业绩」这一项的级别' },
  why: {
    en: 'In February I was lent to the billing team for three weeks, agreed with my manager. My own backlog rose in that time and is counted in full. The hand-over is in the tracker, 8 to 26 February.',
    zh: '二月份经理同意我支援账单组三周，这段时间我自己的工单积压上升，却被全部计入。交接记录在系统里，2 月 8 日到 26 日。',
  },
  wanted: {
    en: 'That the three weeks are taken into account.',
    zh: '希望把这三周的情况考虑进去。',
  },
  evidence: { en: 'Hand-over in the tracker, item 4711', zh: '系统交接单 4711' },
  statement: {
    en: 'The three weeks with billing are right, and I agreed to them. I looked at the whole quarter’s number and did not take them out. The late hand-over in March weighed as well.',
    zh: '支援账单组三周属实，是我同意的。评分时我看的是整个季度的数字，没有扣除这三周；另外三月的交接延误我也考虑了。',
  },
  answer: {
    en: 'The list of those weeks is in the room now.',
    zh: '那三周的清单已经发到房间里。',
  },
  standards: { en: 'Agreed in the contract of January.', zh: '一月的绩效合同中已约定。' },
  data: { en: 'The number is right, its time is not.', zh: '数字准确，但未考虑时间因素。' },
  raters: { en: 'The manager rated, his manager approved.', zh: '由经理评分、上级批准。' },
  bias: { en: 'No sign of it.', zh: '没有发现。' },
  changes: {
    en: 'You spent three of thirteen weeks on other work, with consent. Without them the level for results is one higher; we changed it. The late hand-over was rated fairly.',
    zh: '十三周里你有三周经同意支援其他团队。扣除后「业绩」应高一级，我们已作调整。关于交接延误的评价是公允的。',
  },
  stands: {
    en: 'We looked at the three weeks and at the number without them: the level stays the same either way. The rest of the rating rests on dated facts that you knew.',
    zh: '我们核对了这三周，扣除后级别不变。其余评价都有注明日期、你也知晓的事实依据。',
  },
  reason: {
    en: 'The tickets of the ten weeks in the own team, read one by one.',
    zh: '逐条查看了在本组十周内处理的工单。',
  },
});
