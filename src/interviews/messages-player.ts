import { catalogue } from '../core/i18n.ts';

const pickOf = (list: readonly string[], n: number): string => list[n % list.length] ?? '';

/** What played people do and write. */
export const play = catalogue({
  proposes: { en: 'proposes a time to talk about the result', zh: '提议绩效面谈的时间' },
  accepts: { en: 'accepts the time', zh: '同意面谈时间' },
  writes: { en: 'writes a few lines of feedback', zh: '写几句书面反馈' },
  notes: { en: 'notes what they agreed', zh: '记下面谈的约定' },
  confirms: { en: 'confirms the record', zh: '确认面谈记录' },
  answers: { en: 'says whether the talk helped', zh: '回答面谈是否有帮助' },
  agreed: {
    en: (n: number) =>
      pickOf(
        [
          'The numbers are right; the backlog needs a fixed hour every week. We talk about the handover in the first week of the month.',
          'Strong in solving what comes up, later in telling others about it. Status goes out every Thursday from now on.',
          'The goal was too large for one quarter. Next time it is cut in two, with a review in the middle.',
        ],
        n,
      ),
    zh: (n: number) =>
      pickOf(
        [
          '数字没有异议；积压工单每周固定留出一小时处理，交接的事月初第一周再聊。',
          '解决问题很快，但同步偏晚。以后每周四发一次进展。',
          '目标一个季度做不完，下次拆成两个，中间做一次回顾。',
        ],
        n,
      ),
  },
  step: {
    en: (n: number) =>
      pickOf(
        [
          'Draft the weekly status and send it to Product',
          'Shadow two customer calls',
          'Split the goal and propose both parts',
        ],
        n,
      ),
    zh: (n: number) => pickOf(['起草每周进展并发给产品团队', '旁听两次客户电话', '把目标拆成两个并提交'], n),
  },
  support: {
    en: 'Half a day a week without tickets until the handover is done.',
    zh: '交接完成之前，每周半天不排工单。',
  },
  seen: {
    en: (n: number) =>
      pickOf(
        [
          'You wrote the handover guide without being asked; two new colleagues started a week earlier because of it.',
          'When the release slipped you called the customer the same day. They stayed.',
          'You closed forty tickets in March and explained the three hardest to the team.',
        ],
        n,
      ),
    zh: (n: number) =>
      pickOf(
        [
          '你主动写了交接手册，两位新同事因此提前一周上手。',
          '发版延期那天，你当天就给客户打了电话，客户留了下来。',
          '三月你处理了四十张工单，还把最难的三张讲给了全组。',
        ],
        n,
      ),
  },
  next: {
    en: (n: number) =>
      pickOf(
        [
          'Next quarter I would like you to lead the migration; I take over the weekly report for that time.',
          'Try to ask for help a day earlier; I keep Tuesday mornings free for it.',
          'Keep the notes short and frequent. We look at it together in June.',
        ],
        n,
      ),
    zh: (n: number) =>
      pickOf(
        [
          '下个季度希望由你负责迁移，这段时间周报由我来写。',
          '遇到问题早一天开口，周二上午我都留给你。',
          '记录继续保持短而勤，六月我们一起看一次。',
        ],
        n,
      ),
  },
});
