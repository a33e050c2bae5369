import { catalogue } from '../core/i18n.ts';

const turn =
  <const T extends readonly [string, ...string[]]>(all: T) =>
  (n: number): string =>
    all[n % all.length] ?? all[0];

/** What played people write. */
export const play = catalogue({
  praises: { en: 'praises a colleague', zh: '认可一位同事' },
  notes: { en: 'notes a fact', zh: '记一条事实依据' },
  answers: { en: 'gives feedback that was asked for', zh: '回复反馈邀请' },
  sees: { en: 'reads a note', zh: '查看一条事实依据' },
  kudos: {
    en: turn([
      'Took over the customer call on Friday evening and stayed until it worked.',
      'Wrote the hand-over so clearly that I could start on Monday without asking.',
      'Noticed the mistake in the figures before they went out.',
      'Showed the new colleague around for two days without being asked.',
    ]),
    zh: turn([
      '周五晚上主动接手客户电话，一直跟到问题解决。',
      '交接文档写得很清楚，我周一直接就能上手。',
      '在数据发出去之前发现了错误。',
      '没人安排，主动带新同事熟悉了两天业务。',
    ]),
  },
  effect: {
    en: turn(['The customer renewed.', 'It saved us two days.', 'Everybody could go home on time.']),
    zh: turn(['客户续约了。', '至少省了两天。', '大家都能准时下班。']),
  },
  note: {
    en: turn([
      'Closed the last of the old tickets.',
      'Held the training for four colleagues of Sales.',
      'The release went out a day late because the review came late.',
    ]),
    zh: turn(['清完了最后一批积压工单。', '给销售部四位同事做了培训。', '评审晚了，版本推迟一天发布。']),
  },
  did: {
    en: turn([
      'In Tuesday’s meeting you summed up what everybody had said before you gave your view.',
      'You answered my question within the hour although it was the end of the quarter.',
      'You changed the plan twice and told us only afterwards.',
    ]),
    zh: turn([
      '周二的会上，你先总结了大家的意见，再说自己的看法。',
      '季度末那么忙，你还是一小时内回复了我。',
      '计划改了两次，都是改完才告诉我们。',
    ]),
  },
  next: {
    en: turn([
      'Please keep that.',
      'A short word beforehand would help.',
      'Perhaps do the same in the big round.',
    ]),
    zh: turn(['希望继续保持。', '下次能提前说一声就更好了。', '大会上也可以试试这样。']),
  },
});
