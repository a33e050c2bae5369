import { catalogue } from '../core/i18n.ts';

const one = (texts: readonly string[]) => (n: number) => texts[n % texts.length] ?? '';

/** What played people write: plausible, varied, the n-th of a few. */
export const play = catalogue({
  starts: { en: 'starts the check-in', zh: '开始辅导沟通' },
  answers: { en: 'answers the check-in', zh: '填写辅导沟通' },
  helps: { en: 'answers an obstacle', zh: '答复一个障碍' },
  meets: { en: 'accepts a meeting', zh: '确认见面时间' },
  want: {
    en: one([
      'Know whether I should keep going this way or change course',
      'Sort out what comes first in the next two weeks',
      'A second opinion on the plan before I show it to others',
      'Get clear about what would count as good enough',
    ]),
    zh: one([
      '想确认现在的做法要不要继续',
      '理清接下来两周先做什么',
      '方案给别人看之前，想先听听意见',
      '想明确做到什么程度算达标',
    ]),
  },
  happened: {
    en: one([
      'We tried the new template with two customers. Both answered the same day, before it was four days on average.',
      'The first half is done. The review took longer than planned because two of us were on a release.',
      'I closed the oldest cases first. The number went down by a fifth, but new ones come in as fast.',
      'The draft went to sales on Monday. They asked for one change, which I made on Tuesday.',
      'Nothing went wrong, but we spent three days on something that nobody had asked for.',
    ]),
    zh: one([
      '新模板先给两个客户试用，都当天回复了，以前平均要四天。',
      '前半部分已经完成，评审比计划晚，因为有两个人在发版。',
      '先处理了最老的单子，数量降了两成，不过新单子也在增加。',
      '初稿周一发给了销售，他们提了一处修改，周二已经改好。',
      '没出什么问题，但花了三天做了一件没人要的事。',
    ]),
  },
  obstacles: {
    en: one([
      'The test environment has been down since Tuesday and nobody owns it',
      'Finance has not confirmed the figures yet, so I can’t finish the report',
      'Two urgent requests a day from sales leave no block of quiet time',
    ]),
    zh: one([
      '测试环境从周二起不可用，也没人负责',
      '财务还没确认数据，报告没法定稿',
      '销售每天都有两个加急需求，没有整块时间',
    ]),
  },
  options: {
    en: one([
      'Ask the platform team for a fixed slot; or test on my own machine; or postpone that part',
      'Start smaller with one customer, or pair up with Dev for a morning',
      'Carry on as planned, or drop the second half and do it properly next quarter',
    ]),
    zh: one([
      '请平台组固定排一个时段；或者先在本机测；或者这部分往后放',
      '先从一个客户小范围开始，或者找同事一起做半天',
      '按原计划继续，或者砍掉后半部分，下季度再做',
    ]),
  },
  support: {
    en: one(['Somebody who decides who owns the test environment', 'An hour with the finance team', '']),
    zh: one(['请明确测试环境由谁负责', '想和财务同事碰一个小时', '']),
  },
  deeds: {
    en: one([
      'Agree a slot with the platform team — by Friday\nWrite down the three open questions — tomorrow',
      'Send the second version to sales — next week',
      'Close the ten oldest cases — in two weeks\nShow the numbers in the team meeting — by Friday',
    ]),
    zh: one([
      '和平台组约好时段 — 周五\n把三个待定问题写下来 — 明天',
      '第二版发给销售 — 下周',
      '关掉最老的十个单子 — 两周内\n在周会上讲一下数据 — 周五',
    ]),
  },
  raise: {
    en: one([
      'One meeting less a week',
      'Knowing that the numbers are final',
      'A date that the others keep too',
    ]),
    zh: one(['每周少开一个会', '数据能定下来', '大家都守同一个时间点']),
  },
  answer: {
    en: one([
      'I talk to the platform lead today; you have an owner by tomorrow noon.',
      'Leave that part out for now. I explain it to sales myself.',
      'Good that you say so. Take the next two mornings for it, I keep the requests away.',
    ]),
    zh: one([
      '我今天去找平台负责人，明天中午前给你定下来谁负责。',
      '这部分先不做，销售那边我来解释。',
      '说得及时。接下来两个上午你专心做，临时需求我来挡。',
    ]),
  },
});
